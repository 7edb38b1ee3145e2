"""Dates in the addresses of pages."""

from datetime import date

import pytest

from dateline.core.model import Confidence
from dateline.readers import addresses
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue


@pytest.mark.parametrize(
    ("language", "region", "host", "order"),
    [
        ("en", "US", "post.example", False), ("en", "GB", "post.example", True), ("en", "", "post.co.uk", True),
        ("en", "", "city.gov", False), ("en", "", "post.com", None), ("de", "", "", True), ("es", "US", "", True),
    ],
)  # fmt: skip
def test_the_order_of_day_and_month(language: str, region: str, host: str, order: bool | None) -> None:
    assert addresses.day_order(language, region, host) is order


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://post.example/2025/03/30/bridge", "2025-03-30"),
        ("https://post.example/world/2025/mar/30/x", "2025-03-30"),
        ("https://post.example/bridge-2025-03-30.html", "2025-03-30"),
        ("https://post.example/20250330/bridge", "2025-03-30"),
        ("https://post.example/2025/03/bridge", "2025-03"), ("https://post.example/id/2025033099", None),
        ("https://post.example/2025/13/40/x", None), ("https://2025-03-30.example/x", None),
    ],
)  # fmt: skip
def test_dates_in_addresses(url: str, value: str | None) -> None:
    found = list(addresses.from_url(url))
    assert [clue.value for clue in found] == ([value] if value else [])


def clue(
    day: date, source: str = "json-ld", sure: Confidence = Confidence.CERTAIN, kind: str = "published", zone: str = ""
) -> Clue:
    return Clue(Day(day, 0, 0, zone=zone), source, f"the {source}", str(day), sure, kind)  # type: ignore[arg-type]
