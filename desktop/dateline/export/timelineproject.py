"""The XML of the Timeline Project's desktop program: an event each, in a category of its certainty."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline.core.model import Bundle, Certainty, Event
from dateline.core.moment import Moment, civil, moment
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
