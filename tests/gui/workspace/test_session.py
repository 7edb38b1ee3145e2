"""Where the reader left off, kept in one small file."""

import json
from pathlib import Path

import pytest

from dateline import paths
from dateline.gui.workspace.session import RECENT, Session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "window.json"


def test_what_was_kept_comes_back(file: Path) -> None:
    session = Session(file)
    assert not file.exists()
    session.set(panes=[1, 2, 3], library="x", table=True, tags=["sea"])
    session.save()
    again = Session(file)
    assert (again.numbers("panes"), again.text("library"), again.flag("table")) == ([1, 2, 3], "x", True)
    assert again.texts("tags") == ["sea"]


@pytest.mark.parametrize("content", ["{broken", "[1, 2]", '"text"', "\x00"])
def test_a_file_that_cannot_be_read_counts_as_empty(file: Path, content: str) -> None:
    file.write_text(content)
    session = Session(file)
    assert session.text("library") == ""
    assert session.libraries() == []


def test_a_value_of_another_kind_counts_as_none(file: Path) -> None:
    file.write_text(json.dumps({"panes": [1, "2"], "library": 5, "table": 1, "libraries": [], "tags": ["a", 2]}))
    session = Session(file)
    assert session.numbers("panes") == []
    assert session.text("library") == ""
    assert session.flag("table", default=True)
    assert session.mapping("libraries") == {}
    assert session.texts("tags") == ["a"]


def test_each_library_has_its_own_place_and_the_last_comes_first(file: Path, tmp_path: Path) -> None:
    session = Session(file)
    one, two = tmp_path / "One.dateline", tmp_path / "Two.dateline"
    session.set_library(one, article=[5])
    session.set_library(two, article=[6])
    session.set_library(one, article=[7])
    session.save()
    again = Session(file)
    assert again.libraries() == [one, two]
    assert again.of_library(one).numbers("article") == [7]
    assert again.of_library(two).numbers("article") == [6]
    assert again.of_library(None).numbers("article") == []
    assert again.text("library") == str(one)


def test_only_so_many_libraries_are_remembered(file: Path) -> None:
    session = Session(file)
    for n in range(RECENT + 3):
        session.set_library(Path(f"/news/{n}.dateline"))
    assert len(session.libraries()) == RECENT
    assert session.libraries()[-1] == Path("/news/3.dateline")


def test_a_folder_that_cannot_be_written_costs_only_the_session(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(paths, "replace_file", full)
    session = Session(file)
    session.set(library="x")
    session.save()
    assert session.text("library") == "x"
    assert not file.exists()
