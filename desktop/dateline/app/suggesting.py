"""Events of several articles that may be one: what is suggested of a library, and many suggestions accepted at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.core.change import Change, joined
from dateline.core.filter import Filter
from dateline.core.model import Article, Event, weightiest
from dateline.library import Library, edits

if TYPE_CHECKING:
    from dateline.events.merge.merging import Suggestion


def material(
    library: Library, shown: Filter, most: int | None = None
) -> tuple[list[Event], list[Article], set[tuple[int, int]]]:
    """What suggestions are made of: the filter's events (the first ``most`` by time), their articles, what is apart."""
    events = library.events(shown, "time", most)
    articles = library.articles(sorted({event.article for event in events if event.article is not None}))
    return events, articles, library.kept_apart()


def suggestions(library: Library, shown: Filter | None = None) -> list[Suggestion]:
    """The groups of a filter's events that may be one, the surest first; none of what was said not to be the same."""
    from dateline.events.merge import merging

    return merging.suggest(*material(library, shown or Filter()))


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
        changes.append(edits.merge(members, "" if merges else weightiest(members).title, merges))
    label = changes[0].label if len(changes) == 1 else f"Merged {len(changes)} groups of events"
    return joined(label, changes)
