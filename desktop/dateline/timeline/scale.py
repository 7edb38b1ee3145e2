"""From time to pixels and back: one straight scale, or pieces of one with the long empty gaps cut out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.core.moment import DAY, Moment
from dateline.timeline.spans import Spans

BREAK = 34.0
"""Pixels that a cut gap takes."""
_SHARE = 0.35  # of the time still shown that a gap must fill to be cut
_MOST_BREAKS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time ``[begin, until)`` drawn from pixel ``low`` to ``high`` at one scale."""

    begin: Moment
    until: Moment
    low: float
    high: float

    @property
    def per_minute(self) -> float:
        """Pixels a minute."""
        return (self.high - self.low) / (self.until - self.begin)


@dataclass(frozen=True, slots=True)
class Scale:
    """Pieces in order; the time between two pieces is cut out and takes `BREAK` pixels."""

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

    def moment(self, pixel: float) -> Moment:
        """The moment at a pixel; pixels outside give the range's ends."""
        times, places = self._knots()
        return round(float(np.interp(pixel, places, times)))

    def _knots(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        times = [t for piece in self.pieces for t in (piece.begin, piece.until)]
        places = [p for piece in self.pieces for p in (piece.low, piece.high)]
        return np.array(times, dtype=np.float64), np.array(places)


def fitting(spans: Spans, low: float, high: float, *, breaks: bool = False) -> Scale:
    """A scale that shows all the rows with a little room at each end; with ``breaks`` long empty gaps are cut."""
    begin, until = fit(spans)
    cuts = _gaps(spans, begin, until) if breaks else []
    edges = [begin, *(edge for cut in cuts for edge in cut), until]
    stretches = list(zip(edges[::2], edges[1::2], strict=True))
    room = high - low - BREAK * len(cuts)
    total = sum(b - a for a, b in stretches)
    least = room * 0.5 / len(stretches)  # half the room is shared evenly, so that a short stretch stays readable
    pieces, at = [], low
    for a, b in stretches:
        length = room if len(stretches) == 1 else least + room * 0.5 * (b - a) / total
        pieces.append(Piece(a, b, at, at + length))
        at += length + BREAK
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


def _gaps(spans: Spans, begin: Moment, until: Moment) -> list[tuple[Moment, Moment]]:
    """The gaps to cut, in order: each fills a good part of the time that is left when the longer ones are cut."""
    if len(spans) < 2:
        return []
    order = np.argsort(spans.at, kind="stable")
    reach = np.maximum.accumulate(spans.end[order])[:-1]
    lengths = spans.at[order][1:] - reach
    left, cuts = until - begin, []
    for place in np.argsort(-lengths)[:_MOST_BREAKS].tolist():
        length = int(lengths[place])
        if length < left * _SHARE or length < 7 * DAY:
            break
        margin = min(max(length // 50, DAY), length // 4)
        cuts.append((int(reach[place]) + margin, int(reach[place]) + length - margin))
        left -= length - 2 * margin
    return sorted(cuts)
