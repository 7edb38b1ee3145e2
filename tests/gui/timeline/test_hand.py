"""What both views of events do alike under hand."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from dateline.gui.timeline.hand import Hand


class Drawn(Hand):
    """A view that says where it is asked, and counts what it tells."""

    def __init__(self, qtbot: QtBot) -> None:
        self.told: list[int | None] = []
        super().__init__("drawn", "Drawn events")
        qtbot.addWidget(self)

    def pan(self, pixels: float) -> None:
        """Stay."""

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Stay."""

    def tip_words(self, x: float, y: float) -> str:
        """Where it is asked, on the left."""
        return f"at {x:.0f}, {y:.0f}" if x < 50 else ""

    def _tell_reader(self, what: int | None) -> None:
        self.told.append(what)


def ask(view: Hand, x: int) -> None:
    where = QPoint(x, 5)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, where, view.mapToGlobal(where)))


def test_it_is_one_tab_stop_with_a_name(qtbot: QtBot) -> None:
    view = Drawn(qtbot)
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert (view.accessibleName(), view.objectName()) == ("Drawn events", "drawn")


def test_a_tip_shows_what_is_there_and_goes_where_nothing_is(qtbot: QtBot) -> None:
    view = Drawn(qtbot)
    with qtbot.waitExposed(view):
        view.show()
    ask(view, 7)
    assert QToolTip.text() == "at 7, 5"
    ask(view, 70)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_what_is_hovered_over_is_nothing_once_the_pointer_leaves(qtbot: QtBot) -> None:
    view = Drawn(qtbot)
    view._hover_over(3)
    assert view._hover == 3
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._hover is None


def test_screen_readers_are_told_once_after_the_first_painting(qtbot: QtBot) -> None:
    view = Drawn(qtbot)
    view._painted()
    view._painted()
    qtbot.waitUntil(lambda: bool(view.told))
    assert view.told == [None]
