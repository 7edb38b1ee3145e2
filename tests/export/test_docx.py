"""The chronology as a Word document, as readers see it that are not ours."""

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx as word
import pytest
from tests.export.made import Told

from dateline.core.model import Bundle
from dateline.export import Options, docx


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
