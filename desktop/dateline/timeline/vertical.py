"""Time running down: lanes are columns, marks stand on tracks at a column's left, labels to their right."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dateline.core.moment import Moment
from dateline.timeline.labels import GAP, OFF, Labels
from dateline.timeline.place import Floats, tracks
from dateline.timeline.scale import Scale
from dateline.timeline.scene import Band, Bin, Cluster, Level, Line, Mark, Rect
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, Ints, Spans
from dateline.timeline.text import Measure
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
_BESIDE = 16.0
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
    half = measure.line("title") / 2
    wants = middle - half
    labels = Labels(view, spans, rows, max(rect.right - text_x - 8, 40.0))
    tops = labels.all(wants, rect.y + 3, rect.bottom - 1)
    first_track = rect.x + _EDGE
    if tops is None:  # what is counted has a track of its own, and room for its number beside a label
        used, first_track = min(used, _TRACKS[0]) + 1, first_track + _TRACK
        text_x = rect.x + _EDGE + used * _TRACK + _FAN
        beside = pill_width(view.texts.more.format(f"{len(rows):,}"), measure) + _BESIDE
        labels = Labels(view, spans, rows, max(rect.right - text_x - 8 - beside, 40.0))
        tops = labels.weightiest(wants, rect.y + 3, rect.bottom - 1, scale)
    groups = [range(a + 1, b) for a, b in pairwise([-1, *tops, len(rows)]) if b - a > 1]
    shown = sorted([*tops, *(group[0] for group in groups if len(group) == 1)])
    if not few or len(shown) < len(rows):
        on_track = _tracked(*reach, shown, used - 1)
    shape = _Shape(rect, used, text_x, labels.room, half)
    for number in shown:
        track_x = first_track + on_track[number] * _TRACK
        place = int(order[number])
        core = (float(extent.core_low[place]), float(extent.core_high[place])) if extent.has_core[place] else None
        label: tuple[Line, ...] = ()
        leader: tuple[tuple[float, float], ...] = ()
        box = None
        if number in tops:
            top = tops[number]
            label = tuple(Line(line.text, text_x, top + line.y, line.role) for line in labels.lines(number))
            box = _box(label, measure, top)
            leader = _leader(shape, float(middle[number]), track_x, top)
        ends = (float(low[number]), float(high[number]))
        row, dot = int(rows[number]), bool(dots[number])
        parts.marks.append(_mark(spans, row, load, dot, track_x, ends, core, scale, label, box, leader))
    counts = _Counts(view, load, spans, rows, middle, labels, shape)
    parts.clusters += counts.of([group for group in groups if len(group) > 1], tops)
    return text_x - 10 - rect.x


def _tracked(low: Floats, high: Floats, items: Iterable[int], most: int) -> dict[int, int]:
    """The track of each of these items."""
    order = sorted(items, key=lambda item: float(low[item]))
    return dict(zip(order, tracks(low[order].tolist(), high[order].tolist(), most), strict=True))


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
    core: tuple[float, float] | None, scale: Scale, label: tuple[Line, ...], box: Rect | None,
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


class _Counts:
    """The rows that have no label, counted: below a label where there is room, else beside one."""

    def __init__(
        self, view: View, load: Load, spans: Spans, rows: Ints, middle: Floats, labels: Labels, shape: _Shape
    ) -> None:
        self._view, self._load, self._spans, self._rows, self._middle = view, load, spans, rows, middle
        self._labels, self._shape = labels, shape

    def of(self, groups: Sequence[range], tops: dict[int, float]) -> Iterator[Cluster]:
        """A count for each group of neighbours between labels; those beside one label are counted together."""
        shape, told = self._shape, sorted(tops)
        beside: dict[int, list[range]] = {}
        for group in groups:
            after = bisect(told, group[0])
            floor = tops[told[after - 1]] + self._labels.height(told[after - 1]) if after else shape.rect.y + 3
            ceiling = tops[told[after]] if after < len(told) else shape.rect.bottom - 1
            want = float(self._middle[group[0]] + self._middle[group[-1]]) / 2 - PILL / 2
            top = min(max(want, floor), ceiling - PILL - GAP)
            if told and (top < floor or abs(top - want) > OFF * self._view.measure.line("title")):
                beside.setdefault(told[max(after - 1, 0)], []).append(group)
            else:
                yield self._below(group, max(top, floor))
        for number, members in beside.items():
            lines = self._labels.lines(number)
            right = max((self._view.measure.width(line.text, line.role) for line in lines), default=0.0)
            text = self._view.texts.more.format(f"{sum(map(len, members)):,}")
            pill = Rect(shape.text_x + right + 10, tops[number], pill_width(text, self._view.measure), PILL)
            yield self._cluster(members, text, pill)

    def _below(self, group: range, top: float) -> Cluster:
        measure, shape = self._view.measure, self._shape
        text = f"{len(group):,}"
        pill = Rect(shape.text_x - 4, top, min(pill_width(text, measure), shape.room), PILL)
        made = self._cluster([group], text, pill)
        x, room = pill.right + 8, shape.room - pill.width - 8
        hint = self._labels.hint(group)
        if room > 60 and hint:
            words = measure.cut(hint, "words", room)
            y = top + (PILL - measure.line("words")) / 2
            box = Rect(x, y, measure.width(words, "words"), measure.line("words"))
            made = made._replace(label=(Line(words, x, y + measure.ascent("words"), "words"),), box=box)
        middle = float(self._middle[group[0]] + self._middle[group[-1]]) / 2
        edge = shape.rect.x + _EDGE + shape.tracks * _TRACK + 2
        return made._replace(leader=((edge, middle), (pill.x - 6, top + PILL / 2), (pill.x, top + PILL / 2)))

    def _cluster(self, members: Sequence[range], text: str, pill: Rect) -> Cluster:
        rows = np.concatenate([self._rows[each.start : each.stop] for each in members])
        begin: Moment = int(self._spans.at[rows].min())
        until: Moment = int(self._spans.at[rows].max()) + 1
        extent = (float(self._middle[members[0][0]]), float(self._middle[members[-1][-1]]))
        ids = tuple(self._spans.ids[rows].tolist())
        track = self._shape.rect.x + _EDGE
        return Cluster(self._load.index, pill, len(rows), begin, until, text, ids, None, extent, track)
