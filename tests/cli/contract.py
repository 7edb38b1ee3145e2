"""What the lines of times and events look like, and texts to find them in."""

import re
from collections.abc import Callable
from typing import Any

Manifest = Callable[..., bytes]
MOMENT = re.compile(r"[+-]?\d{4,6}-\d\d-\d\d(T\d\d:\d\d)?")
GRANULARITIES = {
    *("minute", "hour", "day_part", "day", "weekend", "week", "month", "season", "quarter", "half", "year"),
    *("decade", "century", "millennium", "vague"),
}
# Not ASCII, not in the basic plane, and with every kind of line end: offsets count code points and touch nothing.
STORM = (
    "Störm 🌊 “Elsa”\r\nThe bridge at Pell collapsed on Tuesday night, police said.\n\n"
    "Two farmers were killed earlier this week. The council will vote on Friday.\r"
)
VOTE = "The senate voted on 3 May 2024.\n\nThe minister denied on Monday that he had resigned in March.\n"


def check_moment(value: object) -> None:
    assert value is None or (isinstance(value, str) and MOMENT.fullmatch(value)), value


def split(records: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """The findings, the closing lines and the summary."""
    assert [r for r in records if r.get("summary")] == records[-1:]
    closing = [r for r in records[:-1] if r.get("done") or "error" in r]
    return [r for r in records[:-1] if not (r.get("done") or "error" in r)], closing, records[-1]
