"""The timeline for screen readers: a list of named events, whatever level of detail is painted."""

from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from dateline.gui.language.i18n import number, tr
from dateline.gui.language.words import CERTAINTY
from dateline.gui.widgets import listed
from dateline.timeline.spans import CERTAINTIES

from .surface import Surface


class TimelineItem(listed.Item):
    """One row of the timeline: "29 March 2025, night; drone strikes on hospital in Kharkiv; reported; 3 of 41"."""

    @property
    def view(self) -> Surface:
        """The widget."""
        return cast(Surface, super().view)

    def text(self, kind: QAccessible.Text) -> str:
        """The name: when, what, how surely, which of how many."""
        return item_name(self.view, self.index) if kind == QAccessible.Text.Name and self.isValid() else ""

    def rect(self) -> QRect:
        """Where it is on the screen; empty where it is not shown by itself."""
        view = self.view
        mark = next((mark for mark in view.scene().marks if mark.row == self.index), None)
        if mark is None:
            return QRect()
        box = mark.box or mark.rect
        corner = view.mapToGlobal(QRect(int(box.x), int(box.y), int(box.width), int(box.height)).topLeft())
        return QRect(corner.x(), corner.y(), int(box.width), int(box.height))

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Focusable, and focused or selected."""
        view, state = self.view, QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.focused = view.row == self.index and view.hasFocus()
        state.selected = int(view.spans.ids[self.index]) in view.chosen
        return state


class TimelineList(listed.Items):
    """A timeline's list of rows."""

    @property
    def view(self) -> Surface:
        """The widget; ask `isValid` first."""
        return cast(Surface, super().view)

    @property
    def keys(self) -> str:
        """How to move."""
        return tr("Arrow keys move by time and by lane, Enter shows the text")

    def made(self, index: int) -> TimelineItem:
        """The item of a row."""
        return TimelineItem(self, index)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override] # between items there is none
        """The item under a point of the screen."""
        corner = self.view.mapToGlobal(self.view.rect().topLeft())
        mark = self.view.scene().mark_at(x - corner.x(), y - corner.y())
        return self.child(mark.row) if mark else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override] # at first there is none
        """The item with the keyboard's attention."""
        return self.child(self.view.row)

    def childCount(self) -> int:
        """How many rows there are."""
        return len(self.view.spans) if self.isValid() else 0


def item_name(view: Surface, row: int) -> str:
    """A row's name: "29 March 2025, night; drone strikes on hospital in Kharkiv; reported; 3 of 41"."""
    spans = view.spans
    caption = view.caption_of(int(spans.ids[row]))
    certainty = tr(CERTAINTY[CERTAINTIES[int(spans.certainty[row])]]).lower()
    when = caption.words.split(" · ")[0]
    place = tr("{n} of {all}").format(n=number(row + 1), all=number(len(spans)))
    lane = spans.lanes[int(spans.lane[row])]
    parts = [when, caption.title, certainty, *([lane] if len(spans.lanes) > 1 else []), place]
    return "; ".join(part for part in parts if part)


def tell(view: Surface, row: int | None) -> None:
    """Tell screen readers that a row has the focus, or, with None, that the rows are others."""
    listed.items_of(view, TimelineList)
    listed.tell(view, row)
