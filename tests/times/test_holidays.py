"""Holidays by rule."""

import pytest
from tests.times.found import SUNDAY, one

from dateline.core.moment import iso
from dateline.times import find
from dateline.times.grammar import grammar
from dateline.times.holidays import easter, orthodox_easter, place


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("Easter 2024 was cold.", "2024-03-31", 1),
        ("Thanksgiving 2023 was calm.", "2023-11-23", 1),
        ("Election Day 2024 was calm.", "2024-11-05", 1),
        ("Ramadan 2024 was calm.", "2024-03-11", 30),
        ("Hanukkah 2023 was calm.", "2023-12-08", 8),
        ("Lunar New Year 2024 was calm.", "2024-02-10", 1),
        ("Yom Kippur 1973 was not.", "1973-10-06", 1),
        ("Passover 2024 was calm.", "2024-04-23", 7),
        ("Rosh Hashanah 2024 was calm.", "2024-10-03", 1),
    ],
)
def test_holidays(text: str, value: str, days: int) -> None:
    found = one(text)
    assert found.value == value
    assert found.begin is not None
    assert found.until == found.begin + days * 1440


@pytest.mark.parametrize("name", sorted(grammar("en").phrases["holiday"]))
def test_every_holiday_is_found_or_has_no_such_day(name: str) -> None:
    for year in (1, 1582, 1924, 2024, 2150, 9999):
        find(f"In {year} they kept {name.title()} {year}.", f"{year:04d}-06-30")
    assert find(f"They kept {name.title()}.", SUNDAY)[0].resolved


@pytest.mark.parametrize(
    ("year", "western", "orthodox"), [(2024, "03-31", "05-05"), (2025, "04-20", "04-20"), (1943, "04-25", "04-25")]
)
def test_easter_is_that_of_the_church_calendars(year: int, western: str, orthodox: str) -> None:
    assert (iso(easter(year)), iso(orthodox_easter(year))) == (f"{year}-{western}", f"{year}-{orthodox}")


@pytest.mark.parametrize(
    ("rule", "day", "days"),
    [
        ("12-25", "2024-12-25", 1),
        ("Easter -2", "2024-03-29", 1),
        ("Easter +0 2", "2024-03-31", 2),
        ("4th Thursday of 11", "2024-11-28", 1),
        ("last Monday of 5", "2024-05-27", 1),
        ("Tuesday after 1st Monday of 11", "2024-11-05", 1),
        ("Monday before 25 of 5", "2024-05-20", 1),
        ("Orthodox -2", "2024-05-03", 1),
    ],
)
def test_a_rule_gives_its_day(rule: str, day: str, days: int) -> None:
    begin, lasting = place(rule, 2024)
    assert (iso(begin), lasting) == (day, days)


def test_what_is_no_rule_and_what_a_year_has_not_are_errors() -> None:
    with pytest.raises(ValueError, match="no such holiday rule"):
        place("every full moon", 2024)
    with pytest.raises(ValueError, match="it was another day"):
        place("1st Monday of 9 from 1894", 1880)
