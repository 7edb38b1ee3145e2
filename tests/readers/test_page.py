"""Web pages: every layout's date, the body without its page, title, authors and address."""

from collections.abc import Callable
from types import ModuleType

import pytest

from dateline.core.model import Article
from dateline.readers import read_clipboard


@pytest.fixture(scope="module")
def layouts(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("tests/benchmarks/readers_pages.py")


def page(html: str) -> Article:
    article = read_clipboard("", html)
    assert isinstance(article, Article), article
    return article


def test_every_layout_gives_its_date_and_none_where_there_is_none(layouts: ModuleType) -> None:
    for made in layouts.pages(2 * len(layouts.LAYOUTS), seed=7):
        article = page(made.html)
        if made.published is None:
            assert article.published is None, made.layout
        elif article.published is not None:
            assert article.published == made.published.isoformat(), (made.layout, article.evidence)
        else:
            assert made.layout in ("american_figures", "british_figures", "content_manager"), made.layout


def test_the_body_without_comments_related_footer_and_title(layouts: ModuleType) -> None:
    for made in layouts.pages(len(layouts.LAYOUTS), seed=8):
        article = page(made.html)
        assert "next week" in article.text, made.layout
        for noise in ("All rights reserved", "Related stories", "high time", article.title, "Sport"):
            assert noise not in article.text, (made.layout, noise)


def test_title_authors_site_and_address(make: ModuleType) -> None:
    article = page(make.html_page().decode())
    assert article.title == make.TITLE
    assert article.authors == ("Jane Roe",)
    assert article.site == "The Arle Post"
    assert article.url == "https://post.example/2025/03/30/bridge-falls"
    assert article.text == "\n".join(make.PARAGRAPHS)
    updated = [c.value for c in article.candidates if c.kind == "updated"]
    assert updated == ["2025-04-02"]


def test_the_site_is_taken_off_the_title(make: ModuleType) -> None:
    html = make.page().replace(f"<h1>{make.TITLE}</h1>", "")
    assert page(html).title == make.TITLE


def test_a_page_saved_by_a_browser_knows_where_it_was(make: ModuleType) -> None:
    html = f"<!-- saved from url=(0041)https://post.example/2025/03/30/bridge -->\n{make.page()}"
    article = page(html)
    assert article.url == "https://post.example/2025/03/30/bridge"
    assert article.published == "2025-03-30"


def test_a_page_that_says_it_is_an_article_may_be_short() -> None:
    html = "<html><head><meta property='article:published_time' content='2025-03-30'>%s</head><body>%s</body></html>"
    assert page(html % ("", "<h1>Bridge falls</h1><p>The bridge fell on Saturday</p>")).published == "2025-03-30"
    summary = "<meta property='og:description' content='The bridge fell on Saturday.'>"
    assert page(html % (summary, "<h1>Bridge falls</h1>")).text == "The bridge fell on Saturday."


def test_a_sentence_broken_by_the_source_is_one_line(make: ModuleType) -> None:
    first, *_ = make.PARAGRAPHS
    wrapped = make.page().replace(first, first.replace(" ", "\r\n   ").replace("bridge", "<a href='/b'>bridge</a>"))
    assert page(wrapped).text == "\n".join(make.PARAGRAPHS)
    assert "a\x01" not in page(make.page().replace("<p>", "<p>a\x01&#2;\n ", 1)).text
    verse = "<pre>The bridge stood here\nUntil the flood came</pre>"
    assert "here\nUntil" in page(make.page().replace("<p>Comments", f"{verse}<p>Comments", 1)).text


MARKED = {
    "<div class='top_signature'><time itemprop='datePublished' datetime='2025-03-30'>x</time></div>": "2025-03-30",
    "<span property='dc:date dc:created' content='2025-03-30T10:00:00+02:00'>30/3</span>": "2025-03-30",
    "<meta itemprop='datepublished' content='2025-03-30'>": "2025-03-30",
    "<div id='article_topbar'>Published on 30 March 2025</div>": "2025-03-30",
    "<p>March 30, 2025 -- The bridge fell before noon, and nobody was hurt.</p>": "2025-03-30",
    "<relative-time datetime='2025-03-30T10:00:00Z'>2 years ago</relative-time>": "2025-03-30",
    "<span class='date' data-published='2025-03-30'>2 years ago</span>": "2025-03-30",
    "<span class='published' title='2025-03-30'>last year</span>": "2025-03-30",
    "<time datetime='2025-04-09'>Updated April 9</time> <time datetime='2025-03-30'>March 30</time>": "2025-03-30",
    "<script>layer = [{'publishDate': '2025-03-30', 'author': 'Roe'}]</script>": "2025-03-30",
    "<ul><li>The bridge was signed into law on March 30, 2005</li></ul>": None,
    "<p class='byline'>The bridge, March 30, 1935</p>": None,
}


@pytest.mark.parametrize("markup", MARKED)
def test_places_of_a_date(markup: str) -> None:
    text = "<p>The bridge had stood for a hundred years, the mayor told the council, and would be built again soon.</p>"
    html = f"<html lang='en'><body><article itemscope><h1>Bridge falls</h1>{markup}{text * 4}</article></body></html>"
    assert page(html).published == MARKED[markup]


def test_the_title_may_stand_in_no_heading() -> None:
    text = "<p>The bridge had stood for a hundred years, the mayor told the council, and would be built again soon.</p>"
    html = (
        "<html lang='en'><head><title>Bridge falls at noon</title></head><body><table><tr><td><b>Bridge falls at noon"
    )
    assert page(f"{html}</b></td></tr><tr><td>March 30, 2025</td></tr></table>{text * 4}").published == "2025-03-30"
