"""The window: it puts the panes together. What they do is theirs; what menus do is in commands."""

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from dateline.core.filter import Filter
from dateline.core.model import Conventions
from dateline.core.moment import Moment
from dateline.errors import LibraryError, Stopped
from dateline.gui.article.article_list import HEADING, ArticleList
from dateline.gui.article.pane import ReaderView
from dateline.gui.commands.actions import Actions
from dateline.gui.filter.bar import FilterBar
from dateline.gui.language import dates, i18n
from dateline.gui.language.i18n import number, tr
from dateline.gui.shelf.shelf import Shelf
from dateline.gui.timeline.pane import TimePane
from dateline.gui.timeline.view import SETTLING
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.widgets.theme import theme
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.gui.workspace.session import Session
from dateline.library import Library
from dateline.settings import Settings

from .drop import DropVeil, paths_of
from .notice import Notice
from .view_pane import TABLE, TIMELINE, ViewPane

if TYPE_CHECKING:
    from dateline.gui.commands.all import Commands
    from dateline.gui.details.inspector import Inspector
    from dateline.gui.table.event_table import EventTable
    from dateline.gui.workspace.jobs import Assistant

    from .import_panel import ImportPanel


class MainWindow(QMainWindow):
    """One library in one window.

    `library_shown` carries the path of another library that is shown, `closing` comes before the end.
    """

    library_shown = Signal(object)
    closing = Signal()

    def __init__(self, library: Library, settings: Settings, session: Session) -> None:
        super().__init__()
        self.settings, self.session = settings, session
        self.document = Document(library, self)
        self.selection = Selection(self.document, self)
        self.actions_ = Actions(self, lambda command: getattr(self.commands, command)())
        self.setAcceptDrops(True)
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

    # Building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        act = self.actions_
        self.articles = ArticleList(self.document, self.selection)
        self.articles.addActions(
            [act[name] for name in ("edit_article", "versions", "analyse_again", "delete_article")]
        )
        self.left = self._article_pane()
        self.reader = ReaderView(self.document, self.selection, self._welcome())
        self.times = TimePane(self.document, self.selection)
        self.shelf = Shelf(self.document, self.selection)
        self.views = ViewPane(self.times, self._table, self.shelf, self._inspector, act)
        self.notice = Notice()
        self.filter_bar = FilterBar(
            self.document, [act["undo"], act["redo"]], act["clear_filter"], act["toggle_passing"]
        )
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        for pane, width in ((self.left, 230), (self.reader, 500), (self.views, 550)):
            self.panes.addWidget(pane)
            pane.setMinimumWidth(width // 3 + 100)
        self.panes.setSizes([230, 500, 550])
        self.panes.setStretchFactor(0, 0)
        self.panes.setStretchFactor(1, 1)
        self.panes.setStretchFactor(2, 1)
        centre = QWidget()
        self._rows = w.column(self.filter_bar, self.notice, self.panes)
        self._rows.setStretch(2, 1)
        centre.setLayout(self._rows)
        self.setCentralWidget(centre)

    # What the window does not show at first is made, and its modules imported, when first asked for: it opens sooner.

    @cached_property
    def commands(self) -> "Commands":
        """What the menus do."""
        from dateline.gui.commands.all import Commands

        return Commands(self)

    @cached_property
    def assistant(self) -> "Assistant":
        """Works out what takes long, in another process."""
        from dateline.gui.workspace.jobs import PATIENCE, Assistant

        made = Assistant(self)
        made.busy_changed.connect(lambda _busy: QTimer.singleShot(PATIENCE, self, self._tell_busy))
        return made

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

    @cached_property
    def veil(self) -> DropVeil:
        """What lies over the window while files are dragged over it."""
        return DropVeil(self)

    def _table(self) -> "EventTable":
        from dateline.gui.table.event_table import EventTable

        made = EventTable(self.document, self.selection)
        names = ("rename", "confirm", "reject", "merge", "split", "delete")
        made.addActions([self.actions_[name] for name in names])
        return made

    def _inspector(self) -> "Inspector":
        from dateline.gui.details.inspector import Inspector

        made = Inspector(self.document, self.selection, self.actions_)
        made.changed.connect(self.document.do)
        made.closed.connect(lambda: self.commands.toggle_inspector())
        return made

    def _article_pane(self) -> QWidget:
        self.article_count = w.label("", "badge")
        tools = [w.action_button(self.actions_[name]) for name in ("paste", "import_folder", "import_files")]
        head = w.row(w.label(tr("Articles"), "section"), self.article_count, None, *tools, margins=(16, 5, 6, 5))
        head.setSpacing(4)
        return w.frame("pane", w.column(w.frame("bar", head), 4, self.articles))

    def _welcome(self) -> w.Empty:
        return w.Empty(
            "drop",
            tr("Drop articles here"),
            tr(
                "Web pages, PDFs, mails, plain text, or whole folders of them. Dateline finds what happened and when, "
                "and shows it on a timeline beside the text. Nothing leaves this computer."
            ),
            w.button(tr("Add articles…"), lambda: self.commands.import_files(), kind="primary"),
            w.button(tr("Look at the sample stories"), lambda: self.commands.add_sample(), kind="link"),
        )

    def _connect(self) -> None:
        document = self.document
        document.changed.connect(lambda _change: self._refresh())
        document.filter_changed.connect(self._refresh)
        document.changed.connect(lambda _change: self.notice.settle())
        document.failed.connect(self.notice.warn)
        document.stack.indexChanged.connect(lambda _index: self._refresh_undo())
        self.selection.changed.connect(self._enable)
        self.selection.changed.connect(self._show_inspector)
        self.selection.article_changed.connect(self._enable)
        self.filter_bar.save_wanted.connect(lambda name: self.commands.save_filter(name))
        self.filter_bar.remove_wanted.connect(lambda saved: self.commands.remove_filter(saved))
        self.times.changed.connect(document.do)
        self.times.text_wanted.connect(lambda _event: self.commands.focus_reader())
        self.times.undated_wanted.connect(lambda: self.commands.toggle_shelf())
        self.times.table_wanted.connect(lambda: self.show_view(TABLE))
        self.times.view.left.connect(lambda: self.commands.focus_reader())
        self.shelf.opened.connect(self.actions_["toggle_shelf"].setChecked)
        self.reader.date_bar.field.textEdited.connect(lambda _text: self.assistant.warm_up())
        self.reader.date_bar.date.clicked.connect(lambda _checked=False: self.assistant.warm_up())
        self.reader.date_chosen.connect(lambda value, evidence: self.commands.set_date(value, evidence))
        self.articles.delete_wanted.connect(lambda ids: self.commands.delete_articles(ids))

    def _tell_busy(self) -> None:
        """Say what is going on where an answer takes long, as the first does: the language model is loaded for it."""
        words = tr("Working it out. The first time takes a few seconds…")
        if self.assistant.busy:
            self.notice.tell(words)
        elif self.notice.text.text() == words:
            self.notice.hide()

    # State ------------------------------------------------------------------------------------------------------------

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
            (self.actions_["undo"], stack.canUndo(), tr("&Undo: {what}"), tr("&Undo")),
            (self.actions_["redo"], stack.canRedo(), tr("&Redo: {what}"), tr("&Redo")),
        ):
            what = stack.undoText() if action is self.actions_["undo"] else stack.redoText()
            action.setEnabled(can)
            action.setText(words.format(what=plain.caption(what)) if can else bare)

    def _enable(self) -> None:
        library, chosen = self.document.library, self.selection.events
        self.actions_.enable(
            article=self.reader.article is not None,
            event=bool(chosen),
            events=len(chosen) > 1,
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
        for name, on in (
            ("show_timeline", self.views.view == TIMELINE),
            ("show_table", self.views.view == TABLE),
            ("toggle_articles", not self.left.isHidden()),
            ("toggle_inspector", self.inspector_wanted),
            ("toggle_shelf", self.shelf.is_open),
            ("toggle_passing", not self.document.filter.weight),
            ("horizontal", not self.times.view.vertical),
        ):
            self.actions_[name].setChecked(on)

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
        self.selection.select([])
        self.document.replace(library, closed=closed)
        self.selection.read(None)
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
        theme().choose(self.settings["theme"])
        before = i18n.date_locale()
        i18n.set_dates(self.settings["date_locale"])
        renamed = dates.set_conventions(self.conventions())
        self.reader.set_type(self.settings["text_size"], self.settings["line_height"])
        if renamed or i18n.date_locale() != before:
            self.document.changed.emit(None)

    def conventions(self) -> Conventions:
        """What the reader set about the meaning of words."""
        return Conventions.of(self.settings)

    def visible_range(self) -> tuple[Moment, Moment] | None:
        """What the timeline shows now."""
        return self.times.view.visible_range if self.views.view == TIMELINE else None

    # The session ------------------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Put everything back where the reader left it."""
        session = self.session
        geometry = session.text("geometry")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(1280, 800)
        for splitter, name in ((self.panes, "panes"), (self.views.split, "views")):
            sizes = session.numbers(name)
            if len(sizes) == splitter.count():
                splitter.setSizes(sizes)
        self.left.setVisible(session.flag("articles", default=True))
        self.inspector_wanted = session.flag("inspector", default=True)
        self._show_inspector()
        self.times.set_vertical(vertical=not session.flag("horizontal"))
        self.times.set_lanes(session.text("lanes") or "none")
        self.show_view(TABLE if session.flag("table") else TIMELINE)
        if session.text("library") == str(self.document.library.path):
            with suppress(ValueError):  # a file that was tampered with costs only the session
                self.document.set_filter(Filter.from_json(session.text("filter")))
            bounds = session.numbers("range")
            if len(bounds) == 2:
                self.times.view.show_range(bounds[0], bounds[1])
            articles = session.numbers("article")
            if articles and self.document.article(articles[0]) is not None:
                self.selection.read(articles[0])
            self.selection.select(event.id for event in self.document.events(session.numbers("events")))
        self.articles.setFocus()

    def keep(self) -> None:
        """Keep where everything is for the next time."""
        self.session.set(
            library=str(self.document.library.path or ""),
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            panes=self.panes.sizes(),
            views=self.views.split.sizes() if self.views.inspector_shown else self.session.numbers("views"),
            articles=not self.left.isHidden(),
            inspector=self.inspector_wanted,
            table=self.views.view == TABLE,
            horizontal=not self.times.view.vertical,
            lanes=self.times.by,
            range=list(self.times.view.visible_range),
            filter=self.document.filter.to_json(),
            article=[self.selection.article] if self.selection.article is not None else [],
            events=list(self.selection.events[-100:]),
        )
        self.session.save()

    # Dropping and closing ---------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if event.source() is None and not self.document.library.read_only and (paths_of(data) or data.hasText()):
            event.acceptProposedAction()
            self.veil.appear()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.veil.hide()
        data, files = event.mimeData(), paths_of(event.mimeData())
        event.acceptProposedAction()
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
        self.closing.emit()
        self.keep()
        self.stop_import()
        if "assistant" in self.__dict__:
            self.assistant.close()
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
