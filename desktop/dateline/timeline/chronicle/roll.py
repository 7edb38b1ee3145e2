"""A chronicle rolled through a window: what is in sight, laid out from one line that stays where it is."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from dateline.core.moment import Moment
from dateline.timeline.chronicle.blocks import Block, Kind, Style, Tell, blocks_of, edge, heading
from dateline.timeline.chronicle.choice import Choice, Hidden
from dateline.timeline.chronicle.flow import Placed
from dateline.timeline.chronicle.order import Order
from dateline.timeline.spans import Spans

_LINE = 1.9
"""A line's height in text sizes, guessed before it is laid out."""
_FEWEST = 6
_OPENED = 24
"""Lines that opening a count brings at most."""
_AHEAD = 40
_REMEMBERED = 2000


class Sight(NamedTuple):
    """What is in sight: blocks, the heading that holds at the top, and for how long things are under way beside them.

    ``begin`` and ``until`` is the time from the first line to the last; ``strips`` are (from y, to y, how many are
    under way).
    """

    width: float
    height: float
    placed: tuple[Placed, ...]
    held: Block | None
    begin: Moment
    until: Moment
    strips: tuple[tuple[float, float, int], ...] = ()

    def at(self, x: float, y: float) -> Placed | None:
        """The block at a point."""
        return next((p for p in self.placed if p.y <= y < p.y + p.block.height and p.x <= x), None)

    @property
    def entries(self) -> list[Placed]:
        """The lines in sight."""
        return [placed for placed in self.placed if placed.block.kind is Kind.ENTRY]


