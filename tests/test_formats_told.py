"""README, guide, desktop entry and installer tell of the formats that the readers' table has."""

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dateline.readers.formats import FORMATS, Format

ROOT = Path(__file__).parents[1]
IN_README = {
    "PDF": "pdf", "Word": "docx", "OpenDocument": "odt", "EPUB": "epub", "RTF": "rtf", "WARC": "warc", "WACZ": "wacz",
    "webarchive": "webarchive", "Outlook": "msg", "RSS": "feed", "Evernote": "enex", "CSV": "csv", "XLSX": "xlsx",
    "SRT": "cues", "mbox": "mbox", "JSON": "json", "NewsML": "newsml", "Markdown": "markdown", "ZIP": "zip",
    "X": "tweets",
}  # fmt: skip


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_guide_names_every_suffix(form: Format) -> None:
    guide = text("resources/docs/guide.md")
    assert [suffix for suffix in form.suffixes if suffix and f"`{suffix}`" not in guide] == []


def test_the_readme_names_what_is_read() -> None:
    readme = text("README.md")
    names = {form.name for form in FORMATS}
    for words, name in IN_README.items():
        assert words in readme
        assert name in names


def test_the_desktop_entry_offers_what_the_table_has() -> None:
    entry = re.search(r"^MimeType=(.*)$", text("packaging/app.dateline.Dateline.desktop"), re.MULTILINE)
    assert entry is not None
    offered = {kind for kind in entry[1].split(";") if kind} - {"application/vnd.dateline.library"}
    assert offered == {kind for form in FORMATS for kind in form.mime}


def test_the_installer_offers_suffixes_that_are_read() -> None:
    offered = set(re.findall(r'Supported\("(\.\w+)"\)', text("packaging/dateline.iss")))
    read = {suffix for form in FORMATS for suffix in form.suffixes}
    assert offered <= read
    assert {form.suffixes[0] for form in FORMATS if form.mime} <= offered


def test_the_macos_application_opens_what_the_table_has(script: Callable[[str], ModuleType]) -> None:
    entries = script("packaging/documents.py").document_types("app.dateline.Dateline.library")
    assert [entry["CFBundleTypeName"] for entry in entries][:3] == ["Dateline library", "PDF", "Word document"]
    opened = {f".{suffix}" for entry in entries[1:] for suffix in entry["CFBundleTypeExtensions"]}
    assert opened == {suffix for form in FORMATS if form.mime for suffix in form.suffixes if suffix}
    assert all(entry["CFBundleTypeRole"] == "Viewer" and "LSItemContentTypes" not in entry for entry in entries[1:])
    assert "document_types(" in text("packaging/dateline.spec")
