"""Ranges: two times that are the ends of one."""

import pytest
from tests.times.found import SUNDAY, interval, one

from dateline.times import find


@pytest.mark.parametrize(
    ("text", "words", "begin", "until"),
    [
        ("The lease runs from 2010 to 2014.", "from 2010 to 2014", "2010-01-01", "2015-01-01"),
        ("It rained between Monday and Wednesday.", "between Monday and Wednesday", "2025-03-24", "2025-03-27"),
        ("The fair was held from March 3 to 5, 2024.", "from March 3 to 5, 2024", "2024-03-03", "2024-03-06"),
        ("He was mayor 2010–2014.", "2010–2014", "2010-01-01", "2015-01-01"),
    ],
)
def test_a_range_is_one_expression(text: str, words: str, begin: str, until: str) -> None:
    found = one(text)
    assert (found.text, *interval(found)) == (words, begin, until)
    assert found.relation == "between"


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("Revenue for the three months ended Dec. 31 rose.", "2024-10-01", "2025-01-01"),
        ("It lost 40 million in the week to 22 March.", "2025-03-16", "2025-03-23"),
    ],
)
def test_a_length_may_end_on_the_day_behind_it(text: str, begin: str, until: str) -> None:
    length, day = find(text, SUNDAY)
    assert interval(length) == (begin, until)
    assert day.until == length.until


def test_ends_of_a_range_are_in_order_whatever_the_year() -> None:
    assert interval(one("It was shut from 28 December to 2 January.")) == ("2024-12-28", "2025-01-03")
    assert interval(one("It was shut from November until the end of February.")) == ("2024-11-01", "2025-03-01")


def test_what_gives_way_to_another_day_is_no_range() -> None:
    assert [each.relation for each in find("It was moved from Friday to Monday.", SUNDAY)] != ["between"]
