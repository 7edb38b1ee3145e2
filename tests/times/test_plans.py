"""What was still to come at the time of what is told."""

import pytest
from tests.times.found import interval, mention, mentions, one, place_of

from dateline.times import plans


def test_what_was_asked_to_be_done_is_not_to_come() -> None:
    asked = one("He had asked for the gates to be opened on 22 February.")
    assert interval(asked) == ("2025-02-22", "2025-02-23")
    expected = one("The plant is expected to be opened on 22 February.")
    assert interval(expected) == ("2026-02-22", "2026-02-23")


@pytest.mark.parametrize(
    ("text", "word", "aims"),
    [
        ("They agreed to meet on Friday.", "agreed", True),
        ("The judge ordered him to appear on Friday.", "ordered", True),
        ("They agreed to the sale on Friday.", "agreed", False),
        ("They walked to meet him on Friday.", "walked", False),
    ],
)
def test_a_verb_of_the_past_may_aim_at_what_was_to_come(text: str, word: str, aims: bool) -> None:
    found, tokens, grammar = mention(text)
    assert plans.aims(found, tokens, place_of(word, tokens), grammar) is aims


@pytest.mark.parametrize(
    ("text", "word", "moved"),
    [
        ("The hearing was moved to April 22.", "moved", True),
        ("The hearing was brought forward to Friday.", "brought", True),
        ("The hearing was moved on Friday.", "moved", False),
    ],
)
def test_a_meeting_may_be_put_off_to_the_time(text: str, word: str, moved: bool) -> None:
    found, tokens, grammar = mention(text)
    assert plans.is_moved(found, tokens, place_of(word, tokens), grammar) is moved


def test_a_day_may_be_what_was_named() -> None:
    for text, named in (("They set June 27 as the deadline.", True), ("They set sail on June 27.", False)):
        found, tokens, grammar = mention(text)
        assert plans.names_day(found, place_of("set", tokens), tokens, grammar) is named, text


def test_one_time_may_give_way_to_another() -> None:
    for text, changed in (("It was moved from Friday to Monday.", True), ("It was shut from Friday to Monday.", False)):
        found, tokens, grammar = mentions(text)
        assert plans.is_changed(found[0].first, tokens, grammar) is changed, text


def test_what_had_been_due_is_over() -> None:
    for text, over in (("It had been due to sail on Friday.", True), ("It is due to sail on Friday.", False)):
        _, tokens, grammar = mentions(text)
        assert plans.was_due(tokens, place_of("due", tokens), grammar) is over, text
        assert plans.was_planned(tokens, place_of("due", tokens), grammar) is False, text
    _, tokens, grammar = mentions("It was due to sail on Friday.")
    assert plans.was_planned(tokens, place_of("due", tokens), grammar)


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The vote is to be held on Friday.", "held", "future"),
        ("The case is being heard on Friday.", "heard", "future"),
        ("The case was being heard on Friday.", "heard", "past"),
        ("She promised lower fares if elected on Sunday.", "elected", "future"),
        ("They could not be reached on Friday.", "reached", "past"),
        ("The case is heard on Friday.", "heard", "present"),
        ("They heard the case on Friday.", "heard", "past"),
    ],
)
def test_the_tense_of_a_participle_is_that_of_what_stands_before(text: str, word: str, tense: str) -> None:
    _, tokens, grammar = mentions(text)
    assert plans.of_participle(tokens, place_of(word, tokens), grammar) == tense


def test_an_infinitive_may_hang_on_a_verb_of_the_past() -> None:
    for text, past in (("They refused to meet on Friday.", True), ("They are to meet on Friday.", False)):
        _, tokens, grammar = mentions(text)
        assert plans.is_infinitive_of_past(place_of("meet", tokens), tokens, grammar) is past, text


def test_a_place_may_hang_on_an_infinitive() -> None:
    for text, hangs in (("They want to vote in May.", True), ("They went back to Rome in May.", False)):
        found, tokens, grammar = mention(text)
        assert plans.hangs_on_infinitive(found.first, tokens, grammar) is hangs, text
