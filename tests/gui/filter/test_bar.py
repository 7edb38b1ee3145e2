"""The filter's bar: one place to say what all panes show."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Certainty, SavedFilter
from dateline.core.moment import moment
from dateline.gui.filter.bar import PARTS, FilterBar
from dateline.gui.filter.facets import FacetPopup
from dateline.gui.workspace.document import Document
from dateline.library import edits


@pytest.fixture
def bar(document: Document, qtbot: QtBot) -> FilterBar:
    """The bar on a library of two articles, as wide as a window."""
    clear = QAction("Clear filter")
    made = FilterBar(document, [], clear)
    clear.setParent(made)
    clear.triggered.connect(lambda: document.set_filter(Filter(weight=MAIN_WEIGHT)))
    qtbot.addWidget(made)
    made.resize(1280, 48)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def menu_under(qtbot: QtBot, button: QWidget) -> QMenu:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_what_is_typed_filters_at_return_and_soon_without_it(bar: FilterBar, document: Document, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.search, " strike ")
    assert document.filter.text == ""
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert document.filter.text == "strike"
    assert bar.count.text() == "3 of 7"
    bar.search.selectAll()
    with qtbot.waitSignal(document.filter_changed):
        qtbot.keyClicks(bar.search, "ferry")
    assert document.filter.text == "ferry"


def test_escape_empties_the_search_and_shows_everything_at_once(
    bar: FilterBar, document: Document, qtbot: QtBot
) -> None:
    bar.search.setFocus()
    qtbot.keyClicks(bar.search, "strike")
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    qtbot.keyClick(bar.search, Qt.Key.Key_Escape)
    assert (bar.search.text(), document.filter.text) == ("", "")
    assert bar.count.text() == "7 of 7"


def test_a_filter_set_elsewhere_shows_in_the_bar_but_not_over_what_is_being_typed(
    bar: FilterBar, document: Document, qtbot: QtBot
) -> None:
    document.set_filter(Filter(text="quay"))
    assert bar.search.text() == "quay"
    bar.search.setFocus()
    qtbot.keyClicks(bar.search, "side")
    document.set_filter(Filter(text="quay", certainties=(Certainty.DENIED,)))
    assert bar.search.text() == "quayside"


WORDS: list[tuple[Callable[[dict[str, int]], Filter], str, str]] = [
    (lambda _: Filter(certainties=(Certainty.PLANNED,)), "certainties", "Planned"),
    (lambda _: Filter(certainties=(Certainty.PLANNED, Certainty.DENIED)), "certainties", "Planned +1"),
    (lambda ids: Filter(articles=(ids["strike"],)), "articles", "Dockers end strike"),
    (lambda _: Filter(articles=(999,)), "articles", "Untitled"),
    (lambda _: Filter(begin=moment(2025, 3, 3), until=moment(2025, 3, 4)), "time", "3 March 2025"),
    (lambda _: Filter(begin=moment(2025, 3, 3), until=moment(2025, 3, 6)), "time", "3 March 2025 – 5 March 2025"),
    (lambda _: Filter(begin=moment(2025, 3, 3)), "time", "3 March 2025 – …"),
    (lambda _: Filter(until=moment(2025, 3, 3)), "time", "… – 2 March 2025"),
    (lambda _: Filter(dated=False), "dated", "Without a date"),
    (lambda _: Filter(dated=True), "dated", "With a date"),
    (lambda _: Filter(sources=(0,)), "sources", "Added by hand"),
    (lambda _: Filter(sources=(2,)), "sources", "2 articles"),
    (lambda _: Filter(disagreeing=True), "disagreeing", "Sources disagree"),
    (lambda _: Filter(as_of=moment(2025, 3, 9)), "as_of", "As of 9 March 2025"),
    (lambda _: Filter(tags=("R&D",)), "tags", "R&D"),
]


@pytest.mark.parametrize(("wanted", "field", "words"), WORDS, ids=[f"{field} {words}" for _, field, words in WORDS])
def test_a_chip_says_what_is_chosen(
    bar: FilterBar, document: Document, ids: dict[str, int], wanted: Callable[[dict[str, int]], Filter], field: str,
    words: str,
) -> None:  # fmt: skip
    chip, (name,) = bar.chips[field], (part.name for part in PARTS if part.field == field)
    document.set_filter(wanted(ids))
    assert chip.isVisible()
    assert chip.accessibleName() == f"{name}: {words}"
    assert chip.text().replace("&&", "&")[:8] == words[:8]
    assert chip.property("active") == "true"
    document.set_filter(Filter())
    assert (chip.accessibleName(), chip.text(), chip.property("active")) == (name, name, "false")


def test_choices_are_those_of_the_part_under_its_chip(bar: FilterBar, document: Document, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar.chips["articles"], Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FacetPopup)
    rows = {popup.list.item(i).text(): popup.list.item(i).data(_COUNT) for i in range(popup.list.count())}
    assert rows == {"Ferry runs aground off Sandholm": 4, "Dockers end strike": 3}
    strike = popup.list.findItems("Dockers end strike", Qt.MatchFlag.MatchExactly)[0]
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=popup.list.visualItemRect(strike).center())
    assert bar.count.text() == "3 of 7"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert bar.count.text() == "3 of 7"


_COUNT = Qt.ItemDataRole.UserRole + 1


@pytest.mark.parametrize(
    ("field", "chosen", "wanted"),
    [
        ("disagreeing", [True], Filter(disagreeing=True)),
        ("dated", [False], Filter(dated=False)),
        ("dated", [False, True], Filter()),  # both are all that there is
        ("certainties", [Certainty.DENIED], Filter(certainties=(Certainty.DENIED,))),
        ("certainties", [], Filter()),
    ],
)
def test_what_is_ticked_is_what_is_shown(
    bar: FilterBar, document: Document, field: str, chosen: list[object], wanted: Filter
) -> None:
    bar.open_part(field)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FacetPopup)
    for row in range(popup.list.count()):
        item = popup.list.item(row)
        if item.data(Qt.ItemDataRole.UserRole) in chosen:
            item.setCheckState(Qt.CheckState.Checked)
    popup.close()
    assert document.filter == replace(wanted, weight=MAIN_WEIGHT)


def test_what_was_known_on_a_day_is_asked_for_elsewhere(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.as_of_wanted):
        bar.open_part("as_of")
    assert QApplication.activePopupWidget() is None


def test_how_much_is_shown_is_chosen_and_told(bar: FilterBar, document: Document, qtbot: QtBot) -> None:
    assert bar.amount.currentText() == "Main"
    bar.amount.setFocus()
    qtbot.keyClick(bar.amount, Qt.Key.Key_Home)
    assert bar.amount.currentText() == "Key 10"
    assert (document.filter.key, document.filter.weight) == (10, 0)
    document.set_filter(Filter(key=2))
    assert bar.count.text() == "2 of 7"
    assert (bar.amount.currentIndex(), bar.amount.placeholderText()) == (-1, "Key 2")
    assert bar.amount.accessibleDescription() == "5 more if all are shown"
    assert not document.narrowed
    assert bar.clear.isHidden()  # how much is no filter


def test_the_filter_is_cleared_by_its_button_which_shows_while_there_is_one(
    bar: FilterBar, document: Document, qtbot: QtBot
) -> None:
    document.set_filter(Filter(text="strike"))
    qtbot.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    assert bar.search.text() == ""
    assert bar.clear.isHidden()


def test_a_change_of_the_library_is_counted(bar: FilterBar, document: Document, ids: dict[str, int]) -> None:
    document.do(edits.bin_(document.events([ids["aground"]])))
    assert bar.count.text() == "6 of 6"
    document.stack.undo()
    assert bar.count.text() == "7 of 7"


def test_chips_without_room_are_under_more_and_those_in_use_stay(
    bar: FilterBar, document: Document, qtbot: QtBot
) -> None:
    bar.resize(640, 48)
    document.set_filter(Filter(tags=("sea",)))
    shown = {field for field, chip in bar.chips.items() if chip.isVisible()}
    assert "tags" in shown
    names = [part.name for part in PARTS if part.field not in shown]
    assert "Certainty" in names
    menu = menu_under(qtbot, bar.more)
    assert entries(menu) == names
    menu.close()
    menu.actions()[names.index("Certainty")].trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FacetPopup)
    assert popup.accessibleName() == "Certainty"
    assert bar.chips["certainties"].isVisible()
    popup.close()


def kept(document: Document, name: str, wanted: Filter) -> SavedFilter:
    document.do(edits.save_filter(name, wanted))
    return next(saved for saved in document.library.saved_filters() if saved.name == name)


def test_saved_filters_are_used_and_removed_from_their_menu(bar: FilterBar, document: Document, qtbot: QtBot) -> None:
    menu = menu_under(qtbot, bar.saved)
    assert [action.isEnabled() for action in menu.actions()] == [False]  # there is nothing to save
    menu.close()
    saved = kept(document, "Denials & co", Filter(certainties=(Certainty.DENIED,)))
    menu = menu_under(qtbot, bar.saved)
    assert entries(menu) == ["Denials && co", "Save this filter…", "Remove a saved filter"]
    menu.actions()[0].trigger()
    menu.close()
    assert document.filter == Filter(certainties=(Certainty.DENIED,))
    menu = menu_under(qtbot, bar.saved)
    remove = menu.actions()[-1].menu()
    assert isinstance(remove, QMenu)
    with qtbot.waitSignal(bar.remove_wanted) as asked:
        remove.actions()[0].trigger()
    menu.close()
    assert asked.args == [saved]


def test_a_name_is_proposed_for_a_filter_that_is_saved(
    bar: FilterBar, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.set_filter(Filter(text="ferry", certainties=(Certainty.DENIED,)))
    names: list[str] = []

    def taken(_parent: QWidget, _title: str, _label: str, _echo: QLineEdit.EchoMode, text: str) -> tuple[str, bool]:
        return text, True

    monkeypatch.setattr(QInputDialog, "getText", taken)
    bar.save_wanted.connect(names.append)
    menu = menu_under(qtbot, bar.saved)
    menu.actions()[0].trigger()
    menu.close()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("  ", True))
    menu = menu_under(qtbot, bar.saved)
    menu.actions()[0].trigger()
    menu.close()
    assert names == ["ferry, Denied"]  # and none without a name
