"""Questions to a library: its rows, what a filter shows of them, search, and the history."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.core.change import Change
from dateline.core.filter import Filter
from dateline.core.model import (
    Apart,
    Article,
    Bundle,
    Event,
    Import,
    Merge,
    Offer,
    SavedFilter,
    Status,
    TimeExpression,
)
from dateline.core.moment import Moment
from dateline.errors import LibraryError
from dateline.library import lanes
from dateline.library.access import Access
from dateline.library.counting import Facets
from dateline.library.index import STATUSES, Ints
from dateline.timeline.keyevents import Key
from dateline.timeline.spans import Spans

if TYPE_CHECKING:
    from dateline.library.search import Hit

CLOSE = 12
"""Bits in which the similarity hashes of two versions of one article may differ (as the readers have it)."""

SINGLE = ("docx", "html", "markdown", "mhtml", "odt", "pdf", "rtf", "text")
"""Formats of which a file holds one article (as the readers name them)."""

LANES = ("article", "collection", "tag", "person", "place", "certainty")


class HistoryEntry(NamedTuple):
    """A change that was made: its label, when (ISO, civil), how many rows; ``undoes`` is the entry it took back."""

    id: int
    label: str
    when: str
    count: int = 0  # type: ignore[assignment] # a field in place of tuple's method
    undoes: int | None = None


class Heading(NamedTuple):
    """An article in a list, without its text; ``events`` counts those that are neither binned nor rejected."""

    id: int
    title: str
    published: str | None
    published_confidence: str
    site: str
    added: str
    binned: bool
    events: int


class Queries(Access):
    """A library as far as it is read. What another process commits is seen at the next question."""

    def history(self, limit: int = 200) -> list[HistoryEntry]:
        """The changes made, newest first."""
        rows = self._all('SELECT id, label, "when", count, undoes FROM history ORDER BY id DESC LIMIT ?', [limit])
        return [HistoryEntry(*row) for row in rows]

    def standing(self) -> list[int]:
        """The changes that were neither undone nor undo one, newest first; an undo that was undone counts no more."""
        undone: set[int] = set()
        found = []
        for entry in self.history(sys.maxsize):
            if entry.id in undone:
                continue
            if entry.undoes is None:
                found.append(entry.id)
            else:
                undone.add(entry.undoes)
        return found

    def undone_with(self, history_id: int) -> list[Change]:
        """The changes to take back, in this order, so that an entry of the history is undone.

        With the one that keeps an import's report goes all that the import brought in and that still stands.
        """
        change = self.change(history_id)
        reports = [row.after.report for row in change.rows if isinstance(row.after, Import)]
        lines = [json.loads(line) for report in reports for line in report.splitlines() if line.strip()]
        brought = {line.get("entry") for line in lines} - {history_id}
        with_it = [entry for entry in self.standing() if entry in brought] if any(brought) else []
        return [change, *map(self.change, with_it)]

    def change(self, history_id: int) -> Change:
        """A change of the history, to be undone by applying its inverse; LibraryError where there is none."""
        from dateline.library import history  # as below: what only some questions need, a window opens without

        rows = self._all("SELECT label, rows FROM history WHERE id = ?", [history_id])
        if not rows:
            raise LibraryError(f"The history has no entry {history_id}.")
        return history.change_of(*rows[0])

    def articles(self, ids: Sequence[int] | None = None, *, binned: bool = False) -> list[Article]:
        """Articles in the order they were added, those in the bin only with ``binned``; or those of these ids, in
        the order of the ids and wherever they are."""
        if ids is not None:
            return self._by_ids(Article, ids)
        return self._select(Article, "" if binned else "NOT binned", [])

    def versions(self, article: Article) -> list[Article]:
        """The article's other versions, in the order they were added, the bin left out."""
        first = article.version_of or article.id
        return self._select(
            Article, "(id = ? OR version_of = ?) AND id != ? AND NOT binned", [first, first, article.id]
        )

    def headings(self, *, binned: bool = False) -> list[Heading]:
        """The articles in short, for a list of many: newest publication first, the undated last."""
        with self._asked() as query:
            index = query.index
            shown = index.visible() & (index["status"] != STATUSES.index(Status.REJECTED))
            counts = np.bincount(index["article"][shown], minlength=len(index.articles.ids) + 1)
            rows = self._all(
                "SELECT id, title, published, published_confidence, site, added, binned, slot FROM articles "
                "WHERE ? OR NOT binned ORDER BY slot",
                [binned],
            )
        rows.sort(key=lambda row: row[2] or "", reverse=True)
        numbers = counts.tolist()
        return [Heading._make((*row[:6], bool(row[6]), numbers[row[7]])) for row in rows]

    def article(self, id_: int) -> Article | None:
        """One article, None where there is none of this id."""
        return next(iter(self.articles([id_])), None)

    def expressions(self, article: int) -> list[TimeExpression]:
        """The time expressions of an article, in the order of the text."""
        return self._select(TimeExpression, 'article = ? ORDER BY start, "end", slot', [article])

    def expression(self, id_: int) -> TimeExpression | None:
        """One time expression, None where there is none of this id."""
        return next(iter(self._by_ids(TimeExpression, [id_])), None)

    def events(
        self,
        filter: Filter | None = None,  # noqa: A002 # the word of the field
        order: str = "time",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Event]:
        """The events a filter shows, a merged group as its best member (see `spans`).

        ``order``: time (undated last), article (as the text tells them), title, confidence, weight, sources (how many
        articles tell it), certainty, granularity or status; with a minus before it backwards.
        """
        with self._asked() as query:
            slots = query.ordered(filter or Filter(), order)[offset : None if limit is None else offset + limit]
            return self._by_slots(Event, slots)

    def merged(self, filter: Filter) -> list[Event]:  # noqa: A002 # as above
        """The merged groups that a filter shows, each as its best member, by time (the undated last)."""
        with self._asked() as query:
            slots = query.ordered(filter, "time")
            return self._by_slots(Event, slots[query.index["merge"][slots] != 0])

    def events_of(self, article: int, *, all: bool = False) -> list[Event]:  # noqa: A002 # the word of the field
        """An article's own events in the order of the text, each member of a merged group by itself.

        With ``all`` also the rejected and binned ones, as re-analysis needs them.
        """
        where = "article = ?" + ("" if all else " AND NOT binned AND status != 'rejected'")
        return self._select(Event, where + ' ORDER BY start, "end", slot', [article])

    def events_alone(self) -> list[Event]:
        """The events that no article tells, the rejected and binned too."""
        return self._select(Event, "article IS NULL", [])

    def event(self, id_: int) -> Event | None:
        """One event, None where there is none of this id."""
        return next(iter(self.events_by_id([id_])), None)

    def events_by_id(self, ids: Sequence[int]) -> list[Event]:
        """The events of these ids, in their order; ids that are not there are passed over."""
        return self._by_ids(Event, ids)

    def merge(self, id_: int) -> Merge | None:
        """One merge, None where there is none of this id."""
        return next(iter(self._by_ids(Merge, [id_])), None)

    def merges(self) -> list[Merge]:
        """All merges."""
        return self._select(Merge, "", [])

    def merge_members(self, id_: int) -> list[Event]:
        """The events merged under this id, by time."""
        return self._select(Event, "merge = ? ORDER BY earliest, slot", [id_])

    def with_merged(self, events: Sequence[Event]) -> tuple[list[Event], list[Merge]]:
        """Events with all that they are merged with, and their merges."""
        merges = [self.merge(id_) for id_ in dict.fromkeys(event.merge for event in events if event.merge is not None)]
        known = [merge for merge in merges if merge is not None]
        members = {event.id: event for event in events}
        for merge in known:
            members |= {event.id: event for event in self.merge_members(merge.id)}
        return list(members.values()), known

    def tellings(self, first: str, last: str, triggers: Iterable[str]) -> list[tuple[int, str, str]]:
        """The events of these triggers in articles published from one day (ISO) to another: id, trigger, sentence."""
        return self._all(
            "SELECT e.id, e.text, substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) "
            "FROM articles a JOIN events e ON e.article = a.id "
            "WHERE a.published BETWEEN ? AND ? AND NOT a.binned AND NOT e.binned AND e.status <> 'rejected' "
            "AND e.text IN (SELECT value FROM json_each(?)) ORDER BY e.slot",
            [first, last, json.dumps(sorted(triggers))],
        )

    def offers(self, article: int | None = None) -> list[tuple[Event, Offer]]:
        """The events (of an article, or all) of which a new analysis makes something else than the reader has set, in
        the order of the text.

        See `edits.offered`; the reader's choice is `edits.keep_corrections` or `edits.take_offers`. Rejected events
        and the bin are left out.
        """
        newest = {offer.event: offer for offer in self._select(Offer, "", [])}
        away = {row[0] for row in self._all("SELECT id FROM articles WHERE binned", [])}
        asked = [
            (event, newest[event.id])
            for event in self.events_by_id(list(newest))
            if article in (None, event.article)
            and not (event.binned or event.article in away or event.status is Status.REJECTED)
        ]
        return sorted(asked, key=lambda pair: (pair[0].article or 0, pair[0].start))

    def apart(self) -> list[Apart]:
        """The pairs of events of which the reader said that they are not the same."""
        return self._select(Apart, "", [])

    def kept_apart(self) -> set[tuple[int, int]]:
        """The ids of those pairs, the smaller first."""
        return {(pair.one, pair.other) for pair in self.apart()}

    def everything(self) -> Bundle:
        """Every row that travels, the bin and what was rejected among them."""
        return Bundle(
            tuple(self._select(Article, "", [])),
            tuple(self._select(TimeExpression, "", [])),
            tuple(self._select(Event, "", [])),
            tuple(self.merges()),
            tuple(self.apart()),
        )

    def known_files(self) -> dict[str, tuple[str, str]]:
        """The files that hold one article, which is here: the SHA-256 of their bytes with their name and its title."""
        rows = self._all(
            "SELECT sha256, file, title FROM articles WHERE sha256 != '' AND format IN (SELECT value FROM json_each(?))"
            " GROUP BY sha256 HAVING count(*) = 1",
            [json.dumps(SINGLE)],
        )
        return {sha256: (PurePath(file).name, title) for sha256, file, title in rows}

    def known_texts(self) -> dict[str, str]:
        """The digests of the articles' texts with the articles' titles."""
        return dict(self._all("SELECT digest, title FROM articles WHERE digest != ''", []))

    def saved_filters(self) -> list[SavedFilter]:
        """The saved filters, by name."""
        return self._select(SavedFilter, "1 ORDER BY name COLLATE NOCASE", [])

    def imports(self) -> list[Import]:
        """The imports, newest first."""
        return self._select(Import, '1 ORDER BY "when" DESC, slot DESC', [])

    def bin(self) -> tuple[list[Article], list[Event]]:
        """What is in the bin: articles, and events that were binned by themselves."""
        return self._select(Article, "binned", []), self._select(Event, "binned", [])

    def find_digest(self, digest: str) -> Article | None:
        """The article with this digest, one that is not in the bin if there is one; None without."""
        where = "digest = ? AND digest != '' ORDER BY binned, slot LIMIT 1"
        return next(iter(self._select(Article, where, [digest])), None)

    def find_similar(self, fingerprint: int, distance: int = CLOSE) -> Article | None:
        """The article whose similarity hash is nearest, differing in at most ``distance`` bits; the bin left out."""
        articles = self._fresh().index.articles
        own = np.array([fingerprint & (2**64 - 1)], np.uint64)
        apart = np.bitwise_count(articles.fingerprints.view(np.uint64) ^ own)
        apart[(articles.ids == 0) | articles.binned | (articles.fingerprints == 0)] = 255
        nearest = int(np.argmin(apart))
        if not fingerprint or apart[nearest] > distance:
            return None
        return self.article(int(articles.ids[nearest]))

    def spans(self, filter: Filter | None = None) -> Spans:  # noqa: A002 # the word of the field
        """The dated events a filter shows, as the timeline's arrays in one lane, not to be written into.

        A merged group is one span, that of its best member among those shown: dated before undated, the reader's
        before ours, finer before coarser, surer before less sure.
        """
        with self._asked() as query:
            return query.spans(filter or Filter())

    def leaders(self, ids: Sequence[int], filter: Filter | None = None) -> list[int]:  # noqa: A002 # as above
        """For each event the member that stands for its merged group under a filter, as in `spans`; else itself."""
        if not ids:
            return []
        with self._asked() as query:
            return query.leaders(ids, filter or Filter())

    def told_by(self, ids: Sequence[int], as_of: Moment | None = None) -> list[int]:
        """How many articles tell each event, its merged group among them; ``as_of``: published by that day's end."""
        with self._asked() as query:
            slots = query.index.slots_of(ids)
            counts: list[int] = np.where(slots >= 0, query.told(as_of)[slots], 0).tolist()
            return counts

    def titles(self, ids: Sequence[int] | Ints) -> dict[int, str]:
        """The titles of events by id; a merged event has its merge's title."""
        rows = self._all(
            "SELECT e.id, coalesce(m.title, e.title) FROM events e LEFT JOIN merges m ON m.id = e.merge "
            "WHERE e.id IN (SELECT value FROM json_each(?))",
            [json.dumps([int(id_) for id_ in ids])],
        )
        return dict(rows)

    def lane_codes(self, ids: Sequence[int] | Ints, by: str) -> tuple[npt.NDArray[np.int32], list[str]]:
        """For each event a place in the list of names returned with them, whose first is "" (none).

        ``by`` is one of `LANES`; of several tags, people, places or collections the first counts.
        """
        if by not in LANES:
            raise ValueError(f"there are no lanes by {by!r}")
        with self._asked() as query:
            return lanes.lane_codes(query.index, query.db, query.index.slots_of(ids), by)

    def count(self, filter: Filter | None = None) -> tuple[int, int]:  # noqa: A002 # the word of the field
        """How many events the filter shows, and how many of all (rejected and binned ones aside)."""
        with self._asked() as query:
            return query.count(filter or Filter()), query.count(Filter())

    def facets(self, filter: Filter | None = None, limit: int = 200) -> Facets:  # noqa: A002 # the word of the field
        """The counts beside each part of the filter; of articles and names the ``limit`` most frequent."""
        with self._asked() as query:
            return query.facets(filter or Filter(), limit)

    def article_counts(self, filter: Filter) -> dict[int, int]:  # noqa: A002 # the word of the field
        """How many events of each article the filter shows, whichever articles it names; of those that have any."""
        with self._asked() as query:
            return query.article_counts(filter)

    def names(self, part: str, beginning: str = "", limit: int = 50) -> list[str]:
        """Names known for a part of the filter (tags, people, places, collections), for completing what is typed."""
        with self._asked() as query:
            return lanes.known_names(query.db, part, beginning, limit)

    def key_events(self, filter: Filter | None = None, most: int = 25) -> list[tuple[int, Key]]:  # noqa: A002 # as above
        """The key events of what a filter shows, the most important first: each one's id and what made it one."""
        with self._asked() as query:
            found = query.key_events(filter or Filter(), most)
            ids = query.index["id"]
            return [(int(ids[key.row]), key) for key in found]

    def search(self, text: str, limit: int = 50, offset: int = 0) -> "list[Hit]":
        """A page of the articles and events found, best first; no query raises."""
        from dateline.library import search

        with self._asked() as query:
            return search.search(self._db, query.index, text, limit, offset)
