"""The shapes of events."""

import pytest
from PySide6.QtGui import QImage, QPainter

from dateline.export.image import shapes
from dateline.export.image.files import ready
from dateline.export.palette import load
from dateline.timeline.scene import Mark, Rect


@pytest.fixture(autouse=True)
def _qt() -> None:
    ready()


def test_painting_a_mark_leaves_what_is_dimmed_dimmed() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setOpacity(0.4)
    mark = Mark(row=0, id=1, lane=0, dot=True, rect=Rect(5, 5, 10, 10), certainty=0)
    shapes.drawn(painter, mark, load("light"), vertical=False)
    assert painter.opacity() == pytest.approx(0.4)
    painter.end()
