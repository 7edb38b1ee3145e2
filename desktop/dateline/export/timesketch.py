"""Timesketch JSON Lines: a dated event a line, at the first moment that its date allows.

Timesketch knows moments only, in UTC; ours have no zone and are written as if they were UTC. ``until`` has where the
bounds end, and ``date`` the date in words. What has no date, or one outside the years 1 to 9999, is left out.
"""

import json

from dateline.core.model import Bundle, Event
from dateline.core.moment import civil, iso
from dateline.export.common import Lookup, Options, chronological, citation, extent, one_line, web_address, when


def write(bundle: Bundle, options: Options) -> bytes:
    """The events in the order of time."""
    lookup = Lookup(bundle)
    rows = [_row(event, lookup, options) for event in chronological(bundle.events)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows if row).encode()


def _row(event: Event, lookup: Lookup, options: Options) -> dict[str, object]:
    drawn = extent(event)
    if drawn is None or not 1 <= civil(drawn.begin).year <= civil(drawn.until - 1).year <= 9999:
        return {}
    at, article = civil(drawn.begin), lookup.article(event)
    return {
        "message": one_line(lookup.title(event)),
        "datetime": f"{at.year:04}-{at.month:02}-{at.day:02}T{at.hour:02}:{at.minute:02}:00+00:00",
        "timestamp_desc": "begins" if event.earliest is not None else "ends",
        "until": iso(drawn.until),
        "date": when(event, options),
        "certainty": event.certainty.value,
        "attributed_to": one_line(event.attributed_to),
        "quote": one_line(lookup.quote(event)),
        "source": "" if article is None else one_line(citation(article)),
        "url": "" if article is None else web_address(article.url),
        "people": [one_line(each.name or each.text) for each in event.participants if each.kind != "place"],
        "tag": list(event.tags),
        "data_type": "dateline:event",
    }
