"""What is asked of a layout, and the parts that both orientations share."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from dateline.core.moment import DAY, HOUR, WEEK, Moment
from dateline.timeline.place import Floats
from dateline.timeline.scale import Piece, Scale
from dateline.timeline.scene import Bin, Cluster, Level, Mark, Rect
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, Ints, Spans, distinct
from dateline.timeline.text import Caption, Measure

MARKS = 3000
"""With more events than this in a lane they are counted; of fewer the weightiest are told."""
_ALL_MARKS = 2.5  # times that, over all lanes
BUBBLE = 58.0
"""Pixels along the axis of a cluster's cell."""
_MOST_A_BUBBLE = 50
_BIN = 6.0
_STEPS = (1, 5, 15, 30, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, WEEK, 2 * WEEK, 4 * WEEK)
HEADER = 26.0
PILL = 22.0
"""Height of a counted cluster."""
DOT = 10.0
BAR = 8.0


class Texts(NamedTuple):
    """The few words that a scene carries itself, for a translation; ``{}`` is the count or date."""

    today: str = "today"
    events: str = "{} events"
    more: str = "+{}"
    before: str = "‹ {}"
    tallest: str = "tallest bar: {}"


def no_captions(ids: Sequence[int]) -> list[Caption]:
    """Captions that say nothing."""
    return [Caption("", "") for _ in ids]


class View(NamedTuple):
    """A range ``[begin, until)`` to be shown in ``width`` by ``height`` pixels.

    ``vertical`` lets time run down, else to the right. ``scale`` replaces the straight one (its pixels are set by
    `dateline.timeline.layout.time_room`). ``captions`` gives the texts of events by id. ``collapsed`` names the
    lanes shown as a count only. ``publications`` are (moment, article). ``scroll`` shifts lanes that do not fit
    across the axis; with ``grow`` there is no end to the room for them.
    The events ``kept`` have labels before all others. ``fan`` is how many rows a label may stand off its mark where
    all have one.
    """

    begin: Moment
    until: Moment
    width: float
    height: float
    vertical: bool = True
    scale: Scale | None = None
    captions: Callable[[Sequence[int]], Sequence[Caption]] = no_captions
    measure: Measure = Measure()
    locale: str = "en_GB"
    first_weekday: int = 0
    collapsed: frozenset[str] = frozenset()
    today: Moment | None = None
    publications: tuple[tuple[Moment, int], ...] = ()
    scroll: float = 0.0
    grow: bool = False
    texts: Texts = Texts()
    kept: frozenset[int] = frozenset()
    fan: float = 3.0

    def showing(self, begin: Moment, until: Moment) -> "View":
        """The same view of another range."""
        return self._replace(begin=begin, until=until, scale=None)


class Load(NamedTuple):
    """What of a lane lies in the range: ``first`` to ``after`` begin in it, ``under`` are under way before it."""

    index: int  # type: ignore[assignment] # a field in place of tuple's method
    name: str
    first: int
    after: int
    under: int
    level: Level
    collapsed: bool

    @property
    def count(self) -> int:  # type: ignore[override] # likewise
        """All of them."""
        return self.after - self.first + self.under


def loads(spans: Spans, scale: Scale, collapsed: frozenset[str], cells: float) -> list[Load]:
    """Each lane's load; four look-ups in sorted arrays a lane, however many events there are."""
    found = []
    for index, (name, rows, ends) in enumerate(zip(spans.lanes, spans.lane_slices, spans.lane_ends, strict=True)):
        at = spans.at[rows]
        first, after = np.searchsorted(at, (scale.begin, scale.until)).tolist()
        under = first - int(np.searchsorted(ends, scale.begin, side="right"))
        found.append((index, name, rows.start + first, rows.start + after, under))
    busy = sum(1 for _, _, first, after, under in found if after - first + under)
    most = max(12, min(MARKS, int(MARKS * _ALL_MARKS / max(busy, 1))))
    return [
        Load(index, name, first, after, under, _level(after - first + under, most, cells), name in collapsed)
        for index, name, first, after, under in found
    ]


