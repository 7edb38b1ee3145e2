"""Events of several articles that may be one: what is suggested of a library, and many suggestions accepted at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.core.change import Change, joined
from dateline.core.filter import Filter
from dateline.core.model import Event, Merge
from dateline.library import Library, edits

if TYPE_CHECKING:
    from dateline.events.merging import Suggestion


def suggestions(library: Library, shown: Filter | None = None) -> list[Suggestion]:
    """The groups of a filter's events that may be one, the surest first; none of what was said not to be the same."""
    from dateline.events import merging  # with its word lists

    events = library.events(shown or Filter())
    articles = library.articles(sorted({event.article for event in events if event.article is not None}))
    return merging.suggest(events, articles, {(pair.one, pair.other) for pair in library.apart()})


def accepted(library: Library, groups: Iterable[Sequence[int]]) -> Change:
    """One change that merges each group of events (by their ids) under the title of its weightiest event.

    A group takes along what its events are merged with already; one that meets another group there is passed over.
    """
    known = {merge.id: merge for merge in library.merges()}
    done: set[int] = set()
    changes: list[Change] = []
    for ids in groups:
        members, merges = _whole(library, library.events_by_id(ids), known)
        if len({event.id for event in members}) < 2 or done & {event.id for event in members}:
            continue
        done |= {event.id for event in members}
        best = max(members, key=lambda event: (event.weight, event.confidence))
        changes.append(edits.merge(members, "" if merges else best.title, merges))
    label = changes[0].label if len(changes) == 1 else f"Merged {len(changes)} groups of events"
    return joined(label, changes)


def _whole(library: Library, events: Sequence[Event], known: dict[int, Merge]) -> tuple[list[Event], list[Merge]]:
    """The events with all that they are merged with, and their merges."""
    merges = [known[id_] for id_ in dict.fromkeys(e.merge for e in events if e.merge is not None) if id_ in known]
    members = {event.id: event for event in events}
    for merge in merges:
        members |= {event.id: event for event in library.merge_members(merge.id)}
    return list(members.values()), merges
