"""Of our own articles an editor's events are shown, and little else (tests/events/editor)."""

from collections.abc import Callable
from types import ModuleType

import pytest

from dateline import events
from dateline.core.model import MAIN_WEIGHT


@pytest.fixture(scope="module")
def benchmark(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("tests/benchmarks/events_weight.py")


def test_what_an_editor_wants_is_shown_and_little_else(benchmark: ModuleType) -> None:
    if not events.available():
        pytest.skip("the English language model is not installed")
    cases = benchmark.read(benchmark.own())
    found = benchmark.figures(cases, {event.id: event.weight for case in cases for event in case.events}, MAIN_WEIGHT)
    assert found["reached"] >= 80, found
    assert found["recall"] >= 65, found
    assert found["accepted"] >= 65, found
    assert found["never"] <= 8, found
    assert found["again"] <= 6, found


def test_a_feature_that_tells_lines_apart_is_worth_something(benchmark: ModuleType) -> None:
    rows = [{"good": 1.0, "both": 1.0}, {"bad": 1.0, "both": 1.0}] * 20
    found = benchmark.fit(rows, [1.0, 0.0] * 20, {})
    assert found["good"] > 0.5 > -0.5 > found["bad"]
    assert abs(found["both"]) < 0.1
