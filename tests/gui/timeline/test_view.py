"""The timeline as a person uses it: pointer, wheel, keys, screen reader."""

from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.core.moment import DAY, Granularity, moment
from dateline.export.palette import load
from dateline.gui.timeline.editing import Handle
from dateline.gui.timeline.hints import menu_of, tip_at
from dateline.gui.timeline.view import TimelineView
from dateline.timeline.scene import Mark, Rect
from dateline.timeline.spans import GRANULARITY_CODE, Spans
from dateline.timeline.text import Caption

D = moment(2025, 3, 24)
KEY = Qt.Key


def captions(ids: Sequence[int]) -> list[Caption]:
    return [Caption(f"event {i}", f"{i} March 2025") for i in ids]


def spans_of(count: int = 8, lanes: int = 1) -> Spans:
    at = D + np.arange(count) * DAY
    names = [f"lane {n}" for n in range(lanes)] if lanes > 1 else [""]
    return Spans.make(
        np.arange(1, count + 1), at, at + DAY, at, at + DAY,
        granularity=np.full(count, GRANULARITY_CODE[Granularity.DAY]), lane=np.arange(count) % lanes, lanes=names,
    )  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    widget = TimelineView(load("light"))
    qtbot.addWidget(widget)
    widget.resize(500, 700)
    widget.set_spans(spans_of(), captions, lambda event: f"why {event}")
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    return widget


def middle(rect: Rect | None) -> QPoint:
    assert rect is not None
    return QPoint(int(rect.x + rect.width / 2), int(rect.y + rect.height / 2))


def mark_of(view: TimelineView, event: int) -> Mark:
    return next(mark for mark in view.scene().marks if mark.id == event)


def handles_of(view: TimelineView) -> Sequence[Handle]:
    drag = view._handles(view.scene())
    assert drag is not None
    return drag.handles


def wheel(
    view: TimelineView,
    steps: int,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: tuple[float, float] = (250.0, 350.0),
) -> None:
    where = QPointF(*at)
    phase, inverted = Qt.ScrollPhase.NoScrollPhase, False
    buttons = Qt.MouseButton.NoButton
    event = QWheelEvent(
        where, view.mapToGlobal(where), QPoint(), QPoint(0, 120 * steps), buttons, keys, phase, inverted
    )
    QGuiApplication.sendEvent(view, event)


def test_at_first_everything_is_shown(view: TimelineView) -> None:
    assert [mark.id for mark in view.scene().marks] == list(range(1, 9))


def test_a_click_selects_and_ctrl_click_adds(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.selected) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(mark_of(view, 3).box))
    assert caught.args == [[3]]
    qtbot.mouseClick(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=middle(mark_of(view, 5).box)
    )
    assert view.selection() == [3, 5]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(490, 690))
    assert view.selection() == []


def test_a_double_click_goes_to_the_text(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.activated) as caught:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(mark_of(view, 4).box))
    assert caught.args == [4]


def test_ctrl_and_wheel_zoom_at_the_pointer(view: TimelineView) -> None:
    scale = view.scene().scale
    under = scale.moment(200)
    wheel(view, 4, Qt.KeyboardModifier.ControlModifier, (250.0, 200.0))
    begin, until = view.visible_range
    assert until - begin < scale.until - scale.begin
    assert abs(view.scene().scale.moment(200) - under) <= (until - begin) / 700 * 2


def test_the_wheel_moves_on_and_slows_down(view: TimelineView, qtbot: QtBot) -> None:
    before = view.visible_range
    wheel(view, -2)
    assert view.visible_range[0] > before[0]
    assert view._motion.moving
    first = view.visible_range
    qtbot.waitUntil(lambda: not view._motion.moving, timeout=3000)
    assert view.visible_range[0] > first[0]
    assert view.visible_range[1] - view.visible_range[0] == before[1] - before[0]


def test_dragging_pans(view: TimelineView, qtbot: QtBot) -> None:
    before = view.visible_range
    empty = QPoint(480, 300)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=empty)
    qtbot.mouseMove(view, empty + QPoint(0, -20))
    qtbot.mouseMove(view, empty + QPoint(0, -120))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=empty + QPoint(0, -120))
    moved = view.visible_range[0] - before[0]
    per_minute = view.scene().scale.pieces[0].per_minute
    assert 80 <= moved * per_minute <= 125


