"""The API for notebooks and scripts: its page's examples, its contract, and what importing it costs."""

import doctest
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

import dateline
from dateline import paths
from dateline.errors import Refused

PAGE = paths.resources() / "docs" / "api.md"


def test_the_examples_of_the_page_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(paths.resources())
    ran = doctest.testfile(
        str(PAGE), module_relative=False, encoding="utf-8", globs={"datetime": __import__("datetime")}
    )
    assert ran.attempted >= 8
    assert ran.failed == 0


def test_importing_loads_nothing_that_is_not_asked_for() -> None:
    code = "import sys, dateline; print(*[name for name in sys.modules if name.startswith('dateline.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["dateline.version"]


def test_all_that_is_offered_is_there() -> None:
    assert all(getattr(dateline, name) for name in dateline.__all__)
    assert set(dateline.__all__) <= set(dir(dateline))
    with pytest.raises(AttributeError, match="no attribute 'find_time'"):
        dateline.find_time  # noqa: B018


def test_every_year_has_its_text_and_only_those_that_python_knows_a_datetime() -> None:
    (long_ago,) = dateline.find_times("in 300 BC")
    assert (long_ago.begin, long_ago.begin_iso) == (None, "-0299-01-01")
    (lately,) = dateline.find_times("on 5 May 2021")
    assert (lately.begin, lately.to_dict()["until"]) == (datetime(2021, 5, 5), datetime(2021, 5, 6))  # noqa: DTZ001


def test_a_publication_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        dateline.find_events("The bridge fell.", published="soon")


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(Refused, match="empty"):
        dateline.read(tmp_path)
    (tmp_path / "b.txt").write_text("The ferry sank off Holm on Friday, the harbour master said in the evening.")
    with pytest.warns(UserWarning, match="empty"):
        assert len(dateline.read(tmp_path)) == 1


def test_a_library_is_read(imported_library: Path) -> None:
    with dateline.Library(imported_library) as library:
        assert library.articles()
        assert {event.article for event in library.events()} <= {article.id for article in library.articles()}
        assert len(library.events(every=True)) > len(library.events())
        assert next(iter(library.times())).text


@pytest.fixture
def imported_library(tmp_path: Path) -> Path:
    file = tmp_path / "one.dateline"
    article = tmp_path / "flood.txt"
    article.write_text(
        "3 March 2026\n\nThe river broke its bank on Sunday. “It came fast,” she said. Ten people were rescued."
    )
    command: list[str | Path] = [sys.executable, "-m", "dateline", "import", article, "--library", file]
    subprocess.run(command, check=True, capture_output=True)
    return file
