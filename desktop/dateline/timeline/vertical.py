"""Time running down: lanes are columns, marks stand on tracks at a column's left, labels to their right."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from dateline.core.moment import Moment
from dateline.timeline.place import Floats, grouped, spread, tracks
from dateline.timeline.scale import Scale
from dateline.timeline.scene import Band, Bin, Cluster, Level, Line, Mark, Rect
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, Spans
from dateline.timeline.text import Caption, Measure
from dateline.timeline.view import (
    BAR,
    DOT,
    HEADER,
    PILL,
    Load,
    View,
    bins_of,
    counted,
    extents_of,
    histogram,
    pill_width,
    rows_of,
    under_way,
)  # fmt: skip

COLUMN = 168.0
"""A lane is at least this wide."""
_SHUT = 44.0
_TRACK = 12.0
_TRACKS = (4, 12)  # at least and at most, as the lane's width has room for
_EDGE = 10.0
_FAN = 22.0
_CHEVRON = 12.0
"""Pixels that the sign of an open end takes beyond it."""
_GAP = 7.0
_FEW = 400  # up to so many events get tracks of their own before it is known which stand alone


class Parts:
    """What has been placed so far."""

    def __init__(self) -> None:
        self.bands: list[Band] = []
        self.marks: list[Mark] = []
        self.clusters: list[Cluster] = []
        self.bins: list[Bin] = []
        self.content = 0.0

    def add(self, placed: Iterable[Mark | Cluster]) -> None:
        """Take in marks and counted groups."""
        for one in placed:
            if isinstance(one, Mark):
                self.marks.append(one)
            else:
                self.clusters.append(one)


def place(spans: Spans, view: View, scale: Scale, lanes: Sequence[Load], body: Rect) -> Parts:
    """All lanes side by side within ``body``, shifted by the view's scroll."""
    parts = Parts()
    headed = lanes_are_named(lanes)
    open_lanes = sum(1 for lane in lanes if not lane.collapsed)
    room = body.width - _SHUT * (len(lanes) - open_lanes)
    column = max(COLUMN, room / max(open_lanes, 1)) if len(lanes) > 1 else room
    parts.content = column * open_lanes + _SHUT * (len(lanes) - open_lanes)
    scroll = min(max(view.scroll, 0.0), max(parts.content - body.width, 0.0))
    x = body.x - scroll
    for load in lanes:
        width = _SHUT if load.collapsed else column
        header = Rect(x, body.y - HEADER, width, HEADER) if headed else None
        caption = ""
        if x + width > body.x and x < body.right:
            rect = Rect(x, body.y, width, body.height)
            gutter = 0.0
            if load.collapsed:
                parts.clusters += _shut(load, view, rect)
            elif load.level is Level.MARKS:
                gutter = _marks(spans, view, scale, load, rect, parts)
            elif load.level is Level.CLUSTERS:
                _bubbles(spans, view, scale, load, rect, parts)
            else:
                caption = _histogram(spans, view, scale, load, rect, parts)
            name = view.measure.cut(load.name, "header", width - 44 - view.measure.width(f"{load.count:,}", "count"))
            parts.bands.append(
                Band(load.index, name, rect, header, load.count, load.level, load.collapsed, caption, gutter)
            )
        elif load.count:
            parts.clusters.append(_outside(load, view, scale, Rect(x, body.y, width, body.height)))
        x += width
    return parts


def lanes_are_named(lanes: Sequence[Load]) -> bool:
    """Whether lanes have headers: several, or one with a name."""
    return len(lanes) > 1 or bool(lanes and lanes[0].name)


def _outside(load: Load, view: View, scale: Scale, rect: Rect) -> Cluster:
    """A lane scrolled out of sight, as its count."""
    return Cluster(load.index, rect, load.count, scale.begin, scale.until, view.texts.events.format(load.count))


def _shut(load: Load, view: View, rect: Rect) -> Iterator[Cluster]:
    if load.count:
        text = f"{load.count:,}"
        width = pill_width(text, view.measure)
        pill = Rect(rect.x + (rect.width - width) / 2, rect.y + 6, width, PILL)
        yield Cluster(load.index, pill, load.count, view.begin, view.until, text)


def _histogram(spans: Spans, view: View, scale: Scale, load: Load, rect: Rect, parts: Parts) -> str:
    strip = 0.0
    if load.under:
        pill = under_way(load, view, 0, rect.y + 4)
        strip = pill.rect.width + 8
        parts.clusters.append(under_way(load, view, rect.right - strip + 2, rect.y + 4))
    bins = [each for piece in scale.pieces for each in bins_of(spans, load, piece)]
    room = min(rect.width - _EDGE - 8 - strip, 360.0)
    parts.bins += histogram(load, bins, rect.x + 1, room, vertical=True)
    return view.texts.tallest.format(f"{max((each[2] for each in bins), default=0):,}")


