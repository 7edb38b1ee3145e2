"""Lengths of time and times that come again."""

import pytest
from tests.times.found import one

from dateline.times import find

WEDNESDAY = "2025-06-18"


def test_an_offset_from_an_event_stays_relative() -> None:
    found = one("He fled two days after the vote.")
    assert (found.text, found.type, found.offset, found.resolved) == ("two days", "DURATION", "+P2D", False)


def test_a_vague_length_before_a_day_is_a_length() -> None:
    found = find("A few days after May 4 he left.", WEDNESDAY)
    assert [(each.text, each.value) for each in found] == [("A few days", "PXD"), ("May 4", "2025-05-04")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strike lasted three weeks.", "P3W"),
        ("The talks lasted 90 minutes.", "PT90M"),
        ("The strike lasted for several days.", "PXD"),
        ("The strike lasted two and a half years.", "P2Y6M"),
    ],
)
def test_a_length_has_no_place(text: str, value: str) -> None:
    found = one(text)
    assert (found.type, found.value, found.resolved) == ("DURATION", value, False)


@pytest.mark.parametrize(
    ("text", "value", "quant"),
    [
        ("The ferry sails every Tuesday.", "XXXX-WXX-2", "EVERY"),
        ("The ferry sails every two weeks.", "P2W", "EVERY"),
        ("The ferry sails every May.", "XXXX-05", "EVERY"),
    ],
)
def test_what_comes_again_is_a_set(text: str, value: str, quant: str) -> None:
    found = one(text)
    assert (found.type, found.value, found.quant, found.resolved) == ("SET", value, quant, False)
