"""Dates typed by the reader and dates shown to the reader."""

import re

from dateline.core.model import Event, TimeExpression
from dateline.core.moment import DAY, Moment, iso, parse_partial
from dateline.timeline.words import date_words, event_words

from . import i18n
from .i18n import tr

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def parse_date(text: str) -> str | None:
    """A typed date as a whole or partial ISO date, or None where it is none.

    Takes ISO dates and whatever our own grammar takes for a date without an article around it
    ("30 March 2025", "March 2025", "30.3.2025").
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        try:
            parse_partial(text)
        except ValueError:
            return None
        return text
    from dateline import times  # loads the grammar: only when someone types

    found = times.find(text, None)
    if len(found) == 1 and found[0].text == text and found[0].resolved and _ISO.fullmatch(found[0].value):
        return found[0].value
    return None


def parse_bounds(text: str) -> tuple[Moment | None, Moment | None] | None:
    """A typed date or range as [begin, until), or None where it is none; "" leaves the side open."""
    value = parse_date(text)
    if value is None:
        return None
    interval = parse_partial(value)
    return interval.begin, interval.until


def published_words(value: str | None) -> str:
    """A publication date as the reader writes dates: "Sunday, 30 March 2025"."""
    if not value:
        return tr("unknown")
    interval = parse_partial(value)
    if interval.begin is None or interval.until is None:
        return value
    from dateline.core.moment import Granularity

    grain = {4: Granularity.YEAR, 7: Granularity.MONTH}.get(len(value), Granularity.DAY)
    return date_words((interval.begin, None, None, interval.until), grain, i18n.date_locale())


def when(event: Event) -> str:
    """When an event happened, in words."""
    return event_words(event, i18n.date_locale())


def expression_words(expression: TimeExpression) -> str:
    """What a time expression means, in words."""
    if not expression.resolved:
        return tr("not resolved without a publication date") if expression.anchor != "none" else tr("no fixed date")
    bounds = (expression.begin, None, None, expression.until)
    return date_words(bounds, expression.granularity, i18n.date_locale())


def day(m: Moment) -> str:
    """A moment's day, in words."""
    return date_words((m - m % DAY, None, None, m - m % DAY + DAY), locale=i18n.date_locale())


def typed(m: Moment | None) -> str:
    """A moment as it can be typed again; "" for an open side."""
    return "" if m is None else iso(m)
