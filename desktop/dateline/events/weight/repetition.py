"""The same told again: of the tellings of one happening in an article only the best is worth a line."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.core.moment import DAY
from dateline.events.weight.features import Marks, Telling

ALIKE = 0.3
"""From which share of common words on titles are looked at."""
MOST = 0.66
"""Share of common words from which the words around a happening and around what it is part of say the same."""
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
        self.good: set[int] = set()

    def add(self, telling: Telling, *, good: bool) -> None:
        """Take a telling in; a good one, or what such a one has told better, is not told again."""
        self.ids.add(telling.event.id)
        if good or "says nothing new" in telling.again:
            self.good.add(telling.event.id)
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
        if any(
            other.event.id in self.good and (telling.stems <= other.stems or is_same(telling, other)) for other in same
        ) or any(other.event.id in self.good and holds(telling, other) for other in here):
            marks["says nothing new"] = 2 if any(other.stems == telling.stems for other in here) else 1
        return marks


def holds(one: Telling, other: Telling) -> bool:
    """Whether of two events of a sentence one title says all that the other, better one does, or, where one hangs on
    the other, what happened and most of the rest ("a fire in the port", "a fire in the port killed a guard").
    """
    small, large = sorted((one, other), key=lambda telling: len(telling.stems))
    common = len(small.stems & large.stems)
    noun = "told by a noun" in small.shown
    if not common or (noun and (one is large or "told as a time" in small.shown)):
        return False
    nested = one.event.start in other.above or other.event.start in one.above
    return common == len(small.stems) or (nested and small.happens in large.stems and common >= MOST * len(small.stems))


def is_same(one: Telling, other: Telling) -> bool:
    """Whether two events of one kind of happening that can have been on the same days are one: the same was done to the
    same, or where nothing is said of that, by the same; and their numbers agree.
    """
    if "verb of saying" in one.shown or not _overlap(one, other):
        return False
    ours, theirs = _numbers(one), _numbers(other)
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    for role in ("patient", "agent"):
        here, there = _who(one, role), _who(other, role)
        if here and there:
            return not here.isdisjoint(there)
    return False


def _who(telling: Telling, role: str) -> frozenset[str]:
    """The last words of those who play a role, by the names that the article has for them."""
    return frozenset((part.name or part.text).lower().split()[-1] for part in telling.event.participants
                     if part.role == role and (part.name or part.text))  # fmt: skip


def _numbers(telling: Telling) -> frozenset[str]:
    return frozenset(word for word in telling.stems if word[0].isdigit())


def _overlap(one: Telling, other: Telling) -> bool:
    """Whether two events were on days that both have."""
    begins = [m for m in (one.event.earliest, other.event.earliest) if m is not None]
    ends = [m for m in (one.event.latest, other.event.latest) if m is not None]
    return not ends or not begins or max(begins) < min(ends)


def _most_alike(telling: Telling, others: Iterable[Telling]) -> float:
    return max((likeness(telling, other) for other in others), default=0.0)


def likeness(one: Telling, other: Telling) -> float:
    """The share of words that two titles have in common, of the shorter; 0 where their days cannot be the same."""
    common = len(one.stems & other.stems)
    return common / min(len(one.stems), len(other.stems)) if common and meet(one, other) else 0.0


def meet(one: Telling, other: Telling) -> bool:
    """Whether two events can have been on the same or following days."""
    a, b = one.event, other.event
    for begin in (a.earliest, b.earliest):
        for end in (a.latest, b.latest):
            if begin is not None and end is not None and begin > end + DAY:
                return False
    return True
