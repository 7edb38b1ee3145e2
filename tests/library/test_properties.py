"""Properties: what the library shows agrees with going through every row, and every change can be undone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.core.change import Change, added, edited, joined
from dateline.core.filter import Filter
from dateline.core.model import (
    TABLES,
    Article,
    Certainty,
    Event,
    Import,
    Merge,
    Offer,
    Participant,
    SavedFilter,
    Status,
    TimeExpression,
)
from dateline.core.moment import Granularity, moment
from dateline.library import Library
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END

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


def passes(event: Event, article: Article | None, wanted: Filter) -> bool:
    """The filter's meaning in plain words, as `core.filter` has it."""
    if event.binned or (article is not None and article.binned):
        return False
    if event.status not in (wanted.statuses or (Status.FOUND, Status.CONFIRMED, Status.ADDED)):
        return False
    earliest = OPEN_BEGIN if event.earliest is None else event.earliest
    latest = OPEN_END if event.latest is None else event.latest
    if wanted.begin is not None and not (event.dated and (latest > wanted.begin or earliest >= wanted.begin)):
        return False
    if wanted.until is not None and not (event.dated and earliest < wanted.until):
        return False
    people = {p.name or p.text for p in event.participants if p.kind in ("person", "organisation")}
    places = {p.name or p.text for p in event.participants if p.kind == "place"}
    tags = {*event.tags, *(article.tags if article else ())}
    collections = set(article.collections if article else ())
    return (
        (not wanted.articles or event.article in wanted.articles)
        and (not wanted.collections or bool(collections & set(wanted.collections)))
        and (not wanted.tags or bool(tags & set(wanted.tags)))
        and (not wanted.people or bool(people & set(wanted.people)))
        and (not wanted.places or bool(places & set(wanted.places)))
        and (not wanted.certainties or event.certainty in wanted.certainties)
        and (not wanted.precisions or event.granularity in wanted.precisions)
        and (wanted.dated is None or event.dated == wanted.dated)
        and wanted.weighs_enough(event)
    )


def shown(rows: tuple[list[Article], list[Event], list[Merge]], wanted: Filter) -> list[Event]:
    by_id = {article.id: article for article in rows[0]}
    return [e for e in rows[1] if passes(e, by_id.get(e.article) if e.article else None, wanted)]


def groups(told: list[Event]) -> set[tuple[str, int]]:
    return {("event", e.id) if e.merge is None else ("merge", e.merge) for e in told}


def open_with(rows: tuple[list[Article], list[Event], list[Merge]]) -> Library:
    library = Library.open(None)
    library.apply(added("", [*rows[0], *rows[2], *rows[1]]))
    return library


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filled(), FILTERS)
def test_what_is_shown_and_counted(rows: Any, wanted: Filter) -> None:
    with open_with(rows) as library:
        expected = shown(rows, wanted)
        found = library.events(wanted)
        assert groups(found) == groups(expected)
        assert len(found) == len(groups(expected))
        assert library.count(wanted) == (len(found), len(groups(shown(rows, Filter()))))
        spans = library.spans(wanted)
        assert groups([e for e in rows[1] if e.id in set(spans.ids.tolist())]) == groups(
            [e for e in expected if e.dated]
        )
        assert np.all(np.diff(spans.at) >= 0)
        for order in (
            "time",
            "-time",
            "title",
            "article",
            "-confidence",
            "weight",
            "-sources",
            "certainty",
            "granularity",
            "status",
        ):
            assert {e.id for e in library.events(wanted, order)} == {e.id for e in found}
        for event in found:
            assert event in expected


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filled(), FILTERS)
def test_a_click_on_a_facet_shows_as_many_events_as_it_says(rows: Any, wanted: Filter) -> None:
    with open_with(rows) as library:
        facets = library.facets(wanted)
        parts = (
            "articles",
            "collections",
            "tags",
            "people",
            "places",
            "certainties",
            "precisions",
            "statuses",
            "sources",
        )
        for part in parts:
            counts = dict(facets[part])
            for value, count in counts.items():
                change: dict[str, Any] = {part: (value,)}
                clicked = replace(wanted, **change)
                assert library.count(clicked)[0] == count, (part, value)
            assert set(getattr(wanted, part)) <= set(counts)
        for flag, count in facets.dated:
            assert library.count(replace(wanted, dated=flag))[0] == count


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filled(), filled(), FILTERS)
def test_the_arrays_keep_in_step_with_edits(rows: Any, later: Any, wanted: Filter) -> None:
    with open_with(rows) as library:
        library.spans(wanted)
        library.facets(wanted)
        before = {event.id: event for event in rows[1]}
        after = {event.id: event for event in later[1]}
        library.apply(
            joined(
                "",
                [
                    edited("", list(zip(rows[0], later[0], strict=True))),
                    edited("", list(zip(rows[2], later[2], strict=True))),
                    edited("", [(before[id_], after[id_]) for id_ in before.keys() & after.keys()]),
                    added("", [after[id_] for id_ in after.keys() - before.keys()]),
                    added("", [before[id_] for id_ in before.keys() - after.keys()]).inverse(),
                ],
            )
        )
        with open_with(later) as fresh:
            assert counted(library, wanted) == counted(fresh, wanted)
            assert library.count(wanted) == fresh.count(wanted)
            assert {e.id for e in library.events(wanted)} == {e.id for e in fresh.events(wanted)}
            for text in ("flood", "наводнение", "洪水", "rained", "together"):
                assert {h.id for h in library.search(text)} == {h.id for h in fresh.search(text)}
                found = replace(wanted, text=text)
                assert library.count(found) == fresh.count(found)
            ids = sorted(after)
            for by in ("certainty", "person", "place", "collection", "article"):
                assert len(library.lane_codes(ids, by)[0]) == len(ids)
        _check_derived(library)


