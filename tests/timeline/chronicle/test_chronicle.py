"""The chronicle's words and order: what stands under which heading, what is counted, what is said of empty time."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.core.moment import DAY, HOUR, Granularity, moment
from dateline.timeline.chronicle.blocks import Kind, Style, Told, blocks_of, column, screen
from dateline.timeline.chronicle.choice import Choice, _months, _units
from dateline.timeline.chronicle.flow import Frame, even_bottom, flowed
from dateline.timeline.chronicle.heads import LEVELS, Level, head_of, outer_words, start
from dateline.timeline.chronicle.interval import interval
from dateline.timeline.chronicle.order import Order
from dateline.timeline.spans import GRANULARITY_CODE, OPEN_BEGIN, Spans
from dateline.timeline.text import Measure

G = Granularity
MONTH = Level("month", "day")


def spans_of(*rows: tuple[int, int, Granularity], weight: npt.ArrayLike | None = None) -> Spans:
    """Spans of (begin, until, granularity) rows, ids from 1 in the order given."""
    begin, until, grain = (np.array(column) for column in zip(*rows, strict=True))
    codes = [GRANULARITY_CODE[each] for each in grain.tolist()]
    ids = np.arange(1, len(rows) + 1)
    return Spans.make(ids, begin, until, begin, until, granularity=codes, weight=weight)


def days(*numbers: int, weight: npt.ArrayLike | None = None) -> Spans:
    return spans_of(
        *((moment(2031, 5) + n * DAY, moment(2031, 5) + (n + 1) * DAY, G.DAY) for n in numbers), weight=weight
    )


def choice_of(spans: Spans, most: int = 1000, kept: tuple[int, ...] = (), **more: Any) -> Choice:
    order = Order(spans)
    return Choice(order, (0, len(order)), most, kept, **more)


def told(ids: Iterable[int]) -> list[Told]:
    return [Told(f"The council of ward {event} votes on the harbour", "") for event in ids]


@pytest.mark.parametrize(
    ("granularity", "begin", "until", "big", "small"),
    [
        (G.DAY, moment(2031, 5, 7), moment(2031, 5, 8), "7", "Wed"),
        (G.DAY_PART, moment(2031, 5, 7, 18), moment(2031, 5, 8, 6), "7", "Wed"),
        (G.WEEK, moment(2031, 5, 5), moment(2031, 5, 12), "5–11", "May"),
        (G.MONTH, moment(2031, 5), moment(2031, 6), "May", "2031"),
        (G.QUARTER, moment(2031, 4), moment(2031, 7), "Apr", "–Jun"),
        (G.YEAR, moment(2031), moment(2032), "2031", ""),
        (G.DECADE, moment(2030), moment(2040), "2030s", ""),
        (G.CENTURY, moment(2001), moment(2101), "21st", ""),
    ],
)
def test_an_event_stands_under_a_heading_no_finer_than_its_words(
    granularity: Granularity, begin: int, until: int, big: str, small: str
) -> None:
    assert head_of(MONTH, begin, until, granularity)[2:] == (big, small)


def test_headings_from_millennia_to_minutes() -> None:
    m = moment(2031, 5, 7, 14, 20)
    said = [
        outer_words(level.outer, head_of(Level(level.outer, level.outer), m, m + 1, G.MINUTE).begin) for level in LEVELS
    ]
    assert said == [
        "2001–3000", "21st century", "21st century", "2031", "May 2031", "Wed 7 May 2031", "Wed 7 May 2031, 14:00",
    ]  # fmt: skip
    assert outer_words("month", moment(2031, 5), "de_DE") == "Mai 2031"


def test_of_those_that_begin_together_the_longest_comes_first() -> None:
    month = moment(2031, 5)
    spans = spans_of(
        (month, month + DAY, G.DAY), (month, moment(2031, 6), G.MONTH), (month + HOUR, month + 61, G.MINUTE)
    )
    assert Order(spans).spans.ids[Order(spans).rows].tolist() == [2, 1, 3]


def test_what_happened_before_a_day_stands_under_the_day_before() -> None:
    day = moment(2031, 5, 7)
    spans = Spans.make([1, 2], [OPEN_BEGIN, day], [day, day + DAY], [OPEN_BEGIN, day], [day, day + DAY],
                       granularity=[GRANULARITY_CODE[G.DAY]] * 2)  # fmt: skip
    assert choice_of(spans).head(0).big == "6"


def test_the_range_holds_nearly_all_and_leaves_out_what_is_far_off() -> None:
    far = (moment(1874), moment(1875), G.YEAR)
    spans = spans_of(far, *((moment(2031, 5, 1 + n), moment(2031, 5, 2 + n), G.DAY) for n in range(25)))
    assert Order(spans).nearly_all == (1, 26)
    assert Order(days(*range(25))).nearly_all == (0, 25)
    assert Order(Spans.from_events([])).nearly_all == (0, 0)


def test_the_weightiest_have_lines_and_every_other_event_is_counted() -> None:
    weight = [0.9, 0.1, 0.2, 0.3, 0.8, 0.1]
    choice = choice_of(days(0, 0, 0, 0, 4, 4, weight=weight), 2, exact=True)
    assert choice.order.score[choice.places].tolist() == pytest.approx([0.9, 0.8])
    assert [hidden.count for index in range(2) if (hidden := choice.hidden(index))] == [3, 1]


def test_one_event_alone_between_lines_has_a_line_too() -> None:
    assert len(choice_of(days(0, 1, 2, weight=[0.9, 0.1, 0.9]), 2)) == 3
    assert len(choice_of(days(0, 1, 2, weight=[0.9, 0.1, 0.9]), 2, exact=True)) == 2


def test_what_is_kept_has_a_line_whatever_it_weighs() -> None:
    choice = choice_of(days(*range(9), weight=[0.9, *[0.1] * 7, 0.9]), 2, (4,))
    assert 4 in choice.places.tolist()


def test_more_opens_the_weightiest_first() -> None:
    choice = choice_of(days(0, 0, 0, 0, weight=[0.9, 0.1, 0.4, 0.2]), 1)
    hidden = choice.hidden(0)
    assert hidden is not None
    best = choice.best_hidden(hidden, 2)
    assert sorted(choice.order.score[best].tolist()) == pytest.approx([0.2, 0.4])


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 400), st.floats(0, 1)), min_size=1, max_size=60),
    st.integers(0, 60),
)
@settings(deadline=None, max_examples=60)
def test_every_event_is_a_line_or_in_one_count_and_headings_never_go_back(
    rows: list[tuple[int, int, float]], most: int
) -> None:
    begin = np.array([moment(2031) + 12 * HOUR * day for day, _, _ in rows])
    until = begin + np.array([12 * HOUR * length for _, length, _ in rows])
    spans = Spans.make(np.arange(len(rows)), begin, until, begin, until, weight=[weight for *_, weight in rows],
                       granularity=[GRANULARITY_CODE[G.DAY]] * len(rows))  # fmt: skip
    choice = choice_of(spans, max(most, 1))
    hidden = [choice.hidden(index) for index in range(len(choice))]
    assert len(choice) + sum(each.count for each in hidden if each) == len(rows)
    heads = [choice.head(index).begin for index in range(len(choice))]
    assert heads == sorted(heads)
    for index in range(len(choice)):
        head, place = choice.head(index), int(choice.places[index])
        assert head.begin <= choice.order.at[place] < head.until


@pytest.mark.parametrize("width", [240, 340, 700])
@pytest.mark.parametrize("make", [column, screen])
def test_no_text_leaves_its_block_and_no_two_blocks_overlap(
    width: float, make: Callable[[float, Measure], Style]
) -> None:
    choice = choice_of(days(*[n // 3 for n in range(40)], weight=np.linspace(0.1, 0.9, 40)), 18)
    style = make(width, Measure(10.0))
    lines = [blocks_of(choice, index, told, style) for index in range(len(choice))]
    frame = lambda page: Frame((0.0, width + 20.0), 10.0, 300.0)  # noqa: E731
    again = lambda index: blocks_of(choice, index, told, style, again=True)  # noqa: E731
    pages = even_bottom(lines, frame, again, flowed(lines, frame, again))
    entries = [placed for page in pages for placed in page if placed.block.kind is Kind.ENTRY]
    assert [placed.block.index for placed in entries] == list(range(len(choice)))
    for page in pages:
        assert page
        for one, other in pairwise(page):
            assert other.x > one.x or other.y >= one.y + one.block.height - 0.01
        for placed in page:
            assert placed.y + placed.block.height <= 300.01
            for line in placed.block.lines:
                assert line.x + style.measure.width(line.text, line.role) <= width + 0.5


def test_what_follows_a_title_is_shortened_before_it_takes_a_line_of_its_own() -> None:
    def lines_of(width: float) -> tuple[str, bool]:
        choice = choice_of(days(0, 0, 0, 3, 3, 3, weight=[0.9, 0.1, 0.1, 0.2, 0.1, 0.1]), 1)
        (entry,) = [b for b in blocks_of(choice, 0, told, screen(width, Measure(10.0))) if b.kind is Kind.ENTRY]
        title, more = entry.lines[0], next(line for line in entry.lines if line.role == "more")
        return more.text, more.y > title.y

    seen = list(dict.fromkeys(lines_of(width) for width in range(640, 370, -4)))
    assert seen == [("▸ 5 more to 4 May", False), ("▸ 5 more", False), ("▸ 5 more to 4 May", True)]


def test_a_day_under_its_year_is_told_without_the_year() -> None:
    at = [moment(year, 6, 25) for year in range(2001, 2009)]
    choice = choice_of(spans_of(*((m, m + DAY, G.DAY) for m in at)))
    telling = lambda ids: [Told("The dam breaks", f"25 June {2000 + event}, 04:00") for event in ids]  # noqa: E731
    assert choice.level.inner == "year"
    (entry,) = [b for b in blocks_of(choice, 1, telling, screen(700, Measure())) if b.kind is Kind.ENTRY]
    assert "25 Jun, 04:00" in [line.text for line in entry.lines]
    assert entry.name == "25 June 2002, 04:00; The dam breaks"


def test_empty_time_is_folded_and_said() -> None:
    choice = choice_of(days(0, 0, 1, 1, 2, 2, 3, 30, 30, 31, 31, 32))
    said = [
        b.name
        for i in range(len(choice))
        for b in blocks_of(choice, i, told, screen(700, Measure()))
        if b.kind is Kind.SILENCE
    ]
    assert said == ["≈ 26 days in which nothing is told"]


@pytest.mark.parametrize("unit", ["minute", "day", "month", "year", "decade", "century", "millennium"])
def test_units_are_counted_as_their_headings_begin(unit: str) -> None:
    years = (-201, 1, 1100, 1101, 2000, 2001, 2031)
    at = np.array([moment(year, month, 3) for year in years for month in (1, 12)])
    assert _units(unit, at, _months(at)) == len({start(unit, m) for m in at.tolist()})


def test_a_night_runs_beyond_its_day_and_has_no_open_end() -> None:
    night = spans_of((moment(2031, 5, 7, 18), moment(2031, 5, 8, 6), G.DAY_PART))
    mark = interval(choice_of(night), 0, (0.0, 100.0, 10.0))
    assert (mark.open_end, mark.cut_end) == (False, True)
    assert mark.rect.x == pytest.approx(75, abs=1)
    assert 100 < mark.rect.right < 108


def test_a_month_below_a_quarter_of_the_same_month_says_its_name() -> None:
    april, may, july = moment(2031, 4), moment(2031, 5), moment(2031, 7)
    month = (april, may, G.MONTH)
    later = [(april + n * DAY, april + (n + 1) * DAY, G.DAY) for n in range(8)]

    def said(*rows: tuple[int, int, Granularity]) -> list[list[str]]:
        choice, style = choice_of(spans_of(*rows)), screen(700, Measure())
        blocks = [block for index in range(2) for block in blocks_of(choice, index, told, style)]
        return [[line.text for line in block.lines] for block in blocks if block.kind is Kind.ENTRY]

    quarter, below = said((april, july, G.QUARTER), month, *later)
    assert "Apr" in quarter
    assert "Apr" in below
    assert "Apr" not in said(month, *later)[0]  # the heading above says it
