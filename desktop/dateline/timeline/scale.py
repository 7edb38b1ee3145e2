"""From time to pixels and back: one straight scale, or pieces that give busy times more room than empty ones."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.core.moment import DAY, HOUR, WEEK, Granularity, Moment
from dateline.timeline.spans import GRANULARITY_CODE, Ints, Spans, median

GAP = 34.0
"""Pixels that an empty stretch is pressed into."""
_LEAST = 56.0  # pixels that a piece which is not pressed has of its own, where there is room
_OWN = 0.4  # of the room, at most, for all those
_MOST_GROUPS = 10
_A_PIECE = 8  # rows that make a piece of their own
_MOST_ROWS = 1500  # more rows than this are counted anyway, on a straight scale


class Piece(NamedTuple):
    """A stretch of time ``[begin, until)`` drawn from pixel ``low`` to ``high`` at one scale.

    ``pressed`` says that it is long and empty and drawn short, which is to be seen. Ticks in it are at least
    ``finest`` minutes apart.
    """

    begin: Moment
    until: Moment
    low: float
    high: float
    pressed: bool = False
    finest: int = 1

    @property
    def per_minute(self) -> float:
        """Pixels a minute."""
        return (self.high - self.low) / (self.until - self.begin)


class Scale(NamedTuple):
    """Pieces in order, each beginning where the one before it ends."""

    pieces: tuple[Piece, ...]

    @classmethod
    def straight(cls, begin: Moment, until: Moment, low: float, high: float) -> "Scale":
        """One piece; ``begin`` must lie before ``until``."""
        return cls((Piece(begin, until, low, high),))

    @property
    def begin(self) -> Moment:
        """The first moment shown."""
        return self.pieces[0].begin

    @property
    def until(self) -> Moment:
        """The moment after the last one shown."""
        return self.pieces[-1].until

    @property
    def low(self) -> float:
        """The first pixel."""
        return self.pieces[0].low

    @property
    def high(self) -> float:
        """The last pixel."""
        return self.pieces[-1].high

    def pixels(self, moments: NDArray[np.int64]) -> NDArray[np.float64]:
        """Where moments lie; those outside the range lie at its ends."""
        times, places = self._knots()
        return np.interp(moments.astype(np.float64), times, places)

    def pixel(self, m: Moment) -> float:
        """Where a moment lies."""
        return float(self.pixels(np.array([m]))[0])

    def moments(self, pixels: NDArray[np.float64]) -> NDArray[np.float64]:
        """The moments at pixels."""
        times, places = self._knots()
        return np.interp(pixels, places, times)

    def moment(self, pixel: float) -> Moment:
        """The moment at a pixel; pixels outside give the range's ends."""
        times, places = self._knots()
        return round(float(np.interp(pixel, places, times)))

    def cells(self, pixels: NDArray[np.float64], size: float) -> tuple[Ints, float]:
        """The numbers of the cells of this size in which pixels lie, and where cell 0 begins.

        On a straight scale they hold still in time while the range moves.
        """
        first = self.pieces[0]
        off = self.low - (first.begin * first.per_minute % size if len(self.pieces) == 1 else 0.0)
        return ((pixels - off) // size).astype(np.int64), off

    def _knots(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        times = [t for piece in self.pieces for t in (piece.begin, piece.until)]
        places = [p for piece in self.pieces for p in (piece.low, piece.high)]
        return np.array(times, dtype=np.float64), np.array(places)


def fitting(spans: Spans, low: float, high: float) -> Scale:
    """A straight scale that shows all the rows with a little room at each end."""
    return Scale.straight(*fit(spans), low, high)


def elastic(spans: Spans, low: float, high: float) -> Scale:
    """A scale that shows all the rows, busy times wider than quiet ones and long empty ones pressed.

    Within a piece it is straight. Each piece has a little room of its own; the rest is shared by the number of rows.
    """
    stretches = _stretches(spans)
    busy = sum(1 for _, _, count in stretches if count)
    room = high - low - GAP * (len(stretches) - busy)
    if len(stretches) < 2 or room < busy * GAP:
        return fitting(spans, low, high)
    own = min(_LEAST, room * _OWN / busy)
    each = (room - own * busy) / len(spans)
    fine = np.sort(spans.at[spans.granularity < GRANULARITY_CODE[Granularity.DAY]])
    pieces, at = [], low
    for begin, until, count in stretches:
        size = own + each * count if count else GAP
        clock = until - begin <= 3 * DAY and bool(np.diff(np.searchsorted(fine, (begin, until)))[0])
        pieces.append(Piece(begin, until, at, at + size, not count, 1 if clock else DAY))
        at += size
    return Scale(tuple(pieces))


def fit(spans: Spans) -> tuple[Moment, Moment]:
    """The range that shows every row, with 4 per cent of room and at least half a day at each end."""
    if spans.extent is None:
        return 0, DAY
    return padded(*spans.extent)


def padded(begin: Moment, until: Moment) -> tuple[Moment, Moment]:
    """A range with 4 per cent of room and at least half a day at each end."""
    room = max((until - begin) // 25, DAY // 2)
    return begin - room, until + room


def _stretches(spans: Spans) -> list[tuple[Moment, Moment, int]]:
    """Groups of rows and the empty time between them, in order: (begin, until, rows that begin in it)."""
    if not 4 <= len(spans) <= _MOST_ROWS:
        return []
    order = np.argsort(spans.at, kind="stable")
    at, reach = spans.at[order], np.maximum.accumulate(spans.end[order])
    groups = _groups(at)
    found: list[tuple[Moment, Moment, int]] = []
    for number, (first, after) in enumerate(groups):
        begin, last = int(at[first]), int(at[after - 1])
        following = int(at[after]) if after < len(at) else None
        before = found[-1][1] if found else None
        room = max((last - begin) // 25, HOUR)
        typical = int(median(spans.end[order][first:after] - at[first:after]))
        start = begin - (room if before is None else min(room, (begin - before) // 4))
        until = last + max(room, min(typical, int(reach[after - 1]) - last), DAY)
        if following is not None:
            until = min(until, following)
            if following - until < (until - start) // 2:
                until = following
        elif number == len(groups) - 1:
            until = max(until + room, int(reach[-1]))
        if before is not None and start > before:
            found.append((before, start, 0))
        found += _even(at[first:after], start, until)
    return found


def _even(at: Ints, begin: Moment, until: Moment) -> list[tuple[Moment, Moment, int]]:
    """A group cut at hours, midnights or Mondays so that no piece holds many more rows than another."""
    step = next(
        (step for step in (HOUR, 6 * HOUR, DAY, WEEK, 4 * WEEK, 52 * WEEK) if (until - begin) // step <= 60), 520 * WEEK
    )
    edges = [begin]
    done = 0
    for edge in range(begin // step * step + step, until, step):
        count = int(np.searchsorted(at, edge))
        if count - done >= _A_PIECE and len(at) - count >= _A_PIECE:
            edges.append(edge)
            done = count
    counts = np.diff(np.searchsorted(at, [*edges[1:], until]), prepend=0).tolist()
    counts[-1] += len(at) - sum(counts)
    return [(a, b, count) for (a, b), count in zip(pairwise([*edges, until]), counts, strict=True)]


def _groups(at: Ints) -> list[tuple[int, int]]:
    """Rows (first, after the last) cut apart at gaps that are long beside the others, again within each group."""
    groups = [(0, len(at))]
    waiting = [(0, len(at))]
    while waiting and len(groups) < _MOST_GROUPS:
        first, after = waiting.pop(0)
        gaps = np.diff(at[first:after])
        if after - first < 4 or not len(gaps) or gaps.sum() < 2 * DAY:
            continue
        limit = max(int(gaps.sum()) // 10, 4 * int(gaps.sum()) // len(gaps), DAY)
        cuts = (np.flatnonzero(gaps > limit) + first + 1).tolist()
        parts = list(pairwise([first, *cuts, after]))
        if len(parts) > 1:
            place = groups.index((first, after))
            groups[place : place + 1] = parts
            waiting += parts
    return groups
