"""Which time in a sentence dates what it tells, and which is only the time of something inside."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event
from dateline.core.moment import iso_or_none

One = Callable[..., Event]
Tell = Callable[..., list[Event]]


def when(event: Event) -> tuple[str | None, str | None]:
    return iso_or_none(event.earliest), iso_or_none(event.latest)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("dropped", "Police have dropped an inquiry into a theft claim made against the mayor in 2019."),
        ("rose", "The bakery said that its sales rose to 8,000 from 6,000 a year ago."),
        ("reported", "Plexa reported a loss in the fourth quarter of 2030."),
        ("announced", "Plexa has announced 900 job cuts over the next four years."),
        ("issued", "Warnings were issued in a valley that burned in 2019."),
        ("filled", "Plexa has filled nine posts since it was founded in March 2021."),
    ],
)
def test_time_of_what_stands_inside_does_not_date_the_verb(one: One, word: str, text: str) -> None:
    assert one(word, text).carried == "inferred"


@pytest.mark.parametrize(
    ("word", "text", "time"),
    [
        ("killed", "He spoke of the 2019 fire that killed six people.", "2019"),
        ("said", "The mayor said Thursday, May 15, that he would resign.", "Thursday, May 15"),
        ("sold", "The bakery said it sold 8,000 cakes last year.", "last year"),
        ("loss", "Plexa made 90 million, compared with a loss of 8 million last year.", "last year"),
    ],
)
def test_time_of_its_own_does(one: One, word: str, text: str, time: str) -> None:
    assert one(word, text).words == time


def test_other_event_is_not_counted_back_from_a_time_inside_itself(one: One) -> None:
    text = "Some 400 soldiers remain in Norland, 12 years after Sudria invaded it in the wake of the May 3, 2019 raids."
    assert when(one("invaded", text)) == ("2019-05-03", "2019-05-04")


@pytest.mark.parametrize("text", ["The hall is full of people who have slept in the hall since", "She was elected as"])
def test_text_that_is_cut_off_is_told_as_far_as_it_goes(tell: Tell, text: str) -> None:
    assert all(event.title for event in tell(text))


def test_year_of_an_amount_compared_with_dates_nothing_in_its_sentence(tell: Tell) -> None:
    found = tell("The bakery said that its sales rose to 8,000 from 6,000 a year ago.")
    assert "a year ago" not in {event.words for event in found}
