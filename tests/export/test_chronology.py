"""Chronologies, as a Word reader and a PDF reader that are not ours see them."""

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx as word
import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from dateline.cli import run
from dateline.core.model import Bundle, Status
from dateline.export import Options, docx
from dateline.export.chronology import LAYOUTS, paragraphs
from dateline.export.image import chronology_pdf

Told = list[tuple[str, str]]


@pytest.fixture
def told(bundle: Bundle) -> Callable[..., Told]:
    """``told(layout)``: the chronology's paragraphs as styles and words."""

    def make(layout: str = "court", of: Bundle = bundle) -> Told:
        found = paragraphs(of, Options(title="The crane", layout=layout))
        return [(each.style, "".join(text for text, _ in each.runs)) for each in found]

    return make


@pytest.fixture
def proved(bundle: Bundle) -> Bundle:
    """The bundle with what an import keeps of the first article's file."""
    first, *rest = bundle.articles
    kept = replace(first, file="folder/crane.html", sha256="ab" * 32, added="2025-04-01T09:30:00")
    return replace(bundle, articles=(kept, *rest))


def test_entries_are_numbered_in_the_order_of_time(told: Callable[..., Told]) -> None:
    entries = [words for style, words in told() if style == "entry"]
    assert entries[0] == "1. 15 March 44 BC (“Ides of March”): Caesar dies"
    assert [words.split()[0] for words in entries] == [f"{n}." for n in range(1, len(entries) + 1)]
    assert entries[-1] == f"{len(entries)}. undated (“some day”): Added by hand"


def test_what_two_articles_tell_is_one_entry_with_both_sources(told: Callable[..., Told]) -> None:
    rows = told()
    (at,) = (n for n, (_, words) in enumerate(rows) if "Crane falls into the harbour" in words)
    assert [style for style, _ in rows[at : at + 5]] == ["entry", "quote", "source", "quote", "source"]
    assert {rows[at + 2][1].split(",")[0], rows[at + 4][1].split(",")[0]} == {"Exhibit 1", "Exhibit 2"}
    assert any("claimed by the port" in words for _, words in rows[at : at + 5])
    quotes = [rows[at + 1][1], rows[at + 3][1]]
    assert "“A crane fell into the old harbour on Saturday night, the port said.”" in quotes


def test_exhibits_have_the_hash_of_the_file_as_it_was_imported(told: Callable[..., Told], proved: Bundle) -> None:
    rows = told("court", proved)
    hashes = [words for style, words in rows if style == "hash"]
    assert hashes[0] == f"File crane.html, imported 2025-04-01 09:30:00, SHA-256 {'ab' * 32}"
    assert hashes[1].endswith("no hash was kept")
    assert not [style for style, _ in told("thesis", proved) if style == "hash"]


def test_layouts_differ_in_what_they_have(told: Callable[..., Told]) -> None:
    styles = {layout: {style for style, _ in told(layout)} for layout in LAYOUTS}
    assert "quote" in styles["court"] & styles["thesis"]
    assert "quote" not in styles["desk"]
    assert any(words.endswith("[1]") for style, words in told("desk") if style == "entry")
    assert any("+check the count" in words for _, words in told("thesis"))
    assert not any("+check the count" in words for _, words in told("court"))


def test_what_the_reader_rejected_is_left_out(told: Callable[..., Told], bundle: Bundle) -> None:
    events = tuple(replace(event, status=Status.REJECTED) for event in bundle.events)
    assert not [style for style, _ in told("court", replace(bundle, events=events)) if style == "entry"]


def test_word_is_read_by_python_docx(told: Callable[..., Told], proved: Bundle) -> None:
    options = Options(title="The crane", stamp="2025-05-01T10:00:00")
    document = word.Document(io.BytesIO(docx.write(proved, options)))
    assert [each.text for each in document.paragraphs] == [words for _, words in told("court", proved)]
    styles = {each.text: each.style.name for each in document.paragraphs if each.style is not None}
    assert (styles["The crane"], styles["Exhibits"]) == ("Title", "Heading 1")
    assert document.core_properties.title == "The crane"
    assert f"{document.core_properties.created:%Y-%m-%d}" == "2025-05-01"
    assert "The crane" in document.sections[0].footer.paragraphs[0].text
    assert docx.write(proved, options) == docx.write(proved, options)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_word_is_opened_by_libreoffice(told: Callable[..., Told], proved: Bundle, tmp_path: Path) -> None:
    file = tmp_path / "crane.docx"
    file.write_bytes(docx.write(proved, Options(title="The crane")))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    words: list[str | Path] = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        tmp_path,
        file,
    ]
    subprocess.run(words, check=True, capture_output=True, env={**os.environ, "HOME": str(tmp_path)})
    read = (tmp_path / "crane.txt").read_text(encoding="utf-8-sig").splitlines()
    assert read == [line for _, words in told("court", proved) for line in words.splitlines()]


def test_word_holds_any_text(bundle: Bundle) -> None:
    odd = "<w:p>&\x00\x0b\ud800 “é”"
    event = replace(bundle.events[-1], title=odd)
    document = word.Document(io.BytesIO(docx.write(Bundle(events=(event,)), Options(title=odd))))
    assert "<w:p>&" in document.paragraphs[0].text


def test_pdf_holds_the_words(proved: Bundle, qtbot: QtBot) -> None:
    content = chronology_pdf.write(proved, Options(title="The <b>crane</b>"))
    with pypdfium2.PdfDocument(content) as document:
        assert document.get_metadata_value("Title") == "The <b>crane</b>"
        text = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    assert "The <b>crane</b>" in text
    assert "A crane fell into the old harbour on Saturday night, the port said." in text
    assert "Exhibit 2" in text
    assert "ab" * 16 in text.replace(" ", "")


def test_the_suffix_says_that_it_is_no_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The bridge fell on 3 May 2024.", encoding="utf-8")
    for name in ("a.chronology.pdf", "a.pdf"):
        assert run(["timeline", str(article), "-o", str(tmp_path / name)]) == 0
        with pypdfium2.PdfDocument(tmp_path / name) as document:
            text = document[0].get_textpage().get_text_range()
        assert ("Exhibit 1" in text) is (name == "a.chronology.pdf")
    assert "1 event from 1 article" in capsys.readouterr().out
