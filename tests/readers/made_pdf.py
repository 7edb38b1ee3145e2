"""PDFs whose words stand where a test sets them."""

import io
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from tests.readers.made import articles

from dateline.core.model import Article

Run = tuple[float, float, int, str]
"""Left, height over the bottom, size, words."""
TITLE = "Old crane in Ostrey harbour is taken down"
BODY = (
    "The old crane in the harbour was taken down on Thursday",
    "after a storm had bent its arm, the port said. Nobody was",
    "hurt. A smaller crane is to be put up in the summer, and the",
    "port will say in the autumn what becomes of the foundations.",
)


def pdf(*pages: list[Run]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for runs in pages:
        for left, bottom, size, words in runs:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, bottom, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def stories(tmp_path: Path, *pages: list[Run]) -> list[Article]:
    """The articles of a PDF of such pages."""
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(*pages))
    return articles(file)


def article(tmp_path: Path, *pages: list[Run]) -> Article:
    """The only one."""
    (found,) = stories(tmp_path, *pages)
    return found


def body(left: float = 40, top: float = 700, lines: tuple[str, ...] = BODY) -> list[Run]:
    return [(left, top - 13 * n, 10, words) for n, words in enumerate(lines)]
