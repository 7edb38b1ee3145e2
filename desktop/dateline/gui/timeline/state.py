"""What a timeline shows and what is chosen in it: rows, range, selection, focus and the scene laid out from them."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from dateline.core.moment import DAY, WEEK, Moment, add_months, month_start, week_start, year_start
from dateline.timeline.chronicle.order import Order
from dateline.timeline.layout import build
from dateline.timeline.scale import padded
from dateline.timeline.scene import Cluster, Mark, Scene
from dateline.timeline.spans import Spans
from dateline.timeline.text import Caption, Measure
from dateline.timeline.view import Texts, View, no_captions

from .range import Range, anchored, limited, moved

Captions = Callable[[Sequence[int]], Sequence[Caption]]


class TimelineState:
    """The state of one timeline. Ranges are half-open; a row is a place in the spans, an event may have several."""

    def __init__(self, measure: Measure) -> None:
        self.spans = Spans.from_events([])
        self.captions: Captions = no_captions
        self.tooltip: Callable[[int], str] | None = None
        self.view = View(begin=0, until=DAY, width=0, height=0, measure=measure)
        self.chosen: frozenset[int] = frozenset()
        self.row = -1
        self.fitted = False
        self._scene: Scene | None = None

    def set_spans(self, spans: Spans, captions: Captions, tooltip: Callable[[int], str] | None) -> None:
        """Show these rows; the event with the focus keeps it."""
        focused = self.focused_event
        self.spans, self.captions, self.tooltip = spans, captions, tooltip
        self.row = self.row_of(focused)
        self.look(self.view._replace(captions=captions))

    def look(self, view: View) -> None:
        """Look otherwise."""
        self.view, self._scene = view, None

    def scene(self, width: float, height: float, locale: str, texts: Texts) -> Scene:
        """What is laid out now in this room."""
        if self._scene is None or self.view.kept != self.chosen:
            self.view = self.view._replace(width=width, height=height, locale=locale, texts=texts, kept=self.chosen)
            self._scene = build(self.spans, self.view)
        return self._scene

    def stale(self) -> None:
        """Lay out anew when next asked."""
        self._scene = None

    # The range

    @property
    def range(self) -> Range:
        """The range shown."""
        return self.view.begin, self.view.until

    def show(self, begin: Moment, until: Moment) -> bool:
        """Show this range (within reason: at least ten minutes); whether it is another."""
        begin, until = limited(begin, until)
        if (begin, until) == self.range:
            return False
        self.view = self.view.showing(begin, until)
        self._scene = None
        return True

    def whole(self) -> Range:
        """The range of nearly all events."""
        return Order(self.spans).range

    def of_chosen(self) -> Range | None:
        """The range that holds the chosen events; None where none is shown."""
        rows = np.flatnonzero(np.isin(self.spans.ids, list(self.chosen)))
        return padded(int(self.spans.at[rows].min()), int(self.spans.end[rows].max())) if len(rows) else None

    def preset(self, name: str) -> Range:
        """The "day", "week", "month" or "year" in the middle of what is shown."""
        middle = sum(self.range) // 2
        if name == "day":
            return middle // DAY * DAY, middle // DAY * DAY + DAY
        if name == "week":
            begin = week_start(middle, self.view.first_weekday)
            return begin, begin + WEEK
        begin = month_start(middle) if name == "month" else year_start(middle)
        return begin, add_months(begin, 1 if name == "month" else 12)

    def zoomed(self, factor: float, share: float) -> Range:
        """The range magnified around the point that lies ``share`` of the way along it."""
        return anchored(self.range, factor, min(max(share, 0.0), 1.0))

    def centred(self, m: Moment) -> Range:
        """The range with a moment in its middle."""
        return moved(self.range, m - sum(self.range) // 2)

    def revealing(self, row: int) -> Range:
        """The range moved just enough to have a row in sight."""
        begin, until = self.range
        at, room = int(self.spans.at[row]), (until - begin) // 10
        if at < begin + room // 2:
            return moved((begin, until), at - begin - room)
        if at > until - room:
            return moved((begin, until), at - until + room)
        return begin, until

    # What is chosen

    def choose(self, ids: Iterable[int]) -> None:
        """Choose events; a single one has the focus."""
        self.chosen = frozenset(ids)
        if len(self.chosen) == 1 and self.focused_event not in self.chosen:
            self.row = self.row_of(next(iter(self.chosen)))

    def selection(self) -> list[int]:
        """The chosen events, in order of time."""
        return list(dict.fromkeys(i for i in self.spans.ids.tolist() if i in self.chosen))

    @property
    def focused_event(self) -> int | None:
        """The event that has the keyboard's attention."""
        return int(self.spans.ids[self.row]) if 0 <= self.row < len(self.spans) else None

    def row_of(self, event: int | None) -> int:
        """The first row of an event, -1 where it is not shown."""
        if event is None:
            return -1
        rows = np.flatnonzero(self.spans.ids == event)
        return int(rows[0]) if len(rows) else -1

    def focus_item(self, scene: Scene) -> Mark | Cluster | None:
        """The mark or cluster that shows the row with the keyboard's attention."""
        event = self.focused_event
        if event is None:
            return None
        mark = next((mark for mark in scene.marks if mark.row == self.row or mark.id == event), None)
        return mark or next((c for c in scene.clusters if event in c.ids or _within(c, self.row)), None)

    def first_in_sight(self) -> int:
        """The first row in the range, the first of all where none is; -1 without rows."""
        if not len(self.spans):
            return -1
        begin, until = self.range
        rows = np.flatnonzero((self.spans.at < until) & (self.spans.end > begin))
        return int(rows[0]) if len(rows) else 0


def _within(cluster: Cluster, row: int) -> bool:
    return cluster.rows is not None and cluster.rows[0] <= row < cluster.rows[1]
