"""What a disk or another program changes is noticed, told with the backup that is sound, and taken over by nothing."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.core.change import added, edited
from dateline.core.digest import digest
from dateline.core.model import Article, Event, Row
from dateline.errors import LibraryDamaged
from dateline.library import Library, backups, seals
from dateline.library.folding import Folding
from dateline.library.witness import Witness

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks" / "library_rot.py"
TEXT = "The weir at Tolm gave way on Friday. Two barns were swept off."
ROWS: list[Row] = [
    Article(id=1, text=TEXT, title="Weir gives way", digest=digest(TEXT)),
    Event(id=2, article=1, title="Weir gave way", start=17, end=21, sentence_end=36, weight=1, confidence=1),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with an article and an event, closed and backed up."""
    file = tmp_path / "L.dateline"
    with Library.open(file) as library:
        library.apply(added("Import", ROWS))
    return file


def meddled(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


CHANGES = [
    ("UPDATE articles SET text = replace(text, 'Friday', 'Monday')", "The article “Weir gives way”"),
    ("UPDATE events SET earliest = 7", "The event “Weir gave way”"),
    ("UPDATE events SET title = 'Weir held'", "The event “Weir held”"),
    ("UPDATE history SET label = 'x'", "The change “x”"),
]


@pytest.mark.parametrize(("statement", "told"), CHANGES)
@pytest.mark.parametrize("witnessed", [True, False])
def test_a_changed_value_is_told_with_the_sound_backup(path: Path, statement: str, told: str, witnessed: bool) -> None:
    if not witnessed:  # as in a copy on another computer
        Witness(path).forget()
    (sound,) = backups.listed(path)
    meddled(path, statement)
    with Library.open(path, read_only=True) as library:
        assert any(problem.startswith(told) for problem in library.check())
        problem = library.start_check().result()
    assert problem is not None
    assert problem.startswith(told)
    assert f"“{sound.name}”" in problem


def test_no_sound_backup_gives_way_to_a_rotten_one(path: Path) -> None:
    before = backups.listed(path)
    meddled(path, CHANGES[1][0])
    with pytest.raises(LibraryDamaged, match="no backup was replaced") as caught:
        backups.make(path, keep=1)
    assert caught.value.backup == before[0]
    assert backups.listed(path) == before


def test_the_backup_named_is_one_that_has_the_row(path: Path) -> None:
    with Library.open(path) as library:
        library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    newest, first = backups.listed(path)
    meddled(newest, "UPDATE articles SET title = 'x' WHERE id = 1")
    meddled(path, "UPDATE articles SET note = 'x' WHERE id = 1")
    assert backups.with_sound_rows(path) == first


def test_words_that_have_rotted_do_not_become_what_is_found(path: Path) -> None:
    meddled(path, CHANGES[0][0])
    with Library.open(path) as library:
        with pytest.raises(LibraryDamaged, match="Go back to a backup"):
            library.reindex()
        library.changed = False


def test_a_text_is_held_against_its_digest_too(path: Path) -> None:
    meddled(path, CHANGES[0][0])
    with closing(sqlite3.connect(path)) as connection:
        seals.seal_all(connection)  # as a migration would that finds the text so
        connection.commit()
        assert [rot.table for rot in seals.rotten(connection)] == ["articles"]


def test_every_write_seals_its_rows(path: Path) -> None:
    with Library.open(path) as library:
        event = library.event(2)
        assert event is not None
        library.apply(edited("", [(event, replace(event, note="n", weight=0))]))
        library.apply(library.change(library.applied).inverse())
        assert library.check() == []


@pytest.mark.parametrize("torn", [True, False])
def test_a_lost_or_torn_log_is_told(path: Path, torn: bool) -> None:
    library = Library.open(path)
    library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    log = path.with_name(path.name + "-wal")
    content, whole = log.read_bytes(), path.read_bytes()
    library.close(backup=False)
    path.write_bytes(whole)  # as a killed process leaves it
    if torn:
        log.write_bytes(content[: len(content) // 2])
    with Library.open(path) as opened:
        assert opened.damage.startswith("1 changes are missing")
        assert opened.article(3) is None
    assert "changes are missing" in (backups.verify(path) or "")


def test_a_restored_library_misses_nothing(path: Path) -> None:
    (first,) = backups.listed(path)
    with Library.open(path) as library:
        library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    Library.restore(first, path)
    assert backups.verify(path) is None
    with Library.open(path) as library:
        assert library.damage == ""


def test_another_library_in_its_place_misses_nothing(path: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "Other.dateline") as other:
        other.apply(added("Import", ROWS[:1]))
    with Library.open(path) as library:
        library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    (tmp_path / "Other.dateline").replace(path)
    assert backups.verify(path) is None


def test_a_quiet_moment_folds_the_log_in(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr("dateline.library.folding.QUIET", 0.01)
    library = Library.open(path)
    library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    assert folded_soon(lambda: b"A ferry ran aground." in path.read_bytes())
    library.close()


def folded_soon(seen: Callable[[], bool]) -> bool:
    import threading

    for thread in threading.enumerate():
        if thread.name == "dateline folding":
            for _ in range(500):
                if seen():
                    return True
                thread.join(0.02)
    return seen()


def test_folding_ends_with_its_library(tmp_path: Path) -> None:
    calls: list[Path] = []
    folding = Folding(tmp_path, calls.append)
    folding.written()
    folding.end()
    assert calls == []


def test_flipped_bits_and_changed_values_are_noticed() -> None:
    """The short form of `tests/benchmarks/library_rot.py`."""
    words = [sys.executable, str(BENCHMARK), "--flips", "12", "--values", "12", "--articles", "6"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
