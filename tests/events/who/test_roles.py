"""What a word's place in its clause tells of whom another word may mean."""

from collections.abc import Callable

import pytest
from tests.events.made import word

from dateline.events.syntax.parser import Sentence, Token
from dateline.events.who import roles

Parse = Callable[[str], list[Sentence]]


def token(parse: Parse, text: str, at: str) -> Token:
    (sentence,) = parse(text)
    return word(sentence.tokens, at)


@pytest.mark.parametrize(
    ("text", "given"),
    [("Aro lent her 400 euros.", True), ("Aro sold her 400 books.", False), ("Aro lent her euros.", False)],
)
def test_her_before_a_sum_is_whom_it_is_given_to(parse: Parse, text: str, given: bool) -> None:
    assert roles.given(token(parse, text, "her")) is given


def test_him_before_a_subject_is_another_man(parse: Parse) -> None:
    who = token(parse, "Sentencing him, Judge Aro said he had lied.", "he")
    assert roles.told_before(who, "m")
    assert not roles.told_before(who, "f")
    assert not roles.told_before(token(parse, "Judge Aro said he had lied to him.", "he"), "m")


@pytest.mark.parametrize(
    ("text", "at", "again"),
    [
        ("A fishing boat sank.", "boat", "the fishing boat"),
        ("This boat sank.", "boat", "the boat"),
        ("Two divers drowned.", "divers", "the two divers"),
        ("Old divers drowned.", "divers", "old divers"),
        ("The energy and transport committee met.", "committee", "the energy and transport committee"),
        ("Somebody saw smoke.", "smoke", ""),
    ],
)
def test_what_is_told_again_is_the_one(parse: Parse, text: str, at: str, again: str) -> None:
    assert roles.told_again(token(parse, text, at)) == again


def test_who_is_named_inside_a_deed_is_not_spoken_of(parse: Parse) -> None:
    assert roles.within_deed(token(parse, "Aro was found guilty of threatening a senator.", "senator"))
    assert not roles.within_deed(token(parse, "Aro threatened a senator.", "senator"))


@pytest.mark.parametrize(
    ("text", "first"),
    [("It sank.", True), ("In November it rejected the plan.", True), ("The court said it rejected the plan.", False)],
)
def test_a_pronoun_begins_its_sentence_but_for_a_time(parse: Parse, text: str, first: bool) -> None:
    (sentence,) = parse(text)
    assert roles.begins(next(each for each in sentence.tokens if each.text.lower() == "it")) is first


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("It said the mill was old.", True),
        ("It plans to sell the mill.", True),
        ("It bought a mill.", True),
        ("It burned.", False),
        ("The storm hit it.", False),
    ],
)
def test_it_does_what_only_somebody_does(parse: Parse, text: str, acts: bool) -> None:
    (sentence,) = parse(text)
    assert roles.acts(next(each for each in sentence.tokens if each.text.lower() == "it")) is acts


def test_other_persons_rival_the_only_group_and_a_thing_before_it_does_not(parse: Parse) -> None:
    (sentence,) = parse("Ships left as divers met owners and the family waited on Sundays.")
    tokens = sentence.tokens
    divers = [word(tokens, "divers")]
    assert roles.rivals(word(tokens, "owners"), divers)
    assert roles.rivals(word(tokens, "family"), divers)
    assert not roles.rivals(word(tokens, "Ships"), divers)
    assert not roles.rivals(word(tokens, "divers"), divers)
    assert not roles.rivals(word(tokens, "left"), divers)


def test_a_word_stands_under_a_verb(parse: Parse) -> None:
    (sentence,) = parse("The mayor said the roof of the mill fell.")
    assert roles.clause_of(word(sentence.tokens, "mill")).text == "fell"


@pytest.mark.parametrize(
    ("text", "dies"),
    [("Ane Moe has died at 91.", True), ("Ane Moe died at 91.", False), ("Aro says Moe has died.", False)],
)
def test_an_obituary_says_that_somebody_has_died(parse: Parse, text: str, dies: bool) -> None:
    assert roles.dies(token(parse, text, "Moe")) is dies


def test_the_subject_of_the_main_verb_or_its_other_name(parse: Parse) -> None:
    (sentence,) = parse("The coach, Pim Aro, said the owner had left.")
    assert roles.is_main(word(sentence.tokens, "coach"))
    assert roles.is_main(word(sentence.tokens, "Aro"))
    assert not roles.is_main(word(sentence.tokens, "owner"))
    assert roles.says(word(sentence.tokens, "coach"))
    assert not roles.says(word(sentence.tokens, "owner"))
