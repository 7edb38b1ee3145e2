"""Labels as pictures: written once, and moved along with the axis."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from dateline.export.image import paint
from dateline.export.image.fonts import Fonts
from dateline.gui.timeline import stamps
from dateline.gui.timeline.stamps import Stamps
from dateline.timeline.scene import Line, Rect

GROUND = QColor("#ffffff")
BLACK = {"text": QColor("#000000")}


class Page:
    """Paper that labels are written on, and how often one was written anew."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stamps = Stamps(Fonts())
        self.anew = 0
        really = paint.text

        def counted(*arguments: object) -> None:
            self.anew += 1
            really(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(stamps, "text", counted)

    def write(self, words: str, x: float, y: float, colors: dict[str, QColor] = BLACK, ratio: float = 1.0) -> QImage:
        """One painting of a label at a place."""
        paper = QImage(round(200 * ratio), round(100 * ratio), QImage.Format.Format_RGB32)
        paper.setDevicePixelRatio(ratio)
        paper.fill(GROUND)
        painter = QPainter(paper)
        line = Line(words, x + 2, y + 14, "title")
        self.stamps.write(painter, (line,), Rect(x, y, 90, 20), colors, GROUND)
        painter.end()
        self.stamps.done()
        return paper


@pytest.fixture
def page(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Page:
    return Page(monkeypatch)


def colors(color: str) -> dict[str, QColor]:
    return dict.fromkeys(("text", "muted", "title", "words"), QColor(color))


def test_a_label_that_moves_is_moved_by_whole_pixels_and_not_written_anew(page: Page) -> None:
    first = page.write("Quay closes", 10, 20, colors("#000000"))
    assert first.copy(10, 20, 90, 20) != first.copy(10, 60, 90, 20)  # something is there
    moved = page.write("Quay closes", 40.7, 33.2, colors("#000000"))
    assert moved.copy(40, 33, 90, 20) == first.copy(10, 20, 90, 20)
    assert page.anew == 1


def test_other_words_another_colour_or_another_screen_are_written_anew(page: Page) -> None:
    first = page.write("Quay closes", 10, 20, colors("#000000"))
    assert page.write("Quay opens", 10, 20, colors("#000000")) != first
    assert page.write("Quay closes", 10, 20, colors("#c00000")) != first
    assert page.write("Quay closes", 10, 20, colors("#000000"), ratio=2.0).size() == first.size() * 2
    assert page.anew == 4


def test_it_keeps_what_was_in_sight_of_late(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(stamps._KEPT + 1):
        page.stamps._images.get(n, lambda: QImage(1, 1, QImage.Format.Format_RGB32))
    page.write("Quay closes", 10, 20, colors("#000000"))
    page.write("Quay opens", 10, 20, colors("#000000"))
    page.write("Quay closes", 10, 20, colors("#000000"))
    assert page.anew == 3  # too many: what the painting before did not show is gone
