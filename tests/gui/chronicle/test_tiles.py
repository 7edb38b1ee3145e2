"""Lines painted once and moved look as lines painted anew."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from dateline.core.moment import DAY, moment
from dateline.export.image.chronicle_paint import Ink
from dateline.export.image.fonts import Fonts
from dateline.export.palette import load
from dateline.gui.chronicle import tiles
from dateline.gui.chronicle.tiles import Tiles
from dateline.timeline.chronicle.blocks import Block, Told, screen
from dateline.timeline.chronicle.roll import Roll, Sight
from dateline.timeline.spans import Spans


def told(ids: Sequence[int]) -> list[Told]:
    return [Told(f"The council votes on plan {event}", "3 March 2025") for event in ids]


def rolled(width: float = 700.0, height: float = 300.0) -> Roll:
    begin = moment(2025, 3, 1)
    at = [begin + number // 3 * DAY for number in range(60)]
    end = [m + DAY for m in at]
    roll = Roll(screen(width, Fonts()), told)
    roll.resize(roll.style, height)
    roll.set_rows(Spans.make(range(1, 61), at, at, end, end))
    roll.most = 60
    return roll


def picture(
    sight: Sight,
    kept: Tiles,
    fonts: Fonts,
    *,
    selected: frozenset[int] = frozenset(),
    hover: int | None = None,
    dimmed: frozenset[int] = frozenset(),
) -> QImage:
    colors = load("light")
    ink = Ink(colors, fonts, colors.border, colors.accent, selected=selected, hover=hover, dimmed=dimmed)
    image = QImage(int(sight.width), int(sight.height), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    kept.paint(painter, sight.placed, ink, sight.width, colors.base)
    painter.end()
    return image


def test_rolled_lines_look_as_painted_anew(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = Fonts()
    roll, kept = rolled(), Tiles()
    made: list[int] = []
    painted = tiles._painted

    def counted(block: Block, ink: Ink, width: float, ground: str, ratio: float) -> QImage:
        made.append(block.event)
        return painted(block, ink, width, ground, ratio)

    monkeypatch.setattr(tiles, "_painted", counted)
    picture(roll.sight(), kept, fonts)
    at_first = len(made)
    roll.scroll(20)
    moved = picture(roll.sight(), kept, fonts)
    assert at_first
    assert len(made) - at_first <= 2
    assert moved == picture(roll.sight(), Tiles(), fonts)


def test_what_is_chosen_or_pointed_at_looks_so_and_back_again(qapp: QApplication) -> None:
    fonts = Fonts()
    roll, kept = rolled(), Tiles()
    event = roll.sight().entries[1].block.event
    plain = picture(roll.sight(), kept, fonts)
    assert picture(roll.sight(), kept, fonts, selected=frozenset({event})) != plain
    assert picture(roll.sight(), kept, fonts, hover=event) != plain
    assert picture(roll.sight(), kept, fonts, dimmed=frozenset({event})) != plain
    assert picture(roll.sight(), kept, fonts) == plain
