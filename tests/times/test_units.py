"""Units of the calendar: spans told as about."""

import pytest

from dateline.core.moment import Granularity, iso, moment
from dateline.times.units import wider


@pytest.mark.parametrize(
    ("granularity", "begin", "until", "wide"),
    [
        (Granularity.YEAR, (1850,), (1851,), ("1849-01-01", "1852-01-01")),
        (Granularity.MONTH, (2024, 5), (2024, 6), ("2024-04-01", "2024-07-01")),
        (Granularity.DAY, (2024, 5, 3), (2024, 5, 4), ("2024-05-02", "2024-05-05")),
        (Granularity.MINUTE, (2024, 5, 3, 17), (2024, 5, 3, 17, 1), ("2024-05-03T16:30", "2024-05-03T17:31")),
    ],
)
def test_about_is_wider_by_one_unit(
    granularity: Granularity, begin: tuple[int, ...], until: tuple[int, ...], wide: tuple[str, str]
) -> None:
    found = wider((moment(*begin), moment(*until)), granularity)
    assert (iso(found[0]), iso(found[1])) == wide
