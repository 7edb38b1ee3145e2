"""Calendar units: where the unit around a moment begins and ends, its TIMEX3 value, and steps of n units."""

from dataclasses import dataclass

from dateline.core.moment import (
    DAY,
    HOUR,
    WEEK,
    Granularity,
    Moment,
    add_months,
    civil,
    day_start,
    iso_week,
    moment,
    week_start,
)
from dateline.core.moment import weekday as weekday_at

Span = tuple[Moment, Moment]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar: its length as months or minutes, its letter in TIMEX3 durations, and how fine it is.

    ``times`` is how many of the letter's own unit it holds (a decade is P10Y).
    """

    name: str
    letter: str
    granularity: Granularity
    months: int = 0
    minutes: int = 0
    times: int = 1
    clock: bool = False


UNITS = {
    unit.name: unit
    for unit in (
        Unit("second", "S", Granularity.MINUTE, minutes=0, clock=True),
        Unit("minute", "M", Granularity.MINUTE, minutes=1, clock=True),
        Unit("hour", "H", Granularity.HOUR, minutes=HOUR, clock=True),
        Unit("day", "D", Granularity.DAY, minutes=DAY),
        Unit("weekend", "WE", Granularity.WEEKEND, minutes=WEEK),
        Unit("week", "W", Granularity.WEEK, minutes=WEEK),
        Unit("fortnight", "W", Granularity.WEEK, minutes=2 * WEEK, times=2),
        Unit("month", "M", Granularity.MONTH, months=1),
        Unit("quarter", "Q", Granularity.QUARTER, months=3),
        Unit("half", "H", Granularity.HALF, months=6),
        Unit("year", "Y", Granularity.YEAR, months=12),
        Unit("decade", "Y", Granularity.DECADE, months=120, times=10),
        Unit("century", "Y", Granularity.CENTURY, months=1200, times=100),
        Unit("millennium", "Y", Granularity.MILLENNIUM, months=12000, times=1000),
    )
}
SEASONS = {"SP": (3, "spring"), "SU": (6, "summer"), "FA": (9, "autumn"), "WI": (12, "winter")}
RANK = {name: rank for rank, name in enumerate(UNITS)}
"""Units from the finest to the coarsest."""


def finer(one: str, other: str) -> bool:
    """Whether a unit is finer than another."""
    return RANK[one] < RANK[other]


def step(at: Moment, unit: Unit, count: float) -> Moment:
    """The moment some units on (or back, with a negative count)."""
    if unit.months:
        whole = int(count * unit.months)
        return add_months(at, whole)
    return at + int(count * unit.minutes)


def around(at: Moment, unit: Unit, first_weekday: int = 0) -> Span:
    """The unit that a moment lies in, as ``(begin, until)``."""
    if unit.name in ("second", "minute"):
        return at, at + 1
    if unit.name == "hour":
        begin = at - at % HOUR
        return begin, begin + HOUR
    if unit.name == "day":
        begin = day_start(at)
        return begin, begin + DAY
    if unit.name in ("week", "fortnight"):
        begin = week_start(at, first_weekday)
        return begin, begin + unit.minutes
    if unit.name == "weekend":
        begin = week_start(at) + 5 * DAY
        return begin, begin + 2 * DAY
    c = civil(at)
    if unit.months < 12:
        month = (c.month - 1) // unit.months * unit.months + 1
        begin = moment(c.year, month)
        return begin, add_months(begin, unit.months)
    years = unit.months // 12
    if unit.name in ("century", "millennium"):
        year = (c.year - 1) // years * years + 1
    else:
        year = c.year // years * years
    return moment(year), moment(year + years)


def wider(span: Span, granularity: Granularity) -> Span:
    """A span told as about: wider by one unit of its grain on each side, a clock time by half an hour."""
    begin, until = span
    if months := _ABOUT_MONTHS.get(granularity):
        return add_months(begin, -months), add_months(until, months)
    more = _ABOUT_MINUTES.get(granularity, 0)
    return begin - more, until + more


_ABOUT_MINUTES = {
    Granularity.MINUTE: HOUR // 2, Granularity.HOUR: HOUR // 2, Granularity.DAY_PART: 6 * HOUR, Granularity.DAY: DAY,
    Granularity.WEEKEND: WEEK, Granularity.WEEK: WEEK,
}  # fmt: skip
_ABOUT_MONTHS = {
    Granularity.MONTH: 1, Granularity.SEASON: 3, Granularity.QUARTER: 3, Granularity.HALF: 6, Granularity.YEAR: 12,
    Granularity.DECADE: 120, Granularity.CENTURY: 1200, Granularity.MILLENNIUM: 12000,
}  # fmt: skip


def season(year: int, name: str) -> Span:
    """A northern meteorological season, named after the year it starts in."""
    begin = moment(year, SEASONS[name][0])
    return begin, add_months(begin, 3)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Moment:
    """The first, second or (-1) last Tuesday of a month; raises ValueError where it has no fifth."""
    first = moment(year, month)
    until = add_months(first, 1)
    begin = first + (weekday - weekday_at(first)) % 7 * DAY + (nth - 1) * WEEK
    if nth < 0:
        begin = until - ((weekday_at(until) - weekday - 1) % 7 + 1) * DAY
    if begin >= until:
        raise ValueError(f"month {month} of {year} has no weekday number {nth}")
    return begin


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it; year 0 is 1 BC."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def day_value(at: Moment) -> str:
    """A day as TIMEX3 writes it."""
    c = civil(at)
    return f"{year_value(c.year)}-{c.month:02d}-{c.day:02d}"


def value(at: Moment, unit: Unit) -> str:
    """The TIMEX3 value of the unit that a moment lies in."""
    c = civil(at)
    name = unit.name
    if name in ("second", "minute"):
        return f"{day_value(at)}T{c.hour:02d}:{c.minute:02d}"
    if name == "hour":
        return f"{day_value(at)}T{c.hour:02d}"
    if name == "day":
        return day_value(at)
    if name in ("week", "fortnight", "weekend"):
        number, week = iso_week(at)
        return f"{year_value(number)}-W{week:02d}" + ("-WE" if name == "weekend" else "")
    year = year_value(c.year)
    if name == "month":
        return f"{year}-{c.month:02d}"
    if name == "quarter":
        return f"{year}-Q{(c.month + 2) // 3}"
    if name == "half":
        return f"{year}-H{(c.month + 5) // 6}"
    if name == "year":
        return year
    if name == "decade":
        return decade_value(c.year)
    if name == "century":
        return century_value(c.year)
    return f"{(c.year - 1) // 1000}"


def decade_value(year: int) -> str:
    """The TIMEX3 value of the decade that a year lies in."""
    return f"{year // 10:03d}" if year > 0 else f"BC{-year // 10:03d}"


def century_value(year: int) -> str:
    """The TIMEX3 value of the century that a year lies in: the digits that its years share."""
    return f"{(year - 1) // 100:02d}" if year > 0 else f"BC{-year // 100:02d}"


def duration(unit: Unit, count: float | None) -> str:
    """The TIMEX3 value of a duration; a count of None is an unknown number (PXD)."""
    letter = unit.letter if unit.name != "weekend" else "WE"
    time = "T" if unit.clock else ""
    if count is None:
        return f"P{time}X{letter}"
    total = count * unit.times
    whole = int(total)
    if whole == total:
        return f"P{time}{whole}{letter}"
    halves = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60) if time else ("D", 30), "D": ("TH", 24), "W": ("D", 7)}
    smaller, parts = halves.get(letter, ("", 0))
    rest = round((total - whole) * parts) if parts else 0
    if not rest or letter in ("D", "W") or (letter == "M" and not time):
        return f"P{time}{total:g}{letter}"
    return f"P{time}{f'{whole}{letter}' if whole else ''}{rest}{smaller}"
