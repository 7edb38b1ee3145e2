"""Every format read right: text, title, date and its evidence, told by content before suffix."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.made import articles

from dateline.core.model import Confidence

DATED = [
    "page.html", "article.txt", "article.md", "article.pdf", "one-column.pdf", "article.docx", "article.odt",
    "article.rtf", "letter.eml", "page.mhtml", "article.epub", "article.json", "item.xml", "nitf.xml",
]  # fmt: skip


@pytest.mark.parametrize("name", DATED)
def test_each_format_gives_text_title_language_and_date(name: str, folder: Path, make: ModuleType) -> None:
    article = articles(folder / name)[0]
    assert article.title == make.TITLE
    assert article.language == "en"
    assert article.published == make.DAY
    assert article.published_confidence in (Confidence.CERTAIN, Confidence.LIKELY)
    assert article.evidence
    assert article.candidates[0].value == make.DAY
    words = " ".join(article.text.split())
    places = [words.find(paragraph) for paragraph in make.PARAGRAPHS]
    assert -1 not in places
    assert places == sorted(places)
    assert "Post a Comment" not in article.text
    assert article.file == str(folder / name)
    assert article.digest
    assert article.fingerprint


def test_the_day_a_page_was_saved_is_no_evidence(folder: Path) -> None:
    (article,) = articles(folder / "page.mhtml")
    assert article.url == "https://post.example/2025/03/30/bridge-falls.html"
    assert not [c for c in article.candidates if c.value.startswith("2025-06")]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("page.html", "page.txt", "html"), ("article.pdf", "article.html", "pdf"), ("article.docx", "a.zip", "docx"),
        ("letter.eml", "letter.txt", "mail"), ("article.rtf", "article.doc", "rtf"), ("articles.zip", "a.docx", "html"),
        ("article.json", "article.txt", "json"), ("page.mhtml", "page.html", "mhtml"), ("article.epub", "x", "epub"),
    ],
)  # fmt: skip
def test_a_wrong_suffix_does_not_matter(source: str, name: str, kind: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes((folder / source).read_bytes())
    assert articles(tmp_path / name)[0].format == kind
