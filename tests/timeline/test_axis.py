from itertools import pairwise

import pytest

from dateline.core.moment import DAY, HOUR, moment
from dateline.timeline.axis import ticks
from dateline.timeline.scale import Scale

YEAR = 365 * DAY
M = moment


@pytest.mark.parametrize(
    ("length", "minor", "major"),
    [
        (2 * HOUR, "00:15", "Sat 29 March 2025"),
        (DAY, "03:00", "Sat 29 March 2025"),
        (14 * DAY, "Sun 30", "March 2025"),
        (60 * DAY, "31 Mar", "April 2025"),
        (300 * DAY, "Apr", "2025"),
        (12 * YEAR, "2026", "2020s"),
        (300 * YEAR, "2040", "2001–2100"),
        (5000 * YEAR, "2501", ""),
    ],
)
def test_ticks_from_minutes_to_millennia(length: int, minor: str, major: str) -> None:
    axis = ticks(Scale.straight(M(2025, 3, 29), M(2025, 3, 29) + length, 0, 1000), 60)
    labels = [tick.label for tick in axis.minor]
    assert minor in labels or length == 5000 * YEAR
    assert 3 <= len(labels) <= 20
    if major:
        assert major in [tick.label for tick in axis.major]


def test_ticks_follow_each_other_without_gaps_and_labels_have_room() -> None:
    for length in (90, DAY, 30 * DAY, 3 * YEAR, 900 * YEAR):
        axis = ticks(Scale.straight(M(1999, 12, 20), M(1999, 12, 20) + length, 0, 1000), 60)
        for row in (axis.minor, axis.major):
            assert all(a.until == pytest.approx(b.at) for a, b in pairwise(row))
        assert all(tick.until - tick.at >= 40 for tick in axis.minor[1:-1])


def test_labels_in_other_locales() -> None:
    scale = Scale.straight(M(2025, 3, 29), M(2025, 4, 12), 0, 1000)
    assert "So 30" in [tick.label for tick in ticks(scale, 60, locale="de_DE").minor]
    assert "März 2025" in [tick.label for tick in ticks(scale, 60, locale="de_DE").major]
    assert "2025-03" in [tick.label for tick in ticks(scale, 60, locale="iso").major]


def test_weeks_begin_on_the_day_that_the_reader_says() -> None:
    scale = Scale.straight(M(2025, 3, 1), M(2025, 5, 1), 0, 1000)
    assert "3 Mar" in [tick.label for tick in ticks(scale, 60).minor]
    assert "2 Mar" in [tick.label for tick in ticks(scale, 60, first_weekday=6).minor]
