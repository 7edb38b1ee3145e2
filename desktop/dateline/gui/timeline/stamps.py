"""Pictures of labels: while one moves along the axis they are moved, not written anew."""

from math import ceil, floor

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from dateline.export.image.fonts import Fonts
from dateline.export.image.paint import Writing, text
from dateline.gui.widgets.pictures import Pictures
from dateline.timeline.scene import Line, Rect

_KEPT = 400


class Stamps(Writing):
    """Writes labels as pictures with their ground, as many kept as were in sight of late."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._images = Pictures(_KEPT)

    def write(
        self, painter: QPainter, lines: tuple[Line, ...], box: Rect, colors: dict[str, QColor], ground: QColor
    ) -> None:
        """Write a label within its box, on whole pixels."""
        ratio = painter.deviceTransform().m11()
        x, y = floor(box.x * ratio) / ratio, floor(box.y * ratio) / ratio
        said = tuple((line.text, round(line.x - box.x), round(line.y - box.y), line.role) for line in lines)
        key = (said, ratio, ground.rgba(), *((role, color.rgba()) for role, color in colors.items()))

        def written() -> QImage:
            image = QImage(ceil(box.width * ratio) + 2, ceil(box.height * ratio), QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            image.fill(ground)
            inner = QPainter(image)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            text(inner, (Line(words, dx, dy, role) for words, dx, dy, role in said), colors, self.fonts)
            inner.end()
            return image

        painter.drawImage(QPointF(x, y), self._images.get(key, written))

    def done(self) -> None:
        """All is written: drop what has long been out of sight."""
        self._images.done()
