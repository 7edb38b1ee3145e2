"""The library: what is applied is there, can be asked for, and can be undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.library.made import ARTICLE, EVENT, IMPORT, MONDAY, RESIGNED

from dateline.core.change import added, edited, joined
from dateline.core.filter import Filter
from dateline.core.model import Merge
from dateline.errors import LibraryDamaged, LibraryError
from dateline.library import Library


def test_what_is_applied_is_there_after_opening_again(tmp_path: Path) -> None:
    with Library.open(tmp_path / "L.dateline") as library:
        library.apply(IMPORT)
    with Library.open(tmp_path / "L.dateline") as library:
        assert library.articles() == [ARTICLE]
        assert library.expressions(1) == [MONDAY]
        assert library.events() == [EVENT, RESIGNED]
        assert library.count() == (2, 2)


def test_a_change_of_an_earlier_session_can_be_undone(tmp_path: Path) -> None:
    with Library.open(tmp_path / "L.dateline") as library:
        library.apply(IMPORT)
        library.apply(edited("Renamed", [(EVENT, replace(EVENT, title="Blast"))]))
    with Library.open(tmp_path / "L.dateline") as library:
        entry = library.history()[0]
        library.apply(library.change(entry.id).inverse())
        assert library.event(10) == EVENT
        assert library.history()[0].undoes == entry.id
        assert not library.search("blast") or all(hit.kind == "article" for hit in library.search("blast"))


def test_a_change_of_rows_that_differ_is_refused_whole(library: Library) -> None:
    library.apply(IMPORT)
    stale = replace(EVENT, title="What it was")
    with pytest.raises(LibraryError, match="changed meanwhile"):
        library.apply(edited("", [(RESIGNED, replace(RESIGNED, title="New")), (stale, replace(stale, title="x"))]))
    assert library.event(11) == RESIGNED


def test_a_merged_group_is_one_event(library: Library) -> None:
    other = replace(EVENT, id=12)
    library.apply(joined("", [IMPORT, added("", [other])]))
    pairs = [(EVENT, replace(EVENT, merge=7)), (other, replace(other, merge=7))]
    library.apply(joined("Merged", [added("", [Merge(id=7, title="Both")]), edited("", pairs)]))
    assert library.count() == (2, 2)
    assert len(library.spans()) == 1
    assert library.titles([10]) == {10: "Both"}
    assert [event.id for event in library.merge_members(7)] == [10, 12]
    assert library.count(Filter(articles=(1,)))[0] == 2


def test_a_few_odd_bytes_are_no_empty_library(tmp_path: Path) -> None:
    path = tmp_path / "notes.dateline"
    path.write_bytes(b"x")
    with pytest.raises(LibraryDamaged, match="not a Dateline library"):
        Library.open(path)
    assert path.read_bytes() == b"x"
