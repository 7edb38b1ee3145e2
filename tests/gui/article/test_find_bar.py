"""Finding words in the article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from dateline.gui.article.find_bar import MOST_MATCHES, FindBar

TEXT = "The quay was closed. The Quay opens in May. No QUAY is like it."
Found = list[tuple[list[tuple[int, int]], int]]


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def found(bar: FindBar) -> Found:
    """What is told, each time: the places, and which of them is current."""
    heard: Found = []
    bar.found.connect(lambda places, current: heard.append((list(places), current)))
    return heard


def test_words_are_found_as_they_are_typed_large_or_small(bar: FindBar, found: Found, qtbot: QtBot) -> None:
    bar.open_on(TEXT)
    qtbot.keyClicks(bar.field, "quay")
    assert found[-1] == ([(4, 8), (25, 29), (47, 51)], 0)
    assert bar.count.text() == "1 of 3"
    qtbot.keyClicks(bar.field, "side")
    assert found[-1] == ([], -1)
    assert bar.count.text() == "not found"


def test_return_goes_on_shift_return_back_and_both_go_round(bar: FindBar, found: Found, qtbot: QtBot) -> None:
    bar.open_on(TEXT)
    qtbot.keyClicks(bar.field, "quay")
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, keys in ((Qt.Key.Key_Return, shift), (Qt.Key.Key_Return, shift), (Qt.Key.Key_Enter, _NONE)):
        qtbot.keyClick(bar.field, key, keys)
    assert [current for _, current in found[-3:]] == [2, 1, 2]
    assert bar.count.text() == "3 of 3"
    previous, following, _ = bar.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert found[-1][1] == 0
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    assert found[-1][1] == 2


_NONE = Qt.KeyboardModifier.NoModifier


def test_escape_closes_and_lets_the_marks_go(bar: FindBar, found: Found, qtbot: QtBot) -> None:
    bar.open_on(TEXT)
    qtbot.keyClicks(bar.field, "quay")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert found[-1] == ([], -1)
    assert bar.isHidden()


def test_opened_again_on_another_text_it_looks_for_the_same_words(bar: FindBar, found: Found, qtbot: QtBot) -> None:
    bar.open_on(TEXT)
    qtbot.keyClicks(bar.field, "quay")
    bar.close_bar()
    bar.open_on("A quay")
    assert found[-1] == ([(2, 6)], 0)
    assert bar.field.selectedText() == "quay"  # to be typed over


def test_no_words_find_nothing_and_say_nothing(bar: FindBar, found: Found) -> None:
    bar.open_on(TEXT)
    assert found[-1] == ([], -1)
    assert bar.count.text() == ""
    bar.step(1)
    assert len(found) == 1


def test_no_more_places_than_can_be_marked(bar: FindBar, found: Found) -> None:
    bar.field.setText("a")
    bar.open_on("a" * (MOST_MATCHES + 5))
    assert len(found[-1][0]) == MOST_MATCHES


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Die Straße am Hafen. STRASSE", "straße", [(4, 10)]),
        ("Die Straße am Hafen", "hafen", [(14, 19)]),
        ("İzmir'de bir gemi", "GEMI", [(13, 17)]),
        ("An ordinary TEXT", "text", [(12, 16)]),
    ],
)
def test_words_are_found_where_they_stand(qtbot: QtBot, text: str, words: str, found: list[tuple[int, int]]) -> None:
    bar = FindBar()
    qtbot.addWidget(bar)
    places: list[list[tuple[int, int]]] = []
    bar.found.connect(lambda each, _current: places.append(each))
    bar.open_on(text)
    bar.field.setText(words)
    bar.hide()
    assert places[-1] == found
