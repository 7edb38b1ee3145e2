"""Times and events of one article, and what becomes of one that goes wrong."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dateline import readers
from dateline.app import analysis
from dateline.core.model import Article, Conventions


@pytest.fixture(scope="module")
def fuzz(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("tests/benchmarks/analysis_fuzz.py")


def test_cut_and_spliced_texts_are_analysed(fuzz: ModuleType) -> None:
    found = list(fuzz.work((1, 101, False)))
    assert [wrong for _, wrong, *_ in found if wrong] == []
    assert sum(times for _, _, times, *_ in found) > 100
    assert sum(told for _, _, _, told, *_ in found) > 100


def test_times_alone_are_found_in_them(fuzz: ModuleType) -> None:
    found = list(fuzz.work((151, 651, True)))
    assert [wrong for _, wrong, *_ in found if wrong] == []


def test_an_error_is_told_with_its_text(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "find", lambda *_arguments, **_named: 1 / 0)
    ((_, wrong, *_),) = fuzz.work((1, 2, True))
    assert "ZeroDivisionError" in wrong


def test_the_samples_are_analysed() -> None:
    samples = Path(__file__).parents[2] / "resources" / "samples"
    for file in sorted(samples.iterdir()):
        for article in readers.read(file):
            assert isinstance(article, Article)
            found = analysis.analyse(article, Conventions())
            assert found.events, file.name
