"""Columns, words and running heads of a PDF's pages."""

import textwrap
from pathlib import Path
from types import ModuleType

from tests.readers.made import articles


def test_justified_letters_in_narrow_columns_under_a_headline_are_whole_paragraphs(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    paragraphs = [
        f"Part {n}: the old bridge over the river fell on Sunday morning, a spokeswoman said, notwithstanding repeated "
        "reassurances by the engineering department that it would hold."
        for n in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    ]
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 20)
    canvas.drawString(40, 800, "Bridge falls into the river at night")
    canvas.setFont("Helvetica", 10)
    width = 175.0
    for number, paragraph in enumerate(paragraphs):
        left, top = 40 + number // 3 * (width + 9), 770 - number % 3 * 140
        for line in textwrap.wrap(paragraph, 36):
            words = line.split(" ")
            taken = sum(canvas.stringWidth(word) for word in words)
            space = (width - taken) / (len(words) - 1) if not line.endswith("hold.") else 3.0
            x = left
            for word in words:
                for letter in word:
                    canvas.drawString(x, top, letter)
                    x += canvas.stringWidth(letter)
                x += space
            top -= 12
    canvas.save()
    (article,) = articles(tmp_path / "a.pdf")
    assert article.text.split("\n") == ["Bridge falls into the river at night", *paragraphs]


def test_the_pdf_has_columns_in_order_words_joined_and_no_running_heads(folder: Path, make: ModuleType) -> None:
    (article,) = articles(folder / "article.pdf")
    assert "The Arle Post" not in article.text
    assert "Page 1" not in article.text
    words = " ".join(article.text.split())
    assert words.count(make.PARAGRAPHS[0]) == 4  # across columns, with words broken at line ends
    assert words.startswith(f"{make.TITLE} Published 30 March 2025 {make.PARAGRAPHS[0]} {make.PARAGRAPHS[1]}")
