"""Rows and libraries that several tests of this folder make, some drawn by hypothesis."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from dateline.core.change import added
from dateline.core.filter import Filter
from dateline.core.model import (
    TABLES,
    Article,
    Certainty,
    Event,
    Merge,
    Participant,
    Status,
    TimeExpression,
)
from dateline.core.moment import Granularity, moment
from dateline.library import Library

TEXT = "Two people were killed in Karvel on Monday. The mayor resigned."
ARTICLE = Article(id=1, text=TEXT, title="Blast in Karvel", fingerprint=-(2**63) + 5, collections=("War",), tags=("x",))
EVENT = Event(
    id=10,
    article=1,
    title="Two people killed",
    start=16,
    end=22,
    sentence_end=43,
    earliest=moment(2025, 3, 3),
    latest_start=moment(2025, 3, 4),
    earliest_end=moment(2025, 3, 3),
    latest=moment(2025, 3, 4),
    participants=(Participant(text="Karvel", start=26, end=32, role="place", kind="place"),),
)
RESIGNED = Event(id=11, article=1, title="Mayor resigned", start=54, end=62, sentence_start=44, sentence_end=63)
MONDAY = TimeExpression(id=5, article=1, start=33, end=42, text="on Monday", type="DATE", value="2025-03-03")
IMPORT = added("Imported “Blast in Karvel”", [ARTICLE, MONDAY, EVENT, RESIGNED])


NAMES = ("Ada Brook", "Karvel Port Authority", "Omar Stein", "Нина Орлова", "北京市")

PLACES = ("Karvel", "Mount Ost", "Ямск")

TAGS = ("urgent", "checked", "später")

COLLECTIONS = ("Flood", "Strike")

DAY_ONE = moment(2025, 3, 1)

participants = st.lists(
    st.one_of(
        st.builds(
            Participant,
            text=st.just("they"),
            start=st.just(0),
            end=st.just(4),
            role=st.just("agent"),
            kind=st.sampled_from(("person", "organisation")),
            name=st.sampled_from(NAMES),
        ),
        st.builds(
            Participant,
            text=st.sampled_from(PLACES),
            start=st.just(0),
            end=st.just(4),
            role=st.just("place"),
            kind=st.just("place"),
        ),
    ),
    max_size=3,
).map(tuple)


@st.composite
def bounds(draw: Any) -> dict[str, int | None]:
    """Four bounds in order, some of them open."""
    days = sorted(draw(st.lists(st.integers(0, 900), min_size=4, max_size=4)))
    earliest, latest_start, earliest_end, latest = (DAY_ONE + day * 1440 for day in days)
    values: dict[str, int | None] = {
        "earliest": earliest, "latest_start": latest_start, "earliest_end": earliest_end, "latest": latest,
    }  # fmt: skip
    for name in draw(st.sets(st.sampled_from(sorted(values)))):
        values[name] = None
    return values


@st.composite
def events(draw: Any, id_: int, articles: Sequence[int | None]) -> Event:
    """One event of one of the articles, or of none."""
    return Event(
        id=id_,
        article=draw(st.sampled_from([None, *articles])),
        title=draw(st.sampled_from(("flood in town", "strike begins", "vote held", "Наводнение", "洪水来了"))),
        start=draw(st.integers(0, 20)),
        sentence_end=draw(st.integers(0, 40)),
        granularity=draw(st.sampled_from(Granularity)),
        certainty=draw(st.sampled_from(Certainty)),
        participants=draw(participants),
        confidence=draw(st.sampled_from((0.1, 0.5, 0.9))),
        status=draw(st.sampled_from(Status)),
        weight=draw(st.sampled_from((0.2, 0.5, 0.7, 1.0))),
        tags=tuple(draw(st.sets(st.sampled_from(TAGS)))),
        note=draw(st.sampled_from(("", "look again"))),
        binned=draw(st.sampled_from((False, False, False, True))),
        **draw(bounds()),
    )


@st.composite
def articles(draw: Any, id_: int) -> Article:
    """One article."""
    return Article(
        id=id_,
        text=draw(st.sampled_from(("The flood came on Monday. It rained.", "Забастовка началась.", "昨天洪水来了。"))),
        title=draw(st.sampled_from(("Flood", "Strike", "洪水"))),
        collections=tuple(draw(st.sets(st.sampled_from(COLLECTIONS)))),
        tags=tuple(draw(st.sets(st.sampled_from(TAGS)))),
        binned=draw(st.sampled_from((False, False, False, True))),
        fingerprint=draw(st.integers(-(2**63), 2**63 - 1)),
    )


FILTERS = st.builds(
    Filter,
    begin=st.sampled_from((None, None, DAY_ONE, DAY_ONE + 300 * 1440)),
    until=st.sampled_from((None, None, DAY_ONE + 200 * 1440, DAY_ONE + 700 * 1440)),
    articles=st.sampled_from(((), (), (1,), (1, 2))),
    collections=st.sampled_from(((), (), (COLLECTIONS[0],))),
    tags=st.sampled_from(((), (), (TAGS[0],), TAGS[1:])),
    people=st.sampled_from(((), (), (NAMES[0],), NAMES[2:])),
    places=st.sampled_from(((), (), (PLACES[0],))),
    certainties=st.sampled_from(((), (), (Certainty.REPORTED, Certainty.CLAIMED))),
    precisions=st.sampled_from(((), (), ("day", "week", "month"))),
    statuses=st.sampled_from(((), (), (Status.REJECTED, Status.FOUND))),
    dated=st.sampled_from((None, None, True, False)),
    weight=st.sampled_from((0.0, 0.0, 0.5, 0.8)),
)


@st.composite
def filled(draw: Any) -> tuple[list[Article], list[Event], list[Merge]]:
    """The rows of a small library."""
    there = [draw(articles(id_)) for id_ in range(1, 4)]
    merges = [Merge(id=1000 + n, title=draw(st.sampled_from(("Together", "Both", "洪水")))) for n in (0, 1)]
    told = [draw(events(id_, [1, 2, 3])) for id_ in range(100, 100 + draw(st.integers(0, 12)))]
    told = [replace(event, merge=draw(st.sampled_from((None, None, 1000, 1001)))) for event in told]
    return there, told, merges


def groups(told: list[Event]) -> set[tuple[str, int]]:
    return {("event", e.id) if e.merge is None else ("merge", e.merge) for e in told}


def open_with(rows: tuple[list[Article], list[Event], list[Merge]]) -> Library:
    library = Library.open(None)
    library.apply(added("", [*rows[0], *rows[2], *rows[1]]))
    return library


def counted(library: Library, wanted: Filter) -> dict[str, set[Any]]:
    """The facets, without the order among equals."""
    facets = library.facets(wanted)
    return {part: set(facets[part]) for part in type(facets).__slots__}


def everything(library: Library) -> dict[str, set[Any]]:
    """All rows of all tables."""
    return {table: {row for _, row in rows_in(library, table)} for table in TABLES}


def rows_in(library: Library, table: str) -> list[tuple[int, Any]]:
    from dateline.library.rows import read_row, selected

    found = library._db.execute(f"SELECT slot, {selected(table)} FROM {table}").fetchall()
    return [(values[0], read_row(table, values[1:])) for values in found]


def check_derived(library: Library) -> None:
    """The search tables and arrays are as if they had just been made from the rows."""
    library._db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    with Library.open(None) as fresh:
        fresh.apply(added("", [row for rows in everything(library).values() for row in rows]))
        for text in ("flood", "наводнение", "洪水", "together", "rained"):
            assert {h.id for h in library.search(text)} == {h.id for h in fresh.search(text)}
        assert counted(library, Filter()) == counted(fresh, Filter())
