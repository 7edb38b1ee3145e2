"""Key events: of the days that mattered most, the happening that most articles tell.

Days are ranked by `keydays.rank` over the days that events name; each gives its best happening, then its second, until
there are enough. A happening is an event, or the merged group it belongs to. Articles tell one in their own words long
before anybody merges them: what a day's titles have in common says what most of them tell.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.core.message import Message
from dateline.core.model import MAIN_WEIGHT, Article, Certainty, Event, Status
from dateline.core.moment import DAY, Moment, parse_partial
from dateline.timeline.keydays import LATER, UNKNOWN, KeyDays, days_in, places_of, rank
from dateline.timeline.spans import Ints, Spans

AHEAD = 0.5
"""How much what was only to come counts for its day's line, beside what then happened."""
FINE = 2 * DAY
"""An event that lies in so few minutes at most has a day: the one it begins on, of two whole days the second."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key event: its place among the rows asked about, and what made it one.

    ``articles`` tell the happening; ``named`` name its day, ``later`` of them a week or more after it. One that was
    taken for its weight alone has no day that ranks (``named`` 0).
    """

    row: int
    articles: int
    named: int
    later: int
    score: float

    def why(self) -> Message:
        """Why it is one, as a sentence."""
        if not self.named:
            return Message("one of the weightiest")
        if self.named == 1:
            return Message("its day is named in one article")
        if not self.later:
            return Message("its day is named in {n} articles", n=self.named)
        return Message("its day is named in {n} articles, {m} of them a week or more later", n=self.named, m=self.later)


@dataclass(frozen=True, eq=False)
class Rows:
    """Events as columns of one length: ``at`` and ``end`` in minutes (equal where it has no date), the index of its
    article into ``published``, its merged group (0 none), its ``weight``, whether it may be ``shown``, whether both
    its ends are known (``closed``): "before Friday" names the day, but did not happen on it, and whether it is told as
    what ``happened``, not as planned, possible or denied.
    """

    at: Ints
    end: Ints
    article: Ints
    group: Ints
    weight: np.ndarray
    shown: np.ndarray
    closed: np.ndarray
    happened: np.ndarray
    published: Ints


class _Tellers:
    """How many articles tell a row with its merged group; the members of groups are put in order once."""

    def __init__(self, rows: Rows) -> None:
        self._group = rows.group
        members = np.flatnonzero(rows.group)
        members = members[np.lexsort((rows.article[members], rows.group[members]))]
        groups, articles = rows.group[members], rows.article[members]
        fresh = np.ones(len(members), np.bool_)
        fresh[1:] = (groups[1:] != groups[:-1]) | (articles[1:] != articles[:-1])
        self._told = groups[fresh]

    def counts(self, rows: Ints) -> Ints:
        """How many tell each."""
        group = self._group[rows]
        first, after = (np.searchsorted(self._told, group, side=side) for side in ("left", "right"))
        return np.where(group != 0, after - first, 1)


HAPPENED = (Certainty.REPORTED, Certainty.CLAIMED)
"""How surely an event is told that is told as having happened."""
Titles = Callable[[Ints], Sequence[str]]
"""Gives the titles of some rows, in their order."""
Mask = NDArray[np.bool_]
_WORD = re.compile(r"[^\W\d_]{4,}")


def choose(rows: Rows, most: int, titles: Titles) -> list[Key]:
    """The key events among the rows, the most important first, at most so many; few of the titles are asked for."""
    length = rows.end - rows.at
    begun = np.where(length <= DAY, rows.at, rows.end - 1) // DAY
    day = np.where((length > 0) & (length <= FINE), begun, UNKNOWN)
    named = np.flatnonzero((day != UNKNOWN) & (length <= DAY) & (rows.article >= 0))
    ranked = rank(rows.article[named], day[named], rows.published)
    tellers = _Tellers(rows)
    found = _of_days(rows, day, ranked, tellers, most, titles)
    taken = {key.row for key in found}
    groups = {int(rows.group[row]) for row in taken}
    rest = np.flatnonzero(rows.shown) if len(found) < most else np.empty(0, np.int64)
    for row in rest[np.lexsort((rest, -rows.weight[rest]))].tolist():
        if len(found) >= most:
            break
        group = int(rows.group[row])
        if row not in taken and not (group and group in groups):
            groups.add(group)
            found.append(Key(row, int(tellers.counts(np.array([row]))[0]), 0, 0, 0.0))
    return found


