"""What the library reads by bare SQL, read by sqlite-utils' own means; what goes through sqlite-utils, written bare.

    python tests/benchmarks/library_sql.py [--articles N]

Prints medians of processor time: what is bare must be worth it, what goes through sqlite-utils must cost little.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from library_scale import rows

from dateline.core.change import Value, added, to_columns
from dateline.core.model import Event
from dateline.library import Library
from dateline.library.rows import columns_of, selected

LOAD = "import time, numpy; begin = time.process_time(); import sqlite_utils; print(time.process_time() - begin)"


def median(job: Callable[[], object], times: int = 9) -> float:
    """Milliseconds of processor time."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        job()
        taken.append((time.process_time() - begin) * 1000)
    return statistics.median(taken)


def line(name: str, bare: float, utils: float) -> None:
    print(f"{name:<44} bare {bare:8.2f} ms, sqlite-utils {utils:8.2f} ms ({utils / bare:.2f} times)", flush=True)


def reading(library: Library) -> None:
    """Rows by their ids, and one search."""
    db = library._db
    utils = db.utils()
    ids = json.dumps([row[0] for row in db.execute("SELECT id FROM events ORDER BY id LIMIT 1000")])
    among = "id IN (SELECT value FROM json_each(?))"
    line(
        "1,000 events by their ids",
        median(lambda: db.execute(f"SELECT {selected('events')} FROM events WHERE {among}", [ids]).fetchall()),
        median(lambda: list(utils.table("events").rows_where(among, [ids], select=selected("events")))),
    )
    match = "bridge"
    sql = "SELECT rowid, -bm25(articles_fts, 8.0, 1.0, 4.0) FROM articles_fts WHERE articles_fts MATCH ?"
    line(
        "ranks of the articles with a common word",
        median(lambda: db.execute(sql, [match]).fetchall()),
        median(lambda: list(utils.table("articles").search(match, columns=["slot"], include_rank=True))),
    )
    line(
        "one article by its slot",
        median(lambda: db.execute(f"SELECT {selected('articles')} FROM articles WHERE slot = 7").fetchone(), 99),
        median(lambda: utils.table("articles").get(7), 99),
    )


def writing(articles: int) -> None:
    """Events into a table of their own, and the same articles through `Library.apply`, which does much more."""
    batch = next(iter(rows(articles, 10)))
    columns: Sequence[Value] = ["slot", *columns_of("events")]
    values: list[Sequence[Value]] = [
        [slot, *to_columns(row).values()]
        for slot, row in enumerate((row for row in batch if isinstance(row, Event)), 1)
    ]
    with Library.open(None) as library:
        db = library._db
        db.execute("PRAGMA foreign_keys = OFF")
        marks = ", ".join("?" * len(columns))
        bare = f"INSERT INTO events (slot, {selected('events')}) VALUES ({marks})"

        def emptied(job: Callable[[], object]) -> Callable[[], None]:
            def run() -> None:
                db.execute("DELETE FROM events")
                with db.atomic():
                    job()

            return run

        line(
            f"{len(values):,} events into their table",
            median(emptied(lambda: db.conn.executemany(bare, values)), 5),
            median(emptied(lambda: db.utils().table("events").insert_all([columns, *values])), 5),
        )
    with Library.open(None) as library:
        print(
            f"the same with their articles, as a change: {median(lambda: library.apply(added('New', batch)), 1):.0f} ms"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    articles = parser.parse_args().articles
    loads = [
        float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True).stdout) for _ in range(5)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Small.dateline"
        Library.open(path).close()
        opened = median(lambda: Library.open(path).close(), 5)
    print(f"loading sqlite-utils: {statistics.median(loads) * 1000:.0f} ms, opening a library: {opened:.1f} ms")
    with Library.open(None) as library:
        for batch in rows(articles, 10):
            library.apply(added("New", batch))
        reading(library)
    writing(articles)


if __name__ == "__main__":
    main()
