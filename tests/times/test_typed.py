"""Dates typed by a reader."""

from dataclasses import replace
from functools import partial

import pytest

from dateline.core.bounds import Bounds
from dateline.core.model import Conventions, Relation
from dateline.core.moment import Granularity, iso_or_none
from dateline.errors import UsageError
from dateline.times.typed import read, read_publication

typed = partial(read, conventions=Conventions())

CASES = [
    # On
    ("29 March 2025", "2025-03-29 2025-03-30 2025-03-29 2025-03-30", Relation.ON),
    ("on 2025-03-29", "2025-03-29 2025-03-30 2025-03-29 2025-03-30", Relation.ON),
    ("March 2025", "2025-03-01 2025-04-01 2025-03-01 2025-04-01", Relation.WITHIN),
    ("in 1962", "1962-01-01 1963-01-01 1962-01-01 1963-01-01", Relation.WITHIN),
    ("29 March 2025 14:05", "2025-03-29T14:05 2025-03-29T14:06 2025-03-29T14:05 2025-03-29T14:06", Relation.ON),
    # Around
    ("around 1870", "1869-01-01 1872-01-01 1869-01-01 1872-01-01", Relation.AROUND),
    ("c. 3 March 2025", "2025-03-02 2025-03-05 2025-03-02 2025-03-05", Relation.AROUND),
    # Before, after
    ("before May 2025", "- 2025-05-01 - 2025-05-01", Relation.BEFORE),
    ("by May 2025", "- 2025-06-01 - 2025-06-01", Relation.BEFORE),
    ("until May 2025", "- 2025-05-01 2025-05-01 2025-06-01", Relation.UNTIL),
    ("After 3 March 2025", "2025-03-04 - 2025-03-04 -", Relation.AFTER),
    ("since January 2024", "2024-01-01 2024-02-01 2024-01-01 -", Relation.SINCE),
    # Between
    ("between 3 and 5 March 2025", "2025-03-03 2025-03-06 2025-03-03 2025-03-06", Relation.WITHIN),
    ("between March 3 and 5, 2025", "2025-03-03 2025-03-06 2025-03-03 2025-03-06", Relation.WITHIN),
    ("after 3 March 2025 and before 5 May 2025", "2025-03-04 2025-05-05 2025-03-04 2025-05-05", Relation.WITHIN),
    # From–To
    ("from 2019 to 2021", "2019-01-01 2020-01-01 2021-01-01 2022-01-01", Relation.ON),
    ("2019–2021", "2019-01-01 2020-01-01 2021-01-01 2022-01-01", Relation.ON),
    ("March to May 2025", "2025-03-01 2025-04-01 2025-05-01 2025-06-01", Relation.ON),
    ("2025-03-29 to 2025-04-02", "2025-03-29 2025-03-30 2025-04-02 2025-04-03", Relation.ON),
    ("3 March - 5 April 2025", "2025-03-03 2025-03-04 2025-04-05 2025-04-06", Relation.ON),
    # leaning on the publication date, Thursday 3 April 2025
    ("last Monday", "2025-03-31 2025-04-01 2025-03-31 2025-04-01", Relation.ON),
]


@pytest.mark.parametrize(("words", "expected", "relation"), CASES)
def test_what_is_typed(words: str, expected: str, relation: Relation) -> None:
    bounds = typed(words, published="2025-04-03")
    four = (bounds.earliest, bounds.latest_start, bounds.earliest_end, bounds.latest)
    assert " ".join(iso_or_none(moment) or "-" for moment in four) == expected
    assert bounds.relation is relation
    assert bounds.words == words


def test_no_words_mean_an_undated_event() -> None:
    assert typed("  ") == Bounds()


def test_how_fine_the_coarser_of_two_dates_is() -> None:
    assert typed("from 3 March 2025 to 2026").granularity is Granularity.YEAR


@pytest.mark.parametrize("words", ["banana", "30 February 2025", "from 2021 to 2019", "between 3 and", "–", "before"])
def test_what_is_no_date_is_said_to_be_none(words: str) -> None:
    with pytest.raises(UsageError):
        typed(words, published="2025-04-03")


def test_relative_words_need_a_publication_date() -> None:
    with pytest.raises(UsageError, match="publication date"):
        typed("last Monday")


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("30. März 2025", "30 March 2025"),
        ("um 1870", "around 1870"),
        ("vor Mai 2025", "before May 2025"),
        ("seit Januar 2024", "since January 2024"),
        ("bis zum 3. Mai 2025", "until 3 May 2025"),
        ("zwischen dem 3. und dem 5. März 2025", "between 3 and 5 March 2025"),
        ("3. bis 5. März 2025", "from 3 to 5 March 2025"),
        ("von 2019 bis 2021", "from 2019 to 2021"),
        ("nach dem 3. März 2025", "after 3 March 2025"),
        ("vor drei Tagen", "three days ago"),
        ("frühling 2024", "spring 2024"),
    ],
)
def test_german_words_mean_what_the_english_do(german: str, english: str) -> None:
    assert replace(typed(german, published="2025-04-03"), words="") == replace(
        typed(english, published="2025-04-03"), words=""
    )


@pytest.mark.parametrize(
    "words", ["spring 2024", "1990s", "Q2 2025", "mid-March 2025", "30 march 2025", "2025-03/2025-05"]
)
def test_coarse_words_are_read_as_in_an_article(words: str) -> None:
    bounds = typed(words)
    assert bounds.earliest is not None
    assert bounds.latest is not None


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2025-04-03"), (False, "2025-03-04")])
def test_the_readers_order_of_day_and_month_is_obeyed(day_first: bool, expected: str) -> None:
    conventions = Conventions(day_first=day_first)
    assert iso_or_none(read("3/4/2025", conventions=conventions).earliest) == expected
    assert read_publication("3/4/2025", conventions=conventions) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("30. März 2025", "2025-03-30"),
        ("2025-03-30 14:05", "2025-03-30"),
        ("March 2025", "2025-03"),
        ("mid-March 2025", "2025-03"),
        ("Q2 2025", "2025"),
        ("spring 2024", "2024"),
        ("2025", "2025"),
    ],
)
def test_a_publication_date_is_a_day_month_or_year(words: str, expected: str) -> None:
    assert read_publication(words, conventions=Conventions()) == expected


@pytest.mark.parametrize("words", ["1990s", "before May 2025", "around 2025", "", "2019 to 2021"])
def test_what_no_single_year_holds_is_no_publication_date(words: str) -> None:
    with pytest.raises(UsageError):
        read_publication(words, conventions=Conventions())


def test_a_whole_page_is_no_date() -> None:
    with pytest.raises(UsageError):
        typed("2025 " * 1000)
