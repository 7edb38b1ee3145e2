"""iCalendar, through the `icalendar` library: an all-day event each, tentative where the telling is not certain.

Undated events, and those outside the years 1 to 9999 that iCalendar has, become journal entries without a date, so
that every event in is an entry out. ``X-DATELINE-…`` properties carry what iCalendar has no place for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from dateline.core.bounds import Bounds
from dateline.core.model import Bundle, Certainty, Event, Relation
from dateline.core.moment import DAY, Granularity, Moment, civil, iso, moment, parse_iso
from dateline.errors import Refused
from dateline.export import incoming
from dateline.export.common import (
    Lookup,
    Options,
    chronological,
    days,
    extent,
    known_facts,
    uncertain,
    web_address,
    xml_text,
)
from dateline.version import __version__

if TYPE_CHECKING:
    from icalendar import Component

_BOUNDS = ("earliest", "latest_start", "earliest_end", "latest")
_FIRST, _LAST = moment(1), moment(9999, 12, 30)
_OCTETS = 75  # of a line, without its end


def write(bundle: Bundle, options: Options) -> bytes:
    """Every event of the bundle as an iCalendar object."""
    from icalendar import Calendar, vText

    lookup = Lookup(bundle)
    calendar = Calendar()
    calendar.add("prodid", f"-//Dateline//Dateline {__version__}//EN")
    calendar.add("version", "2.0")
    calendar["X-WR-CALNAME"] = vText(_clean(options.heading))
    made = options.made
    for event in chronological(bundle.events):
        calendar.add_component(_entry(event, lookup, options, made))
    return b"".join(_folded(line) for line in calendar.content_lines() if line)


def _folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets (RFC 5545, 3.1), cut within no character and no escape.

    The library's own folding looks at each character alone, which takes longer than all the rest.
    """
    octets = line.encode()
    pieces = []
    at, room = 0, _OCTETS
    while len(octets) - at > room:
        end = at + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        piece = octets[at:end]
        end -= (len(piece) - len(piece.rstrip(b"\\"))) % 2
        pieces.append(octets[at:end])
        at, room = end, _OCTETS - 1  # each further piece begins with a blank
    return b"\r\n ".join((*pieces, octets[at:])) + b"\r\n"


def _entry(event: Event, lookup: Lookup, options: Options, made: datetime) -> Component:
    from icalendar import Event as Entry
    from icalendar import Journal, vCategory, vDatetime, vText, vUri

    drawn = extent(event)
    placed = drawn is not None and drawn.begin >= _FIRST and drawn.until <= _LAST
    entry: Component = Entry() if placed else Journal()
    # Set as the library's own types, not through `add`, which would work each one's parameters out again.
    entry["UID"] = vText(f"event-{event.id}@dateline")
    entry["DTSTAMP"] = vDatetime(made)
    entry["SUMMARY"] = vText(_clean(lookup.title(event)))
    if placed and drawn is not None:
        first, after = days(drawn)
        entry.add("dtstart", _date(first))
        entry.add("dtend", _date(after))  # exclusive, as RFC 5545 has it
        entry["TRANSP"] = vText("TRANSPARENT")
        entry["STATUS"] = vText("TENTATIVE" if uncertain(event) else "CONFIRMED")
    facts = known_facts(event, lookup, options)
    entry["DESCRIPTION"] = vText(_clean("\n".join(f"{label}: {words}" for label, words in facts)))
    entry["CATEGORIES"] = vCategory([_clean(word) for word in (event.certainty.value, *event.tags)])
    article = lookup.article(event)
    if article is not None and web_address(article.url):
        entry["URL"] = vUri(_clean(article.url))
    for name, value in _own(event, lookup).items():
        entry[f"X-DATELINE-{name}".upper()] = vText(_clean(value))  # TEXT, as RFC 5545 has it for any X- property
    return entry


def _own(event: Event, lookup: Lookup) -> dict[str, str]:
    """What iCalendar has no place for, as X- properties."""
    values = {name.replace("_", "-"): getattr(event, name) for name in _BOUNDS}
    own = {name: iso(value) for name, value in values.items() if value is not None}
    own |= {"words": event.words, "precision": event.granularity.value, "relation": event.relation.value}
    own |= {"certainty": event.certainty.value, "attributed-to": event.attributed_to, "edtf": lookup.edtf(event)}
    own |= {"why": event.why, "note": event.note, "weight": incoming.weight_text(event.weight)}
    if lookup.article(event) is not None:
        own |= {"quote": lookup.quote(event), "quote-span": f"{event.sentence_start}-{event.sentence_end}"}
        own |= {"trigger": event.text, "trigger-span": f"{event.start}-{event.end}"}
    return {name: value for name, value in own.items() if value}


