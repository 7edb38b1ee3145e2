"""Verbs in a row go to the one they belong to: a wrong subject is worse than none."""

from collections.abc import Callable

import pytest

from dateline import events, times
from dateline.core.model import Article, Certainty, Event

One = Callable[..., Event]


def test_a_speaker_goes_on_telling(one: One) -> None:
    text = "The group said on Monday that profit had halved and announced plans to close a mill."
    event = one("announced", text)
    assert event.title == "The group announced plans to close a mill"
    assert event.certainty is Certainty.REPORTED
    denied = "Oskar Venn denied on Monday that dockers had left Hallin and accused the mayor of lying."
    assert one("accused", denied).title == "Oskar Venn accused the mayor of lying"
    assert one("left", denied).certainty is Certainty.DENIED


def test_what_was_said_goes_on(one: One) -> None:
    text = "The group said on Monday that it had sold a mill and bought a brewery."
    assert one("bought", text).certainty is Certainty.CLAIMED


def test_a_clause_with_which_goes_on(one: One) -> None:
    text = "The mayor was hurt on Monday in the blast, which damaged a mill, shattered a roof and toppled a crane."
    assert one("shattered", text).title == "The blast shattered a roof"
    assert one("toppled", text).title == "The blast toppled a crane"


def test_which_never_means_people(one: One) -> None:
    text = "A strike by hospital doctors in Hallin, which began on Monday, spread to Norsted on Thursday."
    assert one("began", text).title == "A strike by hospital doctors in Hallin began"


def test_a_name_goes_with_the_person_that_it_names(one: One) -> None:
    text = "The head of Brightwell, Simon Adler, resigned on Monday."
    assert one("resigned", text).title == "The head of Brightwell, Simon Adler, resigned"


def test_adjective_before_a_bare_day_belongs_to_the_verb(one: Callable[..., Event]) -> None:
    event = one("pleaded", "Oskar Venn of Hallin pleaded guilty Monday to robbing a shop.")
    assert event.title.endswith("pleaded guilty to robbing a shop")


def test_a_subject_stays_with_its_verb_over_dashes(one: One) -> None:
    text = "The Halmer rig - built in Norland on behalf of Tolva - exploded on 20 April and later sank with all hands."
    assert one("exploded", text).title == "The Halmer rig exploded"
    assert one("sank", text).title == "The Halmer rig sank with all hands"
    text = "The ferry – owned by two brothers – sank on Monday."
    assert one("sank", text).title == "The ferry sank"


def test_a_subject_before_words_that_part_the_auxiliary_is_the_verbs(one: One) -> None:
    text = "At least 30 clerks had for different reasons been called risks and either resigned or were forced to quit."
    assert one("resigned", text).title == "At least 30 clerks resigned"
    assert one("forced", text).title == "At least 30 clerks were forced to quit"


def test_what_lands_as_one_cheers_is_not_the_one_who_cheers(one: One) -> None:
    text = "Engineers cheered on Tuesday as a fridge-sized probe landed on the moon."
    assert one("landed", text).title == "A fridge-sized probe landed on the moon"
    assert one("cheered", text).participants[0].text == "Engineers"


def test_a_mark_after_s_owns(one: One) -> None:
    text = "The United Mills’ (UM) top court on Friday heard a final day of arguments on the duties of Sudria."
    assert (
        one("heard", text).title == "The United Mills’ top court heard a final day of arguments on the duties of Sudria"
    )


@pytest.mark.parametrize("text", ["The envoys are far from perfect", "The dockers want the plan far from perfect"])
def test_a_sentence_may_end_in_an_adjective_without_a_stop(text: str) -> None:
    article = Article(id=1, text=f"Dockers struck in Halmer on Monday.\n{text}", published="2031-05-14", language="en")
    found = events.find(article, times.find(article.text, article.published, article=1))
    assert "struck" in [event.text for event in found]
