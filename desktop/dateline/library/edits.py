"""The reader's edits as Changes, each with a label in the reader's words. Nothing here reads or writes a library."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from dateline.core.bounds import Bounds
from dateline.core.change import Change, added, edited, from_columns, joined, removed, to_columns
from dateline.core.filter import Filter
from dateline.core.model import (
    MAIN_WEIGHT,
    Apart,
    Article,
    Certainty,
    Event,
    Merge,
    Offer,
    Participant,
    Row,
    SavedFilter,
    Status,
    TimeExpression,
    new_id,
)
from dateline.library.rows import Fields
from dateline.timeline.words import event_words

TIME_FIELDS = ("earliest", "latest_start", "earliest_end", "latest", "granularity", "relation", "words", "why")
"""What the reader sets together by setting when an event happened."""

ABBREVIATED = 60
_OWN = "status"  # in `corrected`: the event was added by the reader before it was rejected


# Events -------------------------------------------------------------------------------------------------------------


def rename(event: Event, title: str) -> Change:
    """Give an event another title."""
    return edited(f"Renamed {_name(event)} to {_quoted(title)}", [(event, _set(event, title=title))])


def move(event: Event, bounds: Bounds) -> Change:
    """Give an event other bounds, typed or dragged."""
    why = f"Set by hand: “{bounds.words}”." if bounds.words else "Set by hand on the timeline."
    if bounds == Bounds():
        why = "Set by hand: undated."
    moved = _set(event, **_of_bounds(bounds, event), why=why)
    if not moved.dated:
        return edited(f"Took the date of {_name(event)} away", [(event, moved)])
    return edited(f"Moved {_name(event)} to {event_words(moved)}", [(event, moved)])


def set_certainty(events: Iterable[Event], certainty: Certainty) -> Change:
    """Say how surely events happened."""
    chosen = list(events)
    label = f"Marked {_names(chosen)} as {certainty.value}"
    return edited(label, [(event, _set(event, certainty=certainty)) for event in chosen])


def set_participants(event: Event, participants: Sequence[Participant]) -> Change:
    """Say who and where."""
    return edited(f"Changed who and where of {_name(event)}", [(event, _set(event, participants=tuple(participants)))])


def confirm(events: Iterable[Event]) -> Change:
    """Say that events are right as they stand; re-analysis then keeps all of them."""
    return _status("Confirmed", events, Status.CONFIRMED)


def reject(events: Iterable[Event]) -> Change:
    """Say that events are no events; they are no longer shown, and re-analysis does not bring them back."""
    return _status("Rejected", events, Status.REJECTED)


def reconsider(events: Iterable[Event]) -> Change:
    """Take a confirmation or rejection back."""
    return _status("Left open", events, Status.FOUND)


def put_back(pairs: Sequence[tuple[Event, Event]]) -> Change:
    """Have events as they were found: what the reader set of each first as it is in the second."""
    changed = [(event, _put_back(event, found)) for event, found in pairs]
    return edited(f"Put {_names([event for event, _ in pairs])} back to what was found", changed)


def add_from_selection(
    article: Article,
    start: int,
    end: int,
    bounds: Bounds,
    *,
    title: str = "",
    sentence: tuple[int, int] | None = None,
    expression: TimeExpression | None = None,
) -> Change:
    """Add an event told by the article's text from ``start`` to ``end``; without a title the words are the title."""
    words = article.text[start:end]
    sentence_start, sentence_end = sentence or _line_around(article.text, start, end)
    event = Event(
        id=new_id(),
        article=article.id,
        title=" ".join((title or words).split()),
        start=start,
        end=end,
        text=words,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        expression=expression.id if expression else None,
        **_added(bounds),
    )
    return added(f"Added {_name(event)}", [event])


def add_by_hand(title: str, bounds: Bounds, *, article: int | None = None, note: str = "") -> Change:
    """Add an event that no text tells."""
    event = Event(id=new_id(), article=article, title=" ".join(title.split()), note=note, **_added(bounds))
    return added(f"Added {_name(event)}", [event])


