"""The timeline with its overview, fed from the library: the timeline's half of the shared selection and filter."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QStackedWidget, QWidget

from dateline.core.change import Change
from dateline.core.model import Certainty
from dateline.core.moment import Moment, parse_partial
from dateline.gui.chronicle.lanes import LaneHead, Lanes
from dateline.gui.chronicle.view import ChronicleView
from dateline.gui.language.dates import first_weekday
from dateline.gui.language.i18n import tr
from dateline.gui.language.tips import event_tip
from dateline.gui.language.words import CERTAINTY, LANES
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.theme import colors, theme
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.timeline import words
from dateline.timeline.chronicle.blocks import Told
from dateline.timeline.lanes import folded
from dateline.timeline.spans import Ints, Spans
from dateline.timeline.text import Caption

from .minimap import TimelineMinimap
from .rows import caption, today, told

if TYPE_CHECKING:
    from .view import TimelineView

_NOTHING = Told("", "")
LANE_WIDTH, LANE_HEIGHT = 260, 150
"""Pixels of a lane to scale, at least: down and to the right."""
TEXT = 13
"""Pixels of the text at its usual size."""


class TimePane(QFrame):
    """Shows what the filter lets through. `changed` carries a Change (a date dragged), `text_wanted` an event's id.

    `left` says that the keyboard leaves the events.
    """

    changed = Signal(object)
    text_wanted = Signal(object)
    left = Signal()
    undated_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self._document, self._selection = document, selection
        self._by = "none"
        self._captions: dict[int, Caption] = {}
        self._busy = self._opened = False
        self._placed: tuple[Moment, Moment] | None = None
        self._told: dict[int, Told] = {}
        self._library: object = None
        self._article: int | None = None
        self._vertical = True
        self._scaled = False
        self._offered: Sequence[QAction] = ()
        self.chronicle = ChronicleView(colors(), self._told_of)
        self._views = QStackedWidget()
        self._lane_head = LaneHead(lambda: self.chronicle.lanes, colors())
        self._listed = QWidget()
        self._listed.setLayout(w.column(self._lane_head, self.chronicle))
        self._views.addWidget(self._listed)
        self.minimap = TimelineMinimap(colors())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._views, 1)
        self._box.addWidget(self.minimap)
        self.setLayout(self._box)
        self.setFocusProxy(self.chronicle)
        self.lanes = w.choice(tr("Lanes"), [(name, tr(label)) for name, label in LANES.items()])
        self.lanes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.lanes.setItemText(0, tr("No lanes"))
        self.lanes.setMinimumContentsLength(len("No lanes"))
        self.lanes.setToolTip(tr("Put the events into lanes"))
        self.lanes.activated.connect(lambda _row: self.set_lanes(self.lanes.currentData()))
        self._published: list[tuple[Moment, int]] | None = None
        self._connect()
        self.load()

    def _connect(self) -> None:
        document, minimap = self._document, self.minimap
        self._connect_view(self.chronicle)
        minimap.range_wanted.connect(self._go)
        minimap.brushed.connect(lambda begin, until: self._filter(begin, until))
        minimap.cleared.connect(lambda: self._filter(None, None))
        self._selection.changed.connect(self._show_selection)
        document.changed.connect(self._reload)
        document.filter_changed.connect(self._refit)
        theme().changed.connect(self._recolour)
        self._recolour()

    def _connect_view(self, view: "ChronicleView | TimelineView") -> None:
        view.selected.connect(self._choose)
        view.activated.connect(self._activate)
        view.range_changed.connect(lambda begin, until: self._window(view, begin, until))
        view.undated_requested.connect(self.undated_wanted)
        view.left.connect(self.left)

    @cached_property
    def view(self) -> "TimelineView":
        """The timeline to scale, made when first asked for: the window opens without it."""
        from .view import TimelineView

        made = TimelineView(colors())
        _dress(made)
        made.set_vertical(self._vertical)
        made.addActions(self._offered)
        made.bounds_edited.connect(self._move)
        made.listing_requested.connect(self._list)
        self._connect_view(made)
        self._views.addWidget(made)
        self._fill(made, self._document.library.spans(self._document.filter), fit=True)
        return made

    @property
    def _made(self) -> "TimelineView | None":
        return self.view if "view" in self.__dict__ else None

    # Showing ----------------------------------------------------------------------------------------------------------

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer these on a right click on an event."""
        self._offered = actions
        self.chronicle.addActions(actions)
        if self._made is not None:
            self._made.addActions(actions)

    def load(self, *, moved: bool = False) -> None:
        """Read anew what the filter shows; after ``moved``, dates or events are others, and the range follows them."""
        held, wanted = self._document.library, self._document.filter
        self._captions.clear()
        self._told.clear()
        if held is not self._library:  # another library has a range of its own
            self._library, self._opened = held, False
        found = held.spans(wanted)
        self.chronicle.set_calendar(first_weekday=first_weekday())
        self._lane_head.go_by(tr(LANES[self._by]) if self._by != "none" and len(found) else "")
        self.chronicle.set_spans(found, self._tip, Lanes(*self._laned(found)))
        self.chronicle.set_selection(self._document.leaders(self._selection.events))
        fresh = len(found) > 0 and not self._opened
        if fresh:
            self._opened = True
            self.chronicle.fit_all()
        if self._made is not None:
            self._fill(self._made, found, fit=fresh or (moved and self._opened and self._lost(self._made, found)))
        every = found
        if wanted.begin is not None or wanted.until is not None:
            every = held.spans(replace(wanted, begin=None, until=None))
        self.minimap.set_spans(every)
        self.minimap.set_brush(wanted.begin, wanted.until)
        if self._opened and self.current.isVisible():  # else it says so itself once it shows
            self.minimap.set_window(*self.current.visible_range)

    def _fill(self, view: "TimelineView", found: Spans, *, fit: bool) -> None:
        """Give the timeline to scale these rows in its lanes, and let it show where nearly all of them lie."""
        held, rows = self._document.library, found
        if self._by != "none" and len(found):
            codes, listed = folded(*self._laned(found), self._room_for_lanes(), tr("Others"))
            rows = found.take(np.arange(len(found)), codes, [name or tr("None") for name in listed])
        view.editable = not held.read_only
        view.set_calendar(today=today(), first_weekday=first_weekday())
        view.set_publications(self._publications())
        view.set_spans(rows, self._captions_of, self._tip)
        view.set_selection(self._document.leaders(self._selection.events))
        if fit and len(found):
            view.fit_all()
            self._placed = view.visible_range

    @property
    def scaled(self) -> bool:
        """Whether the timeline to scale is shown, not the chronicle."""
        return self._scaled

    @property
    def vertical(self) -> bool:
        """Whether time runs down where it is to scale."""
        return self._vertical

    @property
    def current(self) -> "ChronicleView | TimelineView":
        """The view that is shown."""
        return self.view if self.scaled else self.chronicle

    def place(self) -> list[Moment]:
        """The range shown, to come back to; empty where that is all."""
        return [] if not self.scaled and self.chronicle.fits else list(self.current.visible_range)

    def fit_all(self) -> None:
        """Show the range of nearly all events, whichever view is shown."""
        self.chronicle.fit_all()
        if self._made is not None:
            self._made.fit_all()

    def set_scaled(self, *, scaled: bool) -> None:
        """Show the timeline to scale, or the chronicle, of the same time."""
        if scaled == self.scaled:
            return
        begin, until = self.current.visible_range
        self._views.setCurrentWidget(self.view if scaled else self._listed)
        self._scaled = scaled
        self.setFocusProxy(self.current)
        if self._opened and scaled:
            self.view.show_range(begin, until)
        elif self._opened:
            self.chronicle.go_to(begin)
        self.minimap.set_window(*self.current.visible_range)

    def stand_out(self, article: int | None) -> None:
        """Let an article's events stand out, each with a line; again for the same, or None: all are alike."""
        self._article = None if article == self._article else article
        if self._article is None:
            self.chronicle.set_only(None)
            return
        events = self._document.library.events_of(self._article)
        leaders = self._document.leaders([event.id for event in events])
        self.chronicle.set_only(leaders)
        entries = self.chronicle.sight().entries
        shown = {placed.block.event for placed in entries}
        if leaders and shown.isdisjoint(leaders):
            self.chronicle.reveal(leaders[0])

    def _window(self, view: "ChronicleView | TimelineView", begin: Moment, until: Moment) -> None:
        if view is self.current:
            self.minimap.set_window(begin, until)

    def _go(self, begin: Moment, until: Moment) -> None:
        """Show a range of the overview; the chronicle goes to where it begins."""
        if self.scaled:
            self.view.show_range(begin, until)
        else:
            self.chronicle.go_to(begin)

    def _refit(self) -> None:
        """Go where the events are that pass the filter."""
        self.load(moved=True)
        if self._opened:
            self.chronicle.fit_all()
            chosen = self._document.leaders(self._selection.events)
            if chosen:
                self.chronicle.reveal(chosen[-1])

    def _told_of(self, ids: Sequence[int]) -> list[Told]:
        missing = [event for event in ids if event not in self._told]
        if missing:
            titles = self._document.library.titles(missing)
            told_by = self._document.told_by(missing)
            for event in self._document.events(missing):
                self._told[event.id] = told(event, titles.get(event.id, event.title), told_by[event.id])
        return [self._told.get(event, _NOTHING) for event in ids]

    def _lost(self, view: "TimelineView", rows: Spans) -> bool:
        """Whether nothing is in sight any more, or most is not while the reader has not moved."""
        begin, until = view.visible_range
        seen = int(np.count_nonzero((rows.at < until) & (rows.end > begin)))
        return not seen or (view.visible_range == self._placed and seen * 2 < len(rows))

    def set_lanes(self, by: str) -> None:
        """Group the events by one of `words.LANES`; by anything else they stay as they are."""
        if by == self._by or by not in LANES:
            return
        self._by = by
        self.lanes.setCurrentIndex(max(self.lanes.findData(by), 0))
        self.load()

    @property
    def by(self) -> str:
        """What the events are grouped by."""
        return self._by

    @property
    def narrowed(self) -> bool:
        """Whether the reader filters what is shown."""
        return self._document.narrowed

    def set_vertical(self, *, vertical: bool) -> None:
        """Let time run down beside the overview, or to the right above it."""
        self._vertical = vertical
        if self._made is not None:
            self._made.set_vertical(vertical)
        self.minimap.set_vertical(vertical)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if vertical else direction.TopToBottom)

    def _captions_of(self, ids: Sequence[int]) -> list[Caption]:
        missing = [event for event in ids if event not in self._captions]
        if missing:
            titles = self._document.library.titles(missing)
            for event in self._document.events(missing):
                self._captions[event.id] = caption(event, titles.get(event.id, event.title))
        return [self._captions.get(event, Caption("", "")) for event in ids]

    def _tip(self, event: int) -> str:
        found = self._document.library.event(event)
        return event_tip(found, self._document.why_key(event) or "") if found is not None else ""

    def _laned(self, found: Spans) -> tuple[Ints, list[str]]:
        """Each row's lane, and the lanes' names; "" for what belongs to none."""
        if self._by == "none" or not len(found):
            return np.zeros(0, np.int64), []
        codes, names = self._document.library.lane_codes(found.ids, self._by)
        if self._by == "certainty":
            names = [tr(CERTAINTY[Certainty(name)]) if name else "" for name in names]
        return codes.astype(np.int64), names

    def _room_for_lanes(self) -> int:
        """How many lanes have room to scale: none lies off the screen."""
        size = self._views.size()
        return max(size.width() // LANE_WIDTH if self._vertical else size.height() // LANE_HEIGHT, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lane_head.fit(self.height())
        if self._by != "none" and self._made is not None and len(self._made.spans.lanes) != self._room_for_lanes():
            self._fill(self._made, self._document.library.spans(self._document.filter), fit=False)

    def _publications(self) -> list[tuple[Moment, int]]:
        if self._published is None:
            headings = self._document.headings()
            days = [(row.published[:10], row.id) for row in headings if row.published and len(row.published) >= 10]
            begins = {day: parse_partial(day).begin for day in {day for day, _ in days}}
            self._published = [(begin, row) for day, row in days if (begin := begins[day]) is not None]
        return self._published

    def _recolour(self) -> None:
        self._lane_head.dress(colors(), TEXT * theme().scale)
        self.lanes.setMaximumWidth(round(160 * theme().scale))
        for view in (self.chronicle, self._made):
            if view is not None:
                _dress(view)
        self.minimap.set_colors(colors())

    def _reload(self, change: object = None) -> None:
        if isinstance(change, Change) and not any(row.table in ("articles", "events", "merges") for row in change.rows):
            return
        self._published = None
        self.load(moved=True)
        chosen = self._document.leaders(self._selection.events)
        if len(chosen) == 1:  # a date may be another: the event is followed
            self.chronicle.reveal(chosen[0])

    def _show_selection(self) -> None:
        chosen = self._document.leaders(self._selection.events)
        for view in (self.chronicle, self._made):
            if view is not None:
                view.set_selection(chosen)
                if not self._busy and chosen:
                    view.reveal(chosen[-1])

    # What the reader does ---------------------------------------------------------------------------------------------

    def _choose(self, ids: list[int]) -> None:
        self._busy = True
        self._selection.select(ids)
        self._busy = False

    def _activate(self, event: int) -> None:
        self._choose([event])
        self.text_wanted.emit(event)

    def _move(self, event: int, bounds: words.Bounds) -> None:
        from dateline.core.bounds import Bounds
        from dateline.library import edits  # as the commands do, when something is edited

        found = self._document.library.event(event)
        if found is not None:
            earliest, latest_start, earliest_end, latest = bounds
            moved = Bounds(
                earliest=earliest, latest_start=latest_start, earliest_end=earliest_end, latest=latest,
                granularity=found.granularity, relation=found.relation,
            )  # fmt: skip
            self.changed.emit(edits.move(found, moved))

    def _list(self, begin: Moment, until: Moment) -> None:
        self._filter(begin, until)
        self.table_wanted.emit()

    def _filter(self, begin: Moment | None, until: Moment | None) -> None:
        self._document.set_filter(replace(self._document.filter, begin=begin, until=until))


def _dress(view: "ChronicleView | TimelineView") -> None:
    """Have a view in the colours and the text size of the window."""
    view.set_colors(colors())
    view.set_text_size(TEXT * theme().scale)
