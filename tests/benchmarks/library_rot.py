"""Rot in a library: single bits flipped in its file, values changed in its rows. Is each noticed, and a backup named?

    python tests/benchmarks/library_rot.py [--flips N] [--values N] [--articles N] [--seed N]

Each is done to a closed library by itself, which is then looked through as `dateline library check` does. The named
backup must be sound and hold the value.
"""

import argparse
import json
import random
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from dateline.core.change import added
from dateline.core.digest import digest
from dateline.core.model import TABLES, Apart, Article, Event, Import, Merge, Offer, Row, SavedFilter, TimeExpression
from dateline.library import Library, backups, edits

_WORDS = ("weir", "barn", "ferry", "mill", "bridge", "harbour", "strike", "mayor", "court", "river", "flood", "quarry")


def made(path: Path, articles: int, chance: random.Random) -> None:
    """A library with rows in every table, edited, backed up and closed."""
    rows: list[Row] = []
    for number in range(1, articles + 1):
        text = " ".join(chance.choice(_WORDS) for _ in range(300))
        base = number * 1000
        rows.append(Article(id=base, text=text, title=f"Report {number}", published="2025-03-30", digest=digest(text)))
        spans = [(at, at + 4) for at in range(0, 200, 25)]
        rows += [
            TimeExpression(
                id=base + n,
                article=base,
                start=a,
                end=b,
                text=text[a:b],
                type="DATE",
                value="2025-03-30",
                begin=9,
                until=19,
            )
            for n, (a, b) in enumerate(spans, 1)
        ]
        rows += [
            Event(
                id=base + 100 + n, article=base, title=f"Event {n} of {number}", start=a, end=b, earliest=9, latest=19
            )
            for n, (a, b) in enumerate(spans, 1)
        ]
    rows += [
        Merge(id=1, title="Merged"),
        SavedFilter(id=2, name="Mine", query="{}"),
        Import(id=3, label="Import", when="2025-04-01"),
        Offer(id=4, event=1101, fields='{"title": "Other"}'),
        Apart(id=5, one=1101, other=2101),
    ]  # fmt: skip
    with Library.open(path) as library:
        library.apply(added("Import", rows))
        for event in library.events()[:10]:
            library.apply(edits.note(event, "looked up"))


def flipped(path: Path, chance: random.Random) -> str:
    """Flip one bit of the file; returns where."""
    content = bytearray(path.read_bytes())
    at, bit = chance.randrange(len(content)), chance.randrange(8)
    content[at] ^= 1 << bit
    path.write_bytes(content)
    return f"bit {bit} of byte {at}"


def changed(path: Path, chance: random.Random) -> str:
    """Change one value of one row behind Dateline's back; returns which."""
    table = chance.choices(["articles", "expressions", "events", "history", *TABLES], k=1)[0]
    key = "id" if table == "history" else "slot"
    with closing(sqlite3.connect(path)) as connection:
        names = [
            row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in ("id", "slot", "seal")
        ]
        name = chance.choice(names)
        (at,) = chance.choice(connection.execute(f"SELECT {key} FROM {table}").fetchall())
        (old,) = connection.execute(f'SELECT "{name}" FROM {table} WHERE {key} = ?', [at]).fetchone()
        new = (
            old + 1
            if isinstance(old, int | float)
            else (old or b"") + b"x"
            if isinstance(old, bytes)
            else f"{old or ''}x"
        )
        if old is None and table in ("articles", "events", "expressions"):
            new = 7
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f'UPDATE {table} SET "{name}" = ? WHERE {key} = ?', [new, at])
        connection.commit()
    return f"{table}.{name} of row {at}"


def tried(path: Path, times: int, chance: random.Random, harm: object) -> tuple[int, int, list[str]]:
    """How often it was noticed, how often a sound backup was named, and what was missed."""
    whole, noticed, named, missed = path.read_bytes(), 0, 0, []
    for _ in range(times):
        where = harm(path, chance)  # type: ignore[operator]
        problem = backups.verify(path)
        backup = backups.with_sound_rows(path) if problem else None
        noticed += problem is not None
        named += backup is not None and backups.verify(backup) is None
        if problem is None:
            missed.append(where)
        for part in ("-wal", "-shm"):
            path.with_name(path.name + part).unlink(missing_ok=True)
        path.write_bytes(whole)
    return noticed, named, missed


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--flips", type=int, default=100)
    parser.add_argument("--values", type=int, default=100)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "L.dateline"
        made(path, arguments.articles, chance)
        assert backups.verify(path) is None
        result = {}
        for kind, times, harm in (("flips", arguments.flips, flipped), ("values", arguments.values, changed)):
            noticed, named, missed = tried(path, times, chance, harm)
            result[kind] = {"tried": times, "noticed": noticed, "named": named, "missed": missed[:10]}
        assert backups.verify(path) is None
    print(json.dumps(result))
    return int(any(r["noticed"] < 0.99 * r["tried"] or r["named"] < r["noticed"] for r in result.values()))


if __name__ == "__main__":
    sys.exit(main())
