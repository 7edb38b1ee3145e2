"""Dates typed by a reader."""

import pytest

from dateline.core.bounds import Bounds
from dateline.core.model import Relation
from dateline.core.moment import Granularity, iso_or_none
from dateline.errors import UsageError
from dateline.library.entry import bounds_from_words

CASES = [
    # On
    ("29 March 2025", "2025-03-29 2025-03-30 2025-03-29 2025-03-30", Relation.ON),
    ("on 2025-03-29", "2025-03-29 2025-03-30 2025-03-29 2025-03-30", Relation.ON),
    ("March 2025", "2025-03-01 2025-04-01 2025-03-01 2025-04-01", Relation.WITHIN),
    ("in 1962", "1962-01-01 1963-01-01 1962-01-01 1963-01-01", Relation.WITHIN),
    ("29 March 2025 14:05", "2025-03-29T14:05 2025-03-29T14:06 2025-03-29T14:05 2025-03-29T14:06", Relation.ON),
    # Around
    ("around 1870", "1869-01-01 1872-01-01 1869-01-01 1872-01-01", Relation.AROUND),
    ("c. 3 March 2025", "2025-03-01 2025-03-06 2025-03-01 2025-03-06", Relation.AROUND),
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
def test_bounds_from_words(words: str, expected: str, relation: Relation) -> None:
    bounds = bounds_from_words(words, "2025-04-03")
    four = (bounds.earliest, bounds.latest_start, bounds.earliest_end, bounds.latest)
    assert " ".join(iso_or_none(moment) or "-" for moment in four) == expected
    assert bounds.relation is relation
    assert bounds.words == words


def test_no_words_mean_an_undated_event() -> None:
    assert bounds_from_words("  ") == Bounds()


def test_how_fine_the_coarser_of_two_dates_is() -> None:
    assert bounds_from_words("from 3 March 2025 to 2026").granularity is Granularity.YEAR


@pytest.mark.parametrize("words", ["banana", "30 February 2025", "from 2021 to 2019", "between 3 and", "–", "before"])
def test_what_is_no_date_is_said_to_be_none(words: str) -> None:
    with pytest.raises(UsageError):
        bounds_from_words(words, "2025-04-03")


def test_relative_words_need_a_publication_date() -> None:
    with pytest.raises(UsageError, match="publication date"):
        bounds_from_words("last Monday")
