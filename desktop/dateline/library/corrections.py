"""Carrying the reader's corrections from one analysis of an article to the next."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from dateline.core.change import to_columns
from dateline.core.model import Event, Offer, Status, new_id
from dateline.library.edits import TIME_FIELDS
from dateline.library.rows import Fields

SIMILAR = 80.0
"""From this likeness on (rapidfuzz ratio, 0 to 100) two sentences, or two titles in one sentence, are taken as one."""

SETTLED = (*TIME_FIELDS, "title", "certainty", "participants")
"""What a confirmed or added event keeps as it stands."""

_OWN = ("status", "tags", "note", "merge", "binned", "corrected")  # the reader's on every event


@dataclass(frozen=True, slots=True)
class Carried:
    """What the library should hold after a new analysis.

    ``events`` are all the article's events: new findings, those found again under their old id with the reader's
    fields, and what could not be re-attached as it was. ``unattached`` are the latter, to be told to the reader
    (rejected and binned ones are kept without a word). ``conflicts`` pairs an event as kept with how it would be if
    the reader took the new analysis instead.
    """

    events: tuple[Event, ...]
    unattached: tuple[Event, ...]
    conflicts: tuple[tuple[Event, Event], ...]

    def offers(self) -> list[Offer]:
        """The unattached events and the conflicts as rows, so that the reader can choose later (`edits.offered`)."""
        found = [Offer(id=new_id(), event=event.id) for event in self.unattached]
        for kept, other in self.conflicts:
            old, new = to_columns(kept), to_columns(other)
            fields = {name: new[name] for name in new if new[name] != old[name] and name != "corrected"}
            found.append(Offer(id=new_id(), event=kept.id, fields=json.dumps(fields, ensure_ascii=False)))
        return found


def carry(old_events: Sequence[Event], new_events: Sequence[Event], old_text: str = "", new_text: str = "") -> Carried:
    """Carry what the reader did to ``old_events`` over to ``new_events``, both of one article.

    An event is found again by the same trigger: the same span, the same word in the same sentence, or (given both
    texts, where they differ) in a similar one; then by a similar title in the same sentence.
    """
    twins = paired(old_events, new_events, old_text, new_text)
    taken = {new.id for new in twins.values()}
    events = [new for new in new_events if new.id not in taken]
    unattached: list[Event] = []
    conflicts: list[tuple[Event, Event]] = []
    moved = bool(old_text) and old_text != new_text
    for old in old_events:
        twin = twins.get(old.id)
        if twin is not None:
            kept, offered = _carried(old, twin)
            events.append(kept)
            if offered is not None:
                conflicts.append((kept, offered))
        elif is_readers(old):
            kept = _unhung(old, new_text if moved else None)
            events.append(kept)
            told = old.status is not Status.REJECTED and not old.binned
            if told and (old.status is not Status.ADDED or (old.end > old.start and kept.end == kept.start)):
                unattached.append(kept)
    return Carried(tuple(sorted(events, key=lambda e: (e.start, e.end))), tuple(unattached), tuple(conflicts))


def paired(old: Sequence[Event], new: Sequence[Event], old_text: str = "", new_text: str = "") -> dict[int, Event]:
    """The ids of old events with the new ones that are the same, found as `carry` does."""
    return _Twins(old, new, old_text, new_text).found()


def is_readers(event: Event) -> bool:
    """Whether the reader has said anything of an event, so that it must not be lost."""
    return event.status is not Status.FOUND or bool(
        event.corrected or event.tags or event.note or event.merge is not None or event.binned
    )


def _carried(old: Event, new: Event) -> tuple[Event, Event | None]:
    """The event as kept, and as the new analysis has it where that differs in what the reader set."""
    own = {name: getattr(old, name) for name in _OWN}
    offered = replace(new, id=old.id, **own)
    pinned = set(old.corrected)
    if pinned & set(TIME_FIELDS):
        pinned |= set(TIME_FIELDS)
    if old.status in (Status.CONFIRMED, Status.ADDED):
        pinned |= set(SETTLED)
    values: Fields = {name: getattr(old, name) for name in pinned & _FIELDS}
    if old.status is Status.ADDED:
        values["confidence"] = old.confidence
    kept = replace(offered, **values)
    told = [name for name in values if name not in ("why", "words", "confidence", "participants")]
    differs = any(getattr(kept, name) != getattr(offered, name) for name in told)
    if not differs or old.status is Status.REJECTED or old.binned:
        return kept, None
    return kept, replace(offered, corrected=tuple(name for name in old.corrected if name not in values))


_FIELDS = set(Event.__dataclass_fields__) - {"id", "article", *_OWN}


def _unhung(event: Event, new_text: str | None) -> Event:
    """An event that no finding matches: its expression is gone; in another text it is looked for by its words."""
    kept = replace(event, expression=None, via_start=None, via_end=None)
    if new_text is None or event.end <= event.start:
        return kept
    at = new_text.find(event.text) if event.text else -1
    if at < 0 or new_text.find(event.text, at + 1) >= 0:  # nowhere, or in several places
        return replace(kept, start=0, end=0, sentence_start=0, sentence_end=0)
    shift = at - event.start
    return replace(
        kept,
        start=at,
        end=at + len(event.text),
        sentence_start=max(0, event.sentence_start + shift),
        sentence_end=min(len(new_text), event.sentence_end + shift),
    )


class _Twins:
    """Pairs old and new events, the surest first, each at most once."""

    def __init__(self, old: Sequence[Event], new: Sequence[Event], old_text: str, new_text: str) -> None:
        self.old = {event.id: event for event in old if event.end > event.start}
        self.new = {event.id: event for event in new}
        self.texts = (old_text, new_text) if old_text and new_text and old_text != new_text else None
        self.pairs: dict[int, Event] = {}

    def found(self) -> dict[int, Event]:
        """Old ids with the new events that are the same."""
        if self.texts is None:
            spans = {(event.start, event.end): event.id for event in reversed(self._news())}
            self._pair((o.id, spans[o.start, o.end]) for o in self._olds() if (o.start, o.end) in spans)
            self._pair(self._likely(_overlap))
            self._pair(self._likely(_same_word_in_sentence))
            self._pair(self._likely(_similar_title_in_sentence))
        else:
            self._pair(self._likely(self._same_word_in_similar_sentence))
        return self.pairs

    def _olds(self) -> list[Event]:
        return list(self.old.values())

    def _news(self) -> list[Event]:
        return list(self.new.values())

    def _likely(self, likeness: Callable[[Event, Event], float]) -> list[tuple[int, int]]:
        """Pairs that are alike at all, the likeliest first, then the nearest."""
        scored = [
            (-score, abs(o.start - n.start), o.id, n.id)
            for o in self._olds()
            for n in self._news()
            if (score := likeness(o, n))
        ]
        return [(o, n) for _, _, o, n in sorted(scored)]

    def _pair(self, pairs: Iterable[tuple[int, int]]) -> None:
        for old, new in pairs:
            if old in self.old and new in self.new:
                self.pairs[old] = self.new.pop(new)
                del self.old[old]

    def _same_word_in_similar_sentence(self, old: Event, new: Event) -> float:
        if self.texts is None or old.text.casefold() != new.text.casefold():
            return 0.0
        before = self.texts[0][old.sentence_start : old.sentence_end]
        after = self.texts[1][new.sentence_start : new.sentence_end]
        score = fuzz.ratio(before, after)
        return score if score >= SIMILAR else 0.0


def _overlap(old: Event, new: Event) -> float:
    return 100.0 if old.start < new.end and new.start < old.end else 0.0


def _same_sentence(old: Event, new: Event) -> bool:
    return old.sentence_start < new.sentence_end and new.sentence_start < old.sentence_end


def _same_word_in_sentence(old: Event, new: Event) -> float:
    return 100.0 if _same_sentence(old, new) and old.text.casefold() == new.text.casefold() else 0.0


def _similar_title_in_sentence(old: Event, new: Event) -> float:
    if not _same_sentence(old, new) or "title" in old.corrected:
        return 0.0
    score = fuzz.token_set_ratio(old.title, new.title)
    return score if score >= SIMILAR else 0.0
