"""Files of other programs, and parsers that are not ours, for the tests of several formats."""

from typing import Any

from lxml import etree, html

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


def parsed(content: bytes | str) -> Any:
    """A web page's tree, whose `xpath` may give anything."""
    return html.document_fromstring(content)


def marked(content: bytes) -> Any:
    """A tree of TimeML whose parts are all there."""
    return etree.fromstring(content)
