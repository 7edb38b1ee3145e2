"""The window: it puts the panes together. What they do is theirs; what menus do is in commands."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from dateline.errors import LibraryError
from dateline.library import Library
from dateline.settings import Settings

from . import widgets as w
from .actions import Actions
from .article_list import ArticleList
from .commands import Commands
from .document import Document
from .drop import DropVeil, paths_of
from .event_table import EventTable
from .filter_bar import FilterBar
from .i18n import number, tr
from .import_panel import ImportPanel
from .jobs import Assistant
from .notice import Notice
from .reader_view import ReaderView
from .selection import Selection
from .session import Session
from .theme import theme


class MainWindow(QMainWindow):
    """One library in one window."""

    def __init__(self, library: Library, settings: Settings, session: Session) -> None:
        super().__init__()
        self.settings, self.session = settings, session
        self.document = Document(library, self)
        self.selection = Selection(self.document, self)
        self.assistant = Assistant(self)
        self.commands = Commands(self)
        self.actions_ = Actions(self, self.commands)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.apply_settings()
        self._refresh()

    # Building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        act = self.actions_
        self.articles = ArticleList(self.document, self.selection)
        self.articles.addActions([act["delete_article"]])
        self.article_count = w.label("", "badge")
        head = w.row(
            w.label(tr("Articles"), "section"),
            self.article_count,
            None,
            w.action_button(act["paste"]),
            w.action_button(act["import_folder"]),
            w.action_button(act["import_files"]),
            margins=(16, 8, 8, 6),
        )
        self.left = w.frame("pane", w.column(head, self.articles))
        self.left.setMinimumWidth(180)
        self.reader = ReaderView(self.document, self.selection, self._welcome())
        self.table = EventTable(self.document, self.selection)
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self.import_panel = ImportPanel()
        self.notice = Notice()
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        self.panes.addWidget(self.left)
        self.panes.addWidget(self.reader)
        self.panes.addWidget(self.views)
        self.panes.setSizes([240, 520, 520])
        self.panes.setStretchFactor(1, 1)
        self.panes.setStretchFactor(2, 1)
        centre = QWidget()
        self.filter_bar = FilterBar(self.document, [act["undo"], act["redo"]], act["clear_filter"])
        centre.setLayout(w.column(self.filter_bar, self.notice, self.panes, self.import_panel))
        self.setCentralWidget(centre)
        self.veil = DropVeil(self)

    def _welcome(self) -> w.Empty:
        return w.Empty(
            "drop",
            tr("Drop articles here"),
            tr(
                "Web pages, PDFs, mails, plain text, or whole folders of them. Dateline finds what happened and when, "
                "and shows it on a timeline beside the text. Nothing leaves this computer."
            ),
            w.button(tr("Add articles…"), self.commands.import_files, kind="primary", picture=""),
            w.button(tr("Look at the sample stories"), self.commands.add_sample, kind="link"),
        )

    def _connect(self) -> None:
        self.document.changed.connect(lambda _change: self._refresh())
        self.document.filter_changed.connect(self._refresh)
        self.document.failed.connect(lambda sentence: self.notice.warn(sentence))
        self.document.stack.canUndoChanged.connect(lambda _can: self._refresh())
        self.document.stack.indexChanged.connect(lambda _index: self._refresh())
        self.selection.changed.connect(self._enable)
        self.selection.article_changed.connect(self._enable)
        self.reader.date_chosen.connect(self.commands.set_date)
        self.filter_bar.save_wanted.connect(self.commands.save_filter)
        self.filter_bar.remove_wanted.connect(self.commands.remove_filter)
        self.articles.delete_wanted.connect(self.commands.delete_articles)

    # State ------------------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        library = self.document.library
        name = library.path.stem if library.path is not None else tr("Unsaved library")
        self.setWindowTitle(f"{name} — Dateline")
        self.article_count.setText(number(self.articles.articles.rowCount()))
        stack = self.document.stack
        undo, redo = self.actions_["undo"], self.actions_["redo"]
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        undo.setText(tr("&Undo: {what}").format(what=stack.undoText()) if stack.canUndo() else tr("&Undo"))
        redo.setText(tr("&Redo: {what}").format(what=stack.redoText()) if stack.canRedo() else tr("&Redo"))
        if self.selection.article is None and not self.document.filter:
            self._read_first()
        self._enable()

    def _read_first(self) -> None:
        first = self.articles.articles.index(0)
        if first.isValid():
            from .article_list import HEADING

            self.selection.read(first.data(HEADING).id)

    def _enable(self) -> None:
        library, chosen = self.document.library, self.selection.events
        self.actions_.enable(
            article=self.document.article(self.selection.article) is not None,
            event=bool(chosen),
            events=len(chosen) > 1,
            all=library.count()[1] > 0,
            write=not library.read_only,
        )

    def apply_settings(self) -> None:
        """Show what the reader set."""
        theme().choose(self.settings["theme"])
        self.reader.set_type(self.settings["text_size"], self.settings["line_height"])

    def restore(self) -> None:
        """Put everything back where the reader left it."""
        from dateline.core.filter import Filter

        session = self.session
        geometry = session.text("geometry")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(1280, 800)
        sizes = session.numbers("panes")
        if len(sizes) == self.panes.count():
            self.panes.setSizes(sizes)
        if session.text("library") != str(self.document.library.path):
            return
        if session.text("filter"):
            self.document.set_filter(Filter.from_json(session.text("filter")))
        articles = session.numbers("article")
        if articles and self.document.article(articles[0]) is not None:
            self.selection.read(articles[0])

    def keep(self) -> None:
        """Keep where everything is for the next time."""
        self.session.set(
            library=str(self.document.library.path or ""),
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            panes=self.panes.sizes(),
            filter=self.document.filter.to_json(),
            article=[self.selection.article] if self.selection.article is not None else [],
        )
        self.session.save()

    # Dropping and closing ---------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.document.library.read_only and (paths_of(event.mimeData()) or event.mimeData().hasText()):
            event.acceptProposedAction()
            self.veil.appear()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.veil.hide()
        data, paths = event.mimeData(), paths_of(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self.commands.import_paths(paths)
        else:
            self.commands.import_text(data.text(), data.html() if data.hasHtml() else None)

    def take(self, paths: Sequence[Path]) -> None:
        """Files handed over by the command line or by a second start: bring them in, and come to the front."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if paths:
            QTimer.singleShot(0, lambda: self.commands.import_paths(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        self.import_panel.cancel()
        self.assistant.close()
        try:
            self.document.close()
        except LibraryError as error:
            self.notice.warn(str(error))
        event.accept()
