"""Searching by words: what a reader types made into FTS5 queries that never raise, ranked, with snippets."""

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dateline.library.connection import Connection
from dateline.library.index import Index, Ints, Mask
from dateline.library.writing import SPACELESS

MARK_BEGIN, MARK_END = "\ue000", "\ue001"
"""Around the words found in a snippet: private-use characters, so that markup is the window's affair."""

RANKED = 2000
"""Of words found more often than this only the newest so many are ranked against one another."""

_AROUND = 60  # characters either side of what is found, in scripts without spaces


class Hit(NamedTuple):
    """One article or event found. ``snippet`` has the words found between `MARK_BEGIN` and `MARK_END`.

    ``kind`` is "article" or "event", ``id`` its id, ``article`` the article to open (None for an event added by
    hand). ``rank`` is the higher the better.
    """

    kind: str
    id: int
    article: int | None
    title: str
    snippet: str
    rank: float


class Terms(NamedTuple):
    """A typed query taken apart; every term must be found.

    ``words`` are words or quoted phrases, ``unfinished`` says that the last is still being typed, ``runs`` are the
    pieces in scripts without spaces.
    """

    words: tuple[str, ...]
    runs: tuple[str, ...]
    unfinished: bool

    @staticmethod
    def of(text: str) -> "Terms":
        """Take a query apart: quotes hold a phrase together, all other signs only part words."""
        words: list[str] = []
        runs: list[str] = []
        unfinished = False
        for phrase, piece in re.findall(r'"([^"]*)"|([^\s"]+)', re.sub("[“”„«»]", '"', text)):
            found = re.findall(r"\w+", phrase or piece)
            spaceless = [run for run in found if SPACELESS.search(run)]
            runs += spaceless
            rest = [word for word in found if word not in spaceless]
            if rest:
                words.append(" ".join(rest))
            unfinished = bool(rest) and bool(piece) and len(rest[-1]) >= 3
        return Terms(tuple(words), tuple(runs), unfinished and not text[-1:].isspace())

    def __bool__(self) -> bool:
        return bool(self.words or self.runs)

    def match(self) -> str:
        """The words as an FTS5 query."""
        quoted = " AND ".join(f'"{word}"' for word in self.words)
        return quoted + " *" if self.unfinished else quoted


def matches(db: Connection, text: str) -> tuple[Ints, Ints]:
    """The slots of articles whose title or note, and of events whose title, sentence or note has all the words."""
    terms = Terms.of(text)
    if not terms:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return _slots(db, "articles", terms, "title note"), _slots(db, "events", terms, "title sentence note")


def search(db: Connection, index: Index, text: str, limit: int, offset: int) -> list[Hit]:
    """A page of articles (title, text, note) and events (title, note) that have all the words, best first."""
    terms = Terms.of(text)
    if not terms:
        return []
    count = limit + offset
    articles = _ranked(db, "articles", terms, "title text note", count, ~index.articles.binned)
    events = _ranked(db, "events", terms, "title note", count, index.visible())
    every = [(-rank, "article", -slot) for slot, rank in articles] + [(-rank, "event", -slot) for slot, rank in events]
    best = [(-negative, kind, -slot) for negative, kind, slot in sorted(every)[offset:count]]
    shown = {
        kind: _show(db, terms, [slot for _, each, slot in best if each == kind])
        for kind, _show in (("article", _article_hits), ("event", _event_hits))
    }
    return [Hit(kind, *shown[kind][slot], round(rank, 6)) for rank, kind, slot in best if slot in shown[kind]]


def _slots(db: Connection, table: str, terms: Terms, columns: str) -> Ints:
    found: Ints | None = None
    if terms.words:
        found = _matching(db, f"{table}_fts", f"{{{columns}}} : ({terms.match()})")
    for run in terms.runs:
        if len(run) >= 3:
            part = _matching(db, f"{table}_trigram", f'{{{columns}}} : ("{run}")')
        else:
            part = _scanned(db, table, run, columns)
        found = part if found is None else np.intersect1d(found, part)
    return np.zeros(0, np.int64) if found is None else found


def _matching(db: Connection, table: str, match: str) -> Ints:
    rows = db.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", [match])  # noqa: S608 # our own names
    return np.fromiter((row[0] for row in rows), np.int64)


def _scanned(db: Connection, table: str, run: str, columns: str) -> Ints:
    """One or two letters are too few for trigrams: look through the texts that are in the trigram table."""
    sentence = "(SELECT substr(text, sentence_start + 1, sentence_end - sentence_start) FROM articles a"
    places = {"sentence": sentence + " WHERE a.id = t.article)"}
    anywhere = " OR ".join(f"instr({places.get(name, 't.' + name)}, :run)" for name in columns.split())
    rows = db.execute(
        f"SELECT slot FROM {table} t WHERE slot IN (SELECT id FROM {table}_trigram_docsize) "  # noqa: S608
        f"AND ({anywhere}) ORDER BY slot",
        {"run": run},
    )
    return np.fromiter((row[0] for row in rows), np.int64)


