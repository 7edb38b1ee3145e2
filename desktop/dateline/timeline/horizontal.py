"""Time running to the right: lanes are bands, marks stand above their labels in rows."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.timeline.place import Rows, by_weight, shares
from dateline.timeline.scale import Scale
from dateline.timeline.scene import Band, Cluster, Level, Line, Mark, Rect
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, Ints, Spans, distinct
from dateline.timeline.text import Caption, Measure
from dateline.timeline.vertical import Parts, lanes_are_named
from dateline.timeline.view import (
    BAR,
    DOT,
    HEADER,
    PILL,
    Extent,
    Load,
    View,
    bins_of,
    counted,
    extents_of,
    histogram,
    lone,
    pill_width,
    rows_of,
    under_way,
)  # fmt: skip

LABEL = 230.0
"""A title is at most this wide."""
_WORDS = 320.0
UNIT = 8.0
"""Height of a packing row; a label takes as many as it needs."""
_MARK_ROWS = 2
_SHUT = HEADER
LEAST = 84.0
"""A lane that has to share is at least this high, without its header."""
_PAD = 8.0
_APART = 14.0
_STRIP = PILL + 8
_FEW = 40  # so few are all tried
_TYPICAL = 7  # rows of a mark with its label


class _Label(NamedTuple):
    """A mark's text: its title's lines, its words, where it begins, and whether it ends at the mark instead."""

    title: tuple[str, ...]
    words: str
    x: float
    width: float
    height: float
    flush_right: bool


class _Packed(NamedTuple):
    """A lane's marks in rows: for each its first row and the one after its last, -1 where there was no room.

    ``labels`` are those of the marks that have found one, by their number.
    """

    rows: Ints
    extent: Extent
    labels: dict[int, _Label]
    first: Ints
    after: Ints
    used: int

    @property
    def full(self) -> bool:
        """Whether some found no room."""
        return bool((self.first < 0).any())


def place(spans: Spans, view: View, scale: Scale, lanes: Sequence[Load], body: Rect) -> Parts:
    """All lanes below one another within ``body``, shifted by the view's scroll."""
    parts = Parts()
    head = HEADER if lanes_are_named(lanes) else 0.0
    most = 20_000.0 if view.grow else body.height
    packed = {
        load.index: _pack(spans, view, scale, load, most)
        for load in lanes
        if load.level is Level.MARKS and not load.collapsed
    }
    wanted = [_wanted(load, packed.get(load.index), head, body.height / len(lanes)) for load in lanes]
    heights = shares(wanted, LEAST + head, most)
    parts.content = sum(heights)
    scroll = min(max(view.scroll, 0.0), max(parts.content - body.height, 0.0)) if not view.grow else 0.0
    y = body.y - scroll
    for load, height in zip(lanes, heights, strict=True):
        rect = Rect(body.x, y, body.width, height)
        y += height
        if not view.grow and (rect.bottom <= body.y or rect.y >= body.bottom):
            if load.count:
                text = view.texts.events.format(load.count)
                parts.clusters.append(Cluster(load.index, rect, load.count, scale.begin, scale.until, text))
            continue
        caption = _fill(spans, view, scale, load, Rect(rect.x, rect.y + head, rect.width, height - head), packed, parts)
        header = None
        if head:  # sticky: it stays in sight as long as its lane does
            header = Rect(rect.x, min(max(rect.y, body.y), rect.bottom - head), rect.width, head)
        name = view.measure.cut(load.name, "header", body.width - 160)
        parts.bands.append(Band(load.index, name, rect, header, load.count, load.level, load.collapsed, caption))
    return parts


def _wanted(load: Load, packed: _Packed | None, head: float, even: float) -> float:
    if load.collapsed:
        return _SHUT
    if packed is not None and load.count:
        strip = _STRIP if packed.full else 0.0
        return max(packed.used * UNIT + _PAD + strip + head, 44.0 + head)
    if not load.count:
        return 30.0 + head
    return max(120.0 if load.level is Level.CLUSTERS else 130.0, even - head) + head


