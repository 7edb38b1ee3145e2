"""The arrays of a library keep in step with what is written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.library.made import (
    FILTERS,
    IMPORT,
    check_derived,
    counted,
    filled,
    open_with,
)

from dateline.core.change import added, edited, joined
from dateline.core.filter import Filter
from dateline.library import Library


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
        check_derived(library)


def test_an_index_that_has_gone_wrong_is_found_and_made_again(tmp_path: Path) -> None:
    with Library.open(tmp_path / "L.dateline") as library:
        library.apply(IMPORT)
        assert library.check() == []
        library._db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')")
        library._db.execute("DELETE FROM event_blocks")
        library._query = None
        assert len(library.check()) == 2
        library.reindex()
        assert library.check() == []
        assert [hit.id for hit in library.search("mayor")] == [11, 1]
        assert library.count() == (2, 2)
