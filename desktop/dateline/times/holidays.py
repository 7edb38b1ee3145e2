"""Holidays by rule: fixed days, the nth weekday of a month, days counted from Easter, and calendars of a library."""

import re
from datetime import date
from functools import cache

from dateline.core.moment import DAY, Moment, days_in_month, moment, weekday
from dateline.times.why import WEEKDAYS

_FIXED = re.compile(r"(\d\d)-(\d\d)")
_EASTER = re.compile(r"Easter ([+-]\d+)(?: (\d+))?")
_NTH = re.compile(r"(\d|last)(?:st|nd|rd|th)? (\w+) of (\d+)(?: \+(\d+))?(?: from (\d+))?")
_ORTHODOX = re.compile(r"Orthodox ([+-]\d+)")
_BEFORE = re.compile(r"(\w+) before (\d+) of (\d+)")
_AFTER = re.compile(r"(\w+) after 1st Monday of (\d+)")
_CALENDAR = re.compile(r"(islamic|hebrew|chinese|hindu) (\w+) (\d+)")
_CLASSES = {
    "islamic": "_IslamicLunar",
    "hebrew": "_HebrewLunisolar",
    "chinese": "_ChineseLunisolar",
    "hindu": "_HinduLunisolar",
}


def place(rule: str, year: int) -> tuple[Moment, int]:
    """The first day of a holiday in a year and how many days it lasts; raises ValueError where the year has none."""
    if match := _FIXED.fullmatch(rule):
        return moment(year, int(match[1]), int(match[2])), 1
    if match := _EASTER.fullmatch(rule):
        return easter(year) + int(match[1]) * DAY, int(match[2] or 1)
    if match := _NTH.fullmatch(rule):
        if year < int(match[5] or 0):
            raise ValueError(f"in {year} it was another day")
        return _nth_weekday(year, int(match[3]), match[1], match[2]) + int(match[4] or 0) * DAY, 1
    if match := _AFTER.fullmatch(rule):
        return _nth_weekday(year, int(match[2]), "1", "Monday") + DAY * WEEKDAYS.index(match[1]), 1
    if match := _ORTHODOX.fullmatch(rule):
        return orthodox_easter(year) + int(match[1]) * DAY, 1
    if match := _BEFORE.fullmatch(rule):
        last = moment(year, int(match[3]), int(match[2])) - DAY
        return last - (weekday(last) - WEEKDAYS.index(match[1])) % 7 * DAY, 1
    if match := _CALENDAR.fullmatch(rule):
        return _of_calendar(match[1], match[2], year), int(match[3])
    raise ValueError(f"no such holiday rule: {rule!r}")


def easter(year: int) -> Moment:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    last = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return moment(year, month, day + 1)


def orthodox_easter(year: int) -> Moment:
    """Orthodox Easter Sunday in the Gregorian calendar, by Meeus's Julian computus; 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return moment(year, month, day + 1) + 13 * DAY


def _nth_weekday(year: int, month: int, nth: str, name: str) -> Moment:
    wanted = WEEKDAYS.index(name)
    if nth == "last":
        end = moment(year, month, days_in_month(year, month))
        return end - (weekday(end) - wanted) % 7 * DAY
    first = moment(year, month)
    return first + ((wanted - weekday(first)) % 7 + 7 * (int(nth) - 1)) * DAY


@cache
def _of_calendar(calendar: str, name: str, year: int) -> Moment:
    """A day of a moving calendar from the holidays library (pinned, as its calendars are private), imported on use."""
    from importlib import import_module

    days = getattr(getattr(import_module(f"holidays.calendars.{calendar}"), _CLASSES[calendar])(), name)(year)
    if days is None or isinstance(days, date | tuple):  # some calendars give one day, some several, some none
        days = [days]
    dates = [day if isinstance(day, date) else day[0] for day in days if day and (isinstance(day, date) or day[0])]
    found = min((day for day in dates if day.year == year), default=None)
    if found is None:
        raise ValueError(f"the calendar gives no {name} in {year}")
    return moment(found.year, found.month, found.day)