def _fill(
    spans: Spans, view: View, scale: Scale, load: Load, rect: Rect, packed: dict[int, _Packed], parts: Parts
) -> str:
    """Put a lane's content into ``rect`` (below its header); returns a note for the header."""
    if not load.count:
        return ""
    if load.collapsed:
        text = f"{load.count:,}"
        pill = Rect(rect.right - pill_width(text, view.measure) - 12, rect.y - HEADER + 2, 0, PILL)
        pill = pill._replace(width=pill_width(text, view.measure))
        parts.clusters.append(Cluster(load.index, pill, load.count, scale.begin, scale.until, text))
        return ""
    if load.level is Level.MARKS:
        _marks(spans, view, scale, load, rect, packed[load.index], parts)
        return ""
    strip = 0.0
    if load.under:
        strip = _STRIP
        parts.clusters.append(under_way(load, view, rect.x + 6, rect.bottom - PILL - 4))
    if load.level is Level.CLUSTERS:
        middle = rect.y + (rect.height - strip) / 2
        parts.add(counted(spans, view, scale, load, middle, vertical=False))
        return ""
    bins = [each for piece in scale.pieces for each in bins_of(spans, load, piece)]
    room = min(rect.height - strip - 10, 420.0)
    parts.bins += histogram(load, bins, rect.bottom - strip - 1, room, vertical=False)
    return view.texts.tallest.format(f"{max((each[2] for each in bins), default=0):,}")


