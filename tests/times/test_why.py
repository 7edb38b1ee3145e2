"""The sentence that says why an expression means its interval."""

import pytest
from tests.times.found import one

from dateline.core.message import Message
from dateline.core.moment import moment
from dateline.times import why


def test_the_reason_in_plain_english() -> None:
    assert one("Drones hit the hospital on Saturday night.").why == (
        "Saturday night: the Saturday before publication, Sunday 30 March 2025; nights run from 18:00 to 06:00."
    )


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        (-2, "the week two before publication"),
        (-1, "the week before publication"),
        (0, "the week of publication"),
        (1, "the week after publication"),
        (2, "the week two after publication"),
        (5, "the week counted from publication"),
    ],
)
def test_turns_of_a_unit(turn: int, said: str) -> None:
    assert why.turns(why.THE["week"], turn, Message("publication")) == said


def test_numbers_years_and_hours_as_people_write_them() -> None:
    assert (why.count(1, "week"), why.count(2.5, "half")) == ("1 week", "2.5 halves")
    assert (why.year(2025), why.year(-145)) == ("2025", "146 BC")
    assert (why.hour(18), why.hour(30)) == ("18:00", "06:00")
    assert why.years(-9, 0) == "10 BC to 1 BC"


def test_reasons_are_put_together() -> None:
    three = why.count(3, "week")
    assert why.before_or_after(three, "that", before=True) == "3 weeks before that"
    assert why.before_or_after(three, "that", before=False) == "3 weeks after that"
    assert why.on_day("the last one", moment(2025, 3, 30)) == "the last one: Sunday 30 March 2025"
    assert why.back_from("Dec. 31") == "counted back from Dec. 31"
    assert "northern" in why.seasons("summer")
