"""Backups: verified, rotating, and put back without destroying anything."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tests.library.rotten import CHANGES, meddled

from dateline.core.change import added, edited
from dateline.core.model import Article, Event
from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked, LibraryNewer, Stopped
from dateline.library import Library, Progress, backups, files
from dateline.library.jobs import unwatched
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


# While the library is used, and on closing at once --------------------------------------------------------------


def test_closing_at_once_leaves_the_backup_to_a_thread(tmp_path: Path) -> None:
    file = tmp_path / "L.dateline"
    library = Library.open(file)
    library.apply(added("Import", [ARTICLE]))
    job = library.close_soon()
    assert job is not None
    with pytest.raises(LibraryError, match="closed"):
        library.articles()
    made = job.result()
    assert backups.listed(file) == [made]
    assert job.part == 1.0
    assert backups.verify(made) is None
    assert {part.name for part in tmp_path.iterdir()} == {"L.dateline", "L backups"}  # no log is left behind
    again = Library.open(file)
    assert not again.changed
    assert again.close_soon() is None


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_folder_whose_name_is_no_unicode(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xff\xe9") / "L.dateline"
    with Library.open(file) as library:
        library.apply(added("Import", [ARTICLE]))
    (backup,) = backups.listed(file)
    assert Library.restore(backup, file) is not None
    with Library.open(file, read_only=True) as restored:
        assert restored.articles() == [ARTICLE]


def test_a_library_is_edited_while_it_is_backed_up(path: Path) -> None:
    with Library.open(path) as library:
        job = library.start_backup()
        library.apply(added("", [Event(id=10, article=1, title="x")]))
        job.result()
        assert library.changed  # the edit came after the copy was begun
    assert len(backups.listed(path)) == 3


def test_a_stopped_backup_leaves_nothing_and_is_owed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "_STEPS", 1)
    before = sorted(backups.folder(path).iterdir())
    for stop_at in (0.0, backups._COPYING + 1e-6):  # while it is copied, and while the copy is checked
        with pytest.raises(Stopped, match="was stopped"):
            backups.make(path, 5, lambda done, stop_at=stop_at: done < stop_at)  # type: ignore[misc]
        assert sorted(backups.folder(path).iterdir()) == before

    asked = threading.Event()

    def endless(_file: Path, progress: Progress = unwatched) -> None:
        asked.wait()
        assert not progress(0.5)
        raise Stopped("The check was stopped.")

    monkeypatch.setattr(backups, "verify", endless)
    library = Library.open(path)
    library.apply(added("", [Event(id=10, article=1, title="x")]))
    job = library.start_backup()
    assert not library.changed
    assert not job.done
    job.stop()
    asked.set()
    with pytest.raises(Stopped):
        job.result()
    assert (library.changed, job.done) == (True, True)
    library.close(backup=False)
    again = Library.open(path)
    assert again.changed
    again.close(backup=False)
    assert sorted(backups.folder(path).iterdir()) == before


def test_half_a_copy_of_a_killed_process_is_no_backup_and_is_removed(path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    (sound,) = backups.listed(path)
    half = sound.with_name(f".{path.stem} 2030-01-01 120000.{process.pid}.12345.part")
    half.write_bytes(sound.read_bytes()[:5000])
    running = sound.with_name(f".{path.stem} 2030-01-01 120000.{os.getpid()}.12345.part")
    running.write_bytes(b"")
    assert backups.newest_good(path) == sound
    backups.make(path, 5)
    assert not half.exists()
    assert running.exists()


def test_the_newest_backup_stays_while_the_clock_is_put_back(path: Path) -> None:
    (first,) = backups.listed(path)
    first.rename(first.with_name(f"{path.stem} 2999-01-01 120000.dateline"))
    made = backups.make(path, 1)
    assert made in backups.listed(path)


def test_a_library_is_checked_whole_while_it_is_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        assert not library.unchecked
    monkeypatch.setattr(files, "QUICK_CHECK_BYTES", 0)
    with Library.open(path) as library:
        assert library.unchecked
        assert library.start_check().result() is None
        job = library.start_check()
        job.stop()
        with suppress(Stopped):  # so small a file may have been through before it was asked
            job.result()


def test_damage_in_a_large_library_is_found_while_it_is_open_and_what_is_whole_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "Large.dateline"
    with Library.open(file) as library:
        for number in range(1, 30):
            article = replace(ARTICLE, id=number * 100, text=f"Flood {number}. " + "x" * 4000, title=f"Flood {number}")
            library.apply(added("", [article, Event(id=article.id + 1, article=article.id, title="x")]))
    (backup,) = backups.listed(file)
    connection = sqlite3.connect(file)
    pages = [row[0] for row in connection.execute("SELECT pageno FROM dbstat WHERE name = 'articles'")]
    connection.close()
    with file.open("r+b") as stream:
        for page in pages[5::2]:
            stream.seek((page - 1) * 4096)
            stream.write(b"\xde\xad" * 2048)
    monkeypatch.setattr(files, "QUICK_CHECK_BYTES", 0)
    with Library.open(file) as library:  # not looked through: what is whole can be used at once
        assert library.count() == (29, 29)
        assert library.start_check().result()
        with pytest.raises(LibraryDamaged, match="Restore the backup") as caught:
            library.articles()
        assert caught.value.backup == backup
    with Library.open(file, read_only=True) as library:
        assert "could be read" in library.damage
        assert 0 < len(library.articles()) < 29
        assert not library.unchecked
    assert backups.listed(file) == [backup]


# Putting back --------------------------------------------------------------------------------------------------------


def test_what_the_log_of_a_copy_holds_is_restored_too(path: Path, tmp_path: Path) -> None:
    library = Library.open(path)
    library.apply(edited("Renamed", [(ARTICLE, replace(ARTICLE, title="Storm"))]))
    for part in path.parent.glob("My*.dateline*"):  # as it is copied from a running machine
        (tmp_path / part.name.replace("My [old] library", "Copy")).write_bytes(part.read_bytes())
    library.close(backup=False)
    Library.restore(tmp_path / "Copy.dateline", path)
    with Library.open(path) as restored:
        assert [article.title for article in restored.articles()] == ["Storm"]


def test_a_backup_of_a_newer_dateline_is_refused(path: Path) -> None:
    (backup,) = backups.listed(path)
    connection = sqlite3.connect(backup)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(LibraryNewer, match="newer Dateline"):
        Library.restore(backup, path)
    assert path.read_bytes() == content


def test_restoring_twice_in_a_second_keeps_both_asides(path: Path) -> None:
    (backup,) = backups.listed(path)
    asides = {Library.restore(backup, path) for _ in range(3)}
    assert len(asides) == 3
    assert all(aside is not None and aside.exists() for aside in asides)


def test_restoring_can_be_stopped(path: Path) -> None:
    (backup,) = backups.listed(path)
    before = sorted(path.parent.iterdir())
    with pytest.raises(Stopped):
        backups.restore(backup, path, lambda done: done < 0.5)
    assert sorted(path.parent.iterdir()) == before


def test_libraries_of_one_name_in_folders_that_may_not_be_written_to_have_backups_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert backups.folder(tmp_path / "a" / "L.dateline") != backups.folder(tmp_path / "b" / "L.dateline")


def test_one_in_memory_has_none() -> None:
    with Library.open(None) as library, pytest.raises(LibraryError, match="in memory"):
        library.backup()


def test_no_sound_backup_gives_way_to_a_rotten_one(weir: Path) -> None:
    before = backups.listed(weir)
    meddled(weir, CHANGES[1][0])
    with pytest.raises(LibraryDamaged, match="no backup was replaced") as caught:
        backups.make(weir, keep=1)
    assert caught.value.backup == before[0]
    assert backups.listed(weir) == before


def test_the_backup_named_is_one_that_has_the_row(weir: Path) -> None:
    with Library.open(weir) as library:
        library.apply(added("More", [Article(id=3, text="A ferry ran aground.", title="Ferry")]))
    newest, first = backups.listed(weir)
    meddled(newest, "UPDATE articles SET title = 'x' WHERE id = 1")
    meddled(weir, "UPDATE articles SET note = 'x' WHERE id = 1")
    assert backups.with_sound_rows(weir) == first
