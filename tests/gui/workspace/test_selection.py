"""What is selected, shared by all panes."""

import pytest

from dateline.gui.workspace.document import Document
from dateline.gui.workspace.selection import Selection


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)


@pytest.fixture
def told(selection: Selection) -> list[str]:
    """What was told, in order."""
    heard: list[str] = []
    selection.changed.connect(lambda: heard.append("events"))
    selection.article_changed.connect(lambda: heard.append("article"))
    return heard


def test_an_event_brings_its_article_along(selection: Selection, told: list[str], ids: dict[str, int]) -> None:
    selection.select([ids["aground"], ids["began"], ids["aground"]])
    assert selection.events == (ids["aground"], ids["began"])
    assert selection.last == ids["began"]
    assert selection.article == ids["strike"]  # the last one's
    assert told == ["article", "events"]


def test_the_same_again_is_not_told(selection: Selection, told: list[str], ids: dict[str, int]) -> None:
    selection.select([ids["aground"]])
    told.clear()
    selection.select([ids["aground"]])
    selection.read(ids["ferry"])
    assert told == []


def test_another_article_lets_the_events_go_unless_they_are_kept(
    selection: Selection, told: list[str], ids: dict[str, int]
) -> None:
    selection.select([ids["aground"]])
    told.clear()
    selection.read(ids["strike"], keep=True)
    kept = selection.events
    selection.read(ids["ferry"])
    assert (kept, selection.events) == ((ids["aground"],), ())
    assert told == ["article", "events", "article"]


def test_without_events_there_is_no_last_and_one_that_is_gone_moves_no_article(
    selection: Selection, ids: dict[str, int]
) -> None:
    assert selection.last is None
    selection.read(ids["ferry"])
    selection.select([10**9])
    assert selection.article == ids["ferry"]
