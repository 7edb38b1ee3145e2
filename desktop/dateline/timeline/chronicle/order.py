"""Rows in a chronicle's order, ranked by weight; and the range in which nearly all of them lie."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dateline.core.moment import DAY, Moment
from dateline.timeline.scale import Piece, Scale, fit, padded
from dateline.timeline.spans import OPEN_BEGIN, Ints, Spans, by_time, median

NEARLY_ALL = 0.95
_SHORTER = 0.7  # of the whole, at most, for a range that leaves some out to be worth it
_GOLDEN = 0.618_034  # its multiples spread evenly
_AMONG_EQUALS, _FAR_OFF = 600, 3000  # of 60,000
_PRESSED = 0.08
_NEAR = 0.1  # of the range: what lies no further off belongs to it


class Order:
    """The rows of one lane of spans in the order in which a chronicle tells them.

    By where they begin, of those that begin together the longest first; what is known only to have happened before a
    moment stands before it. ``rows`` are places in the spans; ``at`` and ``end`` are the bounds in this order.
    ``score`` (default: the spans' weight) ranks them.
    """

    def __init__(self, spans: Spans, score: NDArray[np.floating] | None = None) -> None:
        self.spans = spans
        at = np.where(spans.earliest == OPEN_BEGIN, spans.at - 1, spans.at)
        self.rows: Ints = by_time(at, spans.end, longest_first=True)
        self.at: Ints = at[self.rows]
        self.end: Ints = spans.end[self.rows]
        self._ranked: dict[tuple[int, int], Ints] = {}
        self._score = spans.weight if score is None else score

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def score(self) -> NDArray[np.float32]:
        """How much each weighs."""
        return np.asarray(self._score, np.float32)[self.rows]

    @cached_property
    def by_weight(self) -> Ints:
        """The places, the weightiest first. Equals are ranked evenly over time, those far off a little lower."""
        score = self.score * 60_000
        score += (np.arange(len(score)) * _GOLDEN % 1.0) * _AMONG_EQUALS
        first, after = self.nearly_all
        score[:first] -= _FAR_OFF
        score[after:] -= _FAR_OFF
        coarse = np.clip(score, 0, 65_535).astype(np.uint16)
        return np.argsort(65_535 - coarse, kind="stable")

    @cached_property
    def rank(self) -> NDArray[np.int32]:
        """How many rows weigh more than each."""
        rank = np.empty(len(self), np.int32)
        rank[self.by_weight] = np.arange(len(self), dtype=np.int32)
        return rank

    @cached_property
    def ends(self) -> Ints:
        """The ends, sorted."""
        return np.sort(self.end)

    @cached_property
    def places(self) -> Ints:
        """Each row of the spans → its place in this order."""
        places = np.empty(len(self.rows), np.int64)
        places[self.rows] = np.arange(len(self.rows))
        return places

    def where(self, event: int) -> int:
        """The place of an event, -1 where it is not here."""
        rows = np.flatnonzero(self.spans.ids == event)
        return int(self.places[rows[0]]) if len(rows) else -1

    def places_of(self, events: frozenset[int]) -> set[int]:
        """The places of events that are here."""
        rows = np.flatnonzero(np.isin(self.spans.ids, list(events))) if events else np.zeros(0, np.int64)
        return set(self.places[rows].tolist())

    def limit(self, span: tuple[int, int], most: int) -> int:
        """The rank below which ``most`` of the rows in a span lie."""
        first, after = span
        if most >= after - first:
            return 2**31 - 1
        return int(self.rank[self.weightiest(span, most)[-1]]) + 1 if most > 0 else 0

    def weightiest(self, span: tuple[int, int], most: int) -> Ints:
        """The places of the ``most`` weightiest rows in a span, the weightiest first."""
        if span not in self._ranked:
            places, (first, after) = self.by_weight, span
            self._ranked[span] = places[(places >= first) & (places < after)]
        return self._ranked[span][: max(most, 0)]

    def between(self, begin: Moment, until: Moment) -> tuple[int, int]:
        """The places (first, after the last) of what begins in a range."""
        first, after = np.searchsorted(self.at, (begin, until)).tolist()
        return first, after

    @property
    def range(self) -> tuple[Moment, Moment]:
        """The time of nearly all, with a little room at each end; a day where there is nothing."""
        first, after = self.nearly_all
        if first == after:
            return 0, DAY
        begin, last = int(self.at[first]), int(self.at[after - 1])
        ends = self.end[first:after]
        room = max((last - begin) // 4, int(median(ends - self.at[first:after])))
        return padded(begin, max(last + 1, int(np.minimum(ends, last + room).max())))

    def under_way(self, moments: Sequence[Moment]) -> list[int]:
        """How many began before each moment and go on at it."""
        found = self.at.searchsorted(moments) - self.ends.searchsorted(moments, side="right")
        return [int(count) for count in found]

    @cached_property
    def nearly_all(self) -> tuple[int, int]:
        """The places (first, after) of the shortest stretch with 95 % of the rows, and what lies near it.

        All of them where leaving some out would not make it much shorter.
        """
        count = len(self)
        few = int(np.ceil(count * NEARLY_ALL)) if count >= 20 else count - (count >= 8)
        if count < 3 or few == count:
            return 0, count
        lengths = self.at[few - 1 :] - self.at[: count - few + 1]
        first = int(lengths.argmin())
        after = first + few
        whole, length = int(self.at[-1] - self.at[0]), int(lengths[first])
        if length > whole * _SHORTER:
            return 0, count
        near = int(max(length, 1440) * _NEAR)
        while first and self.at[first] - self.at[first - 1] <= near:
            first -= 1
        while after < count and self.at[after] - self.at[after - 1] <= near:
            after += 1
        return first, after


def folded(spans: Spans, length: float) -> Scale:
    """All of time over ``length`` pixels: the range of nearly all wide, what lies before and after it pressed."""
    whole = fit(spans)
    begin, until = Order(spans).range
    begin, until = max(begin, whole[0]), min(until, whole[1])
    edge = length * _PRESSED
    low = edge if begin > whole[0] else 0.0
    high = length - (edge if until < whole[1] else 0.0)
    parts = [Piece(whole[0], begin, 0.0, low, pressed=True)] if low else []
    parts.append(Piece(begin, max(until, begin + 1), low, high))
    parts += [Piece(until, whole[1], high, length, pressed=True)] if high < length else []
    return Scale(tuple(parts))
