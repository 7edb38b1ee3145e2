"""Backups: verified, rotating, and put back without destroying anything."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.core.change import added, edited
from dateline.core.model import Article, Event
from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked
from dateline.library import Library, backups
from dateline.settings import Settings

ARTICLE = Article(id=1, text="The flood came.", title="Flood")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "My [old] library.dateline"
    with Library.open(file) as library:
        library.apply(added("Import", [ARTICLE]))
    return file


def test_closing_backs_up_what_was_changed_and_only_that(path: Path) -> None:
    (backup,) = backups.listed(path)
    assert backup.parent.name == "My [old] library backups"
    assert backups.verify(backup) is None
    Library.open(path).close()
    assert backups.listed(path) == [backup]
    with Library.open(backup, read_only=True) as copy:
        assert copy.articles() == [ARTICLE]


def test_a_session_that_was_killed_is_backed_up_by_the_next(tmp_path: Path) -> None:
    file = tmp_path / "L.dateline"
    library = Library.open(file)
    library.apply(added("Import", [ARTICLE]))
    library.close(backup=False)
    assert backups.listed(file) == []
    Library.open(file).close()
    assert len(backups.listed(file)) == 1


def test_as_many_are_kept_as_the_setting_says(path: Path) -> None:
    Settings.load().set("backups", 2)
    for number in range(4):
        with Library.open(path) as library:
            library.apply(added("", [Event(id=10 + number, article=1, title="x")]))
    kept = backups.listed(path)
    assert len(kept) == 2
    with Library.open(kept[0], read_only=True) as newest:
        assert newest.count() == (4, 4)


def test_restoring_keeps_the_present_file_aside(path: Path) -> None:
    (backup,) = backups.listed(path)
    changed = replace(ARTICLE, title="Storm")
    library = Library.open(path)
    library.apply(edited("Renamed", [(ARTICLE, changed)]))
    library.close(backup=False)
    aside = Library.restore(backup, path)
    assert aside is not None
    with Library.open(path) as restored:
        assert restored.articles() == [ARTICLE]
    with Library.open(aside, read_only=True) as kept:
        assert kept.articles() == [changed]


def test_restoring_what_is_missing_puts_it_there(path: Path) -> None:
    (backup,) = backups.listed(path)
    path.unlink()
    assert Library.restore(backup, path) is None
    with Library.open(path) as restored:
        assert restored.articles() == [ARTICLE]


def test_a_damaged_backup_is_not_restored(path: Path) -> None:
    (backup,) = backups.listed(path)
    with backup.open("r+b") as stream:
        stream.seek(8192)
        stream.write(b"\xde\xad" * 6000)
    content = path.read_bytes()
    with pytest.raises(LibraryDamaged, match="cannot be restored"):
        Library.restore(backup, path)
    assert path.read_bytes() == content
    assert backups.newest_good(path) is None


def test_an_open_library_is_not_replaced(path: Path) -> None:
    (backup,) = backups.listed(path)
    with Library.open(path) as library:
        with pytest.raises(LibraryLocked, match="is open"):
            Library.restore(backup, path)
        assert library.articles() == [ARTICLE]
    assert len(list(path.parent.glob("*.dateline"))) == 1


def test_a_backup_that_cannot_be_made_is_said_and_the_library_is_closed(path: Path) -> None:
    folder = backups.folder(path)
    for backup in backups.listed(path):
        backup.unlink()
    folder.rmdir()
    folder.write_text("a file where the folder should be")
    library = Library.open(path)
    library.apply(added("", [Event(id=10, article=1, title="x")]))
    with pytest.raises(LibraryError, match="could not be backed up"):
        library.close()
    with Library.open(path, read_only=True) as again:
        assert again.count() == (1, 1)


def test_one_in_memory_has_none() -> None:
    with Library.open(None) as library, pytest.raises(LibraryError, match="in memory"):
        library.backup()
