"""README, guide, desktop entry and installer tell of the formats that the readers' table has."""

import re
from pathlib import Path

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
