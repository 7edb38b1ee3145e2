"""Dates in words, never finer than the words of the article were."""

from collections.abc import Callable
from typing import NamedTuple

from dateline.core.model import Conventions, Event, Relation
from dateline.core.moment import DAY, HOUR, Civil, Granularity, Moment, civil, iso, moment

Bounds = tuple[Moment | None, Moment | None, Moment | None, Moment | None]
"""Earliest, latest_start, earliest_end, latest; None is open."""

LOCALES = ("en_GB", "en_US", "de_DE", "iso")

_EN_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DE_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
_EN = {
    "undated": "undated", "before": "before {}", "by": "by {}", "until": "until {}", "since": "since {}",
    "after": "after {}",
    "dawn": "dawn", "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night",
    "weekend": "weekend of {}", "decade": "{}s", "century": "{} century", "millennium": "{} millennium", "bc": "{} BC",
    "spring": "spring {}", "summer": "summer {}", "autumn": "autumn {}", "winter": "winter {}",
}  # fmt: skip
_DE = {
    "undated": "ohne Datum", "before": "vor {}", "by": "spätestens {}", "until": "bis {}", "since": "seit {}",
    "after": "nach {}",
    "dawn": "Morgengrauen", "morning": "Vormittag", "afternoon": "Nachmittag", "evening": "Abend", "night": "Nacht",
    "weekend": "Wochenende {}", "decade": "{}er-Jahre", "century": "{} Jahrhundert", "millennium": "{} Jahrtausend",
    "bc": "{} v. Chr.", "spring": "Frühling {}", "summer": "Sommer {}", "autumn": "Herbst {}", "winter": "Winter {}",
}  # fmt: skip
_FINE = (Granularity.MINUTE, Granularity.HOUR, Granularity.DAY_PART)
_DAYS = (Granularity.DAY, Granularity.WEEKEND, Granularity.WEEK)
_LONG = (Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM)


class Language(NamedTuple):
    """How a locale writes dates: its words, its months and the order of a day's parts."""

    words: dict[str, str]
    months: tuple[str, ...]
    day: str
    same_month: str
    same_year: str
    month: str = "{month} {year}"
    months_range: str = "{month}–{month2} {year}"
    joiner: str = " – "
    ordinal: Callable[[int], str] = str

    def year(self, year: int) -> str:
        """A year's number, with the era before year 1."""
        return str(year) if year > 0 else self.words["bc"].format(1 - year)


def _english_ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_LANGUAGES = {
    "en_GB": Language(
        _EN, _EN_MONTHS, "{day} {month} {year}", "{day}–{day2} {month} {year}",
        "{day} {month} – {day2} {month2} {year}", ordinal=_english_ordinal,
    ),
    "en_US": Language(
        _EN, _EN_MONTHS, "{month} {day}, {year}", "{month} {day}–{day2}, {year}",
        "{month} {day} – {month2} {day2}, {year}", ordinal=_english_ordinal,
    ),
    "de_DE": Language(
        _DE, _DE_MONTHS, "{day}. {month} {year}", "{day}.–{day2}. {month} {year}",
        "{day}. {month} – {day2}. {month2} {year}", ordinal="{}.".format,
    ),
}  # fmt: skip


def event_bounds(event: Event) -> Bounds:
    """The event's four bounds."""
    return event.earliest, event.latest_start, event.earliest_end, event.latest


def event_words(event: Event, locale: str = "en_GB", conventions: Conventions | None = None) -> str:
    """When the event happened, in words: `date_words` of its bounds, granularity and relation."""
    return date_words(event_bounds(event), event.granularity, locale, event.relation, conventions)


def date_words(
    bounds: Bounds,
    granularity: Granularity = Granularity.DAY,
    locale: str = "en_GB",
    relation: Relation = Relation.UNKNOWN,
    conventions: Conventions | None = None,
) -> str:
    """When, in words, no finer than ``granularity``: "29 March 2025, night", "before 1 January 2026".

    ``locale`` is one of `LOCALES`; any other is written as en_GB. ``relation`` tells "after" from "since".
    """
    language = _LANGUAGES.get(locale, _LANGUAGES["en_GB"])
    interval = _iso_interval if locale == "iso" else _interval
    earliest, latest_start, earliest_end, latest = bounds
    day_parts = conventions or Conventions()
    if earliest is not None and latest is not None:
        return interval(earliest, max(latest, earliest + 1), granularity, language, day_parts)
    if latest is not None:
        if earliest_end is not None and earliest_end < latest:
            return language.words["until"].format(interval(earliest_end, latest, granularity, language, day_parts))
        if granularity is Granularity.VAGUE and latest % DAY == 0:  # told on the day that ends there
            return language.words["by"].format(_edge(latest - 1, granularity, language, locale, inside=True))
        return language.words["before"].format(_edge(latest, granularity, language, locale))
    if earliest is not None:
        if relation is Relation.AFTER:
            edge = earliest - 1 if earliest % DAY == 0 and granularity not in _FINE else earliest
            return language.words["after"].format(_edge(edge, granularity, language, locale, inside=True))
        if latest_start is not None and latest_start > earliest:
            return language.words["since"].format(interval(earliest, latest_start, granularity, language, day_parts))
        return language.words["since"].format(_edge(earliest, granularity, language, locale, inside=True))
    return language.words["undated"]