def _of_days(rows: Rows, day: Ints, ranked: KeyDays, tellers: _Tellers, most: int, titles: Titles) -> list[Key]:
    candidates = np.flatnonzero(rows.shown & rows.closed & (day != UNKNOWN))
    on_days = dict(_first_filled(candidates, day, ranked, 2 * most))
    lines = _lines(rows, list(on_days.values()), tellers, titles)
    days = {place: _best_first(lines_of) for place, lines_of in zip(on_days, lines, strict=True)}
    found: list[Key] = []
    groups: set[int] = set()
    turn = 0
    while days:
        for place, happenings in list(days.items()):
            if len(found) >= most:
                return found
            line = next(happenings, None)
            if line is None:
                del days[place]
                continue
            group = int(rows.group[line.row])
            if group and group in groups:
                continue
            groups.add(group)
            named, later, score = int(ranked.articles[place]), int(ranked.later[place]), float(ranked.score[place])
            found.append(Key(line.row, line.articles, named, later, score - turn))
        turn += 1
    return found


def _first_filled(candidates: Ints, day: Ints, ranked: KeyDays, most: int) -> Iterator[tuple[int, Ints]]:
    """The best days that candidates lie on, at most so many, by their places, with the rows of each."""
    days = days_in(day[candidates])
    places = np.flatnonzero(np.isin(ranked.day, days))[:most]
    wanted = np.isin(days, ranked.day[places])
    kept = candidates[wanted[places_of(days, day[candidates])]]
    order = kept[np.argsort(day[kept], kind="stable")]
    first, after = (np.searchsorted(day[order], ranked.day[places], side=side) for side in ("left", "right"))
    for number, place in enumerate(places.tolist()):
        yield place, order[first[number] : after[number]]


class _Line(NamedTuple):
    """A happening's best row, how many articles tell it, how well it stands for its day, what its words say."""

    row: int
    articles: int
    score: float
    words: Mapping[str, float]


def _lines(rows: Rows, on_days: Sequence[Ints], tellers: _Tellers, titles: Titles) -> Iterator[list[_Line]]:
    """The happenings of each day.

    First comes what many articles tell, merged or in the same words, and what is worth a line: what all of them only
    mention is no news of its day. A word says the more the fewer of the days have it: what the whole story is about
    tells no happening from another. What was to come on the day comes behind what then happened: most articles
    announce a speech, few of them tell it.
    """
    said = iter(titles(np.concatenate(on_days)) if on_days else ())
    words = [[frozenset(_WORD.findall(title.lower())) for title in islice(said, len(on_day))] for on_day in on_days]
    shared = Counter(word for bags in words for word in frozenset().union(*bags))
    worth = {word: math.log((len(on_days) + 1) / count) for word, count in shared.items()}
    for on_day, bags in zip(on_days, words, strict=True):
        telling = _telling(rows.article[on_day], bags, _later(rows, on_day))
        best: dict[int, _Line] = {}
        for row, articles, bag in zip(on_day.tolist(), tellers.counts(on_day).tolist(), bags, strict=True):
            weighed = {word: worth[word] for word in bag}
            alike = sum(value * telling[word] for word, value in weighed.items()) / (sum(weighed.values()) or 1.0)
            worthy = float(rows.weight[row]) * (1.0 if rows.happened[row] else AHEAD)
            line = _Line(row, articles, math.log1p(max(articles, alike)) * worthy, weighed)
            group = int(rows.group[row]) or ~row * 2**32
            if group not in best or line.score > best[group].score:
                best[group] = line
        yield list(best.values())


