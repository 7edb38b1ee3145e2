"""What the readers of foreign formats share: dates as others write them, and events that have no article."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from dateline import times
from dateline.core.model import Bundle, Certainty, Conventions, Event, Relation, Status, new_id, weight_of
from dateline.core.moment import DAY, Granularity, Moment, iso, moment, parse_partial
from dateline.errors import Refused
from dateline.export.common import one_line

MOST_EVENTS = 200_000
"""More than this in one file is refused: it is not a timeline that a person made."""

FARTHEST_YEAR = 9_999_999
"""A year further away than this is not a date."""

_TITLE = 300  # a title beyond this is a text, and is cut; the whole stands in the note


E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Span:
    """A date as it was given: the interval it means and how fine it is."""

    begin: Moment
    until: Moment
    granularity: Granularity


def read_date(text: str, conventions: Conventions | None = None) -> Span | None:
    """A date cell: ISO (``2025``, ``2025-03``, ``2025-03-30``, ``2025-03-30T14:05``), ``a/b``, or words.

    Words go through `dateline.times` without a publication date, so only those that need none have a meaning.
    None where the text is no date.
    """
    text = text.strip()
    first, slash, last = text.partition("/")
    if slash and "/" not in last:
        begin, end = _iso(first), _iso(last)
        if begin and end and begin.begin < end.until:
            return Span(begin.begin, end.until, begin.granularity)
    return _iso(text) or _in_words(text, conventions or Conventions())


def weight_text(weight: float) -> str:
    """A weight as a file has it: at most three places."""
    return f"{weight:.3f}".rstrip("0").rstrip(".")


def read_weight(text: str, main: str = "") -> float:
    """A weight from 0 to 1; where there is none, that of a main event unless ``main`` is "no"."""
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 1.0 if main.strip().casefold() != "no" else weight_of(main=False)


def dated(event: Event, start: Span | None, end: Span | None = None) -> Event:
    """The event with the bounds that a start and an end give; an end before the start is passed over."""
    if start is None:
        return event
    if end is None or end.until <= start.begin:
        end = start
    return replace(
        event,
        earliest=start.begin,
        latest_start=start.until,
        earliest_end=max(end.begin, start.begin),
        latest=max(end.until, start.until),
        granularity=start.granularity,
        relation=Relation.ON,
    )


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


def day(year: int, month: int | None = None, day: int | None = None) -> Span:
    """The span of a year, month or day; raises ValueError where the calendar has none."""
    if month is None:
        return Span(moment(year), moment(year + 1), Granularity.YEAR)
    if day is None:
        return Span(moment(year, month), moment(year + month // 12, month % 12 + 1), Granularity.MONTH)
    begin = moment(year, month, day)
    return Span(begin, begin + DAY, Granularity.DAY)


def minute(year: int, month: int, day: int, hour: int, minute: int) -> Span:
    """The span of one minute; raises ValueError where the calendar or clock has none."""
    begin = moment(year, month, day, hour, minute)
    return Span(begin, begin + 1, Granularity.MINUTE)


_GRANULARITY = {1: Granularity.YEAR, 2: Granularity.MONTH, 3: Granularity.DAY}


def _iso(text: str) -> Span | None:
    text = text.strip().replace(" ", "T", 1) if ":" in text else text.strip()
    body = text.removesuffix("Z")
    if not body or len(body) > 32 or not set(body) <= set("0123456789-:.T"):
        return None
    parts = body.partition("T")[0].split("-")
    if not (len(parts[0]) == 4 and all(len(part) == 2 for part in parts[1:]) and len(parts) <= 3):
        return None
    try:
        found = parse_partial(body.partition(".")[0])
    except (ValueError, TypeError):
        return None
    granularity = Granularity.MINUTE if "T" in body else _GRANULARITY[len(parts)]
    return _span(found.begin, found.until, granularity)


def _in_words(text: str, conventions: Conventions) -> Span | None:
    found = times.find(text, None, conventions=conventions) if 0 < len(text) <= 200 else []
    spans = (_span(e.begin, e.until, e.granularity) for e in found if _alone(text, e.start, e.end))
    return next((span for span in spans if span), None)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the expression is all that the cell says, but for a preposition and marks."""
    return (text[:start] + text[end:]).strip(" ,.;:()[]").casefold() in ("", "on", "in", "at", "the", "am", "im")


def _span(begin: Moment | None, until: Moment | None, granularity: Granularity) -> Span | None:
    return None if begin is None or until is None else Span(begin, until, granularity)