def _ranked(db: Connection, table: str, terms: Terms, columns: str, count: int, shown: Mask) -> list[tuple[int, float]]:
    """Slots with their ranks, at most ``count``, best first."""
    if not terms.runs:
        index, match = f"{table}_fts", terms.match()
    elif not terms.words and len(terms.runs) == 1 and len(terms.runs[0]) >= 3:
        index, match = f"{table}_trigram", f'"{terms.runs[0]}"'
    else:
        slots = _slots(db, table, terms, columns)
        slots = slots[shown[slots]][::-1][:count]
        return [(slot, 1.0) for slot in slots.tolist()]
    match = f"{{{columns}}} : ({match})"
    window = max(RANKED, 2 * count)
    last = db.execute(
        f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",  # noqa: S608
        [match, window],
    ).fetchone()
    rows = db.execute(
        f"SELECT rowid, -bm25({index}, 8.0, 1.0, 4.0) FROM {index} "  # noqa: S608 # our own names
        f"WHERE {index} MATCH ? AND rowid > ?",
        [match, last[0] if last else 0],
    ).fetchall()
    best = sorted((row for row in rows if shown[row[0]]), key=lambda row: (-row[1], -row[0]))
    return best[:count]


def _article_hits(db: Connection, terms: Terms, slots: Sequence[int]) -> dict[int, tuple[int, int | None, str, str]]:
    hits: dict[int, tuple[int, int | None, str, str]] = {}
    for slot in slots:
        id_, title, text, note = db.execute(
            "SELECT id, title, text, note FROM articles WHERE slot = ?", [slot]
        ).fetchone()
        if terms.words:
            found = db.execute(
                "SELECT snippet(articles_fts, -1, ?, ?, '…', 24) FROM articles_fts "
                "WHERE articles_fts MATCH ? AND rowid = ?",
                [MARK_BEGIN, MARK_END, terms.match(), slot],
            ).fetchone()
            snippet = found[0] if found else ""
        else:
            found = ((part, _place_of(terms.runs[0], part)) for part in (text, title, note))
            snippet = next((_cut_around(part, *place) for part, place in found if place is not None), "")
        hits[slot] = (id_, id_, title, " ".join(snippet.split()))
    return hits


def _event_hits(db: Connection, terms: Terms, slots: Sequence[int]) -> dict[int, tuple[int, int | None, str, str]]:
    rows = db.execute(
        "SELECT e.slot, e.id, e.article, e.title, e.note, m.title FROM events e LEFT JOIN merges m ON m.id = e.merge "
        "WHERE e.slot IN (SELECT value FROM json_each(?))",
        [json.dumps(list(slots))],
    )
    hits: dict[int, tuple[int, int | None, str, str]] = {}
    for slot, id_, article, title, note, group in rows.fetchall():
        marked = [_marked(part, terms) for part in (group, title, note) if part]
        told = [part for part in marked if MARK_BEGIN in part] or marked[:1]
        hits[slot] = (id_, article, group or title, " · ".join(told))
    return hits


def _place_of(run: str, text: str) -> tuple[int, int] | None:
    """Where a piece stands in a text, upper and lower case alike, as the trigrams have it."""
    found = re.search(re.escape(run), text, re.IGNORECASE)
    return found.span() if found else None


def _cut_around(text: str, at: int, end: int) -> str:
    begin, until = max(0, at - _AROUND), end + _AROUND
    return (("…" if begin else "") + text[begin:at] + MARK_BEGIN + text[at:end] + MARK_END + text[end:until]) + (
        "…" if until < len(text) else ""
    )


def _marked(text: str, terms: Terms) -> str:
    """The text with the words found marked, by the same folding as the search's own."""
    wanted = {_folded(part) for word in terms.words for part in word.split()}
    last = _folded(terms.words[-1].split()[-1]) if terms.unfinished else None

    def mark(match: re.Match[str]) -> str:
        word = _folded(match.group())
        hit = word in wanted or (last is not None and word.startswith(last))
        return f"{MARK_BEGIN}{match.group()}{MARK_END}" if hit else match.group()

    marked = re.sub(r"\w+", mark, text)
    for run in terms.runs:
        marked = re.sub(re.escape(run), lambda found: MARK_BEGIN + found[0] + MARK_END, marked, flags=re.IGNORECASE)
    return marked


def _folded(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
