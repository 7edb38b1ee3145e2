"""Marks in the article's text: where they stand in Qt's document, how they look, and how they are drawn."""

from bisect import bisect_left

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from dateline.core.model import Certainty
from dateline.gui.widgets.theme import colors, mix


class Places:
    """Code points of the article to positions in Qt's document, and back."""

    def __init__(self, text: str, head: int) -> None:
        self._length, self._head = len(text), head
        self._wide = [] if text.isascii() else [i for i, char in enumerate(text) if ord(char) > 0xFFFF]
        self._wide_qt = [place + i for i, place in enumerate(self._wide)]

    def __len__(self) -> int:
        return self._length

    def to_qt(self, place: int) -> int:
        """The position of a code point."""
        place = min(max(place, 0), self._length)
        return self._head + place + bisect_left(self._wide, place)

    def to_text(self, position: int) -> int:
        """The code point at a position."""
        inside = max(position - self._head, 0)
        return min(inside - bisect_left(self._wide_qt, inside), self._length)


class Marker(QSyntaxHighlighter):
    """Draws spans over blocks without touching the document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spans: dict[int, list[tuple[int, int, QTextCharFormat]]] = {}

    def show(self, spans: dict[int, list[tuple[int, int, QTextCharFormat]]], *, rehighlight: bool = True) -> None:
        """Draw these spans, by block: (start, length, look)."""
        touched = set(self._spans) | set(spans)
        self._spans = spans
        if rehighlight and len(touched) > 40:
            self.rehighlight()  # block by block, Qt lays the text out anew after each
        elif rehighlight:
            for number in touched:
                self.rehighlightBlock(self.document().findBlockByNumber(number))

    def highlightBlock(self, _text: str) -> None:
        done: list[tuple[int, int]] = []
        for start, length, look in self._spans.get(self.currentBlock().blockNumber(), ()):
            if any(start < until and begin < start + length for begin, until in done):
                for place in range(start, start + length):
                    merged = QTextCharFormat(self.format(place))
                    merged.merge(look)
                    self.setFormat(place, 1, merged)
            else:
                self.setFormat(start, length, look)
            done.append((start, start + length))


def formats() -> dict[tuple[str, str], QTextCharFormat]:
    """How marks look, by kind and style."""
    c = colors()
    lines = QTextCharFormat.UnderlineStyle
    made: dict[tuple[str, str], QTextCharFormat] = {}
    for style, color, underline in (
        ("resolved", c.accent, lines.SingleUnderline),
        ("vague", c.accent, lines.DashUnderline),
        ("unresolved", c.warning, lines.DotLine),
    ):
        look = QTextCharFormat()
        look.setUnderlineStyle(underline)
        look.setUnderlineColor(QColor(color))
        made["expression", style] = look
    for certainty in Certainty:
        look = QTextCharFormat()
        look.setBackground(mix(c.of(certainty), c.base, 0.18))
        if certainty is not Certainty.REPORTED:
            look.setUnderlineStyle(lines.WaveUnderline if certainty is Certainty.DENIED else lines.DotLine)
            look.setUnderlineColor(QColor(c.of(certainty)))
        made["event", certainty.value] = look
    faint = QTextCharFormat()
    faint.setBackground(mix(c.muted, c.base, 0.10))
    made["event", "passing"] = faint
    return made
