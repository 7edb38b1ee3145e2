"""Where Dateline's own files and the reader's files are, and how a file is written whole."""

import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder ``resources``: at the top of a PyInstaller bundle or of the checkout, else installed with the code."""
    bundle = getattr(sys, "_MEIPASS", None)
    checkout = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    folder = checkout / "resources"
    return folder if (folder / "grammar").is_dir() else Path(__file__).resolve().parent / "resources"


def notices() -> Path | None:
    """The licence texts of all parts, which lie beside a bundle's program; None where packages have their own."""
    bundle = getattr(sys, "_MEIPASS", None)
    file = Path(bundle).parent / "THIRD-PARTY-NOTICES.txt" if bundle else None
    return file if file and file.is_file() else None


def _platform(kind: str) -> Path:
    # Imported here because `dateline times` needs no folder of the reader's and must start at once.
    from platformdirs import PlatformDirs

    return Path(getattr(PlatformDirs("dateline", appauthor=False), f"user_{kind}_dir"))


def data() -> Path:
    """The platform's folder for the reader's data: the default library and its backups. May not exist yet."""
    return _platform("data")


def config() -> Path:
    """The platform's folder for settings and the window's state. May not exist yet."""
    return _platform("config")


def logs() -> Path:
    """The platform's folder for crash logs. May not exist yet."""
    return _platform("log")


def default_library() -> Path:
    """The library that opens when none is named."""
    return data() / "Library.dateline"


def shown(path: Path) -> str:
    """A path as text that can be shown and kept: what in it is no UTF-8 becomes a question mark."""
    return str(path).encode("utf-8", "replace").decode()


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for its owner alone; one that is there stays as it is."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        folder.mkdir()  # says what is in its place


def private_file(file: Path) -> None:
    """Make an empty file for its owner alone; one that is there stays as it is."""
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def replace_file(file: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file whole or not at all: to a temporary file beside it, flushed to disk, then put in its place.

    A link is followed; a pipe or device, as /dev/stdout is, is written to as it is. A ``private`` file is its owner's
    alone; another keeps the rights it had, or has those that new files have.
    """
    if file.exists() and not file.is_file():
        file.write_bytes(content)
        return
    file = Path(os.path.realpath(file))
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if private:
            temporary.chmod(0o600)
        elif file.exists():
            temporary.chmod(file.stat().st_mode & 0o777)
        else:
            umask = os.umask(0)
            os.umask(umask)
            temporary.chmod(0o666 & ~umask)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
