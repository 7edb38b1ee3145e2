"""The window on a library: what it shows at first, and what can be done."""

from collections.abc import Callable
from pathlib import Path

from dateline.gui.shell.main_window import MainWindow
from dateline.library import Library


def test_opens_on_the_newest_article_with_its_events(window: MainWindow, ids: dict[str, int]) -> None:
    assert window.selection.article == ids["ferry"]
    assert "ran aground" in window.reader.text.toPlainText()
    assert window.filter_bar.count.text() == "7 of 7"
    assert window.shelf.events.total == 3  # what the undated article says of Monday and Tuesday, and a denial
    assert window.windowTitle() == "Test"


def test_an_empty_library_says_what_to_do(empty_window: MainWindow) -> None:
    assert empty_window.selection.article is None
    assert not empty_window.actions_.named("export_image").isEnabled()
    assert not empty_window.actions_.named("rename").isEnabled()
    assert empty_window.actions_.named("import_files").isEnabled()


def test_an_article_that_goes_while_it_is_read_makes_room_for_the_next(window: MainWindow, ids: dict[str, int]) -> None:
    window.actions_.named("delete_article").trigger()
    assert window.selection.article == ids["strike"]
    window.document.stack.undo()
    assert window.articles.articles.rowCount() == 2


def test_a_read_only_library_offers_no_edits(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    Library.open(tmp_path / "Old.dateline").close()
    window = make_window(Library.open(tmp_path / "Old.dateline", read_only=True))
    assert not window.actions_.named("import_files").isEnabled()
    assert "reading only" in window.windowTitle()
