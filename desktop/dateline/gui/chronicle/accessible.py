"""The chronicle for screen readers: headings are headings, lines are items with names, counts are read."""

from weakref import ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dateline.gui.language.i18n import tr
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
_interfaces: dict[int, "ChronicleList"] = {}
_installed = False


class _Part(QAccessibleInterface):
    """What the list and its items share."""

    view: ChronicleSurface

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Names are not set here."""

    def foregroundColor(self) -> QColor:
        """As the window's text."""
        return self.view.palette().windowText().color()

    def backgroundColor(self) -> QColor:
        """As the window."""
        return self.view.palette().window().color()

    def window(self) -> QObject | None:  # type: ignore[override] # before it is shown there is none
        """The view's window."""
        return self.view.windowHandle()


class ChronicleItem(_Part):
    """A block in sight: "February 2026", "2 March 2026, 04:17; The embankment bursts; 11 more"."""

    def __init__(self, owner: "ChronicleList", index: int) -> None:
        super().__init__()
        self._owner, self.index = owner, index

    @property
    def view(self) -> ChronicleSurface:  # type: ignore[override] # asked for anew, as it may be gone
        """The widget."""
        return self._owner.view

    @property
    def placed(self) -> Placed:
        """The block now at this index."""
        return self.view.sight().placed[self.index]

    def isValid(self) -> bool:
        """Whether the block is still there."""
        return self._owner.isValid() and self.index < self._owner.childCount()

    def object(self) -> QObject | None:  # type: ignore[override] # an item has none of its own
        """None: only the list has a Qt object."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The list."""
        return self._owner

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override] # there is none
        """None."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override] # there is none
        """None."""
        return None

    def childCount(self) -> int:
        """None of its own."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has none."""
        return -1

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


class ChronicleList(_Part):
    """A chronicle's list of what is in sight."""

    def __init__(self, view: ChronicleSurface) -> None:
        super().__init__()
        self._view = ref(view)
        self._items: dict[int, ChronicleItem] = {}  # Qt keeps no reference of its own

    def isValid(self) -> bool:
        """Whether the widget is still there."""
        view = self._view()
        return view is not None and isValid(view)

    @property
    def view(self) -> ChronicleSurface:  # type: ignore[override] # asked for anew, as it may be gone
        """The widget; ask `isValid` first."""
        view = self._view()
        if view is None:
            raise RuntimeError("the chronicle is gone")
        return view

    def object(self) -> QObject:
        """The widget."""
        return self.view

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # a window of its own has none
        """The widget around it."""
        around = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if isinstance(around, QWidget) else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # beyond the last there is none
        """The item of a block in sight."""
        if not 0 <= index < self.childCount():
            return None
        return self._items.setdefault(index, ChronicleItem(self, index))

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

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """An item's place."""
        return child.index if isinstance(child, ChronicleItem) else -1

    def text(self, kind: QAccessible.Text) -> str:
        """The name, and as description how to move."""
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        if kind == QAccessible.Text.Description:
            return tr("Arrow keys move from event to event, Right opens a count, Enter shows the text")
        return ""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self.view.mapToGlobal(self.view.rect().topLeft()), self.view.size())

    def role(self) -> QAccessible.Role:
        """A list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Focusable, and focused."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.invisible = not self.view.isVisible()
        return state


def tell(view: ChronicleSurface, event: int | None) -> None:
    """Tell screen readers that an event has the focus, or, with None, that the lines are others."""
    global _installed  # Qt keeps the factory for as long as the program runs
    if not _installed:
        _installed = True
        QAccessible.installFactory(_make)
    found = QAccessible.queryAccessibleInterface(view)
    if id(view) not in _interfaces:  # asked for before we were there: Qt keeps one of its own
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
        QAccessible.queryAccessibleInterface(view)
    news = QAccessibleEvent(view, QAccessible.Event.ObjectReorder if event is None else QAccessible.Event.Focus)
    if event is not None and id(view) in _interfaces:
        place = _interfaces[id(view)].place_of(event)
        if place < 0:
            return
        news.setChild(place)
    QAccessible.updateAccessibility(news)


def _make(_class: str, found: QObject) -> QAccessibleInterface | None:
    if not isinstance(found, ChronicleSurface):
        return None
    key = id(found)
    if key not in _interfaces or not _interfaces[key].isValid() or _interfaces[key].view is not found:
        _interfaces[key] = ChronicleList(found)
        found.destroyed.connect(lambda: _interfaces.pop(key, None))
    return _interfaces[key]
