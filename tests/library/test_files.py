"""Opening, locking, damage, full disks and odd paths: a message, and nothing lost."""

import contextlib
import gzip
import json
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.library.flood import ARTICLE, EVENT, rows

from dateline.core.change import added, edited
from dateline.core.filter import Filter
from dateline.errors import LibraryDamaged, LibraryError, LibraryLocked, LibraryNewer
from dateline.library import Library, backups, files, schema


def test_a_path_with_spaces_and_cyrillic(tmp_path: Path) -> None:
    file = tmp_path / "Мои дела 2025 #1 %20?" / "Библиотека & co.dateline"
    with Library.open(file) as library:
        library.apply(added("Импорт", [ARTICLE, EVENT]))
    (backup,) = backups.listed(file)
    assert backups.verify(backup) is None
    with Library.open(file, read_only=True) as library:
        assert library.articles() == [ARTICLE]


def test_a_newer_library_is_refused_unchanged(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    content = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LibraryNewer, match="newer Dateline"):
            Library.open(path, read_only=read_only)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"Not a database, just text that someone renamed. " * 40, b"\x89PNG\r\n" * 9])
def test_a_file_that_is_no_library_is_refused_unchanged(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.dateline"
    file.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(LibraryDamaged):
            Library.open(file, read_only=read_only)
    assert file.read_bytes() == content


def test_another_programs_database_is_refused_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "other.dateline"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE articles (x)")
    connection.close()
    with pytest.raises(LibraryDamaged, match="not a Dateline library"):
        Library.open(file)
    with pytest.raises(LibraryDamaged):
        Library.open(file, read_only=True)


def test_a_file_that_was_never_a_library_is_not_called_damaged(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("The bridge fell on Saturday night. " * 40)
    with pytest.raises(LibraryDamaged, match="not a Dateline library"):
        Library.open(file)


def damage(path: Path, table: str) -> None:
    """Overwrite the pages of one table, all but its first."""
    connection = sqlite3.connect(path)
    pages = [row[0] for row in connection.execute("SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno", [table])]
    connection.close()
    with path.open("r+b") as stream:
        for page in pages[1::2]:
            stream.seek((page - 1) * 4096)
            stream.write(b"\xde\xad" * 2048)


def test_a_damaged_library_names_its_backup_opens_for_reading_and_is_restored(tmp_path: Path) -> None:
    file = tmp_path / "L.dateline"
    with Library.open(file) as library:
        for number in range(1, 30):
            library.apply(added(f"Import {number}", rows(number)))
    damage(file, "articles")
    with pytest.raises(LibraryDamaged) as caught:
        Library.open(file)
    (backup,) = backups.listed(file)
    assert caught.value.backup == backup
    assert backup.name in str(caught.value)
    with Library.open(file, read_only=True) as library:
        assert "damaged" in library.damage
        assert 0 < len(library.articles()) < 29
        assert library.count() == (29, 29)  # the events' own pages are whole
        assert library.search("flood")
        with pytest.raises(LibraryError, match="reading only"):
            library.apply(added("", [ARTICLE]))
    damaged = file.read_bytes()
    aside = Library.restore(backup, file)
    assert aside is not None
    assert aside.read_bytes() == damaged
    with Library.open(file) as library:
        assert len(library.articles()) == 29
        assert library.check() == []


def test_damage_with_no_backup_is_said(path: Path) -> None:
    for backup in backups.listed(path):
        backup.unlink()
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xde\xad" * 10_000)
    with pytest.raises(LibraryDamaged, match="no backup") as caught:
        Library.open(path)
    assert caught.value.backup is None


def test_a_truncated_library_is_damaged(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.truncate(path.stat().st_size // 2)
    with pytest.raises(LibraryDamaged):
        Library.open(path)


WRITER = """
import sys
from pathlib import Path
from dateline.library import Library
library = Library.open(Path(sys.argv[1]))
with library._transaction():
    print("writing", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def writer(path: Path) -> Iterator[Any]:
    """Another process in the middle of writing; a line on its stdin lets it finish."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "desktop")}
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "writing"
    yield process
    process.communicate("\n", timeout=20)


def test_a_second_writer_waits_briefly_then_says_who_writes(path: Path, writer: Any) -> None:
    library = Library.open(path, wait=0.3)
    assert library._db.conn.execute("PRAGMA busy_timeout").fetchone() == (300,)
    with pytest.raises(LibraryLocked) as caught:
        library.apply(edited("", [(EVENT, replace(EVENT, title="New"))]))
    assert str(writer.pid) in str(caught.value)
    assert "since" in str(caught.value)
    assert library.event(10) == EVENT  # readers are not kept waiting
    assert library.count() == (1, 1)
    library.close()


def test_a_second_writer_gets_its_turn(path: Path, writer: Any) -> None:
    library = Library.open(path, wait=15)
    timer = threading.Timer(0.3, lambda: (writer.stdin.write("\n"), writer.stdin.flush()))
    timer.start()
    library.apply(edited("", [(EVENT, replace(EVENT, title="New"))]))
    timer.join()
    library.close()
    with Library.open(path) as again:
        assert again.event(10) == replace(EVENT, title="New")


def in_child(job: Callable[[], Any]) -> Any:
    """Run a job in a forked process that may limit itself; its result or exception comes back as JSON."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def work() -> None:
        try:
            theirs.send(json.dumps(job()))
        except BaseException as error:  # noqa: BLE001 # told to the parent
            theirs.send(json.dumps(["error", type(error).__name__, str(error)]))

    process = context.Process(target=work)
    process.start()
    result = json.loads(ours.recv()) if ours.poll(60) else ["error", "nothing came back", ""]
    process.join(10)
    return result


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_write_that_the_system_cuts_short_loses_nothing(path: Path) -> None:
    import resource  # not everywhere

    def job() -> Any:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        library = Library.open(path)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        made = 0
        try:
            for number in range(1, 500):
                library.apply(added(f"Import {number}", rows(number)))
                made = number
        except LibraryError as error:
            return ["stopped", made, str(error)]
        return ["never stopped", made, ""]

    verdict, made, message = in_child(job)
    assert verdict == "stopped", message
    assert "disk" in message
    assert made > 0
    with Library.open(path) as library:
        assert library.check() == []
        assert len(library.articles()) == made + 1
        library.apply(added("Import", rows(made + 1)))


def test_a_full_disk_is_said_and_nothing_is_lost(path: Path) -> None:
    library = Library.open(path)
    pages = library._db.execute("PRAGMA page_count").fetchone()[0]
    library._db.execute(f"PRAGMA max_page_count = {pages + 8}").fetchone()
    before = library.articles(), library.count(), len(library.history())
    with pytest.raises(LibraryError, match="disk is full"):
        library.apply(added("Import", [row for number in range(1, 40) for row in rows(number)]))
    assert (library.articles(), library.count(), len(library.history())) == before
    library._db.execute("PRAGMA max_page_count = 100000").fetchone()
    library.apply(added("Import", rows(1)))
    assert library.count() == (2, 2)
    assert library.check() == []
    library.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small file system is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a tmpfs")
def test_a_disk_that_is_really_full(small_disk: Path) -> None:
    file = small_disk / "L.dateline"
    library = Library.open(file)
    made: list[int] = []

    def fill() -> None:
        for number in range(1, 1000):
            library.apply(added(f"Import {number}", rows(number)))
            made.append(number)

    with pytest.raises(LibraryError, match="disk"):
        fill()
    assert len(library.articles()) == len(made)
    with pytest.raises(LibraryError, match="backed up"):
        library.close()  # no room for a backup either, which is said; the library itself is whole
    with Library.open(file, read_only=True) as again:
        assert len(again.articles()) == len(made)
        assert again.check() == []
    assert not list(small_disk.glob("**/.*.part"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a tmpfs")
def test_what_was_not_done_is_said_before_what_was_not_backed_up(small_disk: Path) -> None:
    def fill() -> None:
        with Library.open(small_disk / "L.dateline") as library:
            for number in range(1, 1000):
                library.apply(added(f"Import {number}", rows(number)))

    with pytest.raises(
        LibraryError, match=r"The disk is full, so “L.dateline” was not changed.*could not be backed up"
    ):
        fill()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a tmpfs")
def test_a_full_disk_stops_a_migration_before_it_begins(small_disk: Path) -> None:
    file = small_disk / "Old.dateline"
    packed = Path(__file__).parent / "schemas" / "v2.dateline.gz"
    file.write_bytes(content := gzip.decompress(packed.read_bytes()))
    (small_disk / "filler").write_bytes(b"x" * (2 * 2**20 - len(content) - 60_000))
    with pytest.raises(LibraryError, match="could not be backed up"):
        Library.open(file)
    assert file.read_bytes() == content
    assert [part.name for part in small_disk.glob("* backups/*")] == []
    (small_disk / "filler").unlink()
    with Library.open(file) as library:
        assert len(library.articles()) == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a tmpfs")
def test_a_full_disk_refuses_an_edit_until_there_is_room(small_disk: Path) -> None:
    file = small_disk / "L.dateline"
    library = Library.open(file)
    library.apply(added("Import", [ARTICLE, EVENT]))
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as stream, contextlib.suppress(OSError):
        while stream.write(b"x" * 4096):
            pass
    edit = edited("", [(ARTICLE, replace(ARTICLE, note="y" * 400_000))])
    with pytest.raises(LibraryError, match="disk"):
        library.apply(edit)
    assert library.articles() == [ARTICLE]
    filler.unlink()
    library.apply(edit)
    assert library.check() == []
    library.close()


@pytest.mark.parametrize("unclean", [False, True])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_read_only_folder_gives_a_message_and_can_be_read(unclean: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "L.dateline"
        with Library.open(file) as library:
            library.apply(added("Import", [ARTICLE, EVENT]))
        if unclean:  # a session that was killed leaves its log behind
            library = Library.open(file)
            library.apply(edited("", [(ARTICLE, replace(ARTICLE, title="Storm"))]))
            for part in folder.glob("L.dateline*"):
                (folder / part.name.replace("L.", "M.")).write_bytes(part.read_bytes())
            library.close(backup=False)
            file = folder / "M.dateline"
            (folder / "M.dateline-shm").unlink()

        import platformdirs.unix  # noqa: F401 # before the child may no longer read where it is installed

        def job() -> Any:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            said = []
            try:
                Library.open(file).apply(added("", [replace(EVENT, id=11)]))
            except LibraryError as error:
                said.append(str(error))
            try:
                Library.open(folder / "new.dateline")
            except LibraryError as error:
                said.append(str(error))
            with Library.open(file, read_only=True) as library:
                return [*said, library.count(Filter())[0], library.articles()[0].title]

        folder.chmod(0o555)
        file.chmod(0o444)
        try:
            result = in_child(job)
        finally:
            folder.chmod(0o755)
        assert "read-only" in result[0], result
        assert "cannot be opened" in result[1]
        assert result[2:] == [1, "Storm" if unclean else "Flood"]


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        Library.open(tmp_path)


def test_a_missing_library_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path / "none.dateline", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(tmp_path / ("x" * 300 + ".dateline"))


def failing(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    error = kind("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("logged", [True, False])
def test_where_nothing_may_be_written_a_library_is_read_with_what_its_log_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logged: bool
) -> None:
    copy = tmp_path / "read only" / "L.dateline"
    copy.parent.mkdir()
    with Library.open(tmp_path / "L.dateline") as library:
        library.apply(added("Import", [ARTICLE]))
        if not logged:
            library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for part in tmp_path.glob("L.dateline*"):
            copy.with_name(part.name).write_bytes(part.read_bytes())
    assert bool(copy.with_name("L.dateline-wal").stat().st_size) is logged

    def refused(*_: object, **__: object) -> None:
        raise failing(sqlite3.SQLITE_CANTOPEN)

    monkeypatch.setattr(files, "connect", refused)
    with contextlib.closing(files.connect_for_reading(copy, 1.0)) as db:
        assert db.execute("SELECT title FROM articles").fetchall() == [("Flood",)]


@pytest.mark.parametrize(
    ("error", "there", "words"),
    [
        (failing(sqlite3.SQLITE_READONLY), True, "read-only"),
        (failing(sqlite3.SQLITE_CANTOPEN), True, "read-only"),
        (failing(sqlite3.SQLITE_CANTOPEN), False, "the folder is missing"),
        (failing(sqlite3.SQLITE_IOERR), True, "the disk reports an error"),
        (failing(sqlite3.SQLITE_FULL), True, "The disk is full"),
        (failing(sqlite3.SQLITE_CONSTRAINT, sqlite3.IntegrityError), True, "does not fit"),
        (failing(sqlite3.SQLITE_ERROR), True, "could not be used"),
    ],
)
def test_an_error_is_told_in_the_readers_words(tmp_path: Path, error: sqlite3.Error, there: bool, words: str) -> None:
    file = tmp_path / "L.dateline"
    if there:
        file.touch()
    assert words in str(files.explain(error, file, None, None))
