"""Frames that put a bare day in the future, whatever verb governs."""

import pytest
from tests.times.found import mention

from dateline.times.frames import is_due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("They met ahead of Friday's vote.", True),
        ("He was out in time for Thursday's vote.", True),
        ("The judge set June 27 as the deadline.", True),
        ("She promised lower fares if elected on Sunday.", True),
        ("The parts had been due on Friday.", False),
        ("They met after Friday's vote.", False),
        ("They met ahead of the 4 May 2020 vote.", False),
        ("She promised lower fares if rain fell on Sunday.", False),
    ],
)
def test_a_bare_day_in_such_a_frame_is_to_come(text: str, due: bool) -> None:
    assert is_due(*mention(text)) is due
