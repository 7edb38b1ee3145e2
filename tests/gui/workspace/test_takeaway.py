"""What an export takes away."""

import pytest

from dateline.core.filter import Filter
from dateline.core.moment import moment
from dateline.gui.workspace.takeaway import SCOPES, collect
from dateline.library import Library, edits

MARCH = (moment(2025, 3), moment(2025, 3, 20))


def taken(
    library: Library,
    ids: dict[str, int],
    scope: str,
    wanted: Filter = Filter(),  # noqa: B008 # a value, which nobody changes
    selection: tuple[int, ...] = (),
    visible: tuple[int, int] | None = None,
    amount: str = "all",
) -> set[str]:
    names = {id_: name for name, id_ in ids.items()}
    return {names[event.id] for event in collect(library, scope, wanted, selection, visible, amount).events}


def test_everything_is_everything_whatever_the_filter(library: Library, ids: dict[str, int]) -> None:
    assert taken(library, ids, "all", Filter(text="strike")) == ids.keys() - {"ferry", "strike"}
    assert taken(library, ids, "filter", Filter(text="strike")) == {"began", "ended", "reopened"}


def test_the_visible_range_narrows_the_filter_s_own(library: Library, ids: dict[str, int]) -> None:
    assert taken(library, ids, "range", visible=MARCH) == {"began"}
    own = Filter(begin=moment(2025, 3, 10), until=moment(2026))
    assert taken(library, ids, "range", own, visible=MARCH) == set()
    assert taken(library, ids, "range", Filter(text="strike")) == {"began", "ended", "reopened"}  # nothing to scale


def test_the_selected_events_come_whatever_is_filtered_and_merged_ones_with_all(
    library: Library, ids: dict[str, int]
) -> None:
    library.apply(edits.merge(library.events_by_id([ids["accident"], ids["began"]])))
    found = taken(library, ids, "selection", Filter(text="nowhere"), (ids["began"], ids["asleep"]))
    assert found == {"began", "accident", "asleep"}


@pytest.mark.parametrize("scope", sorted(SCOPES.keys() - {"selection"}))
def test_no_more_key_events_than_asked_for(library: Library, ids: dict[str, int], scope: str) -> None:
    found = taken(library, ids, scope, visible=(moment(2000), moment(2030)), amount="10")
    assert 0 < len(found) <= 10
