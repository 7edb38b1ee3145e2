"""What is told as past did not happen after publication, nor what is told as to come before it."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event
from dateline.core.moment import iso_or_none

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "word", "bounds"),
    [
        ("The mill closed this week.", "closed", ("2031-05-12", "2031-05-15", "2031-05-12", "2031-05-15")),
        ("Fans urged him to run again this year.", "run", ("2031-05-14", "2032-01-01", "2031-05-14", "2032-01-01")),
        ("The mill closed this year.", "closed", ("2031-01-01", "2031-05-15", "2031-01-01", "2031-05-15")),
        ("The mill will close this month.", "close", ("2031-05-14", "2031-06-01", "2031-05-14", "2031-06-01")),
        ("The mill closed earlier this week.", "closed", ("2031-05-12", "2031-05-14", "2031-05-12", "2031-05-14")),
        ("The mill closed on Tuesday.", "closed", ("2031-05-13", "2031-05-14", "2031-05-13", "2031-05-14")),
        ("It has feuded since May 1.", "feuded", ("2031-05-01", "2031-05-02", "2031-05-15", "2031-05-15")),
        ("Shares fell by noon Monday.", "fell", ("2031-05-12", "2031-05-12T12:01", "2031-05-12", "2031-05-12T12:01")),
        (
            "A fire broke out soon after 2 a.m. Monday.",
            "broke",
            ("2031-05-12T02:01", "2031-05-13", "2031-05-12T02:01", "2031-05-13"),
        ),
    ],
)
def test_what_is_told_as_past_ends_by_publication(
    one: One, text: str, word: str, bounds: tuple[str, str, str, str]
) -> None:
    event = one(word, text)
    found = (event.earliest, event.latest_start, event.earliest_end, event.latest)
    assert tuple(map(iso_or_none, found)) == bounds


def test_what_is_to_come_was_not_told_when_something_else_began(tell: Callable[..., list[Event]]) -> None:
    told = tell(
        "It will deal with the insurance of the 230 damaged homes and with what Soll calls the memory of the river: it "
        "has flooded the town nine times since the 12th century, when monks built the first bridge."
    )
    assert [event.title for event in told if event.text == "deal" and "12th century" in event.words] == []


def test_the_news_of_the_day_lies_on_the_day_before_or_that_of_publication(one: One) -> None:
    event = one("resigned", "The harbour master of Tarrow resigned over the fire.")
    assert (iso_or_none(event.earliest), iso_or_none(event.latest)) == ("2031-05-13", "2031-05-15")
    assert event.carried == "inferred"


def test_what_was_originally_so_is_only_known_to_be_over(one: One) -> None:
    event = one("convicted", "The two were originally convicted of arson.")
    assert (event.earliest, iso_or_none(event.latest)) == (None, "2031-05-15")
