"""The list of articles."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.core.change import added, edited
from dateline.core.filter import Filter
from dateline.core.model import Article, Certainty
from dateline.gui.article.article_list import COUNT, ArticleList
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection
from dateline.library import edits

FERRY, STRIKE = "Ferry runs aground off Sandholm", "Dockers end strike"


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def articles(document: Document, selection: Selection, qtbot: QtBot) -> ArticleList:
    """The list of two articles, the keyboard on it."""
    made = ArticleList(document, selection)
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def shown(articles: ArticleList) -> dict[str, int]:
    """Titles in order, each with its number of events."""
    rows = (articles.articles.index(row) for row in range(articles.articles.rowCount()))
    return {row.data(): row.data(COUNT) for row in rows}


def test_the_dated_come_first_and_each_says_how_many_events_it_has(articles: ArticleList) -> None:
    assert list(shown(articles).items()) == [(FERRY, 4), (STRIKE, 3)]


def test_a_row_is_read_aloud_with_date_paper_and_number(articles: ArticleList) -> None:
    read = [articles.articles.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert read == [f"{FERRY}; 30 March 2025 · Sandholm Post; 4 events", f"{STRIKE}; No date yet; 3 events"]


def test_a_click_reads_an_article_and_so_do_arrows(
    articles: ArticleList, selection: Selection, ids: dict[str, int], qtbot: QtBot
) -> None:
    place = articles.visualRect(articles.articles.index(1)).center()
    qtbot.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selection.article == ids["strike"]
    qtbot.keyClick(articles, Qt.Key.Key_Up)
    assert selection.article == ids["ferry"]
    assert articles.chosen() == [ids["ferry"]]


def test_what_is_read_elsewhere_is_chosen_here(
    articles: ArticleList, selection: Selection, ids: dict[str, int]
) -> None:
    selection.read(ids["strike"])
    assert articles.chosen() == [ids["strike"]]
    assert articles.currentIndex().data() == STRIKE
    selection.read(None)
    assert articles.chosen() == []


def test_several_are_deleted_by_one_key(articles: ArticleList, ids: dict[str, int], qtbot: QtBot) -> None:
    articles.clearSelection()
    with qtbot.assertNotEmitted(articles.delete_wanted):
        qtbot.keyClick(articles, Qt.Key.Key_Delete)
    qtbot.keyClick(articles, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(articles.delete_wanted) as wanted:
        qtbot.keyClick(articles, Qt.Key.Key_Delete)
    assert wanted.args == [[ids["ferry"], ids["strike"]]]


def test_a_filter_leaves_the_articles_that_it_finds_something_in(articles: ArticleList, document: Document) -> None:
    document.set_filter(Filter(certainties=(Certainty.PLANNED,)))
    assert shown(articles) == {FERRY: 1}
    assert articles.articles.total == 2
    document.set_filter(Filter(key=1))  # how much is shown leaves no article out
    assert sum(shown(articles).values()) == 1
    assert len(shown(articles)) == 2


def test_a_filter_by_article_leaves_it_alone(articles: ArticleList, document: Document, ids: dict[str, int]) -> None:
    document.set_filter(Filter(articles=(ids["strike"],)))
    assert list(shown(articles)) == [STRIKE]


def test_changes_of_articles_and_events_show_and_leave_the_reader_where_he_is(
    articles: ArticleList, document: Document, selection: Selection, ids: dict[str, int]
) -> None:
    many = [Article(id=1000 + n, text=f"t{n}", title=f"Fair {n}", digest=str(n)) for n in range(60)]
    document.do(added("Many", many))
    selection.read(ids["ferry"])
    bar = articles.verticalScrollBar()
    bar.setValue(bar.maximum())
    document.do(edits.bin_(document.events([ids["aground"]])))
    assert shown(articles)[FERRY] == 3
    assert bar.value() == bar.maximum() > 0
    article = document.article(ids["strike"])
    assert article is not None
    document.do(edited("Untitled", [(article, replace(article, title=""))]))
    assert "Untitled" in shown(articles)


def test_a_title_is_set_in_two_lines_and_a_missing_date_stands_out(
    articles: ArticleList, document: Document, ids: dict[str, int]
) -> None:
    before = articles.viewport().grab().toImage()
    article = document.article(ids["strike"])
    assert article is not None
    document.do(edited("Dated", [(article, replace(article, published="2025-04-01"))]))
    assert articles.viewport().grab().toImage() != before
    assert articles.sizeHintForRow(0) >= 3 * articles.fontMetrics().height()
