"""What a page states of its date for programs: which field counts, and how surely."""

import json
from collections.abc import Callable, Iterator, Mapping

import pytest
from lxml import html

from dateline.core.model import Confidence
from dateline.readers import page_fields
from dateline.readers.evidence import Clue
from dateline.readers.page import Page

TITLE = "Old crane in Ostrey harbour is taken down"
CERTAIN, LIKELY, GUESS = Confidence.CERTAIN, Confidence.LIKELY, Confidence.GUESS
DAY, OTHER = "2025-03-14", "2025-04-02"


def told(
    read: Callable[[Page], Iterator[Clue]], *, head: str = "", body: str = ""
) -> list[tuple[str, str, Confidence]]:
    """(day, kind, how surely) of each clue on a page with such a head and body."""
    made = f"<html><head>{head}</head><body><article itemscope><h1>{TITLE}</h1></article>{body}</body></html>"
    page = Page(html.fromstring(made), TITLE, "en", None)
    return [(clue.value, clue.kind, clue.confidence) for clue in read(page)]


@pytest.mark.parametrize(
    ("field", "clue"),
    [
        (f'property="article:published_time" content="{DAY}"', (DAY, "published", CERTAIN)),
        (f'name="Date" content="{DAY}"', (DAY, "published", LIKELY)),
        (f'http-equiv="date" content="{DAY}"', (DAY, "published", GUESS)),
        (f'property="article:modified_time" content="{DAY}"', (DAY, "updated", LIKELY)),
        (f'name="acme-publish-day" content="{DAY}"', (DAY, "published", LIKELY)),
        (f'name="acme-lastmod-day" content="{DAY}"', (DAY, "updated", GUESS)),
        (f"""name="parsely-page" content='{{"pub_date": "{DAY}"}}'""", (DAY, "published", CERTAIN)),
    ],
)
def test_a_meta_field_by_its_name(field: str, clue: tuple[str, str, Confidence]) -> None:
    assert told(page_fields.meta, head=f"<meta {field}>") == [clue]


@pytest.mark.parametrize(
    "field",
    [
        f'name="expires" content="{DAY}"',
        f'name="event_publish_date" content="{DAY}"',
        'name="date" content="tomorrow"',
        f'itemprop="datePublished" name="date" content="{DAY}"',
    ],
)
def test_a_meta_field_of_something_else(field: str) -> None:
    assert told(page_fields.meta, head=f"<meta {field}>") == []


def data(*nodes: Mapping[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'


def article(day: str, **more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "datePublished": day, **more}


class TestJsonLd:
    def test_the_article_goes_before_the_page_and_what_it_lists(self) -> None:
        page = {"@type": "WebPage", "datePublished": OTHER, "mainEntity": article(DAY, comment=[article(OTHER)])}
        assert told(page_fields.json_ld, head=data(page)) == [(DAY, "published", CERTAIN)]

    def test_of_several_articles_the_one_with_the_headline(self) -> None:
        head = data(article(OTHER, headline="Council votes on the quay"), article(DAY, headline=TITLE))
        assert told(page_fields.json_ld, head=head) == [(DAY, "published", CERTAIN)]

    def test_several_days_without_the_headline_are_guesses(self) -> None:
        assert {sure for *_, sure in told(page_fields.json_ld, head=data(article(OTHER), article(DAY)))} == {GUESS}

    def test_the_day_of_making_is_less_sure(self) -> None:
        node = {"@type": "NewsArticle", "dateCreated": DAY, "dateModified": OTHER}
        assert told(page_fields.json_ld, head=data(node)) == [(DAY, "published", LIKELY), (OTHER, "updated", LIKELY)]

    def test_a_wiki_says_when_a_page_was_begun(self) -> None:
        generator = '<meta name="generator" content="MediaWiki 1.39">'
        assert told(page_fields.json_ld, head=generator + data(article(DAY))) == []


class TestMicrodata:
    def test_the_item_with_the_headline_goes_before_others(self) -> None:
        made = f"<html><body><div itemscope><h1>{TITLE}</h1><b itemprop='datePublished'>14 March 2025</b></div>"
        made += f"<div itemscope><b itemprop='datePublished'>{OTHER}</b></div></body></html>"
        page = Page(html.fromstring(made), TITLE, "en", None)
        assert [clue.value for clue in page_fields.microdata(page)] == [DAY]

    def test_dublin_core_under_any_of_its_names(self) -> None:
        for name in ("dc:created", "dct:created", "dcterms:created"):
            body = f"<span property='{name}' content='{DAY}'></span>"
            assert told(page_fields.microdata, body=body) == [(DAY, "published", LIKELY)]

    def test_of_several_days_the_first_is_likely(self) -> None:
        body = "".join(f"<p itemscope><b itemprop='datePublished' content='{day}'></b></p>" for day in (DAY, OTHER))
        assert [sure for *_, sure in told(page_fields.microdata, body=body)] == [LIKELY, GUESS]

    def test_the_list_of_other_articles_states_nothing(self) -> None:
        link = "<a href='/b'>Council argues about the old foundations</a>"
        body = f"<div class='related'>{link} <b itemprop='datePublished'>{DAY}</b></div>"
        assert told(page_fields.microdata, body=body) == []


class TestScripts:
    def test_one_day_is_likely_however_often_it_is_told(self) -> None:
        head = f"<script>a = {{'publishDate': '{DAY}'}}; b = {{pubDate: '{DAY}'}}</script>"
        assert told(page_fields.scripts, head=head) == [(DAY, "published", LIKELY)]

    def test_several_days_are_a_guess(self) -> None:
        head = f"<script>a = [{{'publishDate': '{DAY}'}}, {{'publishDate': '{OTHER}'}}]</script>"
        assert told(page_fields.scripts, head=head) == [(DAY, "published", GUESS)]


class TestNodes:
    def test_every_object_but_what_lies_under_other_things(self) -> None:
        text = json.dumps({"@graph": [{"a": {"b": 1}}, {"author": {"name": "Ada"}}]})
        assert list(page_fields.nodes(text))[1:] == [{"a": {"b": 1}}, {"b": 1}, {"author": {"name": "Ada"}}]

    def test_a_comment_around_it_is_taken_off(self) -> None:
        assert list(page_fields.nodes('<!-- {"a": 1} -->')) == [{"a": 1}]
        assert list(page_fields.nodes('//<![CDATA[\n{"a": 1}\n//]]>')) == [{"a": 1}]

    def test_broken_data_give_what_can_be_read(self) -> None:
        (node,) = page_fields.nodes(f'{{"@type": "NewsArticle", "datePublished": "{DAY}", "description": "a "b" c"}}')
        assert (node["@type"], node["datePublished"]) == ("NewsArticle", DAY)
        assert list(page_fields.nodes('{"headline": "Crane falls", ')) == []
