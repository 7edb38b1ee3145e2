import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.timeline.place import Rows, shares, spread, tracks


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(5, 60)), max_size=30), st.floats(0, 600))
def test_spread_keeps_order_and_does_not_overlap(items: list[tuple[float, float]], high: float) -> None:
    items.sort()
    wanted, sizes = [want for want, _ in items], [size for _, size in items]
    starts = spread(wanted, sizes, 0, high)
    for start, size, following in zip(starts, sizes, starts[1:], strict=False):
        assert start + size <= following + 1e-6
    if items and sum(sizes) <= high:
        assert starts[0] >= -1e-6
        assert starts[-1] + sizes[-1] <= high + 1e-6


def test_spread_leaves_alone_what_has_room() -> None:
    assert spread([10, 100, 200], [20, 20, 20], 0, 300) == [10, 100, 200]


def test_spread_moves_as_little_as_it_can() -> None:
    assert spread([50, 50], [20, 20], 0, 300) == pytest.approx([40, 60])


def test_rows_are_filled_from_the_first_on() -> None:
    rows = Rows(6)
    assert rows.put([(0, 10, 2)]) == 0
    assert rows.put([(5, 15, 2)]) == 2
    assert rows.put([(12, 20, 2)]) == 0
    assert rows.put([(14, 30, 3)]) is None
    assert rows.used == 4


def test_tracks_do_not_touch_until_they_run_out() -> None:
    assert tracks([0, 1, 7], [4, 9, 8], 3) == [0, 1, 0]
    assert tracks([0, 5], [4, 9], 3) == [0, 1]  # a pixel apart they would look like one
    assert tracks([0, 0, 0], [9, 9, 9], 2) == [0, 1, 1]


def test_shares_give_what_is_wanted_or_an_even_part() -> None:
    assert shares([10, 20], 5, 100) == [10, 20]
    assert shares([10, 90, 90], 5, 110) == [10, 50, 50]
    assert shares([90, 90], 70, 100) == [70, 70]
