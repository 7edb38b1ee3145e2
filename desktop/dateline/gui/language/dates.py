"""Dates typed by the reader and dates shown to the reader."""

from dateline.core.message import Unit
from dateline.core.model import Conventions, Event, TimeExpression
from dateline.core.moment import DAY, Granularity, Moment, iso, parse_partial, weekday
from dateline.timeline.words import Bounds, date_words, event_bounds, event_words

from . import i18n
from .i18n import tr

_conventions = Conventions()


def set_conventions(conventions: Conventions) -> bool:
    """Name the parts of a day from now on by the hours that these give them; whether they were others before."""
    global _conventions  # as the language: one reader, one way of writing dates
    changed, _conventions = conventions != _conventions, conventions
    return changed


def first_weekday() -> int:
    """The weekday that opens the reader's week, 0 for Monday."""
    return _conventions.week_start


def conventions() -> Conventions:
    """What words about time mean to the reader."""
    return _conventions


def published_words(value: str | None) -> str:
    """A publication date as the reader writes dates: "Sunday, 30 March 2025"."""
    if not value:
        return tr("unknown")
    interval = parse_partial(value)
    if interval.begin is None or interval.until is None:
        return value
    grain = {4: Granularity.YEAR, 7: Granularity.MONTH}.get(len(value), Granularity.DAY)
    return date_words((interval.begin, None, None, interval.until), grain, i18n.date_locale())


def when(event: Event) -> str:
    """When an event happened, in words."""
    return event_words(event, i18n.date_locale(), _conventions)


def waits(expression: TimeExpression) -> bool:
    """Whether the expression would have a date if the publication date were known; its value is then still open."""
    return expression.type in ("DATE", "TIME") and not expression.resolved and expression.value.startswith("XXXX")


def expression_words(expression: TimeExpression) -> str:
    """What a time expression means, in words."""
    if not expression.resolved:
        return tr("not resolved without a publication date") if waits(expression) else tr("no fixed date")
    bounds = (expression.begin, None, None, expression.until)
    return date_words(bounds, expression.granularity, i18n.date_locale(), conventions=_conventions)


def moment_words(when: str) -> str:
    """An ISO date and time of ours, as when something was added, as the reader writes it: "23 November 2026, 14:05"."""
    date, _, clock = when.partition("T")
    return ", ".join(part for part in (published_words(date), clock[:5]) if part)


def day(m: Moment) -> str:
    """A moment's day, in words."""
    return date_words((m - m % DAY, None, None, m - m % DAY + DAY), locale=i18n.date_locale())


def unit_words(unit: Unit) -> str:
    """A day with its weekday, a week, a month …, as a sentence names it."""
    words = date_words((unit.at, None, None, unit.until), unit.granularity, i18n.date_locale())
    if unit.granularity not in (Granularity.DAY, Granularity.DAY_PART):
        return words
    return tr("{weekday} {day}").format(weekday=i18n.locale().dayName(weekday(unit.at) + 1), day=words)


def typed(m: Moment | None) -> str:
    """A moment as it can be typed again; "" for an open side."""
    return "" if m is None else iso(m)


def bounds_sentence(event: Event) -> str:
    """The four bounds of an event in words, no finer than its words; "" where they say no more than `when`."""
    if event.goes_on:
        return tr("began {start}, still so when published").format(start=_range(*event_bounds(event)[:2]))
    return four_words(event_bounds(event)) if event.dated else ""


def four_words(bounds: Bounds) -> str:
    """Four bounds in words, such as "began on 3 March 2025, end open"."""
    earliest, latest_start, earliest_end, latest = bounds
    start, end = _range(earliest, latest_start), _range(earliest_end, latest)
    if start == end:
        return tr("at some time {range}").format(range=start)
    if latest is None and earliest_end in (None, earliest):
        return tr("began {start}, end open").format(start=start)
    return tr("began {start}, ended {end}").format(start=start, end=end)


def _range(first: Moment | None, last: Moment | None) -> str:
    """The moments from ``first`` to before ``last``: whole days by the days they are, others by the clock."""
    if first is None and last is None:
        return tr("at an unknown time")
    if first is None:
        return tr("before {date}").format(date=_point(last))
    if last is None:
        return tr("from {date} on").format(date=_point(first))
    if last - first <= 1:
        return tr("on {date}").format(date=_point(first))
    if first % DAY or last % DAY:
        return tr("between {first} and {last}").format(first=_point(first, clock=True), last=_point(last, clock=True))
    if last - first == DAY:
        return tr("on {date}").format(date=day(first))
    return tr("between {first} and {last}").format(first=day(first), last=day(last - DAY))


def _point(m: Moment | None, *, clock: bool = False) -> str:
    if m is None:
        return ""
    minutes = m % DAY
    return f"{day(m)}, {minutes // 60:02d}:{minutes % 60:02d}" if minutes or clock else day(m)
