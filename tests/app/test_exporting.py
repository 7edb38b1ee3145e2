"""What an export takes away: the same for the window and the command."""

from dataclasses import replace

from dateline.app.exporting import bundle_of, shown, title_of
from dateline.core.change import added
from dateline.core.filter import Filter
from dateline.core.model import Article, Bundle, Event, Merge, Status
from dateline.gui.workspace.takeaway import collect
from dateline.library import Library

ARTICLES = [Article(id=1, text="The quay fell.", title="Quay"), Article(id=2, text="Nothing.", title="Empty")]
EVENTS = [
    Event(id=10, article=1, title="Quay fell", start=9, end=13, sentence_end=14, earliest=5, latest=9, merge=3),
    Event(id=11, article=None, title="Quay collapsed", merge=3),
    Event(id=12, article=None, title="Quay sank", merge=3, status=Status.REJECTED),
    Event(id=13, article=None, title="Quay swept", weight=0.1),
]


def test_without_a_filter_every_article_comes_along(library: Library) -> None:
    library.apply(added("", [*ARTICLES, Merge(id=3, title="The fall"), *EVENTS]))
    everything = shown(library, Filter())
    assert [row.id for row in everything.articles] == [1, 2]
    assert [row.id for row in shown(library, Filter(weight=0.5)).articles] == [1]


def test_a_rejected_member_of_a_merge_stays_behind_unless_it_is_asked_for(library: Library) -> None:
    library.apply(added("", [*ARTICLES, Merge(id=3, title="The fall"), *EVENTS]))
    assert {row.id for row in shown(library, Filter()).events} == {10, 11, 13}
    assert {row.id for row in bundle_of(library, [EVENTS[2]]).events} == {10, 11, 12}
    assert [row.id for row in bundle_of(library, [EVENTS[0]]).merges] == [3]


def test_the_window_takes_the_same(library: Library) -> None:
    library.apply(added("", [*ARTICLES, Merge(id=3, title="The fall"), *EVENTS]))
    for wanted in (Filter(), Filter(text="quay")):
        assert collect(library, "filter", wanted) == shown(library, wanted)
    assert collect(library, "filter", Filter(), amount="main") == shown(library, Filter(weight=0.5))
    assert collect(library, "all", Filter(weight=0.5)) == shown(library, Filter())


def test_a_timeline_is_called_by_its_only_article_else_by_its_name() -> None:
    one, two = Article(id=1, text="", title="Dam breaks above Orle"), Article(id=2, text="", title="Orle rebuilds")
    told = Event(id=5, article=1, title="The dam broke")
    assert title_of(Bundle((one, two), events=(told,)), "Floods") == "Dam breaks above Orle"
    assert title_of(Bundle((one, two), events=(told, replace(told, id=6, article=2))), "Floods") == "Floods"
    assert title_of(Bundle((replace(one, title=""),), events=(told,)), "Floods") == "Floods"
    assert title_of(Bundle(), "Floods") == "Floods"
