"""What the readers of foreign formats share: dates as others write them, and events that have no article."""

import json
import re
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from dateline.core.bounds import Bounds
from dateline.core.model import Bundle, Certainty, Conventions, Event, Relation, Status, new_id, weight_of
from dateline.core.moment import DAY, Granularity, Moment, iso, moment
from dateline.errors import Refused, UsageError
from dateline.export.common import one_line
from dateline.times import typed

MOST_EVENTS = 200_000
"""More than this in one file is refused: it is not a timeline that a person made."""

FARTHEST_YEAR = 9_999_999
"""A year further away than this is not a date."""

_TITLE = 300  # a title beyond this is a text, and is cut; the whole stands in the note


E = TypeVar("E", bound=StrEnum)


def json_of(content: bytes) -> object:
    """What a file of JSON holds; raises Refused, with the place and reason, for anything else."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Refused(f"this is not JSON: {error}") from None


def read_date(text: str, conventions: Conventions) -> Bounds | None:
    """A date cell: ISO (``2025``, ``2025-03``, ``2025-03-30``, ``2025-03-30T14:05``), ``a/b``, or words.

    Words are read as those that a reader types, without a publication date to lean on. None where it is no date.
    """
    try:
        bounds = typed.read(_without_seconds(text), conventions=conventions)
    except UsageError:
        return None
    return bounds if bounds.dated else None


def weight_text(weight: float) -> str:
    """A weight as a file has it: at most three places."""
    return f"{weight:.3f}".rstrip("0").rstrip(".")


def read_weight(text: str, main: str = "") -> float:
    """A weight from 0 to 1; where there is none, that of a main event unless ``main`` is "no"."""
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 1.0 if main.strip().casefold() != "no" else weight_of(main=False)


def dated(event: Event, start: Bounds | None, end: Bounds | None = None) -> Event:
    """The event with the bounds that a start and an end give; an end before the start is passed over."""
    if start is None:
        return event
    bounds = start if end is None else _from_to(start, end)
    return replace(
        event,
        earliest=bounds.earliest,
        latest_start=bounds.latest_start,
        earliest_end=bounds.earliest_end,
        latest=bounds.latest,
        granularity=bounds.granularity,
        relation=bounds.relation,
    )


def _from_to(start: Bounds, end: Bounds) -> Bounds:
    begin, until = start.earliest, end.latest
    if begin is None or until is None or until <= begin:
        return start
    ended = begin if end.earliest_end is None else max(end.earliest_end, begin)
    until = until if start.latest is None else max(until, start.latest)
    return Bounds(begin, start.latest_start, ended, until, Relation.ON, start.granularity)


def added(
    title: str,
    *,
    words: str = "",
    note: str = "",
    certainty: Certainty = Certainty.REPORTED,
    tags: tuple[str, ...] = (),
    source: str,
) -> Event:
    """An event as the reader would add it by hand, undated; ``source`` says in its ``why`` where it comes from."""
    title = one_line(title)
    if len(title) > _TITLE:
        note = f"{title}\n\n{note}".strip()
        title = title[: _TITLE - 1].rstrip() + "…"
    return Event(
        id=new_id(),
        article=None,
        title=title,
        certainty=certainty,
        words=one_line(words),
        why=source,
        confidence=1.0,
        status=Status.ADDED,
        tags=tags,
        note=note.strip(),
    )


def ordered(event: Event, where: str) -> Event:
    """The event as it is; raises Refused, with ``where`` in the file it stands, if a bound lies after a later one."""
    for first, last, words in (
        (event.earliest, event.latest_start, "begin"),
        (event.earliest_end, event.latest, "end"),
        (event.earliest, event.latest, "lie"),
    ):
        if first is not None and last is not None and first > last:
            raise Refused(f"{where} cannot {words} between {iso(first)} and {iso(last)}: the first is after the second")
    return event


def bundle(events: list[Event], what: str) -> Bundle:
    """The events as a bundle; refuses a file with none, or with more than `MOST_EVENTS`."""
    if not events:
        raise Refused(f"this {what} has no events")
    if len(events) > MOST_EVENTS:
        raise Refused(f"this {what} has {len(events):,} events; more than {MOST_EVENTS:,} are not read from one file")
    return Bundle(events=tuple(events))


def one_of(kind: type[E], text: str) -> E | None:
    """The member of an enum with this value, whatever its case; None where there is none."""
    return next((member for member in kind if member.value == text.strip().casefold()), None)


def day(year: int, month: int | None = None, day: int | None = None) -> Bounds:
    """The bounds of a year, month or day; raises ValueError where the calendar has none."""
    if month is None:
        return span(moment(year), moment(year + 1), Granularity.YEAR)
    if day is None:
        return span(moment(year, month), moment(year + month // 12, month % 12 + 1), Granularity.MONTH)
    begin = moment(year, month, day)
    return span(begin, begin + DAY, Granularity.DAY)


def minute(year: int, month: int, day: int, hour: int, minute: int) -> Bounds:
    """The bounds of one minute; raises ValueError where the calendar or clock has none."""
    begin = moment(year, month, day, hour, minute)
    return span(begin, begin + 1, Granularity.MINUTE)


def span(begin: Moment, until: Moment, granularity: Granularity) -> Bounds:
    """The bounds of a date given as an interval."""
    return Bounds.within(begin, until, Relation.ON, granularity)


def _without_seconds(text: str) -> str:
    """An ISO date and time without what is finer than a minute."""
    return re.sub(r"(?<=\d[T ]\d\d:\d\d):\d\d(\.\d+)?(?=Z?$)", "", text.strip())
