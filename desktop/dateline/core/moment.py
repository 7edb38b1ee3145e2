"""Civil time to the minute: no time zones, the article's own local calendar.

A `Moment` is the number of minutes since 0001-01-01T00:00 in the proleptic Gregorian calendar. Plain integers
sort, subtract and pack into arrays; years before 1 and after 9999 work by shifting whole 400-year cycles.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Moment = int
"""Minutes since 0001-01-01T00:00, civil time."""

HOUR = 60
DAY = 24 * HOUR
WEEK = 7 * DAY
_CYCLE_YEARS = 400
_CYCLE = 146_097 * DAY  # the Gregorian calendar repeats after 400 years


class Granularity(StrEnum):
    """How fine the words are, coarsest last."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY_PART = "day_part"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    VAGUE = "vague"


class Civil(NamedTuple):
    """A moment taken apart. Year 0 is 1 BC."""

    year: int
    month: int
    day: int
    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open ``[begin, until)``; an end that the words leave open is None.

    Raises:
        ValueError: when both ends are given and begin is not before until.
    """

    begin: Moment | None
    until: Moment | None

    def __post_init__(self) -> None:
        if self.begin is not None and self.until is not None and self.begin >= self.until:
            raise ValueError(f"empty interval [{iso(self.begin)}, {iso(self.until)})")


def moment(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> Moment:
    """The moment of a civil date; raises ValueError where the calendar has no such day. Year 0 is 1 BC."""
    cycles, shifted = divmod(year - 1, _CYCLE_YEARS)
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise ValueError(f"no such time: {hour}:{minute}")
    days = date(shifted + 1, month, day).toordinal() - 1
    return cycles * _CYCLE + days * DAY + hour * HOUR + minute


def civil(m: Moment) -> Civil:
    """Take a moment apart; the inverse of `moment`."""
    cycles, rest = divmod(m, _CYCLE)
    days, minutes = divmod(rest, DAY)
    day = date.fromordinal(days + 1)
    return Civil(day.year + cycles * _CYCLE_YEARS, day.month, day.day, minutes // HOUR, minutes % HOUR)


def day_start(m: Moment) -> Moment:
    """Midnight at which the moment's day begins."""
    return m - m % DAY


def weekday(m: Moment) -> int:
    """0 for Monday to 6 for Sunday (1 January of year 1 was a Monday)."""
    return m // DAY % 7


def week_start(m: Moment, first: int = 0) -> Moment:
    """Midnight at which the moment's week begins; ``first`` is the weekday that opens a week (0 Monday)."""
    return day_start(m) - (weekday(m) - first) % 7 * DAY


def month_start(m: Moment) -> Moment:
    """The first minute of the moment's month."""
    c = civil(m)
    return moment(c.year, c.month)


def year_start(m: Moment) -> Moment:
    """The first minute of the moment's year."""
    return moment(civil(m).year)


def add_months(m: Moment, months: int) -> Moment:
    """The same day and time some months on (or back); the month's last day where it has no such day."""
    c = civil(m)
    years, month = divmod(c.month - 1 + months, 12)
    year = c.year + years
    return moment(year, month + 1, min(c.day, days_in_month(year, month + 1)), c.hour, c.minute)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return (moment(year + month // 12, month % 12 + 1) - moment(year, month)) // DAY


def iso_week(m: Moment) -> tuple[int, int]:
    """ISO 8601 year and week number (1 to 53)."""
    thursday = week_start(m) + 3 * DAY
    year = civil(thursday).year
    return year, (thursday - moment(year)) // WEEK + 1


def from_iso_week(year: int, week: int) -> Moment:
    """Midnight of the Monday of an ISO week; raises ValueError where the year has no such week."""
    monday = week_start(moment(year, 1, 4)) + (week - 1) * WEEK
    if iso_week(monday) != (year, week):
        raise ValueError(f"{year} has no week {week}")
    return monday


def iso(m: Moment) -> str:
    """``YYYY-MM-DD``, with ``THH:MM`` where the moment is not a midnight. Years outside 0–9999 carry a sign."""
    c = civil(m)
    year = f"{c.year:04d}" if 0 <= c.year <= 9999 else f"{c.year:+05d}"
    text = f"{year}-{c.month:02d}-{c.day:02d}"
    return text if m % DAY == 0 else f"{text}T{c.hour:02d}:{c.minute:02d}"


def iso_or_none(m: Moment | None) -> str | None:
    """`iso`, with None kept."""
    return None if m is None else iso(m)


_ISO = re.compile(r"([+-]?)([0-9]{4,})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::[0-9]{2})?)?")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


def parse_iso(text: str) -> Moment:
    """Read what `iso` writes, seconds passed over; raises ValueError on anything else."""
    found = _ISO.fullmatch(text)
    if found is None:
        raise ValueError(f"no ISO date: {text!r}")
    sign, year, *rest = found.groups()
    return moment(-int(year) if sign == "-" else int(year), *(int(part or 0) for part in rest))


def parse_partial(text: str) -> Interval:
    """The interval of a whole or partial ISO date: ``2025``, ``2025-03``, ``2025-03-30`` or ``2025-03-30T14:05``.

    A time of day gives one minute. Raises ValueError on anything else.
    """
    if found := _PARTIAL.fullmatch(text):
        begin = moment(int(found[1]), int(found[2] or 1))
        return Interval(begin, add_months(begin, 1 if found[2] else 12))
    begin = parse_iso(text)
    return Interval(begin, begin + (1 if "T" in text else DAY))
