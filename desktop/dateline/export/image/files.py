"""Sheets into PNG, SVG and PDF, on one page or on several."""

import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgGenerator

from dateline import paths
from dateline.core.model import Bundle
from dateline.errors import ExportError
from dateline.export.image.chronicle import Leaf, leaves
from dateline.export.image.compose import Sheet, compose
from dateline.export.image.fonts import Fonts
from dateline.export.image.options import LEAST_TEXT, MM, ImageOptions
from dateline.export.palette import load
from dateline.timeline.scene import Mark, Rect, Scene
from dateline.timeline.text import ROLES

MOST_BYTES = 480_000_000
"""A picture that would take more memory than this is refused."""
_MOST_SIDE = 32_000  # Qt's raster painter counts pixels in 16 bits
_PAGE_MARGIN = 12 * MM
_MOST_PAGES = 60
_CUT = 0.96  # of a page is filled where no text is to be cut through
_SHRINK = (1.0, 1.2, 1.4, 1.7, 2.0)

_app: QGuiApplication | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a sheet on paper: the sheet's rectangle, where it lies on the page and how large (1 as it is)."""

    source: QRectF
    at: QPointF
    factor: float
    size: QSizeF
    number: int
    of: int
    down: bool
    sheet: Sheet

    @property
    def width(self) -> float:
        """Scene pixels across."""
        return self.size.width()

    @property
    def height(self) -> float:
        """Scene pixels down."""
        return self.size.height()

    @property
    def events(self) -> list[int]:
        """The events that have a mark on it."""
        return [mark.id for mark in _part(self.sheet, self.source).marks]

    def paint(self, painter: QPainter) -> None:
        """Paint the page with its upper left corner at the painter's origin."""
        sheet = self.sheet
        if not sheet.transparent:
            painter.fillRect(QRectF(QPointF(), self.size), QColor(sheet.palette.base))
        painter.save()
        painter.translate(self.at)
        painter.scale(self.factor, self.factor)
        painter.translate(-self.source.topLeft())
        if self.of > 1:
            painter.setClipRect(self.source)
            sheet = replace(sheet, scene=_part(sheet, self.source))
        sheet.paint(painter)
        painter.restore()
        if self.of > 1:
            _joins(painter, sheet, self)


def ready() -> None:
    """Have Qt's application, without a display where the program has none yet."""
    global _app  # Qt wants exactly one, alive to the end
    if QGuiApplication.instance() is None:
        platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
        from PySide6.QtWidgets import QApplication  # not only QtGui's, or no widget could be made later

        _app = QApplication(["dateline", *platform])


def write_image(bundle: Bundle, path: Path, options: ImageOptions) -> Sequence[Path]:
    """See `dateline.export.image.write`."""
    suffix = path.suffix.lower()
    options.check()
    if suffix not in (".png", ".svg", ".pdf"):
        raise ExportError(f"{path.name}: an image is written as .png, .svg or .pdf.")
    if suffix == ".svg" and options.paper and options.pages == "tile" and options.to_scale:
        raise ExportError("An SVG is one drawing; choose PDF or PNG for several pages, or pages 'fit'.")
    ready()
    pages = pages_of(bundle, options)
    try:
        if suffix == ".pdf":
            paths.replace_file(path, pdf(pages, options))
            return [path]
        if suffix == ".svg":
            paths.replace_file(path, svg(pages[0], options))
            return [path]
        names = [path] if len(pages) == 1 else [path.with_stem(f"{path.stem}-{page.number}") for page in pages]
        for name, page in zip(names, pages, strict=True):
            paths.replace_file(name, png(picture(page, options)))
    except OSError as error:
        raise ExportError(f"{path}: the image could not be written ({error.strerror or error}).") from error
    return names


def pages_of(bundle: Bundle, options: ImageOptions) -> Sequence[Leaf | Page]:
    """The picture's pages: a chronicle's, or those that a timeline to scale is laid on."""
    ready()
    return lay_out(bundle, options)[1] if options.to_scale else leaves(bundle, options)


