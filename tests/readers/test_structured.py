"""JSON and what is like it: the fields of an article, whatever they are called."""

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.readers.made import BODY, OTHER, articles, written

from dateline.core.model import Article
from dateline.readers import read


def one(path: Path, text: str) -> Article:
    path.write_text(text, encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    "data",
    [
        {"db": [{"meta": {}, "data": {"posts": [{"title": "Crane", "html": f"<p>{BODY}</p><p>{OTHER}</p>",
                                                 "published_at": "2025-03-14T08:00:00.000Z"}]}}]},
        {"post_stream": {"posts": [{"username": "ada", "created_at": "2025-03-14T08:00:00.000Z",
                                    "cooked": f"<p>{BODY}</p><p>{OTHER}</p>"}]}},
        [{"data": {"children": [{"data": {"title": "Crane", "selftext": BODY, "created_utc": 1741939200.0}}]}}],
        {"feed": [{"post": {"record": {"$type": "app.feed.post", "createdAt": "2025-03-14T08:00:00Z", "text": BODY}}}]},
    ],
    ids=["blog", "forum", "thread", "network"],
)  # fmt: skip
def test_a_post_is_published_when_it_is_made(data: Any, tmp_path: Path) -> None:
    (article,) = written(tmp_path / "export.json", json.dumps(data))
    assert article.published == "2025-03-14"
    assert article.text.startswith("A crane fell")


def test_what_is_no_post_is_not_published_when_it_was_made(tmp_path: Path) -> None:
    (article,) = written(tmp_path / "x.json", json.dumps([{"text": BODY, "created_at": "2025-03-14T08:00:00Z"}]))
    assert article.published is None


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


def test_a_post_of_x_has_signs_for_its_entities(tmp_path: Path) -> None:
    words = "The crane is gone &amp; nobody was hurt, says the port."
    tweet = {"tweet": {"created_at": "Fri Mar 14 09:00:00 +0000 2025", "full_text": words}}
    article = one(tmp_path / "tweets.js", f"window.YTD.tweets.part0 = {json.dumps([tweet])}")
    assert article.text == "The crane is gone & nobody was hurt, says the port."