def tag(rows: Iterable[Event | Article], name: str) -> Change:
    """Give events or articles a tag; those that have it stay as they are."""
    chosen = [row for row in rows if name not in row.tags]
    return edited(
        f"Tagged {_names(chosen)} {_quoted(name)}", [(row, _retagged(row, (*row.tags, name))) for row in chosen]
    )


def untag(rows: Iterable[Event | Article], name: str) -> Change:
    """Take a tag from events or articles."""
    chosen = [row for row in rows if name in row.tags]
    pairs = [(row, _retagged(row, tuple(each for each in row.tags if each != name))) for row in chosen]
    return edited(f"Took the tag {_quoted(name)} from {_names(chosen)}", pairs)


def note(row: Event | Article, text: str) -> Change:
    """Set the note of an event or article."""
    changed: Event | Article = replace(row, note=text)
    return edited(f"{'Noted' if text else 'Took the note'} {'on' if text else 'from'} {_name(row)}", [(row, changed)])


def retitle_article(article: Article, title: str) -> Change:
    """Give an article another title."""
    return edited(f"Renamed {_name(article)} to {_quoted(title)}", [(article, replace(article, title=title))])


# Merged events ------------------------------------------------------------------------------------------------------


def merge(events: Sequence[Event], title: str = "", merges: Sequence[Merge] = (), *, copies: bool = False) -> Change:
    """Show events as one under a title (that of the first merge among them, else of the first event).

    ``events`` are all members of the new group, so also those of the groups that it joins; ``merges`` are the
    merges they have so far. The first of them stays, the others go. ``copies`` are joined without being asked.
    """
    kept = merges[0] if merges else Merge(id=new_id(), title="")
    new = replace(kept, title=title or kept.title or events[0].title, copies=copies)
    pairs = [(event, replace(event, merge=new.id)) for event in events]
    label = f"Merged {len(events)} events into {_quoted(new.title)}"
    first = edited(label, [(kept, new)]) if merges else added(label, [new])
    return joined(label, [first, edited(label, pairs), removed(label, merges[1:])])


def split(merge_: Merge, members: Sequence[Event], apart: Sequence[Event] | None = None) -> Change:
    """Take events out of a merged group, all of it by default; a group of fewer than two is no more.

    Of copies, which were joined without being asked, it is kept that these are not the same.
    """
    ids = {event.id for event in (members if apart is None else apart)}
    if len(members) - len(ids) < 2:
        ids = {event.id for event in members}
    label = f"Split {_quoted(merge_.title)}"
    pairs = [(event, replace(event, merge=None)) for event in members if event.id in ids]
    gone = removed(label, [merge_]) if len(pairs) == len(members) else Change(label)
    said: list[Apart] = []
    if merge_.copies:
        couples = combinations(sorted(event.id for event in members), 2)
        said = [Apart(id=new_id(), one=one, other=other) for one, other in couples if one in ids or other in ids]
    return joined(label, [edited(label, pairs), gone, added(label, said)])


def rename_merge(merge_: Merge, title: str) -> Change:
    """Give a merged group another title."""
    return edited(f"Renamed {_quoted(merge_.title)} to {_quoted(title)}", [(merge_, replace(merge_, title=title))])


def keep_apart(groups: Iterable[Sequence[Event]], known: Iterable[Apart] = ()) -> Change:
    """Say of the events of each group that no two of them are the same; ``known`` is what was said before."""
    said = {(pair.one, pair.other) for pair in known}
    rows: dict[tuple[int, int], Apart] = {}
    chosen: list[Event] = []
    for events in groups:
        chosen += events
        for one, other in combinations(sorted({event.id for event in events}), 2):
            if (one, other) not in said:
                rows[one, other] = Apart(id=new_id(), one=one, other=other)
    return added(f"Said that {_names(chosen)} are not the same", rows.values())


