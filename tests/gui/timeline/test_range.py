"""Ranges of time as one moves and zooms."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.timeline.range import LEAST, MOST, anchored, limited, moved


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9), st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_keeps_the_point_where_it_is(begin: int, length: int, factor: float, share: float) -> None:
    length += 1000
    first, last = anchored((begin, begin + length), factor, share)
    assert abs((first + (last - first) * share) - (begin + length * share)) <= 2


def test_ranges_are_neither_too_short_nor_beyond_all_calendars() -> None:
    assert limited(100, 101)[1] - limited(100, 101)[0] == LEAST
    begin, until = limited(-(10**18), 10**18)
    assert until - begin < 10**13


def test_a_range_within_reason_stays_as_it_is() -> None:
    assert limited(100, 500) == (100, 500)
    assert limited(100, 100 + LEAST) == (100, 100 + LEAST)
    assert limited(-MOST, -MOST + 500)[1] <= MOST


def test_moving_keeps_the_length() -> None:
    assert moved((100, 500), -150) == (-50, 350)


@given(st.floats(1e-9, 1e9))
def test_no_zoom_goes_beyond_what_can_be_shown(factor: float) -> None:
    begin, until = anchored((0, 10_000), factor, 0.5)
    assert LEAST <= until - begin <= MOST
