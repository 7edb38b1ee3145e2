"""The shapes that occur in a picture, each with its meaning."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from dateline.core.moment import DAY, moment
from dateline.export.image.files import ready
from dateline.export.image.fonts import Fonts
from dateline.export.image.legend import Gaps, legend_items, legend_mark, legend_rows
from dateline.export.image.options import ImageOptions
from dateline.export.palette import load
from dateline.timeline.layout import build
from dateline.timeline.scale import fit
from dateline.timeline.spans import Spans
from dateline.timeline.view import View

AT = moment(2025, 3, 1) + np.arange(4) * DAY
SPANS = Spans.make(np.arange(4), AT, AT + DAY, AT, AT + DAY, [0, 0, 5, 5])


@pytest.fixture(autouse=True)
def _qt() -> None:
    ready()


def test_only_what_occurs_is_explained() -> None:
    begin, until = fit(SPANS)
    marks = build(SPANS, View(begin=begin, until=until, width=700, height=700)).marks
    words = [words for _, words in legend_items(SPANS, marks, ImageOptions())]
    assert "denied" in " ".join(words).lower()
    assert "planned" not in " ".join(words).lower()
    fewer = [words for _, words in legend_items(SPANS, marks[:2], ImageOptions())]
    assert len(fewer) < len(words)


def test_items_that_do_not_fit_begin_another_row_and_are_painted() -> None:
    begin, until = fit(SPANS)
    marks = build(SPANS, View(begin=begin, until=until, width=700, height=700)).marks
    items, fonts = list(legend_items(SPANS, marks, ImageOptions())), Fonts(13.0)
    wide, bottom = legend_rows(items, fonts, 0, 2000, 10, Gaps(30, 20, 18))
    narrow, lower = legend_rows(items, fonts, 0, 90, 10, Gaps(30, 20, 18))
    assert len({line.y for _, line in wide}) == 1
    assert len({line.y for _, line in narrow}) == len(items)
    assert lower > bottom
    image = QImage(200, 60, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    legend_mark(painter, wide[0][0], load("light"))
    painter.end()
    assert any(image.pixel(x, y) for x in range(60) for y in range(40))
