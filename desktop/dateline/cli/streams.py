"""Pipes: ``-`` as a file to read is standard input, as a file to write standard output."""

import atexit
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import UsageError

DASH = "-"
_FOLDER, _NAME = "dateline-", "standard input"


def inputs(names: Iterable[str]) -> list[Path]:
    """The files named, with what comes on standard input as a file of its own; raises UsageError for two of that."""
    names = list(names)
    if names.count(DASH) > 1:
        raise UsageError("standard input can be read only once: give one -")
    return [_standard_input() if name == DASH else Path(name) for name in names]


def name_of(file: Path) -> str:
    """What a file is called: as it was named, - for what came on standard input."""
    return DASH if file.name == _NAME and file.parent.name.startswith(_FOLDER) else str(file)


def manifest_lines(name: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a manifest that are not blank, counted from 1; raises UsageError where it cannot be read."""
    try:
        content = sys.stdin.buffer.read() if name == DASH else Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read the manifest {name}: {error.strerror}") from None
    return ((number, line) for number, line in enumerate(content.splitlines(), 1) if line.strip())


def _standard_input() -> Path:
    folder = Path(tempfile.mkdtemp(prefix=_FOLDER))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / _NAME
    file.write_bytes(sys.stdin.buffer.read())
    return file


def put_out(content: bytes) -> None:
    """Write to standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
