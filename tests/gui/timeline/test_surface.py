"""What the timeline shows, moves and chooses, without hands and keys."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag, QImage
from pytestqt.qtbot import QtBot
from tests.gui.timeline.made import D, captions, mark_of, spans_of

from dateline.core.moment import DAY, moment
from dateline.gui.timeline.view import TimelineView

KEY = Qt.Key


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


def test_what_is_shown_is_a_picture(view: TimelineView) -> None:
    image = view.image()
    assert (image.width(), image.height()) == (1000, 1400)


def test_zooming_out_at_the_limit_moves_nothing(view: TimelineView) -> None:
    view.show_range(0, 10 * DAY)
    view.zoom(1e-12, 50)
    widest = view.visible_range
    for at in (50, 400, 300):
        view.zoom(0.5, at)
        assert view.visible_range == widest


def test_the_selected_events_are_told_in_order_of_time(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.selected):
        view.set_selection([6, 2, 4])  # by somebody else
    assert view.selection() == [2, 4, 6]
    with qtbot.waitSignal(view.selected) as told:
        view.focus_row(0)
    assert told.args == [[1]]
    with qtbot.assertNotEmitted(view.selected):
        view.focus_row(0)


def test_text_of_another_size_is_laid_out_anew(view: TimelineView) -> None:
    small = mark_of(view, 3)
    view.set_text_size(26)
    large = mark_of(view, 3)
    assert small.box is not None
    assert large.box is not None
    assert large.box.height > 1.5 * small.box.height


def test_what_hovering_says_is_asked_for_or_made_of_the_caption(view: TimelineView) -> None:
    assert view.tooltip_of(3) == "why 3"
    view.set_spans(view.spans, captions)
    assert view.tooltip_of(3) == "event 3\n3 March 2025"


def test_while_the_scale_is_held_more_room_shows_more_time(view: TimelineView, qtbot: QtBot) -> None:
    view.preset("week")
    begin, until = view.visible_range
    view.hold_scale()
    view.resize(view.width(), view.height() // 2)
    assert view.visible_range[0] == begin
    assert view.visible_range[1] - begin == pytest.approx((until - begin) / 2, rel=0.15)
    qtbot.waitUntil(lambda: not view._held)
    held = view.visible_range
    view.resize(view.width(), view.height() * 2)
    assert view.visible_range == held  # and afterwards the same time at another scale


def test_a_picture_is_dragged_out_as_image_and_as_file(view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[QMimeData] = []

    def held(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        taken.append(drag.mimeData())
        [file] = [url.toLocalFile() for url in drag.mimeData().urls()]
        assert QImage(file).size() == view.size() * 2
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", held)
    view.drag_image()
    assert taken[0].hasImage()


def test_changes_that_change_nothing_are_not_told(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.range_changed):
        view.show_range(*view.visible_range)
        view.reveal(99)
        view.fit_selection()  # nothing is selected
    with qtbot.waitSignal(view.range_changed) as told:
        view.pan(70)
    assert tuple(told.args or ()) == view.visible_range


def test_lanes_are_folded_by_name_and_it_is_told(view: TimelineView, qtbot: QtBot) -> None:
    view.set_spans(spans_of(8, 2), captions)
    with qtbot.waitSignal(view.lane_toggled) as told:
        view.toggle_lane("lane 1")
    assert told.args == ["lane 1"]
    assert {mark.id for mark in view.scene().marks} == {1, 3, 5, 7}
    view.toggle_lane("lane 1")
    assert view.collapsed == frozenset()
