"""Times that count from another event."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event, Relation
from dateline.core.moment import iso_or_none

One = Callable[..., Event]
Tell = Callable[..., list[Event]]
VOTE = "The council voted on the harbour on 2 May.\n\n"


def when(event: Event) -> tuple[str | None, str | None]:
    return iso_or_none(event.earliest), iso_or_none(event.latest)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("two days after the vote", ("2031-05-04", "2031-05-05")),
        ("the day before the vote", ("2031-05-01", "2031-05-02")),
        ("a week after the vote", ("2031-05-05", "2031-05-12")),
        ("two years before the vote", ("2029-01-01", "2030-01-01")),
    ],
)
def test_counted_from_what_was_told_before(one: One, words: str, bounds: tuple[str, str]) -> None:
    event = one("resigned", f"{VOTE}Oskar Venn resigned {words}.")
    assert when(event) == bounds
    assert event.words == words
    assert event.expression is None


def test_uncounted_is_only_a_bound(one: One) -> None:
    event = one("resigned", f"{VOTE}Oskar Venn resigned in the days before the vote.")
    assert when(event) == (None, "2031-05-02")
    assert event.relation is Relation.BEFORE


def test_counted_from_what_nobody_dated_stays_undated_and_says_so(one: One) -> None:
    event = one("resigned", "A mill burned on Tuesday.\n\nOskar Venn resigned two days after the vote.")
    assert when(event) == (None, None)
    assert "does not say when that was" in event.why


@pytest.mark.parametrize(
    ("text", "trigger", "bounds"),
    [
        (
            "Oskar Venn resigned on 2 May, nine days after police raided his office.",
            "raided",
            ("2031-04-23", "2031-04-24"),
        ),
        ("A strike began on 2 May, two weeks after a vote of the workers.", "vote", ("2031-04-14", "2031-04-21")),
        ("Rafe Dorn was arrested on 2 May, two days before the trial began.", "trial", ("2031-05-04", "2031-05-05")),
        ("Rafe Dorn was arrested on 2 May, two days before the trial began.", "began", ("2031-05-04", "2031-05-05")),
        ("Weeks after the vote, Oskar Venn resigned on 2 May.", "vote", (None, "2031-05-02")),
    ],
)
def test_the_other_event_is_counted_back(
    one: One, text: str, trigger: str, bounds: tuple[str | None, str | None]
) -> None:
    assert when(one(trigger, text)) == bounds


@pytest.mark.parametrize(
    ("text", "word", "bounds"),
    [
        ("The visit comes a day after rebels freed two hostages.", "freed", ("2031-05-13", "2031-05-14")),
        ("The walkout follows a week after Plexa cut the pay of 90 drivers.", "cut", ("2031-05-05", "2031-05-12")),
        (
            "Plexa spoke to its staff on Monday.\n\nThe talk came two days after the council froze all orders.",
            "froze",
            ("2031-05-10", "2031-05-11"),
        ),
    ],
)
def test_what_the_news_comes_after_is_counted_from_the_news(
    one: One, text: str, word: str, bounds: tuple[str, str]
) -> None:
    assert when(one(word, text)) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose late on Monday, early in the day after falling by a tenth.",
        "Plexa rallied on Monday late in the day after dropping 40 points.",
    ],
)
def test_late_in_the_day_after_counts_nothing(tell: Tell, text: str) -> None:
    assert {when(event) for event in tell(text)} == {("2031-05-12", "2031-05-13")}


def test_other_event_with_its_own_time_keeps_it(one: One) -> None:
    text = "Ida Roke was heard two days after the death of her father in June 2029."
    assert when(one("death", text)) == ("2029-06-01", "2029-07-01")
