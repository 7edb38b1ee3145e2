"""From files to a library, and out of it again, without a window."""

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from dateline.export import FORMATS

Write = Callable[..., Path]

GOOD = "HARVEN, March 3, 2026 (Northern Press) — The embankment at Marl Bridge broke on Monday, police said.\n"


@pytest.fixture
def library(imported: Path, folder: Path) -> Path:
    """A copy of the samples' library, to be changed."""
    return Path(shutil.copyfile(imported, folder / "Copy.dateline"))


def test_every_sample_is_listed_with_its_date_and_events(dateline: Any, imported: Path, samples: Path) -> None:
    rows = dateline("library", "list", "--library", imported, "--json").records
    assert len(rows) == len(list(samples.iterdir()))
    assert all(row["events"] > 5 for row in rows)
    assert [row["title"] for row in rows if not row["published"]] == ["The week that decides about Halmer"]
    assert {row["published"][:4] for row in rows if row["published"]} == {"2026"}


def test_what_is_there_is_not_read_in_twice(dateline: Any, library: Path, samples: Path) -> None:
    before = dateline("library", "list", "--library", library).out
    ran = dateline("import", samples / "port-strike-wire.txt", "--library", library)
    assert ran.status == 0
    assert "already here" in ran.out
    assert dateline("library", "list", "--library", library).out == before


def test_the_outcome_of_every_file_is_told_and_kept(dateline: Any, write: Write, folder: Path) -> None:
    good, empty = write("good.txt", GOOD), write("empty.txt", "")
    twin = write("twin.txt", GOOD)
    ran = dateline("import", good, empty, twin, "--library", "new.dateline", "--report", "report.csv")
    assert ran.status == 1
    assert f"{empty}: refused: " in ran.err
    rows = list(csv.DictReader(io.StringIO((folder / "report.csv").read_text(encoding="utf-8-sig"))))
    assert {Path(row["file"]).name: row["outcome"] for row in rows if row["outcome"] != "already here"}.keys() >= {
        "empty.txt"
    }
    assert sorted(row["outcome"] for row in rows) == ["already here", "read", "refused"]
    assert all(row["reason"] for row in rows if row["outcome"] != "read")


def test_a_change_of_the_history_can_be_undone(dateline: Any, library: Path) -> None:
    history = dateline("library", "history", "--library", library, "--json").records
    last = next(row for row in history if row["what"].startswith("Imported"))
    assert dateline("library", "undo", "--library", library, "--entry", last["entry"]).status == 0
    titles = [row["title"] for row in dateline("library", "list", "--library", library, "--json").records]
    assert titles
    assert not any(title in last["what"] for title in titles)
    assert dateline("library", "history", "--library", library).out.splitlines()[0].endswith(last["what"])


def test_a_backup_brings_back_what_was_lost(dateline: Any, library: Path) -> None:
    before = dateline("library", "list", "--library", library).out
    assert dateline("library", "backup", "--library", library).status == 0
    library.write_bytes(library.read_bytes()[:50_000])
    damaged = dateline("library", "check", "--library", library)
    assert damaged.status == 1
    assert "damaged" in damaged.out + damaged.err
    restored = dateline("library", "restore", "--library", library)
    assert (restored.status, restored.err) == (0, "")
    assert dateline("library", "check", "--library", library).status == 0
    assert dateline("library", "list", "--library", library).out == before


def test_what_is_no_library_is_left_as_it_is(dateline: Any, write: Write) -> None:
    good = write("good.txt", GOOD)
    other = write("other.dateline", "This is a letter, not a library. " * 100)
    content = other.read_bytes()
    for arguments in (["library", "list", "--library", other], ["import", good, "--library", other]):
        ran = dateline(*arguments)
        assert ran.status == 1
        assert len(ran.err.splitlines()) == 1
    assert other.read_bytes() == content


def test_a_library_whose_folder_cannot_be_made_is_said(dateline: Any, write: Write) -> None:
    good = write("good.txt", GOOD)
    ran = dateline("import", good, "--library", good / "no" / "x.dateline")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1


def readable(file: Path) -> str:
    """The text of an exported file."""
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as packed:
            return packed.read("word/document.xml").decode()
    if file.suffix == ".pdf":
        with pypdfium2.PdfDocument(file) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(name: str, dateline: Any, imported: Path, folder: Path) -> None:
    out = f"out{FORMATS[name].suffix}"
    ran = dateline("export", "--library", imported, "-o", out)
    assert (ran.status, ran.err) == (0, "")
    assert [file.name for file in folder.iterdir()] == [out]
    content = readable(folder / out)
    assert "Marl Bridge" in content or name == "edtf"
    assert "2026" in content


def test_an_export_may_be_narrowed(dateline: Any, imported: Path, folder: Path) -> None:
    dateline("export", "--library", imported, "-o", "all.json")
    dateline("export", "--library", imported, "-o", "some.json", "--text", "embankment", "--until", "2026-03-02")
    every = json.loads((folder / "all.json").read_text(encoding="utf-8"))["events"]
    some = json.loads((folder / "some.json").read_text(encoding="utf-8"))["events"]
    assert 0 < len(some) < len(every)
    assert all(event["earliest"] is None or event["earliest"] < "2026-03-03" for event in some)


def test_own_data_comes_back_as_it_was(dateline: Any, imported: Path, folder: Path) -> None:
    dateline("export", "--library", imported, "-o", "all.json", "--everything")
    ran = dateline("import", "all.json", "--library", "again.dateline")
    assert ran.status == 0
    dateline("export", "--library", "again.dateline", "-o", "again.json", "--everything")
    first, again = (json.loads((folder / name).read_text(encoding="utf-8")) for name in ("all.json", "again.json"))
    for rows in ("articles", "expressions", "events"):
        key = [{k: v for k, v in row.items() if k != "added"} for row in first[rows]]
        assert sorted(key, key=lambda row: row["id"]) == sorted(
            ({k: v for k, v in row.items() if k != "added"} for row in again[rows]), key=lambda row: row["id"]
        )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export"], "-o"),
        (["export", "-o", "x.exe"], "x.exe"),
        (["export", "-o", "x.json", "--library", "none.dateline"], "none.dateline"),
        (["export", "-o", "x.png", "--from", "soon"], "“soon” is not a date"),
        (["library", "dance"], "dance"),
        (["library", "list", "--library", "none.dateline"], "none.dateline"),
        (["import"], "give article files"),
    ],
)
def test_what_makes_no_sense_ends_with_2(arguments: list[str], said: str, dateline: Any, folder: Path) -> None:
    ran = dateline(*arguments)
    assert ran.status == 2
    assert said in ran.err
    assert list(folder.iterdir()) == []
