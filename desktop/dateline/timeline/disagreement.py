"""Where several sources that tell of one event differ."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dateline.core.model import Certainty, Event
from dateline.core.moment import iso

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: str(number) for number, word in enumerate(_ONES.split())}
"""Number words by their figures."""
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NAMED = ("person", "organisation")
_OPPOSED = ({Certainty.REPORTED, Certainty.CLAIMED, Certainty.PLANNED}, {Certainty.DENIED, Certainty.UNLIKELY})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where the sources differ: what about, and what each event (by its id) says."""

    about: Literal["date", "numbers", "who", "certainty"]
    said: tuple[tuple[int, str], ...]


def disagreements(events: Sequence[Event]) -> tuple[Disagreement, ...]:
    """Where the tellings of one event cannot all be true: told intervals without a moment in common, other numbers,
    other names, and what one reports and another denies.
    """
    found = []
    if not _meet(events):
        found.append(_said("date", events, _when))
    numbers = [numbers_in(event.title) for event in events]
    if all(numbers) and not frozenset.intersection(*numbers):
        found.append(_said("numbers", events, lambda event: ", ".join(sorted(numbers_in(event.title)))))
    if any(not one & other for one, other in combinations(filter(None, map(_names, events)), 2)):
        found.append(_said("who", events, lambda event: "; ".join(_full_names(event))))
    certainties = {event.certainty for event in events}
    if all(certainties & side for side in _OPPOSED):
        found.append(_said("certainty", events, lambda event: event.certainty.value))
    return tuple(found)


def numbers_in(title: str) -> frozenset[str]:
    """The numbers of a title, as figures without commas."""
    found: list[str] = WORD.findall(title.lower())
    return frozenset(NUMBERS.get(word, word.replace(",", "")) for word in found if word in NUMBERS or word[0].isdigit())


def _meet(events: Sequence[Event]) -> bool:
    """Whether the intervals that are told, not carried over or inferred, have a moment in common."""
    begins = [event.earliest for event in events if event.date_told and event.earliest is not None]
    ends = [event.latest for event in events if event.date_told and event.latest is not None]
    return not begins or not ends or max(begins) < min(ends)


def _full_names(event: Event) -> list[str]:
    """Who acts or is acted on by name."""
    return sorted(
        {
            part.name
            for part in event.participants
            if part.role in ("agent", "patient") and part.kind in _NAMED and part.name[:1].isupper()
        }
    )


def _names(event: Event) -> frozenset[str]:
    words = (word.lower().removesuffix("’s") for name in _full_names(event) for word in name.split())
    return frozenset(word for word in words if word not in ("the", "of", "and"))


def _said(
    about: Literal["date", "numbers", "who", "certainty"], events: Sequence[Event], words: Callable[[Event], str]
) -> Disagreement:
    return Disagreement(about, tuple((event.id, words(event)) for event in events))


def _when(event: Event) -> str:
    if event.earliest is not None and event.latest is not None:
        return f"{iso(event.earliest)} to {iso(event.latest)}"
    if event.earliest is not None:
        return f"from {iso(event.earliest)}"
    return f"before {iso(event.latest)}" if event.latest is not None else "no date"
