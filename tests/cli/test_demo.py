"""The README's first command, without a window."""

import struct
from pathlib import Path
from typing import Any


def test_the_demo_prints_a_timeline_and_writes_its_picture(dateline: Any, folder: Path, samples: Path) -> None:
    ran = dateline("demo", QT_QPA_PLATFORM="")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    titles = [line for line in lines if ": published 2026-" in line]
    assert len(titles) == len(list(samples.iterdir())) - 1
    (undated,) = [line for line in lines if "publication date unknown" in line]
    assert "The week that decides about Halmer" in undated
    assert "  2 March 2026" in ran.out
    entries = [line for line in lines if line.startswith("  ") and line[2] != " " and not line.startswith("  Without")]
    assert len(entries) == 25  # the key events; what wraps goes on further in
    assert [file.name for file in folder.iterdir()] == ["timeline.png"]
    head = (folder / "timeline.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:])
    assert width >= 800
    assert height >= 300


def test_the_demo_leaves_the_readers_library_alone(dateline: Any, home: Path) -> None:
    dateline("demo", QT_QPA_PLATFORM="")
    assert not list(home.rglob("*.dateline"))
