"""Invented news in four languages: every time that its sentences tell, with its interval, and nothing else."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from dateline.core.moment import iso_or_none
from dateline.times import find

FILES = sorted(Path(__file__).parent.glob("news*.toml"))
TOLD = [part for file in FILES for part in tomllib.loads(file.read_text(encoding="utf-8"))["told"]]


def _cases() -> list[tuple[str, str, list[Any]]]:
    return [(part["language"], part["published"], case) for part in TOLD for case in part["sentences"]]


@pytest.mark.parametrize(("language", "published", "case"), _cases(), ids=lambda part: str(part)[:50])
def test_a_sentence_of_news(language: str, published: str, case: list[Any]) -> None:
    text, *expected = case
    found = find(text, published, language=language)
    assert [[each.text, iso_or_none(each.begin) or "", iso_or_none(each.until) or ""] for each in found] == expected


UNSEEN = tomllib.loads((Path(__file__).parent / "unseen.toml").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize(
    ("language", "published", "text", "words", "begin", "until"), UNSEEN, ids=lambda part: str(part)[:50]
)
def test_a_time_in_news_written_without_the_rules(
    language: str, published: str, text: str, words: str, begin: str, until: str
) -> None:
    first = text.index(words)
    found = [
        each
        for each in find(text, published, language=language)
        if each.start < first + len(words) and each.end > first
    ]
    told = [[str(iso_or_none(edge)).removesuffix("T00:00") for edge in (each.begin, each.until)] for each in found]
    if begin:
        assert [begin, until.removesuffix("T00:00")] in told
    else:
        assert not any(each.begin is not None and each.type in ("DATE", "TIME") for each in found)


ARTICLES = [
    json.loads(line)
    for line in (Path(__file__).parent / "unseen_articles.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article["text"])[:50])
def test_the_times_of_an_article_written_without_the_rules(article: dict[str, Any]) -> None:
    """Each of its times has one of the intervals that an editor would accept; those still misread are left out."""
    found = find(article["text"], article["published"], language="en")
    for first, words, accepted in article["times"]:
        told = [
            [str(iso_or_none(edge)).removesuffix("T00:00") for edge in (each.begin, each.until)]
            for each in found
            if each.start < first + len(words) and each.end > first
        ]
        wanted = [[edge.removesuffix("T00:00") for edge in interval] for interval in accepted]
        assert any(interval in told for interval in wanted), (words, told)
