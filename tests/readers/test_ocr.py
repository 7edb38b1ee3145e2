"""Scans and pictures go through Tesseract where it is installed, and say how where it is not."""

import io
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from dateline.core.model import Article
from dateline.readers import Refusal, read

WORDS = (
    r"Crane taken down in Ostrey\n14 March 2025\n\nThe old crane that stood for years in the har-"
    r"\nbour was taken down on Thursday by a barge with a long arm."
)


def scan() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(200, 200))
    canvas.rect(20, 20, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command of that name which finds the same words in every picture."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n[ \"$1\" = --list-langs ] && echo eng && exit\ncat >/dev/null\nprintf '{WORDS}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize("name", ["scan.pdf", "shot.png"])
@pytest.mark.usefixtures("tesseract")
def test_recognised_text_is_marked(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(scan() if name.endswith("pdf") else b"\x89PNG\r\n\x1a\n" + bytes(50))
    (article,) = read(file)
    assert isinstance(article, Article)
    assert article.format.endswith("(OCR)")
    assert article.published == "2025-03-14"
    assert "in the harbour was" in article.text


@pytest.mark.parametrize("name", ["scan.pdf", "shot.png"])
def test_without_tesseract_the_way_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    file = tmp_path / name
    file.write_bytes(scan() if name.endswith("pdf") else b"\x89PNG\r\n\x1a\n" + bytes(50))
    (refusal,) = read(file)
    assert isinstance(refusal, Refusal)
    assert "Tesseract" in refusal.reason
    assert "OCR" in refusal.reason
