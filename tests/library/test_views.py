"""Other programs find the library's rows under views, as resources/docs/library-file.md says."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from dateline import paths
from dateline.core.change import added
from dateline.core.model import Article, Certainty, Event, Participant
from dateline.core.moment import DAY, Granularity, moment
from dateline.library import Library, edits
from dateline.library.views import VIEWS

PAGE = (paths.resources() / "docs" / "library-file.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
TEXT = "A crane fell into the harbour on Saturday, Ines Roth said."
SATURDAY = moment(2025, 3, 29)


def told(number: int, **more: object) -> Event:
    values: dict[str, object] = {
        "id": number, "article": 1, "title": "A crane fell", "start": 8, "end": 12, "sentence_end": len(TEXT),
        "earliest": SATURDAY, "latest_start": SATURDAY + DAY, "earliest_end": SATURDAY, "latest": SATURDAY + DAY,
        "granularity": Granularity.DAY, "certainty": Certainty.CLAIMED, "attributed_to": "Ines Roth", "weight": 0.8,
        "participants": (
            Participant(text="Roth", start=43, end=52, role="source", kind="person", name="Ines Roth"),
            Participant(text="the harbour", start=18, end=29, role="place", kind="place"),
        ),
    }  # fmt: skip
    return Event(**(values | more))  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "L.dateline"
    with Library.open(file) as library:
        articles = [
            Article(id=1, text=TEXT, title="Crane", published="2025-03-30", tags=("port", "crane"), site="Tolm News"),
            Article(id=2, text=TEXT, title="Crane again", published="2025-03-31"),
            Article(id=3, text="Binned.", title="Binned", binned=True),
        ]
        events = [told(10), told(11, article=2, weight=0.6), told(12, earliest=moment(-43), latest=moment(-42))]
        library.apply(added("Import", [*articles, *events, told(13, article=3), told(14, binned=True)]))
        library.apply(edits.merge(library.events_by_id([10, 11]), "The crane"))
    return file


def test_the_views_have_iso_dates_and_names(path: Path) -> None:
    db = Database(path)
    assert [row["title"] for row in db.view("articles_view").rows] == ["Crane", "Crane again"]
    (first, *_) = db.view("articles_view").rows
    assert (first["tags"], first["events"]) == ("port, crane", 2)
    event = next(row for row in db.view("events_view").rows if row["id"] == 10)
    assert (event["earliest"], event["latest"]) == ("2025-03-29T00:00", "2025-03-30T00:00")
    assert (event["who"], event["places"], event["quote"]) == ("Ines Roth", "the harbour", TEXT)
    assert {row["id"] for row in db.view("events_view").rows} == {10, 11, 12}
    db.close()


def test_a_merged_group_is_one_row_of_the_timeline(path: Path) -> None:
    db = Database(path)
    rows = {row["title"]: row for row in db.view("timeline_view").rows}
    assert (rows["The crane"]["articles"], rows["The crane"]["article"]) == (2, "Crane")
    assert rows["The crane"]["begin"] == "2025-03-29T00:00"
    assert rows["A crane fell"]["begin"] is None  # before the year 0
    db.close()


@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_of_the_page_run_in_sqlite_utils(path: Path, query: str) -> None:
    words = [sys.executable, "-m", "sqlite_utils", str(path), query]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(done.stdout)


def test_the_search_of_the_page_finds_articles_in_sqlite_utils(path: Path) -> None:
    (line,) = re.findall(r"^    sqlite-utils (search .*)$", PAGE, re.MULTILINE)
    words = [str(path) if word == "copy.db" else word for word in shlex.split(line)]
    done = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", *words], capture_output=True, text=True, timeout=60, check=True
    )
    assert [row["title"] for row in json.loads(done.stdout)] == ["Crane", "Crane again"]


def test_the_page_names_every_view_column_and_table(path: Path) -> None:
    db = Database(path)
    named = set(re.findall(r"`(\w+)`", PAGE))
    for view in VIEWS:
        assert {view, *db.view(view).columns_dict} <= named
    shadows = re.compile(r"_(data|idx|docsize|config|content)$|^sqlite_")
    assert {name for name in db.table_names() if not shadows.search(name)} <= named
    db.close()


def test_a_library_with_a_changed_view_is_only_read(path: Path) -> None:
    db = Database(path)
    db.create_view("events_view", "SELECT 1", replace=True)
    db.close()
    with Library.open(path) as library:
        assert library.read_only
