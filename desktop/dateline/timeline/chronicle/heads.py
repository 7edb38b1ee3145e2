"""Headings of time, from millennia to minutes: which one an event stands under, and what it says."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from dateline.core.moment import DAY, HOUR, Granularity, Moment, add_months, civil, moment
from dateline.timeline.axis import weekday_name
from dateline.timeline.words import century_words, day_words, months, year_words

YEAR = 365 * DAY
UNITS = ("minute", "hour", "day", "month", "year", "decade", "century", "millennium")
"""Units of headings, finest first."""
MINUTES = dict(zip(UNITS, (1, HOUR, DAY, 30 * DAY, YEAR, 10 * YEAR, 100 * YEAR, 1000 * YEAR), strict=True))
_A_SEASON = 200 * DAY  # what is longer stands under a heading as coarse as itself
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


class Level(NamedTuple):
    """Two rows of headings: ``outer`` ones across the page, ``inner`` ones beside the events."""

    outer: str
    inner: str


LEVELS = (
    Level("millennium", "century"),
    Level("century", "decade"),
    Level("century", "year"),
    Level("year", "day"),
    Level("month", "day"),
    Level("day", "hour"),
    Level("hour", "minute"),
)
"""Coarsest first."""

_COARSE = {
    Granularity.MONTH: "month",
    Granularity.YEAR: "year",
    Granularity.DECADE: "decade",
    Granularity.CENTURY: "century",
    Granularity.MILLENNIUM: "millennium",
}
_SPANS = (Granularity.WEEKEND, Granularity.WEEK, Granularity.SEASON, Granularity.QUARTER, Granularity.HALF)


class Head(NamedTuple):
    """An inner heading: the stretch ``[begin, until)`` that it names, large (``big``) and small below it."""

    begin: Moment
    until: Moment
    big: str
    small: str

    def below(self, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """The small words, a range on two lines where it does not fit on one: "Feb–", "Mar"."""
        first, dash, last = self.small.partition("–")
        return (first + dash, last) if first and last and not fits(self.small) else (self.small,)


@lru_cache(4096)  # the same few while one zooms
def start(unit: str, m: Moment) -> Moment:
    """Where the unit that holds a moment begins."""
    if unit in ("minute", "hour", "day"):
        return m // MINUTES[unit] * MINUTES[unit]
    c = civil(m)
    if unit == "month":
        return moment(c.year, c.month)
    years = _YEARS[unit]
    shift = 1 if unit in ("century", "millennium") else 0
    return moment((c.year - shift) // years * years + shift)


def after(unit: str, begin: Moment) -> Moment:
    """Where the unit that begins at a moment ends."""
    if unit in ("minute", "hour", "day"):
        return begin + MINUTES[unit]
    return add_months(begin, 1 if unit == "month" else 12 * _YEARS[unit])


class Headed(NamedTuple):
    """Both headings that a line stands under: the inner one, and the outer one's unit and where it begins."""

    head: Head
    outer: tuple[str, Moment]
    key: tuple[str, Moment, Moment, Moment]
    """Lines of one key stand under one inner heading."""


@lru_cache(4096)  # as `start`
def headed(level: Level, at: Moment, end: Moment, granularity: Granularity, locale: str = "en_GB") -> Headed:
    """The headings for what lies in ``[at, end)``."""
    head, unit = head_of(level, at, end, granularity, locale), level.outer
    length = head.until - head.begin
    while length > _A_SEASON and length > 1.1 * MINUTES[unit] and unit != UNITS[-1]:
        unit = UNITS[UNITS.index(unit) + 1]
    begin = start(unit, head.begin)
    return Headed(head, (unit, begin), (unit, begin, head.begin, head.until))


