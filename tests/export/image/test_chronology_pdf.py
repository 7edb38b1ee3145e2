"""The chronology as PDF, as a reader sees it that is not ours."""

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from dateline.cli import run
from dateline.core.model import Bundle
from dateline.export import Options
from dateline.export.image import chronology_pdf


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
