"""Dropping files, pages and text on a window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.shell.drop import DropWindow, paths_of

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Quay(DropWindow):
    """A window that keeps what is dropped on it."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[QMimeData] = []
        self.open = True

    def takes_drops(self) -> bool:
        return self.open

    def dropped(self, data: QMimeData) -> None:
        self.taken.append(data)


@pytest.fixture
def window(qtbot: QtBot) -> Quay:
    made = Quay()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def enter(window: Quay, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(50, 50), COPY, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


@pytest.mark.parametrize("data", [files("/news/ferry.html", "/news"), text("Quay closes")], ids=["files", "text"])
def test_what_is_dragged_over_is_announced_and_taken(window: Quay, data: QMimeData) -> None:
    assert enter(window, data)
    assert window.veil.isVisible()
    assert window.veil.geometry() == window.rect()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), COPY, data, LEFT, NONE))
    assert not window.veil.isVisible()
    assert len(window.taken) == 1


def test_what_is_dragged_away_again_leaves_nothing(window: Quay) -> None:
    enter(window, files("/news/ferry.html"))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.veil.isVisible()
    assert window.taken == []


def test_nothing_is_taken_while_nothing_can_be_or_where_there_is_nothing(window: Quay) -> None:
    assert not enter(window, QMimeData())
    window.open = False
    assert not enter(window, files("/news/ferry.html"))
    assert not window.veil.isVisible()


def test_only_files_of_this_computer_are_files() -> None:
    data = files("/news/ferry.html")
    data.setUrls([*data.urls(), QUrl("https://example.org/ferry.html")])
    assert paths_of(data) == [Path("/news/ferry.html")]
    assert paths_of(text("/news/ferry.html")) == []


def test_the_veil_covers_the_window_in_its_colours(window: Quay) -> None:
    before = window.grab().toImage()
    enter(window, files("/news/ferry.html"))
    assert window.grab().toImage() != before
