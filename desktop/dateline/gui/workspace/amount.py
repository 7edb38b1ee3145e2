"""How much is shown, from the few key events to everything: one choice for the window and for what it exports."""

from dataclasses import replace
from typing import NamedTuple

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT


class Amount(NamedTuple):
    """What the reader calls it, and what it asks of a filter."""

    words: str
    key: int = 0
    weight: float = 0.0


AMOUNTS = {
    "10": Amount("Key 10", key=10),
    "25": Amount("Key 25", key=25),
    "50": Amount("Key 50", key=50),
    "main": Amount("Main", weight=MAIN_WEIGHT),
    "all": Amount("All"),
}
"""In the order offered, the least first."""


def amount_of(wanted: Filter) -> str:
    """Which of `AMOUNTS` a filter asks for; "" for a number of key events that is not offered."""
    if wanted.key:
        return str(wanted.key) if str(wanted.key) in AMOUNTS else ""
    return "main" if wanted.weight else "all"


def with_amount(wanted: Filter, amount: str) -> Filter:
    """The filter, asking for another amount."""
    chosen = AMOUNTS[amount]
    return replace(wanted, key=chosen.key, weight=chosen.weight)
