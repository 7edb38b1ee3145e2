"""What is only supposed, awaited or thought of."""

from collections.abc import Callable

import pytest

from dateline.core.model import Certainty, Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("reached", "It would be only weeks before the oil reached the shores of Norland."),
        ("flooded", "The mayor would resign if the river flooded the town in May."),
        ("begun", "A release begun in May would have saved the town."),
    ],
)
def test_supposed_is_possible(one: One, word: str, text: str) -> None:
    assert one(word, text).certainty is Certainty.POSSIBLE


def test_what_would_be_done_after_something_leaves_that_as_sure_as_it_was(one: One) -> None:
    text = "He would lead the firm after his father died in 1904."
    assert one("died", text).certainty is Certainty.REPORTED
