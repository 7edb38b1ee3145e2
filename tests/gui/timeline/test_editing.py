"""Dragging the bounds of an event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.timeline.editing import dragged
from dateline.timeline.words import Bounds


@pytest.mark.parametrize(
    ("bounds", "index", "target", "result"),
    [
        ((10, 20, 10, 20), 3, 40, (10, 40, 10, 40)),  # one moment within stays so
        ((10, 20, 10, 20), 0, 5, (5, 20, 5, 20)),
        ((10, 20, 10, 20), 0, 50, (19, 20, 19, 20)),  # no bound crosses the opposite one
        ((10, 12, 30, 40), 1, 20, (10, 20, 30, 40)),
        ((10, 12, 30, 40), 1, 0, (10, 10, 30, 40)),
        ((10, 12, 30, 40), 2, 90, (10, 12, 40, 40)),
        ((10, 12, 30, 40), 3, 20, (10, 12, 30, 30)),
        ((10, 12, None, None), 0, 50, (12, 12, None, None)),
        ((None, None, 30, 40), 3, 35, (None, None, 30, 35)),
    ],
)
def test_dragging_a_bound(bounds: Bounds, index: int, target: int, result: Bounds) -> None:
    assert dragged(bounds, index, target) == result


@given(st.lists(st.integers(0, 1000), min_size=4, max_size=4), st.integers(0, 3), st.integers(-50, 1050), st.booleans())
def test_bounds_stay_in_order(numbers: list[int], index: int, target: int, moment_within: bool) -> None:
    low, a, b, high = sorted(numbers)
    high += 1
    bounds = (low, high, low, high) if moment_within else (low, max(a, low), max(b, low), high)
    earliest, latest_start, earliest_end, latest = (bound or 0 for bound in dragged(bounds, index, target))
    assert earliest <= latest_start <= latest
    assert earliest <= earliest_end <= latest
