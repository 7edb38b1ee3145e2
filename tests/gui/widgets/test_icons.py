"""Icons take the colour of the theme of the moment, or their own, at every size."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication

from dateline import gui, paths
from dateline.gui.widgets.icons import app_icon, icon
from dateline.gui.widgets.theme import theme


def drawn(image: QImage) -> set[str]:
    """The colours that an image shows without any transparency."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def shown(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, side: int = 48) -> QImage:
    return made.pixmap(QSize(side, side), mode).toImage()


def test_an_icon_has_its_colour_and_is_faded_where_it_cannot_be_used(qapp: QApplication) -> None:
    assert drawn(shown(icon("trash", "#c03010"))) == {"#c03010"}
    faded = QPalette.ColorGroup.Disabled
    wanted = QApplication.palette().color(faded, QPalette.ColorRole.ButtonText).name()
    assert drawn(shown(icon("trash", "#c03010"), QIcon.Mode.Disabled)) == {wanted}


def test_an_icon_follows_the_theme_without_being_made_anew(qapp: QApplication) -> None:
    made, seen = icon("plus"), []
    for name in ("light", "dark"):
        theme().choose(name)
        assert drawn(shown(made)) == {QApplication.palette().buttonText().color().name()}
        selected = QApplication.palette().highlightedText().color().name()
        assert drawn(shown(made, QIcon.Mode.Selected)) == {selected}
        seen.append(drawn(shown(made)))
    theme().choose("light")
    assert seen[0] != seen[1]


@pytest.mark.parametrize("side", [16, 40])
def test_an_icon_is_sharp_at_any_size_and_pixel_ratio(qapp: QApplication, side: int) -> None:
    twice = icon("table").pixmap(QSize(side, side), 2.0)
    assert twice.size() == QSize(2 * side, 2 * side)
    assert twice.devicePixelRatio() == 2.0
    assert drawn(twice.toImage())


def test_the_program_has_an_icon_in_several_colours(qapp: QApplication) -> None:
    assert len(drawn(shown(app_icon()))) > 2


def test_every_icon_that_the_window_names_is_there() -> None:
    there = {file.stem for file in (paths.resources() / "icons").glob("*.svg")}
    called = re.compile(r"""\b(?:icon|icon_button|Picture|Empty|show_icon)\(\s*"([\w-]+)"|\bpicture="([\w-]+)\"""")
    named = {
        name
        for file in Path(gui.__file__).parent.rglob("*.py")
        for match in called.finditer(file.read_text(encoding="utf-8"))
        for name in match.groups()
        if name
    }
    assert len(named) > 10
    assert named - there == set()
