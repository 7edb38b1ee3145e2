"""The parts that the window is built of: named, never markup, and doing what their words say."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.widgets import builders as w
from dateline.gui.widgets.icons import icon
from dateline.gui.widgets.theme import colors, theme

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def surface(qtbot: QtBot) -> QWidget:
    """An empty window, shown by `shown`."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(surface: QWidget, qtbot: QtBot, *parts: QWidget | int | None) -> None:
    surface.setLayout(w.column(*parts))
    surface.show()
    qtbot.waitExposed(surface)
    surface.activateWindow()
    qtbot.waitUntil(surface.isActiveWindow)


@pytest.fixture
def undone(surface: QWidget) -> list[int]:
    """Counts how often the window is asked to take something back."""
    asked: list[int] = []
    action = QAction(surface)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: asked.append(1))
    surface.addAction(action)
    return asked


def test_a_field_takes_back_what_is_being_typed_and_leaves_the_rest_to_the_window(
    surface: QWidget, undone: list[int], qtbot: QtBot
) -> None:
    field = w.field("Title")
    shown(surface, qtbot, field)
    field.setText("Ferry aground")
    field.setFocus()
    qtbot.keyClick(field, *UNDO)
    assert undone == [1]
    qtbot.keyClicks(field, "!")
    qtbot.keyClick(field, *UNDO)
    assert field.text() == "Ferry aground"
    assert undone == [1]


def test_a_field_offers_to_be_cleared_once_there_is_something(surface: QWidget, qtbot: QtBot) -> None:
    field, plain = w.field("Search", "Search all events", clear=True), w.field("Title")
    shown(surface, qtbot, field, plain)
    assert (field.accessibleName(), field.placeholderText()) == ("Search", "Search all events")
    assert not field.isClearButtonEnabled()
    for each in (field, plain):
        qtbot.keyClicks(each, "quay")
    assert (field.isClearButtonEnabled(), plain.isClearButtonEnabled()) == (True, False)
    field.clear()
    assert not field.isClearButtonEnabled()


def test_wrapped_words_are_given_the_height_they_need(surface: QWidget, qtbot: QtBot) -> None:
    words = w.label("The ferry Aurora ran aground on Saturday night with 212 people aboard. " * 3, wrap=True)
    surface.resize(700, 600)
    shown(surface, qtbot, words, None)
    wide = words.height()
    surface.resize(150, 600)
    qtbot.waitUntil(lambda: words.width() <= 150)
    QApplication.processEvents()
    assert words.height() == words.heightForWidth(words.width()) > 3 * wide


def test_a_label_shows_markup_as_it_is_and_can_be_copied_where_asked() -> None:
    label = w.label("<b>Quay</b>", "section", selectable=True)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.property("kind") == "section"
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert not w.label("Quay").textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_button_shows_an_ampersand_says_its_name_and_does_one_thing(surface: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    button = w.button("Merge A&B", lambda: done.append("merged"), picture="merge", hint="Make <one> of both")
    shown(surface, qtbot, button)
    assert button.text() == "Merge A&&B"
    assert button.accessibleName() == "Merge A&B"
    assert button.accessibleDescription() == "Make <one> of both"
    assert not button.icon().isNull()
    assert not button.autoDefault()  # Return in a field beside it is not for this one
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert done == ["merged", "merged"]


def test_a_button_of_an_icon_says_what_it_does_and_is_reached_by_tab_only(surface: QWidget, qtbot: QtBot) -> None:
    done: list[int] = []
    button, field = w.icon_button("star", "Saved filters", lambda: done.append(1)), w.field("Title")
    shown(surface, qtbot, field, button)
    assert (button.accessibleName(), button.toolTip()) == ("Saved filters", "Saved filters")
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button


def test_a_button_of_an_action_is_named_by_it_and_follows_it(surface: QWidget, qtbot: QtBot) -> None:
    action = QAction(icon("clear"), "&Clear filter…", surface)
    done: list[int] = []
    action.triggered.connect(lambda: done.append(1))
    small, wide = w.action_button(action), w.action_button(action, words=True)
    shown(surface, qtbot, small, wide)
    assert small.accessibleName() == "Clear filter"
    assert wide.sizeHint().width() > small.sizeHint().width()
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton)
    action.setEnabled(False)
    qtbot.mouseClick(wide, Qt.MouseButton.LeftButton)
    assert done == [1]


