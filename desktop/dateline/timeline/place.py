"""Where labels go: spread along a line, or packed below one another."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
GOLDEN = 0.618_034
"""Its multiples, less their whole parts, spread evenly: equals are taken from all over."""


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Starts in the order given, none overlapping, as near as can be to those ``wanted`` (least squares).

    They lie within ``low`` to ``high`` where the sizes fit there; else they begin at ``low`` and run over.
    Pool adjacent violators: isotonic regression of the wanted starts less the sizes before them.
    """
    offsets = np.concatenate(([0.0], np.cumsum(np.asarray(sizes, dtype=np.float64))))
    means: list[float] = []
    counts: list[int] = []
    for want, offset in zip(wanted, offsets[:-1].tolist(), strict=True):
        mean, count = want - offset, 1
        while means and means[-1] > mean:
            mean = (mean * count + means[-1] * counts[-1]) / (count + counts[-1])
            count += counts.pop()
            means.pop()
        means.append(mean)
        counts.append(count)
    last = max(high - float(offsets[-1]), low)
    flat = np.repeat(np.clip(means, low, last), counts) if means else np.zeros(0)
    return [float(start) for start in flat + offsets[:-1]]


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
        run, first = 0, -1
        for row, edge in enumerate(self._edges):
            run = run + 1 if edge <= left else 0
            if run == height:
                first = row - height + 1
                break
        if first < 0:
            first = len(self._edges) - run
            if first + height > self._most:
                return None
        self._edges.extend([float("-inf")] * (first + height - len(self._edges)))
        row = first
        for _, right, rows in parts:
            for each in range(row, row + rows):
                self._edges[each] = max(self._edges[each], right)
            row += rows
        return first


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
