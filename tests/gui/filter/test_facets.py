"""What opens under the filter's chips: choices with their counts, and a range of dates."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.moment import moment
from dateline.gui.filter.facets import MOST, DatePopup, FacetPopup, Popup

Choice = tuple[object, str, int]
NAMES = ("Ana", "Bo", "Cy", "Dag", "Eli", "Finn", "Gro", "Hal", "Ida")
PEOPLE: list[Choice] = [(n, f"{name} Berg", 20 - n) for n, name in enumerate(NAMES)]
BUCKETS = [((moment(2025, 2), moment(2025, 3)), 4), ((moment(2025, 3), moment(2025, 4)), 9)]


@pytest.fixture
def chip(qtbot: QtBot) -> QWidget:
    """Where a popup opens."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(100, 30)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)  # as it comes to the front, popups close
    return made


@pytest.fixture
def choose(chip: QWidget) -> Callable[..., FacetPopup]:
    """Opens a popup of choices."""

    def make(choices: list[Choice], chosen: list[object] | None = None) -> FacetPopup:
        popup = FacetPopup(chip, "Who", choices, chosen or [])
        popup.open_under(chip)
        return popup

    return make


def rows(popup: FacetPopup) -> list[str]:
    items = (popup.list.item(row) for row in range(popup.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def click(qtbot: QtBot, popup: FacetPopup, row: int, x: int) -> None:
    rect = popup.list.visualItemRect(popup.list.item(row))
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + x, rect.center().y()))


def any_of(popup: Popup) -> QPushButton:
    return next(button for button in popup.findChildren(QPushButton) if button.text() == "Any")


@pytest.mark.parametrize("x", [12, 120])
def test_a_click_on_the_box_or_on_the_words_ticks_once(choose: Callable[..., FacetPopup], qtbot: QtBot, x: int) -> None:
    popup = choose(PEOPLE[:3], [1])
    told: list[list[object]] = []
    popup.changed.connect(told.append)
    click(qtbot, popup, 0, x)
    click(qtbot, popup, 1, x)
    assert told == [[0, 1], [0]]
    assert popup.values() == [0]
    popup.close()


def test_keys_go_through_the_choices_tick_and_are_done(choose: Callable[..., FacetPopup], qtbot: QtBot) -> None:
    popup = choose(PEOPLE[:3])
    closed: list[int] = []
    popup.closed.connect(lambda: closed.append(1))
    popup.list.setFocus()
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert popup.values() == [1]
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert closed == [1]


def test_many_choices_are_searched_and_few_are_not(choose: Callable[..., FacetPopup], qtbot: QtBot) -> None:
    few = choose(PEOPLE[:8])
    assert few.field.isHidden()
    few.close()
    popup = choose(PEOPLE)
    qtbot.keyClicks(popup.field, " GRO ")
    assert rows(popup) == ["Gro Berg"]
    popup.activateWindow()
    popup.field.setFocus()
    qtbot.waitUntil(popup.field.hasFocus)
    qtbot.keyClick(popup.field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is popup.list
    popup.field.clear()
    assert len(rows(popup)) == len(PEOPLE)
    popup.close()


def test_any_lets_all_ticks_go_in_one_step(choose: Callable[..., FacetPopup], qtbot: QtBot) -> None:
    popup = choose(PEOPLE, [0, 1, 2])
    told: list[list[object]] = []
    popup.changed.connect(told.append)
    qtbot.mouseClick(any_of(popup), Qt.MouseButton.LeftButton)
    assert told == [[]]
    assert popup.values() == []
    popup.close()


def test_where_there_is_nothing_to_choose_it_is_said(choose: Callable[..., FacetPopup]) -> None:
    popup = choose([])
    assert popup.list.isHidden()
    assert not any_of(popup).isEnabled()
    said = [part.text() for part in popup.findChildren(QWidget) if part.isVisible() and hasattr(part, "text")]
    assert "Nothing to choose from yet." in said
    popup.close()


def test_no_more_choices_than_one_can_look_through(choose: Callable[..., FacetPopup]) -> None:
    popup = choose([(n, f"Pier {n}", 1) for n in range(MOST + 50)])
    assert popup.list.count() == MOST
    popup.close()


def test_a_choice_is_read_aloud_with_its_count_and_painted_by_its_tick(choose: Callable[..., FacetPopup]) -> None:
    popup = choose([("x", "Pier & quay", 1234)])
    item = popup.list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Pier & quay, 1,234"
    off = popup.list.viewport().grab().toImage()
    item.setCheckState(Qt.CheckState.Checked)
    assert popup.list.viewport().grab().toImage() != off
    popup.close()


def test_it_opens_within_the_screen(chip: QWidget, choose: Callable[..., FacetPopup]) -> None:
    space = chip.screen().availableGeometry()
    chip.move(space.bottomRight() - QPoint(20, 20))
    popup = choose(PEOPLE)
    frame = 4  # pixels that a platform may set it off by
    assert space.adjusted(-frame, -frame, frame, frame).contains(popup.geometry())
    popup.close()


@pytest.fixture
def dates(chip: QWidget) -> DatePopup:
    """A range of dates from 1 to 5 March 2025."""
    popup = DatePopup(chip, moment(2025, 3), moment(2025, 3, 6), BUCKETS)
    popup.open_under(chip)
    return popup


def type_in(qtbot: QtBot, popup: DatePopup, begin: str, until: str) -> None:
    for field, words in ((popup.begin, begin), (popup.until, until)):
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, words)


