"""Events of several articles that may be the same, offered as one; nothing is merged here.

Two events match by the time they share, their participants, their places and the words of their titles. Pairs are
sought only among events that share a rare word, so that a library of many articles stays quick.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dateline.core.model import Article, Event, Status
from dateline.core.moment import DAY, Moment
from dateline.events.merge.likeness import (
    COPIED,
    LEAST,
    LOOSELY,
    SHARED,
    Profile,
    alike,
    canonical,
    meeting,
    overlap,
    profile_of,
    score_of,
    whole,
    worth_of,
)
from dateline.timeline.disagreement import WORD, Disagreement, disagreements
from dateline.timeline.spans import Ints

THRESHOLD = 0.55
"""Score from which a pair is offered (tests/benchmarks/events_merging.py)."""
LOOSE = 0.35
"""Score from which two members of a group agree."""
AGREED = 0.5
"""The share of two groups' pairs that must agree for the groups to be one: sources may differ in a date."""
NEIGHBOURS = 12
"""With so many of its neighbours, in the order of their words, an event is compared where a day has very many."""
NEAR = 0.4
"""How well the times of two events agree that share but one word."""
FAR = (-(10**12), 10**12)
"""Bounds that are open."""
COMMON = 60
"""A word of more events than this brings no pairs together by itself."""
SLICE = 4096
"""So many groups of one size are compared at once."""
PAIRED = 4
"""Of such words, the rarest of an event that bring pairs together two and two."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Events of different articles that seem to be one, how sure (0 to 1), why, and where they disagree."""

    events: tuple[int, ...]
    score: float
    why: str
    disagreements: tuple[Disagreement, ...] = ()
    again: tuple[int, ...] = ()
    """Further events of the same articles that tell it again, as a noun within a clause ("its launch") does."""


def suggest(
    events: Iterable[Event], articles: Iterable[Article], apart: Collection[tuple[int, int]] = ()
) -> list[Suggestion]:
    """Groups of events that may be the same, the surest first; none holds a pair of ``apart``, ids in order.

    Events without a date, questions, rejected, binned or merged with one another already are passed over, and so are
    events of one article and of versions of one article.
    """
    articles = list(articles)
    families = {article.id: article.version_of or article.id for article in articles}
    texts = {article.id: article.text for article in articles}
    profiles = [
        profile_of(event, families.get(event.article, event.article), texts.get(event.article, ""))
        for event in events
        if event.dated
        and event.article is not None
        and not event.binned
        and event.status is not Status.REJECTED
        and not event.title.endswith("?")
    ]
    profiles = whole(profiles)
    worth = worth_of(profiles)
    scored: list[tuple[float, int, int]] = []
    for one, other in _candidates(profiles):
        chance = score_of(profiles[one], profiles[other], worth)
        if chance >= LOOSE:
            scored.append((chance, one, other))
    return [_suggestion(group, score, why) for group, score, why in _groups(profiles, scored, apart)]


