"""The library: what is applied is there, can be asked for, and can be undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.core.change import added, edited, joined
from dateline.core.filter import Filter
from dateline.core.model import Article, Event, Merge, Participant, TimeExpression
from dateline.core.moment import moment
from dateline.errors import LibraryDamaged, LibraryError
from dateline.library import Library

TEXT = "Two people were killed in Karvel on Monday. The mayor resigned."
ARTICLE = Article(id=1, text=TEXT, title="Blast in Karvel", fingerprint=-(2**63) + 5, collections=("War",), tags=("x",))
EVENT = Event(
    id=10,
    article=1,
    title="Two people killed",
    start=16,
    end=22,
    sentence_end=43,
    earliest=moment(2025, 3, 3),
    latest_start=moment(2025, 3, 4),
    earliest_end=moment(2025, 3, 3),
    latest=moment(2025, 3, 4),
    participants=(Participant(text="Karvel", start=26, end=32, role="place", kind="place"),),
)
RESIGNED = Event(id=11, article=1, title="Mayor resigned", start=54, end=62, sentence_start=44, sentence_end=63)
MONDAY = TimeExpression(id=5, article=1, start=33, end=42, text="on Monday", type="DATE", value="2025-03-03")
IMPORT = added("Imported “Blast in Karvel”", [ARTICLE, MONDAY, EVENT, RESIGNED])


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


@pytest.mark.parametrize("article", [replace(ARTICLE, text="half a pair: \ud800"), replace(ARTICLE, fingerprint=2**64)])
def test_what_cannot_be_kept_is_refused_whole(library: Library, article: Article) -> None:
    with pytest.raises(LibraryError, match="cannot keep"):
        library.apply(added("", [EVENT, article]))
    assert library.count() == (0, 0)
    library.apply(IMPORT)
    assert library.count() == (2, 2)


def test_a_search_table_that_has_gone_wrong_does_not_stop_an_edit(library: Library) -> None:
    library.apply(IMPORT)
    library._db.execute("DROP TABLE articles_fts_data")
    library._db.execute("CREATE TABLE articles_fts_data (id INTEGER PRIMARY KEY, block BLOB)")
    new = replace(ARTICLE, text="Storm. " + TEXT)
    library.apply(edited("", [(ARTICLE, new)]))
    assert library.article(1) == new
    assert library.check() == []
    assert [hit.id for hit in library.search("storm")] == [1]


def test_a_few_odd_bytes_are_no_empty_library(tmp_path: Path) -> None:
    path = tmp_path / "notes.dateline"
    path.write_bytes(b"x")
    with pytest.raises(LibraryDamaged, match="not a Dateline library"):
        Library.open(path)
    assert path.read_bytes() == b"x"


def test_a_name_with_a_nul_is_kept(library: Library) -> None:
    library.apply(added("", [Article(id=1, text="A ferry.", collections=("Ha\0ven",), tags=("a\0",))]))
    assert library.articles()[0].tags == ("a\0",)
