"""Filters over the arrays: which events are shown, how many there are of each kind, and their spans by time."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Status
from dateline.core.moment import Moment
from dateline.library import counting, masks
from dateline.library.connection import Connection
from dateline.library.counting import Facets
from dateline.library.index import (
    DATED,
    STATUSES,
    Index,
    Ints,
    Mask,
)
from dateline.library.lanes import LINKED, codes_of, names_of
from dateline.library.masks import CODED, FLAGS
from dateline.timeline.keyevents import HAPPENED, Key, Rows, choose
from dateline.timeline.spans import CERTAINTY_CODE, OPEN_BEGIN, OPEN_END, Spans, extents

COUNTED = ("time", "articles", "sources", *LINKED, *CODED, *FLAGS)
Counts = list[tuple[Any, int]]
"""Values of a part of the filter, with how many events have each."""
PARTS = ("text", "as_of", "disagreeing", "weight", "key", *COUNTED)

_ALL = Filter()


class Query:
    """Questions to one index; what was worked out is kept until the index changes."""

    def __init__(self, db: Connection, index: Index) -> None:
        self.db = db
        self.index = index
        self._version = -1
        self._visible: Mask = np.zeros(0, np.bool_)
        self._members: Ints = np.zeros(0, np.int64)  # slots of events in merged groups
        self._groups: Ints = np.zeros(0, np.int64)  # by slot the number of the group, 0 for none; empty without members
        self._masks: dict[tuple[str, object, Moment | None], Mask] = {}
        self._facets: dict[tuple[Filter, int], Facets] = {}
        self._spans: dict[Filter, Spans] = {}
        self._keys: dict[Filter, Mask] = {}
        self._told: dict[Moment | None, Ints] = {}

    def slots(self, filter_: Filter) -> Ints:
        """The slots of the events shown, in rising order, one for a merged group."""
        return np.flatnonzero(self._one_a_group(self.mask(filter_)))

    def count(self, filter_: Filter) -> int:
        """How many events are shown."""
        return int(np.count_nonzero(self._one_a_group(self.mask(filter_))))

    def spans(self, filter_: Filter) -> Spans:
        """The dated events shown, by time."""
        self._freshen()
        if filter_ not in self._spans:
            if len(self._spans) > 4:
                self._spans.clear()
            self._spans[filter_] = self._work_out_spans(filter_)
        return self._spans[filter_]

    def leaders(self, ids: Sequence[int], filter_: Filter) -> list[int]:
        """For each event the one that stands for its merged group, itself where it is in none or none is shown."""
        slots = self.index.slots_of(ids)
        merges = np.where(slots >= 0, self.index["merge"][slots], 0)
        if not merges.any():
            return list(ids)
        shown = self._one_a_group(self.mask(filter_))
        leaders = self._members[shown[self._members]]
        leading = dict(zip(self.index["merge"][leaders].tolist(), self.index["id"][leaders].tolist(), strict=True))
        return [leading.get(merge, id_) for id_, merge in zip(ids, merges.tolist(), strict=True)]

    def ordered(self, filter_: Filter, order: str) -> Ints:
        """The slots shown, in one of the orders of `Library.events`."""
        name, backwards = order.removeprefix("-"), order.startswith("-")
        index = self.index
        shown = self.slots(filter_)
        shown = shown[np.argsort(index.told()[shown])]
        if name == "time":
            chosen = np.zeros(len(index), np.bool_)
            chosen[shown] = True
            by_time = index.by_time()
            by_time = by_time.compress(chosen[by_time])
            dated = (index["flags"][by_time] & DATED) != 0
            placed, shelf = by_time[dated], by_time[~dated]
            return np.concatenate([placed[::-1] if backwards else placed, shelf])
        if name == "title":
            found = self.db.execute(
                "SELECT e.slot FROM events e LEFT JOIN merges m ON m.id = e.merge "
                "WHERE e.slot IN (SELECT value FROM json_each(?)) "
                "ORDER BY coalesce(m.title, e.title) COLLATE NOCASE, e.slot",
                [json.dumps(shown.tolist())],
            ).fetchall()
            result = np.array([row[0] for row in found], np.int64)
        elif name == "article":
            result = shown
        elif name in ("confidence", "weight", "certainty", "granularity", "status"):
            result = shown[np.argsort(index[name][shown], kind="stable")]
        elif name == "sources":
            result = shown[np.argsort(self.told(filter_.as_of)[shown], kind="stable")]
        else:
            raise ValueError(f"events cannot be ordered by {order!r}")
        return result[::-1] if backwards else result

    def facets(self, filter_: Filter, limit: int) -> Facets:
        """The counts; of articles, names and tags the ``limit`` most frequent, and those the filter names."""
        self._freshen()
        if (filter_, limit) not in self._facets:
            if len(self._facets) > 4:
                self._facets.clear()
            self._facets[filter_, limit] = self._work_out_facets(filter_, limit)
        return self._facets[filter_, limit]

    def _work_out_facets(self, filter_: Filter, limit: int) -> Facets:
        masks = {part: self._part(part, filter_) for part in PARTS}
        found: dict[str, Counts] = {}
        whole = self._all(masks)
        for part in COUNTED:
            mask = whole
            if masks[part] is not None or part == "statuses":  # a click there would show the rejected too
                mask = self._all(masks | {part: None}, rejected=part == "statuses")
            found[part] = self._counts(part, mask, filter_, limit)
        return Facets(**found)

    def article_counts(self, filter_: Filter) -> dict[int, int]:
        """The counts of the articles alone, of all that have any."""
        self._freshen()
        shown = self._all({part: self._part(part, filter_) for part in PARTS if part != "articles"})
        return dict(self._counts("articles", shown, filter_, len(self.index.articles.ids)))

    def mask(self, filter_: Filter) -> Mask:
        """By slot: whether the filter lets the event through, each member of a group by itself."""
        return self._all({part: self._part(part, filter_) for part in PARTS})

    def _all(self, masks: dict[str, Mask | None], *, rejected: bool = False) -> Mask:
        self._freshen()
        result = self._visible.copy()
        for mask in masks.values():
            if mask is not None:
                result &= mask
        if masks["statuses"] is None and not rejected:
            result &= self.index["status"] != STATUSES.index(Status.REJECTED)
        return result

    def _part(self, part: str, filter_: Filter) -> Mask | None:
        """The mask of one part alone; None where it lets everything through."""
        if part == "key":
            return self._key_mask(filter_) if filter_.key else None
        value: object = (filter_.begin, filter_.until) if part == "time" else getattr(filter_, part)
        nothing = (None, None) if part == "time" else getattr(_ALL, part)
        if value == nothing or (isinstance(value, str) and not _asks(value)):
            return None
        self._freshen()
        key = (part, value, filter_.as_of if part in ("sources", "disagreeing") else None)
        if key not in self._masks:
            if len(self._masks) > 24:
                self._masks.clear()
            self._masks[key] = self._work_out_mask(part, filter_)
        return self._masks[key]

    def _work_out_mask(self, part: str, filter_: Filter) -> Mask:
        if part == "sources":
            return np.isin(self.told(filter_.as_of), filter_.sources)
        if part == "disagreeing":
            shown = self._visible & (self.index["status"] != STATUSES.index(Status.REJECTED))
            if filter_.as_of is not None:
                shown &= masks.known(self.db, self.index, filter_.as_of)
            return masks.disagreeing(self.db, self.index, self._members[shown[self._members]])
        return masks.of(part, filter_, self.db, self.index)

    def told(self, as_of: Moment | None = None) -> Ints:
        """By slot: how many articles tell an event, its merged group among them; none that the bin or a no took out.

        ``as_of`` counts those alone that were published by the end of that day.
        """
        self._freshen()
        if as_of not in self._told:
            shown = self._visible & (self.index["status"] != STATUSES.index(Status.REJECTED))
            if as_of is not None:
                shown &= masks.known(self.db, self.index, as_of)
            members = self._members[shown[self._members]]
            if len(self._told) > 4:
                self._told.clear()
            self._told[as_of] = counting.told_by(self.index["article"], self._groups, members)
        return self._told[as_of]

    def key_events(self, filter_: Filter, most: int) -> list[Key]:
        """The key events of what a filter shows, the most important first; their ``row`` is a slot."""
        index = self.index
        mask = self.mask(filter_.without("key"))
        by_time = index.by_time()
        slots = by_time.compress((mask & ((index["flags"] & DATED) != 0))[by_time])
        bounds = (index[name][slots] for name in ("earliest", "latest_start", "earliest_end", "latest"))
        at, end = extents(*bounds)
        article = index["article"][slots].astype(np.int64)
        confirmed = index["status"][slots] == STATUSES.index(Status.CONFIRMED)
        weight = index["weight"][slots].astype(np.float64)
        shown = (weight >= MAIN_WEIGHT) | confirmed
        published = masks.published(self.db, index)
        closed = (index["earliest"][slots] != OPEN_BEGIN) & (index["latest"][slots] != OPEN_END)
        told = np.where(article > 0, article, -1)
        happened = np.isin(index["certainty"][slots], [CERTAINTY_CODE[each] for each in HAPPENED])
        rows = Rows(at, end, told, index["merge"][slots], weight, shown, closed, happened, published)
        return [
            replace(key, row=int(slots[key.row])) for key in choose(rows, most, lambda some: self._titles(slots[some]))
        ]

    def _titles(self, slots: Ints) -> list[str]:
        found = dict(
            self.db.execute(
                "SELECT slot, title FROM events WHERE slot IN (SELECT value FROM json_each(?))",
                [json.dumps(slots.tolist())],
            )
        )
        return [found[slot] for slot in slots.tolist()]

    def _key_mask(self, filter_: Filter) -> Mask:
        """The key events of what the other parts show, each with the members of its merged group."""
        self._freshen()
        if filter_ not in self._keys:
            if len(self._keys) > 4:
                self._keys.clear()
            slots = [key.row for key in self.key_events(filter_, filter_.key)]
            mask = np.zeros(len(self.index), np.bool_)
            mask[slots] = True
            groups = self.index["merge"][slots]
            if groups.any():
                mask |= np.isin(self.index["merge"], groups[groups != 0])
            self._keys[filter_] = mask
        return self._keys[filter_]

    def _one_a_group(self, mask: Mask) -> Mask:
        """The mask with all but the best member of each merged group taken out."""
        members = self._members[mask[self._members]]
        if not len(members):
            return mask
        index = self.index
        order = np.lexsort(
            (
                index.told()[members],
                -index["confidence"][members],
                index["granularity"][members],
                np.isin(index["status"][members], [STATUSES.index(Status.FOUND)]),
                (index["flags"][members] & DATED) == 0,
                index["merge"][members],
            )
        )
        merges = index["merge"][members[order]]
        best = np.concatenate([[True], merges[1:] != merges[:-1]])
        result = mask.copy()
        result[members[order][~best]] = False
        return result

    def _work_out_spans(self, filter_: Filter) -> Spans:
        index = self.index
        dated = (index["flags"] & DATED) != 0
        mask = self.mask(filter_)
        chosen = self._one_a_group(mask & dated)
        shelf = np.flatnonzero(self._one_a_group(mask) & ~dated)
        by_time = index.by_time()
        slots = by_time.compress(chosen[by_time])
        names = ("earliest", "latest_start", "earliest_end", "latest")
        earliest, latest_start, earliest_end, latest = (index[name][slots] for name in names)
        at, end = extents(earliest, latest_start, earliest_end, latest)
        spans = Spans(
            index["id"][slots],
            earliest,
            latest_start,
            earliest_end,
            latest,
            index["certainty"][slots],
            index["granularity"][slots],
            index.articles.ids[index["article"][slots]],
            np.zeros(len(slots), np.int64),
            ("",),
            np.sort(index["id"][shelf]),
            at,
            end,
            index["weight"][slots],
        )
        for column in vars(spans).values():
            if isinstance(column, np.ndarray):
                column.flags.writeable = False
        return spans

    def _counts(self, part: str, mask: Mask, filter_: Filter, limit: int) -> Counts:
        index = self.index
        if part == "time":
            return self._time_counts(mask)
        if part in LINKED:
            counts = self._tally_pairs(mask, *index.pairs(LINKED[part]))
            top = counting.most(counts, limit)
            names = names_of(self.db, top)
            found = {names[code]: counting.at(counts, code) for code in top}
            for name, code in codes_of(self.db, part, getattr(filter_, part)).items():
                found[name] = counting.at(counts, code)
            found = dict.fromkeys(getattr(filter_, part), 0) | found
            return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        if part == "articles":
            counts = self._tally(mask, index["article"])
            ids = index.articles.ids
            wanted = [index.articles.slots[id_] for id_ in filter_.articles if id_ in index.articles.slots]
            return [(int(ids[code]), counting.at(counts, code)) for code in counting.most(counts, limit, wanted)]
        if part == "sources":
            counts = self._tally(mask, self.told(filter_.as_of))
            return [(n, counting.at(counts, n)) for n in sorted({*np.flatnonzero(counts).tolist(), *filter_.sources})]
        if part in FLAGS:
            counts = self._tally(mask, ((index["flags"] & FLAGS[part]) != 0).view(np.uint8))
            return [(bool(flag), counting.at(counts, flag)) for flag in (1, 0) if counting.at(counts, flag)]
        column, values = CODED[part]
        counts = np.concatenate([[0], self._tally(mask, index[column])])  # code 0 is kept for none
        wanted = [values.index(value) + 1 for value in getattr(filter_, part)]
        return [(values[code - 1], counting.at(counts, code)) for code in counting.most(counts, limit, wanted)]

    def _tally(self, mask: Mask, codes: Ints) -> Ints:
        """How many events have each code; a merged group counts once for each code that its members have.

        ``codes`` has one for each slot.
        """
        if not len(self._members):
            return np.bincount(codes.compress(mask), minlength=1)  # several times as quick as codes[mask]
        shown = self._members[mask[self._members]]
        return counting.together(codes.compress(self._without_members(mask)), self._groups[shown], codes[shown])

    def _tally_pairs(self, mask: Mask, slots: Ints, codes: Ints) -> Ints:
        """The same for pairs of a slot and a code."""
        if not len(self._members):
            return np.bincount(codes.compress(mask[slots]), minlength=1)
        shown = mask[slots] & (self._groups[slots] != 0)
        return counting.together(
            codes.compress(self._without_members(mask)[slots]), self._groups[slots[shown]], codes[shown]
        )

    def _without_members(self, mask: Mask) -> Mask:
        alone = mask.copy()
        alone[self._members] = False
        return alone

    def _time_counts(self, mask: Mask) -> list[tuple[tuple[Moment, Moment], int]]:
        index = self.index
        shown = self._one_a_group(mask & ((index["flags"] & DATED) != 0))
        earliest, latest = index["earliest"].compress(shown), index["latest"].compress(shown)
        return counting.over_time(earliest, latest)

    def _freshen(self) -> None:
        if self._version != self.index.version:
            self._version = self.index.version
            self._visible = self.index.visible()
            merge = self.index["merge"]
            self._members = np.flatnonzero(merge)
            self._groups = np.zeros(len(merge) if len(self._members) else 0, np.int64)
            if len(self._members):
                self._groups[self._members] = np.unique(merge[self._members], return_inverse=True)[1] + 1
            self._facets.clear()
            self._masks.clear()
            self._spans.clear()
            self._keys.clear()
            self._told.clear()


def _asks(text: str) -> bool:
    """Whether a typed text has words to search for."""
    from dateline.library import search  # only when someone types

    return bool(search.Terms.of(text))
