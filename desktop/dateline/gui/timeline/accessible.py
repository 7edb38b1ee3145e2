"""The timeline for screen readers: a list of named events, whatever level of detail is painted."""

from weakref import ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dateline.gui.language.i18n import number, tr
from dateline.gui.language.words import CERTAINTY
from dateline.timeline.spans import CERTAINTIES

from .surface import Surface

_interfaces: dict[int, "TimelineList"] = {}
_installed = False


class TimelineItem(QAccessibleInterface):
    """One row of the timeline: "29 March 2025, night; drone strikes on hospital in Kharkiv; reported; 3 of 41"."""

    def __init__(self, owner: "TimelineList", row: int) -> None:
        super().__init__()
        self._owner, self.row = owner, row

    def isValid(self) -> bool:
        """Whether the row is still there."""
        return self._owner.isValid() and self.row < self._owner.childCount()

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
        """The name: when, what, how surely, which of how many."""
        return item_name(self._owner.view, self.row) if kind == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Names are not set here."""

    def rect(self) -> QRect:
        """Where it is on the screen; empty where it is not shown by itself."""
        view = self._owner.view
        mark = next((mark for mark in view.scene().marks if mark.row == self.row), None)
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
        view, state = self._owner.view, QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.focused = view.row == self.row and view.hasFocus()
        state.selected = int(view.spans.ids[self.row]) in view.chosen
        return state

    def foregroundColor(self) -> QColor:
        """As the window's text."""
        return self._owner.view.palette().windowText().color()

    def backgroundColor(self) -> QColor:
        """As the window."""
        return self._owner.view.palette().window().color()

    def window(self) -> QObject | None:  # type: ignore[override] # before it is shown there is none
        """The list's window."""
        return self._owner.view.windowHandle()


class TimelineList(QAccessibleInterface):
    """A timeline's list of rows."""

    def __init__(self, view: Surface) -> None:
        super().__init__()
        self._view = ref(view)
        self._items: dict[int, TimelineItem] = {}  # Qt keeps no reference of its own

    def isValid(self) -> bool:
        """Whether the widget is still there."""
        view = self._view()
        return view is not None and isValid(view)

    @property
    def view(self) -> Surface:
        """The widget; ask `isValid` first."""
        view = self._view()
        if view is None:
            raise RuntimeError("the timeline is gone")
        return view

    def object(self) -> QObject:
        """The widget."""
        return self.view

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # a window of its own has none
        """The widget around it."""
        around = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if isinstance(around, QWidget) else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # beyond the last there is none
        """The item of a row."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            if len(self._items) > 5000:
                self._items.clear()
            self._items[index] = TimelineItem(self, index)
        return self._items[index]

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

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """An item's row."""
        return child.row if isinstance(child, TimelineItem) else -1

    def text(self, kind: QAccessible.Text) -> str:
        """The name, and as description how to move."""
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        if kind == QAccessible.Text.Description:
            return tr("Arrow keys move by time and by lane, Enter shows the text")
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """The name is set on the widget."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        corner = self.view.mapToGlobal(self.view.rect().topLeft())
        return QRect(corner, self.view.size())

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

    def foregroundColor(self) -> QColor:
        """As the window's text."""
        return self.view.palette().windowText().color()

    def backgroundColor(self) -> QColor:
        """As the window."""
        return self.view.palette().window().color()

    def window(self) -> QObject | None:  # type: ignore[override] # before it is shown there is none
        """The widget's window."""
        return self.view.windowHandle()


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


def install() -> None:
    """Have Qt ask us about timelines; once is enough."""
    global _installed  # Qt keeps the factory for as long as the program runs
    if not _installed:
        _installed = True
        QAccessible.installFactory(_make)


def tell(view: Surface, row: int | None) -> None:
    """Tell screen readers that a row has the focus, or, with None, that the rows are others."""
    install()
    found = QAccessible.queryAccessibleInterface(view)
    if id(view) not in _interfaces:  # asked for before we were there: Qt keeps one of its own
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
    event = QAccessibleEvent(view, QAccessible.Event.ObjectReorder if row is None else QAccessible.Event.Focus)
    if row is not None:
        event.setChild(row)
    QAccessible.updateAccessibility(event)


def _make(_class: str, found: QObject) -> QAccessibleInterface | None:
    if not isinstance(found, Surface):
        return None
    key = id(found)
    if key not in _interfaces or not _interfaces[key].isValid() or _interfaces[key].view is not found:
        _interfaces[key] = TimelineList(found)
        found.destroyed.connect(lambda: _interfaces.pop(key, None))
    return _interfaces[key]
