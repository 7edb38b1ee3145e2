"""Parts of a named month or year."""

import pytest
from tests.times.found import interval, one


@pytest.mark.parametrize(
    ("words", "begin", "until"),
    [
        ("the last week of October 2020", "2020-10-25", "2020-11-01"),
        ("the first six months of 2020", "2020-01-01", "2020-07-01"),
        ("the last three days of May 2020", "2020-05-29", "2020-06-01"),
        ("the first weekend of May 2020", "2020-05-02", "2020-05-04"),
        ("the last weekend of May 2020", "2020-05-30", "2020-06-01"),
        ("the third quarter of 2020", "2020-07-01", "2020-10-01"),
        ("the last day of May 2020", "2020-05-31", "2020-06-01"),
        ("the March quarter of 2020", "2020-01-01", "2020-04-01"),
    ],
)
def test_a_part_lies_in_its_month_or_year(words: str, begin: str, until: str) -> None:
    assert interval(one(f"Sales fell in {words}.")) == (begin, until)


def test_without_publication_a_part_of_a_month_has_no_place() -> None:
    assert not one("Sales fell in the last week of the month.", None).resolved
