"""A change is written with its history, or not at all."""

from dataclasses import replace

import pytest
from tests.library.made import ARTICLE, EVENT, IMPORT, RESIGNED, TEXT

from dateline.core.change import added, edited, removed
from dateline.core.model import Article
from dateline.errors import LibraryError
from dateline.library import Library, writing


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


def test_a_name_with_a_nul_is_kept(library: Library) -> None:
    library.apply(added("", [Article(id=1, text="A ferry.", collections=("Ha\0ven",), tags=("a\0",))]))
    assert library.articles()[0].tags == ("a\0",)


def test_what_is_made_again_is_as_it_was(library: Library) -> None:
    library.apply(IMPORT)
    library.apply(removed("", [RESIGNED]))
    assert writing.check_search(library._db) == []
    before = library._db.execute("SELECT * FROM event_blocks").fetchall()
    with library._db.atomic():
        writing.remake(library._db)
    assert writing.check_search(library._db) == []
    assert [hit.id for hit in library.search("resigned")] == [ARTICLE.id]
    again = library._db.execute("SELECT * FROM event_blocks").fetchall()
    assert len(again) == len(before) == 1


def test_a_change_is_kept_in_the_history_with_its_rows(library: Library) -> None:
    library.apply(IMPORT)
    (entry,) = library.history()
    assert (entry.label, entry.count) == (IMPORT.label, len(IMPORT.rows))
    assert library.change(entry.id).rows == IMPORT.rows
