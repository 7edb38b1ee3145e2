"""The visible range, lanes and the buckets of time."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.core.change import added, removed
from dateline.core.filter import Filter
from dateline.core.model import Article, Event, Merge, new_id
from dateline.core.moment import Granularity, moment
from dateline.library import Library
from dateline.timeline.spans import Spans


def test_the_visible_range(library: Library) -> None:
    told = [
        Event(id=1, article=None, title="a", earliest=moment(2025, 3, 1), latest=moment(2025, 3, 2)),
        Event(id=2, article=None, title="b", earliest=moment(2024, 1, 1), latest=None),
        Event(id=3, article=None, title="c", earliest=None, latest=moment(2025, 2, 28)),
        Event(id=4, article=None, title="d", earliest=moment(2025, 4, 1), latest=moment(2025, 4, 2)),
        Event(id=5, article=None, title="e"),
    ]
    library.apply(added("", told))
    spans = library.spans()
    assert spans.ids.tolist() == [2, 3, 1, 4]  # “before 28 February” stands there
    assert (spans.lanes, spans.undated.tolist(), set(spans.lane.tolist())) == (("",), [5], {0})
    again = Spans.from_events(told)
    assert {name: getattr(again, name).tolist() for name in ("ids", "at", "end", "earliest", "latest")} == {
        name: getattr(spans, name).tolist() for name in ("ids", "at", "end", "earliest", "latest")
    }
    assert [event.id for event in library.events()] == [2, 3, 1, 4, 5]


def test_time_is_counted_in_days_months_or_years(library: Library) -> None:
    def at(id_: int, year: int, month: int = 1, day: int = 1) -> Event:
        begin = moment(year, month, day)
        return Event(id=id_, article=None, title="x", earliest=begin, latest=begin + 1440, granularity=Granularity.DAY)

    library.apply(added("", [at(1, 2025, 3, 1), at(2, 2025, 3, 1), at(3, 2025, 3, 9)]))
    first = moment(2025, 3, 1)
    assert library.facets().time[0] == ((first, first + 1440), 2)
    library.apply(added("", [at(4, 2024)]))
    assert library.facets().time[0] == ((moment(2024, 1), moment(2024, 2)), 1)
    library.apply(added("", [at(5, 1990)]))
    assert library.facets().time[0] == ((moment(1990), moment(1991)), 1)
    library.apply(added("", [at(6, 1200)]))
    assert library.facets().time[0][0][1] - library.facets().time[0][0][0] > 366 * 1440


def test_titles_order_by_what_is_shown_of_a_merged_event(library: Library) -> None:
    events = [Event(id=10 + n, article=None, title=title) for n, title in enumerate(("Zebra escapes", "Flood", "Moon"))]
    library.apply(added("", [Merge(id=5, title="Ape escapes"), replace(events[0], merge=5), *events[1:]]))
    assert [event.id for event in library.events(order="title")] == [10, 11, 12]


def test_key_events_are_a_filter_like_any_other(library: Library) -> None:
    def at(id_: int, of: int, day: int, weight: float = 0.8, merge: int | None = None) -> Event:
        begin = moment(2026, 3, day)
        end = begin + 1440
        bounds: dict[str, Any] = {"earliest": begin, "latest_start": end, "earliest_end": begin, "latest": end}
        return Event(id=id_, article=of, title=f"e{id_}", weight=weight, merge=merge, **bounds)

    articles = [Article(id=n, text="x", published=p) for n, p in ((1, "2026-03-03"), (2, "2026-03-20"), (3, None))]
    told = [at(1, 1, 2, merge=9), at(2, 2, 2, merge=9), at(3, 3, 2), at(4, 1, 3), at(5, 1, 4, weight=0.2)]
    library.apply(added("", [*articles, Merge(id=9, title="both"), *told]))
    first, *_ = found = library.key_events(most=3)
    assert [id_ for id_, _ in found][1:] == [4, 3]
    assert first[0] in (1, 2)
    assert (first[1].articles, first[1].named, first[1].later) == (2, 3, 1)
    assert library.count(Filter(key=1))[0] == 1
    assert {event.id for event in library.events(Filter(key=2))} <= {1, 2, 4}
    assert library.count(Filter(key=10))[0] == 3  # what says too little is never one
    assert library.facets(Filter(key=1)).articles
    library.apply(removed("", [told[3]]))
    assert [id_ for id_, _ in library.key_events(most=3)][1:] == [3]
    assert Filter.from_json(Filter(key=25).to_json()) == Filter(key=25)


def test_what_happens_at_one_time_stands_as_it_is_told_whichever_article_was_read_first(tmp_path: Path) -> None:
    begin, until = moment(2025, 3, 3), moment(2025, 3, 4)
    there = Event(id=0, article=None, title="", earliest=begin, latest_start=until, earliest_end=begin, latest=until)
    told = ("The bridge closes", "Ferries are full", "The mayor apologises", "Divers find a crack")

    def shown(name: str, first: Sequence[int]) -> list[str]:
        with Library.open(tmp_path / name) as library:
            for number in first:
                article = Article(id=new_id(), text="", fingerprint=number, published=f"2025-03-0{5 - number // 2}")
                titles = told[number * 2 : number * 2 + 2] if number < 2 else (f"Old news {number}",)
                events = [
                    replace(there, id=new_id(), article=article.id, title=title, start=at * 9)
                    for at, title in enumerate(titles)
                ]
                library.apply(added("", [article, *events[::-1]]))
                library.spans()
            ids = library.spans().ids.tolist()
            assert [event.id for event in library.events()] == ids
            return [event.title for event in library.events_by_id(ids)]

    assert shown("one", (0, 1, 2, 3)) == ["Old news 2", "Old news 3", *told]
    for name, first in (("two", (3, 2, 1, 0)), ("three", (1, 3, 0, 2))):
        assert shown(name, first) == ["Old news 2", "Old news 3", *told]
