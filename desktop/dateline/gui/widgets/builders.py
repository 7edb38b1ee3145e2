"""The shared builders of the window's parts. Each asks for an accessible name, so that no control goes without."""

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from . import plain
from .icons import icon

ICON = QSize(18, 18)


class Wrapped(QLabel):
    """Words in several lines. Qt asks a wrapping label for a size without a width, and gets a narrow, high one."""

    WIDTH = 340
    """Pixels of width that the label asks for; it takes more where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """As high as the words are at the width that it has, or asks for."""
        width = self.width() if self.isVisible() else self.WIDTH
        return QSize(self.WIDTH, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        """Narrow if need be, and as high as the words then are."""
        return QSize(60, self.sizeHint().height())


class Field(QLineEdit):
    """A line that takes back what is being typed in it, and leaves every other undo to the window."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys of undo only while there is something typed."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.isModified() and asks_undo(event):
            event.ignore()
            return False
        return super().event(event)


def asks_undo(event: QEvent) -> bool:
    """Whether a key is that of undo or redo."""
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


def label(text: str = "", kind: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Words: plain, or of a kind (heading, section, muted, warning, badge). Never read as markup."""
    made = Wrapped() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if kind:
        made.setProperty("kind", kind)
    if kind == "badge":
        flat(made)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(text: str, slot: Callable[[], object], *, kind: str = "", picture: str = "", hint: str = "") -> QPushButton:
    """A button that says what it does. Kinds: primary, chip, link."""
    made = QPushButton(plain.caption(text))
    made.setAutoDefault(False)
    made.setAccessibleName(text)
    if kind:
        made.setProperty("kind", kind)
    if picture:
        made.setIcon(icon(picture))
        made.setIconSize(QSize(16, 16))
    if hint:
        made.setToolTip(plain.tip(hint))
        made.setAccessibleDescription(hint)
    made.clicked.connect(lambda _checked=False: slot())
    return made


def icon_button(picture: str, name: str, slot: Callable[[], object] | None = None) -> QToolButton:
    """A button of one icon; ``name`` is its tool tip and what a screen reader says."""
    made = QToolButton()
    made.setIcon(icon(picture))
    made.setIconSize(ICON)
    made.setToolTip(plain.tip(name))
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if slot is not None:
        made.clicked.connect(lambda _checked=False: slot())
    return made


def action_button(action: QAction, *, words: bool = False) -> QToolButton:
    """A tool button for an action, with its words beside the icon where asked."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(ICON)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(action.text().replace("&", "").rstrip("…"))
    if words:
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setProperty("kind", "segment")
    return made


def field(name: str, placeholder: str = "", *, clear: bool = False) -> QLineEdit:
    """A line to type in."""
    made = Field()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    if clear:  # when there is something to clear: Qt is slow to make the button
        made.textChanged.connect(lambda text: made.setClearButtonEnabled(bool(text)))
    return made


def choice(name: str, choices: Iterable[tuple[object, str]]) -> QComboBox:
    """A list to choose one of: (value, words)."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for value, words in choices:
        made.addItem(words, value)
    if made.count():
        longest = max(len(made.itemText(row)) for row in range(made.count()))
        made.setMinimumContentsLength(min(max(longest, 8), 22))
    return made


def check(text: str, *, on: bool = False) -> QCheckBox:
    """A box to tick."""
    made = QCheckBox(plain.caption(text))
    made.setAccessibleName(text)
    made.setChecked(on)
    return made


def row(*parts: QWidget | QLayout | int | None, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts side by side; a number is a space in pixels, None takes what is left."""
    made = QHBoxLayout()
    _fill(made, parts, margins)
    return made


def column(*parts: QWidget | QLayout | int | None, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts one below the other; a number is a space in pixels, None takes what is left."""
    made = QVBoxLayout()
    _fill(made, parts, margins)
    return made


def form(across: int = 14, down: int = 10) -> QFormLayout:
    """An empty form, whose fields take the width there is; the numbers are the spaces between in pixels."""
    made = QFormLayout()
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    made.setHorizontalSpacing(across)
    made.setVerticalSpacing(down)
    return made


def frame(kind: str, layout: QLayout) -> QFrame:
    """A surface of a kind (card, pane, bar, foot, banner) with parts on it."""
    made = QFrame()
    made.setProperty("kind", kind)
    made.setLayout(layout)
    if kind in ("bar", "foot"):
        flat(made)
    return made


def flat(widget: QWidget) -> None:
    """Keep a bar as low as its parts are."""
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def line() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("kind", "line")
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn by it."""
    if (widget.property(name) or "") == value:
        return
    widget.setProperty(name, value)
    if cast(QApplication, QApplication.instance()).styleSheet():  # while the window is made it is undressed
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def viewport(area: QAbstractScrollArea) -> QWidget:
    """What an area shows its content in. `area.viewport()` would first load all kinds of widgets that Qt has."""
    return cast(QWidget, area.findChild(QWidget, "qt_scrollarea_viewport", Qt.FindChildOption.FindDirectChildrenOnly))


class Picture(QWidget):
    """An icon that is no button, drawn in the colours of the moment."""

    def __init__(self, picture: str, side: int = 18) -> None:
        super().__init__()
        self._icon = icon(picture)
        self.setFixedSize(side, side)

    def show_icon(self, picture: str, color: str | None = None) -> None:
        """Show another icon."""
        self._icon = icon(picture, color)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())


class Empty(QWidget):
    """What a pane shows while it has nothing: what it is for and what to do first."""

    def __init__(self, picture: str, title: str, text: str, *buttons: QPushButton) -> None:
        super().__init__()
        image = Picture(picture, 40)
        self._title, self._text = label(title, "heading", wrap=True), label(text, "muted", wrap=True)
        for each in (self._title, self._text):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            each.setMinimumWidth(250)
            each.setMaximumWidth(400)
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        inner = column(row(None, image, None), 10, row(None, self._title, None), 6, row(None, self._text, None), 14)
        for one in buttons:
            inner.addLayout(row(None, one, None))
            inner.addSpacing(6)
        self.setLayout(column(None, inner, None, None, margins=(24, 24, 24, 24)))

    def say(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)


def _fill(
    layout: QBoxLayout, parts: Iterable[QWidget | QLayout | int | None], margins: tuple[int, int, int, int]
) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(8 if isinstance(layout, QHBoxLayout) else 0)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
