"""The window's look: Qt's Fusion style with colours by role from resources/themes, following the system live.

Every colour in the window comes from `colors()`, never from a literal. `changed` is emitted after a switch, for those
who paint by hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from dateline.export import palette
from dateline.export.palette import Palette

from .style import sheet

USUAL = 13
"""Points of an article's text beside which the rest of the window has its usual size."""


class Theme(QObject):
    """The theme in force; one an application."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._choice = "system"
        self._shown = ""
        self._dressed = True
        self._scale, self._points = 1.0, app.font().pointSizeF()
        self.colors: Palette = load("light")
        if not app.property("fusion"):  # asking Qt for its style would load all its names
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, choice: str) -> None:
        """Switch to "light", "dark", "contrast" or "system", which follows the system from then on."""
        self._choice = choice
        if self.name != self._shown:
            self._apply()

    def resize(self, points: int) -> None:
        """Set all the window's text in proportion to an article's text of so many points."""
        scale = points / USUAL
        if scale != self._scale and self._points > 0:
            self._scale = scale
            app = _app()
            font = app.font()
            font.setPointSizeF(self._points * scale)
            app.setFont(font)
            self._apply()

    @property
    def scale(self) -> float:
        """How large the window's text is beside its usual size."""
        return self._scale

    @property
    def name(self) -> str:
        """The theme shown: light, dark or contrast."""
        if self._choice != "system":
            return self._choice
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """While many widgets are made: without a style sheet, which would be worked out anew at each step.

        A sheet that is on stays on: when it is taken off, Qt forgets to hear of the end of widgets that were never
        shown, and dies of them at the next sheet.
        """
        app = _app()
        self._dressed = bool(app.styleSheet())
        try:
            yield
        finally:
            self._dressed = True
            app.setStyleSheet(sheet(self.colors, self._scale))

    def _follow(self) -> None:
        self.choose(self._choice)

    def _apply(self) -> None:
        app = _app()
        self._shown = self.name
        self.colors = load(self._shown)
        app.setPalette(_qt_palette(self.colors))
        if self._dressed:
            app.setStyleSheet(sheet(self.colors, self._scale))
        self.changed.emit()


def install(app: QApplication) -> Theme:
    """The application's theme, made on first use."""
    found = app.findChild(Theme, "theme")
    return found if isinstance(found, Theme) else Theme(app)


def theme() -> Theme:
    """The theme in force."""
    return install(_app())


def colors() -> Palette:
    """The colours of the theme in force, by role."""
    return theme().colors


@lru_cache(maxsize=8)
def load(name: str) -> Palette:
    """A theme's colours."""
    return palette.load(name)


def reading_font(points: int) -> QFont:
    """The font articles are set in: the best serif of those that are likely to be there."""
    font = QFont()
    families = ["Charter", "Source Serif 4", "Georgia", "Palatino", "Palatino Linotype", "P052", "Noto Serif"]
    font.setFamilies([*families, "Liberation Serif", "DejaVu Serif", "serif"])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def mix(one: str, other: str, share: float) -> QColor:
    """``share`` of the first colour on the second."""
    a, b = QColor(one), QColor(other)
    parts = (
        (a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()),
    )  # fmt: skip
    return QColor(*(round(x * share + y * (1 - share)) for x, y in parts))


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())


def _qt_palette(c: Palette) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette()
    for roles, color in (
        ((role.Window, role.Button), c.window),
        ((role.Base, role.ToolTipBase), c.base),
        ((role.AlternateBase,), c.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), c.text),
        ((role.PlaceholderText,), c.muted),
        ((role.Highlight, role.Link, role.LinkVisited, role.Accent), c.accent),
        ((role.HighlightedText,), c.on_accent),
        ((role.Light, role.Midlight), c.raised),
        ((role.Mid, role.Dark), c.border),
        ((role.Shadow,), c.muted),
    ):
        for each in roles:
            result.setColor(each, QColor(color))
    faded = mix(c.text, c.window, 0.45)
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, faded)
    return result
