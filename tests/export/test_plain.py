"""Rows as JSON objects and back."""

from typing import Any

import pytest

from dateline.core.message import Message
from dateline.core.model import Article, Event, Participant, Relation
from dateline.core.moment import Granularity, moment
from dateline.errors import Refused
from dateline.export import plain

EVENT = Event(
    id=7,
    article=1,
    title="The quay fell",
    earliest=moment(2025, 3, 3),
    latest=moment(-43, 3, 15, 6, 30),
    granularity=Granularity.DAY_PART,
    relation=Relation.WITHIN,
    participants=(Participant(text="the port", start=1, end=9, role="agent", kind="organisation"),),
    why=Message("{day} is told", day="Monday"),
    tags=("a", "b"),
)


def test_a_row_is_read_as_it_was_written() -> None:
    row = plain.of(EVENT)
    assert (row["earliest"], row["latest"], row["latest_start"]) == ("2025-03-03", "-0043-03-15T06:30", None)
    assert row["relation"] == "within"
    again = plain.read(Event, row, "events[0]")
    assert again == EVENT
    assert isinstance(again.why, Message)


def test_what_is_left_out_has_its_default_and_what_is_not_known_is_passed_over() -> None:
    assert plain.read(Article, {"id": 1, "text": "x", "colour": "blue"}, "a") == Article(id=1, text="x")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ([], "events\\[0\\] is not an object"),
        ({"id": 1}, "has no"),
        ({"id": "1"}, "events\\[0\\], id"),
        ({"earliest": "Monday"}, "earliest"),
        ({"relation": "near"}, "relation"),
        ({"tags": "a"}, "tags"),
        ({"participants": [{"text": 3}]}, "participants"),
    ],
)
def test_what_is_not_of_its_kind_is_refused_with_its_place(row: Any, told: str) -> None:
    whole = plain.of(EVENT) | row if isinstance(row, dict) and row != {"id": 1} else row
    with pytest.raises(Refused, match=told):
        plain.read(Event, whole, "events[0]")