def _candidates(profiles: list[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of different articles whose times meet and who share two words or names, one of them rare.

    One rare word is enough where both have a time of their own and it is about the same.
    """
    said = [profile.words | profile.names | profile.places for profile in profiles]
    index: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(said):
        for word in words:
            index[word].append(number)
    for one, other in _beside_one_another(profiles, index):
        here, there = profiles[one].event, profiles[other].event
        shared = len(said[one] & said[other]) >= 2
        if not (shared or (here.expression is not None and there.expression is not None)):
            continue
        if meeting(profiles[one], profiles[other]) > (0 if shared else NEAR) and (
            here.merge is None or here.merge != there.merge
        ):
            yield one, other


def _beside_one_another(profiles: list[Profile], index: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of different articles that share a rare word, an act on one day or a whole sentence, and whose times may
    meet: what a whole story is about has no rare words.

    Of very many on one day those are compared whose titles begin alike, so that the search stays near linear.
    """
    if not profiles:
        return
    times = _Times(profiles)
    pairs = [times.within(_copied(profiles)), times.within(index.values())]
    said = {word: len(numbers) for word, numbers in index.items() if len(numbers) > COMMON}
    two: dict[tuple[str, str], list[int]] = defaultdict(list)
    days: dict[tuple[str, Moment], list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        common = sorted(
            (profile.words | profile.names | profile.places) & said.keys(), key=lambda word: (said[word], word)
        )
        for pair in combinations(common[:PAIRED], 2):
            two[pair].append(number)
        event = profile.event
        if event.earliest is not None and event.latest is not None and event.latest - event.earliest <= DAY:
            for word in profile.acts & said.keys():
                days[word, event.earliest // DAY].append(number)
    pairs.append(times.within(two.values()))
    for numbers in days.values():
        ordered = sorted(numbers, key=lambda number: sorted(profiles[number].words))
        reach = len(ordered) if len(ordered) <= COMMON else NEIGHBOURS
        pairs.append(times.pairs(np.array(ordered), reach))
    for pair in np.unique(np.concatenate(pairs)).tolist():
        yield divmod(pair, len(profiles))


def _copied(profiles: list[Profile]) -> Iterator[list[int]]:
    """The events of each two sentences that have nearly the same words.

    Of two sets that share so much of the longer one, each has one of the few rarest words of the other among its own
    rarest (the prefix filter of set joins): only those are looked up.
    """
    sentences: dict[tuple[int | None, int], list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        sentences[profile.event.article, profile.event.sentence_start].append(number)
    tellings = list(sentences.values())
    words = [profiles[numbers[0]].context for numbers in tellings]
    count = Counter(word for each in words for word in each)
    index: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(words):
        rarest = sorted(each, key=lambda word: (count[word], word))
        beside: set[int] = set()
        for word in rarest[: len(each) - math.ceil(SHARED * len(each)) + 1] if len(each) >= LEAST else ():
            beside.update(index[word][-COMMON:])
            index[word].append(place)
        for other in sorted(beside):
            if alike(each, words[other]):
                yield tellings[other] + tellings[place]


class _Times:
    """The times of events as arrays, so that most pairs that cannot meet are passed over together."""

    def __init__(self, profiles: list[Profile]) -> None:
        events = [profile.event for profile in profiles]
        self._begin = np.array([FAR[0] if each.earliest is None else each.earliest for each in events])
        self._until = np.array([FAR[1] if each.latest is None else each.latest for each in events])
        _, self._family = np.unique([profile.family for profile in profiles], return_inverse=True)
        self._words = np.array([len(profile.context) for profile in profiles])

    def within(self, groups: Iterable[list[int]]) -> Ints:
        """The same of each of many groups, of which those of more than `COMMON` are passed over."""
        sizes: dict[int, list[list[int]]] = defaultdict(list)
        for numbers in groups:
            if 1 < len(numbers) <= COMMON:
                sizes[len(numbers)].append(numbers)
        found = [np.empty(0, np.int64)]
        for size, same in sizes.items():
            first, second = np.triu_indices(size, 1)
            for at in range(0, len(same), SLICE):
                table = np.array(same[at : at + SLICE])
                found.append(np.unique(self._met(table[:, first].ravel(), table[:, second].ravel())))
        return np.concatenate(found)

    def pairs(self, numbers: Ints, reach: int | None = None) -> Ints:
        """Each pair among some events that may be one, as the smaller number times the number of all plus the other.

        ``reach`` is how far apart they stand in the order given at most.
        """
        first, second = np.triu_indices(len(numbers), 1)
        if reach is not None:
            near = second - first <= reach
            first, second = first[near], second[near]
        return self._met(numbers[first], numbers[second])

    def _met(self, one: Ints, other: Ints) -> Ints:
        """The pairs of those at the same places that may be one."""
        gap = np.maximum(self._begin[one], self._begin[other]) - np.minimum(self._until[one], self._until[other])
        few, many = np.minimum(self._words[one], self._words[other]), np.maximum(self._words[one], self._words[other])
        met = (gap < LOOSELY) | (gap < COPIED) & (few >= SHARED * many)
        met &= self._family[one] != self._family[other]
        one, other = one[met], other[met]
        found: Ints = np.minimum(one, other) * len(self._begin) + np.maximum(one, other)
        return found


def _because(one: Profile, other: Profile) -> str:
    parts = ["the same day" if overlap(one.event, other.event) == 1.0 else "times that overlap"]
    names = (one.names & other.names) | (one.places & other.places)
    named = _as_written(one.event, names)
    if named:
        parts.append(", ".join(named[:3]))
    shared = _as_written(one.event, (one.words & other.words) - names)
    if shared:
        parts.append("the words " + ", ".join(f"“{word}”" for word in shared[:4]))
    return f"Both tell of {', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else f"Both tell of {parts[0]}"


def _as_written(event: Event, forms: frozenset[str]) -> list[str]:
    """The words of an event's title, or of its participants, that have one of these forms; names that follow
    one another stand together."""
    text = event.title
    if not any(_form(word) in forms or word.lower() in forms for word in WORD.findall(text)):
        text = " ".join(part.name for part in event.participants)
    found: list[str] = []
    end = -2
    for match in WORD.finditer(text):
        word = match.group()
        if word.lower() not in forms and _form(word) not in forms:
            continue
        if found and end + 1 == match.start() and word[0].isupper() and found[-1][0].isupper():
            found[-1] = f"{found[-1]} {word}"
        elif word not in found:
            found.append(word)
        end = match.end()
    return found


def _form(word: str) -> str:
    return canonical(word.lower())


def _groups(
    profiles: list[Profile], scored: list[tuple[float, int, int]], apart: Collection[tuple[int, int]]
) -> list[tuple[list[Profile], float, str]]:
    """Pairs joined into groups, the best first: one event an article, and most of them a match themselves."""
    pairs = {(one, other) for _, one, other in scored}
    group_of: dict[int, list[int]] = {}
    reasons: dict[int, tuple[float, str]] = {}
    for chance, one, other in sorted(scored, key=lambda row: -row[0]):
        left, right = group_of.get(one, [one]), group_of.get(other, [other])
        if left is right or chance < THRESHOLD:
            continue
        joined = left + right
        ids = sorted(profiles[n].event.id for n in joined)
        said = bool(apart) and any(pair in apart for pair in combinations(ids, 2))
        fitting = not said and len({profiles[n].family for n in joined}) == len(joined)
        agreed = sum((min(a, b), max(a, b)) in pairs for a in left for b in right)
        if fitting and agreed >= AGREED * len(left) * len(right):
            for number in joined:
                group_of[number] = joined
            why = _because(profiles[one], profiles[other])
            before = min((reasons[id(group)] for group in (left, right) if id(group) in reasons), default=(chance, why))
            reasons[id(joined)] = min(before, (chance, why))
    seen: set[int] = set()
    found = []
    for group in group_of.values():
        if id(group) not in seen:
            seen.add(id(group))
            found.append(([profiles[n] for n in group], *reasons[id(group)]))
    return sorted(found, key=lambda row: -row[1])


def _suggestion(group: list[Profile], score: float, why: str) -> Suggestion:
    ids = tuple(profile.event.id for profile in group)
    again = tuple(twin for profile in group for twin in profile.twins)
    return Suggestion(ids, round(min(score, 1.0), 3), why, disagreements([profile.event for profile in group]), again)
