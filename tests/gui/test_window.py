"""The window as a person uses it: reading, selecting, filtering, editing and taking back."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dateline.core.change import edited
from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Certainty, Participant, Status
from dateline.core.moment import Granularity, moment
from dateline.gui.filter.facets import DatePopup, FacetPopup
from dateline.gui.language.dates import when
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets.theme import theme


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def point_of(window: MainWindow, words: str) -> QPoint:
    text = window.reader.text
    article = window.reader.article
    assert article is not None
    place = article.text.index(words)
    window.reader.text.ensureCursorVisible()
    first = text.cursorRect(text.cursor_at(place + 1, place + 1))
    return first.center() + QPoint(3, 0)


def test_a_click_on_a_trigger_selects_the_event_everywhere(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.show_view(1)
    qtbot.mouseClick(window.reader.text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(window, "ran aground"))
    assert window.selection.events == (ids["aground"],)
    assert window.inspector.title.text() == "The ferry ran aground"
    assert window.inspector.isVisible()
    chosen = window.table.selectionModel().selectedRows()
    rows = [window.table.events.event_at(index.row()) for index in chosen]
    assert [row.id for row in rows if row is not None] == [ids["aground"]]
    assert window.times.view.chosen == {ids["aground"]}


def test_selecting_an_event_of_another_article_shows_its_sentence(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.select([ids["began"]])
    assert window.selection.article == ids["strike"]
    assert window.articles.chosen() == [ids["strike"]]
    assert "Dockers" in window.reader.text.toPlainText()


def test_keys_go_from_event_to_event(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.reader.text.setFocus()
    for name in ("aground", "refloat", "asleep", "accident"):
        qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert window.selection.last == ids[name]
    qtbot.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.selection.last == ids["asleep"]


def test_an_emoji_before_a_trigger_moves_no_mark(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.read(ids["strike"])
    cursor = window.reader.text.cursor_at(STRIKE_REOPENED, STRIKE_REOPENED + 8)
    assert cursor.selectedText() == "reopened"
    qtbot.mouseClick(window.reader.text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(window, "reopened"))
    assert window.selection.events == (ids["reopened"],)


STRIKE_REOPENED = (
    "Dockers end strike\n\nDockers in Sandholm ended their strike on Monday. It began on 3 March 2025. "
    "Talks go on. 🚢 The port reopened on Tuesday."
).index("reopened")


def test_renaming_with_f2_and_taking_it_back(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is window.inspector.title
    window.inspector.title.clear()
    qtbot.keyClicks(window.inspector.title, "Aurora aground")
    qtbot.keyClick(window.inspector.title, Qt.Key.Key_Return)
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.title == "Aurora aground"
    assert "title" in event.corrected
    window.articles.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.title == "The ferry ran aground"
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.inspector.title.text() == "Aurora aground"


def test_moving_an_event_by_words(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["asleep"]])
    type_in(qtbot, window.inspector.when, "nonsense")
    assert window.inspector.problem.isVisible()
    type_in(qtbot, window.inspector.when, "between 3 and 5 March 2025")
    event = window.document.library.event(ids["asleep"])
    assert event is not None
    assert (event.earliest, event.latest) == (moment(2025, 3, 3), moment(2025, 3, 6))
    assert window.shelf.events.total == 2


def type_in(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_an_evening_begins_where_the_reader_lets_it_begin(window: MainWindow, ids: dict[str, int]) -> None:
    event = window.document.library.event(ids["aground"])
    assert event is not None
    five = replace(
        event, earliest=moment(2025, 3, 29, 17), latest=moment(2025, 3, 30), granularity=Granularity.DAY_PART
    )
    assert when(five) == "29 March 2025, 17:00–00:00"
    window.workspace.settings.set("evening_from", 17)
    window.apply_settings()
    assert when(five) == "29 March 2025, evening"


def test_delete_goes_to_the_bin_and_comes_back(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    window.times.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.binned
    assert window.filter_bar.count.text() == "6 of 6"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.filter_bar.count.text() == "7 of 7"


def test_delete_in_the_title_deletes_letters_not_the_event(
    window: MainWindow, ids: dict[str, int], qtbot: QtBot
) -> None:
    window.selection.select([ids["aground"]])
    window.inspector.edit_title()
    qtbot.keyClick(window.inspector.title, Qt.Key.Key_Delete)
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert not event.binned
    assert window.inspector.title.text() == ""
    window.inspector.title.setPlainText(event.title)


def test_confirm_reject_and_certainty(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"], ids["refloat"]])
    assert window.inspector.many.text() == "2 events selected"
    window.actions_.named("confirm").trigger()
    found = window.document.library.events_by_id([ids["aground"], ids["refloat"]])
    assert {event.status for event in found} == {Status.CONFIRMED}
    window.inspector.certainty.setCurrentIndex(window.inspector.certainty.findData(Certainty.CLAIMED))
    window.inspector.certainty.activated.emit(0)
    found = window.document.library.events_by_id([ids["aground"], ids["refloat"]])
    assert {event.certainty for event in found} == {Certainty.CLAIMED}
    window.actions_.named("reject").trigger()
    assert window.filter_bar.count.text().startswith("5 of")
    window.document.stack.undo()
    assert window.filter_bar.count.text() == "7 of 7"


def test_merge_and_split(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.select([ids["ended"], ids["reopened"]])
    window.actions_.named("merge").trigger()
    assert window.document.library.count()[0] == 6
    assert len(window.document.library.merges()) == 1
    assert window.actions_.named("split").isEnabled()
    window.actions_.named("split").trigger()
    assert window.document.library.merges() == []
    assert window.document.library.count()[0] == 7


def test_tags_and_notes(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    type_in(qtbot, window.inspector.tags.field, "sea")
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.tags == ("sea",)
    window.inspector.note.setFocus()
    qtbot.keyClicks(window.inspector.note, "Check with the coast guard")
    window.articles.setFocus()
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.note == "Check with the coast guard"


def test_typing_filters_all_panes_and_escape_clears(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.filter_bar.search, "strike")
    qtbot.keyClick(window.filter_bar.search, Qt.Key.Key_Return)
    assert window.filter_bar.count.text() == "3 of 7"
    assert window.articles.articles.rowCount() == 1
    assert window.table.events.rowCount() == 3
    assert window.times.view.spans.ids.tolist() == [ids["began"]]
    qtbot.keyClick(window.filter_bar.search, Qt.Key.Key_Escape)
    assert window.document.filter == Filter(weight=MAIN_WEIGHT)
    assert window.articles.articles.rowCount() == 2


def test_a_chip_offers_choices_with_counts(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.filter_bar.chips["certainties"], Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FacetPopup)
    rows = {
        popup.list.item(i).text(): popup.list.item(i).data(Qt.ItemDataRole.UserRole + 1)
        for i in range(popup.list.count())
    }
    assert rows == {"Reported": 5, "Planned": 1, "Denied": 1}
    planned = next(popup.list.item(i) for i in range(popup.list.count()) if popup.list.item(i).text() == "Planned")
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=popup.list.visualItemRect(planned).center())
    assert window.document.filter.certainties == (Certainty.PLANNED,)
    assert window.filter_bar.chips["certainties"].text() == "Planned"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    window.actions_.named("clear_filter").trigger()
    assert window.filter_bar.count.text() == "7 of 7"


def test_dates_are_filtered_by_typing(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.filter_bar.open_part("time")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, DatePopup)
    qtbot.keyClicks(popup.begin, "March 2025")
    qtbot.keyClicks(popup.until, "2025-03-31")
    qtbot.keyClick(popup.until, Qt.Key.Key_Return)
    assert (window.document.filter.begin, window.document.filter.until) == (moment(2025, 3), moment(2025, 4))
    assert ids["accident"] not in window.times.view.spans.ids.tolist()
    assert window.filter_bar.chips["time"].text() != "Dates"


def test_table_sorts(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.named("show_table").trigger()
    assert window.table.isVisible()
    window.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    titles = [window.table.events.index(row, 1).data() for row in range(window.table.events.rowCount())]
    assert titles == sorted(titles, key=str.casefold)
    window.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert "2019" not in window.table.events.index(0, 0).data()


def test_find_in_the_article(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.reader.find_bar.field, "SANDHOLM")
    assert window.reader.find_bar.count.text() == "1 of 1"
    assert window.reader.text.textCursor().selectedText() == "Sandholm"
    qtbot.keyClick(window.reader.find_bar.field, Qt.Key.Key_Escape)
    assert not window.reader.find_bar.isVisible()


def test_the_shelf_lists_what_has_no_date(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    qtbot.mouseClick(window.shelf.head, Qt.MouseButton.LeftButton)
    assert window.shelf.list.isVisible()
    assert window.shelf.events.rowCount() == 3
    window.shelf.list.setCurrentIndex(window.shelf.events.index(0))
    assert window.selection.last in (ids["ended"], ids["reopened"], ids["asleep"])


def test_a_change_that_the_library_refuses_is_told(window: MainWindow, ids: dict[str, int]) -> None:
    from dateline.library import edits

    event = window.document.library.event(ids["aground"])
    assert event is not None
    first, second = edits.rename(event, "One"), edits.rename(event, "Two")
    assert window.document.do(first)
    assert not window.document.do(second)
    assert window.notice.isVisible()
    assert window.document.stack.count() == 1


def test_rejected_events_are_undoable_in_one_go_after_import(window: MainWindow) -> None:
    from dateline.core.change import added
    from dateline.core.model import Article

    for n in range(3):
        window.document.do(added("Import", [Article(id=900 + n, text=f"t{n}", title=f"t{n}")]), batch=7)
    assert window.document.stack.count() == 1
    assert window.articles.articles.rowCount() == 5
    window.document.stack.undo()
    assert window.articles.articles.rowCount() == 2
    window.document.stack.redo()
    assert window.articles.articles.rowCount() == 5


def test_what_is_mentioned_in_passing_shows_when_asked_for(window: MainWindow, ids: dict[str, int]) -> None:
    library = window.document.library
    accident = library.event(ids["accident"])
    assert accident is not None
    window.document.do(edited("Mentioned in passing", [(accident, replace(accident, weight=0.2))]))
    assert window.filter_bar.count.text() == "6 of 7"
    assert window.filter_bar.amount.currentText() == "Main"
    assert "1 more if all are shown" in window.filter_bar.amount.toolTip()
    assert window.filter_bar.clear.isHidden()
    assert accident.id not in window.times.view.spans.ids.tolist()
    window.actions_.named("show_all").trigger()
    assert window.filter_bar.count.text() == "7 of 7"
    assert accident.id in window.times.view.spans.ids.tolist()
    assert window.actions_.named("show_all").isChecked()
    window.actions_.named("clear_filter").trigger()
    assert window.document.filter == Filter()
    window.actions_.named("show_main").trigger()
    assert window.document.filter == Filter(weight=MAIN_WEIGHT)
    window.selection.select([accident.id])
    window.actions_.named("confirm").trigger()
    assert window.filter_bar.count.text() == "7 of 7"


def test_the_timeline_follows_dates_that_move_out_of_sight(window: MainWindow, ids: dict[str, int]) -> None:
    rows = window.document.library.events(Filter(dated=True))
    by = 400 * 1440
    moved = [(row, replace(row, earliest=(row.earliest or 0) + by, latest_start=(row.latest_start or 0) + by,
                           earliest_end=(row.earliest_end or 0) + by, latest=(row.latest or 0) + by))
             for row in rows]  # fmt: skip
    window.document.do(edited("Moved", moved))
    begin, until = window.times.view.visible_range
    spans = window.times.view.spans
    assert ((spans.at < until) & (spans.end > begin)).any()


def test_expressions_that_wait_for_a_date_are_counted(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.read(ids["strike"])
    assert "2 expressions" in window.reader.date_bar.message.text()
    window.reader.next_unresolved()
    assert window.reader.text.textCursor().block().text().startswith("Dockers in Sandholm ended")


def test_who_names_people_and_organisations_and_an_edit_keeps_the_things(
    window: MainWindow, qtbot: QtBot, ids: dict[str, int]
) -> None:
    window.selection.select([ids["asleep"]])
    [event] = window.document.events([ids["asleep"]])
    hull = Participant(text="the hull", start=0, end=0, role="patient", kind="thing", name="the hull")
    held = replace(event, participants=(*event.participants, hull))
    window.document.do(edited("Added the hull", [(event, held)]))
    assert window.inspector.who.text() == "Jon Berg"
    type_in(qtbot, window.inspector.who, "Jon Berg; Ana Lund")
    [event] = window.document.events([ids["asleep"]])
    assert {p.name for p in event.participants} == {"Jon Berg", "Ana Lund", "the hull"}


def test_undo_works_from_the_field_that_was_typed_in(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    window.times.view.setFocus()
    press(qtbot, window, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Anew")
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.inspector.title.text() == "The ferry ran aground"  # what is being typed is the field's own
    window.inspector.title.selectAll()
    qtbot.keyClicks(window.inspector.title, "Anew")
    press(qtbot, window, Qt.Key.Key_Return)
    assert title_of(window, ids["aground"]) == "Anew"
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title_of(window, ids["aground"]) == "The ferry ran aground"
    press(qtbot, window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert title_of(window, ids["aground"]) == "Anew"


def title_of(window: MainWindow, event: int) -> str:
    found = window.document.library.event(event)
    assert found is not None
    return found.title


def test_a_merged_event_is_one_in_every_pane(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    members = window.document.events([ids["accident"], ids["aground"]])
    window.commands.merge_events(members)
    (shown,) = window.document.leaders([ids["accident"], ids["aground"]])
    assert shown == ids["aground"]  # a night before a year
    for member in (ids["accident"], ids["aground"]):
        window.selection.select([member])
        assert window.times.view.chosen == {shown}
        assert window.inspector.when.text() == when(members[1])
    window.inspector.when.setText("5 March 2025")
    qtbot.keyClick(window.inspector.when, Qt.Key.Key_Return)
    row = window.times.view.row_of(shown)
    assert window.times.view.spans.earliest[row] == moment(2025, 3, 5)
    window.commands.reject()
    assert {event.status for event in window.document.events(list(ids.values()))} >= {Status.REJECTED}
    assert [event.status for event in window.document.events([m.id for m in members])] == [Status.REJECTED] * 2


def test_a_theme_colours_what_is_selected_in_the_text(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.select([ids["aground"]])
    light = {each.format.background().color().name() for each in window.reader.text.extraSelections()}
    theme().choose("dark")
    dark = {each.format.background().color().name() for each in window.reader.text.extraSelections()}
    theme().choose("light")
    assert light
    assert not light & dark


def test_what_a_filter_finds_is_brought_into_sight(window: MainWindow, ids: dict[str, int]) -> None:
    window.times.view.show_range(moment(2025, 3, 20), moment(2025, 4, 10))
    window.document.set_filter(Filter(weight=MAIN_WEIGHT, text="accident", begin=moment(2019), until=moment(2020)))
    begin, until = window.times.view.visible_range
    assert begin <= moment(2019)
    assert until >= moment(2020)


LATER = 15
"""Looks within which a window comes to rest: what is worked out later than it is shown is worked out by then."""


@pytest.mark.parametrize("width", [1024, 1280, 1800])
def test_a_window_at_rest_does_nothing(window: MainWindow, qtbot: QtBot, qapp: QApplication, width: int) -> None:
    class Heard(QObject):
        """Counts what Qt has the window's widgets do."""

        events = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 # as Qt names it
            if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Paint, QEvent.Type.Resize):
                self.events += 1
            return False

    def in_a_while() -> int:
        """How much happens in 200 ms: the time itself is what is measured, so nothing can be waited for instead."""
        heard = Heard()
        qapp.installEventFilter(heard)
        qtbot.wait(200)
        qapp.removeEventFilter(heard)
        return heard.events

    window.resize(width, 700)
    window.document.set_filter(Filter(certainties=(Certainty.REPORTED,)))
    for view in (1, 2, 0):
        window.show_view(view)
        happened = list(itertools.takewhile(lambda events: events >= 10, (in_a_while() for _ in range(LATER))))
        assert len(happened) < LATER, f"the window goes on and on: {happened}"
