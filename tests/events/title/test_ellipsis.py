"""The words that a clause borrows: a subject it shares, its auxiliaries, and what "which" stands for."""

from collections.abc import Callable

import pytest
from tests.events.made import tree

from dateline.core.model import Event
from dateline.events.title.ellipsis import is_relative

One = Callable[..., Event]
Tell = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Founded by two brothers in 1951, Pellwick Motors closed on Monday.", "Founded",
         "Pellwick Motors was founded by two brothers"),
        ("A plan to sell the plant in Durl, agreed in March, fell through on Friday.", "agreed",
         "A plan to sell the plant in Durl was agreed"),
        ("Rescuers on Thursday pulled out four miners trapped since Sunday in a shaft.", "trapped",
         "Four miners were trapped in a shaft"),
        ("The planet, which was discovered in 2024, has no air.", "discovered", "The planet was discovered"),
        ("Shares in Tolva, which were suspended on Monday, fell on Tuesday.", "suspended",
         "Shares in Tolva were suspended"),
        ("Police found a man whose car was stolen on Monday.", "stolen", "A man’s car was stolen"),
        ("The mill was founded in 1874, taken over in 1901 and closed in 1990.", "taken", "The mill was taken over"),
        ("The board is to hold a hearing on Monday and to deliver a report on Friday.", "deliver",
         "The board is to deliver a report"),
        ("Thousands of people marched in Hallin on Sunday demanding a vote.", "demanding",
         "Thousands of people demanded a vote"),
        ("Rebels shot down a plane near Kalen on Monday, the army said, killing five.", "killing",
         "Rebels killed five"),
        ("Mika Aro worked as a baker before joining a theatre in 1974.", "joining", "Mika Aro joined a theatre"),
        ("The firm promised in March to cut prices, open ten shops and hire 400 people by June.", "promised",
         "The firm promised to cut prices and hire 400 people"),
        ("She began to sing in 2019, tour the country and write songs.", "began",
         "She began to sing, tour the country and write songs"),
        ("A strike begun in May has closed the port.", "begun", "A strike began"),
    ],
)  # fmt: skip
def test_what_is_borrowed_makes_a_sentence_of_its_own(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_an_owner_within_its_own_phrase_ends(tell: Tell) -> None:
    told = tell(
        'its they year 2019 promised "In us fiscal The stock exchange, meanwhile, ended its inquiry into the trade in '
        "Halmer shares in the days before Trevane's first offer, which was made public on February 11"
    )
    assert "ended" in {event.text for event in told}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("An opera by Amalia Renn that was lost in 1871 was sung.", "An opera by Amalia Renn was lost"),
        ("A letter from Oskar Venn that was sold in 2019 was a forgery.", "A letter from Oskar Venn was sold"),
    ],
)
def test_that_stands_for_a_thing_not_for_its_maker(tell: Tell, text: str, title: str) -> None:
    assert title in {event.title for event in tell(text)}


def test_infinitives_in_a_row_tell_nothing_of_their_own(tell: Tell) -> None:
    text = "Minister Ane Moe made a visit to Norland on Tuesday to open a school, meet teachers and thank them."
    assert [event.title for event in tell(text) if event.main] == ["Minister Ane Moe made a visit to Norland"]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        (
            "The findings from the Harbour Commission, whose members were appointed in May, were published.",
            "appointed",
            "The Harbour Commission’s members were appointed",
        ),
        (
            "The prize went to Emil Holt, Pim Aro and Karl Strand, a reporter who was kidnapped in May.",
            "kidnapped",
            "Karl Strand was kidnapped",
        ),
        (
            "The Health and Safety Executive accused Plexa of negligence in May.",
            "accused",
            "The Health and Safety Executive accused Plexa of negligence",
        ),
    ],
)
def test_who_and_whose_are_the_nearest_named(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_a_relative_clause_is_opened_by_its_pronoun_and_not_by_a_pointing_that() -> None:
    tokens = tree("""
        that    DT  det   mill
        mill    NN  ROOT  mill
        that    WDT nsubj burned
        burned  VBD relcl mill   burn
    """).tokens
    assert [is_relative(index, tokens) for index in (0, 1, 2, 3, 4)] == [False, False, True, False, False]
