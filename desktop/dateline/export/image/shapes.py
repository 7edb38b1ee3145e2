"""How certainties look: a shape for each, so that they are told apart without colour."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from dateline.core.model import Certainty
from dateline.export.palette import Palette
from dateline.timeline.scene import Mark
from dateline.timeline.spans import CERTAINTIES

CHEVRON = 5.0
_FAINT = 0.5
_LONG, _PALE = 160.0, 120
_DASHES = 5000  # pixels of the line of dashes that is kept: few windows are wider


def cover(painter: QPainter, rect: QRect | QRectF, color: QColor) -> None:
    """Fill a rectangle, to whole pixels. The painter's own `fillRect` would first load all of Qt's gradients."""
    if color.alpha() < 255 and (engine := painter.paintEngine()).type() == engine.Type.Raster:
        drop = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        drop.fill(color)
        painter.drawImage(QRectF(rect).toRect(), drop)  # the same pixels in a tenth of the time
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    with _whole_pixels(painter):
        painter.drawRect(rect)


def rule(painter: QPainter, x: float, until: float, y: float, color: QColor) -> None:
    """A level line, on whole pixels: smoothed it looks the same and takes ten times as long."""
    painter.setPen(QPen(color, 1))
    with _whole_pixels(painter):
        painter.drawLine(QLineF(x, y, until, y))


@contextmanager
def _whole_pixels(painter: QPainter) -> Iterator[None]:
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    yield
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)


@lru_cache(256)
def ink(palette: Palette, certainty: int) -> QColor:
    """The colour of a certainty's code."""
    return QColor(palette.of(CERTAINTIES[certainty]))


def tint(color: QColor, alpha: int) -> QColor:
    """The colour, see-through."""
    lighter = QColor(color)
    lighter.setAlpha(alpha)
    return lighter


def dot(painter: QPainter, x: float, y: float, certainty: int, palette: Palette, *, vertical: bool) -> None:
    """A certainty's shape around a point, 10 pixels wide."""
    color = ink(palette, certainty)
    _DOTS[CERTAINTIES[certainty]](painter, QPointF(x, y), color, QColor(palette.base), vertical)


def drawn(painter: QPainter, mark: Mark, palette: Palette, *, vertical: bool) -> None:
    """A mark: its dot or bar with the chevrons, faint where it is only mentioned in passing."""
    around = painter.opacity()
    painter.setOpacity(around * (_FAINT if mark.passing else 1.0))
    if mark.dot:
        middle = QRectF(*mark.rect).center()
        dot(painter, middle.x(), middle.y(), mark.certainty, palette, vertical=vertical)
    else:
        bar(painter, mark, palette, vertical=vertical)
    chevrons(painter, mark, palette, vertical=vertical)
    painter.setOpacity(around)


def bar(painter: QPainter, mark: Mark, palette: Palette, *, vertical: bool) -> None:
    """A bar: the uncertain extent tinted with a dashed outline, the certain core solid, chevrons at open ends."""
    color = ink(palette, mark.certainty)
    rect = QRectF(*mark.rect)
    radius = min(3.0, rect.width() / 2, rect.height() / 2)
    _fill(painter, rect, radius, tint(color, 46))
    _outline(painter, rect, radius, color)
    if mark.core is not None:
        long = max(mark.core.width, mark.core.height) > _LONG  # pale, or spans would be the heaviest ink
        core = QRectF(*mark.core).adjusted(-0.9, -0.9, 0.9, 0.9)
        _fill(painter, core, radius, tint(color, _PALE) if long else color)
    length = rect.height() if vertical else rect.width()
    if CERTAINTIES[mark.certainty] is not Certainty.REPORTED and length > 16:
        middle = rect.center()
        x, y = (middle.x(), rect.top() + 6) if vertical else (rect.left() + 6, middle.y())
        dot(painter, x, y, mark.certainty, palette, vertical=vertical)


