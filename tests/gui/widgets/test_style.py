"""The style sheet: all of it is understood by Qt, in every theme and size, and its pictures are there."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.export.palette import load
from dateline.gui.widgets.style import sheet

THEMES = ("light", "dark", "contrast")


@pytest.mark.parametrize("name", THEMES)
def test_qt_understands_the_whole_sheet_and_finds_its_pictures(qtbot: QtBot, name: str) -> None:
    made = sheet(load(name))
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(made)  # what Qt cannot read it warns of, which fails the test
    widget.grab()
    assert made.count("{") == made.count("}")
    pictures = re.findall(r'url\("(.+?)"\)', made)
    assert len(pictures) > 3
    assert [picture for picture in pictures if not Path(picture).is_file()] == []


@pytest.mark.parametrize("name", THEMES)
def test_what_matters_most_stands_out_in_its_colour(qtbot: QtBot, name: str) -> None:
    c = load(name)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(sheet(c))
    seen = {}
    for kind in ("", "primary"):
        button = QPushButton(widget)
        button.setProperty("kind", kind)
        button.resize(120, 32)
        seen[kind] = button.grab().toImage().pixelColor(10, 16).name()
    assert seen == {"": c.base.lower(), "primary": c.accent.lower()}


def test_a_tick_is_seen_on_what_it_lies_on(qtbot: QtBot) -> None:
    ticks = {name: re.search(r"checked-(\w+)\.svg", sheet(load(name))) for name in THEMES}
    for name, tick in ticks.items():
        assert tick is not None
        light = int(load(name).on_accent[1:3], 16) > 127
        assert tick[1] == ("light" if light else "dark"), name
    box = QCheckBox("Whole texts")
    qtbot.addWidget(box)
    box.setStyleSheet(sheet(load("light")))
    off = box.grab().toImage()
    box.setChecked(True)
    assert box.grab().toImage() != off


def test_words_of_each_kind_grow_in_proportion(qtbot: QtBot, qapp: QApplication) -> None:
    heights: dict[str, list[float]] = {}
    for scale in (1.0, 2.0):
        for kind in ("heading", "section"):
            label = QLabel("Quay")
            qtbot.addWidget(label)
            label.setProperty("kind", kind)
            label.setStyleSheet(sheet(load("light"), scale))
            label.ensurePolished()
            heights.setdefault(kind, []).append(label.font().pointSizeF())
    assert heights == {"heading": [15, 30], "section": [9, 18]}
