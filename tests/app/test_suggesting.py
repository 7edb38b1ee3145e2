"""Events of several articles that may be one: suggested, and accepted at once."""

import pytest

from dateline.app.suggesting import accepted, material, suggestions
from dateline.core.change import added
from dateline.core.filter import Filter
from dateline.core.model import Article, Event
from dateline.core.moment import DAY, moment
from dateline.library import Library, edits

AT = moment(2025, 3, 3)


def telling(id_: int, article: int, title: str = "The old quay fell into the harbour", weight: float = 0.9) -> Event:
    return Event(
        id=id_,
        article=article,
        title=title,
        text=f"{title} on Monday.",
        sentence_end=len(title),
        earliest=AT,
        latest_start=AT + DAY,
        earliest_end=AT,
        latest=AT + DAY,
        confidence=0.9,
        weight=weight,
    )


EVENTS = [telling(11, 1, weight=0.8), telling(12, 2), telling(13, 3, "A ministry bought forty trams")]


@pytest.fixture
def told(library: Library) -> Library:
    articles = [Article(id=n, text=f"{e.title} on Monday.", title=f"Article {n}") for n, e in enumerate(EVENTS, 1)]
    library.apply(added("", [*articles, *EVENTS]))
    return library


def test_what_several_articles_tell_is_suggested_once(told: Library) -> None:
    assert [set(group.events) for group in suggestions(told)] == [{11, 12}]
    told.apply(edits.keep_apart([EVENTS[:2]]))
    assert suggestions(told) == []


def test_the_material_is_the_filters_events_and_their_articles(told: Library) -> None:
    events, articles, apart = material(told, Filter(text="quay"))
    assert ({event.id for event in events}, {article.id for article in articles}, apart) == ({11, 12}, {1, 2}, set())
    assert len(material(told, Filter(), 2)[0]) == 2


def test_groups_are_merged_under_their_weightiest_title(told: Library) -> None:
    told.apply(accepted(told, [(11, 12)]))
    (merge,) = told.merges()
    assert merge.title == EVENTS[1].title
    assert {event.id for event in told.events_by_id([11, 12, 13]) if event.merge == merge.id} == {11, 12}


def test_a_group_that_meets_another_is_passed_over(told: Library) -> None:
    change = accepted(told, [(11, 12), (12, 13), (13,)])
    told.apply(change)
    assert len(told.merges()) == 1
    assert accepted(told, [(13,), ()]).label == "Merged 0 groups of events"
