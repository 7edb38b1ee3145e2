"""A database's file is split into its articles, or said to hold several; never one with a sure date."""

from pathlib import Path

from tests.readers.databases.made import OTHER, TEXT
from tests.readers.made import written

from dateline.readers.base import Found
from dateline.readers.databases import ends, parts_lines, split


def test_articles_that_cannot_be_told_apart_have_no_sure_date(tmp_path: Path) -> None:
    text = "March 14, 2025\n\nLENGTH: 180 words\n" + TEXT + "\nLENGTH: 90 words\n" + OTHER * 4
    (article,) = written(tmp_path / "a.txt", text)
    assert article.published is None
    assert "several articles" in article.evidence


def test_an_article_about_words_and_lengths_is_one(tmp_path: Path) -> None:
    text = "A crane falls\nMarch 14, 2025\n\n" + TEXT * 3 + "\n\nLength: 40 metres\n" + OTHER
    (article,) = written(tmp_path / "a.txt", text)
    assert article.published == "2025-03-14"


def test_other_texts_are_given_back_as_they_are() -> None:
    for text in (TEXT, TEXT * 5):
        found = Found(text=text, format="text")
        assert split(found) == [found]


def test_the_lines_of_a_head_belong_to_no_paragraph() -> None:
    apart = parts_lines(["Crane falls", "Length: 180 words", "A crane fell."])
    assert apart is not None
    assert [apart(line) for line in ("Byline: Ada Brandt", "End of Document", "A crane fell.")] == [True, True, False]
    assert parts_lines(["Crane falls", "A crane fell."]) is None
    assert ends("End of Document")
    assert not ends("The end of the document was lost.")