def test_a_choice_is_as_wide_as_its_words_but_no_wider_than_22_letters() -> None:
    one = w.choice("Lanes", [("none", "None"), ("place", "Place")])
    long = w.choice("Lanes", [(1, "Sandholm harbour")])
    longer = w.choice("Lanes", [(1, "The council of the harbour of Sandholm and Hallin")])
    assert [each.minimumContentsLength() for each in (one, long, longer)] == [8, 16, 22]
    assert one.accessibleName() == "Lanes"
    one.setCurrentIndex(one.findData("place"))
    assert (one.currentText(), one.currentData()) == ("Place", "place")


def test_a_box_is_ticked_by_its_words(surface: QWidget, qtbot: QtBot) -> None:
    box = w.check("Whole texts & notes", on=True)
    shown(surface, qtbot, box)
    assert box.isChecked()
    assert box.accessibleName() == "Whole texts & notes"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_parts_lie_beside_or_below_each_other_with_spaces_as_asked(surface: QWidget, qtbot: QtBot) -> None:
    parts = [QWidget() for _ in range(4)]
    for part in parts:
        part.setFixedSize(20, 10)
    inner = w.row(parts[0], 12, parts[1], None, margins=(5, 0, 0, 0))
    surface.setLayout(w.column(inner, 7, parts[2], None, parts[3]))
    surface.resize(200, 100)
    surface.show()
    qtbot.waitExposed(surface)
    places = [(part.x(), part.y()) for part in parts]
    assert places[:2] == [(5, 0), (5 + 20 + 12 + 8, 0)]
    assert places[2][1] == 10 + 7
    assert places[3][1] == surface.height() - 10


def test_bars_keep_low_and_panes_take_the_room(surface: QWidget, qtbot: QtBot) -> None:
    bar, pane = w.frame("bar", w.row(w.label("Articles"))), w.frame("pane", w.row(w.label("Text")))
    surface.resize(200, 300)
    shown(surface, qtbot, bar, pane)
    assert bar.height() == bar.sizeHint().height()
    assert pane.height() == 300 - bar.height()


def test_what_is_restyled_is_drawn_by_its_new_property(surface: QWidget, qtbot: QtBot) -> None:
    theme().choose("light")
    with theme().undressed():
        pass  # a style sheet is on from here
    chip = w.button("Dates", lambda: None, kind="chip")
    shown(surface, qtbot, chip)

    def colour() -> str:
        return chip.grab().toImage().pixelColor(chip.width() // 2, 4).name()

    assert colour() == colors().base
    w.restyle(chip, "active", "true")
    assert colour() == colors().selection
    w.restyle(chip, "active", "false")
    assert colour() == colors().base


def test_the_viewport_of_an_area_is_found(qtbot: QtBot) -> None:
    area = QListWidget()
    qtbot.addWidget(area)
    assert w.viewport(area) is area.viewport()


def test_a_picture_is_drawn_and_changed(qtbot: QtBot) -> None:
    picture = w.Picture("person", 24)
    qtbot.addWidget(picture)
    assert picture.size() == QSize(24, 24)
    first = picture.grab().toImage()
    picture.show_icon("place")
    second = picture.grab().toImage()
    picture.show_icon("place", "#ff0000")
    assert first != second
    assert picture.grab().toImage() != second


def test_an_empty_pane_says_what_to_do_first(surface: QWidget, qtbot: QtBot) -> None:
    done: list[int] = []
    empty = w.Empty("article", "No articles yet", "Drop files here.", w.button("Import…", lambda: done.append(1)))
    surface.resize(500, 500)
    shown(surface, qtbot, empty)

    def said() -> list[str]:
        return [label.text() for label in empty.findChildren(QLabel) if label.isVisible()]

    assert said() == ["No articles yet", "Drop files here."]
    (button,) = (child for child in empty.children() if isinstance(child, QWidget) and child.accessibleName())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    empty.say("Nothing fits", "Clear the filter.")
    assert said() == ["Nothing fits", "Clear the filter."]


def test_the_fields_of_a_form_take_its_width(surface: QWidget, qtbot: QtBot) -> None:
    form, field = w.form(), QLineEdit()
    form.addRow("Title", field)
    surface.setLayout(form)
    surface.resize(600, 80)
    surface.show()
    qtbot.waitExposed(surface)
    assert field.width() > 450