class Roll:
    """The state of a chronicle in a window: its rows, how many have a line, what is open, and what is in sight.

    ``most`` is how many of the weightiest have lines. One line is the anchor: the others are laid out above and below
    it, so nothing jumps while lines come and go.
    """

    def __init__(self, style: Style, tell: Tell) -> None:
        self.order = Order(Spans.from_events([]))
        self.style, self.tell, self.height = style, tell, 0.0
        self.span = (0, 0)
        self.most = _FEWEST
        self.undated = 0
        self._kept: frozenset[int] = frozenset()  # events
        self._opened: set[int] = set()  # places
        self._anchor, self._y = 0, 0.0
        self._choice: Choice | None = None
        self._blocks: dict[int, list[Block]] = {}
        self._heights: dict[int, float] = {}
        self._sight: Sight | None = None
        self._laid_at = (0, 0.0)  # the anchor and its y of what is laid out
        self._laid: dict[tuple[object, ...], list[Block]] = {}  # by what they depend on: most stay while one zooms

    # Rows

    def set_rows(self, spans: Spans) -> None:
        """Show other rows; what is at the top stays as near as it can, and so does the number of lines."""
        event, y = self._held()
        at = int(self.order.at[self._anchor_place()]) if len(self.order) else 0
        whole = self.span == (0, len(self.order))
        self.order = Order(spans)
        self.undated = len(spans.undated)
        self._opened.clear()
        self._laid.clear()
        self.span = (0, len(self.order)) if whole and len(self.order) < 3 else self.order.nearly_all
        self.most = max(min(self.most, len(self.order)), _FEWEST)
        self._changed()
        place = self.order.where(event) if event is not None else -1
        self._hold(place if place >= 0 else int(np.searchsorted(self.order.at, at)), y)

    def resize(self, style: Style, height: float) -> None:
        """Lay out in other measures."""
        if (style, height) != (self.style, self.height):
            self.style, self.height = style, height
            self._laid.clear()
            self._forget()

    def keep(self, events: Iterable[int]) -> None:
        """Give these events lines of their own, whatever they weigh; nothing moves."""
        kept = frozenset(events)
        if kept != self._kept:
            event, y = self._held()
            self._kept = kept
            self._changed()
            if event is not None:
                self._hold(self.order.where(event), y)

    @property
    def choice(self) -> Choice:
        """The lines."""
        if self._choice is None:
            places = self.order.places_of(self._kept) | self._opened if self._kept or self._opened else ()
            kept = np.array(sorted(places), np.int64)
            self._choice = Choice(self.order, self.span, self.most, kept, self.style.words.locale)
        return self._choice

    # Moving

    def fit(self, *, whole: bool = False) -> None:
        """Show the range of nearly all (or the ``whole``) at once, with as many lines as there is room for."""
        self.span = (0, len(self.order)) if whole else self.order.nearly_all
        self._opened.clear()
        if not len(self.order):
            return
        low, high = min(_FEWEST, len(self.order)), int(self.height / (self.style.measure.size * _LINE)) + 1
        guess = (low + high + 1) // 2
        while low < high:
            self.most = guess = min(max(guess, low + 1), high)
            self._changed()
            tall = self._high()
            low, high = (guess, high) if tall <= self.height else (low, guess - 1)
            guess = int(guess * self.height / max(tall, 1.0))  # lines are about as high as those so far
        self.most = max(low, 1)
        self._changed()
        self._anchor, self._y = 0, 0.0

    def show(self, begin: Moment, until: Moment) -> None:
        """Show what begins in a range, with as many lines in it as there is room for."""
        first, after = self.order.between(begin, until)
        if first == after:
            self.go_to(begin)
            return
        self.span = (min(self.span[0], first), max(self.span[1], after))
        room = max(int(self.height / (self.style.measure.size * _LINE * 1.6)), 3)
        ranks = self.order.rank[first:after]
        limit = int(np.partition(ranks, room - 1)[room - 1]) if room <= len(ranks) else int(ranks.max())
        self.most = max(int(np.count_nonzero(self.order.rank[slice(*self.span)] <= limit)), 1)
        self._changed()
        self._anchor, self._y = self.choice.index_of(first), 0.0

    def go_to(self, m: Moment) -> None:
        """Bring a moment to the upper third."""
        if not len(self.order):
            return
        place = min(int(np.searchsorted(self.order.at, m)), len(self.order) - 1)
        self._widen(place)
        self._anchor, self._y = self.choice.index_of(place), self.height / 3

    def scroll(self, pixels: float) -> None:
        """Move on by pixels (back where negative)."""
        self._y -= pixels

    def zoom(self, factor: float, y: float | None = None) -> None:
        """More lines, or fewer, around the one at ``y``."""
        sight = self.sight()
        entries = sight.entries
        if not entries:
            return
        middle = self.height / 2 if y is None else y
        kept = [p for p in entries if p.block.event in self._kept and 0 <= p.y < self.height]
        near = min(kept if y is None and kept else entries, key=lambda p: abs(p.y - middle))
        lines = max(len(self.choice), 1)
        wanted = round(self.most * factor)
        self.most = min(
            max(wanted, self.most + 1 if factor > 1 else _FEWEST), max(self.span[1] - self.span[0], _FEWEST)
        )
        if factor < 1 and len(self._opened):
            self._opened.clear()
        self._changed()
        if len(self.choice) != lines or factor != 1:
            self._hold(near.block.place, near.y)

    def reveal(self, event: int) -> None:
        """Bring an event into sight, moving no more than needed; it must be kept or have a line."""
        place = self.order.where(event)
        if place < 0:
            return
        shown = next((p for p in self.sight().entries if p.block.event == event), None)
        if shown is None or shown.y < 0.0:
            self._widen(place)
            if shown is not None:
                self.scroll(shown.y - self.style.measure.size * 3)
            else:
                self._anchor, self._y = self.choice.index_of(place), self.height / 3
        elif shown.y + shown.block.height > self.height:
            self.scroll(shown.y + shown.block.height - self.height + 8)

    def open(self, hidden: Hidden) -> None:
        """Give the weightiest of what is counted lines of their own, in place."""
        event, y = self._held(at=hidden)
        self._opened.update(self.choice.best_hidden(hidden, _OPENED).tolist())
        self._changed()
        if event is not None:
            self._hold(self.order.where(event), y)

    def widen(self, *, back: bool) -> None:
        """Show what lies before the range too, or after it."""
        first, after = self.span
        event, y = self._held()
        self.span = (0, after) if back else (first, len(self.order))
        beyond = np.arange(0, first) if back else np.arange(after, len(self.order))
        best = beyond[np.argsort(self.order.rank[beyond], kind="stable")[:_OPENED]]
        self._opened.update(best.tolist())
        self._changed()
        if event is not None:
            self._hold(self.order.where(event), y)

    # What is in sight

    def sight(self) -> Sight:
        """What is in sight, laid out anew only where something has changed."""
        if self._sight is None or self._laid_at != (self._anchor, self._y):
            self._sight = self._seen()
            self._laid_at = self._anchor, self._y
        return self._sight

    def _seen(self) -> Sight:
        choice = self.choice
        if not len(choice):
            nothing = [Placed(0.0, 0.0, edge(self.style, 0, 0, 0, self.undated))] if self.undated else []
            return Sight(self.style.width, self.height, tuple(nothing), None, 0, 1)
        self._anchor = min(max(self._anchor, -1), len(choice) - 1)
        self._prefetch()
        self._settle()
        placed: list[Placed] = []
        y, index = self._y, self._anchor
        while y < self.height and index <= len(choice):
            for block in self._lines(index):
                placed.append(Placed(0.0, y, block))
                y += block.height
            index += 1
        entries = [p for p in placed if p.block.kind is Kind.ENTRY]
        first, last = (entries[0].block.index, entries[-1].block.index) if entries else (0, 0)
        held = self._held_heading(placed, first)
        last_head = choice.head(last)
        begin = choice.head(first).begin if first else int(self.order.at[self.span[0]])
        hidden = choice.hidden(last)
        until = max(last_head.until, int(self.order.at[hidden.after - 1]) + 1 if hidden else last_head.until)
        return Sight(self.style.width, self.height, tuple(placed), held, begin, until, self._strips(entries))

    def _lines(self, index: int) -> list[Block]:
        """A line's blocks; before the first and after the last the arrow to what lies beyond the range."""
        lines = self._blocks.get(index)
        if lines is None:
            beyond = index < 0 or index >= len(self.choice)
            lines = self._blocks[index] = self._edge(index) if beyond else self._lay(index)
        return lines

    def _lay(self, index: int) -> list[Block]:
        sign = self.choice.sign(index)
        laid = self._laid.get(sign)
        if laid is None:
            if len(self._laid) > _REMEMBERED:
                self._laid.clear()
            laid = self._laid[sign] = blocks_of(self.choice, index, self.tell, self.style)
        return [block if block.index == index else block._replace(index=index) for block in laid]

    def _edge(self, index: int) -> list[Block]:
        order, (first, after) = self.order, self.span
        if not len(order):
            return []
        if index < 0:
            return [edge(self.style, index, first, int(order.at[0]), 0)] if first else []
        count = len(order) - after
        last = int(order.at[-1])
        return [edge(self.style, index, count, last, self.undated)] if count or self.undated else []

    def _height(self, index: int) -> float:
        height = self._heights.get(index)
        if height is None:
            height = self._heights[index] = sum(block.height for block in self._lines(index))
        return height

    def _settle(self) -> None:
        """Have the anchor at the top edge, and neither end further in than it must be."""
        self._climb()
        while self._anchor < len(self.choice) - 1 and self._y + self._height(self._anchor) <= 0:
            self._y += self._height(self._anchor)
            self._anchor += 1
        y, index = self._y, self._anchor
        while y < self.height and index <= len(self.choice):
            y += self._height(index)
            index += 1
        if y < self.height:  # the end is in sight: it stands at the bottom, where there is more above
            self._y += self.height - y
            self._climb()

    def _climb(self) -> None:
        while self._y > 0 and self._anchor > -1:
            self._anchor -= 1
            self._y -= self._height(self._anchor)
        if self._anchor <= -1:
            self._y = min(self._y, 0.0)

    def _high(self) -> float:
        self._prefetch(len(self.choice))
        return sum(self._height(index) for index in range(-1, len(self.choice) + 1))

    def _prefetch(self, many: int = _AHEAD) -> None:
        """Ask for all that is told near the anchor at once."""
        choice = self.choice
        low, high = max(self._anchor - _AHEAD // 2, 0), min(self._anchor + many, len(choice))
        missing = [index for index in range(low, high) if index not in self._blocks]
        if missing:
            rows = self.order.rows[choice.places[missing]]
            self.tell(self.order.spans.ids[rows].tolist())

    def _held_heading(self, placed: list[Placed], first: int) -> Block | None:
        """The outer heading of what is at the top, where it is out of sight itself."""
        top = next((p for p in placed if p.y + p.block.height > 0), None)
        if top is None or top.block.kind is Kind.EDGE:
            return None
        return heading(self.choice, max(top.block.index, first), self.style, top=True)

    def _strips(self, entries: list[Placed]) -> tuple[tuple[float, float, int], ...]:
        counts = self.order.under_way([p.block.head.begin for p in entries if p.block.head is not None])
        made = []
        for n, (p, count) in enumerate(zip(entries, counts, strict=True)):
            if count:  # what goes on at the next line too goes on in the empty time before it
                goes_on = n + 1 < len(entries) and counts[n + 1]
                made.append((p.y, entries[n + 1].y if goes_on else p.y + p.block.height, count))
        return tuple(made)

    # Holding on

    def _held(self, at: Hidden | None = None) -> tuple[int | None, float]:
        """The event that is to stay where it is, and where: a chosen one in sight, else the first."""
        if not len(self.order) or not self.height:
            return None, 0.0
        entries = [p for p in self.sight().entries if 0 <= p.y < self.height] or self.sight().entries
        if not entries:
            return None, 0.0
        if at is not None:
            best = next((p for p in entries if p.block.more == at), entries[0])
        else:
            best = next((p for p in entries if p.block.event in self._kept), entries[0])
        return best.block.event, best.y

    def _hold(self, place: int, y: float) -> None:
        """Have the line of a place at ``y``."""
        if not len(self.order):
            self._anchor, self._y = 0, 0.0
            return
        place = min(max(place, self.span[0]), self.span[1] - 1)
        self._anchor = self.choice.index_of(place)
        above = 0.0
        for block in self._lines(self._anchor):
            if block.kind is Kind.ENTRY:
                break
            above += block.height
        self._y = y - above

    def _anchor_place(self) -> int:
        choice = self.choice
        return int(choice.places[min(max(self._anchor, 0), len(choice) - 1)]) if len(choice) else 0

    def _widen(self, place: int) -> None:
        if not self.span[0] <= place < self.span[1]:
            self.span = (min(self.span[0], place), max(self.span[1], place + 1))
            self._changed()

    def _changed(self) -> None:
        self._choice = None
        self._forget()

    def _forget(self) -> None:
        self._sight = None
        self._blocks.clear()
        self._heights.clear()
