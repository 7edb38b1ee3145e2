"""Text is never markup: whatever a file, a library or the reader says is shown as it is, and Qt opens nothing for it.

Every widget, every role of every model, every menu and every dialog is walked with a title, name, tag, note, place,
file name and error that would have Qt open a file; the system tells whether anybody opened it.
"""

import ctypes
import os
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QPixmap
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

from dateline.app.report import Line, as_json
from dateline.core.change import added
from dateline.core.filter import Filter
from dateline.core.model import Article, Event, Import, Participant, Row, SavedFilter, TimeExpression, new_id
from dateline.core.moment import DAY, moment
from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked
from dateline.gui.shell import crash, opening
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.timeline.hints import tip_at
from dateline.gui.widgets import plain
from dateline.library import Library

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux who opens a file")
IN_OPEN = 0x20
DIALOGS = ("reports", "history", "backups", "bin", "add_event", "edit_article", "versions", "export_image",
           "export_data", "suggestions", "offers", "preferences")  # fmt: skip


class Bait:
    """A picture and the markup that would have Qt open it, and whether that was done."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "bait.png"
        picture = QPixmap(8, 8)
        picture.fill(QColor("red"))
        assert picture.save(str(self.file))
        self.markup = f'<img src="file://{self.file}"><b>Harbour</b> & "quay" &lt;'
        libc = ctypes.CDLL(None)
        self._watch = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self._watch, os.fsencode(self.file), IN_OPEN) >= 0

    def was_taken(self) -> bool:
        """Whether anybody has opened the picture since this was last asked."""
        try:
            return bool(os.read(self._watch, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Watch no more."""
        os.close(self._watch)


@pytest.fixture
def bait(tmp_path: Path, qapp: QApplication) -> Iterator[Bait]:
    laid = Bait(tmp_path)
    yield laid
    laid.close()


@pytest.fixture(autouse=True)
def little_memory() -> Iterator[None]:
    """A tool tip that reads a device without end is to fail, not to take the machine."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


def hostile(library: Library, markup: str) -> tuple[Article, list[Event]]:
    """An article and events, every text of which is markup."""
    text = f"{markup} met on Monday in {markup}.\n\n{markup} fell."
    base = Article(
        id=new_id(), text=text, title=markup, published="2025-03-30", evidence=markup, authors=(markup,), site=markup,
        url=markup, file=markup, collections=(markup,), tags=(markup,), note=markup, digest="1", fingerprint=7,
    )  # fmt: skip
    other = replace(base, id=new_id(), digest="2", version_of=base.id, text=f"{text} Later.")
    start = text.index("Monday")
    expression = TimeExpression(
        id=new_id(), article=base.id, start=start, end=start + 6, text="Monday", type="DATE", value="2025-03-24",
        why=markup, begin=moment(2025, 3, 24), until=moment(2025, 3, 25),
    )  # fmt: skip
    begin = moment(2025, 3, 24)
    people = tuple(
        Participant(text=markup, start=0, end=0, role=role, kind=kind, name=markup)
        for role, kind in (("agent", "person"), ("place", "place"))
    )
    events = [
        Event(
            id=new_id(), article=article.id, title=markup, start=0, end=4, text=markup, sentence_end=len(markup),
            earliest=dated, latest_start=dated and dated + DAY, earliest_end=dated, latest=dated and dated + DAY,
            attributed_to=markup, participants=people, expression=expression.id, words=markup, why=markup,
            tags=(markup,), note=markup,
        )
        for article in (base, other)
        for dated in (begin, begin, None)
    ]  # fmt: skip
    gone = replace(events[0], id=new_id(), binned=True)
    lines = [Line(file=markup, outcome="refused", reason=markup, title=markup)]
    rows: list[Row] = [base, other, expression, *events, gone]
    rows += [SavedFilter(id=new_id(), name=markup, query=Filter(tags=(markup,)).to_json())]
    rows += [Import(id=new_id(), label=markup, when="2025-03-30T10:00", report=as_json(lines))]
    library.apply(added(markup, rows))
    return base, events


def tips(widget: QWidget) -> Iterator[str]:
    """Every text of a widget and its actions that Qt may take for rich text."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.toolTip(), each.whatsThis())
        for action in each.actions():
            yield from (action.toolTip(), action.whatsThis(), action.statusTip())
    for action in widget.findChildren(QAction):
        yield action.toolTip()


