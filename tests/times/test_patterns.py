"""The little language of the grammar's patterns."""

import re

import pytest

from dateline.times.patterns import Beginnings, Pattern

CODES = {"month": {"m"}, "day": {"d", "e"}, "space": {" "}, "-": {"-"}, "=the": {"t"}, ",": {","}}
NAMED = {"date": "{day} {month}"}


def pattern(source: str) -> Pattern:
    return Pattern(source, lambda name: CODES.get(name, set()), NAMED, {})


@pytest.mark.parametrize(
    ("source", "codes", "matches"),
    [
        ("the {month}", "t m", True),
        ("(the )?{month}", "m", True),
        ("{day}~{month}", "e-m", True),
        ("{day}~{month}", "d m", True),
        ("{day} {month}", "d-m", False),
        ("{day}|{month}", "m", True),
        ("{day}(, {day})*", "d, e, d", True),
        ("{date}, {date}", "d m, e m", True),
    ],
)
def test_it_means_what_it_says(source: str, codes: str, matches: bool) -> None:
    assert bool(re.fullmatch(pattern(source).regex, codes)) is matches


def test_what_it_captures_may_have_another_name() -> None:
    made = pattern("{date:begin} {month}")
    assert list(made.groups.values()) == ["date", "month"]
    match = re.fullmatch(made.regex, "d m m")
    assert match is not None
    assert {name.partition("__")[0]: match[name] for name in made.groups} == {"begin": "d m", "month": "m"}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("({month}", "unbalanced brackets"),
        ("{month})", "unbalanced brackets"),
        ("{moon}", "nothing is called 'moon'"),
        ("a{", "cannot read"),
    ],
)
def test_a_mistake_is_told(source: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        pattern(source)


def test_which_patterns_may_match_is_told_by_their_beginnings() -> None:
    beginnings = Beginnings([pattern("the {month}"), pattern("{day}"), pattern("{day} {month}")])
    assert set(beginnings.first()) == {"t", "d", "e"}
    assert [beginnings.of(codes) for codes in ("t m", "d m", "d t", "m", "e")] == [[0], [1, 2], [1], [], [1]]
