"""Which words of a sentence tell that something happens."""

from collections.abc import Callable

import pytest
from tests.events.made import tree, word

from dateline.events.find.triggers import Kind, clause_of, find, is_event_noun
from dateline.events.syntax.parser import Sentence

Parse = Callable[[str], list[Sentence]]
VERB, STATE, NOUN, ADJECTIVE = Kind.VERB, Kind.STATE, Kind.NOUN, Kind.ADJECTIVE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council closed the mill on Monday.", {"closed": VERB}),
        ("The mill had been closed.", {"closed": VERB}),
        ("An explosion shook the town.", {"explosion": NOUN, "shook": VERB}),
        ("Ane Moe was in Hallin in 1968.", {"was": STATE}),
        ("The mill is old.", {"old": ADJECTIVE}),
        ("The roads were empty in May.", {"were": STATE, "empty": ADJECTIVE}),
        ("The mayor owns a mill.", {"owns": STATE}),
        ("A burning house fell.", {"fell": VERB}),
        ("According to the mayor, the bridge fell.", {"fell": VERB}),
        ("An agreement is unlikely.", {"agreement": NOUN}),
    ],
)
def test_what_tells_that_something_happens(parse: Parse, text: str, told: dict[str, Kind]) -> None:
    (sentence,) = parse(text)
    assert {trigger.token.text: trigger.kind for trigger in find(sentence)} == told


def test_a_name_is_given_in_a_passive_and_only_borne_in_a_participle(parse: Parse) -> None:
    (sentence,) = parse("A man named Aro was named coach.")
    assert [(trigger.token.i, trigger.kind) for trigger in find(sentence)] == [(2, STATE), (5, VERB)]


def test_a_hyphen_makes_one_noun_of_an_event() -> None:
    sentence = tree("""
        The   DT  det       offer
        buy   NN  compound  offer
        ~-    HYPH punct    offer
        ~out  NN  compound  offer
        offer NN  ROOT      offer
    """)
    assert is_event_noun(word(sentence.tokens, "buy"))
    assert not is_event_noun(word(tree("buy NN compound offer\noffer NN ROOT offer").tokens, "buy"))


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        ("filtration NN ROOT filtration", True),
        ("station NN ROOT station", False),
        ("Filtration NNP ROOT Filtration", False),
        ("Election NNP ROOT Election _ EVENT", True),
        ("demolish VB ROOT demolish", False),
    ],
)
def test_an_event_noun_is_listed_or_ends_as_one_and_is_no_name(row: str, is_one: bool) -> None:
    assert is_event_noun(tree(row).tokens[0]) is is_one


def test_a_word_stands_in_the_clause_of_its_nearest_verb(parse: Parse) -> None:
    (sentence,) = parse("The mayor said that the burning mill had closed after a strike.")
    tokens = sentence.tokens
    assert clause_of(word(tokens, "strike")).text == "closed"
    assert clause_of(word(tokens, "had")).text == "closed"
    assert clause_of(word(tokens, "burning")).text == "closed"
    assert clause_of(word(tokens, "mayor")).text == "said"
