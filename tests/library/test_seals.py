"""What a disk or another program changes in a row is noticed, and taken over by nothing."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.library.rotten import CHANGES, meddled

from dateline.core.change import edited
from dateline.errors import LibraryDamaged
from dateline.library import Library, backups, seals
from dateline.library.witness import Witness

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks" / "library_rot.py"


@pytest.mark.parametrize(("statement", "told"), CHANGES)
@pytest.mark.parametrize("witnessed", [True, False])
def test_a_changed_value_is_told_with_the_sound_backup(weir: Path, statement: str, told: str, witnessed: bool) -> None:
    if not witnessed:  # as in a copy on another computer
        Witness(weir).forget()
    (sound,) = backups.listed(weir)
    meddled(weir, statement)
    with Library.open(weir, read_only=True) as library:
        assert any(problem.startswith(told) for problem in library.check())
        problem = library.start_check().result()
    assert problem is not None
    assert problem.startswith(told)
    assert f"“{sound.name}”" in problem


def test_words_that_have_rotted_do_not_become_what_is_found(weir: Path) -> None:
    meddled(weir, CHANGES[0][0])
    with Library.open(weir) as library:
        with pytest.raises(LibraryDamaged, match="Go back to a backup"):
            library.reindex()
        library.changed = False


def test_a_text_is_held_against_its_digest_too(weir: Path) -> None:
    meddled(weir, CHANGES[0][0])
    with closing(sqlite3.connect(weir)) as connection:
        seals.seal_all(connection)  # as a migration would that finds the text so
        connection.commit()
        assert [rot.table for rot in seals.rotten(connection)] == ["articles"]


def test_every_write_seals_its_rows(weir: Path) -> None:
    with Library.open(weir) as library:
        event = library.event(2)
        assert event is not None
        library.apply(edited("", [(event, replace(event, note="n", weight=0))]))
        library.apply(library.change(library.applied).inverse())
        assert library.check() == []


def test_flipped_bits_and_changed_values_are_noticed() -> None:
    """The short form of `tests/benchmarks/library_rot.py`."""
    words = [sys.executable, str(BENCHMARK), "--flips", "12", "--values", "12", "--articles", "6"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_seal_tells_values_apart_and_not_how_a_number_was_kept() -> None:
    columns: dict[str, str | int | float | bytes | None] = {"id": 1, "title": "Weir", "weight": 1}
    assert seals.seal_of(columns) == seals.seal_of({"weight": 1.0, "title": "Weir", "id": 1})
    assert seals.seal_of(columns) == seals.seal_of({**columns, "title": b"Weir"})
    others: list[dict[str, str | int | float | bytes | None]] = [
        {"title": "weir"},
        {"id": 2},
        {"weight": 0.9},
        {"title": None},
    ]
    assert all(seals.seal_of({**columns, **other}) != seals.seal_of(columns) for other in others)
