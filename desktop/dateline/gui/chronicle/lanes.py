"""Lanes beside the chronicle: a column of dots each at its right edge, named above; without room they share one."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dateline.export.image.fonts import Fonts
from dateline.export.image.shapes import cover, dot
from dateline.export.palette import Palette
from dateline.gui.language.i18n import number, tr
from dateline.timeline.chronicle.blocks import Kind
from dateline.timeline.chronicle.order import Order
from dateline.timeline.chronicle.roll import Sight
from dateline.timeline.lanes import folded
from dateline.timeline.spans import Ints

_COLUMN = 2.3  # text sizes
_SHARE = 0.4  # of the width, at most
_HEAD = 7.0  # text sizes
_FEWEST = 2
_LEAVES = 3.0  # times its own height


class Lanes:
    """Each row's lane: of ``codes`` by row and ``names`` by code the largest are shown, where there is room."""

    def __init__(self, codes: Ints | None = None, names: Sequence[str] = ()) -> None:
        self._every = np.zeros(0, np.int64) if codes is None else codes, tuple(names)
        self._most = -1
        self._codes, self.names = self._every
        self.counts: list[int] = []
        self.column = 0.0

    def room(self, width: float, size: float) -> float:
        """The width that the columns take of a view ``width`` wide with text of this size."""
        if not self._every[1]:
            return 0.0
        self.column = round(size * _COLUMN)
        most = max(int(width * _SHARE / self.column), _FEWEST)
        if most != self._most:
            self._most = most
            self._codes, names = folded(*self._every, most, tr("Others"))
            self.names = tuple(name or tr("None") for name in names)
            self.counts = np.bincount(self._codes, minlength=len(names)).tolist()
        return self.column * len(self.names)

    def of(self, row: int) -> str:
        """The name of a row's lane; "" without lanes."""
        return self.names[int(self._codes[row])] if self.names else ""

    def middles(self, width: float) -> list[float]:
        """Where the columns stand in a view ``width`` wide."""
        first = width - self.column * len(self.names)
        return [first + self.column * (lane + 0.5) for lane in range(len(self.names))]

    def at(self, x: float, width: float) -> int:
        """The lane at a place across, -1 for none."""
        first = width - self.column * len(self.names)
        return int((x - first) // self.column) if self.names and x >= first else -1

    def told(self, lane: int) -> str:
        """A lane with how many events it has: "Orla Vane: 12"."""
        return f"{self.names[lane]}: {number(self.counts[lane])}"

    def paint(self, painter: QPainter, sight: Sight, order: Order, colors: Palette) -> None:
        """The columns as fine lines, and on them a dot for each line in sight."""
        middles = self.middles(sight.width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(QColor(colors.grid), 1))
        painter.drawLines([QLineF(x, 0, x, sight.height) for x in map(round, middles)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in sight.placed:
            block = placed.block
            if block.kind is Kind.ENTRY and block.box is not None:
                row = int(order.rows[block.place])
                y = placed.y + block.box.y + min(block.box.height / 2, self.column * 0.32)
                lane, certainty = int(self._codes[row]), int(order.spans.certainty[row])
                dot(painter, round(middles[lane]), y, certainty, colors, vertical=False)


class LaneHead(QWidget):
    """The names above the columns, aslant so that they have room, each with its number."""

    def __init__(self, lanes: Callable[[], Lanes], colors: Palette) -> None:
        super().__init__()
        self._lanes, self._colors, self._fonts = lanes, colors, Fonts()
        self._by, self._around = "", 0
        self.setObjectName("lanes")
        self.hide()

    def dress(self, colors: Palette, pixels: float) -> None:
        """Paint in these colours and this size of text."""
        self._colors = colors
        self._fonts = Fonts(pixels) if pixels != self._fonts.size else self._fonts
        self.setFixedHeight(round(pixels * _HEAD))
        self.update()

    def go_by(self, by: str) -> None:
        """What the lanes go by; nothing where there are none."""
        self._by = by
        self.fit(self._around)
        self.update()

    def fit(self, height: int) -> None:
        """Show the names where so much height leaves most of it to the chronicle; else tips say them."""
        self._around = height
        self.setVisible(bool(self._by) and self.maximumHeight() * _LEAVES < height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, fonts, lanes, bottom = self._colors, self._fonts, self._lanes(), float(self.height())
        cover(painter, self.rect(), QColor(colors.raised))
        lanes.room(float(self.width()), fonts.size)
        said = [lanes.told(lane) for lane in range(len(lanes.names))]
        self.setAccessibleName(f"{tr('Lanes')}: {'; '.join(said)}")
        painter.setPen(QColor(colors.muted))
        painter.setFont(fonts.font("outer"))
        painter.drawText(QPointF(14.0, bottom - fonts.line("outer") / 2), self._by.upper())
        painter.setFont(fonts.font("small"))
        painter.setPen(QColor(colors.text))
        length = (bottom - fonts.line("small")) * 1.35
        for x, lane in zip(lanes.middles(float(self.width())), range(len(said)), strict=True):
            count = f"  {number(lanes.counts[lane])}"
            words = fonts.cut(lanes.names[lane], "small", length - fonts.width(count, "small")) + count
            painter.save()
            painter.translate(x + fonts.ascent("small") * 0.3, bottom - 5)
            painter.rotate(45)
            painter.drawText(QPointF(-fonts.width(words, "small"), 0), words)
            painter.restore()
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.drawLine(QLineF(0, bottom - 0.5, self.width(), bottom - 0.5))
        painter.end()
