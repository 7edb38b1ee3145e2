"""A scene on a painter: the window's, an image's or a page's alike."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from dateline.export.image import shapes
from dateline.export.image.fonts import Fonts
from dateline.export.palette import Palette
from dateline.timeline.axis import Tick
from dateline.timeline.scene import Band, Cluster, Level, Line, Mark, Rect, Scene


class Highlights(NamedTuple):
    """What stands out: selected events, the one under the pointer, and the item with the keyboard focus."""

    selected: frozenset[int] = frozenset()
    hover: int | None = None
    focus: Mark | Cluster | None = None


NOTHING = Highlights()


class Writing(Protocol):
    """Another way to write the labels of marks than as text: with the ``ground`` behind them."""

    def write(
        self, painter: QPainter, lines: tuple[Line, ...], box: Rect, colors: dict[str, QColor], ground: QColor
    ) -> None:
        """Write a label's lines within its box."""


def paint(
    painter: QPainter,
    scene: Scene,
    palette: Palette,
    fonts: Fonts,
    highlights: Highlights = NOTHING,
    *,
    transparent: bool = False,
    writing: Writing | None = None,
) -> None:
    """Paint the scene with its upper left corner at the painter's origin. Nothing is painted outside its size."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not transparent:
        shapes.cover(painter, QRectF(0, 0, scene.width, scene.height), QColor(palette.base))
    _lanes(painter, scene, palette, transparent=transparent)
    _grid(painter, scene, palette)
    _today_line(painter, scene, palette)
    _bins(painter, scene, palette)
    _marks(painter, scene, palette, fonts, highlights, transparent=transparent, writing=writing)
    _clusters(painter, scene, palette, fonts, highlights)
    _headers(painter, scene, palette, fonts, transparent=transparent)
    _axis(painter, scene, palette, fonts, transparent=transparent)


def text(painter: QPainter, lines: Iterable[Line], colors: dict[str, QColor], fonts: Fonts) -> None:
    """Lines of text, a colour for each role; drawn role by role because changing fonts costs time."""
    for role, group in groupby(sorted(lines, key=lambda line: line.role), key=lambda line: line.role):
        painter.setFont(fonts.font(role))
        painter.setPen(colors[role])
        for line in group:
            painter.drawText(QPointF(line.x, line.y), line.text)


def _lanes(painter: QPainter, scene: Scene, palette: Palette, *, transparent: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for band in scene.bands:
        rect = _within(band.rect, scene)
        if band.index % 2 and not transparent:
            shapes.cover(painter, rect, QColor(palette.lane))
    painter.setPen(QPen(QColor(palette.border), 1))
    for band in scene.bands[1:]:
        rect = _within(band.rect, scene)
        painter.drawLine(rect.topLeft(), rect.bottomLeft() if scene.vertical else rect.topRight())


def _within(rect: Rect, scene: Scene) -> QRectF:
    return QRectF(*rect) & QRectF(*scene.body)


def _grid(painter: QPainter, scene: Scene, palette: Palette) -> None:
    """Fine and coarse lines; beside labels they end, so that no line runs through text."""
    whole = painter.deviceTransform().m11().is_integer()  # they fill whole pixels: smoothing would only cost time
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not whole)
    stretches = [_gutter(band, scene) for band in scene.bands]
    for ticks, color in ((scene.axis.minor, palette.grid), (scene.axis.major, palette.border)):
        painter.setPen(QPen(QColor(color), 1))
        painter.drawLines(
            [
                _across(tick.at, low, high, vertical=scene.vertical)
                for tick in ticks
                if tick.begins
                for low, high in stretches
            ]
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for low, high in scene.axis.breaks:
        for start, end in stretches:
            _break(painter, scene, palette.border, (low + high) / 2, start, end)


def _gutter(band: Band, scene: Scene) -> tuple[float, float]:
    rect = _within(band.rect, scene)
    if not scene.vertical:
        return rect.top(), rect.bottom()
    return rect.left(), min(rect.right(), band.rect.x + band.gutter) if band.gutter else rect.right()


def _across(at: float, low: float, high: float, *, vertical: bool) -> QLineF:
    at = round(at) + 0.5
    return QLineF(low, at, high, at) if vertical else QLineF(at, low, at, high)


def _break(painter: QPainter, scene: Scene, color: str, at: float, low: float, high: float) -> None:
    """A zigzag from ``low`` to ``high`` across the axis: time is pressed together here."""
    painter.setPen(QPen(QColor(color), 1.2))
    swing, step = 3.0, 7.0
    for shift in (-4.0, 4.0):
        points = []
        for index in range(int((high - low) / step) + 1):
            along, off = low + index * step, at + shift + (swing if index % 2 else -swing)
            points.append(QPointF(along, off) if scene.vertical else QPointF(off, along))
        painter.drawPolyline(QPolygonF(points))


def _today_line(painter: QPainter, scene: Scene, palette: Palette) -> None:
    """Where today is, as the grid: beside labels it ends."""
    if scene.today is not None:
        painter.setPen(QPen(QColor(palette.today), 1.2, Qt.PenStyle.DashLine))
        stretches = [_gutter(band, scene) for band in scene.bands]
        painter.drawLines([_across(scene.today, low, high, vertical=scene.vertical) for low, high in stretches])


def _bins(painter: QPainter, scene: Scene, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.density))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawRects([QRectF(*each.rect) for each in scene.bins])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _marks(
    painter: QPainter,
    scene: Scene,
    palette: Palette,
    fonts: Fonts,
    highlights: Highlights,
    *,
    transparent: bool,
    writing: Writing | None,
) -> None:
    for mark in scene.marks:
        if mark.id in highlights.selected or mark.id == highlights.hover:
            _halo(painter, mark, palette.selection if mark.id in highlights.selected else palette.hover)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    quiet, loud = QPen(QColor(palette.border), 1.0), QPen(QColor(palette.accent), 1.4)
    for mark in scene.marks:
        if mark.leader:
            painter.setPen(loud if mark.id in highlights.selected else quiet)
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in mark.leader]))
    for mark in scene.marks:
        shapes.drawn(painter, mark, palette, vertical=scene.vertical)
        if mark.id in highlights.selected:
            _ring(painter, mark.rect, palette.accent, 2.0)
    plain = {band.index: QColor(palette.lane if band.index % 2 else palette.base) for band in scene.bands}
    standing_out = {highlights.hover, *highlights.selected}  # on their grounds muted words could not be read
    for passing, title in ((False, palette.text), (True, palette.muted)):
        colors = {"title": QColor(title), "words": QColor(palette.muted)}
        marks = [mark for mark in scene.marks if (mark.passing and mark.id not in standing_out) is passing]
        quiet_ones = [mark for mark in marks if mark.box is not None and mark.id not in standing_out]
        if writing is not None:
            for mark in quiet_ones:
                writing.write(painter, mark.label, mark.box or mark.rect, colors, plain[mark.lane])
            marks = [mark for mark in marks if mark.id in standing_out]
        elif not scene.vertical and not transparent:  # the grid would run through the labels
            for mark in quiet_ones:
                painter.fillRect(QRectF(*(mark.box or mark.rect)), plain[mark.lane])
        text(painter, (line for mark in marks for line in mark.label), colors, fonts)
    if isinstance(highlights.focus, Mark):
        box = highlights.focus.box
        _ring(painter, box if box is not None and box.width else highlights.focus.rect, palette.accent, 3.0)


def _halo(painter: QPainter, mark: Mark, color: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    if mark.box is not None and mark.box.width:
        painter.drawRoundedRect(QRectF(*mark.box).adjusted(-5, -2, 5, 2), 5, 5)


def _ring(painter: QPainter, rect: Rect, color: str, gap: float) -> None:
    painter.setPen(QPen(QColor(color), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(*rect).adjusted(-gap, -gap, gap, gap), 5, 5)


def _clusters(painter: QPainter, scene: Scene, palette: Palette, fonts: Fonts, highlights: Highlights) -> None:
    seen = QRectF(0, 0, scene.width, scene.height)
    for cluster in scene.clusters:
        rect = QRectF(*cluster.rect)
        if not rect.intersects(seen) or rect.width() > scene.width / 2:
            continue  # a lane scrolled out of sight: its count is in the scene only
        chosen = bool(highlights.selected.intersection(cluster.ids))
        if cluster.leader:
            painter.setPen(QPen(QColor(palette.border), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in cluster.leader]))
        _bracket(painter, cluster, scene, palette)
        painter.setPen(QPen(QColor(palette.accent if chosen else palette.density), 2 if chosen else 1))
        painter.setBrush(QColor(palette.selection))
        radius = rect.height() / 2
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QColor(palette.text))
        painter.setFont(fonts.font("count"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cluster.text)
        text(painter, cluster.label, {"words": QColor(palette.muted)}, fonts)
        if highlights.focus is cluster:
            _ring(painter, cluster.rect, palette.accent, 3.0)


def _bracket(painter: QPainter, cluster: Cluster, scene: Scene, palette: Palette) -> None:
    """The stretch that a counted group covers, on the track of its marks."""
    if cluster.extent is None or not scene.vertical:
        return
    low, high = cluster.extent
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.density))
    size = max(high - low, 0.0) + 8
    painter.drawRoundedRect(QRectF(cluster.track, (low + high) / 2 - size / 2, 10, size), 5, 5)


def _headers(painter: QPainter, scene: Scene, palette: Palette, fonts: Fonts, *, transparent: bool) -> None:
    shut = [c for c in scene.clusters if any(b.collapsed and b.index == c.lane for b in scene.bands)]
    for band in scene.bands:
        if band.header is None:
            continue
        rect = QRectF(*band.header)
        if not transparent:
            shapes.cover(painter, rect, QColor(palette.raised))
        painter.setPen(QPen(QColor(palette.border), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if scene.vertical:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        _header(painter, scene, band, rect, palette, fonts)
    for cluster in shut:
        if not scene.vertical:
            painter.setPen(QColor(palette.text))
            painter.setFont(fonts.font("count"))
            painter.drawText(QRectF(*cluster.rect), Qt.AlignmentFlag.AlignCenter, cluster.text)


def _header(painter: QPainter, scene: Scene, band: Band, rect: QRectF, palette: Palette, fonts: Fonts) -> None:
    _fold(painter, rect.left() + 12, rect.center().y(), palette, shut=band.collapsed)
    if band.collapsed and scene.vertical:
        return
    x, y = rect.left() + 22, rect.center().y() + fonts.ascent("header") / 2 - 2
    painter.setPen(QColor(palette.text))
    painter.setFont(fonts.font("header"))
    painter.drawText(QPointF(x, y), band.name)
    x += fonts.width(band.name, "header") + 8
    count = f"{band.count:,}"
    if band.level is Level.HISTOGRAM and band.caption:
        longer = f"{count} · {band.caption}"
        if x + fonts.width(longer, "small") < rect.right() - 8:
            count = longer
    painter.setPen(QColor(palette.muted))
    painter.setFont(fonts.font("small"))
    if not (band.collapsed and not scene.vertical):
        painter.drawText(QPointF(x, y), count)


def _fold(painter: QPainter, x: float, y: float, palette: Palette, *, shut: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.muted))
    points = ((-2, -4), (3, 0), (-2, 4)) if shut else ((-4, -2), (4, -2), (0, 3))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))


def _axis(painter: QPainter, scene: Scene, palette: Palette, fonts: Fonts, *, transparent: bool) -> None:
    rect = QRectF(*scene.axis_rect)
    if not transparent:
        shapes.cover(painter, rect, QColor(palette.raised))
    painter.setPen(QPen(QColor(palette.border), 1))
    if scene.vertical:
        painter.drawLine(rect.topRight(), rect.bottomRight())
    else:
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    split = fonts.line("major") + 6
    _tick_lines(painter, scene, split)
    for row, role, color in ((scene.axis.major, "major", palette.text), (scene.axis.minor, "minor", palette.muted)):
        painter.setFont(fonts.font(role))
        whole = [tick for tick in row if tick.begins and tick.until < scene.scale.high]
        short = any(fonts.width(tick.label, role) + 10 > tick.until - tick.at for tick in whole)
        for tick in row:
            words = tick._replace(label=tick.short) if short and len(scene.scale.pieces) == 1 else tick
            painter.setPen(QColor(color))
            _tick(painter, scene, words, role, split, fonts)
    for publication in scene.publications:
        _publication(painter, scene, publication.at, palette)
    if scene.today is not None:
        _today(painter, scene, palette, fonts)
    for low, high in scene.axis.breaks:
        _break(painter, scene, palette.scroll, (low + high) / 2, 0, rect.width() if scene.vertical else rect.height())


def _tick_lines(painter: QPainter, scene: Scene, split: float) -> None:
    """The lines of both rows at once, those of the fine one from ``split`` on."""
    whole = painter.deviceTransform().m11().is_integer()  # they fill whole pixels: smoothing would only cost time
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not whole)
    reach = scene.axis_rect.width if scene.vertical else scene.axis_rect.height
    painter.drawLines(
        [
            _across(tick.at, low, reach, vertical=scene.vertical)
            for low, row in ((0.0, scene.axis.major), (split, scene.axis.minor))
            for tick in row
            if tick.begins
        ]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _tick(painter: QPainter, scene: Scene, tick: Tick, role: str, split: float, fonts: Fonts) -> None:
    length = tick.until - tick.at
    words = next((words for words in (tick.label, tick.short) if fonts.width(words, role) + 10 <= length), "")
    if not scene.vertical:
        y = fonts.ascent(role) + (3 if role == "major" else split + 2)
        painter.drawText(QPointF(tick.at + 5, y), words)
    elif role == "minor":
        if fonts.line(role) <= length:
            painter.drawText(QPointF(split + 7, tick.at + fonts.ascent(role) + 2), tick.label)
    elif words:
        painter.save()
        painter.translate(fonts.ascent(role) + 2, tick.at + fonts.width(words, role) + 6)
        painter.rotate(-90)
        painter.drawText(QPointF(0, 0), words)
        painter.restore()


def _publication(painter: QPainter, scene: Scene, at: float, palette: Palette) -> None:
    """A small flag at the axis's inner edge."""
    rect = scene.axis_rect
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.publication))
    if scene.vertical:
        points = ((rect.right - 9, at), (rect.right, at - 4.5), (rect.right, at + 4.5))
    else:
        points = ((at, rect.bottom - 9), (at - 4.5, rect.bottom), (at + 4.5, rect.bottom))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))


def _today(painter: QPainter, scene: Scene, palette: Palette, fonts: Fonts) -> None:
    """A plate with the word on the axis."""
    words, rect, at = scene.today_label, scene.axis_rect, scene.today or 0.0
    width, height = fonts.width(words, "minor") + 10, fonts.line("minor") + 2
    if scene.vertical:
        plate = QRectF(rect.right - width - 1, min(max(at - height / 2, 0), scene.height - height), width, height)
    else:
        x = min(max(at - width / 2, 0), scene.width - width)
        plate = QRectF(x, rect.bottom - height - 1, width, height)
    path = QPainterPath()
    path.addRoundedRect(plate, 4, 4)
    painter.fillPath(path, QColor(palette.today))
    painter.setPen(QColor(palette.base))
    painter.setFont(fonts.font("minor"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
