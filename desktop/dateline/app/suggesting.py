"""Events of several articles that may be one: what is suggested of a library, and many suggestions accepted at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.core.change import Change, joined
from dateline.core.filter import Filter
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
    done: set[int] = set()
    changes: list[Change] = []
    for ids in groups:
        members, merges = library.with_merged(library.events_by_id(ids))
        if len({event.id for event in members}) < 2 or done & {event.id for event in members}:
            continue
        done |= {event.id for event in members}
        best = max(members, key=lambda event: (event.weight, event.confidence))
        changes.append(edits.merge(members, "" if merges else best.title, merges))
    label = changes[0].label if len(changes) == 1 else f"Merged {len(changes)} groups of events"
    return joined(label, changes)
