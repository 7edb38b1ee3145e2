"""TimelineJS 3 JSON: a slide an event, dates no finer than the words, all text HTML-escaped; read back as events."""

import html
import json
import re

from dateline.core.bounds import Bounds
from dateline.core.model import Bundle, Certainty, Event
from dateline.core.moment import Granularity, Moment, civil
from dateline.errors import Refused
from dateline.export import incoming
from dateline.export.common import Lookup, Options, chronological, extent, known_facts, one_line, web_address, when

_TAGS = re.compile(r"<[^>]*>")
_BREAKS = re.compile(r"(?i)<\s*(br|/p|/li|/blockquote|/dd|/h\d)\b[^>]*>")
_PARTS = {
    Granularity.YEAR: 1, Granularity.DECADE: 1, Granularity.CENTURY: 1, Granularity.MILLENNIUM: 1,
    Granularity.MONTH: 2, Granularity.SEASON: 2, Granularity.QUARTER: 2, Granularity.HALF: 2,
    Granularity.MINUTE: 5, Granularity.HOUR: 5, Granularity.DAY_PART: 5,
}  # fmt: skip
"""How many of year, month, day, hour and minute a granularity knows; the others know three."""


def write(bundle: Bundle, options: Options) -> bytes:
    """The dated events as slides; the undated, which TimelineJS cannot place, as a list on the title slide."""
    lookup = Lookup(bundle)
    ordered = chronological(bundle.events)
    undated = [event for event in ordered if not event.dated]
    data: dict[str, object] = {
        "title": {
            "unique_id": "title",
            "text": {"headline": _escape(options.heading), "text": _undated(undated, options)},
        },
        "events": [slide for event in ordered if (slide := _slide(event, lookup, options))],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def _slide(event: Event, lookup: Lookup, options: Options) -> dict[str, object] | None:
    drawn = extent(event)
    if drawn is None:
        return None
    parts = _PARTS.get(event.granularity, 3)
    start = _date(drawn.begin, parts)
    end = _date(drawn.until - 1, parts)
    slide: dict[str, object] = {
        "unique_id": f"event-{event.id}",
        "start_date": start,
        "display_date": _escape(when(event, options)),
        "text": {"headline": _escape(one_line(lookup.title(event))), "text": _text(event, lookup, options)},
        "group": event.certainty.value,
        "autolink": False,
    }
    if end != start:
        slide["end_date"] = end
    return slide


def _date(m: Moment, parts: int) -> dict[str, int]:
    """The first ``parts`` of year, month, day, hour, minute; what the words do not give is left out.

    TimelineJS counts 1 BC as year -1, so years before 1 move by one.
    """
    year, *rest = civil(m)
    values = (year if year > 0 else year - 1, *rest)
    return dict(zip(("year", "month", "day", "hour", "minute")[:parts], values, strict=False))


def _text(event: Event, lookup: Lookup, options: Options) -> str:
    parts = []
    for label, words in known_facts(event, lookup, options):
        if label == "Quote":
            parts.append(f"<blockquote>{_escape(words)}</blockquote>")
        elif label == "Address":
            if web_address(words):
                parts.append(f'<p><a href="{_escape(words)}">{_escape(words)}</a></p>')
        elif label != "When":
            parts.append(f"<p><b>{label}:</b> {_escape(words)}</p>")
    return "".join(parts)


def _undated(events: list[Event], options: Options) -> str:
    if not events:
        return ""
    items = "".join(f"<li>{_escape(one_line(e.title or e.text))}: {_escape(when(e, options))}</li>" for e in events)
    return f"<p>Without a date:</p><ul>{items}</ul>"


def _escape(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def read(content: bytes) -> Bundle:
    """The slides of a TimelineJS file as events without an article; raises Refused."""
    data = incoming.json_of(content)
    slides = data.get("events") if isinstance(data, dict) else None
    if not isinstance(slides, list):
        raise Refused('this JSON is no TimelineJS timeline (it has no list of "events")')
    return incoming.bundle([_event(slide, f"events[{i}]") for i, slide in enumerate(slides)], "timeline")


def _event(slide: object, where: str) -> Event:
    if not isinstance(slide, dict):
        raise Refused(f"{where} is not an object")
    text, media = (_object(slide.get(name)) for name in ("text", "media"))
    body = _plain(text.get("text"))
    address = media.get("url")
    group = _plain(slide.get("group"))
    certainty = incoming.one_of(Certainty, group)
    start, end = slide.get("start_date"), slide.get("end_date")
    words = slide.get("display_date") or (start.get("display_date") if isinstance(start, dict) else "")
    event = incoming.added(
        _plain(text.get("headline")) or body[:80] or "Untitled event",
        words=_plain(words),
        note="\n".join(part for part in (body, address if isinstance(address, str) else "") if part),
        certainty=certainty or Certainty.REPORTED,
        tags=(group,) if group and certainty is None else (),
        source="A TimelineJS file gives this date.",
    )
    return incoming.dated(event, _span(start, f"{where}, start_date"), _span(end, f"{where}, end_date"))


def _span(value: object, where: str) -> Bounds | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Refused(f"{where} is not an object")
    numbers: list[int] = []
    for name in ("year", "month", "day", "hour", "minute"):
        part = value.get(name)
        if part in (None, ""):
            break
        try:
            numbers.append(int(part))
        except (ValueError, TypeError, OverflowError):
            raise Refused(f"{where}, {name} is {part!r}, not a number") from None
    if not numbers:
        return None
    year, *rest = numbers
    if abs(year) > incoming.FARTHEST_YEAR:
        raise Refused(f"{where}: the year {year} is too far away")
    year = year if year > 0 else year + 1
    try:
        if len(rest) >= 3:
            return incoming.minute(year, rest[0], rest[1], rest[2], rest[3] if len(rest) > 3 else 0)
        return incoming.day(year, *rest)
    except ValueError as error:
        raise Refused(f"{where} is no date: {error}") from None


def _object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _plain(value: object) -> str:
    """HTML as plain text, without its tags."""
    if not isinstance(value, str):
        return ""
    text = html.unescape(_TAGS.sub("", _BREAKS.sub("\n", value)))
    return text.encode("utf-8", "replace").decode().strip()
