"""Marks beside what looks like a time."""

import pytest
from tests.times.found import mention, mentions

from dateline.times import quotes


@pytest.mark.parametrize(
    ("text", "quoted"), [("Orwell's “1984” sold well.", True), ("In “1984 he left”, he said.", False)]
)
def test_a_year_alone_between_marks_is_a_title(text: str, quoted: bool) -> None:
    found, tokens, _ = mention(text)
    assert quotes.is_quoted(found, tokens) is quoted


@pytest.mark.parametrize(
    ("text", "time"), [("He told “This Week” so.", False), ("He left “this week”.", True), ("He left This Week.", True)]
)
def test_words_with_capitals_behind_a_mark_are_a_title(text: str, time: bool) -> None:
    assert quotes.is_no_title(*mention(text)) is time


@pytest.mark.parametrize(
    ("text", "apostrophe"),
    [
        ("The class of '99 met.", True),
        ("The '92 Games were held.", True),
        ("The '92 Games were held by the town's men.", True),
        ("She told '92 Hours so.", False),
        ("They read '92 Harbour Lights' aloud.", False),
    ],
)
def test_the_mark_of_a_shortened_year_opens_no_title(text: str, apostrophe: bool) -> None:
    found, tokens, grammar = mentions(text)
    assert quotes.is_apostrophe(found[0], tokens, grammar) is apostrophe
