"""The history tells how an event was found, whatever was done to it since."""

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.made import (
    articles,
    check_derived,
    events,
    everything,
    rows_in,
)

from dateline.core.change import Change, added, edited, joined
from dateline.core.model import (
    TABLES,
    Article,
    Event,
    Import,
    Merge,
    Offer,
    SavedFilter,
    TimeExpression,
)
from dateline.library import Library, edits

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
def any_edit(draw: Any, library: Library, number: int) -> Change:
    """A change that fits what the library holds: rows added, edited and removed together."""
    base = number * 100
    there = {table: [row for _, row in rows_in(library, table)] for table in TABLES}
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


ARTICLE = Article(id=1, text="The ferry sank on Monday.", title="Ferry")

EVENT = Event(id=10, article=1, title="Ferry sank", start=10, end=14, sentence_end=25)


def test_an_event_is_told_as_it_was_found_before_the_first_correction() -> None:
    with Library.open(None) as library:
        library.apply(added("Import", [ARTICLE, EVENT]))
        for title in ("The ferry sank", "The old ferry sank"):
            library.apply(edits.rename(library.events()[0], title))
        library.apply(edits.note(library.events()[0], "by the quay"))
        assert library.as_found(library.events()[0]) == EVENT


def test_of_one_that_was_corrected_elsewhere_nothing_is_told() -> None:
    corrected = replace(EVENT, title="The ferry sank", corrected=("title",))
    with Library.open(None) as library:
        library.apply(added("Import", [ARTICLE, corrected]))
        assert library.as_found(corrected) is None
        library.apply(edits.rename(corrected, "It sank"))
        assert library.as_found(library.events()[0]) is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_changes_undone_in_reverse_give_back_the_same_rows(data: Any) -> None:
    with Library.open(None) as library:
        states, changes = [everything(library)], []
        for number in range(1, data.draw(st.integers(1, 5)) + 1):
            change = data.draw(any_edit(library, number))
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
        check_derived(library)
