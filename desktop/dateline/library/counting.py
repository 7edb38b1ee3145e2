"""Counting what is shown: codes, groups and moments in arrays, without a library."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.core.model import Certainty, Status
from dateline.core.moment import DAY, Moment, add_months, civil, day_start, moment, month_start
from dateline.library.index import Ints
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, distinct

MOST_BUCKETS = 60
_LONGEST = 400_000  # days that a table by day may have


@dataclass(frozen=True, slots=True)
class Facets:
    """For each part of the filter: its values with how many events a click on each would show, most first.

    Each part is counted with the filter without that part. Values are what the filter's own part takes: article
    ids, names, `Certainty`, granularities, `Status`, flags for ``dated``, for ``sources`` how many articles tell an
    event, in order; for ``time`` pairs (begin,
    until) in order, as years, months or days, whichever are few enough. Merged events count once.
    """

    time: list[tuple[tuple[Moment, Moment], int]]
    articles: list[tuple[int, int]]
    collections: list[tuple[str, int]]
    tags: list[tuple[str, int]]
    people: list[tuple[str, int]]
    places: list[tuple[str, int]]
    certainties: list[tuple[Certainty, int]]
    precisions: list[tuple[str, int]]
    statuses: list[tuple[Status, int]]
    sources: list[tuple[int, int]]
    dated: list[tuple[bool, int]]

    def __getitem__(self, part: str) -> list[tuple[object, int]]:
        counts: list[tuple[object, int]] = getattr(self, part)
        return counts


def over_time(earliest: Ints, latest: Ints) -> list[tuple[tuple[Moment, Moment], int]]:
    """How many of the events that may lie between these bounds may lie in each day, month, year or more years."""
    known = np.concatenate([earliest[earliest != OPEN_BEGIN], latest[latest != OPEN_END] - 1])
    if not len(known):
        return []
    edges = np.array(_buckets(int(known.min()), int(known.max())))
    first = _bucket_of(earliest, edges)
    last = _bucket_of(np.maximum(latest - 1, earliest), edges)
    steps = np.bincount(first, minlength=len(edges)) - np.bincount(last + 1, minlength=len(edges))
    counts = np.cumsum(steps)[:-1].tolist()
    bounds = edges.tolist()
    return [((bounds[n], bounds[n + 1]), count) for n, count in enumerate(counts) if count]


def told_by(articles: Ints, groups: Ints, members: Ints) -> Ints:
    """How many articles (by their numbers, 0 for none) tell each event; those of the ``members`` of a group together.

    ``groups`` has the number of the group of each event.
    """
    told = (articles > 0).astype(np.int64)
    named = members[articles[members] > 0]
    pairs = distinct(groups[named].astype(np.int64) << 32 | articles[named].astype(np.int64)) >> 32
    told[members] = np.bincount(pairs, minlength=int(groups.max(initial=0)) + 1)[groups[members]]
    return told


def most(counts: Ints, limit: int, also: Sequence[int] = ()) -> list[int]:
    """The codes with the highest counts, most first; code 0 is none."""
    codes = np.flatnonzero(counts)
    codes = codes[codes != 0]
    if len(codes) > limit:
        codes = codes[np.argpartition(counts[codes], -limit)[-limit:]]
    codes = codes[np.argsort(-counts[codes], kind="stable")]
    top: list[int] = codes.tolist()
    return top + sorted(set(also) - set(top))


def at(counts: Ints, code: int) -> int:
    """The count of a code, 0 for one beyond the counts."""
    return int(counts[code]) if code < len(counts) else 0


def _buckets(first: Moment, last: Moment) -> list[Moment]:
    """The edges of the days, months, years or longer that cover the moments, at most `MOST_BUCKETS` of them."""
    months = (civil(last).year - civil(first).year) * 12 + civil(last).month - civil(first).month + 1
    step: Callable[[Moment], Moment]
    if last - first < MOST_BUCKETS * DAY:
        start, step = day_start(first), _days
    elif months <= MOST_BUCKETS:
        start, step = month_start(first), lambda m: add_months(m, 1)
    else:
        size = 1
        while months / 12 / size > MOST_BUCKETS:
            size *= 10
        year = civil(first).year // size * size
        start, step = moment(year), _years(size)
    edges = [start]
    while edges[-1] <= last:
        edges.append(step(edges[-1]))
    return edges


def together(alone: Ints, groups: Ints, codes: Ints) -> Ints:
    """The counts of codes of events that stand alone, and of the codes of groups, each code once a group."""
    pairs = distinct(groups.astype(np.int64) << 32 | codes.astype(np.int64)) & 0xFFFFFFFF
    lone = np.bincount(alone, minlength=1)
    grouped = np.bincount(pairs, minlength=len(lone))
    grouped[: len(lone)] += lone
    return grouped


def _bucket_of(moments: Ints, edges: Ints) -> Ints:
    """For each moment the bucket it is in; the first or last one for what lies outside."""
    days = int(edges[-1] - edges[0]) // DAY
    if days > _LONGEST:
        return np.clip(np.searchsorted(edges, moments, "right") - 1, 0, len(edges) - 2)
    # Every edge is a midnight: a table by day is several times as quick as searching.
    table = np.searchsorted(edges, np.arange(days) * DAY + edges[0], "right") - 1
    buckets: Ints = table[np.clip((moments - edges[0]) // DAY, 0, days - 1)]
    return buckets


def _days(m: Moment) -> Moment:
    return m + DAY


def _years(count: int) -> Callable[[Moment], Moment]:
    return lambda m: moment(civil(m).year + count)
