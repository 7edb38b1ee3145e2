"""The pane of the events: chronicle or timeline to scale, with the overview, fed from the library."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage
from pytestqt.qtbot import QtBot

from dateline.core.change import Change, edited
from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Certainty
from dateline.core.moment import DAY, moment
from dateline.gui.timeline.pane import TimePane
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.library import edits


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def pane(document: Document, selection: Selection, qtbot: QtBot) -> TimePane:
    """The pane on a library of two articles, four of whose events have a date."""
    made = TimePane(document, selection)
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def lines(pane: TimePane) -> list[str]:
    return [
        told.title for told in pane._told_of([p.block.event for p in pane.chronicle.sight().entries if p.block.event])
    ]


def dated(pane: TimePane) -> set[int]:
    return set(pane.chronicle.spans.ids.tolist())


def test_what_has_a_date_is_shown_with_its_titles(pane: TimePane, ids: dict[str, int]) -> None:
    assert dated(pane) == {ids[name] for name in ("aground", "refloat", "accident", "began")}
    assert {"The ferry ran aground", "The strike began"} <= set(lines(pane))


def test_the_filter_narrows_all_views_and_the_overview_keeps_what_its_brush_leaves_out(
    pane: TimePane, document: Document, ids: dict[str, int]
) -> None:
    pane.set_scaled(scaled=True)
    document.set_filter(Filter(weight=MAIN_WEIGHT, begin=moment(2025), until=moment(2026)))
    assert ids["accident"] not in dated(pane)
    assert ids["accident"] not in pane.view.spans.ids
    assert pane.minimap.density().sum() == 4
    assert pane.minimap.brush == (moment(2025), moment(2026))
    assert pane.narrowed
    document.set_filter(Filter(weight=MAIN_WEIGHT, text="strike"))
    assert pane.minimap.density().sum() == 1


def test_a_brush_over_the_overview_filters_by_time(pane: TimePane, document: Document) -> None:
    pane.minimap.brushed.emit(moment(2025, 3, 1), moment(2025, 3, 5))
    assert (document.filter.begin, document.filter.until) == (moment(2025, 3, 1), moment(2025, 3, 5))
    assert document.filter.weight == MAIN_WEIGHT
    pane.minimap.cleared.emit()
    assert (document.filter.begin, document.filter.until) == (None, None)


def test_what_is_chosen_in_one_view_is_chosen_in_all(pane: TimePane, selection: Selection, ids: dict[str, int]) -> None:
    pane.chronicle.selected.emit([ids["aground"]])
    assert selection.events == (ids["aground"],)
    assert pane.view.chosen == {ids["aground"]}
    selection.select([ids["began"]])
    assert pane.view.chosen == {ids["began"]}
    assert set(pane.chronicle.chosen) == {ids["began"]}
    begin, until = pane.view.visible_range
    assert begin <= moment(2025, 3, 3) < until


def test_the_two_views_show_the_same_time(pane: TimePane, ids: dict[str, int]) -> None:
    assert not pane.scaled
    assert pane.place() == []
    before = pane.chronicle.visible_range
    pane.set_scaled(scaled=True)
    assert pane.current is pane.view
    assert pane.view.isVisible()
    assert not pane.chronicle.isVisible()
    assert pane.view.visible_range == before
    assert pane.focusProxy() is pane.view
    pane.view.show_range(moment(2025, 3, 1), moment(2025, 3, 20))
    assert pane.place() == [moment(2025, 3, 1), moment(2025, 3, 20)]
    pane.set_scaled(scaled=False)
    assert pane.chronicle.isVisible()


def test_a_double_click_asks_for_the_text_of_the_event(
    pane: TimePane, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.text_wanted) as asked:
        pane.chronicle.activated.emit(ids["refloat"])
    assert asked.args == [ids["refloat"]]
    assert selection.events == (ids["refloat"],)


def test_escape_leaves_and_u_asks_for_what_has_no_date(pane: TimePane, qtbot: QtBot) -> None:
    for scaled in (False, True):
        pane.set_scaled(scaled=scaled)
        with qtbot.waitSignals([pane.left, pane.undated_wanted]):
            qtbot.keyClick(pane.current, Qt.Key.Key_Escape)
            qtbot.keyClick(pane.current, Qt.Key.Key_U)


def test_a_bound_that_is_dragged_is_a_change_that_keeps_how_the_date_was_told(
    pane: TimePane, document: Document, ids: dict[str, int], qtbot: QtBot
) -> None:
    [event] = document.events([ids["began"]])
    begin, later = moment(2025, 3, 3), moment(2025, 3, 8)
    with qtbot.waitSignal(pane.changed) as wanted:
        pane.view.bounds_edited.emit(event.id, (begin, later, begin, later))
    [change] = wanted.args or [None]
    assert isinstance(change, Change)
    document.do(change)
    [moved] = document.events([event.id])
    assert (moved.earliest, moved.latest, moved.granularity) == (begin, later, event.granularity)
    assert "latest" in moved.corrected
    row = pane.view.row_of(event.id)
    assert pane.view.spans.latest[row] == later


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("article", {"Ferry runs aground off Sandholm", "Dockers end strike"}),
        ("certainty", {"Reported", "Planned"}),
        ("place", {"Sandholm", "None"}),
    ],
)
def test_lanes_are_named_in_the_window_s_words(pane: TimePane, by: str, names: set[str]) -> None:
    pane.set_lanes(by)
    assert set(pane.view.spans.lanes) == names
    assert pane.by == pane.lanes.currentData() == by
    assert pane.chronicle.lanes.names
    pane.set_lanes("colour")  # there are none by that
    assert pane.by == by
    pane.set_lanes("none")
    assert len(pane.view.spans.lanes) == 1


def test_lanes_are_chosen_by_keys(pane: TimePane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.lanes, Qt.Key.Key_Down)
    assert pane.by == "article"


def test_lanes_without_room_share_one(pane: TimePane, document: Document, ids: dict[str, int]) -> None:
    for name, tag in (("aground", "sea"), ("refloat", "law"), ("accident", "past"), ("began", "work")):
        document.do(edits.tag(document.events([ids[name]]), tag))
    pane.set_lanes("tag")
    assert pane.view.spans.lanes[-1] == "Others"
    assert len(pane.view.spans.lanes) == 2
    pane.set_scaled(scaled=True)
    pane.resize(1400, 700)
    assert {"sea", "law", "past", "work"} <= set(pane.view.spans.lanes)


def test_time_runs_down_beside_the_overview_or_to_the_right_above_it(pane: TimePane, qtbot: QtBot) -> None:
    pane.set_scaled(scaled=True)
    assert pane.minimap.mapTo(pane, QPoint()).x() > pane.view.mapTo(pane, QPoint()).x()
    pane.set_vertical(vertical=False)
    qtbot.waitUntil(lambda: pane.minimap.mapTo(pane, QPoint()).y() > 100)
    assert not pane.view.vertical
    assert not pane.vertical


def test_a_changed_date_is_followed_where_it_is_selected(
    pane: TimePane, document: Document, selection: Selection, ids: dict[str, int]
) -> None:
    selection.select([ids["began"]])
    [event] = document.events([ids["began"]])
    to = moment(2030, 5, 5)
    far = replace(event, earliest=to, latest_start=to + DAY, earliest_end=to, latest=to + DAY)
    document.do(edited("Moved", [(event, far)]))
    assert event.title in lines(pane)


def test_an_article_s_events_stand_out_and_step_back_again(pane: TimePane, ids: dict[str, int]) -> None:
    def painted() -> QImage:
        return pane.chronicle.grab().toImage()

    alike = painted()
    pane.stand_out(ids["strike"])
    assert painted() != alike
    assert "The strike began" in lines(pane)
    pane.stand_out(ids["strike"])
    assert painted() == alike


def test_a_right_click_offers_the_window_s_actions_in_both_views(pane: TimePane) -> None:
    action = QAction("Confirm", pane)
    pane.offer([action])
    assert action in pane.chronicle.actions()
    assert action in pane.view.actions()


def test_all_of_a_group_are_wanted_in_the_table(pane: TimePane, document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.table_wanted):
        pane.view.listing_requested.emit(moment(2025, 3, 1), moment(2025, 3, 5))
    assert document.filter.begin == moment(2025, 3, 1)


def test_hovering_says_what_the_event_is(pane: TimePane, document: Document, ids: dict[str, int]) -> None:
    assert "The strike began" in pane.view.tooltip_of(ids["began"])
    document.do(edits.bin_(document.events([ids["began"]])))
    assert ids["began"] not in dated(pane)
    assert pane._tip(10**9) == ""


def test_publication_dates_are_on_the_axis(pane: TimePane, ids: dict[str, int]) -> None:
    assert pane.view.state.view.publications == ((moment(2025, 3, 30), ids["ferry"]),)


def test_a_planned_event_says_so(pane: TimePane, ids: dict[str, int]) -> None:
    assert pane.view.caption_of(ids["refloat"]).words.endswith(f"· {Certainty.PLANNED}")
