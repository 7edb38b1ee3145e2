"""`dateline export`, from a library of the samples."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from dateline.export import FORMATS


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
