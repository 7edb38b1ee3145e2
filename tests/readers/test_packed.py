"""Packed files."""

from pathlib import Path
from types import ModuleType

from dateline.readers import Refusal, read


def test_packed_bombs_are_refused(make: ModuleType, tmp_path: Path) -> None:
    import gzip

    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(b"words " * 30_000_000))
    (refusal,) = read(file)
    assert isinstance(refusal, Refusal)
    assert "larger" in refusal.reason
