"""Where labels go: spread along a line, or packed below one another."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_GOLDEN = 0.618_034  # its multiples, less their whole parts, spread evenly


def by_weight(weight: NDArray[np.floating], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places in order of weight, the weightiest first; of equals from all over, the same wherever the range begins."""
    return np.lexsort((rows * _GOLDEN % 1.0, -np.round(weight, 2)))


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Starts in the order given, none overlapping, as near as can be to those ``wanted`` (least squares).

    They lie within ``low`` to ``high`` where the sizes fit there; else they begin at ``low`` and run over.
    Pool adjacent violators: isotonic regression of the wanted starts less the sizes before them.
    """
    *offsets, total = accumulate(sizes, initial=0.0)
    means: list[float] = []
    counts: list[int] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while means and means[-1] > mean:
            mean = (mean * count + means[-1] * counts[-1]) / (count + counts[-1])
            count += counts.pop()
            means.pop()
        means.append(mean)
        counts.append(count)
    last = max(high - total, low)
    flat = (min(max(mean, low), last) for mean, count in zip(means, counts, strict=True) for _ in range(count))
    return [start + offset for start, offset in zip(flat, offsets, strict=True)]


class Rows:
    """Rows of one height, filled from the first on: boxes come in order of their left edges."""

    def __init__(self, most: int) -> None:
        self._edges: list[float] = []
        self._most = most

    @property
    def used(self) -> int:
        """How many rows hold something."""
        return len(self._edges)

    def put(self, parts: Sequence[tuple[float, float, int]]) -> int | None:
        """Put a box made of ``parts`` (left, right, rows high) below one another; its first row, None when full."""
        height = sum(rows for _, _, rows in parts)
        left = min(part[0] for part in parts)
        first = self._free(left, height)
        if first is None:
            return None
        self._edges.extend([float("-inf")] * (first + height - len(self._edges)))
        row = first
        for _, right, rows in parts:
            for each in range(row, row + rows):
                self._edges[each] = max(self._edges[each], right)
            row += rows
        return first

    def _free(self, left: float, height: int) -> int | None:
        """The first of so many rows that are free from ``left`` on: looked at from the last, so most are skipped."""
        edges, first = self._edges, 0
        while first + height <= self._most:
            for row in range(min(first + height, len(edges)) - 1, first - 1, -1):
                if edges[row] > left:
                    first = row + 1
                    break
            else:
                return first
        return None


_BETWEEN = 3.0
"""Pixels between two stretches on one track, so that they do not look like one."""


def tracks(begins: Sequence[float], ends: Sequence[float], most: int) -> list[int]:
    """A track for each stretch (in order of their begins) so that those on one do not touch; the last may be shared."""
    free: list[float] = []
    chosen = []
    for begin, end in zip(begins, ends, strict=True):
        track = next((track for track, until in enumerate(free) if until + _BETWEEN <= begin), len(free))
        if track == len(free) and track < most:
            free.append(end)
        track = min(track, most - 1)
        free[track] = max(free[track], end)
        chosen.append(track)
    return chosen


def shares(wanted: Sequence[float], least: float, room: float) -> list[float]:
    """Room for each: what it wants where all fit, else no more than an even share, but ``least`` at any rate."""
    if sum(wanted) <= room:
        return list(wanted)
    left, cap = room, least
    for place, want in enumerate(sorted(wanted)):
        share = left / (len(wanted) - place)
        if want > share:
            cap = max(share, least)
            break
        left -= want
    return [min(want, cap) for want in wanted]
