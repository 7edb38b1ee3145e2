"""What a library shows agrees with going through every row."""

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from tests.library.made import FILTERS, filled, groups, open_with

from dateline.core.filter import Filter
from dateline.core.model import (
    Article,
    Event,
    Merge,
    Status,
)
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END


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
