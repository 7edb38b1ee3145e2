"""What was known on a day, and which dates later articles moved."""

from dataclasses import replace
from typing import NamedTuple

from dateline.core.filter import Filter
from dateline.core.model import Bundle, Event
from dateline.core.moment import Moment
from dateline.library import Library
from dateline.timeline.keyevents import was_published


class Moved(NamedTuple):
    """An event as it was told by a day, and as it is told now with another date."""

    then: Event
    now: Event


def moved_since(library: Library, as_of: Moment, shown: Filter | None = None) -> list[Moved]:
    """The events of a filter, known by the end of a day, whose dates articles published later tell otherwise.

    Both stand for one merged group: the best of its tellings then, and the best now. In order of time.
    """
    wanted = shown or Filter()
    then = library.merged(replace(wanted, as_of=as_of))
    now = library.events_by_id(library.leaders([event.id for event in then], replace(wanted, as_of=None)))
    return [Moved(old, new) for old, new in zip(then, now, strict=True) if _bounds(old) != _bounds(new)]


def known_by(bundle: Bundle, as_of: Moment) -> Bundle:
    """The articles that were published by the end of a day, and what they tell."""
    articles = tuple(article for article in bundle.articles if was_published(article.published, as_of))
    ids = {article.id for article in articles}
    return replace(
        bundle,
        articles=articles,
        expressions=tuple(row for row in bundle.expressions if row.article in ids),
        events=tuple(event for event in bundle.events if event.article is None or event.article in ids),
    )


def _bounds(event: Event) -> tuple[Moment | None, ...]:
    return event.earliest, event.latest_start, event.earliest_end, event.latest
