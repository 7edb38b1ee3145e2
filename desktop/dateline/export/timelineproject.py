"""The XML of the Timeline Project's desktop program: an event each, in a category of its certainty; read
back from any of its files."""

import re
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, indent, tostring

from dateline.core.model import Bundle, Certainty, Event
from dateline.core.moment import DAY, Granularity, Moment, civil, moment
from dateline.errors import Refused
from dateline.export import incoming
from dateline.export.common import (
    Extent,
    Lookup,
    Options,
    chronological,
    extent,
    known_facts,
    one_line,
    web_address,
    xml_text,
)

_VERSION = "2.0.0 (written by Dateline)"  # the first version of the format whose elements are those written here
_COLOURS = {
    Certainty.REPORTED: "95,143,201",
    Certainty.CLAIMED: "222,184,92",
    Certainty.PLANNED: "122,178,132",
    Certainty.POSSIBLE: "176,160,205",
    Certainty.UNLIKELY: "190,190,190",
    Certainty.DENIED: "214,140,130",
}
_UNDATED = "without a date"
_FIRST, _LAST = moment(-4712), moment(9990)  # what the program's calendar can show


def write(bundle: Bundle, options: Options) -> bytes:
    """Every event of the bundle. The program has no undated events: those stand at the first day, in their own
    category, and so do events outside its calendar."""
    lookup = Lookup(bundle)
    root = Element("timeline")
    _add(root, "version", _VERSION)
    _add(root, "timetype", "gregoriantime")
    SubElement(root, "eras")
    categories = SubElement(root, "categories")
    for name, colour in (*((c.value, _COLOURS[c]) for c in Certainty), (_UNDATED, "230,230,230")):
        category = SubElement(categories, "category")
        _add(category, "name", name)
        _add(category, "color", colour)
        _add(category, "font_color", "0,0,0")
    events = SubElement(root, "events")
    ordered = chronological(bundle.events)
    placed = {event.id: _placed(event) for event in ordered}
    known = [drawn for drawn in placed.values() if drawn]
    first = min((drawn.begin for drawn in known), default=moment(2000))
    last = max((drawn.until for drawn in known), default=moment(2001))
    for event in ordered:
        _event(events, event, placed[event.id], first, lookup, options)
    view = SubElement(root, "view")
    period = SubElement(view, "displayed_period")
    _add(period, "start", _time(first))
    _add(period, "end", _time(last))
    SubElement(view, "hidden_categories")
    indent(root, " ")
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _event(
    events: Element, event: Event, drawn: Extent | None, first: Moment, lookup: Lookup, options: Options
) -> None:
    entry = SubElement(events, "event")
    article = lookup.article(event)
    _add(entry, "start", _time(drawn.begin if drawn else first))
    _add(entry, "end", _time(drawn.until if drawn else first))
    _add(entry, "text", one_line(lookup.title(event)))
    _add(entry, "progress", "0")
    _add(entry, "fuzzy", str(drawn is None or event.earliest != event.latest_start))
    _add(entry, "locked", "False")
    _add(entry, "ends_today", "False")
    _add(entry, "category", event.certainty.value if drawn else _UNDATED)
    facts = known_facts(event, lookup, options)
    _add(entry, "description", "\n".join(f"{label}: {words}" for label, words in facts))
    if article is not None and web_address(article.url):
        _add(entry, "hyperlink", article.url)


def _placed(event: Event) -> Extent | None:
    drawn = extent(event)
    return drawn if drawn and drawn.begin >= _FIRST and drawn.until <= _LAST else None


def _time(m: Moment) -> str:
    c = civil(m)
    year = f"{c.year:04d}" if c.year >= 0 else f"-{-c.year:04d}"
    return f"{year}-{c.month:02d}-{c.day:02d} {c.hour:02d}:{c.minute:02d}:00"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = xml_text(text)


_TIME = re.compile(r"\s*(-?\d{1,6})-(\d{1,2})-(\d{1,2})(?:\s+(\d{1,2}):(\d{1,2})(?::\d{1,2})?)?\s*")


def read(content: bytes) -> Bundle:
    """The events of a file of the program, without an article; raises Refused."""
    try:
        text = content.decode("utf-8-sig")
        if "<!DOCTYPE" in text:
            raise Refused("this is no file of the Timeline Project (it defines XML of its own)")
        root = fromstring(text)  # noqa: S314 # without a document type there are no entities
    except (ParseError, ValueError) as error:
        raise Refused(f"this is no file of the Timeline Project (it is not whole XML: {error})") from None
    if root.tag != "timeline" or root.findtext("timetype", "gregoriantime") not in ("gregoriantime", ""):
        raise Refused("this is no file of the Timeline Project with dates of a calendar")
    found = [_of(entry, f"event {n}") for n, entry in enumerate(root.iterfind("events/event"), 1)]
    return incoming.bundle(found, "file of the Timeline Project")


def _of(entry: Element, where: str) -> Event:
    category = (entry.findtext("category") or "").strip()
    certainty = incoming.one_of(Certainty, category)
    parts = (entry.findtext("description"), entry.findtext("hyperlink"))
    event = incoming.added(
        entry.findtext("text") or "Untitled event",
        note="\n".join(part for part in parts if part),
        certainty=certainty or Certainty.REPORTED,
        tags=(category,) if category and certainty is None and category != _UNDATED else (),
        source="A file of the Timeline Project gives this date.",
    )
    if category == _UNDATED:
        return event
    begin, until = _moment(entry.findtext("start"), where), _moment(entry.findtext("end"), where)
    whole = begin % DAY == 0 == until % DAY
    until = max(until, begin + (DAY if whole else 1))
    step, granularity = (DAY, Granularity.DAY) if whole else (1, Granularity.MINUTE)
    if entry.findtext("fuzzy") == "True":
        return incoming.dated(event, incoming.span(begin, until, granularity))
    return incoming.dated(
        event,
        incoming.span(begin, begin + step, granularity),
        incoming.span(until - step, until, granularity) if until - begin > step else None,
    )


def _moment(text: str | None, where: str) -> Moment:
    match = _TIME.fullmatch(text or "")
    if match is None:
        raise Refused(f"{where} has no date of the calendar")
    try:
        return moment(*(int(part or 0) for part in match.groups()))
    except (ValueError, OverflowError):
        raise Refused(f"{where} has a date that the calendar does not have") from None
