"""The same told again: of the tellings of one happening in an article only the best is worth a line."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.core.moment import DAY
from dateline.events.weight.features import Marks, Telling

ALIKE = 0.3
"""From which share of common words on titles are looked at."""
KEPT = 40
"""Tellings kept for each word: the best ones."""


def overlap(telling: Telling, headline: frozenset[str], lead: frozenset[str]) -> Marks:
    """How much of an event's words headline and lead have too."""
    marks: Marks = {}
    if headline and telling.stems:
        marks["shares words with the headline"] = round(len(telling.stems & headline) / len(headline), 2)
        if telling.happens in headline:
            marks["happening of the headline"] = 1
    if lead and telling.stems:
        marks["shares words with the lead"] = round(len(telling.stems & lead) / len(telling.stems), 2)
        if telling.happens in lead:
            marks["happening of the lead"] = 1
    return marks


class Told:
    """What has been told so far, the best first."""

    def __init__(self) -> None:
        self.by_stem: dict[str, list[Telling]] = defaultdict(list)
        self.by_sentence: dict[int, list[Telling]] = defaultdict(list)
        self.ids: set[int] = set()

    def add(self, telling: Telling) -> None:
        """Take a telling in."""
        self.ids.add(telling.event.id)
        self.by_sentence[telling.event.sentence_start].append(telling)
        for stem in telling.stems | {telling.happens}:
            if len(self.by_stem[stem]) < KEPT:
                self.by_stem[stem].append(telling)

    def again(self, telling: Telling) -> Marks:
        """What of a telling has been told."""
        marks: Marks = {}
        if telling.twins & self.ids:
            marks["told better by headline or text"] = 1
        here = self.by_sentence[telling.event.sentence_start]
        if here:
            marks["further in its sentence"] = min(3, len(here)) / 3
        if any(other.event.start in telling.above or telling.event.start in other.above for other in here):
            marks["told better by what it is part of"] = 1
        if "saying that tells another" in telling.shown and any(telling.event.start in other.above for other in here):
            marks["what it says is told"] = 1
        beside = _most_alike(telling, here)
        if beside >= ALIKE:
            marks["told better in its sentence"] = round(beside, 2)
        others = {id(one): one for stem in telling.stems | {telling.happens} for one in self.by_stem[stem]}
        elsewhere = [one for one in others.values() if one.event.sentence_start != telling.event.sentence_start]
        alike = _most_alike(telling, elsewhere)
        if alike >= ALIKE:
            marks["told better elsewhere"] = round(alike, 2)
        same = [other for other in elsewhere if other.happens == telling.happens and meet(telling, other)]
        if same:
            marks["same happening on the same days"] = 1
        if any(telling.stems <= other.stems for other in same) or any(telling.stems == other.stems for other in here):
            marks["says nothing new"] = 1
        return marks


def _most_alike(telling: Telling, others: Iterable[Telling]) -> float:
    return max((likeness(telling, other) for other in others), default=0.0)


def likeness(one: Telling, other: Telling) -> float:
    """The share of words that two titles have in common, of the shorter; 0 where their days cannot be the same."""
    if not one.stems or not other.stems or not meet(one, other):
        return 0.0
    return len(one.stems & other.stems) / min(len(one.stems), len(other.stems))


def meet(one: Telling, other: Telling) -> bool:
    """Whether two events can have been on the same or following days."""
    a, b = one.event, other.event
    begins = [m for m in (a.earliest, b.earliest) if m is not None]
    ends = [m for m in (a.latest, b.latest) if m is not None]
    return not ends or not begins or max(begins) <= min(ends) + DAY
