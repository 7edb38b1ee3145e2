"""What a file has lost is noticed by what is kept elsewhere."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.library.rotten import ROWS

from dateline.core.change import added
from dateline.core.model import Article
from dateline.library import Library, backups
from dateline.library.witness import Witness, identity_of, last_of


@pytest.mark.parametrize("torn", [True, False])
def test_a_lost_or_torn_log_is_told(weir: Path, torn: bool) -> None:
    library = Library.open(weir)
    library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    log = weir.with_name(weir.name + "-wal")
    content, whole = log.read_bytes(), weir.read_bytes()
    library.close(backup=False)
    weir.write_bytes(whole)  # as a killed process leaves it
    if torn:
        log.write_bytes(content[: len(content) // 2])
    with Library.open(weir) as opened:
        assert opened.damage.startswith("1 changes are missing")
        assert opened.article(3) is None
    assert "changes are missing" in (backups.verify(weir) or "")


def test_a_restored_library_misses_nothing(weir: Path) -> None:
    (first,) = backups.listed(weir)
    with Library.open(weir) as library:
        library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    Library.restore(first, weir)
    assert backups.verify(weir) is None
    with Library.open(weir) as library:
        assert library.damage == ""


def test_another_library_in_its_place_misses_nothing(weir: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "Other.dateline") as other:
        other.apply(added("Import", ROWS[:1]))
    with Library.open(weir) as library:
        library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    (tmp_path / "Other.dateline").replace(weir)
    assert backups.verify(weir) is None


def test_the_number_of_the_last_change_is_kept_for_one_library_alone(tmp_path: Path) -> None:
    witness = Witness(tmp_path / "L.dateline")
    assert witness.last("a" * 16) == 0
    witness.note("a" * 16, 7)
    assert Witness(tmp_path / "L.dateline").last("a" * 16) == 7
    assert witness.last("b" * 16) == 0
    assert Witness(tmp_path / "Other.dateline").last("a" * 16) == 0
    witness.forget()
    assert witness.last("a" * 16) == 0


def test_a_changed_page_is_told_and_an_untouched_file_is_not(weir: Path) -> None:
    witness = Witness(weir)
    with closing(sqlite3.connect(weir)) as connection:
        assert (identity_of(connection) != "", last_of(connection)) == (True, 1)
        assert (witness.missing(connection), witness.changed(connection)) == ("", "")
    content = bytearray(weir.read_bytes())
    content[-1] ^= 1
    weir.write_bytes(content)
    with closing(sqlite3.connect(weir)) as connection:
        assert "not as Dateline left it" in witness.changed(connection)
        witness.forget_sums()
        assert witness.changed(connection) == ""