def day_words(m: Moment, locale: str = "en_GB") -> str:
    """One day: "29 March 2025"."""
    return date_words((m - m % DAY, None, None, m - m % DAY + DAY), Granularity.DAY, locale)


def months(locale: str = "en_GB") -> tuple[str, ...]:
    """The names of the twelve months."""
    return _LANGUAGES.get(locale, _LANGUAGES["en_GB"]).months


def year_words(year: int, locale: str = "en_GB") -> str:
    """A year's number, with the era before year 1."""
    return _iso_cut(moment(year), "year") if locale == "iso" else _LANGUAGES.get(locale, _LANGUAGES["en_GB"]).year(year)


def century_words(first_year: int, locale: str = "en_GB") -> str:
    """The century that a year belongs to: "20th century", or its years before year 1."""
    if first_year <= 0 or locale == "iso":
        return f"{year_words(first_year, locale)}–{year_words(first_year + 99, locale)}"
    language = _LANGUAGES.get(locale, _LANGUAGES["en_GB"])
    return language.words["century"].format(language.ordinal((first_year - 1) // 100 + 1))


def _edge(m: Moment, granularity: Granularity, language: Language, locale: str, *, inside: bool = False) -> str:
    """One edge of an open interval, as fine as the words: "1 January 2026", "2026" for a year."""
    c = civil(m)
    unit, fine = _edge_unit(m, c, granularity, inside=inside), granularity in _FINE and m % DAY != 0
    if locale == "iso":
        return iso(m) if fine else _iso_cut(m, unit)
    if unit == "year":
        return language.year(c.year)
    if unit == "month":
        return _month(c, language)
    return _day(c, language) + (f", {_clock(c)}" if fine else "")


def _edge_unit(m: Moment, c: Civil, granularity: Granularity, *, inside: bool) -> str:
    """An edge is written as a year or month only where it is one's start, or lies ``inside`` the one meant."""
    first_of_month = inside or _is_month_start(m)
    if granularity in (Granularity.YEAR, *_LONG) and (inside or (first_of_month and c.month == 1)):
        return "year"
    if granularity in (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.SEASON) and first_of_month:
        return "month"
    return "day"


def _interval(begin: Moment, until: Moment, granularity: Granularity, language: Language, parts: Conventions) -> str:
    if granularity in _FINE and until - begin <= DAY:
        return _within_day(begin, until, granularity, language, parts)
    first, last = civil(begin), civil(until - 1)
    named = _named(begin, until, first, last, granularity, language)
    if named:
        return named
    unit = _unit(begin, until, first, last, granularity)
    if unit == "year":
        return language.year(first.year) if first.year == last.year else _years(first, last, language)
    if unit == "month":
        return _months(first, last, language)
    return _days(first, last, language)


def _within_day(
    begin: Moment, until: Moment, granularity: Granularity, language: Language, conventions: Conventions
) -> str:
    c, day = civil(begin), begin - begin % DAY
    for name in ("dawn", "morning", "afternoon", "evening", "night"):
        start, end = getattr(conventions, name)
        if (begin - day, until - day) == (start * HOUR, end * HOUR) and granularity is Granularity.DAY_PART:
            return f"{_day(c, language)}, {language.words[name]}"
    if until - begin <= _exactly(granularity):
        return f"{_day(c, language)}, {_clock(c)}"
    if until - begin == DAY and begin == day:
        return _day(c, language)
    end = civil(until - 1 if granularity is Granularity.MINUTE else until)  # the minute named last, a whole one
    if until - begin > DAY // 2 and until > day + DAY:
        return f"{_day(c, language)}, {_clock(c)}{language.joiner}{_day(end, language)}, {_clock(end)}"
    return f"{_day(c, language)}, {_clock(c)}–{_clock(end)}"


def _exactly(granularity: Granularity) -> int:
    """The minutes of an interval that is told by the clock where it begins; a longer one by both ends."""
    return 1 if granularity is Granularity.MINUTE else HOUR


def _named(
    begin: Moment, until: Moment, first: Civil, last: Civil, granularity: Granularity, language: Language
) -> str | None:
    """A weekend, season, decade, century or millennium by its name, where the interval is exactly one."""
    if granularity is Granularity.WEEKEND and until - begin == 2 * DAY:
        return language.words["weekend"].format(_days(first, last, language))
    whole_months = _is_month_start(begin) and _is_month_start(until)
    if granularity is Granularity.SEASON and whole_months and first.month % 3 == 0:
        names = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
        if (last.year - first.year) * 12 + last.month - first.month == 2:
            year = f"{first.year}–{last.year % 100:02d}" if first.month == 12 else language.year(first.year)
            return language.words[names[first.month]].format(year)
    if granularity in _LONG and first.year > 0 and begin == moment(first.year) and until == moment(last.year + 1):
        span = last.year - first.year + 1
        if span == 10 and first.year % 10 == 0:
            return language.words["decade"].format(first.year)
        for size, name in ((100, "century"), (1000, "millennium")):
            if span == size and first.year % size == 1:
                return language.words[name].format(language.ordinal(first.year // size + 1))
    return None


def _unit(begin: Moment, until: Moment, first: Civil, last: Civil, granularity: Granularity) -> str:
    """The unit to write an interval in: exact where whole months or years, else as coarse as the words were."""
    if granularity not in (*_FINE, *_DAYS) or until - begin > 7 * DAY:
        if begin == moment(first.year) and until == moment(last.year + 1):
            return "year"
        if _is_month_start(begin) and _is_month_start(until):
            return "month"
    if granularity in _LONG:
        return "year"
    if granularity is Granularity.YEAR:
        return "month"
    if granularity is Granularity.VAGUE and until - begin > 90 * DAY:
        return "year" if until - begin > 5 * 366 * DAY else "month"
    return "day"


def _is_month_start(m: Moment) -> bool:
    return m % DAY == 0 and civil(m).day == 1


def _clock(c: Civil) -> str:
    return f"{c.hour:02d}:{c.minute:02d}"


def _day(c: Civil, language: Language) -> str:
    return language.day.format(day=c.day, month=language.months[c.month - 1], year=language.year(c.year))


def _month(c: Civil, language: Language) -> str:
    return language.month.format(month=language.months[c.month - 1], year=language.year(c.year))


def _days(first: Civil, last: Civil, language: Language) -> str:
    if first[:3] == last[:3]:
        return _day(first, language)
    if first.year != last.year:
        return _day(first, language) + language.joiner + _day(last, language)
    form = language.same_month if first.month == last.month else language.same_year
    month, month2 = language.months[first.month - 1], language.months[last.month - 1]
    return form.format(day=first.day, day2=last.day, month=month, month2=month2, year=language.year(first.year))


def _months(first: Civil, last: Civil, language: Language) -> str:
    if first[:2] == last[:2]:
        return _month(first, language)
    if first.year != last.year:
        return _month(first, language) + language.joiner + _month(last, language)
    month, month2 = language.months[first.month - 1], language.months[last.month - 1]
    return language.months_range.format(month=month, month2=month2, year=language.year(first.year))


def _years(first: Civil, last: Civil, language: Language) -> str:
    if (first.year > 0) == (last.year > 0) and first.year > 0:
        return f"{first.year}–{last.year}"
    return language.year(first.year) + language.joiner + language.year(last.year)


def _iso_interval(begin: Moment, until: Moment, granularity: Granularity, _: Language, __: Conventions) -> str:
    if granularity in _FINE and until - begin < DAY:
        return iso(begin) if until - begin <= _exactly(granularity) else f"{iso(begin)}/{iso(until)}"
    first, last = civil(begin), civil(until - 1)
    unit = _unit(begin, until, first, last, granularity)
    begin_text, end_text = _iso_cut(begin, unit), _iso_cut(until - 1, unit)
    return begin_text if begin_text == end_text else f"{begin_text}/{end_text}"


def _iso_cut(m: Moment, unit: str) -> str:
    return (
        iso(m - m % DAY).rsplit("-", {"year": 2, "month": 1, "day": 0}[unit])[0] if unit != "day" else iso(m - m % DAY)
    )
