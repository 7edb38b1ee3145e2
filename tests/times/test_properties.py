"""What holds for any text: no exception, offsets that slice back, order, no overlap, and no clock or zone involved."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.core.moment import DAY, iso, moment
from dateline.times import find, languages

WORDS = [
    "last", "next", "this", "the", "a", "past", "two", "three", "1", "2", "12", "30", "31", "29", "1999", "2025",
    "53", "W53", "490", "BC", "week", "weeks", "year", "years", "month", "day", "hours", "ago", "later", "earlier",
    "before", "after", "May", "March", "February", "Feb.", "Sunday", "Monday", "night", "morning", "p.m.", "5:30",
    "noon", "early", "late", "mid", "end", "of", "and", "to", "from", "between", "in", "on", "-", "–", ",", ".",
    "/", "'s", "quarter", "third", "century", "1990s", "'90s", "every", "daily", "recently", "now", "Easter",
    "Ramadan", "Christmas", "will", "said", "\n", "\n\n", "heute", "letzten", "vor", "drei", "Tagen", "März", "il",
    "y", "hace", "días", "el", "pasado", "999999999999",
]  # fmt: skip
PUBLISHED = [None, "2025-03-30", "2024-02-29", "2025-03", "2025", "2025-03-30T14:05", "0001-01-01", "9999-12-31"]


def _check(text: str, published: str | None, language: str) -> None:
    last = 0
    for each in find(text, published, language=language):
        assert text[each.start : each.end] == each.text
        assert last <= each.start < each.end
        last = each.end
        if each.begin is not None and each.until is not None:
            assert each.begin < each.until
        assert each.why


@given(st.text(), st.sampled_from(PUBLISHED), st.sampled_from(languages()))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str, published: str | None, language: str) -> None:
    _check(text, published, language)


@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.sampled_from(PUBLISHED),
    st.sampled_from(languages()),
)
@settings(max_examples=500, deadline=None)
def test_any_words_of_time(text: str, published: str | None, language: str) -> None:
    _check(text, published, language)


@given(st.dates())
@settings(max_examples=100, deadline=None)
def test_any_date_of_the_years_1_to_9999(day: date) -> None:
    begin = moment(day.year, day.month, day.day)
    [found] = find(f"It happened on {day.isoformat()}.")
    assert (found.begin, found.until) == (begin, begin + DAY)
    yesterday = find("It happened yesterday.", day.isoformat())
    if day > date(1, 1, 1):
        assert [each.begin for each in yesterday] == [begin - DAY]


def test_week_53() -> None:
    [found] = find("It shipped in 2020-W53.")
    assert (iso(found.begin or 0), iso(found.until or 0)) == ("2020-12-28", "2021-01-04")
    assert find("It shipped in 2021-W53.") == []


@pytest.mark.parametrize(
    ("text", "published", "begin"),
    [
        ("He fell on 29 February.", "2025-03-30", "2024-02-29"),
        ("He fell on February 29.", "2099-03-30", "2096-02-29"),
        ("A year ago it was built.", "2024-02-29", "2023-01-01"),
    ],
)
def test_29_february(text: str, published: str, begin: str) -> None:
    [found] = find(text, published)
    assert iso(found.begin or 0) == begin


def test_no_29_february_in_a_common_year() -> None:
    assert find("He fell on 29 February 2025.") == []


def test_the_same_under_any_zone() -> None:
    code = (
        "from dateline.times import find\n"
        "print([(e.text, e.value, e.begin, e.until) for e in find('Seen at 5 p.m. EST last night, two days ago, "
        "this morning and on Friday.', '2025-03-30')])"
    )
    root = str(Path(__file__).parents[2] / "desktop")
    results = {
        subprocess.run(
            [sys.executable, "-c", code], env={"TZ": zone, "PYTHONPATH": root}, capture_output=True, check=True
        ).stdout
        for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns")
    }
    assert len(results) == 1


def test_publication_known_to_the_month_carries_months_and_years() -> None:
    found = {each.text: each for each in find("It began last year, slowed last month and ended yesterday.", "2025-03")}
    assert found["last year"].value == "2024"
    assert found["last month"].value == "2025-02"
    assert not found["yesterday"].resolved
    assert found["yesterday"].offset == "-P1D"


def test_days_before_publication() -> None:
    [found] = find("The quake struck three days ago.", "2025-03-30")
    assert found.begin == moment(2025, 3, 30) - 3 * DAY
