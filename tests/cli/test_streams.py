"""Text in and data out through pipes."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "The bridge at Pell was closed on 3 May 2024."


@pytest.mark.parametrize("command", ["times", "events"])
def test_a_text_comes_through_a_pipe(command: str, dateline: Any) -> None:
    ran = dateline(command, "--format", "jsonl", "-", stdin=TEXT.encode())
    assert ran.status == 0
    assert {row["doc"] for row in ran.records if "doc" in row} == {"-"}
    assert any("3 May 2024" in json.dumps(row) for row in ran.records)


def test_a_timeline_goes_through_a_pipe(dateline: Any) -> None:
    ran = dateline("timeline", "-", "-o", "-", "--format", "json", stdin=TEXT.encode())
    assert ran.status == 0
    assert json.loads(ran.out)["events"][0]["title"]
    assert "1 event from 1 article" in ran.err


def test_what_to_write_has_to_be_said_where_no_suffix_does(dateline: Any, write: Callable[..., Path]) -> None:
    ran = dateline("timeline", write("a.txt", TEXT), "-o", "-")
    assert ran.status == 2
    assert "--format" in ran.err


def test_an_image_may_have_any_name(dateline: Any, write: Callable[..., Path], tmp_path: Path) -> None:
    ran = dateline("timeline", write("a.txt", TEXT), "-o", tmp_path / "picture", "--format", "svg")
    assert ran.status == 0
    assert "<svg" in (tmp_path / "picture").read_text(encoding="utf-8")


def test_standard_input_is_read_once(dateline: Any) -> None:
    assert dateline("times", "-", "-", stdin=TEXT.encode()).status == 2


def test_an_import_reads_a_pipe(dateline: Any, tmp_path: Path) -> None:
    ran = dateline("import", "-", "--library", tmp_path / "L.dateline", stdin=TEXT.encode())
    assert ran.status == 0
    assert "1 read" in ran.out


def test_the_start_of_times_loads_no_more_than_a_text_needs() -> None:
    asked = (
        "import sys; from dateline.cli import run; run(['times', '-']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", asked], input=TEXT.encode(), capture_output=True, check=True)
    loaded = {*ran.stderr.decode().split()}
    assert "dateline.times.grammar" in loaded
    assert not loaded & {
        "dateline.events", "dateline.library", "dateline.export", "dateline.readers.html", "dateline.readers.mail",
        "dateline.readers.databases.nexis", "dateparser", "email.parser", "lxml", "numpy", "PySide6", "spacy",
        "sqlite3",
    }  # fmt: skip
