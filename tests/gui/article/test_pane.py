"""The reader: the article, its marks, and the shared selection."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dateline.core.change import edited
from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Certainty
from dateline.gui.article.pane import ReaderView, welcome
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.library import edits

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def reader(document: Document, selection: Selection, ids: dict[str, int], qtbot: QtBot) -> ReaderView:
    """The reader on the ferry's article."""
    made = ReaderView(document, selection, QLabel("Drop articles here"))
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    selection.read(ids["ferry"])
    return made


def click(qtbot: QtBot, reader: ReaderView, words: str, keys: Qt.KeyboardModifier = NONE) -> None:
    article = reader.article
    assert article is not None
    place = article.text.index(words) + 1
    where = reader.text.cursorRect(reader.text.cursor_at(place, place)).center() + QPoint(2, 0)
    qtbot.mouseClick(reader.text.viewport(), Qt.MouseButton.LeftButton, keys, where)


def marked(reader: ReaderView) -> dict[int, str]:
    """The events marked in the text, each with its style."""
    return {mark.id: mark.style for mark in reader.text._marks if mark.kind == "event"}


def test_without_an_article_it_says_what_to_do(reader: ReaderView, selection: Selection) -> None:
    said = reader.findChild(QLabel)
    assert said is not None
    assert not said.isVisible()
    selection.read(None)
    assert said.isVisible()
    assert reader.article is None
    reader.search()
    reader.step(1)
    assert not reader.next_unresolved()


def test_events_are_marked_by_how_sure_they_are(reader: ReaderView, ids: dict[str, int]) -> None:
    assert [event.id for event in reader.events] == [ids[n] for n in ("aground", "refloat", "asleep", "accident")]
    assert marked(reader) == {
        ids["aground"]: "reported", ids["refloat"]: "planned", ids["asleep"]: "denied", ids["accident"]: "reported"
    }  # fmt: skip


def test_what_is_rejected_binned_or_filtered_out_is_not_marked(
    reader: ReaderView, document: Document, ids: dict[str, int]
) -> None:
    document.do(edits.reject(document.events([ids["aground"]])))
    document.do(edits.bin_(document.events([ids["refloat"]])))
    assert marked(reader).keys() == {ids["asleep"], ids["accident"]}
    document.set_filter(Filter(weight=MAIN_WEIGHT, certainties=(Certainty.DENIED,)))
    assert marked(reader).keys() == {ids["asleep"]}


def test_what_is_mentioned_in_passing_is_faint_when_it_is_shown(
    reader: ReaderView, document: Document, ids: dict[str, int]
) -> None:
    [event] = document.events([ids["accident"]])
    document.do(edited("Light", [(event, replace(event, weight=0.1))]))
    assert ids["accident"] not in marked(reader)
    document.set_filter(Filter())
    assert marked(reader)[ids["accident"]] == "passing"


def test_clicks_select_add_and_take_out(
    reader: ReaderView, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    chosen = []
    for words, keys in (("ran aground", NONE), ("refloat", ctrl), ("ran aground", ctrl)):
        click(qtbot, reader, words, keys)
        chosen.append(selection.events)
    assert chosen == [(ids["aground"],), (ids["aground"], ids["refloat"]), (ids["refloat"],)]


def test_a_click_on_a_time_selects_what_hangs_on_it(
    reader: ReaderView, selection: Selection, document: Document, ids: dict[str, int], qtbot: QtBot
) -> None:
    click(qtbot, reader, "Saturday night")
    assert selection.events == (ids["aground"],)
    selection.read(ids["strike"])
    document.do(edits.reject(document.events([ids["ended"]])))
    click(qtbot, reader, "Monday")  # nothing hangs on it, and it waits for a date
    assert reader.date_bar.field.isVisible()


def test_steps_go_through_the_events_of_the_text_and_round(
    reader: ReaderView, selection: Selection, ids: dict[str, int]
) -> None:
    seen = []
    for by in (1, 1, 1, 1, 1, -1, -1):
        reader.step(by)
        seen.append(selection.last)
    names = ("aground", "refloat", "asleep", "accident", "aground", "accident", "asleep")
    assert seen == [ids[name] for name in names]


def test_steps_pass_over_what_is_not_shown(
    reader: ReaderView, selection: Selection, document: Document, ids: dict[str, int]
) -> None:
    document.set_filter(Filter(certainties=(Certainty.PLANNED, Certainty.DENIED)))
    document.do(edits.reject(document.events([ids["asleep"]])))
    for _ in range(2):
        reader.step(1)
        assert selection.last == ids["refloat"]


def test_what_is_selected_elsewhere_stands_out_with_its_sentence(
    reader: ReaderView, selection: Selection, ids: dict[str, int]
) -> None:
    selection.select([ids["refloat"]])
    words = [each.cursor.selectedText().strip() for each in reader.text.extraSelections()]
    assert "The company plans to refloat her next week." in words
    assert "refloat" in words


def test_expressions_without_a_date_are_gone_through_and_round(
    reader: ReaderView, selection: Selection, ids: dict[str, int]
) -> None:
    selection.read(ids["strike"])
    blocks = []
    for _ in range(3):
        assert reader.next_unresolved()
        blocks.append(reader.text.textCursor().position())
    assert blocks[0] < blocks[1]
    assert blocks[2] == blocks[0]
    selection.read(ids["ferry"])
    assert not reader.next_unresolved()  # all have theirs


def test_a_change_of_the_title_shows_and_a_search_ends_with_its_text(
    reader: ReaderView, document: Document, ids: dict[str, int], qtbot: QtBot
) -> None:
    reader.search()
    qtbot.keyClicks(reader.find_bar.field, "captain")
    assert reader.text.textCursor().selectedText() == "captain"
    document.do(edits.confirm(document.events([ids["aground"]])))
    assert reader.find_bar.isVisible()
    article = document.article(ids["ferry"])
    assert article is not None
    document.do(edited("Title", [(article, replace(article, title="Aurora aground"))]))
    assert reader.text.toPlainText().startswith("Aurora aground")
    assert reader.find_bar.isHidden()


def test_a_chosen_date_is_handed_on(reader: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.date_chosen) as chosen:
        reader.date_bar.chosen.emit("2025-03-31", "the page")
    assert chosen.args == ["2025-03-31", "the page"]


def test_the_article_s_own_type(reader: ReaderView) -> None:
    reader.set_type(20, 150)
    assert reader.text.document().defaultFont().pointSizeF() == 20


def test_a_newcomer_is_offered_two_ways_in(qtbot: QtBot) -> None:
    done: list[str] = []
    page = welcome(lambda: done.append("add"), lambda: done.append("sample"))
    qtbot.addWidget(page)
    for button in page.findChildren(QPushButton):
        button.click()
    assert done == ["add", "sample"]
