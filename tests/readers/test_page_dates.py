"""Which of a page's dates is its publication, what its headline and byline are, and that no box of its text is lost."""

import json
from pathlib import Path

import pytest

from dateline.core.model import Article
from dateline.readers import read

TITLE = "Old crane in Ostrey harbour is taken down"
WORDS = (
    "The old crane in the harbour of Ostrey was taken down on Thursday after a storm had bent its arm, the port said."
    " "
    "Workers had cut the cables in the night, and a barge took the cabin away.",
    "Nobody was hurt. The crane had stood idle since the yard closed, and the council had argued for years about who "
    "should pay for its repair, said Ilse Marn, who runs the port.",
    "A smaller crane is to be put up in the summer. The port will say in the autumn what becomes of the old "
    "foundations, which divers found to be cracked in two places.",
)


def article(
    tmp_path: Path,
    *,
    head: str = "",
    above: str = "",
    below: str = "",
    title: str = TITLE,
    heading: str = "",
    body: str = "",
) -> Article:
    text = body or "".join(f"<p>{words}</p>" for words in WORDS)
    page = (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{title} | The Ostrey Messenger</title>{head}</head><body>"
        f"<header><a href='/'>The Ostrey Messenger</a></header><main><article>{above}<h1>{heading or title}</h1>"
        f"{below}{text}"
        "</article></main></body></html>"
    )
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    (found,) = read(file)
    assert isinstance(found, Article)
    return found


def data(**fields: str) -> str:
    told = json.dumps({"@type": "NewsArticle", "headline": TITLE} | fields)
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    "below",
    [
        "<div class='share-box'><span class='date'>14 March 2025</span></div>",
        "<aside class='meta'><span>Ilse Marn</span> <span>First published on 14 March 2025 07.46 EST</span></aside>",
        "<ul class='nav meta'><li><a href='/t'>14 Mar 2025 18:29</a></li><li>1479</li></ul>",
        "<div class='sidebar-head'><time datetime='2025-03-14'>14 March 2025</time></div>",
        "<div class='event_date'>14 March 2025, 10:39</div>",
        "<p class='x'>14/03/2025 - 04:30 - Source: Port Agency - Photo: Ilse Marn, Port of Ostrey</p>",
    ],
)
def test_a_box_named_as_noise_hides_no_date_by_the_headline(below: str, tmp_path: Path) -> None:
    assert article(tmp_path, below=below).published == "2025-03-14"


@pytest.mark.parametrize(
    "below",
    [
        "<div class='related'><a href='/b'>Council argues about the harbour's old foundations</a> 12 March 2025</div>",
        "<div class='current-date'>12 March 2025</div>",
        "<p>Effective date: Thursday, 12 March 2025</p>",
        "<p class='by'>Ilse Marn 2025.03.12 lastupdate</p>",
    ],
)
def test_what_is_no_publication_is_not_taken_for_one(below: str, tmp_path: Path) -> None:
    assert article(tmp_path, below=below).published is None


def test_a_date_in_the_headline_is_what_it_tells_of(tmp_path: Path) -> None:
    title = "Results of the rowing (12 March 2025, nine boats)"
    assert article(tmp_path, title=title, below="<span>14 March 2025</span>").published == "2025-03-14"


def test_the_time_shown_that_equals_the_update_is_the_update(tmp_path: Path) -> None:
    head = data(datePublished="2025-03-14T17:29:54Z", dateModified="2025-03-15T09:46:00Z")
    shown = "<time datetime='2025-03-15T09:46:00.000Z'>15 March 2025</time>"
    assert article(tmp_path, head=head, below=shown).published == "2025-03-14"


def test_the_address_loses_to_a_clock_in_the_pages_own_zone(tmp_path: Path) -> None:
    head = "<link rel='canonical' href='https://messenger.example/2025/03/15/crane.html'>"
    shown = "<time datetime='2025-03-14T07:46:01-04:00'>March 14, 2025</time>"
    assert article(tmp_path, head=head, below=shown).published == "2025-03-14"


def test_stamps_further_apart_than_two_zones_are_two_moments(tmp_path: Path) -> None:
    head = '<meta name="date" content="2025-03-14T13:21:30+01:00">' + data(datePublished="2025-03-13T20:35:36+01:00")
    assert (
        article(tmp_path, head=head, below="<p class='x'>Ostrey, 14 March 2025, 058/25</p>").published == "2025-03-14"
    )


