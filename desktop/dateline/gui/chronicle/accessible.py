"""The chronicle for screen readers: headings are headings, lines are items with names, counts are read."""

from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from dateline.gui.language.i18n import tr
from dateline.gui.widgets import listed
from dateline.timeline.chronicle.blocks import Kind
from dateline.timeline.chronicle.flow import Placed

from .surface import ChronicleSurface

_ROLES = {
    Kind.HEADING: QAccessible.Role.Heading,
    Kind.ENTRY: QAccessible.Role.ListItem,
    Kind.SILENCE: QAccessible.Role.StaticText,
    Kind.EDGE: QAccessible.Role.Link,
    Kind.NOTE: QAccessible.Role.StaticText,
}


class ChronicleItem(listed.Item):
    """A block in sight: "February 2026", "2 March 2026, 04:17; The embankment bursts; 11 more"."""

    @property
    def view(self) -> ChronicleSurface:
        """The widget."""
        return cast(ChronicleSurface, super().view)

    @property
    def placed(self) -> Placed:
        """The block now at this index."""
        return self.view.sight().placed[self.index]

    def text(self, kind: QAccessible.Text) -> str:
        """The name, with what is counted after it."""
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        block = self.placed.block
        more = next((line.text.lstrip("▸ ") for line in block.lines if line.role == "more"), "")
        return "; ".join(part for part in (block.name, self.view.lane_of(block), more) if part)

    def rect(self) -> QRect:
        """Where it is on the screen."""
        placed = self.placed
        corner = self.view.mapToGlobal(QRect(0, int(placed.y), 1, 1).topLeft())
        return QRect(corner.x(), corner.y(), self.view.width(), int(placed.block.height))

    def role(self) -> QAccessible.Role:
        """A heading, an item of the list, or words between."""
        return _ROLES[self.placed.block.kind] if self.isValid() else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        """Lines can have the focus and be selected."""
        state = QAccessible.State()
        if self.isValid() and self.placed.block.kind is Kind.ENTRY:
            event = self.placed.block.event
            state.focusable = state.selectable = True
            state.focused = self.view.focused_event == event and self.view.hasFocus()
            state.selected = event in self.view.chosen
        return state


class ChronicleList(listed.Items):
    """A chronicle's list of what is in sight."""

    @property
    def view(self) -> ChronicleSurface:
        """The widget; ask `isValid` first."""
        return cast(ChronicleSurface, super().view)

    @property
    def keys(self) -> str:
        """How to move."""
        return tr("Arrow keys move from event to event, Right opens a count, Enter shows the text")

    def made(self, index: int) -> ChronicleItem:
        """The item of a block in sight."""
        return ChronicleItem(self, index)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override] # between items there is none
        """The item under a point of the screen."""
        corner = self.view.mapToGlobal(self.view.rect().topLeft())
        found = self.view.sight().at(x - corner.x(), y - corner.y())
        return self.child(self.view.sight().placed.index(found)) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override] # at first there is none
        """The item with the keyboard's attention."""
        return self.child(self.place_of(self.view.focused_event))

    def place_of(self, event: int | None) -> int:
        """The child of an event, -1 where it is not in sight."""
        placed = self.view.sight().placed
        return next((n for n, p in enumerate(placed) if event is not None and p.block.event == event), -1)

    def childCount(self) -> int:
        """How many blocks are in sight."""
        return len(self.view.sight().placed) if self.isValid() else 0


def tell(view: ChronicleSurface, event: int | None) -> None:
    """Tell screen readers that an event has the focus, or, with None, that the lines are others."""
    items = cast(ChronicleList, listed.items_of(view, ChronicleList))
    place = None if event is None else items.place_of(event)
    if place is None or place >= 0:
        listed.tell(view, place)