def head_of(level: Level, at: Moment, end: Moment, granularity: Granularity, locale: str = "en_GB") -> Head:
    """The inner heading for what lies in ``[at, end)``: a unit of the level, or a coarser one where the words were."""
    if granularity in _SPANS and end - at > MINUTES[level.inner] and end - at < 200 * DAY:
        return Head(at, end, *_stretch(at, end, granularity, locale))
    unit = _COARSE.get(granularity, level.inner)
    if granularity in _SPANS[2:]:
        unit = "month"
    if granularity is Granularity.VAGUE:
        unit = "year" if end - at > 400 * DAY else "month" if end - at > 45 * DAY else level.inner
    if UNITS.index(unit) < UNITS.index(level.inner):
        unit = level.inner
    begin = start(unit, at)
    return Head(begin, after(unit, begin), *_label(unit, begin, level, locale))


def outer_words(unit: str, begin: Moment, locale: str = "en_GB") -> str:
    """What an outer heading says: "February 2026"."""
    c = civil(begin)
    if unit == "hour":
        return f"{weekday_name(begin, locale)} {day_words(begin, locale)}, {c.hour:02d}:00"
    if unit == "day":
        return f"{weekday_name(begin, locale)} {day_words(begin, locale)}"
    if unit == "month":
        return month_words(begin, locale)
    if unit == "year":
        return year_words(c.year, locale)
    if unit == "decade":
        return _decade(c.year, locale)
    years = _YEARS[unit]
    if years == 100:
        return century_words(c.year, locale)
    return f"{year_words(c.year, locale)}–{year_words(c.year + years - 1, locale)}"


def moment_words(unit: str, m: Moment, locale: str) -> str:
    """A moment as fine as a unit: "8 March 2026", "1946"."""
    if UNITS.index(unit) >= UNITS.index("year"):
        return year_words(civil(m).year, locale)
    return month_words(m, locale) if unit == "month" else day_words(m, locale)


def short_words(unit: str, m: Moment, near: Moment, locale: str) -> str:
    """A moment as fine as a unit, short where it lies in the year of another: "8 Mar"."""
    c = civil(m)
    if UNITS.index(unit) > UNITS.index("day") or c.year != civil(near).year or locale == "iso":
        return moment_words(unit, m, locale)
    month = _month(m, locale)
    return {"de_DE": f"{c.day}. {month}", "en_US": f"{month} {c.day}"}.get(locale, f"{c.day} {month}")


def month_words(begin: Moment, locale: str) -> str:
    """A month with its year: "February 2026"."""
    c = civil(begin)
    if locale == "iso":
        return f"{year_words(c.year, locale)}-{c.month:02d}"
    return f"{months(locale)[c.month - 1]} {year_words(c.year, locale)}"


def _month(m: Moment, locale: str) -> str:
    return months(locale)[civil(m).month - 1][:3]


def _label(unit: str, begin: Moment, level: Level, locale: str) -> tuple[str, str]:
    c = civil(begin)
    if unit in ("minute", "hour"):
        return f"{c.hour:02d}:{c.minute:02d}", ""
    if unit == "day":
        if level.outer == "day" or level.outer == "hour":
            return "", ""
        return str(c.day), weekday_name(begin, locale) if level.outer == "month" else _month(begin, locale)
    if unit == "month":
        return _month(begin, locale), year_words(c.year, locale)
    if unit == "year":
        return year_words(c.year, locale), ""
    if unit == "decade":
        return _decade(c.year, locale), ""
    return outer_words(unit, begin, locale).split(" ")[0], ""


def _decade(year: int, locale: str) -> str:
    if year <= 0:
        return f"{year_words(year, locale)}–"
    return f"{year}er" if locale.startswith("de") else f"{year}s"


def _stretch(at: Moment, end: Moment, granularity: Granularity, locale: str) -> tuple[str, str]:
    """A week as "2–8", "Mar"; a season, quarter or half by its months: "Mar–May", "2027"."""
    if granularity in (Granularity.WEEKEND, Granularity.WEEK):
        first, last = _month(at, locale), _month(end - 1, locale)
        return f"{civil(at).day}–{civil(end - 1).day}", first if first == last else f"{first}–{last}"
    return _month(at, locale), f"–{_month(end - 1, locale)}"
