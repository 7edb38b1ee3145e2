"""Words that have no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dateline.gui.widgets.elided import Elided

TITLE = "Ferry runs aground off Sandholm"


def painted(label: Elided, width: int) -> QImage:
    label.resize(width, 20)
    return label.grab().toImage()


def test_words_are_cut_with_an_ellipsis_where_they_have_no_room(qtbot: QtBot) -> None:
    whole, cut = Elided(), Elided()
    for label in (whole, cut):
        qtbot.addWidget(label)
    whole.setText(TITLE)
    shown = cut.fontMetrics().elidedText(TITLE, Qt.TextElideMode.ElideRight, 90)
    assert shown.endswith("…")
    cut.setText(shown)
    assert painted(whole, 90) == painted(cut, 90)
    assert painted(whole, whole.sizeHint().width()) != painted(cut, whole.sizeHint().width())


def test_what_is_cut_is_told_whole_by_the_tip_and_to_screen_readers(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.setText("Quay <b>closed</b>")
    assert label.accessibleName() == "Quay <b>closed</b>"
    assert label.toolTip() == "<qt>Quay &lt;b&gt;closed&lt;/b&gt;</qt>"
    label.setText("Open again")
    assert (label.accessibleName(), label.toolTip()) == ("Open again", "Open again")


def test_it_lets_itself_be_made_narrow(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.setText(TITLE)
    assert label.minimumSizeHint().width() < 30 < label.sizeHint().width()


def test_words_without_room_are_left_out_not_cut_to_a_letter(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.setText("Articles")
    image = painted(label, 24)
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) == 1
    assert label.accessibleName() == "Articles"
