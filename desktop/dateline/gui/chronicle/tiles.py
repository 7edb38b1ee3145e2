"""Pictures of a chronicle's lines: rolling on paints the lines that come into sight and only moves the others."""

from collections.abc import Iterable
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from dateline.export.image.chronicle_paint import Ink, paint_blocks
from dateline.export.image.fonts import Fonts
from dateline.export.image.shapes import cover
from dateline.gui.widgets.pictures import Pictures
from dateline.timeline.chronicle.blocks import Block, Kind
from dateline.timeline.chronicle.flow import Placed
from dateline.timeline.scene import Line

_KEPT = 200


class Tiles:
    """Opaque pictures of lines by all that they show, as many as were in sight of late."""

    def __init__(self) -> None:
        self._images = Pictures(_KEPT)
        self._look: object = None

    def paint(self, painter: QPainter, placed: Iterable[Placed], ink: Ink, width: float, ground: str) -> None:
        """Paint blocks that follow one another down the window, on a ground; what stands out is painted anew."""
        ratio = painter.deviceTransform().m11()
        look = (ink.palette, ink.fonts.family, ink.fonts.size, width, ratio)
        if look != self._look:
            self._look = look
            self._images.clear()
        loud: list[Placed] = []
        over: tuple[Line, ...] = ()
        for each in placed:
            block = each.block
            if over:
                block = block._replace(lines=(*block.lines, *over))
            over = _beyond(block, ink.fonts) if over or block.begins else ()
            y = round(each.y * ratio) / ratio
            if _stands_out(block, ink):
                loud.append(Placed(0.0, y, block))
                continue
            key = (block.kind, block.height, block[3:], block.event in ink.dimmed, ground)  # but not its number
            image = self._images.get(key, partial(_painted, block, ink, width, ground, ratio))
            painter.drawImage(QPointF(0.0, y), image)
        self._images.done()
        for each in loud:
            cover(painter, QRectF(0, each.y, width, each.block.height), QColor(ground))
        if loud:
            paint_blocks(painter, loud, ink, width)


def _stands_out(block: Block, ink: Ink) -> bool:
    event = block.event
    return block.kind is Kind.ENTRY and (event in ink.selected or event == ink.hover or event == ink.focus)


def _beyond(block: Block, fonts: Fonts) -> tuple[Line, ...]:
    """The lines of a heading that reach into the block below, as they stand in that."""
    return tuple(
        line._replace(y=line.y - block.height)
        for line in block.lines
        if line.y + fonts.line(line.role) - fonts.ascent(line.role) > block.height
    )


def _painted(block: Block, ink: Ink, width: float, ground: str, ratio: float) -> QImage:
    image = QImage(ceil(width * ratio), ceil(block.height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint_blocks(painter, [Placed(0.0, 0.0, block)], ink, width)
    painter.end()
    return image
