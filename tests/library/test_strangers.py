"""Nobody else's hand: links, rights, triggers and files that only look like a library."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli import library as command
from dateline.core.change import added
from dateline.core.model import Article
from dateline.errors import LibraryDamaged, LibraryError
from dateline.library import Library, backups, files
from dateline.settings import Settings

ARTICLE = Article(id=1, text="The weir at Tolm gave way on Friday.", title="Weir gives way")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and rights as POSIX has them")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with an article, closed and backed up, in a folder that Dateline made."""
    file = tmp_path / "made" / "L.dateline"
    with Library.open(file) as library:
        library.apply(added("Import", [ARTICLE]))
    return file


def note_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.writer")


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_the_note_beside_a_library_goes_through_no_link(path: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    note_of(path).symlink_to(precious)
    with Library.open(path) as library:
        library.apply(added("More", [Article(id=2, text="A ferry ran aground.")]))
        assert not note_of(path).is_symlink()
    assert precious.read_text() == "mine"


def test_a_note_that_is_no_file_is_not_read(path: Path) -> None:
    os.mkfifo(note_of(path))  # reading it would wait for ever
    assert files.Owner(path).describe() == "Another program"


def test_library_log_and_backups_are_their_owners_alone(tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        file = tmp_path / "made" / "deep" / "L.dateline"
        with Library.open(file) as library:
            library.apply(added("Import", [ARTICLE]))
            beside = {part.name: mode(part) for part in file.parent.iterdir() if part.is_file()}
        Settings(tmp_path / "config" / "settings.json").set("workers", 2)
    finally:
        os.umask(umask)
    assert set(beside.values()) == {0o600}
    (backup,) = backups.listed(file)
    assert [mode(each) for each in (file, backup, tmp_path / "config" / "settings.json")] == [0o600] * 3
    folders = (file.parent, file.parent.parent, backup.parent, tmp_path / "config")
    assert [mode(folder) for folder in folders] == [0o700] * 4


def test_a_library_behind_a_link_has_its_backups_and_is_restored_where_it_lies(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "Link.dateline"
    link.symlink_to(path)
    (backup,) = backups.listed(link)
    with Library.open(link) as library:
        library.apply(added("More", [Article(id=2, text="A ferry ran aground.")]))
    Library.restore(backup, link)
    assert link.is_symlink()
    with Library.open(path, read_only=True) as library:
        assert library.articles() == [ARTICLE]


@pytest.mark.parametrize(
    "made",
    ["CREATE TRIGGER odd AFTER INSERT ON articles BEGIN DELETE FROM events; END", "CREATE VIEW odd AS SELECT 1"],
)
def test_a_file_with_what_is_not_ours_is_read_and_not_written(path: Path, made: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(made)
    connection.close()
    with Library.open(path) as library:
        assert library.read_only
        assert "“odd”" in library.damage
        assert library.articles() == [ARTICLE]
        with pytest.raises(LibraryError, match="did not make"):
            library.apply(added("More", [Article(id=2, text="A ferry ran aground.")]))


@pytest.mark.parametrize("look", [Library.open, lambda path: command._check(path)])
def test_a_text_of_this_name_is_no_library_rather_than_a_damaged_one(
    tmp_path: Path, look: Callable[[Path], object]
) -> None:
    file = tmp_path / "Notes.dateline"
    file.write_text("What the skipper of the Halvard told us on Tuesday, and the weir at Tolm.\n" * 30)
    with pytest.raises(LibraryDamaged, match="not a Dateline library"):
        look(file)
