"""Searching by words: what is found, in what order, with what snippets; and no query raises."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.change import added, edited
from dateline.core.filter import Filter
from dateline.core.model import Article, Event, Row
from dateline.library import Library, edits
from dateline.library.search import MARK_BEGIN, MARK_END

ROWS: list[Row] = [
    Article(
        id=1, title="Harbour strike ends", text="Dockers in Karvel went back to work. The café is open, O'Neill said."
    ),
    Article(
        id=2, title="Weather", text="A strike of lightning hit the harbour. " + "It rained all day. " * 60 + "Strike!"
    ),
    Article(id=3, title="Наводнение в Ямске", text="Вода поднялась. Жители Ямска ждут помощи."),
    Article(id=4, title="洪水", text="昨天北京发生洪水，两人死亡。東京でも雨が降った。"),
    Article(id=5, title="น้ำท่วม", text="เมื่อวานน้ำท่วมกรุงเทพมหานคร"),
    Article(id=6, title="Notes", text="Nothing here.", note="Ask about the ferry-boat."),
    Event(id=10, article=1, title="Dockers went back", sentence_end=36),
    Event(id=11, article=4, title="洪水", sentence_end=14),
    Event(id=12, article=None, title="Ferry launched", note="By hand: see the strike files"),
]


@pytest.fixture
def filled(library: Library) -> Library:
    library.apply(added("", ROWS))
    return library


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("strike", [1, 12, 2]),  # a title counts for more than a text, a note for more than a text
        ("STRIKE harbour", [1, 2]),
        ("harb", [1, 2]),  # the last word may be unfinished
        ("harb strike", []),  # but no other
        ('"back to work"', [1]),
        ('"back to"', [1]),
        ('"work to back"', []),
        ("“back to work”", [1]),
        ("cafe", [1]),  # accents may be left out
        ("O'Neill", [1]),
        ("ferry-boat", [6]),
        ("ямска", [3]),
        ("НАВОДНЕНИЕ", [3]),
        ("北京", [4]),
        ("京", [4]),
        ("洪水", [4, 11]),
        ("发生洪水", [4]),
        ("東京", [4]),
        ("น้ำท่วม", [5]),
        ("nowhere", []),
        ("", []),
        ("  ", []),
        ('"', []),
        ("*", []),
    ],
)
def test_what_is_found(filled: Library, query: str, found: list[int]) -> None:
    hits = filled.search(query)
    assert [hit.id for hit in hits] == found if query == "strike" else {hit.id for hit in hits} == set(found)


@pytest.mark.parametrize(
    "query",
    [
        "AND", "OR strike", "NOT", "NEAR(strike, harbour)", 'strike"', "strike*", "^strike", "title:strike",
        "strike -harbour", "a AND", "(((", "{title}: x", "\x00", "strike\x00harbour", "\ud800",
        "'; DROP TABLE articles; --", "+", "ﷺ", "🌊", "é" * 2000,
    ],
)  # fmt: skip
def test_no_query_raises(filled: Library, query: str) -> None:
    filled.search(query)
    filled.count(Filter(text=query))


@given(st.text(max_size=30))
def test_no_text_at_all_raises(query: str) -> None:
    with Library.open(None) as library:
        library.apply(added("", ROWS[:5]))
        library.search(query)
        library.count(Filter(text=query))


def test_snippets_mark_the_words_found(filled: Library) -> None:
    def marked(snippet: str) -> list[str]:
        return [part.split(MARK_END)[0] for part in snippet.split(MARK_BEGIN)[1:]]

    by_id = {hit.id: hit for hit in filled.search("harbour lightning")}
    assert marked(by_id[2].snippet) == ["lightning", "harbour"]
    assert len(by_id[2].snippet) < 250
    (hit,) = filled.search("вода")
    assert marked(hit.snippet) == ["Вода"]
    assert all("洪水" in marked(hit.snippet) for hit in filled.search("洪水"))
    (event,) = [hit for hit in filled.search("dock") if hit.kind == "event"]
    assert marked(event.snippet) == ["Dockers"]
    assert (event.article, event.title) == (1, "Dockers went back")


def test_pages_follow_one_another(library: Library) -> None:
    library.apply(added("", [Article(id=n, text=f"flood {n} " * (n % 7 + 1), title="x") for n in range(1, 60)]))
    whole = [hit.id for hit in library.search("flood", 100)]
    assert len(whole) == 59
    assert [hit.id for start in range(0, 60, 10) for hit in library.search("flood", 10, start)] == whole
    ranks = [hit.rank for hit in library.search("flood", 100)]
    assert ranks == sorted(ranks, reverse=True)


def test_what_is_edited_is_found_anew(filled: Library) -> None:
    article = ROWS[0]
    assert isinstance(article, Article)
    new = replace(article, text="Sailors sang. " + article.text, note="漢字")
    filled.apply(edited("", [(article, new)]))
    assert {hit.id for hit in filled.search("sailors")} == {1}
    assert {hit.id for hit in filled.search("漢字")} == {1}
    assert filled.count(Filter(text="sailors"))[0] == 1  # its event's sentence begins there now
    filled.apply(edited("", [(new, article)]))
    assert filled.search("sailors") == filled.search("漢字") == []
    assert filled.check() == []


def test_the_filter_searches_titles_sentences_and_notes(filled: Library) -> None:
    assert [event.id for event in filled.events(Filter(text="karvel"))] == [10]
    assert [event.id for event in filled.events(Filter(text="files"))] == [12]
    assert [event.id for event in filled.events(Filter(text="北京"))] == [11]
    assert [event.id for event in filled.events(Filter(text="Harbour strike"))] == [10]  # by the article's title
    assert filled.events(Filter(text="café")) == []  # of the article's text only the events' own sentences


def test_a_merged_event_is_found_by_the_groups_title(filled: Library) -> None:
    first, second = (event for event in filled.events_by_id([10, 12]))
    filled.apply(edits.merge([first, second], "Dock dispute"))
    assert {hit.id: hit.title for hit in filled.search("dispute")} == {10: "Dock dispute", 12: "Dock dispute"}
    (group,) = filled.merges()
    filled.apply(edits.rename_merge(group, "Long quarrel"))
    assert filled.search("dispute") == []
    assert filled.count(Filter(text="quarrel"))[0] == 1
    filled.apply(edits.split(filled.merges()[0], filled.merge_members(group.id)))
    assert filled.search("quarrel") == []
    assert filled.check() == []


@pytest.mark.parametrize("query", ["IPHONE発表会", "iphone発表会"])
def test_upper_and_lower_case_are_alike_in_scripts_without_spaces_too(library: Library, query: str) -> None:
    library.apply(added("", [Article(id=1, title="News", text="東京で新しいiPhone発表会が開かれた。")]))
    (hit,) = library.search(query)
    assert hit.snippet == f"東京で新しい{MARK_BEGIN}iPhone発表会{MARK_END}が開かれた。"
