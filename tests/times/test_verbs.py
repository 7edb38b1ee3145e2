"""How the verbs of a language show by their form whether they look back or ahead."""

import pytest

from dateline.times.grammar import grammar
from dateline.times.verbs import Verbs

MADE = Verbs.of(
    {
        "past": ["kam"],
        "past_endings": ["te", "gann"],
        "future": ["wird"],
        "future_endings": ["era"],
        "other": ["bitte"],
        "prefixes": ["be", ""],
        "participle_beginnings": ["ge"],
        "participle_endings": ["t", "en"],
        "anywhere": True,
    }
)


@pytest.mark.parametrize(
    ("word", "tense"),
    [
        ("kam", "past"),
        ("sagte", "past"),
        ("bitte", ""),
        ("wird", "future"),
        ("chantera", "future"),
        ("begann", "past"),
        ("ergann", ""),
        ("haus", ""),
    ],
)
def test_a_form_says_past_or_future(word: str, tense: str) -> None:
    assert MADE.tense(word) == tense


@pytest.mark.parametrize(("word", "is_one"), [("gesagt", True), ("festgenommen", True), ("sagt", False), ("ge", False)])
def test_a_participle_is_known_by_beginning_and_ending(word: str, is_one: bool) -> None:
    assert MADE.is_participle(word) is is_one


def test_a_name_that_is_none_is_an_error() -> None:
    with pytest.raises(TypeError):
        Verbs.of({"pasts": ["kam"]})


@pytest.mark.parametrize(
    ("language", "past", "future"), [("de", "begann", "wird"), ("fr", "annonça", "fermera"), ("es", "murió", "cerrará")]
)
def test_the_languages_tell_their_verbs(language: str, past: str, future: str) -> None:
    verbs = grammar(language).verbs
    assert (verbs.tense(past), verbs.tense(future)) == ("past", "future")
