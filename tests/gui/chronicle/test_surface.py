"""What the chronicle shows, moves and chooses, without hands and keys."""

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.chronicle.made import MAY, made, told, whole

from dateline.core.moment import DAY, weekday
from dateline.export.palette import load
from dateline.gui.chronicle.view import ChronicleView


def test_what_is_chosen_stays_where_it_is_when_it_has_a_line_and_when_more_come(view: ChronicleView) -> None:
    (placed,) = [p for p in view.sight().entries if p.block.index == 8]
    view.choose([placed.block.event])
    view.zoom(2.0)
    (now,) = [p for p in view.sight().entries if p.block.event == placed.block.event]
    assert now.y == pytest.approx(placed.y, abs=1)
    view.zoom(0.2)
    (now,) = [p for p in view.sight().entries if p.block.event == placed.block.event]
    assert now.y == pytest.approx(placed.y, abs=view.height() / 2)


def test_the_events_of_one_article_have_lines_and_the_others_step_back(view: ChronicleView) -> None:
    only = [3, 77, 200]
    view.set_only(only)
    ids = view.roll.order.spans.ids[view.roll.order.rows[view.roll.choice.places]].tolist()
    assert set(only) <= set(ids)


def test_a_range_that_is_asked_for_is_shown_with_as_many_lines_as_fit(view: ChronicleView) -> None:
    view.show_range(MAY + 10 * DAY, MAY + 12 * DAY)
    first = view.sight().entries[0]
    assert MAY + 10 * DAY <= view.roll.order.at[first.block.place] < MAY + 12 * DAY
    assert len(whole(view)) >= 10


def test_an_empty_chronicle_is_empty(qtbot: QtBot) -> None:
    shown = ChronicleView(load("dark"), told)
    qtbot.addWidget(shown)
    shown.resize(400, 400)
    assert shown.sight().placed == ()
    shown.fit_all()
    shown.zoom(2)
    shown.go_to(0)
    shown.grab()


def test_selecting_from_elsewhere_is_not_told_and_by_hand_is(view: ChronicleView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.selected):
        view.set_selection([7])
    assert view.focused_event == 7
    assert 7 in {p.block.event for p in view.sight().entries}  # it has a line now
    with qtbot.waitSignal(view.selected) as heard:
        view.choose([8])
    assert heard.args == [[8]]
    with qtbot.assertNotEmitted(view.selected):
        view.choose([8])


@pytest.fixture
def asked(view: ChronicleView, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The ranges that are to be shown."""
    ranges: list[tuple[int, int]] = []
    monkeypatch.setattr(view, "show_range", lambda begin, until: ranges.append((begin, until)))
    return ranges


@pytest.mark.parametrize(("name", "days"), [("day", {1}), ("week", {7}), ("month", {30, 31}), ("year", {365})])
def test_ranges_by_name_hold_what_is_in_the_middle(
    view: ChronicleView, asked: list[tuple[int, int]], name: str, days: set[int]
) -> None:
    view.go_to(MAY)
    view.preset(name)
    ((first, until),) = asked
    middle = min(view.sight().entries, key=lambda p: abs(p.y - view.height() / 2))
    assert first <= view.roll.order.at[middle.block.place] < until
    assert (until - first) / DAY in days


def test_a_range_by_name_needs_something_to_lie_around(qtbot: QtBot) -> None:
    empty = ChronicleView(load("light"), told)
    qtbot.addWidget(empty)
    empty.preset("week")
    assert empty.fits


def test_a_week_begins_on_the_reader_s_first_day(view: ChronicleView, asked: list[tuple[int, int]]) -> None:
    for first in (0, 6):
        view.set_calendar(first_weekday=first)
        view.preset("week")
    (monday, end), (sunday, _) = asked
    assert (weekday(monday), weekday(sunday), end - monday) == (0, 6, 7 * DAY)


def test_the_selected_are_shown_at_once(view: ChronicleView) -> None:
    order = view.roll.order
    far = [int(order.spans.ids[order.rows[place]]) for place in (5, 390)]
    view.set_selection(far)
    view.fit_selection()
    assert set(far) <= {p.block.event for p in view.sight().entries}


def test_what_is_in_sight_is_told_when_it_is_another_time(view: ChronicleView, qtbot: QtBot) -> None:
    view.zoom(4)
    heard: list[tuple[int, int]] = []
    view.range_changed.connect(lambda begin, until: heard.append((begin, until)))
    view.pan(400)
    view.sight()
    qtbot.waitUntil(lambda: heard[-1:] == [view.visible_range])


def test_panning_and_revealing_come_back(view: ChronicleView) -> None:
    view.zoom(4)
    first = whole(view)[0].block.event
    assert first is not None
    view.pan(3000)
    assert first not in {p.block.event for p in whole(view)}
    view.reveal(first)
    assert first in {p.block.event for p in whole(view)}


def test_what_is_selected_stays_in_sight_when_the_room_shrinks(view: ChronicleView, qtbot: QtBot) -> None:
    view.zoom(3)
    last = whole(view)[-1].block.event
    assert last is not None
    view.set_selection([last])
    view.hold_scale()
    view.resize(620, 300)
    qtbot.waitUntil(lambda: last in {p.block.event for p in whole(view)})


def test_larger_text_and_other_colours_are_painted(view: ChronicleView) -> None:
    before, lines = view.grab().toImage(), len(whole(view))
    view.set_colors(load("dark"))
    assert view.grab().toImage() != before
    view.set_text_size(26)
    assert len(whole(view)) < lines


def test_all_at_once_holds_until_the_reader_moves(view: ChronicleView) -> None:
    held = [view.fits]
    view.set_spans(made(30))
    assert 25 <= len(view.sight().entries) <= 30  # fitted anew: nearly all have a line
    view.go_to(MAY + 5 * DAY)
    held.append(view.fits)
    view.fit_all()
    held.append(view.fits)
    assert held == [True, False, True]
