"""Applying a change: the rows, the history, and everything derived from them, within the caller's transaction."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import cast

from dateline.core.change import Change, RowChange, Value
from dateline.core.model import TABLES, Article, Event, Row
from dateline.errors import LibraryError
from dateline.library.connection import Connection
from dateline.library.history import Encoded, remember
from dateline.library.index import (
    COLLECTION,
    LINK_KINDS,
    PERSON,
    TAG,
    Index,
    people_of,
    places_of,
    record_of,
)
from dateline.library.rows import columns_of, read_row, selected
from dateline.library.seals import seal_of

SPACELESS = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u303f\u3040-\u30ff\u3100-\u31ff\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""A letter of a script that is searched by trigrams: Chinese, Japanese, Korean, Thai, Lao, Tibetan, Burmese, Khmer."""

_AMONG = "id IN (SELECT value FROM json_each(?))"


def write(db: Connection, index: Index, change: Change) -> int:
    """Write a change and its history; returns the history's id.

    Raises:
        LibraryError: when a row is not as the change has it before; the caller rolls back.
    """
    rows = _merged(change.rows)
    encoded = Encoded()
    work = _Work(db, index, rows, encoded)
    work.check()
    work.unindex()
    work.store()
    work.index_again()
    return remember(db, change, encoded)


