"""The scene's fonts, and text measured with them."""

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from dateline.timeline.text import ROLES, Measure

FAMILIES = ("Inter", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Noto Sans", "Open Sans", "Liberation Sans",
            "DejaVu Sans")  # fmt: skip
"""The first of these that is installed is used."""


class Fonts(Measure):
    """A font for each role, and a `Measure` by them. A QGuiApplication must be there."""

    def __init__(self, size: float = 13.0, family: str = "") -> None:
        super().__init__(size)
        self.family = family or _installed()
        self._fonts = {role: self._make(factor, weight) for role, (factor, weight) in ROLES.items()}
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self._lines = {role: float(round(metrics.height() + 1)) for role, metrics in self._metrics.items()}
        self._ascents = {role: float(round(metrics.ascent() + 0.5)) for role, metrics in self._metrics.items()}

    def font(self, role: str) -> QFont:
        """The role's font."""
        return self._fonts[role]

    def raw(self, text: str, role: str) -> float:
        """The width of a text, measured anew."""
        return self._metrics[role].horizontalAdvance(text)

    def line(self, role: str) -> float:
        """The height of a line."""
        return self._lines[role]

    def ascent(self, role: str) -> float:
        """From a line's top to its baseline."""
        return self._ascents[role]

    def _make(self, factor: float, weight: int) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(max(round(self.size * factor), 7))
        font.setWeight(QFont.Weight(weight))
        # Widths must be the same at every scale, on screen and on paper.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        return font


def _installed() -> str:
    known = set(QFontDatabase.families())
    return next((family for family in FAMILIES if family in known), "sans-serif")
