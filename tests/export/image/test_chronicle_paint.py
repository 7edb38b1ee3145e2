"""How blocks are painted."""

from PySide6.QtGui import QColor, QImage, QPainter
from tests.timeline.chronicle.made import choice_of, days, told

from dateline.export.image.chronicle_paint import Ink, paint_blocks
from dateline.export.image.files import ready
from dateline.export.image.fonts import Fonts
from dateline.export.palette import load
from dateline.timeline.chronicle.blocks import blocks_of, screen
from dateline.timeline.chronicle.flow import Placed


def test_what_is_placed_is_painted_within_its_width() -> None:
    ready()
    fonts, palette = Fonts(12.0), load("light")
    placed, y = [], 10.0
    for block in blocks_of(choice_of(days(0, 3)), 0, told, screen(300, fonts)):
        placed.append(Placed(20.0, y, block))
        y += block.height
    image = QImage(400, round(y) + 20, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.base))
    painter = QPainter(image)
    paint_blocks(painter, placed, Ink(palette, fonts, palette.border, palette.text), 300.0)
    painter.end()
    base = QColor(palette.base).rgb()
    inked = [(x, line) for x in range(400) for line in range(image.height()) if image.pixel(x, line) != base]
    assert len(inked) > 200
    assert min(x for x, _ in inked) >= 10
    assert max(x for x, _ in inked) <= 330
    assert max(line for _, line in inked) <= y + 2
