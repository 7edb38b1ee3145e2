import pytest

from dateline.core.model import Conventions, Relation
from dateline.core.moment import Granularity, moment
from dateline.timeline.words import date_words, day_words, year_words

M, G = moment, Granularity
CLOSED = [
    (M(2025, 3, 29, 18), M(2025, 3, 30, 6), G.DAY_PART, "29 March 2025, night"),
    (M(2025, 3, 29), M(2025, 3, 30), G.DAY, "29 March 2025"),
    (M(2025, 3, 24), M(2025, 3, 30), G.WEEK, "24–29 March 2025"),
    (M(2025, 3, 28), M(2025, 4, 3), G.WEEK, "28 March – 2 April 2025"),
    (M(2024, 12, 28), M(2025, 1, 3), G.WEEK, "28 December 2024 – 2 January 2025"),
    (M(2025, 3, 29), M(2025, 3, 31), G.WEEKEND, "weekend of 29–30 March 2025"),
    (M(2025, 3), M(2025, 4), G.MONTH, "March 2025"),
    (M(2025, 1), M(2025, 4), G.QUARTER, "January–March 2025"),
    (M(2024, 12), M(2025, 3), G.SEASON, "winter 2024–25"),
    (M(2025), M(2026), G.YEAR, "2025"),
    (M(2025), M(2025, 3, 30), G.YEAR, "January–March 2025"),
    (M(1990), M(2000), G.DECADE, "1990s"),
    (M(1101), M(1201), G.CENTURY, "12th century"),
    (M(2025, 3, 29, 14, 5), M(2025, 3, 29, 14, 6), G.MINUTE, "29 March 2025, 14:05"),
    (M(2025, 3, 29, 13, 50), M(2025, 3, 29, 14, 21), G.MINUTE, "29 March 2025, 13:50–14:20"),
    (M(2025, 3, 29, 23, 50), M(2025, 3, 30, 0, 21), G.MINUTE, "29 March 2025, 23:50–00:20"),
    (M(2025, 3, 29), M(2025, 3, 30), G.MINUTE, "29 March 2025"),
    (M(2025, 3, 29, 14), M(2025, 3, 29, 17), G.HOUR, "29 March 2025, 14:00–17:00"),
    (M(2025, 3, 2, 18), M(2025, 3, 3, 18), G.HOUR, "2 March 2025, 18:00 – 3 March 2025, 18:00"),
    (M(-43, 3, 15), M(-43, 3, 16), G.DAY, "15 March 44 BC"),
]


@pytest.mark.parametrize(("begin", "until", "granularity", "words"), CLOSED)
def test_closed_intervals(begin: int, until: int, granularity: Granularity, words: str) -> None:
    assert date_words((begin, None, None, until), granularity) == words


@pytest.mark.parametrize(
    ("bounds", "granularity", "relation", "words"),
    [
        ((None, None, None, M(2026)), G.DAY, Relation.BEFORE, "before 1 January 2026"),
        ((None, None, None, M(2026)), G.YEAR, Relation.BEFORE, "before 2026"),
        ((None, None, None, M(2025, 3, 31)), G.VAGUE, Relation.BEFORE, "by 30 March 2025"),
        ((None, None, None, M(2025, 4)), G.VAGUE, Relation.BEFORE, "by 31 March 2025"),
        ((M(2025, 1), None, None, None), G.MONTH, Relation.SINCE, "since January 2025"),
        ((M(2025, 1), M(2025, 2), None, None), G.MONTH, Relation.SINCE, "since January 2025"),
        ((M(2025, 3, 6), None, None, None), G.DAY, Relation.AFTER, "after 5 March 2025"),
        ((None, None, M(2025, 3), M(2025, 4)), G.MONTH, Relation.UNTIL, "until March 2025"),
        ((None, None, None, None), G.DAY, Relation.UNKNOWN, "undated"),
    ],
)
def test_open_ends(
    bounds: tuple[int | None, int | None, int | None, int | None],
    granularity: Granularity,
    relation: Relation,
    words: str,
) -> None:
    assert date_words(bounds, granularity, relation=relation) == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_US", "March 29, 2025, night"),
        ("de_DE", "29. März 2025, Nacht"),
        ("iso", "2025-03-29T18:00/2025-03-30T06:00"),
        ("xx_XX", "29 March 2025, night"),
    ],
)
def test_locales(locale: str, words: str) -> None:
    assert date_words((M(2025, 3, 29, 18), None, None, M(2025, 3, 30, 6)), G.DAY_PART, locale) == words


def test_iso_is_no_finer_than_the_words() -> None:
    assert date_words((M(2025), None, None, M(2026)), G.YEAR, "iso") == "2025"
    assert date_words((M(2025, 1), None, None, None), G.MONTH, "iso") == "since 2025-01"
    around = (M(2025, 3, 29, 13, 50), None, None, M(2025, 3, 29, 14, 21))
    assert date_words(around, G.MINUTE, "iso") == "2025-03-29T13:50/2025-03-29T14:21"


def test_a_reader_s_own_night_keeps_its_name() -> None:
    bounds = (M(2025, 3, 29, 21), None, None, M(2025, 3, 30, 5))
    assert date_words(bounds, G.DAY_PART) == "29 March 2025, 21:00–05:00"
    assert date_words(bounds, G.DAY_PART, conventions=Conventions(night=(21, 29))) == "29 March 2025, night"


def test_days_and_years() -> None:
    assert day_words(M(2025, 3, 29, 14)) == "29 March 2025"
    assert year_words(0) == "1 BC"
    assert (year_words(-5, "iso"), year_words(12, "iso")) == ("-0005", "0012")
