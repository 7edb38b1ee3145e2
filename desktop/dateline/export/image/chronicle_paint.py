"""Blocks of a chronicle on a painter: the window's or a page's."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.export.image import shapes
from dateline.export.image.fonts import Fonts
from dateline.export.palette import Palette
from dateline.timeline.chronicle.blocks import Block, Kind
from dateline.timeline.chronicle.flow import Placed

_DIMMED = 0.38


class Ink(NamedTuple):
    """How blocks are painted: ``rule`` under headings, what stands out or steps back by event."""

    palette: Palette
    fonts: Fonts
    rule: str
    more: str
    selected: frozenset[int] = frozenset()
    hover: int | None = None
    focus: int | None = None
    dimmed: frozenset[int] = frozenset()


def paint_blocks(painter: QPainter, placed: Iterable[Placed], ink: Ink, width: float) -> None:
    """Paint blocks, each ``width`` wide at most, at their corners."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lines: dict[tuple[str, bool], list[tuple[float, float, str]]] = {}
    for each in placed:
        block, dim = each.block, each.block.event in ink.dimmed
        painter.translate(each.x, each.y)
        painter.setOpacity(_DIMMED if dim else 1.0)
        _PAINTED[block.kind](painter, block, ink, width)
        painter.translate(-each.x, -each.y)
        for line in block.lines:
            lines.setdefault((line.role, dim), []).append((each.x + line.x, each.y + line.y, line.text))
    for (role, dim), texts in lines.items():  # role by role: changing fonts costs time
        painter.setOpacity(_DIMMED if dim else 1.0)
        painter.setFont(ink.fonts.font(role))
        painter.setPen(QColor(ink.more if role == "more" else getattr(ink.palette, _COLORS.get(role, "muted"))))
        for x, y, words in texts:
            painter.drawText(QPointF(x, y), words)
    painter.setOpacity(1.0)


def _heading(painter: QPainter, block: Block, ink: Ink, width: float) -> None:
    box = block.box
    y = round(block.height - 1) + 0.5 if box is None else round(box.bottom + 1) + 0.5
    shapes.rule(painter, 0, width, y, QColor(ink.rule))


def _words(_painter: QPainter, _block: Block, _ink: Ink, _width: float) -> None:
    """Words alone."""


def _edge(painter: QPainter, block: Block, ink: Ink, width: float) -> None:
    shapes.cover(painter, QRectF(0, 0, width, block.height), QColor(ink.palette.raised))


def _entry(painter: QPainter, block: Block, ink: Ink, _width: float) -> None:
    palette = ink.palette
    if block.box is not None:
        chosen = block.event in ink.selected
        ground = QRectF(*block.box).adjusted(-6, -2, 4, 3)
        if chosen or block.event == ink.hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.selection if chosen else palette.hover))
            painter.drawRoundedRect(ground, 5, 5)
        if block.event == ink.focus:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 5, 5)
    if block.rail is not None:
        low, high, y = block.rail
        shapes.rule(painter, low, high, y, QColor(palette.border))
    if block.mark is not None:
        shapes.drawn(painter, block.mark, palette, vertical=False)
    if block.tag is not None:
        color = shapes.ink(palette, block.tag.certainty)
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(*block.tag.rect)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(ink.fonts.font("tag"))
        painter.setPen(color)
        painter.drawText(QPointF(block.tag.line.x, block.tag.line.y), block.tag.line.text)


_COLORS = {"title": "text", "lead": "text", "day": "text"}


_PAINTED = {Kind.HEADING: _heading, Kind.ENTRY: _entry, Kind.SILENCE: _words, Kind.NOTE: _words, Kind.EDGE: _edge}
