"""Which events a picture tells of, and what is written beside them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.core.model import MAIN_WEIGHT, Bundle, Certainty, Event, Merge, Status
from dateline.core.moment import Moment
from dateline.export.image.options import ImageOptions
from dateline.timeline.layout import in_range
from dateline.timeline.scale import fit
from dateline.timeline.spans import GRANULARITY_CODE, Spans
from dateline.timeline.text import Caption
from dateline.timeline.words import event_words


def told(bundle: Bundle, options: ImageOptions) -> list[Event]:
    """The events that an image tells of: neither rejected nor binned, within the range, and of the weight asked for."""
    binned = {article.id for article in bundle.articles if article.binned}
    events = [e for e in bundle.events if e.status is not Status.REJECTED and not e.binned and e.article not in binned]
    if options.show != "all":
        events = [e for e in events if e.weight >= MAIN_WEIGHT or e.status in (Status.CONFIRMED, Status.ADDED)]
    if options.begin is None and options.until is None:
        return events
    spans = Spans.from_events(events)
    begin, until = range_of(spans, options)
    inside = set(in_range(spans, begin, until))
    return [event for event in events if event.id in inside or not event.dated]


def merged(events: Sequence[Event], merges: Sequence[Merge]) -> list[Event]:
    """The events with each merged group as its best member, under the group's title.

    As on the timeline: dated before undated, the reader's before ours, finer before coarser, surer before less sure.
    """
    titles = {merge.id: merge.title for merge in merges}
    best: dict[int, Event] = {}
    for event in events:
        if event.merge is not None:
            best[event.merge] = min(best.get(event.merge, event), event, key=_preference)
    return [
        event if event.merge is None else replace(event, title=titles.get(event.merge, "") or event.title)
        for event in events
        if event.merge is None or best[event.merge] is event
    ]


def _preference(event: Event) -> tuple[bool, bool, int, float]:
    found = event.status is Status.FOUND
    return not event.dated, found, GRANULARITY_CODE[event.granularity], -event.confidence


def captions(events: Sequence[Event], options: ImageOptions) -> Callable[[Sequence[int]], list[Caption]]:
    """The captions of events by id: title, and when with the certainty where it is not plainly reported."""
    by_id = {event.id: event for event in events}

    def of(ids: Sequence[int]) -> list[Caption]:
        return [caption(by_id[event], options) for event in ids]

    return of


def caption(event: Event, options: ImageOptions) -> Caption:
    """An event's caption: its title, and when, with the certainty where it is not plainly reported."""
    words = event_words(event, options.locale, options.conventions)
    if event.certainty is not Certainty.REPORTED:
        words = f"{words} · {certainty_words(event.certainty, options)}"
    title = event.title or event.text or options.say("Untitled event")
    return Caption(title[0].upper() + title[1:], words)


def certainty_words(certainty: Certainty, options: ImageOptions) -> str:
    """A certainty as a word."""
    return options.say(certainty.value.capitalize()).lower()


def range_of(spans: Spans, options: ImageOptions) -> tuple[Moment, Moment]:
    """The range that is asked for, open sides as far as the events reach."""
    begin, until = fit(spans)
    first = begin if options.begin is None else options.begin
    last = until if options.until is None else options.until
    return (first, last) if first < last else (first, first + 1)


def articles_of(events: Sequence[Event]) -> Callable[[Event], int]:
    """How many articles tell of an event, its merged group among them."""
    groups = Counter(
        merge for merge, _ in {(event.merge, event.article) for event in events if event.merge is not None}
    )
    return lambda event: max(groups[event.merge], 1) if event.merge is not None else 1