def test_the_last_day_is_told_and_taken_with_all_of_it(dates: DatePopup, qtbot: QtBot) -> None:
    assert (dates.begin.text(), dates.until.text()) == ("2025-03-01", "2025-03-05")
    dates.show()
    with qtbot.waitSignal(dates.chosen) as taken:
        qtbot.keyClick(dates.until, Qt.Key.Key_Return)
    assert taken.args == [moment(2025, 3), moment(2025, 3, 6)]
    assert not dates.isVisible()


@pytest.mark.parametrize(
    ("begin", "until", "wanted"),
    [
        ("March 2025", "mid-March 2025", (moment(2025, 3), moment(2025, 3, 21))),
        ("1990s", "Q2 2025", (moment(1990), moment(2025, 7))),
        ("", "2024", (None, moment(2025))),
        ("3 May 2024", "", (moment(2024, 5, 3), None)),
        ("", "", (None, None)),
    ],
)
def test_dates_are_typed_as_words_and_a_side_may_be_open(
    dates: DatePopup, qtbot: QtBot, begin: str, until: str, wanted: tuple[int | None, int | None]
) -> None:
    type_in(qtbot, dates, begin, until)
    with qtbot.waitSignal(dates.chosen) as taken:
        qtbot.keyClick(dates.begin, Qt.Key.Key_Return)
    assert tuple(taken.args or ()) == wanted


@pytest.mark.parametrize(
    ("begin", "until", "said"),
    [("5 March 2025", "2 March 2025", "The second date lies before the first."), ("the quay", "", "the quay")],
)
def test_what_is_no_range_is_said_and_nothing_is_taken(
    dates: DatePopup, qtbot: QtBot, begin: str, until: str, said: str
) -> None:
    type_in(qtbot, dates, begin, until)
    with qtbot.assertNotEmitted(dates.chosen):
        qtbot.keyClick(dates.until, Qt.Key.Key_Return)
    assert said in dates.problem.text()
    assert not dates.problem.isHidden()
    dates.close()


def test_a_period_with_events_is_picked_by_a_click_or_a_key(dates: DatePopup, qtbot: QtBot) -> None:
    assert [dates.list.item(row).text() for row in range(2)] == ["February 2025", "March 2025"]
    with qtbot.waitSignal(dates.chosen) as taken:
        place = dates.list.visualItemRect(dates.list.item(0)).center()
        qtbot.mouseClick(dates.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken.args == [moment(2025, 2), moment(2025, 3)]


def test_any_time_is_one_click(dates: DatePopup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dates.chosen) as taken:
        qtbot.mouseClick(any_of(dates), Qt.MouseButton.LeftButton)
    assert taken.args == [None, None]


def test_periods_have_bars_as_long_as_their_share(dates: DatePopup) -> None:
    image = dates.list.viewport().grab().toImage()
    lengths = []
    for row in range(2):
        rect = dates.list.visualItemRect(dates.list.item(row))
        y = rect.center().y()
        bar = image.pixelColor(rect.left() + 8 + 151, y)
        lengths.append(sum(image.pixelColor(x, y) == bar for x in range(rect.left() + 150, rect.right() - 40)))
    assert 0 < lengths[0] < lengths[1]
    dates.close()
