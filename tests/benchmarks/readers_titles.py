# ruff: noqa: E501 # markup reads best unbroken
"""Titles and authors on made-up pages in the layouts of real sites; all words and names are invented.

    .venv/bin/python tests/benchmarks/readers_titles.py [--show] [--only WORD]

Each layout is told in a few pieces of markup: what a page states for programs, what stands over its headline, the
headline, and what stands under it and at its end. Prints how many titles are right (the goal: 95 % of the pages) and
how many pages have just the authors that they state (90 %). Exit status 1 when a figure is missed.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from string import Template

from dateline.core.model import Article
from dateline.readers import read_clipboard


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of one layout; "" for what it has not. ``window`` is the window's title, ``stated`` the authors."""

    name: str
    window: str = "$title | $site"
    head: str = ""
    above: str = ""
    headline: str = "<h1>$title</h1>"
    below: str = ""
    end: str = ""
    stated: str = "$a"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and what it states."""

    layout: str
    html: str
    title: str
    authors: tuple[str, ...]


_STORIES = (
    {
        "title": "Old crane in the harbour is taken down at night",
        "a": "Jane Roe",
        "b": "Tom Weller",
        "site": "The Ostrey Messenger",
        "section": "Harbour",
        "host": "ostrey-messenger.example",
    },
    {
        "title": "Seven villages wait for a bus - and for an answer",
        "a": "Ludwig van der Meer",
        "b": "María José Núñez-Ortega",
        "site": "Arle Post",
        "section": "Politics",
        "host": "arlepost.example",
    },
    {
        "title": "“We had no warning”: flood reaches Upper Wick",
        "a": "Seán O'Dea",
        "b": "J. P. Arkwright",
        "site": "Wick24",
        "section": "Live news",
        "host": "wick24.example",
    },
)
_TEXT = (
    "The council met until two in the morning, and those who had come to listen stood in the corridor, since the hall had room for forty.",
    "A report of the county says that the work would cost more than the council takes in a year, and nobody at the table wished to say who should pay for it.",
    "In the spring there is to be another meeting, for which the old school is being cleared; until then the road stays closed to lorries.",
)
_LD = '<script type="application/ld+json">%s</script>'
_OG = '<meta property="og:title" content="$title"><meta property="og:site_name" content="$site">'
_OTHER = "Ferry timetable changes from the first of May"

LAYOUTS = (
    # What the data states
    Layout("graph", "$title - $site", _OG + _LD % '{"@graph":[{"@type":"Article","headline":"$title","author":{"name":"$a","@id":"#p"}},{"@type":"WebSite","name":"$site"},{"@type":"Person","@id":"#p","name":"$a"}]}'),
    Layout("by reference", head=_OG + _LD % '{"@graph":[{"@type":"NewsArticle","headline":"$title","author":{"@id":"https://$host/#/person/1"}},{"@type":"Person","@id":"https://$host/#/person/1","name":"$a"}]}'),
    Layout("list of persons", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":[{"@type":"Person","name":"$a"},{"@type":"Person","name":"$b"}]}', stated="$a;$b"),
    Layout("list of names", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":["$a","$b"]}', stated="$a;$b"),
    Layout("names in one field", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"@type":"Person","name":["$a","$b"]}}', stated="$a;$b"),
    Layout("names in one line", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"@type":"Person","name":"$a and $b"}}', stated="$a;$b"),
    Layout("name and post", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"@type":"Person","name":"$a, Political Editor"}}'),
    Layout("list of pages", head=_LD % '[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"$section"}]},{"@type":"NewsArticle","headline":"$title","author":[{"@type":"Person","name":"$a"}],"publisher":{"@type":"Organization","name":"$site"}}]'),
    Layout("other stories in the data", head=_LD % ('{"@type":"NewsArticle","headline":"$title","author":{"name":"$a"}}') + _LD % f'{{"@type":"ItemList","itemListElement":[{{"@type":"NewsArticle","headline":"{_OTHER}","author":{{"name":"Ada Brandt"}}}}]}}'),
    Layout("other stories alone in the data", head=_LD % f'{{"@type":"ItemList","itemListElement":[{{"@type":"NewsArticle","headline":"{_OTHER}","author":{{"name":"Ada Brandt"}}}}]}}', below="<p class='byline'>By $a</p>"),
    Layout("comments in the data", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"name":"$a"},"comment":[{"@type":"Comment","text":"Quite right","author":{"name":"harbourfan"}}]}'),
    Layout("film in the data", head=_LD % '{"@type":"VideoObject","name":"The crane from above","author":{"name":"Odo Feld"}}' + _LD % '{"@type":"NewsArticle","headline":"$title","author":{"name":"$a"}}'),
    Layout("live blog", "$title - live | $site", _LD % f'{{"@type":"LiveBlogPosting","headline":"$title","author":[{{"name":"$a"}},{{"name":"$b"}}],"liveBlogUpdate":[{{"@type":"BlogPosting","headline":"{_OTHER}","author":{{"name":"Ada Brandt"}}}}]}}', stated="$a;$b"),
    Layout("live blog, heading of a post", "$title - live | $site", _OG, below="<p class='byline'>$a and $b</p><h2>Mayor speaks at noon</h2>", stated="$a;$b"),
    Layout("accelerated page", head='<meta name="amp-story"><link rel="canonical" href="https://$host/a/1">' + _LD % '{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://$host/a/1","headline":"$title","author":[{"@type":"Person","name":"$a","url":"https://$host/by/1"}]}', above="<amp-sidebar><h1>$site</h1></amp-sidebar>"),
    Layout("paper as author", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"@type":"Organization","name":"$site"},"publisher":{"name":"$site"}}', below="<div class='article-byline'>By <a href='/by/1'>$a</a></div>"),
    Layout("newsroom as author", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"@type":"Organization","name":"$site Newsroom"}}', below="<div class='c-byline'>$a</div>"),
    Layout("login as author", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"@type":"Person","name":"admin"}}' + '<meta name="author" content="admin">', below="<div class='byline'>by $a</div>"),
    Layout("name with entities", head=_LD % '{"@type":"NewsArticle","headline":"$escaped","author":{"name":"$a_escaped"}}', headline="<h2 class='entry-title'>$title</h2>"),
    Layout("headline with entities", head='<meta property="og:title" content="$twice">', headline="<div class='headline'>$title</div>", below="<span class='byline'>$a</span>"),
    Layout("fields of several authors", head='<meta name="author" content="$a"><meta name="author" content="$b">', stated="$a;$b"),
    Layout("one field of several authors", head='<meta name="author" content="$a, $b">', stated="$a;$b"),
    Layout("addresses as authors", head='<meta property="article:author" content="https://www.social.example/roe">', below="<p class='byline'>By $a</p>"),
    Layout("card's label", head=_OG + '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="$a"><meta name="twitter:label2" content="Est. reading time"><meta name="twitter:data2" content="4 minutes">'),
    Layout("counting field", head='<meta name="parsely-page" content="{&quot;title&quot;:&quot;$title&quot;,&quot;author&quot;:&quot;$a&quot;}">'),
    Layout("dublin core", head='<meta name="DC.title" content="$title"><meta name="DC.creator" content="$a"><meta name="DC.creator" content="$b">', stated="$a;$b"),
    Layout("citation fields", head='<meta name="citation_title" content="$title"><meta name="citation_author" content="$a"><meta name="citation_author" content="$b">', stated="$a;$b"),
    Layout("other fields", head='<meta name="sailthru.title" content="$title"><meta name="sailthru.author" content="$a">'),
    # What the markup states
    Layout("microdata", headline="<h1 itemprop='headline'>$title</h1>", below="<span itemprop='author' itemscope><a itemprop='url' href='/1'><span itemprop='name'>$a</span></a></span>"),
    Layout("microdata, several", headline="<h1 itemprop='headline'>$title</h1>", below="By <span itemprop='author' itemscope><span itemprop='name'>$a</span></span> and <span itemprop='author' itemscope><span itemprop='name'>$b</span></span>", stated="$a;$b"),
    Layout("microdata, unseen", headline="<h1 itemprop='headline'>$title</h1>", below="<span itemprop='author' itemscope itemtype='https://schema.org/Person'><meta itemprop='name' content=\"$a\"></span>"),
    Layout("microdata, headline in no heading", "$site", headline="<div itemprop='headline'>$title</div>", below="<a rel='author' href='/1'>$a</a>"),
    Layout("several links to authors", below="<p>By <a rel='author' href='/1'>$a</a> and <a rel='author' href='/2'>$b</a></p>", stated="$a;$b"),
    Layout("card of a person", below="<span class='author vcard'><a class='url fn n' href='/author/1'>$a</a></span>"),
    Layout("blog", "$site: $title", above="<h1 class='title'>$site</h1>", headline="<h3 class='post-title entry-title'><a href='/2025/03/a.html'>$title</a></h3>", end="<div class='post-footer'>Posted by <span class='fn'>$a</span> at <a href='#'>10:14</a></div>"),
    # Bylines
    Layout("english byline", below="<div class='byline'>By $a and $b</div>", stated="$a;$b"),
    Layout("capitals", below="<div class='byline'>BY $A</div>"),
    Layout("german byline", below="<p class='autor'>Von $a und $b, Ostrey</p>", stated="$a;$b"),
    Layout("french byline", below="<p class='article__author'>Par $a et $b (avec l'agence)</p>", stated="$a;$b"),
    Layout("spanish byline", below="<div class='autor-texto'>Por $a | Ostrey | 14 de marzo de 2025</div>"),
    Layout("italian byline", below="<span class='author'>di $a</span>"),
    Layout("dutch byline", below="<span class='auteur'>Door $a</span>"),
    Layout("bylines with places", below="<div class='byline'>$a in Ostrey and $b in Arle</div>", stated="$a;$b"),
    Layout("byline with post", below="<div class='byline'>By $a, Health Correspondent</div>"),
    Layout("byline with post below", below="<div class='byline'><div class='name'>$a</div><div class='role'>Political editor</div></div>"),
    Layout("byline with address", below="<div class='byline'>By $a <a href='mailto:x'>roe@$host</a></div>"),
    Layout("byline with day", below="<div class='post-meta author'>By $a on March 14, 2025 at 10:14 am</div>"),
    Layout("byline for the paper", below="<div class='byline'>By $a for $site</div>"),
    Layout("byline and agency", below="<div class='byline'>By $a, Harbour Press Agency</div>"),
    Layout("byline and pictures", below="<div class='byline'>Story by $a | Photos by Odo Feld</div>"),
    Layout("byline without a name of its own", below="<p>By $a</p>"),
    Layout("bold byline without a name of its own", below="<p><strong>Von $a</strong></p>"),
    Layout("byline above", above="<div class='kicker'>$section</div><p class='byline'>By $a</p>"),
    Layout("reporters at the end", end="<p>(Reporting by $a and $b; Editing by Odo Feld)</p>", stated="$a;$b"),
    Layout("box of the author", below="<p class='byline'>By $a</p>", end="<div class='author-bio'><h4>About $a</h4><p>Writes about harbours and the sea since the year of the flood.</p></div><div class='related'><span class='author-name'>Ada Brandt</span></div>"),
    Layout("authors of other stories", above="<aside><a href='/x'>Ferry</a> <span class='author-name'>Ada Brandt</span></aside>", below="<span class='author-name'>$a</span>"),
    Layout("nobody", below="<p class='byline'>Staff</p>", stated=""),
    Layout("agency alone", below="<p class='byline'>Harbour Press Agency</p>", stated=""),
    Layout("paper alone", head='<meta name="author" content="$site">', stated=""),
    # Headlines
    Layout("kicker above", "$title", above="<h2 class='kicker'>$section</h2>", below="<p class='byline'>By $a</p>"),
    Layout("kicker in the heading", "$title | $site", _OG, headline="<h1><span class='kicker'>$section</span> <span class='headline'>$title</span></h1>", below="<p class='byline'>By $a</p>"),
    Layout("kicker in the heading, no data", "$title | $site", headline="<h1><span class='topline'>$section:</span><br>$title</h1>", below="<p class='byline'>By $a</p>"),
    Layout("kicker in the title", "$section: $title - $site", '<meta property="og:title" content="$section: $title">', headline="<p>$section</p><h1>$title</h1>", below="<p class='byline'>By $a</p>"),
    Layout("opinion before the title", "Opinion | $title - $site", '<meta property="og:title" content="Opinion | $title">', below="<p class='byline'>By $a</p>"),
    Layout("section as heading", "$title - $section - $site", above="<h1>$section</h1>", headline="<h2>$title</h2>", below="<p class='byline'>By $a</p>"),
    Layout("section as heading, og", "$site", _OG, above="<h1>$section</h1>", headline="<h2>$title</h2>", below="<p class='byline'>By $a</p>"),
    Layout("paper as heading", "$site", above="<h1>$site</h1>", headline="<h2>$title</h2>", below="<p class='byline'>By $a</p>"),
    Layout("paper as linked heading", "$site - $title", above="<h1><a href='/'>$site</a></h1>", headline="<h2>$title</h2>", below="<p class='byline'>By $a</p>"),
    Layout("title for searching", "Harbour crane news: what happened, who pays | $site", '<meta property="og:title" content="Harbour crane news: what happened, who pays">' + _LD % '{"@type":"NewsArticle","headline":"Harbour crane news: what happened, who pays","author":{"name":"$a"}}'),
    Layout("title cut short", "$cut... | $site", '<meta property="og:title" content="$cut...">', below="<p class='byline'>By $a</p>"),
    Layout("site in og", "$title - $site", '<meta property="og:title" content="$title - $site">', headline="<div class='hd'>$title</div>", below="<p class='byline'>By $a</p>"),
    Layout("site known, no heading", "$title - $site", '<meta property="og:site_name" content="$site">', headline="<p class='hd'><b>$title</b></p>", below="<p class='byline'>By $a</p>"),
    Layout("hidden words in the heading", headline="<h1><span class='visually-hidden'>Article: </span>$title</h1>", below="<p class='byline'>By $a</p>"),
    Layout("button in the heading", head=_OG, headline="<h1>$title <a class='comments' href='#c'>12 comments</a></h1>", below="<p class='byline'>By $a</p>"),
    Layout("button in the heading, no data", "$site", headline="<h1>$title <button>Share</button></h1>", below="<p class='byline'>By $a</p>"),
    Layout("several first headings", "$site", headline="<h1 itemprop='headline'>$title</h1>", below="<p class='byline'>By $a</p>", end=f"<section><h1>{_OTHER}</h1><h1>Choir seeks voices for the autumn</h1></section>"),
    Layout("several first headings, og", "$site", _OG, above=f"<section><h1>{_OTHER}</h1></section>", below="<p class='byline'>By $a</p>"),
    Layout("deck under the headline", "$site", headline="<h1>$title</h1><h2>The council argued until two in the morning about who should pay for the work</h2>", below="<p class='byline'>By $a</p>"),
    Layout("translated", f"{_OTHER} | $site", f'<meta property="og:title" content="{_OTHER}">', headline="<h1><font style='vertical-align: inherit'><font>$title</font></font></h1>", below="<p class='byline'><font><font>By $a</font></font></p>"),
    Layout("old tables", "$title", headline="<table><tr><td><font size=5><b>$title</b></font><br><font size=2>By $a</font></td></tr></table>"),
    Layout("share box before", "$title — $site", above="<div class='share'><h3>Share this article</h3></div>", below="<p class='byline'>By $a</p>"),
    Layout("box for letters", "$title — $site", _OG, above="<div><h1>Sign up for our letter of the morning</h1></div>", headline="<h2>$title</h2>", below="<p class='byline'>By $a</p>"),
    # In other words, and further ways
    Layout("entries of one archive page", "$title – $site", '<meta name="generator" content="CMS 4">' + _OG, above="<h2>$section</h2>", headline="<h1 class='post__title'>$title</h1>", below="<ul class='post__meta'><li class='post__author'>Words: $a</li><li>14.03.2025</li></ul>"),
    Layout("russian byline", below="<div class='article__author'>Автор: Анна Петрова</div>", stated="Анна Петрова"),
    Layout("arabic byline", below="<div class='author'>كتب: أحمد العلي</div>", stated="أحمد العلي"),
    Layout("chinese author in data", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"name":"李雷"}}', stated="李雷"),
    Layout("polish byline", below="<span class='autor'>Autor: Łukasz Żak</span>", stated="Łukasz Żak"),
    Layout("portuguese byline", below="<p class='content-publication-data__from'>Por $a e $b — Ostrey</p>", stated="$a;$b"),
    Layout("swedish byline", below="<div class='byline'>Av $a och $b</div>", stated="$a;$b"),
    Layout("turned name", head='<meta name="author" content="Brandt, Ada">', stated="Ada Brandt"),
    Layout("name in capitals in data", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":{"name":"$A"}}'),
    Layout("by in the data", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":[{"name":"By $a"},{"name":"$b"}]}', stated="$a;$b"),
    Layout("paper and person in the data", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":[{"@type":"Person","name":"$a"},{"@type":"Organization","name":"$site"}]}'),
    Layout("person and agency in the data", head=_LD % '{"@type":"NewsArticle","headline":"$title","author":[{"@type":"Person","name":"$a"},{"@type":"Organization","name":"Harbour Press Agency"}]}'),
    Layout("data twice", head=(_LD % '{"@type":"WebPage","name":"$title","author":{"name":"$site"}}') + (_LD % '{"@type":"ReportageNewsArticle","headline":"$title","author":{"name":"$a"}}')),
    Layout("type in a list", head=_LD % '{"@type":["NewsArticle","Article"],"headline":"$title","author":[{"@type":["Person"],"name":"$a"}]}'),
    Layout("article as main entity", head=_LD % '{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"$title","author":{"name":"$a"}}}'),
    Layout("names with a picture", below="<div class='author-info'><img alt='$a' src='a.jpg'><a class='author-link' href='/a'>$a</a><span>14 March 2025</span></div>"),
    Layout("two bylines alike", below="<div class='byline-mobile'>By $a</div><div class='byline-desktop'>By $a</div>"),
    Layout("byline after the deck", headline="<h1>$title</h1><p class='deck'>The council argued until two in the morning about who should pay for the work, and went home.</p>", below="<p>By <b>$a</b></p>"),
    Layout("byline in a list", below="<ul class='meta'><li>By <a href='/authors/1'>$a</a></li><li>14 March 2025</li></ul>"),
    Layout("link to an author's page", below="<div class='info'><a href='/author/somebody'>$a</a> <time>14 March 2025</time></div>"),
    Layout("special to", below="<p>By $a<br>Special to $site</p>"),
    Layout("post under the name", below="<p>By $a<br>Staff writer</p>"),
    Layout("date line above the byline", below="<p>March 14, 2025</p><p>By $a and $b</p>", stated="$a;$b"),
    Layout("byline with a comma and a place", below="<p>By $a, Ostrey</p>"),
    Layout("long title with a colon", "$section: $title", headline="<h1>$title</h1>", below="<p class='byline'>$a</p>"),
    Layout("site first", "$site :: $title", headline="<h4>$title</h4>", below="<p class='byline'>$a</p>"),
    Layout("site first, og", "$site | $title", '<meta property="og:title" content="$site | $title"><meta property="og:site_name" content="$site">', headline="<p class='title'>$title</p>", below="<p class='byline'>$a</p>"),
    Layout("heading in a link", "$title | $site", headline="<h1><a href='/2025/a'>$title</a></h1>", below="<p class='byline'>$a</p>"),
    Layout("permanent link in the heading", "$site", headline="<h1>$title<a class='headerlink' href='#t'>¶</a></h1>", below="<p class='byline'>$a</p>"),
    Layout("label in the heading", "$title | $site", headline="<h1><span class='label'>Exclusive</span> $title</h1>", below="<p class='byline'>$a</p>"),
    Layout("plus mark in the heading", "$title | $site", headline="<h1><span class='premium-icon'>Plus</span> $title</h1>", below="<p class='byline'>$a</p>"),
    Layout("headline for listeners", "$title | $site", headline="<h1 aria-label='$title'><span aria-hidden='true'>$title</span></h1>", below="<p class='byline'>$a</p>"),
    Layout("article list below", "$title | $site", headline="<h2>$title</h2>", below="<p class='byline'>$a</p>", end=f"<h1>More of the day</h1><h2>{_OTHER}</h2>"),
    Layout("cookie heading first", "$title | $site", above="<div class='cc'><h1>We value your privacy and your choices</h1></div>", headline="<h2 class='headline'>$title</h2>", below="<p class='byline'>$a</p>"),
    Layout("archived copy", "$title | $site", above="<div id='wm-ipp'><h1>Archive of the county library</h1></div>", below="<p class='byline'>$a</p>"),
    Layout("printed view", "Print: $title", headline="<div class='print-title'>$title</div>", below="<p>By $a</p>"),
    Layout("window of the section alone", "$section | $site", headline="<h2>$title</h2>", below="<p class='byline'>$a</p>"),
)  # fmt: skip


def pages(only: str = "") -> Iterator[Page]:
    """Each layout with each story."""
    for layout in LAYOUTS:
        for story in _STORIES if only in layout.name else ():
            title, a = story["title"], story["a"]
            words = story | {
                "A": a.upper(), "cut": title[: len(title) // 2].rstrip(), "twice": title.replace("“", "&amp;#8220;"),
                "escaped": title.replace("“", "&#8220;").replace("”", "&#8221;"), "a_escaped": a.replace("'", "&#039;"),
            }  # fmt: skip

            def fill(piece: str, words: dict[str, str] = words) -> str:
                return Template(piece).substitute(words)

            text = "".join(f"<p>{paragraph}</p>" for paragraph in _TEXT)
            html = (
                f"<!doctype html><html lang='en'><head><title>{fill(layout.window)}</title>{fill(layout.head)}</head>"
                f"<body><div class='top'><a href='/'>{story['site']}</a></div><main>{fill(layout.above)}<article>"
                f"{fill(layout.headline)}{fill(layout.below)}<div class='text'>{text}</div>{fill(layout.end)}</article>"
                "</main></body></html>"
            )
            yield Page(layout.name, html, title, tuple(name for name in fill(layout.stated).split(";") if name))


def folded(text: str) -> str:
    """The letters and figures of a text, blind to case."""
    return "".join(filter(str.isalnum, text.casefold()))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    parser.add_argument("--only", default="", help="layouts with this word in their names")
    arguments = parser.parse_args()
    made = list(pages(arguments.only))
    titles = authors = 0
    for page in made:
        found = read_clipboard("", page.html)
        title, names = (found.title, found.authors) if isinstance(found, Article) else (str(found), ())
        right = folded(title) == folded(page.title), set(map(folded, names)) == set(map(folded, page.authors))
        titles, authors = titles + right[0], authors + right[1]
        if arguments.show and not all(right):
            print(f"{page.layout}: {'' if right[0] else title!r} {'' if right[1] else (names, page.authors)}")
    print(f"{len(made)} pages in {len({page.layout for page in made})} layouts")
    print(f"titles {titles} right ({titles / len(made):.1%}; at least 95 %)")
    print(f"authors {authors} right ({authors / len(made):.1%}; at least 90 %)")
    return 0 if titles >= 0.95 * len(made) and authors >= 0.9 * len(made) else 1


if __name__ == "__main__":
    sys.exit(main())