def _bubbles(spans: Spans, view: View, scale: Scale, load: Load, rect: Rect, parts: Parts) -> None:
    middle = rect.x + min(rect.width / 2, 120.0)
    parts.add(counted(spans, view, scale, load, middle, vertical=True))
    if load.under:
        pill = under_way(load, view, 0, 0).rect
        parts.clusters.append(under_way(load, view, rect.right - pill.width - 6, rect.y + 4))


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
    return sum(measure.line(line.role) for line in lines) + _GAP


def text_room(width: float) -> float:
    """The room for text in a lone lane of this width when marks need a couple of tracks."""
    return width - _EDGE - 2 * _TRACK - _FAN - 10


def _marks(spans: Spans, view: View, scale: Scale, load: Load, rect: Rect, parts: Parts) -> float:
    """Place a lane's marks and counted groups; returns the width that its tracks take."""
    rows = rows_of(spans, load, scale.begin)
    if not len(rows):
        return 0.0
    measure = view.measure
    extent = extents_of(spans, rows, scale)
    middle = np.maximum(extent.low, rect.y)
    order = np.lexsort((rows, spans.at[rows], middle))
    rows, middle = rows[order], middle[order]
    dots = extent.dot[order]
    low = np.where(dots, middle - DOT / 2 - 0.5, extent.low[order])
    high = np.where(dots, middle + DOT / 2 + 0.5, np.maximum(extent.high[order], low + 4))
    most = min(max(int((rect.width - 320) // _TRACK), _TRACKS[0]), _TRACKS[1])
    few = len(rows) <= _FEW
    reach = (low - _CHEVRON * (spans.earliest[rows] == OPEN_BEGIN), high + _CHEVRON * (spans.latest[rows] == OPEN_END))
    on_track = _tracked(*reach, range(len(rows)), most) if few else {}
    used = max(on_track.values()) + 1 if few else _TRACKS[0]
    text_x = rect.x + _EDGE + used * _TRACK + _FAN
    labels = _Labels(view, spans.ids[rows].tolist(), max(rect.right - text_x - 8, 40.0))
    groups = labels.grouped(middle, rect.height - 4)
    alone = [first for first, after in groups if after - first == 1]
    if not few:
        on_track = _tracked(*reach, alone, used)
    half = measure.line("title") / 2
    sizes = [labels.height(first) if after - first == 1 else PILL + _GAP for first, after in groups]
    wanted = [
        float(middle[first]) - half if after - first == 1 else float(middle[first] + middle[after - 1]) / 2 - PILL / 2
        for first, after in groups
    ]
    tops = spread(wanted, sizes, rect.y + 3, rect.bottom - 1)
    shape = _Shape(rect, used, text_x, labels.room, half)
    for (first, after), top in zip(groups, tops, strict=True):
        if after - first > 1:
            at = (float(middle[first]), float(middle[after - 1]))
            hint = labels.hint(first, after)
            parts.clusters.append(_group(view, load, spans, rows[first:after].tolist(), at, top, shape, hint))
            continue
        track_x = rect.x + _EDGE + on_track[first] * _TRACK
        place = int(order[first])
        core = (float(extent.core_low[place]), float(extent.core_high[place])) if extent.has_core[place] else None
        label = tuple(Line(line.text, text_x, top + line.y, line.role) for line in labels.lines(first))
        box = _box(label, measure, top)
        leader = _leader(shape, float(middle[first]), track_x, top)
        ends = (float(low[first]), float(high[first]))
        row, dot = int(rows[first]), bool(dots[first])
        parts.marks.append(_mark(spans, row, load, dot, track_x, ends, core, scale, label, box, leader))
    return text_x - 10 - rect.x


def _tracked(low: Floats, high: Floats, items: Iterable[int], most: int) -> dict[int, int]:
    """The track of each of these items."""
    order = sorted(items, key=lambda item: float(low[item]))
    return dict(zip(order, tracks(low[order].tolist(), high[order].tolist(), most), strict=True))


class _Labels:
    """Labels by place, asked for and wrapped only where they may be shown."""

    def __init__(self, view: View, ids: list[int], room: float) -> None:
        self._view, self._ids, self.room = view, ids, room
        self._wrapped: dict[int, tuple[Line, ...]] = {}

    def grouped(self, places: Floats, room: float) -> list[tuple[int, int]]:
        """Which items stand alone and which are counted together, so that all fits into ``room``.

        A label that has not been read is first taken for a short one, then read; at last for the longest there is.
        """
        measure = self._view.measure
        short = measure.line("title") + measure.line("words") + _GAP
        heights = np.full(len(places), short)
        groups: list[tuple[int, int]] = []
        for last in (False, False, True):
            if last:
                heights[:] = 4 * measure.line("title") + 2 * measure.line("words") + _GAP
            for place in self._wrapped:
                heights[place] = self.height(place)
            groups = grouped(places, heights, PILL + _GAP, room)
            new = [first for first, after in groups if after - first == 1 and first not in self._wrapped]
            if not new:
                break
            self._read(new)
            if sum(self.height(f) if n - f == 1 else PILL + _GAP for f, n in groups) <= room:
                break
        return groups

    def lines(self, place: int) -> tuple[Line, ...]:
        """The label's lines, from its top left corner."""
        return self._wrapped[place]

    def height(self, place: int) -> float:
        """How tall a label is, with the gap below it."""
        return text_height(self._wrapped[place], self._view.measure)

    def hint(self, first: int, after: int) -> str:
        """The first titles of a group."""
        captions = self._view.captions(self._ids[first : min(after, first + 4)])
        return " · ".join(caption.title for caption in captions)

    def _read(self, places: list[int]) -> None:
        captions = self._view.captions([self._ids[place] for place in places])
        for place, caption in zip(places, captions, strict=True):
            self._wrapped[place] = wrapped(caption, self.room, self._view.measure)


class _Shape(NamedTuple):
    rect: Rect
    tracks: int
    text_x: float
    room: float
    half: float


def _leader(shape: _Shape, at: float, track: float, top: float) -> tuple[tuple[float, float], ...]:
    """From a mark over the tracks to its right, then slanting to its label."""
    edge = shape.rect.x + _EDGE + shape.tracks * _TRACK + 2
    at = min(max(at, shape.rect.y + 1), shape.rect.bottom - 1)
    return (
        (track + _TRACK - 1, at),
        (edge, at),
        (shape.text_x - 8, top + shape.half),
        (shape.text_x - 4, top + shape.half),
    )


def _box(label: Sequence[Line], measure: Measure, top: float) -> Rect:
    x = label[0].x if label else 0.0
    height = sum(measure.line(line.role) for line in label)
    return Rect(x, top, max((measure.width(line.text, line.role) for line in label), default=0.0), height)


def _mark(
    spans: Spans, row: int, load: Load, dot: bool, track: float, ends: tuple[float, float],
    core: tuple[float, float] | None, scale: Scale, label: tuple[Line, ...], box: Rect,
    leader: tuple[tuple[float, float], ...],
) -> Mark:  # fmt: skip
    low, high = ends
    if dot:
        rect = Rect(track, (low + high) / 2 - DOT / 2, DOT, DOT)
    else:
        rect = Rect(track + (DOT - BAR) / 2, low, BAR, high - low)
    begin, end = int(spans.at[row]), int(spans.end[row])
    solid = Rect(rect.x, core[0], rect.width, core[1] - core[0]) if core and not dot else None
    return Mark(
        row, int(spans.ids[row]), load.index, dot, rect, int(spans.certainty[row]), solid,
        bool(spans.earliest[row] == OPEN_BEGIN), bool(spans.latest[row] == OPEN_END),
        begin < scale.begin, end > scale.until, label, box, leader, bool(spans.passing[row]),
    )  # fmt: skip


def _group(
    view: View, load: Load, spans: Spans, members: list[int], at: tuple[float, float], top: float, shape: _Shape,
    hint: str,
) -> Cluster:  # fmt: skip
    count, measure = len(members), view.measure
    begin: Moment = int(spans.at[members].min())
    until: Moment = int(spans.at[members].max()) + 1
    text = f"{count:,}"
    width = min(pill_width(text, measure), shape.room)
    pill = Rect(shape.text_x - 4, top, width, PILL)
    x, room = pill.right + 8, shape.room - width - 8
    label: tuple[Line, ...] = ()
    box = None
    if room > 60 and hint:
        words = measure.cut(hint, "words", room)
        y = top + (PILL - measure.line("words")) / 2
        label = (Line(words, x, y + measure.ascent("words"), "words"),)
        box = Rect(x, y, measure.width(words, "words"), measure.line("words"))
    middle = (at[0] + at[1]) / 2
    edge = shape.rect.x + _EDGE + shape.tracks * _TRACK + 2
    leader = ((edge, middle), (pill.x - 6, top + PILL / 2), (pill.x, top + PILL / 2))
    return Cluster(
        load.index, pill, count, begin, until, text, tuple(spans.ids[members].tolist()), None, at,
        shape.rect.x + _EDGE, leader, label=label, box=box,
    )  # fmt: skip
