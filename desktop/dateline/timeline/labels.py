"""Which events have a label where time runs down to scale: the weightiest, each within a row of its own mark."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from operator import add

import numpy as np

from dateline.timeline.place import Floats, by_weight, spread
from dateline.timeline.scale import Scale
from dateline.timeline.scene import Line
from dateline.timeline.spans import Ints, Spans
from dateline.timeline.text import Caption, Measure
from dateline.timeline.view import PILL, View

GAP = 7.0
OFF = 2.2
"""Lines of a title that a label may stand off its mark: one row."""
_PUSHES, _NEIGHBOURS = 8, 3
_TRIED = 100  # no window has room for more labels


def wrapped(caption: Caption, room: float, measure: Measure) -> tuple[Line, ...]:
    """A label's lines with their baselines from its top, at x 0: the title in up to four, the words in up to two."""
    lines: list[Line] = []
    top = 0.0
    for text, role, most in ((caption.title, "title", 4), (caption.words, "words", 2)):
        for part in measure.wrap(text, role, room, most) if text else ():
            lines.append(Line(part, 0.0, top + measure.ascent(role), role))
            top += measure.line(role)
    return tuple(lines)


def text_height(lines: Sequence[Line], measure: Measure) -> float:
    """How tall wrapped lines are, with the gap below them."""
    return sum(measure.line(line.role) for line in lines) + GAP


class Labels:
    """The labels of a lane's rows, in the order of their marks; read and wrapped only where they may be shown.

    The spans' weight ranks them. What is placed is each label's top by its row's number in this order.
    """

    def __init__(self, view: View, spans: Spans, rows: Ints, room: float) -> None:
        self._view, self._rows, self.room = view, rows, room
        self._ids, self._weight = spans.ids[rows], spans.weight[rows]
        self._wrapped: dict[int, tuple[Line, ...]] = {}
        self._sizes: dict[int, float] = {}
        self._least = view.measure.line("title") + view.measure.line("words") + GAP

    def all(self, wants: Floats, low: float, high: float) -> dict[int, float] | None:
        """All labels from ``low`` to ``high``, each as near as can be to where it is wanted; None without room.

        A few at one moment may fan out further than a row: better than a count where all around is empty.
        """
        if len(wants) * self._least > high - low and not self._view.grow:
            return None
        self._read(range(len(wants)))
        sizes = [self.height(number) for number in range(len(wants))]
        tops = spread(wants.tolist(), sizes, low, high)
        off = self._view.fan * OFF * self._view.measure.line("title")
        near = sum(sizes) <= high - low and bool((abs(np.array(tops) - wants) <= off).all())
        return dict(enumerate(tops)) if near or self._view.grow else None

    def weightiest(self, wants: Floats, low: float, high: float, scale: Scale) -> dict[int, float]:
        """The weightiest labels that have room beside one another, each within a row of where it is wanted.

        A label that has not been read is first taken for a short one, then read; at last only those that are read are
        taken.
        """
        tried, places = self._candidates(wants, scale), wants.tolist()
        found: dict[int, float] = {}
        for last in (False, False, True):
            found = self._packed([n for n in tried if n in self._wrapped] if last else tried, places, low, high)
            missing = [number for number in found if number not in self._wrapped]
            if not missing:
                break
            self._read(missing)
        return found

    def lines(self, number: int) -> tuple[Line, ...]:
        """The label's lines, from its top left corner."""
        return self._wrapped[number]

    def height(self, number: int) -> float:
        """How tall a label is, with the gap below it and room for a count beside it."""
        return self._sizes.get(number, self._least)

    def hint(self, numbers: range) -> str:
        """The titles of the weightiest of some."""
        rows = np.arange(numbers.start, numbers.stop)
        best = rows[np.argsort(-self._weight[rows], kind="stable")[:4]]
        return " · ".join(caption.title for caption in self._view.captions(self._ids[best].tolist()))

    def _candidates(self, wants: Floats, scale: Scale) -> list[int]:
        """The weightiest of all and of each stretch as high as a label, those that are kept before all others."""
        count = len(wants)
        weight = self._weight + 10.0 * np.isin(self._ids, list(self._view.kept))
        ranked = by_weight(weight, self._rows)
        rank = np.empty(count, np.int64)
        rank[ranked] = np.arange(count)
        cells, _ = scale.cells(wants, self._least)
        by_cell = np.lexsort((rank, cells))
        first = np.ones(count, np.bool_)
        first[1:] = np.diff(cells[by_cell]) > 0
        tried = rank < _TRIED
        tried[by_cell[first]] = True
        return [int(number) for number in ranked[tried[ranked]]]

    def _packed(self, numbers: Sequence[int], wants: Sequence[float], low: float, high: float) -> dict[int, float]:
        """Those of the labels, the most important first, that have room; none passes another.

        Where a label has none, its neighbours make way, as long as each stays within a row of its mark.
        """
        placed: list[int] = []
        tops: list[float] = []
        ends: list[float] = []
        pushes, off = _PUSHES, OFF * self._view.measure.line("title")
        for number in numbers:
            at, size, want = bisect(placed, number), self._sizes.get(number, self._least), wants[number]
            floor, ceiling = ends[at - 1] if at else low, tops[at] if at < len(tops) else high
            top = min(max(want, floor), ceiling - size)
            if top >= floor and (abs(top - want) <= off or not placed):
                placed.insert(at, number)
                tops.insert(at, top)
                ends.insert(at, top + size)
            elif pushes:
                first, after = max(at - _NEIGHBOURS, 0), min(at + _NEIGHBOURS, len(placed))
                pushed = [*placed[first:at], number, *placed[at:after]]
                sizes = [self._sizes.get(each, self._least) for each in pushed]
                floor, ceiling = ends[first - 1] if first else low, tops[after] if after < len(placed) else high
                if sum(sizes) > ceiling - floor:
                    continue
                pushes -= 1
                starts = spread([wants[each] for each in pushed], sizes, floor, ceiling)
                if all(abs(start - wants[each]) <= off for start, each in zip(starts, pushed, strict=True)):
                    placed.insert(at, number)
                    tops[first:after] = starts
                    ends[first:after] = map(add, starts, sizes)
        return dict(zip(placed, tops, strict=True))

    def _read(self, numbers: Iterable[int]) -> None:
        wanted = list(numbers)
        captions = self._view.captions(self._ids[wanted].tolist())
        for number, caption in zip(wanted, captions, strict=True):
            lines = wrapped(caption, self.room, self._view.measure)
            self._wrapped[number] = lines
            self._sizes[number] = max(text_height(lines, self._view.measure), PILL + 2)
