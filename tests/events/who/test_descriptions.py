""" "The airline" is the one that was called an airline; of two, or of one without a name, nothing is said."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event

One = Callable[..., Event]
Tell = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("The airline Plexa spoke on Monday.\nThe airline lost 9 million last year.", "lost", "Plexa lost 9 million"),
        ("Judge Ida Roke jailed Jan Pask on Monday.\nThe judge fined Aro in May.", "fined", "Ida Roke fined Aro"),
        ("Jan Holt, an engineer, left on Monday.\nThe engineer drowned in May.", "drowned", "Jan Holt drowned"),
        ("The engineer Jan Holt left on Monday.\nThe engineer drowned in May.", "drowned", "Jan Holt drowned"),
    ],
)  # fmt: skip
def test_the_one_that_was_called_so(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("The engineer Jan Holt left on Monday.\nAn engineer was hurt.\nThe engineer drowned in May.", "drowned",
         "The engineer drowned"),
        ("The airlines Plexa and Tolva spoke on Monday.\nThe airline lost 9 million in May.", "lost",
         "The airline lost 9 million"),
        ("Judge Ida Roke jailed Jan Pask on Monday.\nJudge Pim Aro freed a clerk.\nThe judge fined a boy in May.",
         "fined", "The judge fined a boy"),
        ("The airline Plexa spoke on Monday.\nThe small airline lost 9 million in May.", "lost",
         "The small airline lost 9 million"),
        ("Plexa's airline spoke on Monday.\nThe airline lost 9 million in May.", "lost",
         "Plexa's airline lost 9 million"),
    ],
)  # fmt: skip
def test_no_name_where_more_may_be_meant(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mr Jan Pask came on Monday.\nThe 48-year-old was freed in March.", "Jan Pask was freed"),
        ("Mr Jan Pask came on Monday.\nThe 48-year-old Australian was freed in March.", "Jan Pask was freed"),
        ("Mr Jan Pask met Ms Ida Roke on Monday.\nThe 48-year-old was freed in March.", "The 48-year-old was freed"),
        ("Mr Jan Pask came on Monday.\nThe 4-year-old horse was freed in March.", "The 4-year-old horse was freed"),
    ],
)
def test_the_one_of_that_age_is_the_only_person_told_of(one: One, text: str, title: str) -> None:
    found = one("freed", text)
    assert found.title == title
    assert ("Jan Pask" in title) == any((part.name, part.kind) == ("Jan Pask", "person") for part in found.participants)


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        # What was called so with more words is meant by fewer of them, wherever it stands in the clause.
        ("The oil giant Brenk spoke on Monday.\nSome giants fell.\nThe oil giant closed a mill in May.", "closed",
         "Brenk closed a mill"),
        ("The airline Plexa spoke on Monday.\nPilots sued the airline in May.", "sued", "Pilots sued Plexa"),
        ("The airline Plexa spoke on Monday.\nA court froze the airline's accounts in May.", "froze",
         "A court froze Plexa's accounts"),
        # "The company" is the firm that spoke just before, where no other firm is told of as much.
        ("Brenk Motors lost 9 million last year.\nThe company closed a mill in May.", "closed",
         "Brenk Motors closed a mill"),
    ],
)  # fmt: skip
def test_a_firm_is_told_by_its_name(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_the_company_is_none_of_two(one: One) -> None:
    text = "Tolva plc sued Brenk plc on Monday.\nBrenk plc said nothing.\nThe company closed a mill in May."
    assert one("closed", text).title == "The company closed a mill"


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Votes were counted for the Coast Party on Monday.\nThe party lost nine seats.", "lost",
         "The Coast Party lost nine seats"),
        ("The Dockers’ Union met on Monday.\nThe union called a strike in May.", "called",
         "The Dockers’ Union called a strike"),
        ("Plexa, the airline, spoke on Monday.\nThe airline, which was founded in 1921, lost 9 million.", "founded",
         "Plexa was founded"),
        ("Fans met at Hallin Castle on Monday.\nThe castle burned down in 2009.", "burned",
         "Hallin Castle burned down"),
        ("The Coast Party and the Hill Party met on Monday.\nThe party lost nine seats in May.", "lost",
         "The party lost nine seats"),
    ],
)  # fmt: skip
def test_a_body_is_known_by_the_last_word_of_its_name(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Emil Holt scored on Monday.\nThe striker drowned in May.", "drowned", "Emil Holt drowned"),
        ("Emil Holt scored on Monday.\nThe former Hallin winger retired in May.", "retired", "Emil Holt retired"),
        ("Emil Holt scored on Monday.\nThe Swede was fined in May.", "fined", "Emil Holt was fined"),
        ("Emil Holt beat Pim Aro on Monday.\nThe striker drowned in May.", "drowned", "The striker drowned"),
        ("Emil Holt beat a goalkeeper on Monday.\nThe goalkeeper was fined in May.", "fined",
         "The goalkeeper was fined"),
        ("Emil Holt jailed nobody on Monday.\nThe judge was fined in May.", "fined", "The judge was fined"),
    ],
)  # fmt: skip
def test_other_words_for_who_was_just_named(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_owner_of_another_shop_is_not_the_one_named(tell: Tell) -> None:
    text = (
        "The owner, Ara Holt, was not hurt on Monday.\n\nPolice linked the men to a raid on 29 April at a pawnshop in "
        "Arle, in which the owner was struck on the head."
    )
    assert not any("Holt was struck" in event.title for event in tell(text))
