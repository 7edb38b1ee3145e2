"""From time to pixels and back."""

from itertools import pairwise

import numpy as np
import pytest

from dateline.core.moment import DAY, moment
from dateline.timeline.scale import Piece, Scale, elastic, fit, fitting, padded
from dateline.timeline.spans import Spans

M = moment


def spans_of(*days: int) -> Spans:
    at = [M(2025, 3, 1) + day * DAY for day in days]
    end = [m + DAY for m in at]
    return Spans.make(range(len(at)), at, end, at, end)


def test_an_elastic_scale_gives_busy_times_room_and_keeps_order() -> None:
    spans = spans_of(-9000, -4000, *range(12), 200)
    straight, stretched = fitting(spans, 0, 1000), elastic(spans, 0, 1000)
    busy = [scale.pixel(M(2025, 3, 12)) - scale.pixel(M(2025, 3, 1)) for scale in (straight, stretched)]
    assert busy[1] > 300 > 5 > busy[0]
    assert any(piece.pressed for piece in stretched.pieces)
    assert all(a.until == b.begin and a.high == pytest.approx(b.low) for a, b in
               pairwise(stretched.pieces))  # fmt: skip
    assert stretched.high == pytest.approx(1000)
    places = stretched.pixels(spans.at).tolist()
    assert places == sorted(places)


def test_an_elastic_scale_of_even_events_is_straight() -> None:
    assert len(elastic(spans_of(*range(0, 70, 10)), 0, 1000).pieces) == 1


def test_pixels_and_moments_are_inverse() -> None:
    scale = elastic(spans_of(-900, *range(12)), 0, 1000)
    for day in (-900, 0, 5, 11):
        m = M(2025, 3, 1) + day * DAY
        assert abs(scale.moment(scale.pixel(m)) - m) <= 60


def test_a_straight_scale_is_even_and_ends_at_its_ends() -> None:
    scale = Scale.straight(0, 10 * DAY, 100, 200)
    assert [scale.pixel(m) for m in (0, 5 * DAY, 10 * DAY, 99 * DAY, -DAY)] == [100, 150, 200, 200, 100]
    assert (scale.moment(150), scale.moment(0), scale.moment(900)) == (5 * DAY, 0, 10 * DAY)
    assert scale.moments(np.array([125.0, 175.0])).tolist() == [2.5 * DAY, 7.5 * DAY]
    assert (scale.begin, scale.until, scale.low, scale.high) == (0, 10 * DAY, 100, 200)
    assert Piece(0, 10 * DAY, 100, 200).per_minute == 100 / (10 * DAY)


def test_cells_hold_still_in_time_while_the_range_moves() -> None:
    times = np.arange(3, 9) * DAY
    found = [Scale.straight(begin, begin + 10 * DAY, 0, 1000) for begin in (0, DAY, 2 * DAY)]
    parted = [np.flatnonzero(np.diff(scale.cells(scale.pixels(times), 150.0)[0])).tolist() for scale in found]
    assert parted[0] == parted[1] == parted[2] != []


def test_all_rows_have_room_at_both_ends() -> None:
    assert padded(0, DAY) == (-DAY // 2, DAY + DAY // 2)
    assert padded(0, 100 * DAY) == (-4 * DAY, 104 * DAY)
    assert fit(Spans.from_events([])) == (0, DAY)
    scale = fitting(spans_of(0, 9), 0, 500)
    assert scale.pixel(M(2025, 3, 1)) > 0
    assert scale.pixel(M(2025, 3, 11)) < 500
