"""What a browser prints round a page."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from dateline.core.model import Article
from dateline.readers import read

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


def article(tmp_path: Path, *pages: list[Run]) -> Article:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(*pages))
    (found,) = read(file)
    assert isinstance(found, Article)
    return found


def body(left: float = 40, top: float = 700, lines: tuple[str, ...] = BODY) -> list[Run]:
    return [(left, top - 13 * n, 10, words) for n, words in enumerate(lines)]


PRINT = [(25, 824, 7, "03/06/2025, 18:02"), (250, 824, 7, TITLE[:30] + " | The Ostrey Messenger"),
         (25, 15, 7, "https://messenger.example/n/118"), (560, 15, 7, "1/1")]  # fmt: skip


@pytest.mark.parametrize(("line", "day"), [("Published Friday 14 March 2025, 8.12am", "2025-03-14"), ("", None)])
def test_what_a_browser_prints_round_a_page(line: str, day: str | None, tmp_path: Path) -> None:
    found = article(tmp_path, [*PRINT, (40, 780, 18, TITLE), *([(40, 750, 9, line)] if line else []), *body()])
    assert (found.title, found.published, found.url) == (TITLE, day, "https://messenger.example/n/118")
    assert "18:02" not in found.text
    assert [c.value for c in found.candidates if c.where == "the day the page was printed"][:1] != [found.published]