# The bin ------------------------------------------------------------------------------------------------------------


def bin_(rows: Iterable[Event | Article]) -> Change:
    """Put events or articles in the bin; an article's events go out of sight with it."""
    return _binned("Binned", rows, binned=True)


def unbin(rows: Iterable[Event | Article]) -> Change:
    """Take events or articles out of the bin."""
    return _binned("Took out of the bin:", rows, binned=False)


def delete(
    articles: Sequence[Article],
    expressions: Iterable[TimeExpression],
    events: Sequence[Event],
    merges: Iterable[tuple[Merge, Sequence[Event]]] = (),
) -> Change:
    """Delete for good: articles with all their expressions and events, and events by themselves.

    ``expressions`` and ``events`` must be all that the articles have, the rejected and binned too
    (`Library.expressions`, `Library.events_of(…, all=True)`); ``merges`` are the groups that lose members, with
    all of these. Undo brings everything back while the history is kept.
    """
    gone = {event.id for event in events}
    broken = []
    for group, members in merges:
        left = [event for event in members if event.id not in gone]
        if len(left) < 2:
            broken += [edited("", [(event, replace(event, merge=None)) for event in left]), removed("", [group])]
    label = f"Deleted {_names([*articles, *(e for e in events if e.article not in {a.id for a in articles})])} for good"
    return joined(label, [removed("", events), removed("", expressions), removed("", articles), *broken])


# Collections and saved filters --------------------------------------------------------------------------------------


def collect(articles: Iterable[Article], name: str) -> Change:
    """Put articles in a collection."""
    chosen = [article for article in articles if name not in article.collections]
    pairs = [(article, replace(article, collections=(*article.collections, name))) for article in chosen]
    return edited(f"Put {_names(chosen)} in the collection {_quoted(name)}", pairs)


def uncollect(articles: Iterable[Article], name: str) -> Change:
    """Take articles out of a collection."""
    chosen = [article for article in articles if name in article.collections]
    pairs = [(a, replace(a, collections=tuple(each for each in a.collections if each != name))) for a in chosen]
    return edited(f"Took {_names(chosen)} out of the collection {_quoted(name)}", pairs)


def save_filter(name: str, filter_: Filter, existing: Iterable[SavedFilter] = ()) -> Change:
    """Keep a filter under a name, in place of an existing one of that name."""
    for saved in existing:
        if saved.name == name:
            return edited(f"Saved the filter {_quoted(name)}", [(saved, replace(saved, query=filter_.to_json()))])
    return added(f"Saved the filter {_quoted(name)}", [SavedFilter(id=new_id(), name=name, query=filter_.to_json())])


def remove_filter(saved: SavedFilter) -> Change:
    """Remove a saved filter."""
    return removed(f"Removed the filter {_quoted(saved.name)}", [saved])


# What a new analysis offers --------------------------------------------------------------------------------------


def offered(event: Event, offer: Offer) -> Event | None:
    """The event as a new analysis has it, with the rest of what the reader set; None where it finds it no more."""
    if not offer.fields:
        return None
    fields = json.loads(offer.fields)
    given_up = {*fields, *(TIME_FIELDS if fields.keys() & set(TIME_FIELDS) else ())}
    taken = from_columns(Event, {**to_columns(event), **fields})
    return replace(taken, corrected=tuple(name for name in event.corrected if name not in given_up))


def keep_corrections(pairs: Sequence[tuple[Event, Offer]]) -> Change:
    """Leave events as the reader has them; what the new analysis offered for them is no longer asked about."""
    return removed(f"Kept {_names([event for event, _ in pairs])} as corrected", [offer for _, offer in pairs])


def take_offers(pairs: Sequence[tuple[Event, Offer]]) -> Change:
    """Have events as the new analysis has them; those that it does not find any more go to the bin."""
    label = f"Took the new analysis of {_names([event for event, _ in pairs])}"
    changed = [(event, offered(event, offer) or replace(event, binned=True)) for event, offer in pairs]
    return joined(label, [edited("", changed), removed("", [offer for _, offer in pairs])])


