"""The window: it puts the panes together. What they do is theirs; what menus do is in commands."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QWidget

from dateline.core.model import Status
from dateline.core.moment import Moment
from dateline.errors import LibraryError, Stopped
from dateline.gui.article.article_list import HEADING, ArticleList
from dateline.gui.article.pane import ReaderView, welcome
from dateline.gui.commands.actions import Actions
from dateline.gui.commands.edit import EditCommands
from dateline.gui.commands.file import FileCommands
from dateline.gui.commands.libraries import LibrariesCommands
from dateline.gui.commands.menus import ARTICLE_MENU, EVENT_MENU, MENUS, WORDS_MENU, Commands
from dateline.gui.commands.ticks import ticked
from dateline.gui.commands.view import ViewCommands
from dateline.gui.filter.bar import FilterBar
from dateline.gui.language import dates, i18n
from dateline.gui.language.i18n import number, tr
from dateline.gui.shelf.shelf import Shelf
from dateline.gui.timeline.hand import SETTLING
from dateline.gui.timeline.pane import TimePane
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.widgets.elided import Elided
from dateline.gui.widgets.theme import theme
from dateline.gui.workspace.session import Session
from dateline.gui.workspace.views import TABLE, TIMELINE
from dateline.gui.workspace.workspace import Workspace
from dateline.library import Library
from dateline.settings import Settings

from . import left_off
from .drop import DropWindow, paths_of
from .view_pane import ViewActions, ViewPane

if TYPE_CHECKING:
    from dateline.gui.details.inspector import EventActions, Inspector
    from dateline.gui.table.event_table import EventTable

    from .import_panel import ImportPanel


class MainWindow(DropWindow):
    """One library in one window.

    `library_shown` carries the path of another library that is shown.
    """

    library_shown = Signal(object)

    def __init__(self, library: Library, settings: Settings, session: Session) -> None:
        super().__init__()
        self.workspace = Workspace(self, library, settings, session)
        self.document, self.selection = self.workspace.document, self.workspace.selection
        self.commands = Commands(self.workspace, self)
        self.actions_ = Actions(self, MENUS, lambda command: command.run(self.commands))
        self.actions_.submenu(tr("Open &recent"), LibrariesCommands.backups, self.commands.fill_recent)
        self.setMinimumSize(760, 480)
        self.inspector_wanted = True
        self._ending = False
        self._build()
        self._connect()
        self.apply_settings()
        self.show_view(TIMELINE)
        self._refresh()
        if library.damage or library.unchecked:
            QTimer.singleShot(SETTLING, self, self._look_after_library)

    def _look_after_library(self) -> None:
        if self.isVisible():  # else it was closed meanwhile
            self.commands.look_after_library()

    def _build(self) -> None:
        act = self.actions_
        self.articles = ArticleList(self.document, self.selection)
        self.articles.addActions([act[each] for each in ARTICLE_MENU])
        self.left = self._article_pane()
        self.reader = ReaderView(
            self.document, self.selection, welcome(self.commands.import_files, self.commands.add_sample)
        )
        self.times = TimePane(self.document, self.selection)
        self.reader.text.addActions([act[each] for each in WORDS_MENU])
        self.reader.text.on_events = [act[each] for each in EVENT_MENU]
        self.reader.text.offer.clicked.connect(lambda _checked=False: self.commands.add_event())
        self.times.offer([act[each] for each in EVENT_MENU])
        self.shelf = Shelf(self.document, self.selection)
        self.views = ViewPane(self.times, self._table, self.shelf, self._inspector, self._view_actions())
        self.notice = self.workspace.notices
        self.filter_bar = FilterBar(
            self.document,
            [act[EditCommands.undo], act[EditCommands.redo]],
            act[EditCommands.clear_filter],
        )
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        for pane, width in ((self.left, 230), (self.reader, 500), (self.views, 550)):
            self.panes.addWidget(pane)
            pane.setMinimumWidth(width // 3 + 100)
        self.panes.setSizes([round(230 * theme().scale), 500, 550])
        self.panes.setStretchFactor(0, 0)
        self.panes.setStretchFactor(1, 1)
        self.panes.setStretchFactor(2, 1)
        centre = QWidget()
        self._rows = w.column(self.filter_bar, self.panes)
        self._rows.setStretch(1, 1)
        centre.setLayout(self._rows)
        self.notice.lie_over(self.panes)
        self.setCentralWidget(centre)

    # What the window does not show at first is made, and its modules imported, when first asked for: it opens sooner.

    @property
    def table(self) -> "EventTable":
        """The events as a table."""
        return self.views.table

    @property
    def inspector(self) -> "Inspector":
        """The details of what is selected."""
        return self.views.inspector

    @cached_property
    def import_panel(self) -> "ImportPanel":
        """How an import is going."""
        from .import_panel import ImportPanel

        made = ImportPanel()
        self._rows.addWidget(made)
        return made

    @property
    def importing(self) -> bool:
        """Whether an import is going on."""
        return "import_panel" in self.__dict__ and self.import_panel.running

    def _table(self) -> "EventTable":
        from dateline.gui.table.event_table import EventTable

        made = EventTable(self.document, self.selection)
        made.addActions([self.actions_[each] for each in EVENT_MENU])
        return made

    def _event_actions(self) -> "EventActions":
        from dateline.gui.details.inspector import EventActions

        return EventActions._make(self.actions_.named(name) for name in EventActions._fields)

    def _view_actions(self) -> ViewActions:
        view, act = ViewCommands, self.actions_
        moves = [act[view.horizontal], act[view.zoom_out], act[view.zoom_in], act[view.fit_all]]
        views = [act[view.show_chronicle], act[view.show_timeline], act[view.show_table]]
        return ViewActions(views, moves, act[EditCommands.clear_filter])

    def _inspector(self) -> "Inspector":
        from dateline.gui.details.inspector import Inspector

        made = Inspector(self.document, self.selection, self._event_actions())
        made.changed.connect(self.document.do)
        made.closed.connect(lambda: self.commands.toggle_inspector())
        return made

    def _article_pane(self) -> QWidget:
        self.article_count = w.label("", "badge")
        tools = [
            w.action_button(self.actions_[each])
            for each in (FileCommands.paste, FileCommands.import_folder, FileCommands.import_files)
        ]
        title = Elided("section")
        title.setText(tr("Articles"))
        head = w.row(title, self.article_count, None, *tools, margins=(16, 5, 6, 5))
        head.setSpacing(4)
        return w.frame("pane", w.column(w.frame("bar", head), 4, self.articles))

    def _connect(self) -> None:
        document = self.document
        document.changed.connect(lambda _change: self._refresh())
        document.filter_changed.connect(self._refresh)
        document.changed.connect(lambda _change: self.notice.settle())
        document.failed.connect(self.notice.warn)
        self.workspace.settings_changed.connect(self.apply_settings)
        self.workspace.visible_range = self.visible_range
        document.stack.indexChanged.connect(lambda _index: self._refresh_undo())
        self.selection.changed.connect(self._enable)
        self.selection.changed.connect(self._show_inspector)
        self.selection.article_changed.connect(self._enable)
        self.filter_bar.save_wanted.connect(lambda name: self.commands.save_filter(name))
        self.filter_bar.as_of_wanted.connect(lambda: self.commands.as_of())
        self.filter_bar.remove_wanted.connect(lambda saved: self.commands.remove_filter(saved))
        self.times.changed.connect(document.do)
        self.times.text_wanted.connect(lambda _event: self.commands.focus_reader())
        self.times.undated_wanted.connect(lambda: self.commands.toggle_shelf())
        self.times.table_wanted.connect(lambda: self.show_view(TABLE))
        self.articles.clicked.connect(lambda index: self.times.stand_out(index.data(HEADING).id))
        self.times.left.connect(lambda: self.commands.focus_reader())
        self.shelf.opened.connect(self.actions_[ViewCommands.toggle_shelf].setChecked)
        self.reader.date_bar.field.textEdited.connect(lambda _text: self.workspace.assistant.warm_up())
        self.reader.date_bar.date.clicked.connect(lambda _checked=False: self.workspace.assistant.warm_up())
        self.reader.date_chosen.connect(lambda value, evidence: self.commands.set_date(value, evidence))
        self.articles.delete_wanted.connect(lambda ids: self.commands.delete_articles(ids))

    def _refresh(self) -> None:
        library = self.document.library
        name = library.path.stem if library.path is not None else tr("Unsaved library")
        if library.read_only:
            name = tr("{name} (for reading only)").format(name=name)
        self.setWindowTitle(plain.title(name))
        self.article_count.setText(number(self.articles.articles.rowCount()))
        self._refresh_undo()
        if self.document.article(self.selection.article) is None:
            first = self.articles.articles.index(0)
            self.selection.read(first.data(HEADING).id if first.isValid() else None)
        self.show_view(self.views.view)
        self._enable()

    def _refresh_undo(self) -> None:
        stack = self.document.stack
        for action, can, words, bare in (
            (self.actions_[EditCommands.undo], stack.canUndo(), tr("&Undo: {what}"), tr("&Undo")),
            (self.actions_[EditCommands.redo], stack.canRedo(), tr("&Redo: {what}"), tr("&Redo")),
        ):
            what = stack.undoText() if action is self.actions_[EditCommands.undo] else stack.redoText()
            action.setEnabled(can)
            action.setText(words.format(what=plain.caption(what)) if can else bare)

    def _enable(self) -> None:
        library, chosen = self.document.library, self.document.events(self.selection.events[-100:])
        self.actions_.enable(
            article=self.reader.article is not None,
            event=bool(chosen),
            events=len(chosen) > 1,
            merged=any(event.merge is not None for event in chosen),
            corrected=any(event.corrected and event.status is not Status.ADDED for event in chosen),
            all=library.count()[1] > 0,
            write=not library.read_only,
        )

    def _show_inspector(self) -> None:
        """Show the details once there is something to show, for as long as the reader wants them."""
        some = bool(self.selection.events) or self.views.inspector_shown
        self.views.show_inspector(shown=self.inspector_wanted and some)

    def want_inspector(self, *, wanted: bool) -> None:
        """Show the details from now on, or do not."""
        self.inspector_wanted = wanted
        self.views.show_inspector(shown=wanted)
        self.check_actions()

    def check_actions(self) -> None:
        """Tick the actions that show what is shown."""
        for command, on in ticked(self.workspace, self):
            self.actions_[command].setChecked(on)

    def show_view(self, view: int) -> None:
        """Show the timeline or the table, or what to do where there is nothing to show."""
        shown, total = self.document.library.count(self.document.filter)
        nothing = ""
        if not total:
            nothing = tr("What happened when appears here as soon as there is an article.")
        elif not shown:
            nothing = tr("No event passes the filter. Clear it, or ask for less.")
        self.views.show_view(view, nothing=nothing)
        self.check_actions()

    def show_library(self, library: Library, *, closed: bool = False) -> None:
        """Show another library; the one so far is closed, where it is not already."""
        self.stop_import()
        left_off.keep_library(self.workspace, self)
        self.selection.select([])
        self.document.replace(library, closed=closed)
        self.selection.read(None)
        left_off.restore_library(self.workspace, self)
        self._refresh()
        self.commands.look_after_library()
        if library.path is not None:
            self.library_shown.emit(library.path)

    def stop_import(self) -> None:
        """Stop the import that is going on at once: its report belongs to the library that is open now."""
        if self.importing:
            self.import_panel.stop()

    def apply_settings(self) -> None:
        """Show what the reader set."""
        theme().choose(self.workspace.settings["theme"])
        theme().resize(self.workspace.settings["text_size"])
        before = i18n.date_locale()
        i18n.set_dates(self.workspace.settings["date_locale"])
        renamed = dates.set_conventions(self.workspace.preferences.conventions)
        self.reader.set_type(self.workspace.settings["text_size"], self.workspace.settings["line_height"])
        if renamed or i18n.date_locale() != before:
            self.document.changed.emit(None)

    def visible_range(self) -> tuple[Moment, Moment] | None:
        """What the timeline shows now."""
        return self.times.current.visible_range if self.views.view == TIMELINE else None

    # The session ------------------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Put everything back where the reader left it."""
        session = self.workspace.session
        geometry = session.text("geometry")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(1280, 800)
        sizes = session.numbers("panes")
        if len(sizes) == self.panes.count():
            self.panes.setSizes(sizes)
        left_off.restore_panes(self.workspace, self)
        self._show_inspector()
        left_off.restore_library(self.workspace, self)
        self.articles.setFocus()

    def keep(self) -> None:
        """Keep where everything is for the next time."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.workspace.session.set(geometry=geometry, panes=self.panes.sizes())
        left_off.keep_panes(self.workspace, self)
        left_off.keep_library(self.workspace, self)
        self.workspace.session.save()

    # Dropping and closing ---------------------------------------------------------------------------------------------

    def takes_drops(self) -> bool:
        return not self.document.library.read_only

    def dropped(self, data: QMimeData) -> None:
        files = paths_of(data)
        if files:
            self.commands.import_paths(files)
        else:
            self.commands.import_text(data.text(), data.html() if data.hasHtml() else None)

    def take(self, files: Sequence[Path]) -> None:
        """Files handed over by the command line or by a second start: bring them in, and come to the front."""
        from dateline.gui.workspace import waiting

        if waiting.at_work():
            QTimer.singleShot(100, self, lambda: self.take(files))
            return
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if files:
            QTimer.singleShot(0, lambda: self.commands.import_paths(files))

    def _stays(self) -> bool:
        """Whether the reader, asked about the import that is going on, wants the window to stay."""
        told = tr("Articles are still being added. Those that are read are kept; the rest you would have to add again.")
        leaves = plain.asked(self, "Dateline", told, "", tr("Stop and quit"), tr("Go on adding"))
        return self.importing and not leaves

    def end(self) -> None:
        """Close because the process is to end: nothing is asked, and no backup waited for; the next start makes it."""
        from dateline.gui.workspace import waiting

        if waiting.at_work():
            QTimer.singleShot(100, self, self.end)
            return
        self._ending = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.importing and not self._ending and self._stays():
            event.ignore()
            return
        self.views.keep_typed()
        self.workspace.closing.emit()
        self.keep()
        self.stop_import()
        if self.workspace.assisted:
            self.workspace.assistant.close()
        self.setUpdatesEnabled(False)  # nothing is read any more to paint while the backup is awaited
        try:
            backup = self.document.close()
            if backup is not None and self._ending:
                backup.stop()
            elif backup is not None:
                from dateline.gui.workspace import waiting

                waiting.wait(backup, tr("Backing up the library…"), self)
        except Stopped:  # by the reader; the next session owes the backup
            pass
        except LibraryError as error:
            plain.tell(self, str(error))
        event.accept()
        self.deleteLater()  # a process may open many windows: none stays behind its own end