def test_keys_move_by_time_zoom_and_go_to_the_text(view: TimelineView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.focused_event == 1
    qtbot.keyClick(view, KEY.Key_Down)
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.selection() == [3]
    qtbot.keyClick(view, KEY.Key_Up)
    assert view.focused_event == 2
    before = view.visible_range
    qtbot.keyClick(view, KEY.Key_Plus)
    assert view.visible_range[1] - view.visible_range[0] < before[1] - before[0]
    qtbot.keyClick(view, KEY.Key_End)
    assert view.focused_event == 8
    assert mark_of(view, 8)  # it has come into sight
    with qtbot.waitSignal(view.activated) as caught:
        qtbot.keyClick(view, KEY.Key_Return)
    assert caught.args == [8]
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view, KEY.Key_Escape)
    with qtbot.waitSignal(view.undated_requested):
        qtbot.keyClick(view, KEY.Key_U)
    qtbot.keyClick(view, KEY.Key_0)
    assert len(view.scene().marks) == 8


def test_keys_move_across_lanes(view: TimelineView, qtbot: QtBot) -> None:
    view.set_spans(spans_of(8, 2), captions)
    view.focus_row(0)
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.focused_event == 2
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.focused_event == 4
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.focused_event in (3, 5)
    view.set_vertical(False)
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.focused_event % 2 == 0


def test_ranges_by_name_by_date_and_by_selection(view: TimelineView) -> None:
    view.go_to(D + 3 * DAY)
    assert sum(view.visible_range) // 2 == pytest.approx(D + 3 * DAY, abs=1)
    view.preset("week")
    assert view.visible_range == (D, D + 7 * DAY)
    view.preset("month")
    assert view.visible_range == (moment(2025, 3), moment(2025, 4))
    view.preset("year")
    assert view.visible_range == (moment(2025), moment(2026))
    view.preset("day")
    assert view.visible_range[1] - view.visible_range[0] == DAY
    view.set_selection([2, 3])
    view.fit_selection()
    assert {mark.id for mark in view.scene().marks} >= {2, 3}
    view.fit_all()
    assert len(view.scene().marks) == 8


def test_the_range_stays_when_the_filter_changes(view: TimelineView) -> None:
    view.preset("week")
    before = view.visible_range
    view.set_selection([3])
    view.focus_row(2)
    view.set_spans(view.spans.take(view.spans.ids != 1), captions)
    assert view.visible_range == before
    assert view.focused_event == 3


def test_a_click_on_a_header_folds_a_lane(view: TimelineView, qtbot: QtBot) -> None:
    view.set_spans(spans_of(8, 2), captions)
    header = view.scene().bands[0].header
    with qtbot.waitSignal(view.lane_toggled) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(header))
    assert caught.args == ["lane 0"]
    assert view.scene().bands[0].collapsed
    assert len(view.scene().marks) == 4


def test_clusters_open(view: TimelineView, qtbot: QtBot) -> None:
    at = np.concatenate((np.full(60, D), D + 400 * DAY + np.arange(60) * DAY))
    view.set_spans(Spans.make(np.arange(120), at, at + DAY, at, at + DAY), captions)
    view.fit_all()
    same, spread = (
        min(view.scene().clusters, key=lambda cluster: cluster.begin),
        max(view.scene().clusters, key=lambda cluster: cluster.begin),
    )
    before = view.visible_range
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(spread.rect))
    after = view.visible_range
    assert after[1] - after[0] < before[1] - before[0]
    menu = menu_of(view, same)
    titles = [action.text() for action in menu.actions()]
    assert titles[0].startswith("event ")
    assert titles[-1] == f"Show all {same.count} in the table"
    with qtbot.waitSignal(view.listing_requested) as asked:
        menu.actions()[-1].trigger()
    assert asked.args == [same.begin, same.until]
    menu.actions()[2].trigger()
    assert view.focused_event in same.ids
    menu.close()


