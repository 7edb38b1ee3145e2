"""A widget that paints a list by itself, told to screen readers: what its list and the items in it share."""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_KEPT = 5000
"""Items of a list; beyond, all are made anew."""


class _Part(QAccessibleInterface):
    @property
    def view(self) -> QWidget:
        """The widget."""
        raise NotImplementedError

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Names are not set here."""

    def foregroundColor(self) -> QColor:
        """As the window's text."""
        return self.view.palette().windowText().color()

    def backgroundColor(self) -> QColor:
        """As the window."""
        return self.view.palette().window().color()

    def window(self) -> QObject | None:  # type: ignore[override] # before it is shown there is none
        """The widget's window."""
        return self.view.windowHandle()


class Item(_Part):
    """One thing in the list, by its place; a kind of its own gives it words, a place on the screen, role and state."""

    def __init__(self, owner: "Items", index: int) -> None:
        super().__init__()
        self._owner, self.index = owner, index

    @property
    def view(self) -> QWidget:
        """The widget; ask `isValid` first."""
        return self._owner.view

    def isValid(self) -> bool:
        """Whether it is still there."""
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


class Items(_Part):
    """The list of a widget. A kind of its own says how many items there are, makes them, and says what keys do."""

    @property
    def keys(self) -> str:
        """What keys do, for the description."""
        raise NotImplementedError

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self._view = ref(view)
        self._items: dict[int, Item] = {}  # Qt keeps no reference of its own

    def isValid(self) -> bool:
        """Whether the widget is still there."""
        view = self._view()
        return view is not None and isValid(view)

    @property
    def view(self) -> QWidget:
        """The widget; ask `isValid` first."""
        view = self._view()
        if view is None:
            raise RuntimeError("the widget is gone")
        return view

    def made(self, index: int) -> Item:
        """The item at a place that there is."""
        raise NotImplementedError

    def object(self) -> QObject:
        """The widget."""
        return self.view

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # a window of its own has none
        """The widget around it."""
        around = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if isinstance(around, QWidget) else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # beyond the last there is none
        """The item at a place."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            if len(self._items) > _KEPT:
                self._items.clear()
            self._items[index] = self.made(index)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """An item's place."""
        return child.index if isinstance(child, Item) else -1

    def text(self, kind: QAccessible.Text) -> str:
        """The name, and as description what keys do."""
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        return self.keys if kind == QAccessible.Text.Description else ""

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


_kinds: dict[type[QWidget], Callable[[QWidget], Items]] = {}
_interfaces: dict[int, Items] = {}


def items_of(view: QWidget, make: Callable[[QWidget], Items]) -> Items:
    """The list of a widget, whose kind has Qt ask for ``make`` from now on."""
    if not _kinds:
        QAccessible.installFactory(_made)  # which Qt keeps for as long as the program runs
    _kinds[type(view)] = make
    found = QAccessible.queryAccessibleInterface(view)
    if id(view) not in _interfaces:  # asked for before we were there: Qt keeps one of its own
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
        QAccessible.queryAccessibleInterface(view)
    return _interfaces[id(view)]


def tell(view: QWidget, place: int | None) -> None:
    """Tell screen readers that the item at a place has the focus, or, with None, that the items are others."""
    news = QAccessibleEvent(view, QAccessible.Event.ObjectReorder if place is None else QAccessible.Event.Focus)
    if place is not None:
        news.setChild(place)
    QAccessible.updateAccessibility(news)


def _made(_class: str, found: QObject) -> QAccessibleInterface | None:
    if not isinstance(found, QWidget) or type(found) not in _kinds:
        return None
    key = id(found)
    if key not in _interfaces or not _interfaces[key].isValid() or _interfaces[key].view is not found:
        _interfaces[key] = _kinds[type(found)](found)
        found.destroyed.connect(lambda: _interfaces.pop(key, None))
    return _interfaces[key]
