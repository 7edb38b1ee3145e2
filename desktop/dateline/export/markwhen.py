"""markwhen: one dated line an event, with its facts as a quoted block below; the undated as comments at the end."""

import json

from dateline.core.model import Bundle, Event
from dateline.core.moment import DAY, Moment, iso, moment
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
