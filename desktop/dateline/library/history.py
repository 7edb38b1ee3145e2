"""The history: every change packed as it was made, so that it can be undone."""

import json
import zlib
from datetime import datetime
from hashlib import blake2b

from dateline.core.change import Change, RowChange, Value, from_columns, to_columns
from dateline.core.model import TABLES, Event, Row
from dateline.library.connection import Connection
from dateline.library.seals import seal_of


class Encoded:
    """Each row's columns, worked out once: the table and the history both want them."""

    def __init__(self) -> None:
        self._columns: dict[int, dict[str, Value]] = {}

    def columns(self, row: Row) -> dict[str, Value]:
        """The row as flat columns; the row must outlive this."""
        known = self._columns.get(id(row))
        if known is None:
            known = self._columns[id(row)] = to_columns(row)
        return known


def remember(db: Connection, change: Change, encoded: Encoded) -> int:
    """Write a change down; returns its number in the history. The entry that it takes back, if any, is named."""
    rows: list[str] = []
    forth = back = 0
    for row in change.rows:
        old = None if row.before is None else encoded.columns(row.before)
        new = None if row.after is None else encoded.columns(row.after)
        before, after = _json(old), _json(new)
        forth ^= _digest(row, before, after)
        back ^= _digest(row, after, before)
        if old is not None and new is not None:  # of the row after only what differs
            after = _json({name: value for name, value in new.items() if old[name] != value})
        rows.append(f'["{row.table}",{row.id},{before},{after}]')
    blob = zlib.compress(f"[{','.join(rows)}]".encode(), 6)
    undone = db.execute("SELECT id FROM history WHERE digest = ? ORDER BY id DESC LIMIT 1", [back]).fetchone()
    number = db.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'history'").fetchone()[0] + 1
    entry: dict[str, Value | bytes] = {
        "id": number,
        "when": datetime.now().isoformat(timespec="seconds"),  # noqa: DTZ005 # civil time, as everything here
        "label": change.label,
        "count": len(rows),
        "digest": forth,
        "undoes": undone[0] if undone else None,
        "rows": blob,
    }
    db.utils().table("history").insert({**entry, "seal": seal_of(entry)})
    return int(number)


def _json(columns: dict[str, Value] | None) -> str:
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _digest(row: RowChange, before: str, after: str) -> int:
    """A signed number; those of a change's rows, put together by xor, tell the change whatever the rows' order."""
    words = f"{row.table}\0{row.id}\0{before}\0{after}".encode()
    return int.from_bytes(blake2b(words, digest_size=8).digest(), signed=True)


def change_of(label: str, blob: bytes) -> Change:
    """The change that `remember` packed."""
    rows = []
    for table, id_, before, after in json.loads(zlib.decompress(blob)):
        if before is not None and after is not None:
            after = before | after
        old, new = (None if part is None else from_columns(TABLES[table], part) for part in (before, after))
        rows.append(RowChange(table, id_, old, new))
    return Change(label, tuple(rows))


def as_found(db: Connection, event: Event) -> Event | None:
    """The event before the reader first set anything of it; None where the history does not tell."""
    told = f'["events",{event.id},'.encode()
    for (blob,) in db.execute("SELECT rows FROM history ORDER BY id DESC"):
        rows = zlib.decompress(blob)
        if told not in rows:
            continue
        for table, id_, before, _after in json.loads(rows):
            if (table, id_) == ("events", event.id) and before is not None:
                found = from_columns(Event, before)
                if not found.corrected:
                    return found
    return None
