"""Why an event is shown at once or kept back can be read."""

from collections.abc import Callable

from dateline.core.message import Message
from dateline.core.model import Event

One = Callable[..., Event]


def test_what_speaks_for_a_line_is_said(one: One) -> None:
    event = one("arrested", "Police in Norsted arrested Ola Ruud on Monday over the theft of a bell.")
    assert event.main
    assert isinstance(event.why, Message)
    assert f"weight {round(100 * event.weight)} %: " in event.why
    assert "its own date" in event.why


def test_what_speaks_against_a_line_is_said(one: One) -> None:
    event = one("feel", "The mayor opened the bridge on Monday. “I feel better now than on Sunday,” she said.")
    assert not event.main
    assert "in a quotation" in event.why or "told as present" in event.why