def lay_out(bundle: Bundle, options: ImageOptions) -> tuple[Sheet, list[Page]]:
    """A timeline to scale: its sheet and the pages it goes on; without paper one page as large as the sheet."""
    ready()
    fonts, palette = Fonts(options.text_size, least=LEAST_TEXT if options.printed else 7.0), load(options.theme)
    width, height = options.size
    if options.page is None:
        sheet = compose(bundle, options, palette, fonts, width, height)
        whole = QSizeF(sheet.width, sheet.height)
        return sheet, [Page(QRectF(QPointF(), whole), QPointF(), 1.0, whole, 1, 1, options.vertical, sheet)]
    paper = QSizeF(*options.page)
    room = QSizeF(paper.width() - 2 * _PAGE_MARGIN, paper.height() - 2 * _PAGE_MARGIN)
    if options.pages == "tile":
        return _tiled(bundle, options, fonts, paper, room)
    most = max(options.text_size * min(size for size, _ in ROLES.values()) / LEAST_TEXT, 1.0)
    for shrink in (shrink for shrink in _SHRINK if shrink <= most):
        sheet = compose(bundle, options, palette, fonts, room.width() * shrink, room.height() * shrink)
        if not sheet.left_out:
            break
    corner = QPointF(_PAGE_MARGIN, _PAGE_MARGIN)
    source = QRectF(0, 0, sheet.width, sheet.height)
    return sheet, [Page(source, corner, room.width() / sheet.width, paper, 1, 1, options.vertical, sheet)]


def _tiled(
    bundle: Bundle, options: ImageOptions, fonts: Fonts, paper: QSizeF, room: QSizeF
) -> tuple[Sheet, list[Page]]:
    palette = load(options.theme)
    if options.vertical:
        sheet = _filled(
            compose(bundle, options, palette, fonts, room.width(), None, room.height() * _MOST_PAGES * 0.9),
            lambda height: compose(bundle, options, palette, fonts, room.width(), height),
            room.height(),
        )
        cuts = _cuts(sheet, sheet.height, room.height(), down=True)
    else:
        for count in (1, 2, 3, 4, 6, 8, 12, 16, 24):
            sheet = compose(bundle, options, palette, fonts, room.width() * count, room.height())
            if not sheet.left_out:
                break
        cuts = _cuts(sheet, sheet.width, room.width(), down=False)
    pages = []
    for number, (low, high) in enumerate(pairwise(cuts), 1):
        source = (
            QRectF(0, low, sheet.width, high - low) if options.vertical else QRectF(low, 0, high - low, sheet.height)
        )
        corner = QPointF(_PAGE_MARGIN, _PAGE_MARGIN)
        pages.append(Page(source, corner, 1.0, paper, number, len(cuts) - 1, options.vertical, sheet))
    return sheet, pages


def _filled(sheet: Sheet, compose_at: Callable[[float], Sheet], page: float) -> Sheet:
    """The sheet made as high as its pages, so that the last of them is no stub; as it is where that tells of less."""
    count = math.ceil(sheet.height / (page * _CUT))
    filled = compose_at(page if count == 1 else count * page * _CUT)
    return filled if filled.left_out <= sheet.left_out else sheet


def _cuts(sheet: Sheet, length: float, page: float, *, down: bool) -> list[float]:
    """Where to cut a sheet into pages: at most ``page`` apart, where as few texts as possible are cut through."""
    texts = sorted(_texts(sheet, down=down))
    cuts = [0.0]
    while length - cuts[-1] > page:
        end = cuts[-1] + page
        near = [(low, high) for low, high in texts if high > end - page * 0.35 and low < end]
        places = [end, *(low - 1 for low, _ in near if end - page * 0.35 < low - 1 < end)]
        best = min(places, key=lambda at: (sum(low < at < high for low, high in near), end - at))
        cuts.append(best)
    return [*cuts, length]


def _texts(sheet: Sheet, *, down: bool) -> Iterator[tuple[float, float]]:
    x, y = sheet.at
    boxes = [mark.box for mark in sheet.scene.marks if mark.box] + [c.rect for c in sheet.scene.clusters]
    for box in boxes:
        yield (y + box.y, y + box.bottom) if down else (x + box.x, x + box.right)
    for line in (*sheet.lines, *(line for _, line in sheet.legend)):
        top = line.y - sheet.fonts.ascent(line.role)
        width = sheet.fonts.width(line.text, line.role)
        yield (top, top + sheet.fonts.line(line.role)) if down else (line.x, line.x + width)