# ---------------------------------------------------------------------------------------------------------------------


def _set(event: Event, **values: Any) -> Event:
    """The event with these fields set and named as corrected, where they differ."""
    values.setdefault("weight", 1.0)  # what the reader cares to edit is more than a passing mention
    changed = [name for name, value in values.items() if getattr(event, name) != value]
    return replace(event, **values, corrected=tuple(dict.fromkeys((*event.corrected, *changed))))


def _put_back(event: Event, found: Event) -> Event:
    names = {*event.corrected, *(TIME_FIELDS if {*event.corrected} & {*TIME_FIELDS} else ())} - {_OWN}
    values = {name: getattr(found, name) for name in names}
    return replace(event, **values, corrected=(), status=Status.FOUND)


def _of_bounds(bounds: Bounds, event: Event | None = None) -> Fields:
    words = bounds.words or (event.words if event is not None else "")
    return {
        "earliest": bounds.earliest,
        "latest_start": bounds.latest_start,
        "earliest_end": bounds.earliest_end,
        "latest": bounds.latest,
        "granularity": bounds.granularity,
        "relation": bounds.relation,
        "words": words,
    }


def _added(bounds: Bounds) -> Fields:
    why = f"Added by hand: “{bounds.words}”." if bounds.words else "Added by hand."
    return {**_of_bounds(bounds), "why": why, "confidence": 1.0, "status": Status.ADDED}


def _status(verb: str, events: Iterable[Event], status: Status) -> Change:
    """Events that the reader added stay added when confirmed or left open: they need no confirmation.

    One that is rejected has its status among what was ``corrected``, so that it is known for the reader's own later.
    """
    pairs = []
    for event in events:
        own = event.status is Status.ADDED or _OWN in event.corrected
        if own and status is Status.REJECTED:
            new = replace(event, status=status, corrected=tuple(dict.fromkeys((*event.corrected, _OWN))))
        elif own:
            rest = tuple(name for name in event.corrected if name != _OWN)
            new = replace(event, status=Status.ADDED, corrected=rest)
        else:
            least = MAIN_WEIGHT if status is Status.CONFIRMED else 0.0
            new = replace(event, status=status, weight=max(event.weight, least))
        pairs.append((event, new))
    return edited(f"{verb} {_names([old for old, new in pairs if old != new])}", pairs)


def _binned(verb: str, rows: Iterable[Event | Article], *, binned: bool) -> Change:
    chosen = [row for row in rows if row.binned != binned]
    pairs: list[tuple[Row, Row]] = [(row, replace(row, binned=binned)) for row in chosen]
    return edited(f"{verb} {_names(chosen)}", pairs)


def _retagged(row: Event | Article, tags: tuple[str, ...]) -> Event | Article:
    return replace(row, tags=tags)


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a selection, roughly: to the full stop or line end on either side."""
    stops = (". ", "! ", "? ", "\n")
    begin = max(
        (text.rfind(stop, 0, start) + len(stop) for stop in stops if text.rfind(stop, 0, start) >= 0), default=0
    )
    ends = [text.find(stop, end) + len(stop.rstrip(" \n")) for stop in stops if text.find(stop, end) >= 0]
    return begin, min(ends, default=len(text))


def _name(row: Event | Article) -> str:
    return _quoted(row.title or ("the article" if isinstance(row, Article) else row.text))


def _names(rows: Sequence[Event | Article]) -> str:
    if len(rows) == 1:
        return _name(rows[0])
    kinds = {type(row) for row in rows}
    what = "events" if kinds == {Event} else "articles" if kinds == {Article} else "items"
    return f"{len(rows)} {what}"


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    return f"“{short if len(short) <= ABBREVIATED else short[: ABBREVIATED - 1].rstrip() + '…'}”"
