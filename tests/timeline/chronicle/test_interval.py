"""An event's interval on its heading's stretch of time."""

import pytest
from tests.timeline.chronicle.made import G, choice_of, spans_of

from dateline.core.moment import HOUR, moment
from dateline.timeline.chronicle.interval import interval
from dateline.timeline.spans import GRANULARITY_CODE, OPEN_END, Spans


def test_a_night_runs_beyond_its_day_and_has_no_open_end() -> None:
    night = spans_of((moment(2031, 5, 7, 18), moment(2031, 5, 8, 6), G.DAY_PART))
    mark = interval(choice_of(night), 0, (0.0, 100.0, 10.0))
    assert (mark.open_end, mark.cut_end) == (False, True)
    assert mark.rect.x == pytest.approx(75, abs=1)
    assert 100 < mark.rect.right < 108


def test_a_bar_is_as_long_as_its_words_allow_and_what_is_short_is_a_dot() -> None:
    day = moment(2031, 5, 7)
    long, short = (
        interval(choice_of(spans_of((day + 6 * HOUR, day + until, G.DAY_PART))), 0, (0.0, 240.0, 10.0))
        for until in (18 * HOUR, 6 * HOUR + 1)
    )
    assert (long.dot, long.rect.x, long.rect.right) == (False, 60, 180)
    assert short.dot
    assert short.rect.x <= 60 <= short.rect.right


def test_an_open_end_leaves_room_for_its_chevrons() -> None:
    day = moment(2031, 5, 7)
    open_ended = Spans.make([1], [day], [day], [OPEN_END], [OPEN_END], granularity=[GRANULARITY_CODE[G.DAY]])
    mark = interval(choice_of(open_ended), 0, (0.0, 100.0, 10.0))
    assert mark.open_end
    assert mark.rect.right <= 100 - 12
