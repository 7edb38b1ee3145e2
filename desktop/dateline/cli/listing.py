"""The timeline as text, for people at a terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from dateline.core.model import Certainty, Conventions, Event
from dateline.core.moment import Moment
from dateline.timeline.words import event_words


def event_lines(
    events: Iterable[Event], locale: str = "en_GB", *, every: bool = False, conventions: Conventions | None = None
) -> Iterator[str]:
    """Events in the order of time, one a line with date, title and certainty; the undated at the end.

    What is only mentioned in passing is counted, or with ``every`` listed too.
    """
    told = list(events)
    events = told if every else main_events(told)
    dated = sorted((e for e in events if e.dated), key=lambda e: (_place(e), e.start))
    width = max(60, min(shutil.get_terminal_size((110, 24)).columns, 160))
    for event in dated:
        yield from _line(event_words(event, locale, conventions), event, width)
    undated = [e for e in events if not e.dated]
    if undated:
        yield f"  Without a date ({len(undated)}):"
        for event in undated:
            yield from _line(event.words or "—", event, width)
    if len(told) > len(events):
        yield f"  Mentioned in passing: {len(told) - len(events)} more (--all lists them)."


def main_events(events: Iterable[Event]) -> list[Event]:
    """Those that the articles tell outright."""
    return [event for event in events if event.main]


def within(events: Iterable[Event], begin: Moment | None, until: Moment | None) -> list[Event]:
    """Those that may have happened within ``[begin, until)``; all of them where neither is given."""
    if begin is None and until is None:
        return list(events)
    return [
        event
        for event in events
        if event.dated
        and (begin is None or event.latest is None or event.latest > begin)
        and (until is None or event.earliest is None or event.earliest < until)
    ]


def _place(event: Event) -> int:
    return (event.earliest if event.earliest is not None else event.latest) or 0


def _line(date: str, event: Event, width: int) -> Iterator[str]:
    parts = [event.title]
    if event.certainty is not Certainty.REPORTED:
        parts.append(f"[{event.certainty.value}]")
    if event.attributed_to:
        parts.append(f"— {event.attributed_to}")
    wrapped = textwrap.wrap(" ".join(parts), max(20, width - 34)) or [""]
    yield f"  {date:<30}  {wrapped[0]}"
    yield from (" " * 34 + more for more in wrapped[1:])
