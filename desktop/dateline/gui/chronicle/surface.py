"""The chronicle as it is shown: its rows, what is in sight and chosen, and moving in it; hands are the view's."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dateline.core.moment import DAY, WEEK, Moment, add_months, month_start, week_start, year_start
from dateline.export.image.fonts import Fonts
from dateline.export.palette import Palette
from dateline.gui.language.i18n import date_locale, number, tr
from dateline.gui.timeline.hand import Hand
from dateline.timeline.chronicle.blocks import Block, Kind, Style, Tell, Words, screen
from dateline.timeline.chronicle.flow import Placed
from dateline.timeline.chronicle.roll import Roll, Sight
from dateline.timeline.spans import Spans

from .lanes import Lanes


class ChronicleSurface(Hand):
    """Headings of time with their events under them. One tab stop; arrows go from event to event.

    Signals: ``selected`` (ids, by hand), ``activated`` (an id: show its text), ``range_changed`` (begin, until),
    ``left`` (Esc), ``undated_requested`` (U, or the words that count them).
    """

    selected = Signal(list)
    activated = Signal(object)
    range_changed = Signal(object, object)
    undated_requested = Signal()
    left = Signal()

    def __init__(self, colors: Palette, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__("chronicle", tr("Chronicle"), parent)
        self._colors, self._fonts = colors, Fonts()
        self._tooltip: Callable[[int], str] | None = None
        self.lanes = Lanes()
        self.roll = Roll(self._style(), tell)
        self._sight: Sight | None = None
        self._selection: frozenset[int] = frozenset()
        self._only: frozenset[int] | None = None
        self._focus: int | None = None
        self._fits = self._refit = True  # until the reader moves
        self._range: tuple[Moment, Moment] = (0, 1)
        self._first_weekday = 0

    def _style(self) -> Style:
        words, width = Words(tr, number, date_locale()), float(max(self.width(), 220))
        beside = self.lanes.room(width, self._fonts.size)
        style = screen(width - beside, self._fonts, words)
        return style._replace(width=width, right=style.right + beside)

    # What is shown

    def set_spans(self, spans: Spans, tooltip: Callable[[int], str] | None = None, lanes: Lanes | None = None) -> None:
        """Show these rows, with their lanes beside them; the place stays where it is, once there is one."""
        self._tooltip, self.lanes = tooltip, lanes or Lanes()
        self.roll.set_rows(spans)
        self._refit = True
        self._changed()
        self._tell_reader(None)

    @property
    def spans(self) -> Spans:
        """The rows shown."""
        return self.roll.order.spans

    def set_colors(self, colors: Palette) -> None:
        """Paint in other colours."""
        self._colors = colors
        self.update()

    def set_text_size(self, pixels: float) -> None:
        """Set the text in another size."""
        if pixels != self._fonts.size:
            self._fonts = Fonts(pixels)
            self._changed()

    def set_calendar(self, *, first_weekday: int = 0) -> None:
        """What weekday opens a week."""
        self._first_weekday = first_weekday

    def set_only(self, events: Iterable[int] | None) -> None:
        """Let the events of what is read stand out, each with a line, and the others step back; None: all alike."""
        only = None if events is None else frozenset(events)
        if only != self._only:
            self._only = only
            self._keep()

    def sight(self) -> Sight:
        """What is laid out now."""
        if self._sight is None:
            style, height = self._style(), float(self.height())
            other = (style, height) != (self.roll.style, self.roll.height)
            self.roll.resize(style, height)
            if self._fits and (other or self._refit):
                self._refit = False
                self.roll.fit()
            self._sight = self.roll.sight()
            shown = (self._sight.begin, self._sight.until)
            if shown != self._range:
                self._range = shown
                QTimer.singleShot(0, self, lambda: self.range_changed.emit(*shown))
        return self._sight

    # Moving

    @property
    def fits(self) -> bool:
        """Whether all is shown at once, as long as the reader has not moved."""
        return self._fits

    @property
    def visible_range(self) -> tuple[Moment, Moment]:
        """The time from the first line in sight to the last, half-open."""
        sight = self.sight()
        return sight.begin, sight.until

    def show_range(self, begin: Moment, until: Moment) -> None:
        """Show what begins in a range."""
        self.sight()
        self._fits = False
        self.roll.show(begin, until)
        self._changed()

    def fit_all(self) -> None:
        """Show the range of nearly all events at once."""
        self._fits = self._refit = True
        self._changed()

    def fit_selection(self) -> None:
        """Show the selected events at once."""
        order = self.roll.order
        places = sorted(order.places_of(self._selection))
        if places:
            self.show_range(int(order.at[places[0]]), int(order.at[places[-1]]) + 1)

    def go_to(self, m: Moment) -> None:
        """Bring a moment into sight."""
        self.sight()
        self._fits = False
        self.roll.go_to(m)
        self._changed()

    def preset(self, name: str) -> None:
        """Show the "day", "week", "month" or "year" of what is in the middle."""
        entries = self.sight().entries
        middle = min(entries, key=lambda p: abs(p.y - self.height() / 2), default=None)
        if middle is None:
            return
        at = int(self.roll.order.at[middle.block.place])
        if name == "day":
            self.show_range(at // DAY * DAY, at // DAY * DAY + DAY)
        elif name == "week":
            begin = week_start(at, self._first_weekday)
            self.show_range(begin, begin + WEEK)
        else:
            begin = month_start(at) if name == "month" else year_start(at)
            self.show_range(begin, add_months(begin, 1 if name == "month" else 12))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """More events with a line, or fewer, around a pixel or what is selected."""
        self.sight()
        self._fits = False
        self.roll.zoom(factor, at)
        self._changed()

    def pan(self, pixels: float) -> None:
        """Move on by pixels."""
        self.sight()
        self._fits = False
        self.roll.scroll(pixels)
        self._changed()

    def reveal(self, event: int) -> None:
        """Move just enough to have an event in sight."""
        if not any(p.block.event == event and self._whole(p) for p in self.sight().entries):
            self._fits = False
            self.roll.reveal(event)
        self._changed()

    def hold_scale(self) -> None:
        """Before the room changes: what is selected stays in sight."""
        QTimer.singleShot(0, self, self._stay)

    def _stay(self) -> None:
        if len(self._selection) == 1:
            self.reveal(next(iter(self._selection)))

    # Selection

    def set_selection(self, ids: Iterable[int]) -> None:
        """Select events, each with a line; no signal."""
        self._selection = frozenset(ids)
        if len(self._selection) == 1:
            self._focus = next(iter(self._selection))
        self._keep()

    @property
    def chosen(self) -> frozenset[int]:
        """The selected events' ids."""
        return self._selection

    def lane_of(self, block: Block) -> str:
        """The lane of a line; "" without lanes."""
        return self.lanes.of(int(self.roll.order.rows[block.place])) if block.kind is Kind.ENTRY else ""

    @property
    def focused_event(self) -> int | None:
        """The event that has the keyboard's attention."""
        return self._focus

    def focus_index(self, index: int) -> None:
        """Give a line the keyboard's attention, select it and have it in sight."""
        choice = self.roll.choice
        if len(choice):
            place = int(choice.places[min(max(index, 0), len(choice) - 1)])
            event = int(self.roll.order.spans.ids[self.roll.order.rows[place]])
            self._focus = event
            self.choose([event])
            self.reveal(event)
            self._tell_reader(event)

    @property
    def index(self) -> int:
        """The line with the keyboard's attention, -1 for none."""
        place = self.roll.order.where(self._focus) if self._focus is not None else -1
        index = self.roll.choice.index_of(place) if place >= 0 else -1
        return index if index >= 0 and int(self.roll.choice.places[index]) == place else -1

    def open_more(self) -> None:
        """Open the count under the heading that has the keyboard's attention."""
        index = self.index
        choice = self.roll.choice
        while 0 <= index < len(choice):
            hidden = choice.hidden(index)
            if hidden is not None:
                self.roll.open(hidden)
                self._changed()
                self._tell_reader(None)
                return
            index += 1
            if index < len(choice) and choice.begins(index):
                return

    def choose(self, ids: Iterable[int]) -> None:
        """Select by hand."""
        chosen = frozenset(ids)
        if chosen != self._selection:
            self._fits = False  # what is chosen stays where it is
            self._selection = chosen
            self._keep()
            self.selected.emit(list(chosen))

    # How it works

    def _keep(self) -> None:
        if self.isVisible():
            self.sight()
        self.roll.keep(self._selection | (self._only or frozenset()))
        self._changed()

    def _changed(self) -> None:
        self._sight = None
        self.update()

    def _whole(self, placed: Placed) -> bool:
        return placed.y >= 0 and placed.y + placed.block.height <= self.height()
