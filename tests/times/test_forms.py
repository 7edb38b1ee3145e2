"""What a word with the form of a verb is by the words around it."""

import pytest
from tests.times.found import mention, mentions, place_of

from dateline.times import forms


@pytest.mark.parametrize(
    ("text", "word", "present"),
    [
        ("On Friday it opens again.", "opens", True),
        ("The court, which shut in May, resumes.", "resumes", True),
        ("In May there were riots and fires.", "fires", False),
        ("In May it was less.", "less", False),
        ("In May the doors shut.", "doors", False),
    ],
)
def test_a_verb_of_the_present_is_known_by_what_stands_before(text: str, word: str, present: bool) -> None:
    _, tokens, grammar = mentions(text)
    assert forms.is_present(place_of(word, tokens), tokens, grammar) is present


def test_what_was_said_may_be_told_in_the_present() -> None:
    for text, said in (("She said the museum opens Friday.", True), ("She said the museum Friday.", False)):
        found, tokens, grammar = mention(text)
        assert forms.tells_present(found, place_of("said", tokens), tokens, grammar) is said, text


def test_a_regular_past_behind_an_article_describes_its_noun() -> None:
    _, tokens, grammar = mentions("The delayed report came. They delayed it.")
    first = place_of("delayed", tokens)
    assert forms.is_adjective(first, tokens, grammar)
    assert not forms.is_adjective(tokens.words.index("delayed", first + 1), tokens, grammar)


@pytest.mark.parametrize(("text", "noun"), [("It hints at cut prices.", True), ("They said cut it.", False)])
def test_an_irregular_past_behind_a_preposition_is_a_noun(text: str, noun: bool) -> None:
    _, tokens, grammar = mentions(text)
    assert forms.is_noun(place_of("cut", tokens), tokens, grammar) is noun


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The firm began two rounds of planned outages.", True),
        ("The firm has 12 planned outages.", True),
        ("The firm planned outages.", False),
        ("Two planned to leave.", False),
    ],
)
def test_planned_may_say_of_what_kind_things_are(text: str, kind: bool) -> None:
    _, tokens, grammar = mentions(text)
    assert forms.is_kind(place_of("planned", tokens), tokens, grammar) is kind
