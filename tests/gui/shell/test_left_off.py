"""What is kept on leaving, and put back on coming again."""

from collections.abc import Callable
from pathlib import Path

from dateline.core.filter import Filter
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.session import Session
from dateline.library import Library


def test_the_session_comes_back(
    window: MainWindow, make_window: Callable[..., MainWindow], ids: dict[str, int]
) -> None:
    window.selection.read(ids["strike"])
    window.document.set_filter(Filter(text="strike"))
    window.actions_.named("show_table").trigger()
    window.actions_.named("toggle_articles").trigger()
    path, session = window.document.library.path, window.workspace.session
    window.close()
    again = make_window(Library.open(path), Session(session._file))
    assert again.selection.article == ids["strike"]
    assert again.document.filter.text == "strike"
    assert again.table.isVisible()
    assert not again.left.isVisible()


def test_what_is_selected_comes_back_with_the_session(
    make_window: Callable[..., MainWindow], window: MainWindow, ids: dict[str, int]
) -> None:
    window.selection.select([ids["accident"]])
    session, path = window.workspace.session, window.document.library.path
    window.close()
    assert path is not None
    again = make_window(Library.open(path), session)
    assert again.selection.events == (ids["accident"],)
    assert again.inspector.title.text() == "A similar accident"


def test_a_session_that_was_tampered_with_opens_all_the_same(
    make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    library = Library.open(tmp_path / "Test.dateline")
    session = Session(tmp_path / "window.json")
    assert library.path is not None
    session.set(lanes="colour")
    session.set_library(library.path, filter="nonsense", range=[5, 3], article=[4])
    window = make_window(library, session)
    assert window.times.by == "none"
    assert not window.document.narrowed


def test_panes_that_were_moved_come_back(
    make_window: Callable[..., MainWindow], window: MainWindow, ids: dict[str, int]
) -> None:
    window.actions_.named("horizontal").trigger()
    window.actions_.named("show_timeline").trigger()
    window.times.set_lanes("place")
    session, path = window.workspace.session, window.document.library.path
    window.close()
    assert path is not None
    again = make_window(Library.open(path), session)
    assert (again.times.vertical, again.times.scaled, again.times.by) == (False, True, "place")
