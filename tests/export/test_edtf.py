import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.model import Bundle, Event, Relation
from dateline.core.moment import DAY, Granularity, moment
from dateline.export import edtf

G = Granularity


@pytest.mark.parametrize(
    ("begin", "until", "granularity", "expected"),
    [
        (moment(2025, 3, 29), moment(2025, 3, 30), G.DAY, "2025-03-29"),
        (moment(2025, 3), moment(2025, 4), G.MONTH, "2025-03"),
        (moment(2025), moment(2026), G.YEAR, "2025"),
        (moment(1990), moment(2000), G.DECADE, "199X"),
        (moment(1900), moment(2000), G.CENTURY, "19XX"),
        (moment(1101), moment(1201), G.CENTURY, "1101/1200"),
        (moment(1000), moment(2000), G.MILLENNIUM, "1XXX"),
        (moment(2025, 3), moment(2025, 6), G.SEASON, "2025-21"),
        (moment(2025, 12), moment(2026, 3), G.SEASON, "2025-24"),
        (moment(2025, 1), moment(2025, 4), G.QUARTER, "2025-01/2025-03"),
        (moment(2025, 3, 24), moment(2025, 3, 31), G.WEEK, "2025-03-24/2025-03-30"),
        (moment(2025, 3, 1), moment(2025, 3, 11), G.MONTH, "2025-03-01/2025-03-10"),
        (None, moment(2026), G.YEAR, "../2025"),
        (None, moment(2026), G.DAY, "../2025-12-31"),
        (moment(2025), None, G.MONTH, "2025-01/.."),
        (moment(2025, 3, 29, 14, 5), moment(2025, 3, 29, 14, 6), G.MINUTE, "2025-03-29T14:05:00"),
        (moment(2025, 3, 29, 18), moment(2025, 3, 30, 6), G.DAY_PART, None),
        (moment(-43, 3, 15), moment(-43, 3, 16), G.DAY, "-0043-03-15"),
        (moment(-43), moment(-42), G.YEAR, "-0043"),
        (moment(17000), moment(17001), G.YEAR, "Y17000"),
        (moment(17000, 5), moment(17000, 6), G.MONTH, None),
        (None, None, G.VAGUE, None),
    ],
)
def test_intervals(begin: int | None, until: int | None, granularity: Granularity, expected: str) -> None:
    assert edtf.of_interval(begin, until, granularity) == expected


def test_around_is_approximate() -> None:
    event = Event(
        id=1, article=None, title="x", earliest=moment(2025), latest=moment(2026), granularity=G.YEAR,
        relation=Relation.AROUND,
    )  # fmt: skip
    assert edtf.of_event(event) == "2025~"


def test_expressions_take_their_own_words_for_about(bundle: Bundle) -> None:
    assert [edtf.of_expression(row) for row in bundle.expressions] == [None, None, "2027", "2025-01", "2025-03-29"]


LEVEL_1 = re.compile(
    r"\.\.|(-?\d{4}(-\d\d(-\d\d)?)?|\d{4}-2[1-4]|\d{3}X|\d\dXX|\dXXX|Y-?\d{5,})~?|\d{4}-\d\d-\d\dT\d\d:\d\d:00"
)


@given(
    st.none() | st.integers(moment(-12000) // DAY, moment(12000) // DAY),
    st.none() | st.integers(1, 400_000),
    st.sampled_from(Granularity),
    st.booleans(),
)
def test_every_string_is_of_level_1(day: int | None, length: int | None, granularity: Granularity, about: bool) -> None:
    begin = None if day is None else day * DAY
    until = None if length is None else ((day or 0) + length) * DAY
    text = edtf.of_interval(begin, until, granularity, about=about)
    assert text is None or all(LEVEL_1.fullmatch(part) for part in text.split("/"))
    assert text != "../.."
