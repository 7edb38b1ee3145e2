"""The tables of a library file, made and brought up to date by migrations that are only ever appended.

A row lives under a small ``slot`` (the rowid), so that indexes of postings stay small and rows lie in the order they
came; its ``id`` is the model's random one. ``names``, ``event_blocks`` and the search tables are derived: they can be
made again from the others (`writing.remake`, run with the last migration where one of them asks for it), and `writing`
keeps them in step in the same transaction.

Statements stand bare where sqlite-utils has no means: foreign keys that are looked at when a transaction ends, the
search tables of the events, whose words come from three tables, and of the scripts that write no spaces.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from dateline.core.model import TABLES
from dateline.library import seals

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x44744C6E
"""``DtLn``: what `PRAGMA application_id` says of a library."""


class Migration(NamedTuple):
    """One step from a version to the next; ``remakes`` where the derived tables then have to be made again."""

    run: Callable[["Database"], None]
    remakes: bool = False


def _tables(db: "Database") -> None:
    _run(
        db,
        """
        CREATE TABLE articles (
            slot INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, title TEXT NOT NULL, published TEXT,
            published_confidence TEXT NOT NULL, evidence TEXT NOT NULL, candidates TEXT NOT NULL, authors TEXT NOT NULL,
            site TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL, file TEXT NOT NULL,
            digest TEXT NOT NULL, fingerprint INTEGER NOT NULL, version_of INTEGER, added TEXT NOT NULL,
            collections TEXT NOT NULL, tags TEXT NOT NULL, note TEXT NOT NULL, binned INTEGER NOT NULL,
            text TEXT NOT NULL)
        """,
        "CREATE INDEX articles_digest ON articles (digest)",
        "CREATE INDEX articles_in_short ON articles (id, binned, collections, tags, fingerprint)",
        """
        CREATE TABLE expressions (
            slot INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE,
            article INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
            mod TEXT, quant TEXT, freq TEXT, "begin" INTEGER, until INTEGER, granularity TEXT NOT NULL,
            anchor TEXT NOT NULL, relation TEXT NOT NULL, "offset" TEXT, rule TEXT NOT NULL, why TEXT NOT NULL)
        """,
        "CREATE INDEX expressions_article ON expressions (article, start)",
        "CREATE TABLE merges (slot INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, title TEXT NOT NULL)",
        """
        CREATE TABLE events (
            slot INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE,
            article INTEGER REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
            title TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
            sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
            earliest INTEGER, latest_start INTEGER, earliest_end INTEGER, latest INTEGER, granularity TEXT NOT NULL,
            relation TEXT NOT NULL, certainty TEXT NOT NULL, attributed_to TEXT NOT NULL, participants TEXT NOT NULL,
            expression INTEGER, via_start INTEGER, via_end INTEGER, words TEXT NOT NULL, why TEXT NOT NULL,
            confidence REAL NOT NULL, status TEXT NOT NULL, corrected TEXT NOT NULL, tags TEXT NOT NULL,
            note TEXT NOT NULL, merge INTEGER REFERENCES merges (id) DEFERRABLE INITIALLY DEFERRED,
            binned INTEGER NOT NULL)
        """,
        "CREATE INDEX events_article ON events (article, start)",
        "CREATE INDEX events_merge ON events (merge) WHERE merge IS NOT NULL",
        "CREATE INDEX events_binned ON events (binned) WHERE binned",
        """
        CREATE TABLE saved_filters (
            slot INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, query TEXT NOT NULL)
        """,
        """
        CREATE TABLE imports (
            slot INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, label TEXT NOT NULL, "when" TEXT NOT NULL,
            report TEXT NOT NULL)
        """,
        'CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, "when" TEXT NOT NULL, label TEXT NOT NULL,'
        " count INTEGER NOT NULL, digest INTEGER NOT NULL, undoes INTEGER, rows BLOB NOT NULL)",
        "CREATE INDEX history_digest ON history (digest)",
        # Contentless or with their content elsewhere: `writing` hands them the words, no trigger does, because a
        # later table rebuild by sqlite-utils' transform() would drop triggers without a word.
        """
        CREATE VIRTUAL TABLE articles_fts USING fts5 (
            title, text, note, content='articles', content_rowid='slot', tokenize='unicode61 remove_diacritics 2')
        """,
        """
        CREATE VIRTUAL TABLE events_fts USING fts5 (
            title, sentence, note, content='', tokenize='unicode61 remove_diacritics 2')
        """,
    )


def _index_tables(db: "Database") -> None:
    _run(
        db,
        "CREATE TABLE names (code INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (kind, name))",
        "CREATE TABLE event_blocks (block INTEGER PRIMARY KEY, records BLOB NOT NULL, tag BLOB NOT NULL,"
        " person BLOB NOT NULL, place BLOB NOT NULL)",
        # Chinese, Japanese, Thai and other scripts write no spaces; only texts that use them are in these two.
        """
        CREATE VIRTUAL TABLE articles_trigram USING fts5 (
            title, text, note, content='articles', content_rowid='slot', tokenize='trigram')
        """,
        "CREATE VIRTUAL TABLE events_trigram USING fts5 (title, sentence, note, content='', tokenize='trigram')",
    )


def _main_events(db: "Database") -> None:
    _run(db, "ALTER TABLE events ADD COLUMN main INTEGER NOT NULL DEFAULT 1")


def _offers(db: "Database") -> None:
    _run(
        db,
        "CREATE TABLE offers (slot INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, event INTEGER NOT NULL,"
        " fields TEXT NOT NULL)",
        "CREATE INDEX offers_event ON offers (event)",
    )


def _weights(db: "Database") -> None:
    _run(
        db,
        "ALTER TABLE events ADD COLUMN weight REAL NOT NULL DEFAULT 1.0",
        "ALTER TABLE events ADD COLUMN carried TEXT NOT NULL DEFAULT ''",
        "UPDATE events SET weight = CASE WHEN status = 'added' THEN 1.0 WHEN main THEN 0.7 ELSE 0.2 END,"
        """ corrected = replace(corrected, '"main"', '"weight"')""",
        "ALTER TABLE events DROP COLUMN main",
    )


def _apart_and_files(db: "Database") -> None:
    table = db.table("apart")
    table.create({"slot": int, "id": int, "one": int, "other": int}, pk="slot", not_null={"id", "one", "other"})
    table.create_index(["id"], unique=True)
    table.create_index(["one", "other"])
    articles = db.table("articles")
    articles.add_column("sha256", str, not_null_default="")
    articles.create_index(["sha256"])


def _seals(db: "Database") -> None:
    for table in (*TABLES, "history"):
        db.table(table).add_column("seal", int)
    seals.seal_all(db.conn)
    about = db.table("about")
    about.create({"key": str, "value": str}, pk="key", not_null={"value"})
    about.insert({"key": "id", "value": os.urandom(8).hex()})


def _views(_db: "Database") -> None:
    """Only the views, which are made after the last migration."""


def _omitted(db: "Database") -> None:
    db.table("articles").add_column("omitted", int, not_null_default=0)
    seals.seal_all(db.conn, "articles")


def _copies(db: "Database") -> None:
    db.table("merges").add_column("copies", int, not_null_default=0)
    seals.seal_all(db.conn, "merges")
    db.table("articles").create_index(["published", "id", "binned"], "articles_published")


def _search_as_others_know_it(db: "Database") -> None:
    """The articles' search as sqlite-utils makes it, which it and Datasette then find by themselves."""
    db.table("articles_fts").drop()
    db.table("articles").enable_fts(["title", "text", "note"], tokenize="unicode61 remove_diacritics 2")


def _run(db: "Database", *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(_tables),
    Migration(_index_tables, remakes=True),
    Migration(_main_events, remakes=True),
    Migration(_offers),
    Migration(_weights, remakes=True),
    Migration(_apart_and_files),
    Migration(_seals),
    Migration(_views),
    Migration(_omitted),
    Migration(_copies),
    Migration(_search_as_others_know_it),
)
"""Number n brings a file from version n to n + 1. Released ones are never edited."""

VERSION = len(MIGRATIONS)
"""The version this Dateline writes (`PRAGMA user_version`)."""
