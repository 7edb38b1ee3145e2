"""Words that look like a time and are none."""

import pytest
from tests.times.found import SUNDAY, mention

from dateline.times import find
from dateline.times.falsehits import GUARDS, stands


@pytest.mark.parametrize(
    "text",
    [
        "May said so.",
        "The troops march on.",
        "A second man fell.",
        "One, she thought, was enough.",
        "The Sun sat low.",
        "Prices fall.",
        "He paid $1990 for it.",
        "They counted 1,500 men and 2082.1 points.",
        "A 6-year-old boy was found.",
        "The fall of the city came.",
        "Jan Novák spoke.",
        "Three-quarters of them left.",
        "It costs $500 million a year.",
    ],
)
def test_false_hits_are_dropped(text: str) -> None:
    assert find(text, SUNDAY) == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It rained two days after the vote.", True),
        ("May said so.", False),
        ("The mill burned in May.", True),
    ],
)
def test_the_words_around_may_leave_no_time(text: str, time: bool) -> None:
    found, tokens, grammar = mention(text)
    assert stands(found, tokens, grammar) is time


def test_each_guard_is_asked_for_by_a_rule() -> None:
    from dateline.times import languages
    from dateline.times.grammar import grammar

    asked = {rule.guard for language in languages() for rule in grammar(language).rules if rule.guard}
    assert asked <= set(GUARDS)