def _part(sheet: Sheet, source: QRectF) -> Scene:
    """The scene without what lies wholly outside a page; painting the rest for nothing would take long."""
    x, y = sheet.at
    low_x, high_x, low_y, high_y = source.left() - x, source.right() - x, source.top() - y, source.bottom() - y

    def near(*boxes: Rect | None) -> bool:
        margin = 20
        return any(
            box.x < high_x + margin
            and box.right > low_x - margin
            and box.y < high_y + margin
            and box.bottom > low_y - margin
            for box in boxes
            if box is not None
        )

    def reach(mark: Mark) -> Rect:
        xs, ys = [point[0] for point in mark.leader], [point[1] for point in mark.leader]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else mark.rect

    scene = sheet.scene
    return scene._replace(
        marks=tuple(mark for mark in scene.marks if near(mark.rect, mark.box, reach(mark))),
        clusters=tuple(cluster for cluster in scene.clusters if near(cluster.rect, cluster.box)),
        bins=tuple(each for each in scene.bins if near(each.rect)),
    )


def _joins(painter: QPainter, sheet: Sheet, page: Page) -> None:
    """Crop marks at the corners of the part, and which page comes before and after."""
    part = QRectF(page.at, page.source.size() * page.factor)
    painter.setPen(QPen(QColor(sheet.palette.muted), 0.8))
    for corner in (part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight()):
        right, low = corner.x() > page.size.width() / 2, corner == part.bottomLeft() or corner == part.bottomRight()
        dx, dy = (1 if right else -1), (1 if low else -1)
        painter.drawLine(QLineF(corner.x() + dx * 6, corner.y(), corner.x() + dx * 20, corner.y()))
        painter.drawLine(QLineF(corner.x(), corner.y() + dy * 6, corner.x(), corner.y() + dy * 20))
    painter.setFont(sheet.fonts.font("small"))
    painter.setPen(QColor(sheet.palette.muted))
    forward, back = ("↓", "↑") if page.down else ("→", "←")
    words = f"{page.number} of {page.of}"
    words = f"{back} {words}" if page.number > 1 else words
    words = f"{words} {forward}" if page.number < page.of else words
    width = sheet.fonts.width(words, "small")
    painter.drawText(QPointF((page.size.width() - width) / 2, page.size.height() - _PAGE_MARGIN / 2), words)


def picture(page: Leaf | Page, options: ImageOptions) -> QImage:
    """A page as a picture; raises ExportError where it would be too large."""
    factor = options.factor
    width, height = round(page.width * factor), round(page.height * factor)
    if width * height * 4 > MOST_BYTES or max(width, height) > _MOST_SIDE:
        size = width * height * 4 / 1e6
        raise ExportError(
            f"The picture would be {width:,} by {height:,} pixels and take {size:,.0f} MB. "
            "Choose a smaller size, scale or resolution, or write a PDF or SVG."
        )
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise ExportError("There is not enough memory for the picture. Choose a smaller size or scale.")
    dots = round(96 * factor / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return _painted(page, image, factor)


def _painted(page: Leaf | Page, image: QImage, factor: float) -> QImage:
    """An image with a page painted into it from its corner; what the page leaves bare is seen through."""
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.scale(factor, factor)
    page.paint(painter)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """A picture as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 60)  # type: ignore[call-overload] # the stubs know the format as bytes only
    return bytes(buffer.data().data())


def svg(page: Leaf | Page, options: ImageOptions) -> bytes:
    """A page as SVG; text stays text."""
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    size = QSizeF(page.width, page.height)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(QPointF(), size))
    generator.setTitle(options.title or "Timeline")
    generator.setDescription("A timeline made with Dateline")
    painter = QPainter(generator)
    page.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def pdf(pages: Sequence[Leaf | Page], options: ImageOptions) -> bytes:
    """The pages as PDF; text stays text, its fonts embedded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(options.title or "Timeline")
    writer.setCreator("Dateline")
    writer.setResolution(1200)
    writer.setPageSize(
        QPageSize(
            QSizeF(pages[0].width, pages[0].height) / 96 * 25.4,
            QPageSize.Unit.Millimeter,
            "",
            QPageSize.SizeMatchPolicy.ExactMatch,
        )
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for page in pages:
        if page.number > 1:
            writer.newPage()
        painter.save()
        painter.scale(1200 / 96, 1200 / 96)
        page.paint(painter)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def preview(page: Leaf | Page, width: int, height: int) -> QImage:
    """A page as a picture that fits into ``width`` by ``height`` pixels; one much higher than wide is as wide."""
    factor = min(width / page.width, 2.0, 4000 / page.height)
    if page.height < 2 * page.width:
        factor = min(factor, height / page.height)
    image = QImage(
        QSize(max(round(page.width * factor), 1), max(round(page.height * factor), 1)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    return _painted(page, image, factor)
