"""The scene: what is to be seen, in pixels at scale 1, as plain values. Painters only colour it in."""

from enum import StrEnum
from typing import NamedTuple

from dateline.core.moment import Moment
from dateline.timeline.axis import Axis
from dateline.timeline.scale import Scale


class Rect(NamedTuple):
    """A rectangle, ``x`` and ``y`` its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x after it."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y after it."""
        return self.y + self.height

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a point lies in it, or within ``margin`` of it."""
        return self.x - margin <= x < self.right + margin and self.y - margin <= y < self.bottom + margin

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share more than an edge (a hundredth of a pixel is forgiven)."""
        slack = 0.01
        return (
            self.x + slack < other.right
            and other.x + slack < self.right
            and self.y + slack < other.bottom
            and other.y + slack < self.bottom
        )


class Level(StrEnum):
    """How much of a lane's events is told apart, coarsest first."""

    HISTOGRAM = "histogram"
    CLUSTERS = "clusters"
    MARKS = "marks"


class Line(NamedTuple):
    """One line of text: its baseline starts at (x, y); ``role`` names its font (`text.ROLES`)."""

    text: str
    x: float
    y: float
    role: str


class Mark(NamedTuple):
    """One event: a dot, or a bar exactly as long as its words allow.

    ``rect`` is the mark, ``core`` the part in which it was certainly going on. ``open_begin`` and ``open_end`` ask
    for chevrons, ``cut_begin`` and ``cut_end`` say that the bar goes on beyond what is shown. ``label`` holds its
    text and ``box`` the text's extent; ``leader`` joins the two where they stand apart. One only mentioned in
    ``passing`` is painted fainter.
    """

    row: int
    id: int
    lane: int
    dot: bool
    rect: Rect
    certainty: int
    core: Rect | None = None
    open_begin: bool = False
    open_end: bool = False
    cut_begin: bool = False
    cut_end: bool = False
    label: tuple[Line, ...] = ()
    box: Rect | None = None
    leader: tuple[tuple[float, float], ...] = ()
    passing: bool = False


class Cluster(NamedTuple):
    """Several events under one count: those in ``[begin, until)``, or those under way before the range begins.

    ``rows`` are their rows (first, after the last) in the spans where they follow one another, else empty;
    ``ids`` are given for small ones. ``extent`` is the stretch along the axis that they cover. ``label`` hints at
    what is in it, within ``box``.
    """

    lane: int
    rect: Rect
    count: int  # type: ignore[assignment] # a field in place of tuple's method
    begin: Moment
    until: Moment
    text: str
    ids: tuple[int, ...] = ()
    rows: tuple[int, int] | None = None
    extent: tuple[float, float] | None = None
    track: float = 0.0
    leader: tuple[tuple[float, float], ...] = ()
    under_way: bool = False
    round: bool = False
    label: tuple[Line, ...] = ()
    box: Rect | None = None


class Bin(NamedTuple):
    """One bar of a histogram: ``count`` events that begin in ``[begin, until)``."""

    lane: int
    rect: Rect
    count: int  # type: ignore[assignment] # a field in place of tuple's method
    begin: Moment
    until: Moment


class Band(NamedTuple):
    """A lane: its place, its header and how many of its events lie in the range.

    ``gutter`` is how far across the axis the marks reach; labels stand beyond it (0 where they do not).
    """

    index: int  # type: ignore[assignment] # a field in place of tuple's method
    name: str
    rect: Rect
    header: Rect | None
    count: int  # type: ignore[assignment] # a field in place of tuple's method
    level: Level
    collapsed: bool = False
    caption: str = ""
    gutter: float = 0.0


class Publication(NamedTuple):
    """An article's publication date on the axis."""

    at: float
    moment: Moment
    articles: tuple[int, ...]
    label: str


class Scene(NamedTuple):
    """A timeline laid out: everything that a painter draws and a pointer hits."""

    width: float
    height: float
    vertical: bool
    scale: Scale
    axis: Axis
    axis_rect: Rect
    body: Rect
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]
    bins: tuple[Bin, ...]
    publications: tuple[Publication, ...] = ()
    today: float | None = None
    today_label: str = "today"
    undated: int = 0
    scroll: float = 0.0
    content: float = 0.0
    """How far the lanes reach across the axis; more than the body's extent there when they have to be scrolled."""
    empty: bool = False
    total: int = 0
    """How many rows lie in the range: marks, clusters and bins add up to it, and so do the bands' counts."""

    def mark_at(self, x: float, y: float) -> Mark | None:
        """The mark under a point: by its own extent first, then by its label."""
        if not self.body.holds(x, y):
            return None
        near = [mark for mark in self.marks if mark.rect.holds(x, y, 4)]
        if near:
            return min(near, key=lambda mark: (mark.rect.width + mark.rect.height, _distance(mark.rect, x, y)))
        return next((mark for mark in self.marks if mark.box and mark.box.holds(x, y)), None)

    def cluster_at(self, x: float, y: float) -> Cluster | None:
        """The cluster under a point."""
        if not self.body.holds(x, y):
            return None
        return next((cluster for cluster in self.clusters if cluster.rect.holds(x, y, 2)), None)

    def bin_at(self, x: float, y: float) -> Bin | None:
        """The histogram's bar whose stretch of time a point lies in."""
        band = self.band_at(x, y)
        along = y if self.vertical else x
        for each in self.bins if band else ():
            low, size = (each.rect.y, each.rect.height) if self.vertical else (each.rect.x, each.rect.width)
            if band and each.lane == band.index and low <= along < low + size + 1:
                return each
        return None

    def band_at(self, x: float, y: float) -> Band | None:
        """The lane under a point."""
        return next((band for band in self.bands if band.rect.holds(x, y)), None)

    def header_at(self, x: float, y: float) -> Band | None:
        """The lane whose header is under a point."""
        return next((band for band in self.bands if band.header and band.header.holds(x, y)), None)


def _distance(rect: Rect, x: float, y: float) -> float:
    return abs(rect.x + rect.width / 2 - x) + abs(rect.y + rect.height / 2 - y)
