"""A small library, and what may be changed in its file behind its back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from dateline.core.digest import digest
from dateline.core.model import Article, Event, Row

TEXT = "The weir at Tolm gave way on Friday. Two barns were swept off."
ROWS: list[Row] = [
    Article(id=1, text=TEXT, title="Weir gives way", digest=digest(TEXT)),
    Event(id=2, article=1, title="Weir gave way", start=17, end=21, sentence_end=36, weight=1, confidence=1),
]


def meddled(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


CHANGES = [
    ("UPDATE articles SET text = replace(text, 'Friday', 'Monday')", "The article “Weir gives way”"),
    ("UPDATE events SET earliest = 7", "The event “Weir gave way”"),
    ("UPDATE events SET title = 'Weir held'", "The event “Weir held”"),
    ("UPDATE history SET label = 'x'", "The change “x”"),
]
