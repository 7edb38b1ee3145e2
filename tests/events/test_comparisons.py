"""A time that only says how long nothing was like it dates nothing."""

from collections.abc import Callable

from dateline.core.model import Event
from dateline.core.moment import iso_or_none


def test_the_worst_since_is_no_beginning(tell: Callable[..., list[Event]]) -> None:
    text = "The Orr broke its banks on Monday and flooded the market, the worst flood in the valley since 1968."
    for event in tell(text):
        assert iso_or_none(event.earliest) != "1968-01-01"


def test_what_began_then_still_does(one: Callable[..., Event]) -> None:
    event = one("led", "Mara Winge has led the authority since 2020.")
    assert iso_or_none(event.earliest) == "2020-01-01"
