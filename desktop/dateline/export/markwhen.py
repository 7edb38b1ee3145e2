"""markwhen: one dated line an event, with its facts as a quoted block below; the undated as comments at the end.
Read back from any program: dates with their titles, what stands below as notes."""

import json
import re
from dataclasses import replace

from dateline.core.bounds import Bounds
from dateline.core.model import Bundle, Certainty, Conventions, Event
from dateline.core.moment import DAY, Moment, iso, moment
from dateline.export import incoming
from dateline.export.common import Extent, Lookup, Options, chronological, days, extent, known_facts, one_line, when

_FIRST, _LAST = moment(1), moment(9999, 12, 30)


def write(bundle: Bundle, options: Options) -> bytes:
    """Every event of the bundle; days outside the years 1 to 9999 that the format has go with the undated."""
    lookup = Lookup(bundle)
    lines = ["---", f"title: {json.dumps(one_line(options.heading), ensure_ascii=False)}", "---", ""]
    left = []
    for event in chronological(bundle.events):
        drawn = extent(event)
        if drawn is not None and drawn.begin >= _FIRST and drawn.until <= _LAST:
            lines += _entry(event, drawn, lookup, options)
        else:
            left.append(event)
    if left:
        lines += ["// Without a date that markwhen can place:", *(_comment(event, lookup, options) for event in left)]
    return ("\n".join(lines) + "\n").encode()


def _entry(event: Event, drawn: Extent, lookup: Lookup, options: Options) -> list[str]:
    first, after = days(drawn)
    last = after - DAY
    date = _day(first) if first == last else f"{_day(first)}/{_day(last)}"
    title = one_line(lookup.title(event))
    facts = known_facts(event, lookup, options)
    return [
        f"{date}: {title} #{event.certainty.value}",
        *(f"> {label}: {one_line(words)}" for label, words in facts),
        "",
    ]


def _comment(event: Event, lookup: Lookup, options: Options) -> str:
    return f"// {when(event, options)}: {one_line(lookup.title(event))}"


def _day(m: Moment) -> str:
    return iso(m)


_HEADER = re.compile(r"\A\ufeff?\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_NO_ENTRY = re.compile(r"\s*(?://|#{1,6}\s|(?:section|group|endSection|endGroup)\b)", re.IGNORECASE)
_RANGE = re.compile(r"\s+(?:-|–|—|to)\s+|(?:(?<=\d{4})|(?<=-\d\d))/(?=\d{4})|(?<=^\d{4})\s*[-–]\s*(?=\d{4}$)")
_TAG = re.compile(r"(?<!\S)#([^\W\d_][\w-]*)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_DATE = 80  # letters in which a line of an event has told its date


def read(content: bytes, conventions: Conventions = Conventions()) -> Bundle:  # frozen
    """The dated lines as events without an article; raises Refused where there are none."""
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    header = _HEADER.match(text)
    told = re.search(r"(?im)^dateFormat\s*:\s*[\"']?\s*([dm])", header[1]) if header else None
    conventions = replace(conventions, day_first=told is not None and told[1].lower() == "d")
    events: list[Event] = []
    for line in text[header.end() if header else 0 :].split("\n"):
        if _NO_ENTRY.match(line):
            continue
        if (event := _event(line, conventions)) is not None:
            events.append(event)
        elif events and (below := line.strip().removeprefix(">").strip()):
            events[-1] = replace(events[-1], note=f"{events[-1].note}\n{below}".strip())
    return incoming.bundle(events, "markwhen file")


def _event(line: str, conventions: Conventions) -> Event | None:
    """The event that a line begins; None where it begins with no date."""
    for colon in re.finditer(r":(?:\s+|$)", line[:_DATE]) if re.match(r"\s*[^\W_]", line) else ():
        words = line[: colon.start()].strip()
        parts = _RANGE.split(words)
        dates: list[Bounds | None] = [incoming.read_date(part, conventions) for part in parts if part]
        if len(dates) > 2 or not dates or None in dates:
            continue
        title = line[colon.end() :]
        tags = _TAG.findall(title)
        certainty = next(filter(None, (incoming.one_of(Certainty, tag) for tag in tags)), None)
        event = incoming.added(
            _LINK.sub(r"\1", _TAG.sub("", title)) or "Untitled event",
            words=words,
            certainty=certainty or Certainty.REPORTED,
            tags=tuple(tag for tag in tags if incoming.one_of(Certainty, tag) is None),
            source="A markwhen file gives this date.",
        )
        return incoming.dated(event, *dates)
    return None
