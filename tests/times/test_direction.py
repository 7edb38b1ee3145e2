"""Which way a bare day looks: by the verb's form, by frames of what is due; told on Wednesday 18 June 2025."""

import tomllib
from pathlib import Path

import pytest

from dateline.core.moment import moment
from dateline.times import find

PUBLISHED = "2025-06-18"
DIRECTIONS = tomllib.loads(Path(__file__).with_name("directions.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The orchestra rehearses Friday.", "2025-06-20"),
        ("Voters choose a mayor on Sunday.", "2025-06-22"),
        ("The next round is Thursday.", "2025-06-19"),
        ("Growers were nervous ahead of Friday's auction.", "2025-06-20"),
        ("The strike could end as early as Thursday.", "2025-06-19"),
        ("The panel has set June 27 as the deadline for claims.", "2025-06-27"),
        ("If chosen on Sunday, she has vowed to stay.", "2025-06-22"),
        ("The orchestra rehearsed Friday.", "2025-06-13"),
        ("The fire broke out on Monday.", "2025-06-16"),
        ("A ferry had been due on Friday.", "2025-06-13"),
        ("The bank said Monday's losses were small.", "2025-06-16"),
    ],
)
def test_a_bare_day_looks_the_way_its_verb_does(sentence: str, day: str) -> None:
    assert next(each.value for each in find(sentence, PUBLISHED)) == day


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The forger was jailed for seven years on Tuesday.", "Tuesday", "2025-06-17"),
        ("Bakers struck for the first time in six weeks on Friday.", "Friday", "2025-06-13"),
        ("The case was put off to a week on Monday.", "a week on Monday", "2025-06-30"),
    ],
)
def test_a_length_before_a_day_counts_on_only_where_it_is_no_length(sentence: str, words: str, value: str) -> None:
    assert {each.text: each.value for each in find(sentence, PUBLISHED)}[words] == value


@pytest.mark.parametrize(("language", "line"), [(each, line) for each, lines in DIRECTIONS.items() for line in lines])
def test_the_form_of_the_verb_says_where_a_day_lies(language: str, line: str) -> None:
    first = find(line[1:], PUBLISHED, language=language)[0]
    assert first.begin is not None
    assert ("+" if first.begin >= moment(2025, 6, 18) else "-") == line[0]
