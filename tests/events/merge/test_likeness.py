"""How alike two events are: by their words, the time that they share, and what an article tells twice."""

import pytest

from dateline.core.model import Certainty, Event, Participant
from dateline.core.moment import DAY, moment
from dateline.events.merge.likeness import (
    canonical,
    meeting,
    overlap,
    profile_of,
    root,
    score_of,
    whole,
    worth_of,
)

MONDAY = moment(2031, 5, 12)
NORSTED = Participant(text="Norsted", start=0, end=7, role="place", kind="place", name="Norsted")


def event(
    title: str, trigger: str, *, number: int = 1, days: tuple[int | None, int | None] = (0, 1), **more: object
) -> Event:
    first, last = (None if day is None else MONDAY + day * DAY for day in days)
    values: dict[str, object] = {
        "id": number, "article": number, "title": title, "text": trigger, "earliest": first, "latest": last,
        "certainty": Certainty.REPORTED, "participants": (NORSTED,), "expression": number,
    }  # fmt: skip
    return Event(**(values | more))  # type: ignore[arg-type]


def somebody(name: str, role: str = "patient") -> Participant:
    return Participant(text=name, start=0, end=1, role=role, kind="person", name=name)


def score(one: Event, other: Event) -> float:
    first, second = profile_of(one, 1), profile_of(other, 2)
    return score_of(first, second, worth_of((first, second)))


@pytest.mark.parametrize(
    ("words", "other"),
    [("delivered", "delivery"), ("arrived", "arrival"), ("appeared", "appearance"), ("investigated", "investigation")],
)
def test_a_verb_and_its_noun_are_one_act(words: str, other: str) -> None:
    assert canonical(words) == canonical(other)


@pytest.mark.parametrize("pair", [("stated", "station"), ("missed", "mission"), ("moved", "move-in")])
def test_words_that_only_look_alike_are_not(pair: tuple[str, str]) -> None:
    assert canonical(pair[0]) != canonical(pair[1])


def test_what_means_the_same_has_one_form_and_an_irregular_past_its_verb() -> None:
    assert canonical("exploded") == canonical("explosion") == canonical("blast")
    assert canonical("began") == canonical("begin")
    assert root("deliver") == root("delivery")
    assert root("mate") == "mate"  # too short to lose an ending


class TestProfile:
    def test_names_places_and_numbers_are_kept_apart(self) -> None:
        people = (somebody("Mr Oskar Venn", "agent"), somebody("Ida Roke", "source"), NORSTED)
        made = profile_of(event("Oskar Venn sold two mills in Norsted", "sold", participants=people), 3)
        assert made.names == made.persons == {"oskar", "venn"}
        assert made.places == {"norsted"}
        assert made.numbers == {"2"}
        assert {"oskar", "venn", "norsted", canonical("mills")} <= made.words
        assert "in" not in made.words
        assert made.family == 3

    def test_the_context_is_the_sentence_and_the_title(self) -> None:
        text = "Nobody was hurt. A crane fell."
        made = profile_of(event("A mast fell", "fell", sentence_start=17, sentence_end=30), 1, text)
        assert {"crane", "mast"} <= made.context
        assert canonical("hurt") not in made.context


class TestTime:
    @pytest.mark.parametrize(
        ("days", "other", "more"),
        [
            ((0, 1), (0, 1), 1.0),
            ((0, 1), (0, 8), 0.75),
            ((0, 1), (0, 30), 0.55),
            ((0, 1), (None, 1), 0.45),
            ((0, 60), (0, 90), 0.35),
            ((0, 1), (1, 2), 0.3),
            ((0, 1), (3, 4), 0.0),
        ],
    )
    def test_it_agrees_the_better_the_shorter_it_is(
        self, days: tuple[int, int], other: tuple[int | None, int], more: float
    ) -> None:
        one, two = event("A mill burned", "burned", days=days), event("A mill burned", "burned", days=other)
        assert overlap(one, two) == overlap(two, one) == more

    def test_days_of_the_news_may_lie_further_apart(self) -> None:
        one, other = (
            event("A mill burned", "burned", days=days, expression=None, carried="same") for days in ((0, 1), (3, 4))
        )
        assert overlap(one, other) == 0.1

    def test_copies_of_one_sentence_may_lie_weeks_apart(self) -> None:
        text = "The old northern mill in Norsted burned down"
        pair = [
            profile_of(
                event(text, "burned", days=days, expression=None, carried="same", sentence_end=len(text)), n, text
            )
            for n, days in enumerate(((0, 1), (10, 11)))
        ]
        assert overlap(pair[0].event, pair[1].event) == 0.0
        assert meeting(*pair) == 0.1


class TestScore:
    SAME = "A fire destroyed the mill in Norsted"

    @pytest.mark.parametrize(
        "other",
        [
            event("The mayor opened a school in Norsted", "opened"),
            event("A fire did not destroy the mill in Norsted", "destroy"),
            event(SAME, "destroyed", days=(9, 10)),
            event(SAME, "destroyed", certainty=Certainty.DENIED),
        ],
        ids=["another thing", "what did not happen", "another week", "what is denied"],
    )
    def test_what_differs_is_less_alike(self, other: Event) -> None:
        same = event(self.SAME, "destroyed")
        assert score(same, other) < score(same, same)

    def test_two_persons_are_not_one(self) -> None:
        def told(name: str) -> Event:
            return event(f"{name} was arrested in Norsted", "arrested", participants=(somebody(name), NORSTED))

        assert score(told("Ola Ruud"), told("Ane Moe")) < 0.5 < score(told("Ola Ruud"), told("Ola Ruud"))

    def test_a_word_that_every_event_has_says_little(self) -> None:
        profiles = [
            profile_of(event(f"The ferry {what}", what), n) for n, what in enumerate(("sank", "burned", "left"))
        ]
        worth = worth_of(profiles)
        assert worth["ferry"] < worth[canonical("sank")] == 1.0


class TestWhole:
    @staticmethod
    def told(*made: Event) -> list[tuple[int, tuple[int, ...]]]:
        return [(each.event.id, each.twins) for each in whole([profile_of(one, 1) for one in made])]

    def test_a_noun_within_a_clause_is_a_twin_of_it(self) -> None:
        clause = event("A fire destroyed the mill", "destroyed", article=1)
        noun = event("A fire", "fire", number=2, article=1)
        assert self.told(clause, noun) == [(1, (2,))]

    def test_two_articles_tell_two(self) -> None:
        made = [event("A fire destroyed the mill", "destroyed", number=n) for n in (1, 2)]
        assert self.told(*made) == [(1, ()), (2, ())]

    def test_what_somebody_said_is_another_happening(self) -> None:
        said = event("The guard said a fire destroyed the mill", "said", article=1)
        assert len(self.told(said, event("A fire destroyed the mill", "destroyed", number=2, article=1))) == 2
