"""How wide text is and where it breaks; a painter with real fonts gives its own `Measure`."""

from typing import NamedTuple

ROLES: dict[str, tuple[float, int]] = {
    "title": (1.0, 500),
    "words": (0.88, 400),
    "minor": (0.85, 400),
    "major": (0.88, 600),
    "header": (0.92, 600),
    "count": (0.85, 600),
    "heading": (1.7, 700),
    "small": (0.8, 400),
    "lead": (1.16, 700),
    "day": (1.55, 700),
    "outer": (0.8, 700),
    "tag": (0.8, 500),
    "standfirst": (1.1, 400),
    "more": (0.84, 500),
}
"""Each kind of text: its size against the scene's text size, and its weight."""

_NARROW = frozenset("iljtfrI.,:;'’!|()[] -")
_WIDE = frozenset("mwMWQO@%—")


class Caption(NamedTuple):
    """What is written beside an event: its title, and when (with its certainty where that is not plain)."""

    title: str
    words: str


class Measure:
    """Widths of text, remembered. ``size`` is the scene's text size in pixels; this one guesses from letter shapes."""

    def __init__(self, size: float = 13.0) -> None:
        self.size = size
        self._widths: dict[tuple[str, str], float] = {}
        self._wraps: dict[tuple[str, str, int, int], tuple[str, ...]] = {}

    def raw(self, text: str, role: str) -> float:
        """The width of a text, measured anew."""
        factor, weight = ROLES[role]
        em = sum(0.32 if c in _NARROW else 0.92 if c in _WIDE else 0.6 for c in text)
        return em * factor * self.size * (1.06 if weight > 500 else 1.0)

    def line(self, role: str) -> float:
        """The height of a line."""
        return round(ROLES[role][0] * self.size * 1.36)

    def ascent(self, role: str) -> float:
        """From a line's top to its baseline."""
        return round(ROLES[role][0] * self.size * 1.04)

    def width(self, text: str, role: str) -> float:
        """The width of a text."""
        key = (text, role)
        if key not in self._widths:
            if len(self._widths) > 20_000:
                self._widths.clear()
            self._widths[key] = self.raw(text, role)
        return self._widths[key]

    def wrap(self, text: str, role: str, room: float, most: int) -> tuple[str, ...]:
        """The text in at most ``most`` lines no wider than ``room``; an ellipsis ends one that is longer."""
        key = (text, role, int(room), most)
        if key not in self._wraps:
            if len(self._wraps) > 20_000:
                self._wraps.clear()
            self._wraps[key] = self._wrap(" ".join(text.split()), role, float(int(room)), most)
        return self._wraps[key]

    def _wrap(self, text: str, role: str, room: float, most: int) -> tuple[str, ...]:
        lines: list[str] = []
        words = text.split(" ")
        while words and len(lines) < most:
            line, used = words[0], 1
            if len(lines) == most - 1:
                lines.append(self.cut(" ".join(words), role, room))
                return tuple(lines)
            while used < len(words) and self.width(f"{line} {words[used]}", role) <= room:
                line, used = f"{line} {words[used]}", used + 1
            if self.width(line, role) > room:  # one word wider than the room: it is broken
                keep = self._longest(line, role, room)
                words = [line[:keep], line[keep:], *words[used:]]
                line, used = words[0], 1
            lines.append(line)
            words = words[used:]
        return tuple(lines)

    def cut(self, text: str, role: str, room: float) -> str:
        """The text, or as much of it as fits before an ellipsis."""
        if self.width(text, role) <= room:
            return text
        keep = self._longest(text, role, room - self.width("…", role))
        head = text[:keep]
        if " " in head[keep // 2 :]:
            head = head[: head.rindex(" ")]
        return head.rstrip(" ,;:–-") + "…"

    def _longest(self, text: str, role: str, room: float) -> int:
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.raw(text[:middle], role) <= room:
                low = middle
            else:
                high = middle - 1
        return low
