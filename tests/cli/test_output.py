"""What is written where the reader said."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.output import check, day, is_image
from dateline.core.moment import moment
from dateline.core.preferences import Preferences
from dateline.errors import UsageError

TWO = "HARVEN, March 3, 2026 (Northern Press) — The dam at Marl broke on Monday. The mayor resigned in November 2025.\n"


def test_what_was_written_is_said(dateline: Any, write: Callable[..., Path]) -> None:
    assert dateline("timeline", write("a.txt", TWO), "-o", "out.png").out == "out.png: 2 events from 1 article\n"


def test_a_library_is_never_overwritten_by_its_export(dateline: Any, folder: Path) -> None:
    (folder / "a.txt").write_text(TWO)
    dateline("import", "a.txt", "--library", "l.dateline")
    ran = dateline("export", "--library", "l.dateline", "-o", "l.dateline", "--format", "json")
    assert ran.status == 2
    assert dateline("library", "check", "--library", "l.dateline").status == 0


@pytest.mark.parametrize("report", ["a.txt", "l.dateline"])
def test_a_report_overwrites_nothing_that_is_read(report: str, dateline: Any, folder: Path) -> None:
    (folder / "a.txt").write_text(TWO)
    dateline("import", "a.txt", "--library", "l.dateline")
    ran = dateline("import", "a.txt", "--library", "l.dateline", "--report", report)
    assert ran.status == 2
    assert (folder / "a.txt").read_text() == TWO
    assert dateline("library", "check", "--library", "l.dateline").status == 0


def test_without_the_window_s_parts_a_picture_says_what_to_install(dateline: Any, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(TWO)
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['PySide6'] = None\n")
    paths = os.pathsep.join((str(hidden), str(Path(__file__).resolve().parents[2] / "desktop")))
    for output in ("a.png", "a.chronology.pdf"):
        ran = dateline("timeline", "a.txt", "-o", output, PYTHONPATH=paths)
        assert (ran.status, ran.out) == (1, "")
        assert "dateline[app]" in ran.err
        assert len(ran.err.splitlines()) == 1
    assert dateline("timeline", "a.txt", "-o", "a.json", PYTHONPATH=paths).status == 0


@pytest.mark.parametrize(
    ("name", "form", "image"),
    [
        ("a.png", None, True),
        ("a.PDF", None, True),
        ("a.chronology.pdf", None, False),
        ("a.json", None, False),
        ("a.txt", "svg", True),
    ],
)
def test_a_picture_is_known_by_its_suffix_or_by_what_is_asked_for(name: str, form: str | None, image: bool) -> None:
    assert is_image(Path(name), form) is image


def test_what_could_not_be_written_is_said_before_any_work(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    source.write_text("{}")
    check(tmp_path / "b.json", None, [source])
    with pytest.raises(UsageError, match="there is no format of this suffix"):
        check(tmp_path / "b.exe")
    with pytest.raises(UsageError, match="say with --format"):
        check(Path("-"))
    with pytest.raises(UsageError):
        check(source, None, [source])


def test_a_day_ends_with_its_last_minute() -> None:
    assert day("3 March 2025", Preferences()) == moment(2025, 3, 3, 23, 59)
    assert day("2025", Preferences()) == moment(2025, 12, 31, 23, 59)
