"""The events' side of the window."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT
from dateline.core.moment import moment
from dateline.gui.shell.main_window import MainWindow


def test_where_the_filter_lets_nothing_through_the_pane_itself_clears_it(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.document.set_filter(Filter(weight=MAIN_WEIGHT, text="nowhere told of"))
    assert window.views.clear.isVisible()
    qtbot.mouseClick(window.views.clear, Qt.MouseButton.LeftButton)
    assert window.document.filter == Filter(weight=MAIN_WEIGHT)
    assert window.times.current.isVisible()
    assert not window.views.clear.isVisible()


def test_the_details_leave_the_timeline_s_scale(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    view = window.times.view
    view.show_range(moment(2025, 3, 1), moment(2025, 4, 10))
    before, top = view.scene().scale.pieces[0].per_minute, view.visible_range[0]
    mark = next(mark for mark in view.scene().marks if mark.id == ids["began"])
    place = QPoint(int(mark.rect.x + mark.rect.width / 2), int(mark.rect.y + mark.rect.height / 2))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.inspector.isVisible() and view.height() < 500)
    qtbot.waitUntil(lambda: view.scene().height == view.height())
    assert abs(view.scene().scale.pieces[0].per_minute - before) < before / 100
    assert view.visible_range[0] == top
    assert any(mark.id == ids["began"] for mark in view.scene().marks)


def test_the_view_is_chosen_by_pictures_where_words_have_no_room(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 600)
    segment = window.views._segments[0]
    qtbot.waitUntil(lambda: segment.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    assert segment.accessibleName() == "Chronicle"
    window.resize(1900, 900)
    qtbot.waitUntil(lambda: segment.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    lanes = window.times.lanes
    assert lanes.fontMetrics().horizontalAdvance("No lanes") < lanes.minimumSizeHint().width()
