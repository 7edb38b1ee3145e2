"""Files of other programs, and parsers that are not ours, for the tests of several formats."""

from typing import Any

from lxml import etree, html

from dateline.core.bounds import Bounds
from dateline.core.model import Article, Bundle, Certainty, Event, Merge
from dateline.core.moment import DAY, moment
from dateline.export import Options

Told = list[tuple[str, str]]


MARKWHEN = """---
title: The crane
dateFormat: d/M/y
---
# The port
section Building
2025-03-30: The crane falls #claimed #port
> Nobody was hurt.
It had stood for [forty years](https://example.org).

3/4/2025 - 5/4/2025: The port is closed
2024: A year of [plans](https://example.org/plans)
1998-2003: The yard lies idle
// 2026: never shown
endSection
"""

PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<timeline><version>2.9.0</version><timetype>gregoriantime</timetype><categories/><events>
<event><start>2025-3-30 0:0:0</start><end>2025-3-30 0:0:0</end><text>The crane falls</text><fuzzy>False</fuzzy>
<category>Port</category><description>Nobody was hurt.</description></event>
<event><start>2025-04-03 00:00:00</start><end>2025-04-06 00:00:00</end><text>The port is closed</text></event>
<event><start>2025-04-03 10:30:00</start><end>2025-04-03 10:30:00</end><text>A bell</text></event>
</events></timeline>
"""


CRANE = Options(title="The crane")


def kept_of(event: Event) -> tuple[Bounds, Certainty, str]:
    """What a format that can be read back keeps of when an event was and how sure it is."""
    return Bounds.of(event), event.certainty, event.words


def parsed(content: bytes | str) -> Any:
    """A web page's tree, whose `xpath` may give anything."""
    return html.document_fromstring(content)


def marked(content: bytes) -> Any:
    """A tree of TimeML whose parts are all there."""
    return etree.fromstring(content)


def told_by_two(more: int = 0) -> Bundle:
    """One event that two articles tell as one, on a day named in both, and some others of days named once."""
    texts = "Trevane sank off Sellin on 2 March.", "On 2 March the ferry Trevane went down."
    articles = tuple(Article(id=n, text=text, published="2026-03-03") for n, text in enumerate(texts, 1))
    at = moment(2026, 3, 2)

    def event(number: int, of: int, title: str, day: int = 0, weight: float = 0.8) -> Event:
        begin, end = at + day * DAY, at + (day + 1) * DAY
        return Event(
            id=number, article=of, title=title, sentence_end=len(texts[of - 1]), earliest=begin, latest_start=end,
            earliest_end=begin, latest=end, merge=7 if number < 3 else None, weight=weight,
        )  # fmt: skip

    events = [event(1, 1, "Trevane sank off Sellin"), event(2, 2, "The ferry Trevane went down")]
    events += [event(10 + n, 1, f"Something else happened ({n})", 2 + n, 0.95) for n in range(more)]
    return Bundle(articles, (), tuple(events), (Merge(id=7, title="Ferry Trevane sinks"),))
