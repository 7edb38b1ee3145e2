"""What filters, counts and the timeline need of every event, as numpy arrays by slot.

The arrays are kept in the file too, as blocks of `BLOCK` slots written in the transaction that changes an event, so
a library of a million events is ready in a fraction of a second. Another process's writing is noticed by the caller,
who then loads afresh.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.core.model import Article, Event, Participant, Status
from dateline.library.connection import Connection
from dateline.timeline.spans import CERTAINTY_CODE, GRANULARITY_CODE, OPEN_BEGIN, OPEN_END, extents

STATUSES = tuple(Status)
"""A code in the arrays is a place in these, or in `CERTAINTIES` and `GRANULARITIES` of `timeline.spans`. Blocks keep
the codes, so members are only ever appended."""

BLOCK = 1024
BINNED, DATED = 1, 2  # flags
TAG, PERSON, PLACE, COLLECTION = "tag", "person", "place", "collection"
LINK_KINDS = (TAG, PERSON, PLACE)

RECORD = np.dtype(
    [
        ("id", "<i8"),
        ("earliest", "<i8"),
        ("latest_start", "<i8"),
        ("earliest_end", "<i8"),
        ("latest", "<i8"),
        ("merge", "<i8"),
        ("article", "<i4"),
        ("start", "<i4"),
        ("confidence", "<f4"),
        ("weight", "<f4"),
        ("certainty", "i1"),
        ("granularity", "i1"),
        ("status", "i1"),
        ("flags", "u1"),
    ]
)
"""One event. ``id`` 0 is an empty slot, ``merge`` 0 none, ``article`` the article's slot (0 for none).

