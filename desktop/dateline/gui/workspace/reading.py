"""Reading events in a row: which comes next, and how many have been read."""

from dataclasses import replace

from dateline.core.model import Status

from .document import Document

MOST = 2000
"""Undated events looked through."""
READ = tuple(status for status in Status if status is not Status.FOUND)


def following(document: Document, current: int | None, *, unread: bool) -> int | None:
    """The event after this one by time, the undated last, then from the first again; None where there is none."""
    library, shown = document.library, document.filter
    order = library.spans(shown).ids.tolist()
    order += [event.id for event in library.events(replace(shown, dated=False), "article", MOST)]
    place = order.index(current) + 1 if current in order else 0
    for start in range(0, len(order), 200):
        turn = [order[(place + step) % len(order)] for step in range(start, min(start + 200, len(order)))]
        for event in document.events(turn):
            if event.id != current and not (unread and event.status in READ):
                return event.id
    return None


def progress(document: Document) -> tuple[int, int]:
    """How many of the events shown have been read, those that were rejected among them, and how many there are."""
    library, shown = document.library, document.filter
    if shown.key:
        events = library.events(shown)
        return sum(event.status in READ for event in events), len(events)
    asked = shown.statuses or tuple(Status)
    read = tuple(status for status in asked if status in READ)
    total = library.count(replace(shown, statuses=asked))[0]
    return library.count(replace(shown, statuses=read))[0] if read else 0, total
