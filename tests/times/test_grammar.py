"""The grammar of a language: every rule stands beside an example of what it finds; here they are run."""

import pytest

from dateline.core.moment import iso
from dateline.times import find, languages
from dateline.times.grammar import Grammar, grammar

PUBLISHED = "2025-03-30"  # a Sunday
WITHOUT_EXAMPLE = {"year-of-antiquity"}  # needs an article full of years before Christ; see test_story


def _examples() -> list[tuple[str, str, list[str]]]:
    return [
        (language, rule.name, example)
        for language in languages()
        for rule in grammar(language).rules
        for example in rule.examples
    ]


@pytest.mark.parametrize(
    ("language", "name", "example"), _examples(), ids=lambda part: part[1] if isinstance(part, list) else None
)
def test_a_rule_finds_its_example(language: str, name: str, example: list[str]) -> None:
    sentence, words, value, *interval = example
    found = {each.text: each for each in find(sentence, PUBLISHED, language=language)}
    assert words in found, f"{name}: found {sorted(found)} in {sentence!r}"
    expression = found[words]
    assert expression.value == value
    if interval and interval[0]:
        begin, until = interval[0].rsplit("/", 1)
        ends = (expression.begin, expression.until)
        assert tuple("" if end is None else iso(end) for end in ends) == (begin, until)
    elif interval:
        assert not expression.resolved
    assert expression.why.endswith(".")


@pytest.mark.parametrize("language", languages())
def test_every_rule_has_an_example(language: str) -> None:
    assert {rule.name for rule in grammar(language).rules if not rule.examples} <= WITHOUT_EXAMPLE


@pytest.mark.parametrize("language", languages())
def test_rule_names_are_unique(language: str) -> None:
    names = [rule.name for rule in grammar(language).rules]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", languages())
def test_no_number_has_classes_that_the_patterns_do_not_know(language: str) -> None:
    rules = Grammar(language)
    known = set(rules.of_class("digits"))
    numbers = [f"{value:0{size}}" for size in (3, 4) for value in range(10**size)] + ["12345"]
    assert {rules.code_of(number) for number in numbers} <= known
