"""The clock time told with a date: whether two stamps are one moment, and whether one is told in its own zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

_ISO = re.compile(
    r"(?:T|\s)(?P<h>\d{1,2}):(?P<m>\d\d)(?::\d\d(?:[.,]\d+)?)?\s*"
    r"(?P<zone>Z\b|[+-]\d\d:?\d\d\b|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?\b)?"
)
_WORDS = re.compile(
    r"(?<![\d.:/-])(?P<h>\d{1,2})(?:[:.h時시点时](?P<m>\d\d))(?![.\d/])"
    r"(?::\d\d)?\s*分?\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*"
    r"(?P<zone>\(?(?:[A-Z]{1,2}[SD]T|CES?T|EES?T|WES?T|BST|IST|MSK|[A-Z]?ET|PT|UTC|GMT)\b\)?)?",
    re.IGNORECASE,
)
_ZONES = {
    "EST": -300, "EDT": -240, "ET": -270, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "PT": -450, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "WET": 0, "WEST": 60, "BST": 60, "IST": 330,
    "MSK": 180, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "UTC": 0, "GMT": 0, "Z": 0,
}  # fmt: skip
_REACH = 14 * 60
"""Minutes: further apart by the clock, two stamps are two moments whatever their zones."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day with its clock: ``minutes`` since year 1 as told, ``offset`` from UTC in minutes (None where untold)."""

    minutes: int
    offset: int | None

    @property
    def told_locally(self) -> bool:
        """Whether it is told in a zone other than UTC."""
        return self.offset is not None and self.offset != 0


def stamp(day: date, words: str) -> Stamp | None:
    """The stamp of a day in the words that told it; None without a clock time."""
    words = words.strip()[:200]
    if re.fullmatch(r"1\d{9}(?:\d{3})?", words):
        moment = datetime.fromtimestamp(int(words[:10]), UTC)
        return Stamp(day.toordinal() * 1440 + moment.hour * 60 + moment.minute, 0)
    match = _ISO.search(words) if re.search(r"\d-\d\d?(?:T|\s)", words) else _WORDS.search(words)
    if match is None:
        return None
    hour, minute = int(match["h"]), int(match["m"])
    half = (match.groupdict().get("half") or "").lower()
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    if hour > 23 or minute > 59:
        return None
    return Stamp(day.toordinal() * 1440 + hour * 60 + minute, _offset(match["zone"]))


def _offset(zone: str | None) -> int | None:
    zone = (zone or "").strip("() ").upper()
    if not zone:
        return None
    if match := re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", zone):
        return (int(match[2]) * 60 + int(match[3] or 0)) * (1 if match[1] == "+" else -1)
    return _ZONES.get(zone)


def same(a: Stamp, b: Stamp) -> bool:
    """Whether two stamps are the same minute; an untold zone may be any that counts in quarters of an hour."""
    if a.offset is not None and b.offset is not None:
        return a.minutes - a.offset == b.minutes - b.offset
    apart = (a.minutes - (a.offset or 0)) - (b.minutes - (b.offset or 0))
    return abs(apart) <= _REACH and apart % 15 == 0


def one_moment(a: Stamp, b: Stamp) -> bool:
    """Whether two stamps may be of one moment: within fourteen hours by the clock."""
    return abs((a.minutes - (a.offset or 0)) - (b.minutes - (b.offset or 0))) <= _REACH
