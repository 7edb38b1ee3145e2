"""How a scene is painted."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from tests.timeline.made import captions

from dateline.core.moment import DAY, moment
from dateline.export.image.files import ready
from dateline.export.image.fonts import Fonts
from dateline.export.image.paint import Highlights, paint
from dateline.export.palette import load
from dateline.timeline.layout import build
from dateline.timeline.scale import fit
from dateline.timeline.scene import Scene
from dateline.timeline.spans import Spans
from dateline.timeline.view import View

BASE = QColor(load("light").base).rgb()


@pytest.fixture
def scene() -> Scene:
    """Five events of a day each."""
    ready()
    at = moment(2025, 3, 1) + np.arange(5) * 3 * DAY
    spans = Spans.make(np.arange(1, 6), at, at + DAY, at, at + DAY)
    begin, until = fit(spans)
    return build(spans, View(begin=begin, until=until, width=500, height=400, captions=captions))


def painted(scene: Scene, *highlights: Highlights) -> QImage:
    image = QImage(500, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(load("light").base))
    painter = QPainter(image)
    paint(painter, scene, load("light"), Fonts(12.0), *highlights)
    painter.end()
    return image


def test_every_mark_and_label_leaves_ink(scene: Scene) -> None:
    image = painted(scene)
    for mark in scene.marks:
        assert mark.box is not None
        for rect in (mark.rect, mark.box):
            columns = range(max(int(rect.x), 0), min(int(rect.right) + 1, 500))
            rows = range(max(int(rect.y), 0), min(int(rect.bottom) + 1, 400))
            assert any(image.pixel(x, y) != BASE for x in columns for y in rows)


def test_what_is_selected_or_pointed_at_looks_different(scene: Scene) -> None:
    plain = painted(scene)
    chosen = painted(scene, Highlights(selected=frozenset({2})))
    assert chosen != plain
    assert painted(scene, Highlights(hover=3)) != plain
    assert painted(scene, Highlights(selected=frozenset({99}))) == plain
