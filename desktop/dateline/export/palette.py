"""Colours by role, read from `resources/themes`; for the window and for images alike. No Qt."""

import json
from typing import NamedTuple

from dateline import paths
from dateline.core.model import Certainty
from dateline.errors import ExportError

THEMES = ("light", "dark", "contrast", "print")
"""Every theme; ``print`` is for images only."""


class Palette(NamedTuple):
    """A theme's colours, each ``#rrggbb``.

    ``window`` lies behind everything, ``base`` behind text and timeline, ``raised`` behind what stands out a
    little. ``text``, ``muted``, ``accent``, ``warning`` and the certainties are read, so each stands at least 4.5:1
    against all three; ``text`` also on ``hover``, ``selection``, ``warning_base``, ``trigger`` (an event's trigger
    in the article) and ``found`` (what a search found), ``on_accent`` on ``accent`` and ``accent_hover``.
    ``grid``, ``lane`` (every other lane), ``border``, ``scroll`` and ``density`` (histograms) carry no words.
    """

    name: str
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    scroll: str
    accent: str
    on_accent: str
    accent_hover: str
    hover: str
    selection: str
    warning: str
    warning_base: str
    reported: str
    claimed: str
    planned: str
    possible: str
    unlikely: str
    denied: str
    trigger: str
    found: str
    today: str
    publication: str
    grid: str
    lane: str
    density: str

    def of(self, certainty: Certainty) -> str:
        """The colour of a certainty, for marks and underlines."""
        color: str = getattr(self, certainty.value)
        return color


def load(name: str) -> Palette:
    """The theme of this name (one of `THEMES`); raises ExportError when there is none or a role is missing."""
    file = paths.resources() / "themes" / f"{name}.json"
    if name not in THEMES or not file.exists():
        raise ExportError(f"There is no theme {name!r}; choose one of {', '.join(THEMES)}.")
    roles = json.loads(file.read_text(encoding="utf-8"))
    missing = [name for name in Palette._fields if name not in roles and name != "name"]
    if missing:
        raise ExportError(f"The theme {name} lacks the colours {', '.join(missing)}; install Dateline again.")
    return Palette(name=name, **roles)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
