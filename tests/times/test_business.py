"""Times of companies: quarters, the year before, year-end."""

import pytest
from tests.times.found import SUNDAY, one

from dateline.times import find


def test_quarters_compared() -> None:
    text = "Profit in the third quarter of 2024 was 5 million, up from 4 a year earlier. In the quarter, costs fell."
    assert [each.value for each in find(text, SUNDAY)] == ["2024-Q3", "2023-Q3", "2024-Q3"]


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2025-02-14", "Sales fell in the quarter.", "2024-Q4"),
        ("2025-06-30", "Sales fell in the latest quarter.", "2025-Q1"),
        ("2025-02-14", "Debt fell by year-end.", "2025-12-31"),
        ("2025-02-14", "Debt stood at 4 million at year-end.", "2024-12-31"),
        (None, "Debt stood at 4 million at year-end.", "XXXX-12-31"),
        (None, "Sales fell in the quarter.", "XXXX-QX"),
    ],
)
def test_quarters_and_ends_of_years_are_those_over_by_publication(published: str | None, text: str, value: str) -> None:
    assert one(text, published).value == value


def test_a_full_year_is_that_of_the_quarter_told_of_or_a_length() -> None:
    quarter = find("Profit rose in the fourth quarter of 2024. For the full year, sales were flat.", SUNDAY)
    assert [each.value for each in quarter] == ["2024-Q4", "2024"]
    alone = one("For the full year, sales were flat.")
    assert (alone.type, alone.value, alone.resolved) == ("DURATION", "P1Y", False)


def test_a_year_earlier_is_as_fine_as_what_it_is_held_against() -> None:
    month = find("Exports reached 4 million in May 2024, against 3 million a year earlier.", SUNDAY)
    assert [each.value for each in month] == ["2024-05", "2023-05"]
