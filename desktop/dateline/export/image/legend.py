"""What the shapes in a picture mean: the legend, of what occurs in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from dateline.core.model import Certainty
from dateline.export.image import shapes
from dateline.export.image.events import certainty_words
from dateline.export.image.fonts import Fonts
from dateline.export.image.options import ImageOptions
from dateline.export.palette import Palette
from dateline.timeline.scene import Bin, Line, Mark, Rect
from dateline.timeline.spans import CERTAINTIES, CERTAINTY_CODE, OPEN_BEGIN, OPEN_END, Spans

Item = tuple[Mark, str]


class Gaps(NamedTuple):
    """How far an item's words begin behind its left, and what is between items and between rows."""

    words: float
    items: float
    rows: float


def legend_items(
    spans: Spans, marks: Sequence[Mark], options: ImageOptions, bins: Sequence[Bin] = ()
) -> Iterator[Item]:
    """The shapes that occur, each with its meaning. Rectangles are relative to the item's left and middle."""
    rows = np.array([mark.row for mark in marks], dtype=np.int64)
    for code in np.unique(spans.certainty[rows]).tolist():
        yield _sample(Rect(10, -5, 10, 10), code, dot=True), certainty_words(CERTAINTIES[code], options)
    wide, reported = Rect(0, -4, 30, 8), CERTAINTY_CODE[Certainty.REPORTED]
    bars = spans.take(rows[~np.array([mark.dot for mark in marks], dtype=bool)])
    core = np.maximum(bars.latest_start, bars.at) < np.minimum(bars.earliest_end, bars.end)
    if (~core).any():
        yield _sample(wide, reported), options.say("at some time within")
    if core.any():
        yield _sample(wide, reported)._replace(core=Rect(8, -4, 14, 8)), options.say("certainly during")
    chosen = spans.take(rows)
    if ((chosen.earliest == OPEN_BEGIN) | (chosen.latest == OPEN_END)).any():
        yield _sample(Rect(0, -4, 18, 8), reported)._replace(open_end=True), options.say("open end")
    if any(mark.passing for mark in marks):
        passing = _sample(Rect(10, -5, 10, 10), reported, dot=True)._replace(passing=True)
        yield passing, options.say("mentioned in passing")
    if bins:
        words = options.say("events that begin in the time covered (the longest bar: {n})")
        yield _sample(Rect(0, -4, 0, 8), -1), words.format(n=options.count(max(each.count for each in bins)))


def _sample(rect: Rect, certainty: int, *, dot: bool = False) -> Mark:
    return Mark(row=0, id=0, lane=0, dot=dot, rect=rect, certainty=certainty)


def legend_rows(
    items: Sequence[Item], fonts: Fonts, left: float, right: float, y: float, gaps: Gaps
) -> tuple[list[tuple[Mark, Line]], float]:
    """The items in as many rows as they need, from ``y`` on, each with its words; and where the last row ends."""
    placed: list[tuple[Mark, Line]] = []
    x, high = left, fonts.line("small")
    for mark, words in items:
        wide = gaps.words + fonts.width(words, "small") + gaps.items
        if x > left and x + wide > right:
            x, y = left, y + high + gaps.rows
        middle = y + high / 2
        moved = mark._replace(rect=mark.rect._replace(x=x + mark.rect.x, y=middle + mark.rect.y))
        if mark.core is not None:
            moved = moved._replace(core=mark.core._replace(x=x + mark.core.x, y=middle + mark.core.y))
        placed.append((moved, Line(words, x + gaps.words, y + fonts.ascent("small"), "small")))
        x += wide
    return placed, y + high


def legend_mark(painter: QPainter, mark: Mark, palette: Palette) -> None:
    """Paint an item's shape."""
    if mark.certainty < 0:
        painter.fillRect(QRectF(*mark.rect).adjusted(0, 0, 30, 0), QColor(palette.density))
    else:
        shapes.drawn(painter, mark, palette, vertical=False)
