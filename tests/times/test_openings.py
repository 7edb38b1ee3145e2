"""What a sentence or line opens with."""

import pytest
from tests.times.found import mention, mentions, place_of

from dateline.times import find, openings


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("March 5 - Dockers walk out", True),
        ("• 13 June: The dam bursts", True),
        ("The dam burst on 13 June: it rained", False),
        ("March 5 was calm.", False),
    ],
)
def test_a_date_may_head_an_entry(text: str, heads: bool) -> None:
    assert openings.heads_entry(*mention(text)) is heads


@pytest.mark.parametrize(
    ("text", "adverbial"),
    [
        ("On Friday the court ruled.", True),
        ("Speaking on Friday, she said so.", True),
        ("LIMA On Tuesday, the court ruled.", True),
        ("The court ruled on Friday.", False),
    ],
)
def test_a_sentence_may_open_with_the_time(text: str, adverbial: bool) -> None:
    assert openings.is_adverbial(*mention(text)) is adverbial


def test_a_sentence_may_open_with_a_clause() -> None:
    for text, opens in (("After the quay fell, ships left.", True), ("It rained. The quay fell.", False)):
        _, tokens, grammar = mentions(text)
        assert openings.opens_subordinate(place_of("fell", tokens), tokens, grammar) is opens, text


def test_a_relative_clause_ends_with_its_comma() -> None:
    _, tokens, grammar = mentions("The tenor, who will sing, left.")
    first = place_of(",", tokens)
    assert openings.behind_relative(first, tokens, grammar) == tokens.words.index(",", first + 1)
    _, tokens, grammar = mentions("The tenor, a Dane, left.")
    assert openings.behind_relative(first, tokens, grammar) == first


def test_clock_of_a_live_page_is_no_year() -> None:
    live = "2056: The mayor takes the floor.\n\n2041: Applause.\n\n1937: Big questions for tonight."
    assert [each.text for each in find(live, "2025-03-30")] == ["tonight"]
    chronology = "1914: War comes.\n\n1919: Peace comes.\n\n1926: The harbour burns."
    assert [each.value for each in find(chronology, "2025-03-30")] == ["1914", "1919", "1926"]


def test_participle_that_opens_a_sentence_lies_back_as_its_verb_does() -> None:
    text = "Sentencing her on Wednesday to three years in prison, the judge said it was a breach."
    assert find(text, "2025-03-30")[0].value == "2025-03-26"
