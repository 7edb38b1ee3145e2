"""What the reader is told beside a date: its words, and why the event stands there."""

from dataclasses import replace

import pytest
from tests.events.made import time_at, tree, word

from dateline.core.bounds import Bounds
from dateline.core.message import Message
from dateline.core.model import Certainty, Relation
from dateline.core.moment import moment
from dateline.events.find.certainty import Judgement
from dateline.events.find.triggers import Kind, Trigger
from dateline.events.when import explain
from dateline.events.when.anchoring import How, Link
from dateline.events.when.asides import Time
from dateline.events.when.relative import NO_EXPRESSION

TOKENS = tree("""
    mill    NN  nsubj  closed
    closed  VBD ROOT   closed  close
    Monday  NNP npadvmod closed _ DATE
""").tokens
VERB, DAY = word(TOKENS, "closed"), word(TOKENS, "Monday")
TRIGGER = Trigger(VERB, Kind.VERB, VERB)
FACT = Judgement(Certainty.REPORTED)
ANYWHEN = Bounds()
ON_MONDAY = time_at(DAY, moment(2031, 5, 12), moment(2031, 5, 13))


def link(how: How = How.CLAUSE, relation: str = "", distance: int = 0, text: str = "Monday", number: int = 1) -> Link:
    return Link(how, Time(replace(ON_MONDAY, text=text, id=number), DAY, relation), distance=distance)


def why(how: Link, judged: Judgement = FACT, source: str = "", found: Bounds = ANYWHEN) -> str:
    told = explain.why(TRIGGER, how, found, judged, source)
    assert isinstance(told, Message)  # the window says it in its language
    return str(told)


class TestWords:
    @pytest.mark.parametrize(
        ("given", "told"),
        [
            (link(), "Monday"),
            (link(relation="before"), "before Monday"),
            (link(relation="before", text="before\n Monday"), "before Monday"),
            (link(How.REPORTED), "told Monday"),
        ],
    )
    def test_the_words_of_the_time_with_what_ties_it_on(self, given: Link, told: str) -> None:
        assert explain.words(given, Bounds()) == told

    def test_without_a_time_the_publication_or_nothing(self) -> None:
        assert explain.words(Link(How.PUBLICATION), Bounds(relation=Relation.BEFORE)) == "publication"
        assert explain.words(Link(How.NONE), Bounds()) == ""


class TestWhy:
    def test_the_word_the_time_and_the_way(self) -> None:
        assert why(link()) == "“closed”: “Monday”, in the same clause"

    def test_each_way_has_its_words(self) -> None:
        ways = [how for how in How if how not in (How.PUBLICATION, How.NONE)]
        told = {why(link(how)) for how in ways}
        assert len(told) == len(ways) - 1  # attached or in the clause is one to a reader

    def test_how_far_back_it_was_told(self) -> None:
        assert "carried over from 3 sentences before" in why(link(How.CARRIED, distance=3))
        assert "from the sentence before" in why(link(How.CARRIED, distance=1))

    def test_a_time_without_a_place_says_why(self) -> None:
        unplaced = Time(time_at(DAY), DAY, "")
        assert why(Link(How.CLAUSE, unplaced)).endswith("; it cannot be placed without a publication date")
        chained = replace(unplaced, expression=replace(unplaced.expression, id=NO_EXPRESSION))
        assert why(Link(How.CLAUSE, chained)).endswith("; the article does not say when that was")

    def test_without_a_time_the_tense_or_nothing(self) -> None:
        assert "by its tense" in why(Link(How.PUBLICATION), found=Bounds(relation=Relation.BEFORE))
        assert "the publication date is unknown" in why(Link(How.NONE))

    def test_how_sure_by_which_words_and_who_says_so(self) -> None:
        planned = Judgement(Certainty.PLANNED, "is to")
        assert why(link(), planned, "the mayor").endswith("planned by “is to”; according to the mayor")
        assert "reported" not in why(link(), Judgement(Certainty.REPORTED, "said"))