A block holds its records column by column, so that loading copies whole runs.
"""

LINK = np.dtype("<i4")
"""Tags, persons and places of events: for each kind the slots in one array, the codes of the names in another."""

_NAMES: tuple[str, ...] = RECORD.names or ()
_BOUNDS = ("earliest", "latest_start", "earliest_end", "latest")

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Column = npt.NDArray[Any]

_STATUS = {value: code for code, value in enumerate(STATUSES)}


def record_of(event: Event, article_slot: int) -> tuple[int | float, ...]:
    """The event as one `RECORD`."""
    return (
        event.id,
        OPEN_BEGIN if event.earliest is None else event.earliest,
        OPEN_END if event.latest_start is None else event.latest_start,
        OPEN_BEGIN if event.earliest_end is None else event.earliest_end,
        OPEN_END if event.latest is None else event.latest,
        event.merge or 0,
        article_slot,
        event.start,
        event.confidence,
        event.weight,
        CERTAINTY_CODE[event.certainty],
        GRANULARITY_CODE[event.granularity],
        _STATUS[event.status],
        BINNED * event.binned + DATED * event.dated,
    )


def people_of(participants: Iterable[Participant]) -> list[str]:
    """The persons and organisations, by full name, each once."""
    return list(dict.fromkeys(p.name or p.text for p in participants if p.kind in ("person", "organisation")))


def places_of(participants: Iterable[Participant]) -> list[str]:
    """The places, by full name, each once."""
    return list(dict.fromkeys(p.name or p.text for p in participants if p.kind == "place"))


class Growing:
    """A numpy array that is appended to."""

    def __init__(self, values: Column) -> None:
        self._room = values
        self.size = len(values)

    @property
    def values(self) -> Column:
        """What is in use; writing into it writes into the array."""
        return self._room[: self.size]

    def grow(self, size: int) -> None:
        """Make it at least so long; new places are zero."""
        if size > len(self._room):
            room = np.zeros(max(size, len(self._room) * 3 // 2, 1024), self._room.dtype)
            room[: self.size] = self._room[: self.size]
            self._room = room
        self.size = max(self.size, size)


class Articles:
    """The articles in short, by slot: ids, which are binned, collections and tags, similarity hashes."""

    def __init__(self, db: Connection) -> None:
        rows = db.execute(
            "SELECT slot, id, binned, collections, tags, fingerprint FROM articles INDEXED BY articles_in_short"
        ).fetchall()
        size = max((row[0] for row in rows), default=0) + 1
        self._ids = Growing(np.zeros(size, np.int64))
        self._binned = Growing(np.zeros(size, np.bool_))  # slot 0, of events without an article, never is
        self._fingerprints = Growing(np.zeros(size, np.int64))
        self.slots: dict[int, int] = {}
        self.links: dict[str, dict[int, list[str]]] = {COLLECTION: {}, TAG: {}}
        slots = [row[0] for row in rows]
        self.ids[slots] = [row[1] for row in rows]
        self.binned[slots] = [row[2] for row in rows]
        self.fingerprints[slots] = [row[5] for row in rows]
        self.slots |= zip((row[1] for row in rows), slots, strict=True)
        lists = {text: json.loads(text) for text in {row[3] for row in rows} | {row[4] for row in rows}}
        self.links[COLLECTION] |= {row[0]: lists[row[3]] for row in rows if row[3] != "[]"}
        self.links[TAG] |= {row[0]: lists[row[4]] for row in rows if row[4] != "[]"}

    @property
    def ids(self) -> Ints:
        """The id at each slot, 0 at empty ones."""
        return self._ids.values

    @property
    def binned(self) -> Mask:
        """Whether the article at each slot is in the bin."""
        return self._binned.values

    @property
    def fingerprints(self) -> Ints:
        """The similarity hash at each slot."""
        return self._fingerprints.values

    def put(self, slot: int, article: Article) -> None:
        """Set an article."""
        for column in (self._ids, self._binned, self._fingerprints):
            column.grow(slot + 1)
        self.ids[slot], self.binned[slot], self.fingerprints[slot] = article.id, article.binned, article.fingerprint
        self.slots[article.id] = slot
        for kind, names in ((COLLECTION, article.collections), (TAG, article.tags)):
            self.links[kind].pop(slot, None)
            if names:
                self.links[kind][slot] = list(names)

    def drop(self, slot: int, id_: int) -> None:
        """Empty a slot."""
        self.ids[slot], self.binned[slot], self.fingerprints[slot] = 0, False, 0
        del self.slots[id_]
        for links in self.links.values():
            links.pop(slot, None)


class Index:
    """The arrays of one library as of one moment; `put` and `drop` keep them in step with its writing."""

    def __init__(self, db: Connection) -> None:
        blocks = db.execute("SELECT block, records, tag, person, place FROM event_blocks ORDER BY block").fetchall()
        size = (blocks[-1][0] * BLOCK + len(blocks[-1][1]) // RECORD.itemsize) if blocks else 0
        columns = {name: np.zeros(size, RECORD[name]) for name in _NAMES}
        for block, raw, *_ in blocks:
            count, offset = len(raw) // RECORD.itemsize, 0
            for column in columns.values():
                column[block * BLOCK : block * BLOCK + count] = np.frombuffer(raw, column.dtype, count, offset)
                offset += count * column.itemsize
        self._columns = {name: Growing(column) for name, column in columns.items()}
        self._links: dict[str, tuple[Growing, Growing]] = {}
        for place, kind in enumerate(LINK_KINDS, 2):
            parts = [np.frombuffer(block[place], LINK).reshape(2, -1) for block in blocks]
            links = np.concatenate(parts, axis=1) if parts else np.zeros((2, 0), LINK)
            self._links[kind] = Growing(links[0]), Growing(links[1])
        self._dirty: set[int] = set()
        self._db = db
        self.articles = Articles(db)
        self._pairs: dict[str, tuple[Ints, Ints]] = {}
        self._told: Ints | None = None
        self._order: Ints | None = None
        self._order_stale = True
        self.version = 0
        """Goes up with every change, for caches of what was worked out from the arrays."""

    def __len__(self) -> int:
        return self._columns["id"].size

    def __getitem__(self, column: str) -> Column:
        return self._columns[column].values

    def visible(self) -> Mask:
        """By slot: there, not binned, nor its article."""
        mask: Mask = (self["id"] != 0) & ((self["flags"] & BINNED) == 0)
        if self.articles.binned.any():
            mask &= ~self.articles.binned[self["article"]]
        return mask

    def pairs(self, kind: str) -> tuple[Ints, Ints]:
        """Event slots and the codes of their tags, people, places or collections (``kind``), no pair twice.

        An article's tags and collections are its events' too.
        """
        if kind not in self._pairs:
            self._pairs[kind] = self._work_out_pairs(kind)
        return self._pairs[kind]

    def told(self) -> Ints:
        """By slot: the place of an event where articles are told by publication day, each in the order of its text.

        It does not depend on ids, nor on which article was read first.
        """
        if self._told is None:
            rows = self._db.execute(
                "SELECT slot FROM articles ORDER BY published IS NULL, published, fingerprint, slot"
            )
            slots = [row[0] for row in rows]
            rank = np.full(len(self.articles.ids), len(slots), np.int64)  # what no article tells is told last
            rank[slots] = np.arange(len(slots))
            order = np.argsort(rank[self["article"]] << 32 | self["start"], kind="stable")
            self._told = np.empty(len(order), np.int64)
            self._told[order] = np.arange(len(order))
        return self._told

    def by_time(self) -> Ints:
        """All slots in the order in which events stand on the timeline (`timeline.spans.extents`), equals as `told`."""
        if self._order is None or len(self._order) != len(self):
            order = np.argsort(self.told()) if self._order is None else self._order
            self._order = np.concatenate([order[order < len(self)], np.arange(len(order), len(self))])
            self._order_stale = True
        if self._order_stale:
            at, _ = extents(self["earliest"], self["latest_start"], self["earliest_end"], self["latest"])
            # Stable sorting is quick on what is nearly in order, as it is after an edit.
            order = self._order[np.argsort(at[self._order], kind="stable")]
            self._order = _told_in_order(order, at[order], self.told()[order])
            self._order_stale = False
        return self._order

    def slots_of(self, ids: Sequence[int] | Ints) -> Ints:
        """The slots of events by id; -1 for one that is not there."""
        slots = np.full(len(ids), -1, np.int64)
        found = dict(
            self._db.execute(
                "SELECT id, slot FROM events WHERE id IN (SELECT value FROM json_each(?))",
                [json.dumps([int(id_) for id_ in ids])],
            ).fetchall()
        )
        for place, id_ in enumerate(ids):
            slots[place] = found.get(int(id_), -1)
        return slots

    def put(self, slots: Sequence[int], records: Sequence[tuple[int | float, ...]]) -> None:
        """Set the records of these slots."""
        if not slots:
            return
        places = np.array(slots)
        new = np.array(records, RECORD)
        old_size = len(self)
        bounds_moved = False
        for name, column in self._columns.items():
            column.grow(int(places.max()) + 1)
            if name in _BOUNDS and not np.array_equal(column.values[places], new[name]):
                bounds_moved = True
            if name in ("article", "start") and not np.array_equal(column.values[places], new[name]):
                self._retell()
                self._pairs.clear()
            column.values[places] = new[name]
        self._order_stale |= bounds_moved
        if len(self) != old_size:
            self._retell()
        self._touch(slots)

    def drop(self, slots: Sequence[int]) -> None:
        """Empty these slots, with their links."""
        if not slots:
            return
        places = np.array(slots, np.int64)
        for column in self._columns.values():
            column.values[places] = 0
        self._retell()
        self._pairs.clear()
        for kind in LINK_KINDS:
            self._unlink(kind, places)
        self._touch(slots)

    def link(self, kind: str, changed: Sequence[int], pairs: Sequence[tuple[int, int]]) -> None:
        """Give the ``changed`` slots these (slot, code) pairs and no others."""
        self._unlink(kind, np.array(changed, np.int64))
        slots, codes = self._links[kind]
        if pairs:
            first = slots.size
            slots.grow(first + len(pairs))
            codes.grow(first + len(pairs))
            slots.values[first:] = [slot for slot, _ in pairs]
            codes.values[first:] = [code for _, code in pairs]
        self._pairs.pop(kind, None)
        self._touch(changed)

    def articles_changed(self) -> None:
        """Some of `articles` have been put or dropped."""
        self._retell()
        self._pairs.clear()
        self.version += 1

    def save(self) -> None:
        """Write the blocks that have changed, within the caller's transaction."""
        blocks = self._db.utils().table("event_blocks")
        for block in sorted(self._dirty):
            begin, until = block * BLOCK, min((block + 1) * BLOCK, len(self))
            records = b"".join(column.values[begin:until].tobytes() for column in self._columns.values())
            links = {kind: self._links_of(kind, begin, until) for kind in LINK_KINDS}
            blocks.upsert({"block": block, "records": records, **links}, pk="block")
        self._dirty.clear()

    def _retell(self) -> None:
        self._told = None
        self._order_stale = True

    def _links_of(self, kind: str, begin: int, until: int) -> bytes:
        slots, codes = (part.values for part in self._links[kind])
        own = np.flatnonzero((slots >= begin) & (slots < until) & (codes != 0))
        return slots[own].tobytes() + codes[own].tobytes()

    def _touch(self, slots: Sequence[int]) -> None:
        self._dirty.update(slot // BLOCK for slot in slots)
        self.version += 1

    def _unlink(self, kind: str, places: Ints) -> None:
        slots, codes = self._links[kind]
        if slots.size and len(places):
            hit = slots.values == places[0] if len(places) == 1 else np.isin(slots.values, places)
            codes.values[hit] = 0  # an emptied pair: code 0 names nothing

    def _work_out_pairs(self, kind: str) -> tuple[Ints, Ints]:
        slots = np.zeros(0, np.int64)
        codes = np.zeros(0, np.int64)
        if kind in self._links:
            own_slots, own_codes = (part.values for part in self._links[kind])
            there = own_codes != 0
            slots, codes = own_slots[there], own_codes[there]
        of_articles = [(slot, name) for slot, own in self.articles.links.get(kind, {}).items() for name in own]
        if not of_articles:
            return slots, codes
        names = dict(self._db.execute("SELECT name, code FROM names WHERE kind = ?", [kind]).fetchall())
        article = self["article"]
        order = np.argsort(article, kind="stable")
        sorted_articles = article[order]
        article_slots = np.array([slot for slot, _ in of_articles])
        article_codes = np.array([names[name] for _, name in of_articles])
        first = np.searchsorted(sorted_articles, article_slots, "left")
        count = np.searchsorted(sorted_articles, article_slots, "right") - first
        steps = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        from_articles = order[np.repeat(first, count) + steps]
        keys = np.concatenate(
            [slots.astype(np.int64) << 32 | codes, from_articles << 32 | np.repeat(article_codes, count)]
        )
        if len(slots):
            keys = np.unique(keys)
        return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)


def _told_in_order(order: Ints, at: Ints, told: Ints) -> Ints:
    """Slots that are in order of ``at``, put in order of ``told`` where that is the same."""
    same = at[1:] == at[:-1]
    wrong = same & (told[1:] < told[:-1])
    if not wrong.any():
        return order
    run = np.concatenate([[0], np.cumsum(~same)])
    mixed = np.flatnonzero(np.isin(run, run[1:][wrong]))
    result = order.copy()
    result[mixed] = order[mixed][np.lexsort((told[mixed], run[mixed]))]
    return result