def _pack(spans: Spans, view: View, scale: Scale, load: Load, height: float) -> _Packed:
    """All marks in rows where there is room; else the weightiest of each stretch, as much weight as can be."""
    rows = rows_of(spans, load, scale.begin)
    extent = extents_of(spans, rows, scale)
    most = max(int((height - _PAD) // UNIT), 1)
    if view.grow or len(rows) <= _FEW:
        packed = _packed(view, spans, scale, rows, extent, np.arange(len(rows)), most)
        if not packed.full:
            return packed
    weight = spans.weight[rows] + 10.0 * np.isin(spans.ids[rows], list(view.kept))
    room = most - int(_STRIP // UNIT)
    cells, _ = scale.cells(extent.low, LABEL)
    chosen = _weightiest(by_weight(weight, rows), cells, room // _TYPICAL + 1)
    return _packed(view, spans, scale, rows, extent, chosen, room)


def _weightiest(ranked: Ints, cells: Ints, most: int) -> Ints:
    """The ``most`` weightiest in each stretch as wide as a title, in order of time."""
    cells = cells[ranked]
    by_cell = np.argsort(cells, kind="stable")
    ordered = cells[by_cell]
    nth = np.arange(len(ordered)) - np.searchsorted(ordered, ordered)
    return np.sort(ranked[by_cell[nth < most]])


def _packed(
    view: View, spans: Spans, scale: Scale, rows: Ints, extent: Extent, chosen: Ints, most: int
) -> _Packed:  # fmt: skip
    """Those ``chosen`` in rows as far as there is room; the others have no place."""
    room = min(LABEL, scale.high - scale.low - 8)
    bins, measure = Rows(most), view.measure
    labels: dict[int, _Label] = {}
    first, after = np.full(len(rows), -1), np.full(len(rows), -1)
    told = view.captions(spans.ids[rows[chosen]].tolist())
    ends = zip(chosen.tolist(), extent.low[chosen].tolist(), extent.high[chosen].tolist(), strict=True)
    for (at, low, high), caption in zip(ends, told, strict=True):
        dot = bool(extent.dot[at])
        lines = measure.wrap(caption.title, "title", room, 3)
        width, height = _text_width(lines, caption, measure), _text_height(lines, caption, measure)
        x = min(low - (1 if dot else 0), scale.high - width - 4)
        x = max(x, scale.low + 3)
        middle = (low + high) / 2
        mark = (middle - DOT / 2 - 2, middle + DOT / 2 + 4) if dot else (low - 2, max(high, low + 4) + 4)
        tall = ceil((height + 5) / UNIT)
        row = bins.put([(*mark, _MARK_ROWS), (x, x + width + _APART, tall)])
        if row is not None:
            first[at], after[at] = row, row + _MARK_ROWS + tall
            labels[at] = _Label(lines, caption.words, x, width, height, dot and x < low - 12)
    return _Packed(rows, extent, labels, first, after, bins.used)


def _text_width(lines: Sequence[str], caption: Caption, measure: Measure) -> float:
    words = min(measure.width(caption.words, "words"), _WORDS)
    return max([measure.width(text, "title") for text in lines] + [words])


def _text_height(lines: Sequence[str], caption: Caption, measure: Measure) -> float:
    return len(lines) * measure.line("title") + (measure.line("words") if caption.words else 0)


def _marks(spans: Spans, view: View, scale: Scale, load: Load, rect: Rect, packed: _Packed, parts: Parts) -> None:
    """Those with a row that lies within ``rect`` as marks, the others as counts in a strip below them."""
    left_out = packed.first < 0

    def outside(limit: int) -> NDArray[np.bool_]:
        return left_out | (packed.after > limit)

    if outside(int((rect.height - _PAD) // UNIT)).any():
        left_out = outside(int((rect.height - _PAD - _STRIP) // UNIT))
    for index in np.flatnonzero(~left_out).tolist():
        top = rect.y + _PAD + int(packed.first[index]) * UNIT
        parts.marks.append(_mark(spans, view.measure, scale, load, packed, index, top))
    parts.add(_counted(spans, view, scale, load, packed, np.flatnonzero(left_out), rect))


def _mark(spans: Spans, measure: Measure, scale: Scale, load: Load, packed: _Packed, index: int, top: float) -> Mark:
    extent, row = packed.extent, int(packed.rows[index])
    low, high, dot = float(extent.low[index]), float(extent.high[index]), bool(extent.dot[index])
    label = packed.labels[index]
    x = label.x
    if dot:
        rect = Rect((low + high) / 2 - DOT / 2, top + 1, DOT, DOT)
    else:
        rect = Rect(low, top + 2, max(high - low, 4.0), BAR)
    core = None
    if extent.has_core[index] and not dot:
        core = Rect(float(extent.core_low[index]), rect.y, 0, rect.height)
        core = core._replace(width=float(extent.core_high[index]) - core.x)
    text_top = top + _MARK_ROWS * UNIT

    def start(text: str, role: str) -> float:
        return x + label.width - measure.width(text, role) if label.flush_right else x

    lines = [
        Line(text, start(text, "title"), text_top + number * measure.line("title") + measure.ascent("title"), "title")
        for number, text in enumerate(label.title)
    ]
    if label.words:
        y = text_top + len(label.title) * measure.line("title") + measure.ascent("words")
        words = measure.cut(label.words, "words", _WORDS)
        lines.append(Line(words, start(words, "words"), y, "words"))
    box = Rect(x, text_top, label.width, label.height)
    begin, end = int(spans.at[row]), int(spans.end[row])
    return Mark(
        row, int(spans.ids[row]), load.index, dot, rect, int(spans.certainty[row]), core,
        bool(spans.earliest[row] == OPEN_BEGIN), bool(spans.latest[row] == OPEN_END),
        begin < scale.begin, end > scale.until, tuple(lines), box, passing=bool(spans.passing[row]),
    )  # fmt: skip


def _counted(
    spans: Spans, view: View, scale: Scale, load: Load, packed: _Packed, left_out: Ints, rect: Rect
) -> list[Mark | Cluster]:
    """Those without room in cells along the strip at the foot of the lane: counted, or as a dot where there is one."""
    if not len(left_out):
        return []
    size = 64.0
    places = packed.extent.low[left_out]
    cells, off = scale.cells(places, size)
    cells = np.maximum(cells, round((scale.low - off) / size))  # less than half a cell belongs to the one after it
    by_cell = np.argsort(cells, kind="stable")
    left_out, places, cells = left_out[by_cell], places[by_cell], cells[by_cell]
    borders = np.searchsorted(cells, (each := distinct(cells)))
    y = rect.bottom - PILL - 4
    alone: list[Mark] = []
    found = []
    for cell, begins, ends in zip(each.tolist(), borders.tolist(), [*borders.tolist()[1:], len(cells)], strict=True):
        members = packed.rows[left_out[begins:ends]]
        if len(members) == 1 and (mark := lone(spans, int(members[0]), load, scale, y + PILL / 2, vertical=False)):
            alone.append(mark)
            continue
        text = view.texts.more.format(len(members))
        width = pill_width(text, view.measure)
        middle = float(places[begins:ends].mean())
        low, high = off + cell * size, min(off + (cell + 1) * size, scale.high)
        low = scale.low if low - scale.low < size / 2 else low
        x = min(max(middle - width / 2, low + 1), max(high - width - 1, low + 1))
        begin, until = int(spans.at[members].min()), int(spans.at[members].max()) + 1
        ids = tuple(spans.ids[members].tolist())
        pill = Rect(min(x, scale.high - width), y, width, PILL)
        found.append(Cluster(load.index, pill, len(members), begin, until, text, ids, None, (low, high)))
    return [*alone, *_apart(found, scale.low)]


def _apart(pills: list[Cluster], low: float) -> list[Cluster]:
    """Neighbours that would touch are moved left a little, from the last on, but none beyond ``low``."""
    places = [pill.rect.x for pill in pills]
    for index in range(len(pills) - 2, -1, -1):
        places[index] = min(places[index], places[index + 1] - pills[index].rect.width - 2)
    for index, pill in enumerate(pills):
        places[index] = max(places[index], low)
        low = places[index] + pill.rect.width + 2
    return [pill._replace(rect=pill.rect._replace(x=x)) for pill, x in zip(pills, places, strict=True)]