def test_a_wiki_tells_when_a_page_was_begun(tmp_path: Path) -> None:
    head = '<meta name="generator" content="MediaWiki 1.39">' + data(datePublished="2005-07-26T16:22:26Z")
    assert article(tmp_path, head=head).published is None


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("ar", "تم نشره الجمعة 14 آذار / مارس 2025", "2025-03-14"),
        ("ar", "نشر في ١٤ مارس ٢٠٢٥", "2025-03-14"),
        ("ja", "2025年03月14日 14時30分 公開", "2025-03-14"),
        ("ja", "最終更新日：2025年4月2日", None),
    ],
)
def test_dates_in_other_scripts(language: str, line: str, day: str | None, tmp_path: Path) -> None:
    del language  # the page declares another: what is written counts
    assert article(tmp_path, below=f"<p>{line}</p>").published == day


class TestTitles:
    def test_the_headline_that_was_seen_goes_before_the_window_title(self, tmp_path: Path) -> None:
        head = '<meta property="og:title" content="Crane, storm, cables: all you must know">'
        found = article(tmp_path, head=head, title="Crane, storm, cables: all you must know", heading=TITLE)
        assert found.title == TITLE

    def test_a_kicker_and_a_hidden_masthead_are_not_it(self, tmp_path: Path) -> None:
        found = article(
            tmp_path,
            head=f'<meta property="og:title" content="Harbours | {TITLE}">',
            above="<h1 class='visually-hidden'>The Ostrey Messenger</h1><h2>Harbours</h2>",
        )
        assert found.title == TITLE


class TestAuthors:
    @pytest.mark.parametrize(
        ("head", "below", "names"),
        [
            (
                "",
                "<p class='byline'>By <span>Ilse Marn</span> and <span>Odo Feld</span></p>",
                ("Ilse Marn", "Odo Feld"),
            ),
            (
                '<meta name="author" content="i.marn@messenger.example">',
                "<p class='byline'>By Ilse Marn</p>",
                ("Ilse Marn",),
            ),
            (
                '<meta name="author" content="The Ostrey Messenger">',
                "<p class='article-author'>Ilse Marn</p>",
                ("Ilse Marn",),
            ),
            ("", "<div class='author'>Von Odo Feld, 14. März 2025</div>", ("Odo Feld",)),
            ("", "<p class='byline'>The newsroom</p>", ()),
        ],
    )
    def test_the_byline_where_the_data_has_none(
        self, head: str, below: str, names: tuple[str, ...], tmp_path: Path
    ) -> None:
        assert article(tmp_path, head=head, below=below).authors == names


class TestBodies:
    def test_boxes_parted_by_advertisements(self, tmp_path: Path) -> None:
        boxes = [
            f"<div class='grid'><div class='text-box'><p>{words} Part {n}.</p><p>{words[::-1]}</p></div></div>"
            for n in range(3)
            for words in WORDS[n : n + 1]
        ]
        found = article(tmp_path, body="<div class='ad'>Advertisement</div>".join(boxes))
        assert all(f"Part {n}." in found.text for n in range(3))

    def test_the_data_where_it_holds_much_more(self, tmp_path: Path) -> None:
        found = article(tmp_path, head=data(articleBody="\n".join(WORDS * 2)), body=f"<p>{WORDS[0]}</p>")
        assert WORDS[2] in found.text

    def test_the_data_of_a_page_that_had_not_loaded(self, tmp_path: Path) -> None:
        props = {"props": {"article": {"title": TITLE, "body": "".join(f"<p>{words}</p>" for words in WORDS)}}}
        head = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(props)}</script>'
        found = article(tmp_path, head=head, body="<div id='root'>Loading…</div>")
        assert found.text == "\n".join(WORDS)


@pytest.mark.parametrize("words", ["Printed on: May 9, 2024", "Gedruckt am 9.05.2024"])
def test_the_day_of_printing_is_not_the_publication(words: str, tmp_path: Path) -> None:
    lines = (
        "<p>The port said that the northern quay would be closed until the autumn, after divers found cracks.</p>" * 4
    )
    file = tmp_path / "page.html"
    file.write_text(f"<html><body><article><h1>Quay shut</h1><p>{words}</p>{lines}</article></body></html>")
    (article,) = read(file)
    assert isinstance(article, Article)
    assert article.published is None
