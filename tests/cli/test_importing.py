"""`dateline import`: the outcome of every file, and an import that cannot go on."""

import csv
import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.made import GOOD, Write

from dateline.app import importing
from dateline.cli import run
from dateline.core.change import Change
from dateline.core.model import Article, Bundle
from dateline.errors import LibraryError
from dateline.library import Library

FULL = "The disk is full."


def outcomes(*_arguments: object) -> Iterator[importing.Outcome]:
    """Three articles, and then whatever the test has happen."""
    for number in range(1, 4):
        article = Article(id=number, text=f"A ferry ran aground {number}.", title=f"Ferry {number}", digest=str(number))
        yield importing.Outcome(f"{number}.txt", "read", bundle=Bundle((article,)))
    os.kill(os.getpid(), signal.SIGTERM)
    yield importing.Outcome("4.txt", "refused", "never reached")


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command's words; what it reads is made up."""
    monkeypatch.setattr(importing, "import_files", outcomes)
    file = tmp_path / "a.txt"
    file.write_text("A ferry ran aground.")
    report = str(tmp_path / "report.csv")
    return ["import", "--library", str(tmp_path / "L.dateline"), "--report", report, str(file)]


def kept(tmp_path: Path) -> list[str]:
    with Library.open(tmp_path / "L.dateline", read_only=True) as library:
        return [article.title for article in library.articles()]


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
def test_ended_from_outside(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == 128 + signal.SIGTERM
    assert "Kept so far" in capsys.readouterr().err
    assert len(kept(tmp_path)) == 3
    assert (tmp_path / "report.csv").read_text(encoding="utf-8-sig").count("read") >= 3


def test_a_disk_that_is_full(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Library.apply

    def apply(library: Library, *changes: Change) -> None:
        if library.history(1) and library.history(1)[0].id >= 2:
            raise LibraryError(FULL)
        real(library, *changes)

    monkeypatch.setattr(Library, "apply", apply)
    assert run(words) == 1
    told = capsys.readouterr().err
    assert FULL in told
    assert "2 read, 1 refused" in told
    assert kept(tmp_path) == ["Ferry 1", "Ferry 2"]
    assert FULL in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_what_is_there_is_not_read_in_twice(dateline: Any, library: Path, samples: Path) -> None:
    before = dateline("library", "list", "--library", library).out
    ran = dateline("import", samples / "port-strike-wire.txt", "--library", library)
    assert ran.status == 0
    assert "already here" in ran.out
    assert dateline("library", "list", "--library", library).out == before


def test_the_outcome_of_every_file_is_told_and_kept(dateline: Any, write: Write, folder: Path) -> None:
    good, empty = write("good.txt", GOOD), write("empty.txt", "")
    twin = write("twin.txt", GOOD)
    ran = dateline("import", good, empty, twin, "--library", "new.dateline", "--report", "report.csv")
    assert ran.status == 1
    assert f"{empty}: refused: " in ran.err
    rows = list(csv.DictReader(io.StringIO((folder / "report.csv").read_text(encoding="utf-8-sig"))))
    assert {Path(row["file"]).name: row["outcome"] for row in rows if row["outcome"] != "already here"}.keys() >= {
        "empty.txt"
    }
    assert sorted(row["outcome"] for row in rows) == ["already here", "read", "refused"]
    assert all(row["reason"] for row in rows if row["outcome"] != "read")


def test_a_library_whose_folder_cannot_be_made_is_said(dateline: Any, write: Write) -> None:
    good = write("good.txt", GOOD)
    ran = dateline("import", good, "--library", good / "no" / "x.dateline")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1
