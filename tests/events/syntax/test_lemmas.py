"""Base forms that are found once a word are those that spaCy finds word by word."""

import pytest

from dateline.events.syntax import parser
from dateline.events.syntax.lemmas import MOST, RULES, Form, Lemmas

TEXTS = (
    "The miners were leaving their leaves behind; a leaf fell. They leave on Monday.",
    "Let's go, there's a fire. They're gonna win, it ain't over.  Y'all gotta see her pits.",
    "There were ten boats; the saw sawed what she saw, but the better men's wages rose.",
    "LEAVING the DATA, Aro's men lay where they had lain. There is one that lies.",
)


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    """One for all texts, so that what an earlier one taught is used by a later one."""
    return Lemmas(parser.model())


@pytest.mark.parametrize("text", [*TEXTS, *TEXTS[:1]])
def test_forms_are_those_of_the_whole_model(lemmas: Lemmas, text: str) -> None:
    language = parser.model()
    wanted = [(token.lemma_.lower(), token.tag_, token.dep_) for token in language(text)]
    assert [tuple(form) for form in lemmas.of(language(text, disable=list(RULES)))] == wanted


def test_no_more_words_are_remembered_than_fit(lemmas: Lemmas) -> None:
    language = parser.model()
    lemmas.forms |= {(n,): Form("", "NN", "dep") for n in range(MOST + 1)}
    lemmas.of(language("A mill burned.", disable=list(RULES)))
    assert len(lemmas.forms) == 4
