"""The table of events: its columns, and ordering by them with a click."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.gui.filter.facets import FacetPopup
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.table.event_table import COLUMNS

NAMES = [name for name, _, _ in COLUMNS]


def click_heading(window: MainWindow, qtbot: QtBot, name: str) -> None:
    header = window.table.horizontalHeader()
    column = NAMES.index(name)
    window.table.scrollTo(window.table.events.index(0, column))
    where = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)


def shown(window: MainWindow, name: str) -> list[int]:
    events = window.table.events
    return [int(events.index(row, NAMES.index(name)).data()) for row in range(events.rowCount())]


def test_articles_and_weight_are_columns_to_order_by(story: MainWindow, qtbot: QtBot) -> None:
    story.actions_.named("show_table").trigger()
    for name in ("Articles", "Weight"):
        click_heading(story, qtbot, name)
        rising = shown(story, name)
        assert rising == sorted(rising)
        click_heading(story, qtbot, name)
        assert shown(story, name) == sorted(rising, reverse=True)
    assert max(shown(story, "Articles")) > 1


def test_merged_events_tell_how_many_articles_tell_them(window: MainWindow, ids: dict[str, int]) -> None:
    window.actions_.named("show_table").trigger()
    window.selection.select([ids["aground"], ids["began"]])
    window.actions_.named("merge").trigger()
    leader = window.document.leaders([ids["aground"]])[0]
    row = window.table.events.row_of(leader)
    assert window.table.events.index(row, NAMES.index("Articles")).data() == "2"


def test_events_are_filtered_by_how_many_articles_tell_them(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.selection.select([ids["aground"], ids["began"]])
    window.actions_.named("merge").trigger()
    window.filter_bar.open_part("sources")
    popup = window.filter_bar.findChild(FacetPopup)
    assert popup is not None
    assert [popup.list.item(row).text() for row in range(popup.list.count())] == ["1 article", "2 articles"]
    popup.list.setCurrentRow(1)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    popup.close()
    assert window.document.filter.sources == (2,)
    assert window.filter_bar.count.text() == "1 of 6"
    chip: QPushButton = window.filter_bar.chips["sources"]
    assert chip.text() == "2 articles"
    window.actions_.named("clear_filter").trigger()
    now: Filter = window.document.filter
    assert now.sources == ()
    assert Filter.from_json(Filter(sources=(1, 3)).to_json()) == Filter(sources=(1, 3))
