"""Pages as trees: tables that lay out, tables of figures."""

from pathlib import Path

from tests.readers.made import articles

from dateline import paths
from dateline.core.model import Article
from dateline.readers import read_clipboard
from dateline.readers.html import read_page


def page(html: str) -> Article:
    article = read_clipboard("", html)
    assert isinstance(article, Article), article
    return article


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    page = paths.resources() / "samples" / "inquiry-interim-report.html"
    text = read_page(page.read_text(encoding="utf-8")).text
    assert text.startswith(("By Ines Calloway", "The flood that killed six people"))
    assert "Back issues" not in text
    assert "|" not in text.split("\n", 1)[1]
    assert text.count("\n") > 8


def test_a_table_of_figures_stays_one() -> None:
    rows = "".join(f"<tr><td>Week {n}</td><td>{n} homes dry</td></tr>" for n in range(1, 5))
    words = "The council counted the homes that are dry again, week by week, until the end of the year. " * 4
    text = read_page(f"<html><body><article><p>{words}</p><table>{rows}</table><p>{words}</p></article>").text
    assert "Week 1" in text


def test_a_page_in_its_declared_encoding(folder: Path) -> None:
    (article,) = articles(folder / "declared.html")
    assert "обрушился" in article.text
    assert article.language == "ru"
