"""Make the library file of one schema version, once, when it is released; the older files are never made again.

python tests/library/make_schemas.py VERSION
"""

import gzip
import json
import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from dateline.core.change import added, to_columns
from dateline.core.model import (
    Apart,
    Article,
    Event,
    Import,
    Merge,
    Offer,
    Participant,
    Row,
    SavedFilter,
    TimeExpression,
)
from dateline.library import schema
from dateline.library.connection import Connection
from dateline.library.history import Encoded, remember
from dateline.library.migrating import migrate
from dateline.library.seals import seal_all
from dateline.library.writing import remake

FOLDER = Path(__file__).parent / "schemas"

ROWS: dict[str, list[Row]] = {
    "articles": [
        Article(
            id=1, text="Two boats sank off Karvel on Monday.", title="Boats sink", published="2025-03-31", tags=("sea",)
        ),
        Article(id=2, text="昨天洪水来了。", title="洪水", collections=("Water",)),
    ],
    "expressions": [
        TimeExpression(id=3, article=1, start=26, end=35, text="on Monday", type="DATE", value="2025-03-31")
    ],
    "merges": [Merge(id=4, title="Sinkings")],
    "events": [
        Event(
            id=5, article=1, title="Two boats sank", start=10, end=14, text="sank", sentence_end=36,
            earliest=1, latest=9,
            participants=(Participant(text="Karvel", start=19, end=25, role="place", kind="place"),), note="see log",
            weight=0.7,
        ),
        Event(id=6, article=None, title="Harbour built", merge=4, tags=("old",), weight=0.7),
        Event(id=7, article=2, title="洪水来了", merge=4, sentence_end=7, weight=0.7),
    ],
    "saved_filters": [SavedFilter(id=8, name="Mine", query="{}")],
    "imports": [Import(id=9, label="Two files", when="2025-04-01T10:00:00")],
    "offers": [Offer(id=10, event=5, fields='{"earliest": 2, "latest": 8}')],
    "apart": [Apart(id=11, one=5, other=6)],
}  # fmt: skip
"""What every one of the files holds, as far as its version has columns for it."""


def make(version: int) -> None:
    """Write the file of a version, packed."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "x.dateline"
        db = Connection(sqlite3.connect(file))
        migrate(db, until=version)
        for table, rows in ROWS.items():
            known = set(db.utils().table(table).columns_dict)
            for slot, row in enumerate(rows, 1):
                columns = {name: value for name, value in to_columns(row).items() if name in known}
                db.utils().table(table).insert({"slot": slot, **columns})
        with db.atomic():
            remember(db, added("Imported", [row for rows in ROWS.values() for row in rows]), Encoded())
        if version == schema.VERSION:  # what is derived is kept as this version keeps it
            with db.atomic():
                remake(db)
                seal_all(db.conn)
        db.execute("VACUUM")
        db.close()
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"v{version}.dateline.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))
        print(json.dumps({"version": version, "bytes": file.stat().st_size}))


if __name__ == "__main__":
    make(int(sys.argv[1]))
