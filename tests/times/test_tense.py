"""What stands around a time: the word that ties it, the verb that says which way it looks."""

import pytest
from tests.times.found import mention, one

from dateline.times import find
from dateline.times.tense import look_around


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It has been shut since January.", "since"),
        ("It will be shut until Friday.", "until"),
        ("It must be paid by Friday.", "by"),
        ("He left before Christmas.", "before"),
        ("He left after Christmas.", "after"),
        ("He left around noon.", "around"),
    ],
)
def test_the_word_before_is_the_relation(text: str, relation: str) -> None:
    assert one(text).relation == relation or one(text).text.startswith(relation)


def test_a_verb_that_looks_ahead_takes_the_date_to_come() -> None:
    assert one("The court will rule on Wednesday.").value == "2025-04-02"
    assert one("The court ruled on Wednesday.").value == "2025-03-26"
    assert one("The plan is to be published in May.").value == "2025-05"
    assert one("The plan was published in May.").value == "2024-05"
    assert one("Wednesday's ruling would surprise everyone who had followed the case so far.").value == "2025-03-26"


@pytest.mark.parametrize(
    ("language", "text", "relation"),
    [
        ("de", "Vor dem 12. Februar war es ruhig.", "before"),
        ("de", "Nach dem 12. Februar kam er.", "after"),
        ("de", "Seit dem 12. Februar ist es ruhig.", "since"),
        ("de", "Bis zum 12. Februar gilt das.", "until"),
        ("de", "Am 12. Februar kam er.", "on"),
        ("fr", "Il est parti avant le 12 février.", "before"),
        ("fr", "Depuis le 12 février, il pleut.", "since"),
        ("fr", "Jusqu'au 12 février, il a plu.", "until"),
        ("fr", "Le 12 février, il est parti.", ""),
        ("es", "Llegó antes del 12 de febrero.", "before"),
        ("es", "Después del 12 de febrero llovió.", "after"),
        ("es", "Desde el 12 de febrero llueve.", "since"),
        ("es", "A más tardar el 12 de febrero deberá pagar.", "by"),
        ("fr", "Au plus tard le 12 février, il devra payer.", "by"),
        ("de", "Spätestens am 12. Februar muss er zahlen.", "by"),
        ("en", "It must be paid not later than February 12.", "by"),
    ],
)
def test_an_article_does_not_hide_the_word_that_ties_the_time(language: str, text: str, relation: str) -> None:
    assert one(text, language=language).relation == relation


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The court will rule on Wednesday.", "future"),
        ("The court ruled on Wednesday.", "past"),
        ("The plan is to be published in May.", "future"),
        ("It has been shut since January.", "past"),
    ],
)
def test_the_tense_is_that_of_the_verb_that_governs(text: str, tense: str) -> None:
    found, tokens, grammar = mention(text)
    look_around(found, tokens, grammar)
    assert found.tense == tense


@pytest.mark.parametrize(
    "text", ["It passed by 34 votes to 29 on Monday.", "He won 12 votes on Monday.", "It fell by nine votes on Monday."]
)
def test_what_is_counted_is_no_verb_of_the_present(text: str) -> None:
    (found,) = find(text, "2021-10-14")
    assert found.value == "2021-10-11"
