"""The open library: every edit a change on one undo stack, told to everyone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from dateline.core.change import Change, added
from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Article
from dateline.errors import LibraryError
from dateline.gui.workspace.document import START, Document
from dateline.library import Library, edits


@pytest.fixture
def told(document: Document) -> list[object]:
    """The changes that were told."""
    heard: list[object] = []
    document.changed.connect(heard.append)
    return heard


def title(document: Document, event: int) -> str:
    [found] = document.events([event])
    return found.title


def rename(document: Document, event: int, to: str) -> Change:
    return edits.rename(document.events([event])[0], to)


def test_a_change_is_made_told_undone_and_made_again(
    document: Document, told: list[object], ids: dict[str, int]
) -> None:
    change = rename(document, ids["began"], "Dockers walk out")
    assert document.do(change)
    assert told == [change]
    titles = []
    for step in (document.stack.undo, document.stack.redo):
        step()
        titles.append(title(document, ids["began"]))
    assert titles == ["The strike began", "Dockers walk out"]
    assert len(told) == 3


def test_a_change_that_changes_nothing_is_no_step(document: Document, told: list[object]) -> None:
    assert document.do(added("Nothing", []))
    assert document.stack.count() == 0
    assert told == []


def test_what_the_library_refuses_is_said_and_is_no_step(document: Document, ids: dict[str, int], qtbot: QtBot) -> None:
    first, second = (rename(document, ids["began"], words) for words in ("One", "Two"))
    assert document.do(first)
    with qtbot.waitSignal(document.failed) as failed:
        assert not document.do(second)
    assert failed.args
    assert document.stack.count() == 1
    assert title(document, ids["began"]) == "One"


def test_changes_of_one_import_are_undone_in_one_go(document: Document) -> None:
    for n in range(3):
        document.do(added("Import", [Article(id=900 + n, text=f"t{n}", title=f"t{n}")]), batch=7, quiet=True)
    document.do(added("Another", [Article(id=950, text="u", title="u")]), batch=8)
    assert [document.stack.text(n) for n in range(document.stack.count())] == ["Import", "Another"]
    document.stack.undo()
    document.stack.undo()
    assert len(document.library.articles([900, 901, 902])) == 0
    document.stack.redo()
    assert len(document.library.articles([900, 901, 902])) == 3


def test_quiet_changes_are_told_once_for_all(document: Document, told: list[object], ids: dict[str, int]) -> None:
    document.do(rename(document, ids["began"], "One"), quiet=True)
    assert told == []
    document.tell()
    assert told == [None]


def test_what_was_applied_elsewhere_can_be_undone_as_one(
    document: Document, told: list[object], ids: dict[str, int]
) -> None:
    one, two = rename(document, ids["began"], "One"), rename(document, ids["ended"], "Two")
    for change in (one, two):
        document.library.apply(change)
    document.adopt([one, two])
    assert told == [None]
    document.stack.undo()
    assert (title(document, ids["began"]), title(document, ids["ended"])) == ("The strike began", "The strike ended")


def test_the_filter_is_told_when_it_is_another(document: Document, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(document.filter_changed):
        document.set_filter(START)
    with qtbot.waitSignal(document.filter_changed):
        document.set_filter(Filter(key=5))
    assert not document.narrowed  # how much is shown narrows nothing
    document.set_filter(Filter(key=5, text="quay"))
    assert document.narrowed


def test_key_events_have_a_reason_while_they_are_asked_for(document: Document, ids: dict[str, int]) -> None:
    assert document.why_key(ids["began"]) is None
    document.set_filter(Filter(key=2))
    reasons = [document.why_key(ids[name]) for name in ("aground", "refloat", "accident", "began")]
    assert sum(reason is not None for reason in reasons) == 2
    document.set_filter(Filter(weight=MAIN_WEIGHT))
    assert document.why_key(ids["began"]) is None


def test_merged_events_are_stood_for_by_one_and_told_by_all(document: Document, ids: dict[str, int]) -> None:
    document.do(edits.merge(document.events([ids["accident"], ids["began"]])))
    leaders = document.leaders([ids["accident"], ids["began"], ids["refloat"]])
    assert len(leaders) == 2
    assert document.told_by(leaders) == {leaders[0]: 2, ids["refloat"]: 1}


def test_articles_in_the_bin_are_not_read(document: Document, ids: dict[str, int]) -> None:
    before = len(document.headings())
    document.do(edits.bin_(document.library.articles([ids["ferry"]])))
    assert document.article(ids["ferry"]) is None
    assert document.article(None) is None
    assert len(document.headings()) == before - 1


def test_another_library_begins_anew_and_the_one_before_is_closed(
    document: Document, told: list[object], ids: dict[str, int], tmp_path: Path, qtbot: QtBot
) -> None:
    old = document.library
    document.do(rename(document, ids["began"], "One"))
    document.set_filter(Filter(text="quay"))
    document.replace(Library.open(tmp_path / "Other.dateline"))
    assert document.filter == START
    assert document.stack.count() == 0
    assert told[-1] is None
    with pytest.raises(LibraryError):
        old.count()
    qtbot.waitUntil(lambda: not document.findChildren(QTimer))  # the backup of the one before is made
    document.library.close()
