"""What an export takes away: everything, what the filter shows, the visible range or the selection, as a bundle."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.core.filter import Filter
from dateline.core.model import Bundle, Event
from dateline.core.moment import Moment
from dateline.library import Library

SCOPES = {
    "filter": "What the filter shows",
    "all": "Everything",
    "range": "What the timeline shows now",
    "selection": "The selected events",
}
"""What may be taken away, in the order offered."""


def collect(
    library: Library,
    scope: str,
    wanted: Filter,
    selection: Sequence[int] = (),
    visible: tuple[Moment, Moment] | None = None,
) -> Bundle:
    """The bundle of one of `SCOPES`; merged events come with all their members."""
    if scope == "selection":
        events = library.events_by_id(selection)
    elif scope == "range" and visible is not None:
        begin, until = visible
        begin = begin if wanted.begin is None else max(begin, wanted.begin)
        until = until if wanted.until is None else min(until, wanted.until)
        events = library.events(replace(wanted, begin=begin, until=until))
    else:
        events = library.events(Filter() if scope == "all" else wanted)
    return bundle_of(library, events)


def bundle_of(library: Library, events: Sequence[Event]) -> Bundle:
    """The events with the articles, expressions and merges that they point to."""
    found = {event.id: event for event in events}
    merges = [merge for key in {e.merge for e in events if e.merge is not None} if (merge := library.merge(key))]
    for merge in merges:
        found |= {event.id: event for event in library.merge_members(merge.id) if not event.binned}
    articles = library.articles(sorted({e.article for e in found.values() if e.article is not None}))
    expressions = [row for article in articles for row in library.expressions(article.id)]
    apart = tuple(pair for pair in library.apart() if pair.one in found and pair.other in found)
    return Bundle(tuple(articles), tuple(expressions), tuple(found.values()), tuple(merges), apart)