def _level(count: int, most: int, cells: float) -> Level:
    if count <= most:
        return Level.MARKS
    return Level.CLUSTERS if count <= cells * _MOST_A_BUBBLE else Level.HISTOGRAM


def rows_of(spans: Spans, load: Load, begin: Moment) -> Ints:
    """The rows of a lane in range, those under way first; each part in order of its begin."""
    within = np.arange(load.first, load.after)
    if not load.under:
        return within
    lane = spans.lane_slices[load.index]
    under = lane.start + np.flatnonzero(spans.end[lane.start : load.first] > begin)
    return np.concatenate((under, within))


class Extent(NamedTuple):
    """Rows along the axis in pixels: where each begins and ends, which are dots, and their certain cores."""

    low: Floats
    high: Floats
    dot: np.typing.NDArray[np.bool_]
    core_low: Floats
    core_high: Floats
    has_core: np.typing.NDArray[np.bool_]


def extents_of(spans: Spans, rows: Ints, scale: Scale) -> Extent:
    """Rows along the axis, cut to the range. A dot is an event of a day or less that is no wider than a dot."""
    at, end = spans.at[rows], spans.end[rows]
    low, high = scale.pixels(at), scale.pixels(end)
    core_begin = np.maximum(spans.latest_start[rows], at)
    core_end = np.minimum(spans.earliest_end[rows], end)
    has_core = (core_begin < core_end) & (core_begin < OPEN_END) & (core_end > OPEN_BEGIN)
    core_low, core_high = scale.pixels(np.minimum(core_begin, end)), scale.pixels(np.maximum(core_end, at))
    dot = (high - low <= DOT + 2) & (at >= scale.begin)
    return Extent(low, high, dot, core_low, core_high, has_core & (core_high > core_low))


