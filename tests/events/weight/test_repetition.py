"""Of the tellings of one happening in an article only the best is worth a line."""

import pytest

from dateline.core.model import Event, Participant
from dateline.core.moment import DAY, moment
from dateline.events.weight.features import Marks, Telling
from dateline.events.weight.repetition import Told, holds, is_same, likeness, meet, overlap

MONDAY = moment(2031, 5, 12)


def telling(
    words: str, *, happens: str = "burn", number: int = 1, start: int = 0, sentence: int = 0,
    days: tuple[int | None, int | None] = (0, 1), shown: Marks | None = None, above: frozenset[int] = frozenset(),
    who: tuple[tuple[str, str], ...] = (), twins: set[int] | None = None,
) -> Telling:  # fmt: skip
    first, last = (None if day is None else MONDAY + day * DAY for day in days)
    people = tuple(Participant(text=name, start=0, end=1, role=role, kind="person", name=name) for role, name in who)
    event = Event(
        id=number, article=1, title=words, start=start, sentence_start=sentence, earliest=first, latest=last,
        participants=people,
    )  # fmt: skip
    return Telling(event, shown or {}, frozenset(words.split()), happens, above, twins or set())


def again(first: Telling, second: Telling, *, good: bool = True) -> Marks:
    told = Told()
    told.add(first, good=good)
    return told.again(second)


def test_words_shared_with_headline_and_lead_are_counted() -> None:
    marks = overlap(telling("mill norsted burn"), frozenset(("mill", "burn", "night", "fire")), frozenset(("norsted",)))
    assert marks == {
        "shares words with the headline": 0.5,
        "happening of the headline": 1,
        "shares words with the lead": 0.33,
    }
    assert overlap(telling("mill burn"), frozenset(), frozenset()) == {}


class TestAgain:
    def test_what_nobody_told_has_no_marks(self) -> None:
        assert again(telling("mill burn"), telling("mayor resign", happens="resign", number=2, sentence=90)) == {}

    def test_the_same_of_the_same_days_elsewhere_says_nothing_new(self) -> None:
        second = telling("mill burn", number=2, sentence=90)
        assert again(telling("old mill burn"), second) == {
            "told better elsewhere": 1.0,
            "same happening on the same days": 1,
            "says nothing new": 1,
        }

    def test_what_was_not_good_itself_takes_no_other_away(self) -> None:
        assert "says nothing new" not in again(telling("old mill burn"), telling("mill burn", sentence=90), good=False)

    def test_what_a_good_one_took_away_takes_others_away(self) -> None:
        told = Told()
        told.add(telling("old mill burn"), good=True)
        second = telling("mill burn", number=2, sentence=90)
        second.again = told.again(second)
        told.add(second, good=False)
        assert 2 in told.good

    def test_another_week_is_another_fire(self) -> None:
        assert again(telling("mill burn"), telling("mill burn", number=2, sentence=90, days=(9, 10))) == {}

    def test_what_stands_in_a_sentence_with_a_better_one(self) -> None:
        second = telling("roof fall", happens="fall", number=2, start=20)
        assert again(telling("mill burn"), second) == {"further in its sentence": 1 / 3}

    def test_a_part_of_a_better_one(self) -> None:
        inner = telling("guard die", happens="die", number=2, start=20, above=frozenset((0,)))
        assert again(telling("mill burn"), inner)["told better by what it is part of"] == 1

    def test_a_saying_whose_content_is_told(self) -> None:
        content = telling("mill burn", start=20, above=frozenset((5,)))
        saying = telling("guard say", happens="say", number=2, start=5, shown={"saying that tells another": 1})
        assert again(content, saying)["what it says is told"] == 1

    def test_headline_and_text_are_twins(self) -> None:
        assert "told better by headline or text" in again(telling("a", number=7), telling("b", sentence=9, twins={7}))


class TestHolds:
    def test_one_title_in_the_other(self) -> None:
        assert holds(telling("fire port"), telling("fire port kill guard"))
        assert not holds(telling("fire mill"), telling("fire port kill guard"))

    def test_what_hangs_on_the_other_needs_most_of_its_words(self) -> None:
        small = telling("fire port night", happens="fire", above=frozenset((50,)))
        assert holds(small, telling("fire port kill guard", start=50))
        assert not holds(small, telling("fire port kill guard", start=60))

    def test_a_noun_that_tells_when_is_not_what_it_stands_by(self) -> None:
        shown = {"told by a noun": 1.0, "told as a time": 1.0}
        assert not holds(telling("fire", shown=shown), telling("fire kill guard"))
        assert holds(telling("fire", shown={"told by a noun": 1.0}), telling("fire kill guard"))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ((("patient", "Ola Ruud"),), (("patient", "Ruud"),), True),
        ((("patient", "Ola Ruud"),), (("patient", "Ane Moe"),), False),
        ((("patient", "Ola Ruud"), ("agent", "Aro")), (("agent", "Aro"),), True),
        ((("agent", "Aro"),), (("agent", "Venn"),), False),
        ((), (), False),
    ],
)
def test_one_deed_is_done_to_one_or_by_one(
    first: tuple[tuple[str, str], ...], second: tuple[tuple[str, str], ...], same: bool
) -> None:
    assert is_same(telling("arrest", who=first), telling("arrest", who=second)) is same


def test_numbers_that_differ_are_two_deeds() -> None:
    who = (("patient", "Norsa"),)
    assert is_same(telling("lose 9", who=who), telling("lose", who=who))
    assert not is_same(telling("lose 9", who=who), telling("lose 7", who=who))


def test_days_that_follow_meet_and_open_ones_may() -> None:
    one = telling("mill burn")
    assert meet(one, telling("mill burn", days=(2, 3)))
    assert not meet(one, telling("mill burn", days=(3, 4)))
    assert meet(one, telling("mill burn", days=(None, None)))


def test_likeness_is_the_share_of_the_shorter_title() -> None:
    one = telling("old mill burn down")
    assert likeness(one, telling("mill burn")) == 1.0
    assert likeness(one, telling("mill close")) == 0.5
    assert likeness(one, telling("")) == likeness(one, telling("mill burn", days=(9, 10))) == 0.0
