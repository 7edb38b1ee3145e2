"""Many documents: in order, on several processes, and none pays for another."""

import importlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import batches
from dateline.cli.annotate import Document
from dateline.cli.batches import find_each
from dateline.core.model import Article, Conventions
from dateline.core.preferences import Preferences
from dateline.errors import ModelMissing

FIND = """
def find(articles, conventions):
    for article in articles:
        if article.text == "bad":
            raise TypeError("unsupported")
        yield [article.text.upper()]
def load():
    pass
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A module that worker processes can import, as they get our module path."""
    (tmp_path / "batch_tasks.py").write_text(FIND, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    sys.modules.pop("batch_tasks", None)
    return importlib.import_module("batch_tasks")


def missing(articles: Sequence[Article], _: Conventions) -> Iterator[list[Any]]:
    raise ModelMissing("no model")


def documents(*texts: str) -> list[Document]:
    return [
        Document(str(n), Article(id=n, text=text) if text else None, "" if text else "it is empty")
        for n, text in enumerate(texts)
    ]


def told(tasks: Any, texts: Sequence[str], few: int) -> list[tuple[str, list[Any], str]]:
    found = find_each(documents(*texts), tasks.find, tasks.load, few, Preferences(workers=2))
    return [(each.document.name, each.rows, each.document.error) for each in found]


@pytest.mark.parametrize("few", [9, 0])
def test_one_bad_text_costs_its_own_result(few: int, tasks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "TOGETHER", 2)
    texts = ["a", "bad", "c", "", "e", "f", "g"]
    found = told(tasks, texts, few)
    assert [name for name, _, _ in found] == [str(n) for n in range(7)]
    assert [rows for _, rows, _ in found] == [["A"], [], ["C"], [], ["E"], ["F"], ["G"]]
    assert [bool(error) for _, _, error in found] == [False, True, False, True, False, False, False]
    assert "TypeError: unsupported" in found[1][2]


def test_what_concerns_all_is_raised(tasks: Any) -> None:
    with pytest.raises(ModelMissing):
        list(find_each(documents("a"), missing, tasks.load, 9, Preferences()))


def test_an_error_is_shown_where_the_reader_asks(tasks: Any, capsys: pytest.CaptureFixture[str]) -> None:
    list(find_each(documents("bad"), tasks.find, tasks.load, 9, Preferences(), verbose=True))
    assert "Traceback" in capsys.readouterr().err
