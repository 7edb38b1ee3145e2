"""EDTF (ISO 8601-2, level 1) for intervals, events and expressions; None where level 1 has no way to say it.

Level 1 gives whole years, months, days, seasons, decades (``199X``), centuries that start on a round year, years of
more than four digits (``Y17000``), ``~`` for about, and intervals of these with an open end (``..``). It has no parts
of days: what begins or ends within a day has no string, except a moment known to the minute.
"""

from collections.abc import Callable

from dateline.core.model import Event, Relation, TimeExpression
from dateline.core.moment import DAY, Granularity, Moment, add_months, civil, moment

_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
"""EDTF's number of the season that opens with a month: spring, summer, autumn, winter."""
_FIRST, _LAST = moment(-9999), moment(10000)  # the years of four digits, beyond which EDTF has whole years only
_YEARLY = frozenset({Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM})
_MONTHLY = frozenset({Granularity.MONTH, Granularity.SEASON, Granularity.QUARTER, Granularity.HALF})


def of_event(event: Event) -> str | None:
    """The event's outer bounds as EDTF; ``..`` for a side that the words leave open."""
    return of_interval(event.earliest, event.latest, event.granularity, about=event.relation is Relation.AROUND)


def of_expression(expression: TimeExpression) -> str | None:
    """The expression's interval as EDTF."""
    about = expression.mod == "APPROX" or expression.relation == "around"
    return of_interval(expression.begin, expression.until, expression.granularity, about=about)


def of_interval(
    begin: Moment | None, until: Moment | None, granularity: Granularity = Granularity.DAY, *, about: bool = False
) -> str | None:
    """EDTF level 1 for half-open ``[begin, until)``; None where it has none, or both ends are open."""
    mark = "~" if about else ""
    if begin is None and until is None:
        return None
    if begin is not None and until is not None:
        whole = _unit(begin, until, granularity)
        if whole is not None:
            return whole if whole.endswith(":00") else whole + mark
    if any(m is not None and m % DAY for m in (begin, until)):
        return None
    if (begin is not None and not _FIRST <= begin < _LAST) or (until is not None and not _FIRST < until <= _LAST):
        return None
    write = _border_writer(begin, until, granularity)
    first = ".." if begin is None else write(begin) + mark
    last = ".." if until is None else write(until - DAY) + mark
    return first if first == last else f"{first}/{last}"


def _unit(begin: Moment, until: Moment, granularity: Granularity) -> str | None:
    """The one EDTF date that means exactly this interval, if there is one."""
    if until - begin <= 1 and granularity is Granularity.MINUTE:
        c = civil(begin)
        return f"{_day(begin)}T{c.hour:02d}:{c.minute:02d}:00" if 0 <= c.year <= 9999 else None
    if begin % DAY or until % DAY:
        return None
    c = civil(begin)
    four_digits = _FIRST <= begin < _LAST
    if until - begin == DAY and four_digits:
        return _day(begin)
    if c.day != 1:
        return None
    if until == add_months(begin, 1) and four_digits:
        return _month(begin)
    if until == add_months(begin, 3) and granularity is Granularity.SEASON and c.month in _SEASONS:
        return f"{_year(c.year)}-{_SEASONS[c.month]}" if 0 <= c.year <= 9999 else None
    if c.month != 1:
        return None
    for years, unknown in ((1, 0), (10, 1), (100, 2), (1000, 3)):
        if until == add_months(begin, 12 * years):
            if unknown == 0:
                return _year(c.year)
            if c.year % years == 0 and 0 <= c.year <= 9999:
                return f"{c.year:04d}"[: 4 - unknown] + "X" * unknown
    return None


def _border_writer(begin: Moment | None, until: Moment | None, granularity: Granularity) -> Callable[[Moment], str]:
    """How to write the ends of an interval: as coarse as both borders, or an open interval's words, allow."""
    borders = [civil(m) for m in (begin, until) if m is not None]
    closed = len(borders) == 2
    if all((c.month, c.day) == (1, 1) for c in borders) and (closed or granularity in _YEARLY):
        return lambda m: _year(civil(m).year)
    if all(c.day == 1 for c in borders) and (closed or granularity in _MONTHLY):
        return _month
    return _day


def _year(year: int) -> str:
    if 0 <= year <= 9999:
        return f"{year:04d}"
    return f"-{-year:04d}" if -9999 <= year < 0 else f"Y{year}"


def _month(m: Moment) -> str:
    c = civil(m)
    return f"{_year(c.year)}-{c.month:02d}"


def _day(m: Moment) -> str:
    return f"{_month(m)}-{civil(m).day:02d}"
