"""The reader's edits: labels in words, fields named as corrected, everything undoable."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from dateline.core.bounds import Bounds
from dateline.core.change import Change, added, edited
from dateline.core.filter import Filter
from dateline.core.model import (
    TABLES,
    Article,
    Certainty,
    Conventions,
    Event,
    Merge,
    Offer,
    Participant,
    SavedFilter,
    Status,
    TimeExpression,
)
from dateline.core.moment import moment
from dateline.library import Library, edits
from dateline.times.typed import read

typed = partial(read, conventions=Conventions())

ARTICLE = Article(id=1, text="Two civilians were killed on Monday. The mayor resigned.", title="Blast")
EVENT = Event(id=10, article=1, title="Two civilians killed", start=19, end=25, text="killed", sentence_end=36)
OTHER = Event(id=11, article=1, title="Mayor resigned", start=47, end=55, text="resigned")


@pytest.fixture
def filled(library: Library) -> Library:
    monday = TimeExpression(id=5, article=1, start=26, end=35, text="on Monday", type="DATE", value="2025-03-31")
    library.apply(added("", [ARTICLE, monday, EVENT, OTHER]))
    return library


def test_moving_says_where_in_words() -> None:
    change = edits.move(EVENT, typed("29 March 2025"))
    assert change.label == "Moved “Two civilians killed” to 29 March 2025"
    event: Any = change.rows[0].after
    assert event.earliest == moment(2025, 3, 29)
    assert {"earliest", "latest", "granularity", "relation", "words"} <= set(event.corrected)
    assert "29 March 2025" in event.why


def test_moving_to_nowhere_takes_the_date_away() -> None:
    dated: Any = edits.move(EVENT, typed("2025")).rows[0].after
    change = edits.move(dated, Bounds())
    assert change.label == "Took the date of “Two civilians killed” away"
    assert not change.rows[0].after.dated  # type: ignore[union-attr]


CHANGES: list[tuple[str, Change]] = [
    ("Renamed “Two civilians killed” to “Deaths”", edits.rename(EVENT, "Deaths")),
    ("Marked 2 events as claimed", edits.set_certainty([EVENT, OTHER], Certainty.CLAIMED)),
    ("Confirmed “Two civilians killed”", edits.confirm([EVENT])),
    ("Rejected 2 events", edits.reject([EVENT, OTHER])),
    ("Tagged “Mayor resigned” “urgent”", edits.tag([OTHER], "urgent")),
    ("Noted on “Blast”", edits.note(ARTICLE, "Look again")),
    ("Binned “Blast”", edits.bin_([ARTICLE])),
    ("Put “Blast” in the collection “War”", edits.collect([ARTICLE], "War")),
    ("Added “Founding”", edits.add_by_hand("Founding", typed("around 1870"))),
    ("Added “civilians were killed”", edits.add_from_selection(ARTICLE, 4, 25, Bounds())),
    ("Merged 2 events into “Two civilians killed”", edits.merge([EVENT, OTHER])),
    ("Saved the filter “Mine”", edits.save_filter("Mine", Filter(text="x"))),
    ("Renamed “Blast” to “Blast in Karvel”", edits.retitle_article(ARTICLE, "Blast in Karvel")),
]


@pytest.mark.parametrize(("label", "change"), CHANGES)
def test_each_edit_has_its_label_and_can_be_undone(filled: Library, label: str, change: Change) -> None:
    assert change.label == label
    filled.apply(change)
    assert filled.history()[0].label == label
    filled.apply(change.inverse())
    assert filled.articles() == [ARTICLE]
    assert filled.events_of(1, all=True) == [EVENT, OTHER]
    assert filled.count() == (2, 2)


def test_an_event_added_from_a_selection_knows_its_sentence() -> None:
    event: Any = edits.add_from_selection(ARTICLE, 47, 55, Bounds(), title="Resignation").rows[0].after
    assert ARTICLE.text[event.sentence_start : event.sentence_end] == "The mayor resigned."
    assert (event.text, event.title, event.status) == ("resigned", "Resignation", Status.ADDED)


def test_merging_with_a_group_joins_it_and_splitting_loses_nothing(filled: Library) -> None:
    third = Event(id=12, article=None, title="Third")
    filled.apply(added("", [third]))
    filled.apply(edits.merge([EVENT, OTHER], "Group"))
    members = filled.events_of(1)
    filled.apply(edits.merge([*members, third], merges=filled.merges()))
    assert filled.count() == (1, 1)
    (group,) = filled.merges()
    assert group.title == "Group"
    members = filled.merge_members(group.id)
    filled.apply(edits.split(group, members, [m for m in members if m.id == 12]))
    assert filled.count() == (2, 2)
    filled.apply(edits.split(group, filled.merge_members(group.id)))
    assert filled.merges() == []
    assert filled.events_of(1) == [EVENT, OTHER]


def test_the_bin_hides_an_article_with_its_events_and_gives_it_back(filled: Library) -> None:
    filled.apply(edits.bin_([ARTICLE]))
    assert filled.articles() == []
    assert filled.count() == (0, 0)
    assert filled.search("mayor") == []
    (binned,), no_events = filled.bin()
    assert no_events == []
    filled.apply(edits.unbin([binned]))
    assert filled.articles() == [ARTICLE]
    assert filled.count() == (2, 2)


def test_deleting_for_good_takes_everything_of_the_article_and_can_be_undone(filled: Library) -> None:
    group = Merge(id=7, title="Both")
    elsewhere = Event(id=20, article=None, title="Same thing", merge=7)
    mine = replace(EVENT, merge=7)
    filled.apply(added("", [group, elsewhere]))
    filled.apply(edited("", [(EVENT, mine)]))
    events = filled.events_of(1, all=True)
    change = edits.delete([ARTICLE], filled.expressions(1), events, [(group, filled.merge_members(7))])
    assert change.label == "Deleted “Blast” for good"
    filled.apply(change)
    assert not any((filled.articles(), filled.expressions(1), filled.events_of(1, all=True), filled.merges()))
    assert filled.events() == [replace(elsewhere, merge=None)]
    filled.apply(filled.change(filled.history()[0].id).inverse())
    assert filled.articles() == [ARTICLE]
    assert {event.id for event in filled.merge_members(7)} == {10, 20}


def test_saving_a_filter_again_replaces_it(filled: Library) -> None:
    filled.apply(edits.save_filter("Mine", Filter(text="x")))
    filled.apply(edits.save_filter("Mine", Filter(text="y"), filled.saved_filters()))
    (saved,) = filled.saved_filters()
    assert isinstance(saved, SavedFilter)
    assert Filter.from_json(saved.query) == Filter(text="y")


def test_confirming_what_the_reader_added_changes_nothing() -> None:
    event = replace(EVENT, status=Status.ADDED)
    assert not edits.confirm([event])


# Every kind of edit, one after another, and back -------------------------------------------------------------------


def _first(library: Library) -> Event:
    event = library.event(10)
    assert event is not None
    return event


def _article(library: Library) -> Article:
    article = library.article(1)
    assert article is not None
    return article


def _merge(library: Library) -> Merge:
    return library.merges()[0]


def _all_of(library: Library) -> Change:
    gone = library.events_of(1, all=True)
    groups = [(group, library.merge_members(group.id)) for group in library.merges()]
    return edits.delete([_article(library)], library.expressions(1), gone, groups)


EVERY: list[tuple[str, Callable[[Library], Change]]] = [
    ("rename", lambda held: edits.rename(_first(held), "Deaths")),
    ("move", lambda held: edits.move(_first(held), typed("29 March 2025"))),
    ("set_certainty", lambda held: edits.set_certainty([_first(held)], Certainty.CLAIMED)),
    (
        "set_participants",
        lambda held: edits.set_participants(
            _first(held), [Participant(text="Karvel", start=0, end=6, role="place", kind="place")]
        ),
    ),
    ("put_back", lambda held: edits.put_back([(_first(held), replace(_first(held), title="As it was"))])),
    ("confirm", lambda held: edits.confirm(held.events_of(1))),
    ("reconsider", lambda held: edits.reconsider(held.events_of(1))),
    ("add_from_selection", lambda held: edits.add_from_selection(_article(held), 4, 13, Bounds())),
    ("add_by_hand", lambda held: edits.add_by_hand("Founding", typed("around 1870"))),
    ("tag", lambda held: edits.tag([_first(held), _article(held)], "urgent")),
    ("untag", lambda held: edits.untag([_first(held)], "urgent")),
    ("note", lambda held: edits.note(_first(held), "Ask the mayor")),
    ("retitle_article", lambda held: edits.retitle_article(_article(held), "Blast in Karvel")),
    ("merge", lambda held: edits.merge(held.events_of(1), "Both")),
    ("rename_merge", lambda held: edits.rename_merge(_merge(held), "All three")),
    ("split", lambda held: edits.split(_merge(held), held.merge_members(_merge(held).id), [_first(held)])),
    ("keep_apart", lambda held: edits.keep_apart([held.events_of(1)], held.apart())),
    ("reject", lambda held: edits.reject([_first(held)])),
    ("collect", lambda held: edits.collect([_article(held)], "War")),
    ("uncollect", lambda held: edits.uncollect([_article(held)], "War")),
    ("save_filter", lambda held: edits.save_filter("Mine", Filter(text="x"))),
    ("remove_filter", lambda held: edits.remove_filter(held.saved_filters()[0])),
    ("bin_", lambda held: edits.bin_([_article(held), _first(held)])),
    ("unbin", lambda held: edits.unbin([_article(held), _first(held)])),
    ("reconsider", lambda held: edits.reconsider([_first(held)])),
    ("", lambda held: added("", [Offer(id=70, event=10, fields='{"title": "Theirs"}'), Offer(id=71, event=11)])),
    ("take_offers", lambda held: edits.take_offers(held.offers()[:1])),
    ("keep_corrections", lambda held: edits.keep_corrections(held.offers())),
    ("delete", _all_of),
]


def test_every_kind_of_edit_is_undone_in_reverse(filled: Library) -> None:
    kinds = {name for name, function in vars(edits).items() if getattr(function, "__module__", "") == edits.__name__}
    assert {name for name in kinds if not name.startswith("_")} - {"offered"} == {name for name, _ in EVERY} - {""}
    states, changes = [_rows(filled)], []
    for name, edit in EVERY:
        changes.append(edit(filled))
        filled.apply(changes[-1])
        states.append(_rows(filled))
        assert states[-1] != states[-2], name
    for (name, _), change, state in zip(reversed(EVERY), reversed(changes), reversed(states[:-1]), strict=True):
        filled.apply(change.inverse())
        assert _rows(filled) == state, name
    assert filled.check() == []


def _rows(library: Library) -> dict[str, set[tuple[Any, ...]]]:
    """Every row of every table, without its slot."""
    return {table: {row[1:] for row in library._db.execute(f"SELECT * FROM {table}").fetchall()} for table in TABLES}


def test_what_the_reader_added_is_the_reader_s_own_after_a_rejection_too() -> None:
    own = replace(EVENT, status=Status.ADDED)
    rejected: Any = edits.reject([own]).rows[0].after
    assert rejected.status is Status.REJECTED
    assert edits.reconsider([rejected]).rows[0].after == own
    assert edits.confirm([rejected]).rows[0].after == own
    found: Any = edits.reject([EVENT]).rows[0].after
    assert edits.reconsider([found]).rows[0].after == EVENT
