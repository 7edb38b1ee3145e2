"""The state of a chronicle in a window."""

import pytest
from tests.timeline.chronicle.made import days, told

from dateline.core.moment import DAY, moment
from dateline.timeline.chronicle.blocks import screen
from dateline.timeline.chronicle.roll import Roll
from dateline.timeline.spans import Spans
from dateline.timeline.text import Measure

FIRST = moment(2031, 5)


@pytest.fixture
def roll() -> Roll:
    """Sixty days with an event each, in a window for some of them."""
    made = Roll(screen(500, Measure(10.0)), told)
    made.resize(screen(500, Measure(10.0)), 300.0)
    made.set_rows(days(*range(60), weight=[(n * 7 % 60) / 60 for n in range(60)]))
    made.fit(whole=True)
    return made


def in_sight(roll: Roll) -> list[int]:
    return [
        int(roll.order.spans.ids[roll.order.rows[int(roll.choice.places[each.block.index])]])
        for each in roll.sight().entries
    ]


def test_fitting_shows_first_and_last_within_the_window(roll: Roll) -> None:
    sight = roll.sight()
    assert len(sight.entries) == len(roll.choice) >= 2
    assert all(each.y >= 0 and each.y + each.block.height <= 300.01 for each in sight.placed)
    hidden = [roll.choice.hidden(index) for index in range(len(roll.choice))]
    assert len(roll.choice) + sum(each.count for each in hidden if each) == 60


def test_zooming_gives_more_lines_or_fewer(roll: Roll) -> None:
    lines = len(roll.choice)
    roll.zoom(2.0)
    more = len(roll.choice)
    roll.zoom(0.25)
    assert more > lines > len(roll.choice)


def test_what_is_kept_has_a_line_and_can_be_brought_into_sight(roll: Roll) -> None:
    lightest = 1  # weighs nothing
    assert lightest not in in_sight(roll) or len(roll.choice) == 60
    roll.keep([lightest])
    roll.zoom(4.0)
    roll.go_to(FIRST + 59 * DAY)
    roll.reveal(lightest)
    assert lightest in in_sight(roll)


def test_scrolling_moves_on_and_back(roll: Roll) -> None:
    roll.zoom(8.0)
    roll.go_to(FIRST + 20 * DAY)
    before = in_sight(roll)
    roll.scroll(150.0)
    later = in_sight(roll)
    roll.scroll(-150.0)
    assert before != later
    assert in_sight(roll) == before


def test_what_is_counted_can_be_opened(roll: Roll) -> None:
    hidden = next(each for index in range(len(roll.choice)) if (each := roll.choice.hidden(index)) and each.count > 1)
    lines = len(roll.choice)
    roll.open(hidden)
    assert len(roll.choice) > lines


def test_a_range_is_shown_and_other_rows_keep_what_is_at_the_top(roll: Roll) -> None:
    roll.show(FIRST + 10 * DAY, FIRST + 20 * DAY)
    assert in_sight(roll)[0] == 11
    assert 1 not in in_sight(roll)
    assert 20 in in_sight(roll)
    roll.set_rows(Spans.from_events([]))
    assert roll.sight().placed == ()
    roll.fit()
    roll.go_to(FIRST)
    assert len(roll.choice) == 0
