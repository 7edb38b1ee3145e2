"""Rows to columns and back, and changes that undo themselves: for any value that the model can hold."""

import json
import sqlite3
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.core.change import Change, RowChange, added, edited, from_columns, joined, removed, to_columns
from dateline.core.model import (
    TABLES,
    Article,
    Certainty,
    Confidence,
    DateCandidate,
    Event,
    Import,
    Merge,
    Participant,
    Relation,
    Row,
    SavedFilter,
    Status,
    TimeExpression,
)
from dateline.core.moment import Granularity, moment

moments = st.integers(moment(-9999), moment(99_999))
ids = st.integers(0, 2**53 - 1)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
words = st.lists(texts, max_size=3).map(tuple)
candidates = st.builds(
    DateCandidate,
    value=texts,
    source=texts,
    where=texts,
    words=texts,
    confidence=st.sampled_from(Confidence),
    kind=st.sampled_from(["published", "updated"]),
)
participants = st.builds(
    Participant, text=texts, start=st.integers(0, 9), end=st.integers(0, 9), role=texts, kind=texts, name=texts
)
articles = st.builds(
    Article,
    id=ids,
    text=texts,
    title=texts,
    published=st.none() | st.sampled_from(["2025", "2025-03", "2025-03-30"]),
    published_confidence=st.sampled_from(Confidence),
    candidates=st.lists(candidates, max_size=2).map(tuple),
    authors=words,
    fingerprint=st.integers(0, 2**63 - 1),
    version_of=st.none() | ids,
    collections=words,
    tags=words,
    binned=st.booleans(),
)
expressions = st.builds(
    TimeExpression,
    id=ids,
    article=ids,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    text=texts,
    type=st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    value=texts,
    mod=st.none() | texts,
    begin=st.none() | moments,
    until=st.none() | moments,
    granularity=st.sampled_from(Granularity),
    anchor=st.sampled_from(["publication", "previous", "absolute", "none"]),
    offset=st.none() | texts,
)
events = st.builds(
    Event,
    id=ids,
    article=st.none() | ids,
    title=texts,
    earliest=st.none() | moments,
    latest_start=st.none() | moments,
    earliest_end=st.none() | moments,
    latest=st.none() | moments,
    granularity=st.sampled_from(Granularity),
    relation=st.sampled_from(Relation),
    certainty=st.sampled_from(Certainty),
    participants=st.lists(participants, max_size=2).map(tuple),
    via_start=st.none() | st.integers(0, 99),
    confidence=st.floats(0, 1),
    status=st.sampled_from(Status),
    corrected=words,
    merge=st.none() | ids,
    binned=st.booleans(),
)
rows = (
    articles
    | expressions
    | events
    | st.builds(Merge, id=ids, title=texts)
    | st.builds(SavedFilter, id=ids, name=texts, query=texts)
    | st.builds(Import, id=ids, label=texts, when=texts, report=texts)
)


@given(rows)
def test_a_row_survives_its_columns(row: Row) -> None:
    columns = to_columns(row)
    assert set(columns) == {field.name for field in fields(row)}
    assert all(value is None or type(value) in (str, int, float) for value in columns.values())
    back: Any = from_columns(type(row), columns)
    assert back == row
    assert [type(getattr(back, f.name)) for f in fields(row)] == [type(getattr(row, f.name)) for f in fields(row)]


@given(rows)
def test_the_columns_survive_a_database_and_json(row: Row) -> None:
    columns = to_columns(row)
    assert from_columns(type(row), json.loads(json.dumps(columns))) == row
    base = sqlite3.connect(":memory:")
    names = list(columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    base.execute(f"CREATE TABLE t ({quoted})")
    base.execute(f"INSERT INTO t VALUES ({', '.join('?' for _ in names)})", list(columns.values()))
    stored = dict(zip(names, base.execute("SELECT * FROM t").fetchone(), strict=True))
    base.close()
    assert from_columns(type(row), stored) == row


def test_columns_of_a_later_version_are_passed_over() -> None:
    columns = {**to_columns(Merge(id=1, title="Flood")), "colour": "blue"}
    assert from_columns(Merge, columns) == Merge(id=1, title="Flood")


def test_columns_that_an_older_version_had_not_take_their_default() -> None:
    assert from_columns(Article, {"id": 1, "text": "A"}) == Article(id=1, text="A")


def test_every_table_holds_rows_with_an_id() -> None:
    for name, kind in TABLES.items():
        assert "id" in {field.name for field in fields(kind)}, name


def apply(base: dict[tuple[str, int], Row], change: Change) -> dict[tuple[str, int], Row]:
    """A library in one line a rule: what is there before must be what the change says."""
    base = dict(base)
    for row in change.rows:
        assert base.pop((row.table, row.id), None) == row.before
        if row.after is not None:
            base[row.table, row.id] = row.after
    return base


@given(st.lists(rows, max_size=5, unique_by=lambda row: (type(row), row.id)))
def test_a_change_and_its_inverse_leave_everything_as_it_was(found: list[Row]) -> None:
    change = added("Imported", found)
    there = apply({}, change)
    assert len(there) == len(found)
    assert apply(there, change.inverse()) == {}
    assert change.inverse().inverse() == change
    assert removed("Imported", found) == change.inverse()


@given(st.lists(events, min_size=1, max_size=4, unique_by=lambda event: event.id), st.data())
def test_edits_joined_undo_in_reverse_order(found: list[Event], data: st.DataObject) -> None:
    start = apply({}, added("Imported", found))
    titled = [replace(event, title=data.draw(texts)) for event in found]
    noted = [replace(event, note="checked") for event in titled]
    both = joined(
        "Corrected",
        [edited("", zip(found, titled, strict=True)), edited("", zip(titled, noted, strict=True))],
    )
    after = apply(start, both)
    assert {row.id: row for row in after.values()} == {event.id: event for event in noted}
    assert apply(after, both.inverse()) == start
    assert both.label == both.inverse().label == "Corrected"


def test_an_edit_that_changes_nothing_is_no_change() -> None:
    event = Event(id=1, article=None, title="Vote")
    assert not edited("Renamed", [(event, event)])
    assert edited("Renamed", [(event, replace(event, title="The vote"))]).rows == (
        RowChange("events", 1, event, replace(event, title="The vote")),
    )