def _later(rows: Rows, on_day: Ints) -> Mask:
    """Which rows of a day stand in an article that comes back to it."""
    articles = rows.article[on_day]
    if not len(rows.published):
        return np.zeros(len(on_day), np.bool_)
    published = np.where(articles >= 0, rows.published[articles], UNKNOWN)
    later: Mask = (published != UNKNOWN) & (published - rows.at[on_day] // DAY >= LATER)
    return later


def _telling(articles: Ints, bags: Sequence[frozenset[str]], later: Mask) -> Counter[str]:
    """How many articles tell each word of a day's titles: copies of one title once, those that come back to it twice.

    As with days, what is told again later mattered; a wire report that many print does not by that.
    """
    new: dict[int, set[str]] = defaultdict(set)
    again: dict[int, set[str]] = defaultdict(set)
    seen: set[frozenset[str]] = set()
    for article, bag, late in zip(articles.tolist(), bags, later.tolist(), strict=True):
        if bag not in seen:
            seen.add(bag)
            new[article] |= bag
        if late:
            again[article] |= bag
    return Counter(word for bag in (*new.values(), *again.values()) for word in bag)


def _best_first(lines: list[_Line]) -> Iterator[_Line]:
    """The happenings of a day in order: what one before has told already comes late."""
    told: set[str] = set()
    while lines:
        best = max(lines, key=lambda line: (line.score * _fresh(line.words, told), -line.row))
        lines.remove(best)
        told |= best.words.keys()
        yield best


def _fresh(words: Mapping[str, float], told: set[str]) -> float:
    """The share of what some words say that was not told yet."""
    return sum(value for word, value in words.items() if word not in told) / (sum(words.values()) or 1.0)


def of_events(
    events: Sequence[Event], articles: Sequence[Article], most: int, groups: Mapping[int, int] | None = None
) -> list[tuple[Event, Key]]:
    """The key events among events, the most important first; none is one that says too little for a line of its own.

    ``groups`` names further happenings by event id: what several articles seem to tell of, beside what is merged.
    """
    known = groups or {}
    places = {article.id: place for place, article in enumerate(articles)}
    spans = [Spans.from_events([event]) for event in events]
    rows = Rows(
        np.array([span.at[0] if len(span) else 0 for span in spans], np.int64),
        np.array([span.end[0] if len(span) else 0 for span in spans], np.int64),
        np.array([places.get(event.article, -1) if event.article is not None else -1 for event in events], np.int64),
        np.array([event.merge or known.get(event.id, 0) for event in events], np.int64),
        np.array([event.weight for event in events], np.float64),
        np.array([_may_be_shown(event) for event in events], np.bool_),
        np.array([event.earliest is not None and event.latest is not None for event in events], np.bool_),
        np.array([event.certainty in HAPPENED for event in events], np.bool_),
        np.array([published_day(article.published) for article in articles], np.int64),
    )
    return [
        (events[key.row], key) for key in choose(rows, most, lambda some: [events[row].title for row in some.tolist()])
    ]


def day_of(event: Event) -> int:
    """The day that a key event stands for, in days since 0001-01-01; `keydays.UNKNOWN` where it has none."""
    if event.earliest is None or event.latest is None or not 0 < event.latest - event.earliest <= FINE:
        return UNKNOWN
    return (event.earliest if event.latest - event.earliest <= DAY else event.latest - 1) // DAY


def _may_be_shown(event: Event) -> bool:
    if event.binned or event.status is Status.REJECTED:
        return False
    return event.weight >= MAIN_WEIGHT or event.status is Status.CONFIRMED


def was_published(published: str | None, as_of: Moment) -> bool:
    """Whether something was published by the end of a day; what has no date may be of any, a month is its end."""
    until = parse_partial(published).until if published is not None else None
    return until is not None and (until - 1) // DAY <= as_of // DAY


def published_day(published: str | None) -> int:
    """The day of a publication date in days since 0001-01-01; `keydays.UNKNOWN` where it is not known to the day."""
    if published is None:
        return UNKNOWN
    span = parse_partial(published)
    begin, until = span.begin or 0, span.until or 0
    return begin // DAY if until - begin <= DAY else UNKNOWN
