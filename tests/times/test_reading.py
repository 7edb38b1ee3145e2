"""From a hit to a mention: words become numbers, units and names."""

import re

import pytest
from tests.times.found import mention

from dateline.times import reading
from dateline.times.grammar import grammar

ENGLISH = grammar("en")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+|\s+|[\W_]", text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-four", 24),
        ("2 1/2", 2.5),
        ("1,500", 1500),
        ("two hundred and ten", 210),
        ("three million", 3_000_000),
        ("a dozen", 12),
        ("3.5", 3.5),
        ("[ten]", 10),
        ("a half", 0.5),
    ],
)
def test_numbers_in_words_and_figures(text: str, number: float) -> None:
    assert reading.number(words(text), ENGLISH) == number


@pytest.mark.parametrize(
    ("text", "clock"),
    [("4:17 a.m.", (4, 17)), ("5 pm", (17, 0)), ("17.30", (17, 30)), ("12 a.m.", (0, 0)), ("24:00", (24, 0))],
)
def test_clock_times(text: str, clock: tuple[int, int]) -> None:
    assert reading.clock(words(text), ENGLISH) == clock


def test_years_and_ordinals_that_are_spoken() -> None:
    assert reading.spoken_year(words("nineteen ninety-six"), ENGLISH) == 1996
    assert reading.spoken_year(words("two thousand and four"), ENGLISH) == 2004
    assert reading.spoken_decade(words("nineteen-seventies"), ENGLISH) == 1970
    assert [reading.nthword(words(text), ENGLISH) for text in ("5th", "third", "twenty-third")] == [5, 3, 23]


def test_open_numbers_and_further_parts() -> None:
    assert reading.vaguely(words("a couple of"), ENGLISH) == 2
    assert reading.vaguely(words("several"), ENGLISH) is None
    assert reading.more_units(words(" and four months"), ENGLISH) == (4, "month")
    assert reading.four_figures(["0735"], ENGLISH) == (7, 35)
    assert reading.phrase(words("New  Year’s–Eve")) == "new year's-eve"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("at half past three", {"clock": (3, 30), "twelve": True}),
        ("at half past three pm", {"clock": (15, 30)}),
        ("on 4 May 2020", {"day": 4, "month": 5, "year": 2020}),
    ],
)
def test_a_mention_has_what_its_words_say(text: str, fields: dict[str, object]) -> None:
    found, _, _ = mention(text)
    assert {name: found.fields.get(name) for name in fields} == fields
    assert found.fields.get("twelve", False) is fields.get("twelve", False)