def _fill(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """A filled bar; a long one on whole pixels and without round corners, for those take fifty times as long."""
    if max(rect.width(), rect.height()) > 120:
        cover(painter, QRectF(rect.toRect()), color)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(rect, radius, radius)


def _outline(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """Dashes along the sides: as straight lines, for a dashed path takes Qt's raster painter twenty times as long."""
    pen = QPen(color, 1.2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.5, 2.0])
    painter.setPen(pen)
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    lines = [
        QLineF(left + radius, top, right - radius, top),
        QLineF(left + radius, bottom, right - radius, bottom),
        QLineF(left, top + radius, left, bottom - radius),
        QLineF(right, top + radius, right, bottom - radius),
    ]
    lines = [each for each in lines if each.length() > 0.5]
    long = max(rect.width(), rect.height())
    if _LONG < long < _DASHES and (engine := painter.paintEngine()).type() == engine.Type.Raster:
        _long_outline(painter, rect, color)
    elif long > _LONG:  # smoothed they look the same and take several times as long
        with _whole_pixels(painter):
            painter.drawLines(lines)
    else:
        painter.drawLines(lines)


def _long_outline(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """The long sides as pieces of one dashed line that is kept: a tenth of the time."""
    box = rect.toRect()
    level = box.width() > box.height()
    length = box.width() if level else box.height()
    dashes = _dashes(color.rgba(), level=level)
    piece = QRect(0, 0, length, 1) if level else QRect(0, 0, 1, length)
    painter.drawImage(box.topLeft(), dashes, piece)
    painter.drawImage(box.bottomLeft() if level else box.topRight(), dashes, piece)


@lru_cache(32)
def _dashes(color: int, *, level: bool) -> QImage:
    """A line of dashes, level or upright."""
    width, height = (_DASHES, 1) if level else (1, _DASHES)
    dash = color.to_bytes(4, sys.byteorder) * 3 + bytes(8)
    pixels = dash * (_DASHES // 5)
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def chevrons(painter: QPainter, mark: Mark, palette: Palette, *, vertical: bool) -> None:
    """Two chevrons beyond each open end."""
    if not (mark.open_begin or mark.open_end):
        return
    painter.setPen(QPen(ink(palette, mark.certainty), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rect = mark.rect
    lines: list[QLineF] = []
    for is_open, sign in ((mark.open_begin, -1), (mark.open_end, 1)):
        if not is_open:
            continue
        for step in (3.0, 7.0):
            if vertical:
                x = rect.x + rect.width / 2
                y = (rect.bottom if sign > 0 else rect.y) + sign * step
                tip, sides = QPointF(x, y + sign * CHEVRON * 0.7), ((x - 4, y), (x + 4, y))
            else:
                y = rect.y + rect.height / 2
                x = (rect.right if sign > 0 else rect.x) + sign * step
                tip, sides = QPointF(x + sign * CHEVRON * 0.7, y), ((x, y - 4), (x, y + 4))
            lines += (QLineF(QPointF(*sides[0]), tip), QLineF(tip, QPointF(*sides[1])))
    painter.drawLines(lines)


def _circle(painter: QPainter, at: QPointF, color: QColor, _: QColor, __: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(at, 4.6, 4.6)


def _diamond(painter: QPainter, at: QPointF, color: QColor, _: QColor, __: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    x, y, r = at.x(), at.y(), 5.6
    painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]))


def _triangle(painter: QPainter, at: QPointF, color: QColor, base: QColor, vertical: bool) -> None:
    painter.setPen(QPen(color, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(base)
    x, y, r = at.x(), at.y(), 4.4
    if vertical:
        points = [QPointF(x - r, y - r * 0.8), QPointF(x + r, y - r * 0.8), QPointF(x, y + r)]
    else:
        points = [QPointF(x - r * 0.8, y - r), QPointF(x - r * 0.8, y + r), QPointF(x + r, y)]
    painter.drawPolygon(QPolygonF(points))


def _ring(painter: QPainter, at: QPointF, color: QColor, base: QColor, _: bool) -> None:
    painter.setPen(QPen(color, 1.8))
    painter.setBrush(base)
    painter.drawEllipse(at, 3.9, 3.9)


def _square(painter: QPainter, at: QPointF, color: QColor, base: QColor, _: bool) -> None:
    painter.setPen(QPen(color, 1.6))
    painter.setBrush(base)
    painter.drawRect(QRectF(at.x() - 3.4, at.y() - 3.4, 6.8, 6.8))


def _cross(painter: QPainter, at: QPointF, color: QColor, base: QColor, _: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(base)
    painter.drawEllipse(at, 5, 5)
    painter.setPen(QPen(color, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(QBrush())
    x, y, r = at.x(), at.y(), 3.3
    painter.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r))
    painter.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r))


_DOTS: dict[Certainty, Callable[[QPainter, QPointF, QColor, QColor, bool], None]] = {
    Certainty.REPORTED: _circle,
    Certainty.CLAIMED: _diamond,
    Certainty.PLANNED: _triangle,
    Certainty.POSSIBLE: _ring,
    Certainty.UNLIKELY: _square,
    Certainty.DENIED: _cross,
}