def cells(widget: QWidget) -> Iterator[tuple[Qt.ItemDataRole, object]]:
    """What each model shown in a widget says, for every role."""
    seen = set()
    for view in widget.findChildren(QAbstractItemView):
        model: QAbstractItemModel | None = view.model()
        if model is None or id(model) in seen:
            continue
        seen.add(id(model))
        for row in range(min(model.rowCount(), 20)):
            for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
                for role in Qt.ItemDataRole:
                    if role < Qt.ItemDataRole.UserRole:
                        yield role, model.index(row, column).data(role)


def walk(widget: QWidget, qapp: QApplication) -> None:
    """Show all that a widget says: paint it, and let every tool tip appear."""
    widget.grab()
    for label in widget.findChildren(QLabel):
        harmless = label.textFormat() == Qt.TextFormat.PlainText or "<img" not in label.text()
        assert harmless, (label.parent(), label.text())
    said = list(tips(widget))
    for role, value in cells(widget):
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole):
            said.append(str(value or ""))
    for tip in dict.fromkeys(said):
        assert not (Gui.mightBeRichText(tip) and "<img" in tip), tip
        QToolTip.showText(QPoint(10, 10), tip, widget)
        qapp.processEvents()
    QToolTip.hideText()


def test_a_tool_tip_of_markup_would_be_noticed(bait: Bait, qapp: QApplication) -> None:
    label = QLabel(bait.markup)
    label.grab()
    assert bait.was_taken()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.grab()
    assert not bait.was_taken()


def test_text_is_never_markup(
    make_window: Callable[..., MainWindow], bait: Bait, tmp_path: Path, qapp: QApplication
) -> None:
    path = tmp_path / "<img src=bait.png> & [*].dateline"
    library = Library.open(path)
    article, events = hostile(library, bait.markup)
    window = make_window(library)
    window.document.failed.emit(bait.markup)
    window.selection.read(article.id)
    window.document.set_filter(Filter())
    window.times.view.fit_all()
    for shown in (events[:1], events[3:5], events[2:3]):
        window.selection.select(event.id for event in shown)
        window.want_inspector(wanted=True)
        walk(window, qapp)
    window.actions_.named("confirm").trigger()
    window.show_view(1)
    window.shelf.set_open(True)
    walk(window, qapp)
    window.notice.tell(bait.markup, bait.markup, lambda: None)
    window.notice.warn(bait.markup)
    walk(window, qapp)
    for x in range(0, window.times.view.width(), 40):
        for y in range(0, window.times.view.height(), 12):
            QToolTip.showText(QPoint(x, y), tip_at(window.times.view, x, y), window)
    assert window.windowTitle() == "<img src=bait.png> & [*][*]"
    assert not bait.was_taken()
    for part in ("articles", "people", "places", "tags", "collections", "time"):
        window.filter_bar.open_part(part)
        walk(window.filter_bar, qapp)
        for popup in window.filter_bar.findChildren(QWidget):
            if popup.isWindow() and popup.isVisible():
                popup.close()
    window.filter_bar._show_saved()
    for menu in window.findChildren(QMenu):
        walk(menu, qapp)
        menu.hide()
    assert not bait.was_taken()


@pytest.mark.parametrize("action", DIALOGS)
def test_dialogs_show_text_as_it_is(
    make_window: Callable[..., MainWindow], bait: Bait, tmp_path: Path, qapp: QApplication, action: str
) -> None:
    library = Library.open(tmp_path / "<img src=bait.png>.dateline")
    article, events = hostile(library, bait.markup)
    window = make_window(library)
    window.selection.read(article.id)
    window.selection.select([events[0].id])
    window.actions_.named(action).trigger()
    dialogs = [child for child in window.findChildren(QDialog) if child.isVisible()]
    assert dialogs
    for dialog in dialogs:
        complain = getattr(dialog, "complain", None)
        if complain is not None:
            complain(bait.markup)
        walk(dialog, qapp)
        dialog.close()
    assert not bait.was_taken()


def test_message_boxes_show_text_as_it_is(bait: Bait, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QWidget] = []

    def look(box: QDialog) -> int:
        box.show()
        walk(box, qapp)
        shown.append(box)
        box.hide()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    monkeypatch.setattr(QInputDialog, "exec", look)
    plain.tell(None, bait.markup)
    plain.asked(None, bait.markup, bait.markup, bait.markup, "Yes", "No")
    box = crash.dialog(bait.markup, Path(bait.markup))
    look(box)
    for error in (LibraryError, LibraryLocked, LibraryDamaged):

        def refuse(*_: object, kind: type[LibraryError] = error) -> None:
            raise kind(bait.markup)

        monkeypatch.setattr(Library, "open", refuse)
        opening.open_library(Path("Any.dateline"), None)
    assert len(shown) == 6
    assert not bait.was_taken()
