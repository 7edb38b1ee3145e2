"""Where several sources that tell of one event differ."""

from dataclasses import replace

import pytest

from dateline.core.model import Certainty, Event, Participant
from dateline.core.moment import DAY, moment
from dateline.timeline.disagreement import disagreements, numbers_in

AT = moment(2025, 3, 3)
ONE = Event(id=1, article=1, title="The quay fell", earliest=AT, latest=AT + DAY, carried="own")
TWO = replace(ONE, id=2, article=2)


def who(name: str, kind: str = "person") -> tuple[Participant, ...]:
    return (Participant(text=name, start=0, end=1, role="agent", kind=kind, name=name),)


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Two of 1,500 boats sank", {"2", "1500"}),
        ("3.5 million voted", {"3.5"}),
        ("Nobody knows", set()),
        ("Twenty and 20 are one", {"20", "1"}),
    ],
)
def test_numbers_in_words_and_figures_are_the_same(title: str, numbers: set[str]) -> None:
    assert numbers_in(title) == numbers


def test_tellings_that_can_all_be_true_agree() -> None:
    assert disagreements([ONE, TWO]) == ()
    assert disagreements([ONE, replace(TWO, earliest=AT - DAY)]) == ()
    assert disagreements([ONE, replace(TWO, earliest=AT + DAY, latest=AT + 2 * DAY, carried="lead")]) == ()
    assert disagreements([replace(ONE, title="Two quays fell"), TWO]) == ()
    assert (
        disagreements([replace(ONE, participants=who("the port", "thing")), replace(TWO, participants=who("Berg"))])
        == ()
    )


def test_each_kind_of_difference_says_what_each_source_says() -> None:
    later = replace(TWO, earliest=AT + DAY, latest=None)
    (date,) = disagreements([ONE, later])
    assert (date.about, date.said) == ("date", ((1, "2025-03-03 to 2025-03-04"), (2, "from 2025-03-04")))
    (numbers,) = disagreements([replace(ONE, title="Two boats sank"), replace(TWO, title="3 of 9 boats sank")])
    assert (numbers.about, numbers.said) == ("numbers", ((1, "2"), (2, "3, 9")))
    (people,) = disagreements([replace(ONE, participants=who("Jon Berg")), replace(TWO, participants=who("Ane Lie"))])
    assert (people.about, people.said) == ("who", ((1, "Jon Berg"), (2, "Ane Lie")))
    (certainty,) = disagreements([ONE, replace(TWO, certainty=Certainty.DENIED)])
    assert (certainty.about, certainty.said) == ("certainty", ((1, "reported"), (2, "denied")))


def test_a_shorter_name_is_of_the_same() -> None:
    assert disagreements([replace(ONE, participants=who("Jon Berg")), replace(TWO, participants=who("Mr Berg"))]) == ()