def test_a_histogram_s_bar_is_zoomed_into(view: TimelineView, qtbot: QtBot) -> None:
    at = D + np.arange(50_000) % 900 * DAY
    view.set_spans(Spans.make(np.arange(50_000), at, at + DAY, at, at + DAY), captions)
    view.fit_all()
    bar = view.scene().bins[20]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(bar.rect))
    assert view.visible_range[0] <= bar.begin < bar.until <= view.visible_range[1]
    assert view.visible_range[1] - view.visible_range[0] < 60 * DAY


def test_hovering_says_why_or_what_is_counted(view: TimelineView) -> None:
    where = middle(mark_of(view, 3).box)
    assert tip_at(view, where.x(), where.y()) == "why 3"
    view.set_publications([(D + 2 * DAY, 7)])
    place = view.scene().publications[0].at
    assert tip_at(view, 60, place) == "1 article published on 26 March 2025"
    at = np.full(100, D)
    view.set_spans(Spans.make(np.arange(100), at, at + DAY, at, at + DAY), captions)
    cluster = max(view.scene().clusters, key=lambda each: each.count)
    tip = tip_at(view, *middle(cluster.rect).toTuple())
    assert tip.startswith(f"{cluster.count} events, 24 March 2025")
    assert "• event" in tip


@pytest.mark.parametrize("vertical", [True, False])
def test_a_bound_is_dragged(view: TimelineView, qtbot: QtBot, vertical: bool) -> None:
    view.set_vertical(vertical)
    view.preset("week")
    view.set_selection([3])
    handle = handles_of(view)[1]
    at = QPoint(round(handle.x), round(handle.y))
    day = round(view.scene().scale.pieces[0].per_minute * DAY)
    to = at + (QPoint(0, 2 * day) if vertical else QPoint(2 * day, 0))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view, to)
    with qtbot.waitSignal(view.bounds_edited) as caught:
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    begin = D + 2 * DAY
    assert caught.args == [3, (begin, begin + 3 * DAY, begin, begin + 3 * DAY)]


def test_escape_lets_a_bound_go_unchanged(view: TimelineView, qtbot: QtBot) -> None:
    view.preset("week")
    view.set_selection([3])
    handle = handles_of(view)[0]
    at = QPoint(round(handle.x), round(handle.y))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view, at + QPoint(0, 90))
    with qtbot.assertNotEmitted(view.bounds_edited):
        qtbot.keyClick(view, KEY.Key_Escape)
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)


def test_what_is_shown_is_a_picture(view: TimelineView) -> None:
    image = view.image()
    assert (image.width(), image.height()) == (1000, 1400)


def test_every_theme_and_direction_paints(view: TimelineView) -> None:
    for theme in ("light", "dark", "contrast"):
        view.set_colors(load(theme))
        for vertical in (True, False):
            view.set_vertical(vertical)
            view.focus_row(2)
            assert not view.grab().isNull()


def test_the_screen_reader_hears_a_list_of_named_events(view: TimelineView) -> None:
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Timeline"
    assert found.childCount() == 8
    third = found.child(2)
    assert third.role() == QAccessible.Role.ListItem
    assert third.text(QAccessible.Text.Name) == "3 March 2025; event 3; reported; 3 of 8"
    view.focus_row(2)
    assert found.focusChild().text(QAccessible.Text.Name) == third.text(QAccessible.Text.Name)
    assert third.state().focused
    assert third.state().selected
    box = third.rect()
    assert found.childAt(box.x() + 5, box.y() + 5).text(QAccessible.Text.Name) == third.text(QAccessible.Text.Name)
    assert found.child(99) is None
    view.set_spans(view.spans.take(view.spans.ids < 3), captions)
    assert found.childCount() == 2
    assert not third.isValid()


def test_it_is_one_tab_stop(view: TimelineView) -> None:
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert all(child.focusPolicy() == Qt.FocusPolicy.NoFocus for child in view.findChildren(QWidget))


def test_zooming_out_at_the_limit_moves_nothing(view: TimelineView) -> None:
    view.show_range(0, 10 * DAY)
    view.zoom(1e-12, 50)
    widest = view.visible_range
    for at in (50, 400, 300):
        view.zoom(0.5, at)
        assert view.visible_range == widest