def counted(library: Library, wanted: Filter) -> dict[str, set[Any]]:
    """The facets, without the order among equals."""
    facets = library.facets(wanted)
    return {part: set(facets[part]) for part in type(facets).__slots__}


def everything(library: Library) -> dict[str, set[Any]]:
    """All rows of all tables."""
    return {table: {row for _, row in _rows(library, table)} for table in TABLES}


def _rows(library: Library, table: str) -> list[tuple[int, Any]]:
    from dateline.library.rows import read_row, selected

    found = library._db.execute(f"SELECT slot, {selected(table)} FROM {table}").fetchall()
    return [(values[0], read_row(table, values[1:])) for values in found]


LOOSE = ("merges", "saved_filters", "imports", "offers", "expressions")
"""Tables whose rows may go by themselves (the members of a merge are then let go)."""


@st.composite
def edited_row(draw: Any, row: Any, groups: list[int | None]) -> Any:
    """The row with something else in it; its article stays."""
    if isinstance(row, Event):
        return replace(draw(events(row.id, [row.article])), article=row.article, merge=draw(st.sampled_from(groups)))
    if isinstance(row, Article):
        return draw(articles(row.id))
    words = draw(st.sampled_from(("one", "другое", "洪水")))
    return replace(
        row, **{{Merge: "title", SavedFilter: "name", Import: "label", Offer: "fields"}.get(type(row), "why"): words}
    )


@st.composite
def edits(draw: Any, library: Library, number: int) -> Change:
    """A change that fits what the library holds: rows added, edited and removed together."""
    base = number * 100
    there = {table: [row for _, row in _rows(library, table)] for table in TABLES}
    new: list[Any] = [draw(articles(base + 1))] if draw(st.booleans()) else []
    homes = [a.id for a in (*there["articles"], *new)]
    new += [draw(events(base + 10 + n, homes)) for n in range(draw(st.integers(0, 3)))]
    if homes and draw(st.booleans()):
        new.append(
            TimeExpression(
                id=base + 20, article=draw(st.sampled_from(homes)), start=0, end=3, text="The", type="DATE", value="x"
            )
        )
    new += draw(
        st.sampled_from(
            ([], [SavedFilter(id=base + 30, name="n", query="{}")], [Merge(id=base + 40, title="Together")])
        )
    )
    new += draw(st.sampled_from(([], [Import(id=base + 50, label="Drop", when="2025-01-01")])))
    new += draw(st.sampled_from(([], [Offer(id=base + 60, event=base + 10, fields="{}")])))
    gone = {row.id for table in LOOSE for row in there[table] if draw(st.integers(0, 3)) == 0}
    for article in there["articles"]:
        if draw(st.integers(0, 4)) == 0:
            gone.add(article.id)
            gone |= {row.id for table in ("events", "expressions") for row in there[table] if row.article == article.id}
            new = [row for row in new if getattr(row, "article", None) != article.id]
    groups = [
        None,
        *(merge.id for merge in (*there["merges"], *new) if isinstance(merge, Merge) and merge.id not in gone),
    ]
    new = [replace(row, merge=draw(st.sampled_from(groups))) if isinstance(row, Event) else row for row in new]
    pairs: list[tuple[Any, Any]] = []
    for table in TABLES:
        for row in there[table]:
            lost = table == "events" and row.merge in gone
            if row.id not in gone and (lost or draw(st.booleans())):
                pairs.append((row, draw(edited_row(row, groups))))
    old = [row for table in TABLES for row in there[table] if row.id in gone]
    return joined(f"Edit {number}", [added("", old).inverse(), edited("", pairs), added("", new)])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_changes_undone_in_reverse_give_back_the_same_rows(data: Any) -> None:
    with Library.open(None) as library:
        states, changes = [everything(library)], []
        for number in range(1, data.draw(st.integers(1, 5)) + 1):
            change = data.draw(edits(library, number))
            library.apply(change)
            changes.append(change)
            states.append(everything(library))
        assert [library.change(entry.id) for entry in reversed(library.history())] == [c for c in changes if c]
        for change, state in zip(reversed(changes), reversed(states[:-1]), strict=True):
            library.apply(change.inverse())
            assert everything(library) == state
        assert library.count() == (0, 0)
        assert library.search("flood") == []
        for change, state in zip(changes, states[1:], strict=True):
            library.apply(change)
            assert everything(library) == state
        _check_derived(library)


def _check_derived(library: Library) -> None:
    """The search tables and arrays are as if they had just been made from the rows."""
    library._db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    with Library.open(None) as fresh:
        fresh.apply(added("", [row for rows in everything(library).values() for row in rows]))
        for text in ("flood", "наводнение", "洪水", "together", "rained"):
            assert {h.id for h in library.search(text)} == {h.id for h in fresh.search(text)}
        assert counted(library, Filter()) == counted(fresh, Filter())
