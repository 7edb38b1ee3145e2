"""What an article reports outright is main; what it mentions in passing is not."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event
from dateline.events.prominence import reads_alone

Tell = Callable[..., list[Event]]


def main(tell: Tell, text: str) -> dict[str, bool]:
    return {event.text: event.main for event in tell(text)}


def test_a_verb_and_its_object_are_one(tell: Tell) -> None:
    found = main(tell, "The town of Norsted imposed a curfew on Monday.")
    assert found["imposed"]
    assert not found.get("curfew", False)


def test_what_is_said_counts_and_the_saying_does_not(tell: Tell) -> None:
    found = main(tell, "The police said on Tuesday that the bridge at Norsted had collapsed on Monday.")
    assert found["collapsed"]
    assert not found["said"]


def test_a_claim_with_a_time_of_its_own_counts_beside_what_is_claimed(tell: Tell) -> None:
    found = main(tell, "The defence ministry claimed on Monday that its troops had captured a village.")
    assert found["claimed"]
    assert found["captured"]


def test_saying_counts_where_nothing_else_is_told(tell: Tell) -> None:
    found = main(tell, "The mayor of Norsted warned on Monday of more rain.")
    assert found["warned"]


def test_a_clause_without_a_time_of_its_own_is_told_in_passing(tell: Tell) -> None:
    found = main(tell, "A fire that had started in a shed destroyed the old mill on Monday.")
    assert found["destroyed"]
    assert not found.get("started", False)


def test_what_came_of_it_counts(tell: Tell) -> None:
    found = main(tell, "Drone strikes on Monday night hit a depot, injuring three guards.")
    assert found["hit"]
    assert found["injuring"]


def test_a_noun_with_its_own_time_counts(tell: Tell) -> None:
    found = main(tell, "An agreement with the dockers of Norsted is unlikely before June.")
    assert found["agreement"]


def test_a_repetition_counts_once(tell: Tell) -> None:
    text = "A fire destroyed the mill on Monday.\n\nThe owner wept. A fire destroyed the mill on Monday."
    assert [event.main for event in tell(text) if event.text == "destroyed"] == [True, False]


@pytest.mark.parametrize(
    ("title", "reads"),
    [
        ("Two civilians killed in Norsted", True),
        ("25 others wounded", True),
        ("The report", False),
        ("It had been postponed", False),
        ("Which raised its offer again", False),
        ("Others doubt it strongly", False),
        ("The mayor told of the", False),
        ("", False),
    ],
)
def test_titles_that_need_the_text_do_not_count(title: str, reads: bool) -> None:
    assert reads_alone(title) is reads
