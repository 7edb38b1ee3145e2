"""One SVG an icon, drawn in the colour of its role at any size and pixel ratio."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from dateline import paths


def icon(name: str, color: str | None = None) -> QIcon:
    """The icon ``resources/icons/NAME.svg``, in ``color`` or else in the text colour of the theme of the moment."""
    return QIcon(_Engine(name, color))


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(_folder() / "dateline.svg"))


class _Engine(QIconEngine):
    """Draws an SVG in a role's colour when asked, so that a change of theme needs no new icons."""

    def __init__(self, name: str, color: str | None) -> None:
        super().__init__()
        self._name, self._color = name, color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.drawImage(QRectF(rect), self._image(rect.size() * painter.device().devicePixelRatioF(), mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return QPixmap.fromImage(self._image(size, mode))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = self.pixmap(size * scale, mode, state)  # the size is that on the screen, in points
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color)

    def _image(self, size: QSize, mode: QIcon.Mode) -> QImage:
        return _draw(self._name, size.width(), size.height(), self._hex(mode))

    def _hex(self, mode: QIcon.Mode) -> str:
        if self._color is not None and mode != QIcon.Mode.Disabled:
            return self._color
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if mode == QIcon.Mode.Selected else QPalette.ColorRole.ButtonText
        return QApplication.palette().color(group, role).name(QColor.NameFormat.HexRgb)


@lru_cache(maxsize=512)
def _draw(name: str, width: int, height: int, color: str) -> QImage:
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", color.encode())))
    painter = QPainter(image)
    renderer.render(painter, QRectF(QRect(QPoint((width - side) // 2, (height - side) // 2), QSize(side, side))))
    painter.end()
    return image


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return (_folder() / f"{name}.svg").read_bytes()


def _folder() -> Path:
    return paths.resources() / "icons"
