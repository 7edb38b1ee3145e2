"""The scene's fonts, and text measured with them."""

import math
from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from dateline.timeline.text import ROLES, Measure

FAMILIES = ("Inter", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Noto Sans", "Open Sans", "Liberation Sans",
            "DejaVu Sans")  # fmt: skip
"""The first of these that is installed is used."""
SERIFS = ("Source Serif 4", "Source Serif Pro", "Georgia", "Charter", "Noto Serif", "Liberation Serif", "DejaVu Serif")
"""Likewise, for headings in print."""
SERIF_ROLES = ("heading", "day", "standfirst")


class Fonts(Measure):
    """A font for each role, and a `Measure` by them. A QGuiApplication must be there.

    No role is smaller than ``least`` pixels. ``serif`` sets headings, days and the standfirst in a serif face.
    """

    def __init__(self, size: float = 13.0, family: str = "", *, least: float = 7.0, serif: bool = False) -> None:
        super().__init__(size)
        self.family = family or _installed(FAMILIES, "sans-serif")
        self._least = least
        self._serif = _installed(SERIFS, "serif") if serif else self.family
        self._fonts = {role: self._make(role, factor, weight) for role, (factor, weight) in ROLES.items()}
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

    def _make(self, role: str, factor: float, weight: int) -> QFont:
        font = QFont(self._serif if role in SERIF_ROLES else self.family)
        font.setPixelSize(max(round(self.size * factor), math.ceil(self._least)))
        font.setWeight(QFont.Weight(weight))
        # Widths must be the same at every scale, on screen and on paper.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        return font


def _installed(families: Sequence[str], otherwise: str) -> str:
    known = set(QFontDatabase.families())
    return next((family for family in families if family in known), otherwise)