def bins_of(spans: Spans, load: Load, piece: Piece) -> list[tuple[Moment, Moment, int, float, float]]:
    """A lane's histogram over a piece of the scale: (begin, until, count, low, high) of each bar that is not empty.

    The edges lie on a grid in time, so that bars stay put while one pans.
    """
    step = _step(_BIN / piece.per_minute)
    edges = np.arange(piece.begin // step * step, piece.until + step, step)
    edges = distinct(np.clip(edges, piece.begin, piece.until))
    counts = np.diff(np.searchsorted(spans.at[load.first : load.after], edges))
    places = piece.low + (edges - piece.begin) * piece.per_minute
    full = np.flatnonzero(counts)
    columns = (edges[full], edges[full + 1], counts[full], places[full], places[full + 1])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _step(minutes: float) -> int:
    for step in _STEPS:
        if step >= minutes:
            return step
    power = 1
    while True:
        for part in (1, 2, 5):
            if part * power * 91 * DAY >= minutes:
                return part * power * 91 * DAY
        power *= 10


class Cell(NamedTuple):
    """Events that begin in one stretch of the axis, as one count around ``middle``."""

    first: int
    after: int
    begin: Moment
    until: Moment
    middle: float
    low: float
    high: float


def cells_of(spans: Spans, load: Load, piece: Piece, size: float) -> list[Cell]:
    """A lane's events in cells of ``size`` pixels or a little more, on a grid in time; empty cells left out."""
    step = max(_step(size / piece.per_minute * 0.5), round(size / piece.per_minute))
    edges = np.arange(piece.begin // step * step, piece.until + step, step)
    edges = distinct(np.clip(edges, piece.begin, piece.until))
    at = spans.at[load.first : load.after]
    borders = np.searchsorted(at, edges)
    cells = []
    for place in np.flatnonzero(np.diff(borders)).tolist():
        first, after = int(borders[place]), int(borders[place + 1])
        low, high = (piece.low + (int(edges[place + k]) - piece.begin) * piece.per_minute for k in (0, 1))
        mean = float(at[first:after].mean())
        middle = piece.low + (mean - piece.begin) * piece.per_minute
        cells.append(
            Cell(load.first + first, load.first + after, int(edges[place]), int(edges[place + 1]), middle, low, high)
        )
    return cells


def under_way(load: Load, view: View, x: float, y: float) -> Cluster:
    """The count of events that began before the range and go on in it."""
    text = view.texts.before.format(f"{load.under:,}")
    width = pill_width(text, view.measure)
    begin = view.begin
    return Cluster(load.index, Rect(x, y, width, PILL), load.under, begin, begin + 1, text, under_way=True)


def pill_width(text: str, measure: Measure) -> float:
    """How wide a pill around a text is."""
    return max(measure.width(text, "count") + 16, PILL)


def lone(spans: Spans, row: int, load: Load, scale: Scale, across: float, *, vertical: bool) -> Mark | None:
    """An event alone among counted ones, as a dot without words; None where it takes more time than a dot shows."""
    extent = extents_of(spans, np.array([row]), scale)
    if not extent.dot[0]:
        return None
    along = float(extent.low[0] + extent.high[0]) / 2 - DOT / 2
    rect = Rect(across - DOT / 2, along, DOT, DOT) if vertical else Rect(along, across - DOT / 2, DOT, DOT)
    return Mark(
        row, int(spans.ids[row]), load.index, bool(extent.dot[0]), rect, int(spans.certainty[row]), None,
        bool(spans.earliest[row] == OPEN_BEGIN), bool(spans.latest[row] == OPEN_END),
        int(spans.at[row]) < scale.begin, int(spans.end[row]) > scale.until, (), None,
        passing=bool(spans.passing[row]),
    )  # fmt: skip


def counted(
    spans: Spans, view: View, scale: Scale, load: Load, across: float, *, vertical: bool
) -> Iterator[Mark | Cluster]:
    """A lane's events in circles with their counts, one that is alone as a dot."""
    for piece in scale.pieces:
        for cell in cells_of(spans, load, piece, BUBBLE):
            mark = (
                lone(spans, cell.first, load, scale, across, vertical=vertical)
                if cell.after - cell.first == 1
                else None
            )
            yield mark or _bubble(load, cell, spans, view.measure, scale, across, vertical=vertical)


def _bubble(
    load: Load, cell: Cell, spans: Spans, measure: Measure, scale: Scale, across: float, *, vertical: bool
) -> Cluster:
    """A cell as a circle with its count, its area growing with it, kept within the cell and in sight."""
    count = cell.after - cell.first
    text = f"{count:,}"
    radius = min(9 + 1.9 * count**0.5, BUBBLE / 2 - 2)
    radius = max(radius, measure.width(text, "count") / 2 + 5)
    middle = min(max(cell.middle, cell.low + radius), max(cell.high - radius, cell.low + radius), scale.high - radius)
    middle = max(middle, scale.low + radius)
    x, y = (across, middle) if vertical else (middle, across)
    ids = tuple(spans.ids[cell.first : cell.after].tolist()) if count <= 40 else ()
    rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
    rows = (cell.first, cell.after)
    return Cluster(load.index, rect, count, cell.begin, cell.until, text, ids, rows, round=True)


def histogram(
    load: Load, bins: list[tuple[Moment, Moment, int, float, float]], base: float, room: float, *, vertical: bool
) -> list[Bin]:
    """Bars from a base line at ``base`` across the axis; the tallest takes ``room``."""
    tallest = max((count for _, _, count, _, _ in bins), default=1)
    bars = []
    for begin, until, count, low, high in bins:
        size = max(room * count / tallest, 2.0)
        wide = max(high - low - 1, 1.0)
        rect = Rect(base, low, size, wide) if vertical else Rect(low, base - size, wide, size)
        bars.append(Bin(load.index, rect, count, begin, until))
    return bars
