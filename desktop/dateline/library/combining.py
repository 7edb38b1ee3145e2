"""Bringing another reader's work into a library: what of a bundle is new here, and what was done to what is here.

An article is known by its id or by its text, an event of a known article by its id or by where the text tells it. What
only the other reader set is taken over; where both set one thing otherwise, ours stays and theirs is kept as an Offer.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from dateline.core.change import Change, added, edited, joined, removed, to_columns
from dateline.core.message import Message, together
from dateline.core.model import (
    Apart,
    Article,
    Bundle,
    Confidence,
    Event,
    Merge,
    Offer,
    Row,
    Status,
    TimeExpression,
    new_id,
)
from dateline.library.corrections import SETTLED, is_readers, paired
from dateline.library.edits import TIME_FIELDS
from dateline.library.queries import Queries
from dateline.library.rows import Fields

_WHEN = "when"
_PARTS: dict[str, tuple[str, ...]] = {
    _WHEN: TIME_FIELDS,
    "title": ("title",),
    "certainty": ("certainty",),
    "participants": ("participants",),
}
"""What a reader sets of an event, each with the fields that go together."""


@dataclass(frozen=True, slots=True)
class Combined:
    """The change that brings a bundle in, what of the bundle is new, and in words and numbers what it does.

    ``done`` counts articles, events, corrections, confirmations, rejections, notes, tags, merges, apart (pairs that are
    not the same), dates (of publication), choices (what both readers set, to be chosen) and held (events that one side
    says are the same and the other that they are not: they stay as they are here).
    """

    change: Change
    fresh: Bundle
    done: Counter[str]

    def words(self) -> Message:
        """What it brings, in numbers; empty where it brings nothing."""
        return together([_sentence(name, n) for name, n in self.done.items() if n])


def combine(bundle: Bundle, library: Queries, label: str) -> Combined:
    """What of a bundle a library does not have yet."""
    work = _Combining(bundle, library)
    return Combined(*work.done(label))


def _sentence(name: str, n: int) -> Message:
    """One count; each sentence stands whole, so that it can be translated."""
    return {
        "articles": Message("new articles: {n}", n=n),
        "events": Message("new events: {n}", n=n),
        "corrections": Message("corrected events: {n}", n=n),
        "confirmations": Message("confirmed events: {n}", n=n),
        "rejections": Message("rejected or binned events: {n}", n=n),
        "notes": Message("notes: {n}", n=n),
        "tags": Message("tags and collections: {n}", n=n),
        "dates": Message("publication dates: {n}", n=n),
        "merges": Message("merged events: {n}", n=n),
        "apart": Message("pairs that are not the same: {n}", n=n),
        "held": Message("merges on which the two differ, left as they are here: {n}", n=n),
        "choices": Message("set otherwise by both, to choose from: {n}", n=n),
    }[name]


class _Combining:
    """One bundle on its way into one library."""

    def __init__(self, bundle: Bundle, library: Queries) -> None:
        self.bundle, self.library = bundle, library
        self.counts: Counter[str] = Counter(dict.fromkeys(_COUNTED, 0))
        self.articles: dict[int, Article] = {}  # their ids, with ours
        self.events: dict[int, Event] = {}  # their ids, with ours as it will be
        self.before: dict[int, Event] = {}  # ours as it is, by our ids
        self.fresh: list[int] = []  # their ids of the events that are new here
        self.offers: list[Change] = []
        self.changes: list[Change] = []
        self.offered = {event.id: offer for event, offer in library.offers()}
        self.taken = {event.id for event in library.events_by_id([event.id for event in bundle.events])}
        self.told = _by_article(bundle.events)
        self.spans: dict[int, list[TimeExpression]] = defaultdict(list)
        for expression in bundle.expressions:
            self.spans[expression.article].append(expression)

    def done(self, label: str) -> tuple[Change, Bundle, Counter[str]]:
        """The change, what is new, and the counts."""
        articles = self._new_articles()
        expressions = [e for article in articles if article.text for e in self.spans[article.id]]
        for article in articles:
            for event in self.told[article.id]:
                self._add(event.id, event if article.text else _untold(event))
        for theirs in self.bundle.articles:
            if theirs.id in self.articles:
                self._known_article(theirs, self.articles[theirs.id])
        self._alone()
        self.counts["articles"], self.counts["events"] = len(articles), len(self.fresh)
        merges, apart = self._merges(), self._apart()
        fresh = [self.events[key] for key in self.fresh]
        now = {event.id: event for event in self.events.values()}
        rows: list[Row] = [*articles, *expressions, *merges, *fresh, *apart]
        pairs = [(old, now[id_]) for id_, old in self.before.items()]
        change = joined(label, [*self.changes, added("", rows), edited("", pairs), *self.offers])
        return (
            change,
            Bundle(tuple(articles), tuple(expressions), tuple(fresh), tuple(merges), tuple(apart)),
            self.counts,
        )

    def _add(self, key: int, event: Event) -> None:
        """A new event; where another is here under its id it gets one of its own."""
        self.fresh.append(key)
        self.events[key] = replace(event, id=new_id() if key in self.taken else key, merge=None)

    # Articles -------------------------------------------------------------------------------------------------------

    def _new_articles(self) -> list[Article]:
        found = []
        for theirs in self.bundle.articles:
            ours = self.library.article(theirs.id) or self.library.find_digest(theirs.digest)
            if ours is None:
                found.append(theirs)
            else:
                self.articles[theirs.id] = ours
        ids = {article.id for article in found}
        return [replace(article, version_of=self._version_of(article, ids)) for article in found]

    def _version_of(self, article: Article, new: set[int]) -> int | None:
        if article.version_of is None or article.version_of in new:
            return article.version_of
        return self.articles[article.version_of].id if article.version_of in self.articles else None

    def _known_article(self, theirs: Article, ours: Article) -> None:
        """Take over what was done to an article and to its events."""
        article = self._article(theirs, ours)
        held = {event.id: event for event in self.library.events_of(ours.id, all=True)}
        told = self.told[theirs.id]
        twins = {event.id: held.pop(event.id) for event in told if event.id in held}
        rest = [event for event in told if event.id not in twins]
        same = theirs.text in ("", ours.text)  # an export may leave the texts out
        found = paired(list(held.values()), rest, ours.text, "" if same else theirs.text)
        twins |= {event.id: held[id_] for id_, event in found.items()}
        redated = article.published != ours.published
        spans = self._expressions(theirs, article, same=same, renew=redated)
        if article != ours:
            self.changes.append(edited("", [(ours, article)]))
        for event in told:
            hung = replace(event, article=ours.id, expression=spans.get(event.expression or 0))
            twin = twins.get(event.id)
            if not same:  # where it is told there says nothing here
                hung = replace(_untold(hung), participants=() if twin is None else twin.participants)
            if twin is not None:
                self._event(event.id, twin, hung, redated=redated)
            elif is_readers(event):
                self._add(event.id, hung)

    def _article(self, theirs: Article, ours: Article) -> Article:
        new = replace(
            ours,
            note=self._note(ours.note, theirs.note),
            tags=self._names(ours.tags, theirs.tags),
            collections=self._names(ours.collections, theirs.collections),
        )
        certain = Confidence.CERTAIN
        if theirs.published and theirs.published_confidence is certain and ours.published_confidence is not certain:
            self.counts["dates"] += theirs.published != ours.published
            evidence = theirs.evidence
            new = replace(new, published=theirs.published, published_confidence=certain, evidence=evidence)
        return new

    def _expressions(self, theirs: Article, ours: Article, *, same: bool, renew: bool) -> dict[int, int]:
        """Their expressions' ids with ours of the same words; with ``renew`` theirs take the place of ours."""
        held = self.library.expressions(ours.id)
        spans = {(e.start, e.end): e for e in held}
        found = {}
        for each in self.spans[theirs.id]:
            here = spans.get((each.start, each.end))
            if here is not None and same:
                found[each.id] = here.id
                if renew:
                    self.changes.append(edited("", [(here, replace(each, id=here.id, article=ours.id))]))
        return found

    # Events ---------------------------------------------------------------------------------------------------------

    def _alone(self) -> None:
        """The events that no article tells: known by their ids, or by what they say."""
        theirs = self.told[None]
        held = {event.id: event for event in self.library.events_by_id([event.id for event in theirs])}
        alike = {_said(event): event for event in self.library.events_alone()} if len(held) < len(theirs) else {}
        for event in theirs:
            ours = held.get(event.id) or alike.get(_said(event))
            if ours is None:
                self._add(event.id, event)
            else:
                self._event(event.id, ours, event, redated=False)

    def _event(self, key: int, ours: Event, theirs: Event, *, redated: bool) -> None:
        """Take over what the other reader did to an event that is here."""
        self.before[ours.id] = ours
        new = ours
        if redated and not is_readers(ours):
            new = replace(ours, **{name: getattr(theirs, name) for name in (*TIME_FIELDS, "expression", "carried")})
        offered: Fields = {}
        mine, other, corrected = _set_by(ours), _set_by(theirs), False
        for part, names in _PARTS.items():
            values = {name: getattr(theirs, name) for name in names}
            if part not in other or all(getattr(new, name) == value for name, value in values.items()):
                continue
            if part not in mine:
                new = replace(new, **values)
                own = [name for name in theirs.corrected if name in names]
                new = replace(new, corrected=tuple(dict.fromkeys((*new.corrected, *own))))
                corrected = corrected or bool(own)
            elif any(getattr(new, n) != value for n, value in values.items() if n not in ("why", "words")):
                offered |= values
        self.counts["corrections"] += corrected
        new = self._status(new, theirs, offered)
        tags = self._names(new.tags, theirs.tags)
        new = replace(new, tags=tags, note=self._note(new.note, theirs.note), weight=max(new.weight, _weight(theirs)))
        self.events[key] = new
        self._offer(new, offered)

    def _status(self, ours: Event, theirs: Event, offered: Fields) -> Event:
        if ours.status is not theirs.status and theirs.status in (Status.CONFIRMED, Status.REJECTED):
            if ours.status is Status.FOUND:
                name = "confirmations" if theirs.status is Status.CONFIRMED else "rejections"
                self.counts[name] += 1
                return replace(ours, status=theirs.status)
            if not (ours.status is Status.ADDED and theirs.status is Status.CONFIRMED):
                offered["status"] = theirs.status
        if theirs.binned and not ours.binned and not is_readers(ours):
            self.counts["rejections"] += 1
            return replace(ours, binned=True)
        return ours

    def _offer(self, event: Event, offered: Fields) -> None:
        if not offered:
            return
        columns = to_columns(replace(event, **offered))
        fields = {name: columns[name] for name in offered if columns[name] != to_columns(event)[name]}
        known = [self.offered[event.id]] if event.id in self.offered else []
        for offer in known:
            before = json.loads(offer.fields) if offer.fields else {}
            if before.items() >= fields.items():
                return
            fields = {**before, **fields}
        self.counts["choices"] += 1
        row = Offer(id=new_id(), event=event.id, fields=json.dumps(fields, ensure_ascii=False))
        self.offers.append(joined("", [removed("", known), added("", [row])]))

    def _note(self, ours: str, theirs: str) -> str:
        if not theirs.strip() or theirs in ours:
            return ours
        self.counts["notes"] += 1
        return theirs if ours in theirs else f"{ours}\n\n{theirs}"

    def _names(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
        both = tuple(dict.fromkeys((*ours, *theirs)))
        self.counts["tags"] += len(both) - len(ours)
        return both

    # What is one, and what is not -------------------------------------------------------------------------------------

    def _merges(self) -> list[Merge]:
        """Their merges among the events that are here then; a group that our reader has said is not one stays apart."""
        apart = self.library.kept_apart()
        keys: dict[int | None, list[int]] = defaultdict(list)
        for event in self.bundle.events:
            if event.id in self.events:
                keys[event.merge].append(event.id)
        found = []
        for theirs in self.bundle.merges:
            members = [self.events[key] for key in keys[theirs.id]]
            groups = sorted({member.merge for member in members if member.merge is not None})
            if len(members) < 2 or (len(groups) == 1 and all(member.merge for member in members)):
                continue
            members += [member for group in groups for member in self.library.merge_members(group)]
            if any(pair in apart for pair in combinations(sorted({member.id for member in members}), 2)):
                self.counts["held"] += 1
                continue
            if groups:
                self.changes.append(removed("", [m for group in groups[1:] if (m := self.library.merge(group))]))
                merge = groups[0]
            else:
                merge = theirs.id if self.library.merge(theirs.id) is None else new_id()
                found.append(replace(theirs, id=merge))
            self._put_into(merge, members)
            self.counts["merges"] += 1
        return found

    def _put_into(self, merge: int, members: list[Event]) -> None:
        keys = {event.id: key for key, event in self.events.items()}
        for member in members:
            key = keys.get(member.id)
            if key is None:  # one of ours that their bundle does not have
                key = member.id
                self.before[key] = self.events[key] = member
            self.events[key] = replace(self.events[key], merge=merge)

    def _apart(self) -> list[Apart]:
        said = self.library.kept_apart()
        found = []
        for pair in self.bundle.apart:
            if pair.one not in self.events or pair.other not in self.events:
                continue
            first, second = self.events[pair.one], self.events[pair.other]
            one, other = sorted((first.id, second.id))
            together_here = first.merge is not None and first.merge == second.merge
            if one == other or (one, other) in said:
                continue
            self.counts["held"] += together_here
            if not together_here:
                said.add((one, other))
                found.append(Apart(id=new_id(), one=one, other=other))
        self.counts["apart"] += len(found)
        return found


_COUNTED = (
    "articles", "events", "corrections", "confirmations", "rejections", "notes", "tags", "dates", "merges", "apart",
    "held", "choices",
)  # fmt: skip


def _by_article(events: Iterable[Event]) -> dict[int | None, list[Event]]:
    found: dict[int | None, list[Event]] = defaultdict(list)
    for event in events:
        found[event.article].append(event)
    return found


def _untold(event: Event) -> Event:
    """The event without where a text tells it, for want of that text."""
    participants = tuple(replace(each, start=0, end=0) for each in event.participants)
    apart = replace(event, start=0, end=0, sentence_start=0, sentence_end=0, via_start=None, via_end=None)
    return replace(apart, expression=None, participants=participants)


def _said(event: Event) -> tuple[str, int | None, int | None]:
    return event.title, event.earliest, event.latest


def _corrected(event: Event) -> set[str]:
    return {part for part, names in _PARTS.items() if set(names) & set(event.corrected)}


def _set_by(event: Event) -> set[str]:
    """What its reader set of an event, or said is right as it stands."""
    settled = event.status in (Status.CONFIRMED, Status.ADDED)
    return {part for part, names in _PARTS.items() if settled and set(names) & set(SETTLED)} | _corrected(event)


def _weight(event: Event) -> float:
    """The weight that a reader's work gave it."""
    return event.weight if event.corrected or event.status is Status.CONFIRMED else 0.0
