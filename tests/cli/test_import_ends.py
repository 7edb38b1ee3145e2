"""An import that cannot go on keeps what it has done, and says what that is."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

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