def remake(db: Connection) -> None:
    """Make every derived table again from the rows (after a migration, or to mend an index)."""
    for table in ("articles_fts", "events_fts", "articles_trigram", "events_trigram"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608 # names of our own tables
    for table in ("event_blocks", "names"):
        db.utils().table(table).delete_where()
    index = Index(db)
    for table, chunk in _chunks(db):
        work = _Work(db, index, [RowChange(table, row.id, None, row) for _, row in chunk], Encoded())
        work.slots[table] = {row.id: slot for slot, row in chunk}
        work.index_again()


def check_search(db: Connection) -> list[str]:
    """What is wrong with the search tables: FTS5's own check, and against the articles' texts."""
    problems = []
    for table, rank in (("articles_fts", 1), ("articles_trigram", 0), ("events_fts", 0), ("events_trigram", 0)):
        try:
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', ?)", [rank])  # noqa: S608
        except sqlite3.DatabaseError as error:
            problems.append(f"The search index {table} does not fit its texts ({error}).")
    return problems


class _Work:
    """One change on its way into the file."""

    def __init__(self, db: Connection, index: Index, rows: list[RowChange], encoded: Encoded) -> None:
        self.db = db
        self.index = index
        self.rows = rows
        self.by_table: dict[str, list[RowChange]] = defaultdict(list)
        for row in rows:
            self.by_table[row.table].append(row)
        self.slots: dict[str, dict[int, int]] = {name: {} for name in TABLES}
        self.texts: dict[int, str] = {}
        self.merge_titles: dict[int, str] = {}
        self.encoded = encoded
        self.waiting: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
        self.retold: list[Event] = []  # events whose article's text or merge's title changes though they do not

    def check(self) -> None:
        """Every row must be stored as the change has it before."""
        for table, changes in self.by_table.items():
            if table not in TABLES:
                raise LibraryError(f"This change is for a table “{table}” that a library does not have.")
            wanted = {change.id: change for change in changes}
            found = self._find(table, list(wanted))
            for id_, change in wanted.items():
                slot, now = found.get(id_, (0, None))
                if now != change.before:
                    raise LibraryError(_differs(change, now))
                if now is not None:
                    self.slots[table][id_] = slot

    def unindex(self) -> None:
        """Take the words of the rows before out of the search tables, while their texts are still there."""
        for change in self.by_table["articles"]:
            old, new = cast(Article | None, change.before), cast(Article | None, change.after)
            if old is not None and (new is None or _words(old) != _words(new)):
                self._search_article(self.slots["articles"][old.id], old)
            if old is not None and new is not None and old.text != new.text:
                self._retell("article = ?", old.id)
        for change in self.by_table["merges"]:
            if change.before is not None:
                self._retell("merge = ?", change.id)
        for event in [*self._events_before(), *self.retold]:
            self._search_event(self.slots["events"][event.id], event)
        self._search("delete")

    def _retell(self, where: str, id_: int) -> None:
        """Index anew the words of these events, those apart that the change is of itself."""
        known = {row.id for row in self.by_table["events"]} | {event.id for event in self.retold}
        for slot, event in self._rows("events", where, [id_]):
            if isinstance(event, Event) and event.id not in known:
                self.retold.append(event)
                self.slots["events"][event.id] = slot

    def store(self) -> None:
        """Write the rows: removals from children to parents, then the rest from parents to children."""
        for table in reversed(TABLES):
            gone = [change.id for change in self.by_table[table] if change.after is None]
            if gone:
                self.db.utils().table(table).delete_where(_AMONG, [json.dumps(gone)])
        for table in TABLES:
            self._store(table)

    def index_again(self) -> None:
        """Put the rows after into the search tables, the names and the arrays."""
        self.texts.clear()
        self.merge_titles.clear()
        articles = self.by_table["articles"]
        for change in articles:
            old, new = cast(Article | None, change.before), cast(Article | None, change.after)
            if new is not None and (old is None or _words(old) != _words(new)):
                self._search_article(self.slots["articles"][new.id], new)
        if articles:
            after = [cast(Article, change.after) for change in articles if change.after is not None]
            self._codes(COLLECTION, (name for article in after for name in article.collections))
            self._codes(TAG, (name for article in after for name in article.tags))
            for change in articles:
                slot = self.slots["articles"][change.id]
                if change.after is None:
                    self.index.articles.drop(slot, change.id)
                else:
                    self.index.articles.put(slot, cast(Article, change.after))
            self.index.articles_changed()
        for event in [*self._events_after(), *self.retold]:
            self._search_event(self.slots["events"][event.id], event)
        self._search("insert")
        self._index_events()
        self.index.save()

    def _index_events(self) -> None:
        changes = self.by_table["events"]
        if not changes:
            return
        slots = self.slots["events"]
        self.index.drop([slots[change.id] for change in changes if change.after is None])
        after = self._events_after()
        articles = self.index.articles.slots
        self.index.put(
            [slots[event.id] for event in after],
            [record_of(event, articles[event.article] if event.article is not None else 0) for event in after],
        )
        for kind in LINK_KINDS:
            changed = [
                cast(Event, change.after)
                for change in changes
                if change.after is not None
                and _names(kind, cast(Event, change.after))
                != (() if change.before is None else _names(kind, cast(Event, change.before)))
            ]
            if changed:
                codes = self._codes(kind, (name for event in changed for name in _names(kind, event)))
                pairs = [(slots[event.id], codes[name]) for event in changed for name in _names(kind, event)]
                self.index.link(kind, [slots[event.id] for event in changed], pairs)

    def _store(self, table: str) -> None:
        after = [change.after for change in self.by_table[table] if change.after is not None]
        slots = self.slots[table]
        added = [row for row in after if row.id not in slots]
        changed = [row for row in after if row.id in slots]
        if added:
            last = self.db.execute(f"SELECT coalesce(max(slot), 0) FROM {table}").fetchone()[0]  # noqa: S608
            slots.update((row.id, slot) for slot, row in enumerate(added, last + 1))
        columns = ("slot", "seal", *columns_of(table))
        self.db.insert(table, columns, map(self._stored, repeat(table), added))
        self.db.insert(table, columns, map(self._stored, repeat(table), changed), pk="slot")

    def _stored(self, table: str, row: Row) -> tuple[Value, ...]:
        columns = self.encoded.columns(row)
        return self.slots[table][row.id], seal_of(columns), *columns.values()

    def _find(self, table: str, ids: list[int]) -> dict[int, tuple[int, Row]]:
        return {row.id: (slot, row) for slot, row in self._rows(table, _AMONG, [json.dumps(ids)])}

    def _rows(self, table: str, where: str, values: list[object]) -> list[tuple[int, Row]]:
        found = self.db.execute(f"SELECT slot, {selected(table)} FROM {table} WHERE {where}", values)  # noqa: S608
        return [(values[0], read_row(table, values[1:])) for values in found.fetchall()]

    def _events_before(self) -> list[Event]:
        return [change.before for change in self.by_table["events"] if isinstance(change.before, Event)]

    def _events_after(self) -> list[Event]:
        return [change.after for change in self.by_table["events"] if isinstance(change.after, Event)]

    def _search_article(self, slot: int, article: Article) -> None:
        self._wait("articles", slot, _words(article))

    def _search_event(self, slot: int, event: Event) -> None:
        sentence = self._text(event.article)[event.sentence_start : event.sentence_end]
        self._wait("events", slot, (f"{event.title} {self._merge_title(event.merge)}".strip(), sentence, event.note))

    def _wait(self, table: str, slot: int, words: tuple[str, str, str]) -> None:
        self.waiting[f"{table}_fts"].append((slot, *words))
        if SPACELESS.search("".join(words)):
            self.waiting[f"{table}_trigram"].append((slot, *words))

    def _search(self, verb: str) -> None:
        """Put the words that wait into the search tables, or take them out."""
        for table, rows in self.waiting.items():
            columns = ("rowid", "title", "text" if table.startswith("articles") else "sentence", "note")
            if verb == "delete":  # FTS5's command for that: a column with the table's name
                self.db.insert(table, (table, *columns), (("delete", *row) for row in rows))
            else:
                self.db.insert(table, columns, rows)
        self.waiting.clear()

    def _text(self, article: int | None) -> str:
        return self._asked("SELECT text FROM articles WHERE id = ?", article, self.texts)

    def _merge_title(self, merge: int | None) -> str:
        return self._asked("SELECT title FROM merges WHERE id = ?", merge, self.merge_titles)

    def _asked(self, query: str, row: int | None, known: dict[int, str]) -> str:
        """What a query says of a row, asked once; "" where there is none."""
        if row is None:
            return ""
        if row not in known:
            found = self.db.execute(query, [row]).fetchone()
            known[row] = found[0] if found else ""
        return known[row]

    def _codes(self, kind: str, names: Iterable[str]) -> dict[str, int]:
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        self.db.insert("names", ("kind", "name"), ((kind, name) for name in wanted), ignore=True)
        codes: dict[str, int] = {}
        for part in (wanted[at : at + 500] for at in range(0, len(wanted), 500)):
            marks = ", ".join("?" * len(part))  # not as JSON, in which a NUL ends a name
            sql = f"SELECT name, code FROM names WHERE kind = ? AND name IN ({marks})"  # noqa: S608
            codes.update(self.db.execute(sql, [kind, *part]).fetchall())
        return codes


def _words(article: Article) -> tuple[str, str, str]:
    return article.title, article.text, article.note


def _names(kind: str, event: Event) -> tuple[str, ...]:
    if kind == TAG:
        return tuple(dict.fromkeys(event.tags))
    return tuple(people_of(event.participants) if kind == PERSON else places_of(event.participants))


def _merged(rows: Iterable[RowChange]) -> list[RowChange]:
    """Each row once: from before its first change to after its last."""
    merged: dict[tuple[str, int], RowChange] = {}
    for row in rows:
        key = (row.table, row.id)
        first = merged.get(key)
        if first is None:
            merged[key] = row
        elif first.after != row.before:
            raise LibraryError("This change contradicts itself, so nothing of it was written.")
        else:
            merged[key] = RowChange(row.table, row.id, first.before, row.after)
    return [row for row in merged.values() if row.before != row.after]


def _differs(change: RowChange, now: Row | None) -> str:
    title = next((part.title for part in (now, change.before, change.after) if isinstance(part, Article | Event)), "")
    what = {"articles": "The article", "events": "The event"}.get(change.table, "A row")
    name = f"{what} “{title}”" if title else what
    if now is None:
        return f"{name} is no longer in the library, so this change was not made."
    if change.before is None:
        return f"{name} is in the library already, so it was not added."
    return f"{name} has been changed meanwhile, so this change was not made. Look at it again and repeat the change."


def _chunks(db: Connection, size: int = 2000) -> Iterator[tuple[str, list[tuple[int, Row]]]]:
    for table in ("articles", "events"):
        last = 0
        while True:
            found = db.execute(
                f"SELECT slot, {selected(table)} FROM {table} WHERE slot > ? ORDER BY slot LIMIT ?",  # noqa: S608
                [last, size],
            ).fetchall()
            if not found:
                break
            last = found[-1][0]
            yield table, [(values[0], read_row(table, values[1:])) for values in found]
