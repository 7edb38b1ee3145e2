"""Every format read right: text, title, date and its evidence, told by content before suffix."""

import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from dateline.core.model import Article, Confidence
from dateline.readers import Refusal, read

DATED = [
    "page.html", "article.txt", "article.md", "article.pdf", "one-column.pdf", "article.docx", "article.odt",
    "article.rtf", "letter.eml", "page.mhtml", "article.epub", "article.json", "item.xml", "nitf.xml",
]  # fmt: skip


def articles(path: Path) -> list[Article]:
    items = list(read(path))
    assert not [item for item in items if isinstance(item, Refusal)], items
    return [item for item in items if isinstance(item, Article)]


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


@pytest.mark.parametrize("name", ["cp1251", "gb18030", "shift_jis", "cp1252", "utf-16"])
def test_text_in_any_encoding(name: str, folder: Path, make: ModuleType) -> None:
    (article,) = articles(folder / f"{name}.txt")
    assert article.text == make.LANGUAGES[name]
    assert article.title == make.LANGUAGES[name].split("\n")[0]


def test_a_page_in_its_declared_encoding(folder: Path) -> None:
    (article,) = articles(folder / "declared.html")
    assert "обрушился" in article.text
    assert article.language == "ru"


def test_plain_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "Bridge falls \r\n\r\n  Two people  were killed.\n\tIt was “old”.\n\n"
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (article,) = articles(file)
    assert article.text == text


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


def test_tables_of_a_word_document_are_read(folder: Path) -> None:
    assert "closed on Monday" in articles(folder / "article.docx")[0].text


def test_a_mail_and_its_attached_article(folder: Path) -> None:
    letter, attached = articles(folder / "letter.eml")
    assert (letter.format, attached.format) == ("mail", "html")
    assert letter.authors == ("The Arle Letter",)
    assert letter.candidates[0].source == "header"
    assert attached.file.endswith("letter.eml/story.html")


def test_a_mailbox_gives_each_message(folder: Path) -> None:
    first, second = articles(folder / "letters.mbox")
    assert (first.published, second.published) == ("2025-03-30", "2025-03-31")


def test_the_day_a_page_was_saved_is_no_evidence(folder: Path) -> None:
    (article,) = articles(folder / "page.mhtml")
    assert article.url == "https://post.example/2025/03/30/bridge-falls.html"
    assert not [c for c in article.candidates if c.value.startswith("2025-06")]


def test_json_lines_and_archives_give_several(folder: Path) -> None:
    assert len(articles(folder / "articles.jsonl")) == 3
    page, text = articles(folder / "articles.zip")
    assert (page.file, page.format) == (f"{folder / 'articles.zip'}/a/page.html", "html")
    assert text.format == "text"


def test_json_with_markup_and_other_names_for_the_fields(tmp_path: Path, make: ModuleType) -> None:
    file = tmp_path / "export.json"
    file.write_text(
        '{"items": [{"headline": "Bridge falls", "body": "<p>One &amp; two.</p><p>Three.</p>",'
        ' "author": {"name": "A. B."},'
        ' "publishedAt": "2025-03-30T10:00:00Z", "updated_at": "2025-04-01"}]}'
    )
    (article,) = articles(file)
    assert (article.title, article.text, article.authors) == ("Bridge falls", "One & two.\nThree.", ("A. B.",))
    assert article.published == "2025-03-30"
    assert [c.value for c in article.candidates if c.kind == "updated"] == ["2025-04-01"]


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


def test_a_wide_table_and_many_lines_are_read(folder: Path) -> None:
    assert "Bridge 9999 closed" in articles(folder / "table.html")[0].text
    assert len(articles(folder / "many.jsonl")) == 2_000


def test_a_large_text_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"The bridge fell on Saturday night, and two people were killed.\n" * 800_000)
    (article,) = articles(file)
    assert len(article.text) > 50_000_000