def _clean(text: str) -> str:
    return xml_text(text).replace("\r\n", "\n").replace("\r", "\n")


def _date(m: Moment) -> date:
    c = civil(m)
    return date(c.year, c.month, c.day)


def read(content: bytes) -> Bundle:
    """The events and journal entries of an iCalendar file, without an article; raises Refused."""
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(content, multiple=True)
        entries = [entry for calendar in calendars for entry in calendar.walk() if entry.name in ("VEVENT", "VJOURNAL")]
        return incoming.bundle([_event(entry) for entry in entries if _text(entry, "summary")], "calendar")
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        # icalendar raises any of these on a broken file, some of them only when a property is looked at.
        raise Refused(f"this calendar cannot be read: {error}") from None


def _event(entry: Component) -> Event:
    status = _text(entry, "status").upper()
    certainty = {"TENTATIVE": Certainty.POSSIBLE, "CANCELLED": Certainty.UNLIKELY}.get(status, Certainty.REPORTED)
    own = {str(key)[11:].lower(): _unescaped(v) for key, v in entry.items() if str(key).startswith("X-DATELINE-")}
    notes = [own["note"]] if "note" in own else [] if own else [_text(entry, "description"), _text(entry, "location")]
    if own.get("quote"):
        notes.append(f"“{own['quote']}”")
    notes += [_text(entry, "url"), f"Repeats: {_rule(entry)}" if "RRULE" in entry else ""]
    tags = _categories(entry)
    event = incoming.added(
        _text(entry, "summary"),
        words=own.get("words", ""),
        note="\n".join(note for note in notes if note),
        certainty=incoming.one_of(Certainty, own.get("certainty", "")) or certainty,
        tags=tuple(tag for tag in tags if not own or tag != own.get("certainty")),
        source=own.get("why", "") or "A calendar file gives this date.",
    )
    event = replace(event, attributed_to=own.get("attributed-to", ""), text=own.get("trigger", ""))
    if not own:
        return incoming.dated(event, *_span(entry))
    event = replace(event, weight=incoming.read_weight(own.get("weight", ""), own.get("main", "")))
    return incoming.ordered(_own_bounds(event, own), f"the entry “{event.title}”")


def _own_bounds(event: Event, own: dict[str, str]) -> Event:
    bounds = {name: parse_iso(own[key]) for name in _BOUNDS if (key := name.replace("_", "-")) in own}
    return replace(
        event,
        earliest=bounds.get("earliest"),
        latest_start=bounds.get("latest_start"),
        earliest_end=bounds.get("earliest_end"),
        latest=bounds.get("latest"),
        granularity=incoming.one_of(Granularity, own.get("precision", "")) or Granularity.DAY,
        relation=incoming.one_of(Relation, own.get("relation", "")) or Relation.ON,
    )


def _span(entry: Component) -> tuple[Bounds | None, Bounds | None]:
    if "DTSTART" not in entry:
        return None, None
    start = _moment_of(entry.decoded("dtstart"))
    end = _moment_of(entry.decoded("dtend")) if "DTEND" in entry else None
    whole_days = not isinstance(entry.decoded("dtstart"), datetime)
    if end is None and "DURATION" in entry:
        duration = entry.decoded("duration")
        end = start + int(duration.total_seconds() // 60) if isinstance(duration, timedelta) else None
    unit, granularity = (DAY, Granularity.DAY) if whole_days else (1, Granularity.MINUTE)
    first = incoming.span(start, start + unit, granularity)
    return first, incoming.span(end - unit, end, granularity) if end is not None and end > start else None


def _moment_of(value: object) -> Moment:
    """A date or date-time as civil time: the clock of its own time zone, which is left off."""
    if not isinstance(value, date):
        raise ValueError(f"{value!r} is no date")
    clock = value.time() if isinstance(value, datetime) else time()
    return moment(value.year, value.month, value.day, clock.hour, clock.minute)


def _text(entry: Component, name: str) -> str:
    value = entry.get(name)
    return str(value[0] if isinstance(value, list) and value else value or "").strip()


def _unescaped(value: object) -> str:
    """The text of an X- property, which the library leaves as it stands in the file."""
    text = str(value[0] if isinstance(value, list) and value else value)
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], text)


def _rule(entry: Component) -> str:
    value: object = entry["RRULE"]
    return value.to_ical().decode() if hasattr(value, "to_ical") else str(value)


def _categories(entry: Component) -> list[str]:
    value = entry.get("categories")
    groups = value if isinstance(value, list) else [value] if value is not None else []
    return [str(word).strip() for group in groups for word in getattr(group, "cats", []) if str(word).strip()]
