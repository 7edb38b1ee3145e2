"""Invented news in four languages: every time that its sentences tell, with its interval, and nothing else."""

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
