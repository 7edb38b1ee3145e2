# ruff: noqa: E501 # prose and markup read best unbroken
"""Made-up pages in the layouts of real sites, each with the publication date it bears: what `readers_dates.py` and
`readers_speed.py` measure on. All words are invented; only the ways of marking a date are those of the web."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


def _words(text: str) -> list[str]:
    return text.split()


_MONTHS = {
    "en": _words("January February March April May June July August September October November December"),
    "de": _words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    "fr": _words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "es": _words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    "ru": _words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
}
_DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_SUBJECTS = _words("ferry bridge harbour council orchard mill library railway market theatre reservoir quarry")
_VERBS = _words("closes reopens floods burns strikes expands fails wins sinks returns moves collapses")
_PLACES = ("Marlow Ferry", "Arle", "Sandmouth", "Upper Wick", "Tarn", "Eastholme", "Quillford", "Brackwater")


@dataclass(frozen=True, slots=True)
class Page:
    """A page, its layout, the day it was published (None where it does not say) and whether its metadata states it."""

    layout: str
    html: str
    published: date | None
    in_metadata: bool


@dataclass
class Case:
    """What one page is made of; ``dice`` picks the rest."""

    day: date
    dice: random.Random

    def __post_init__(self) -> None:
        pick = self.dice.choice
        self.updated = self.day + timedelta(days=self.dice.randint(2, 40))
        self.title = f"{pick(_PLACES)} {pick(_SUBJECTS)} {pick(_VERBS)} after {pick(('night of storms', 'long dispute', 'vote'))}"
        self.clock = f"{self.dice.randint(6, 20):02d}:{self.dice.randint(0, 59):02d}"
        self.slug = self.title.lower().replace(" ", "-")
        self.author = pick(("Jane Roe", "Ada Brandt", "Tom Weller", "Mira Holt"))

    def iso(self, day: date | None = None, zone: str = "+00:00") -> str:
        return f"{day or self.day}T{self.clock}:00{zone}"

    def words(self, style: str = "us", day: date | None = None, language: str = "en") -> str:
        d = day or self.day
        name, weekday = _MONTHS[language][d.month - 1], _DAYS[d.weekday()]
        return {
            "us": f"{name} {d.day}, {d.year}", "uk": f"{d.day} {name} {d.year}", "short": f"{name[:3]} {d.day}, {d.year}",
            "ap": f"{name[:3]}. {d.day}, {d.year}", "long": f"{weekday}, {name} {d.day}, {d.year}",
            "de": f"{d.day}. {name} {d.year}", "mdy": f"{d.month:02d}/{d.day:02d}/{d.year}",
            "dmy": f"{d.day:02d}/{d.month:02d}/{d.year}", "dots": f"{d.day:02d}.{d.month:02d}.{d.year}",
            "es": f"{d.day} de {name} de {d.year}", "cjk": f"{d.year}年{d.month:02d}月{d.day:02d}日",
        }[style]  # fmt: skip

    def body(self, opening: str = "") -> str:
        pick, other = self.dice.choice, self.day - timedelta(days=self.dice.randint(40, 900))
        lines = [
            f"{opening}The {pick(_SUBJECTS)} at {pick(_PLACES)} was shut on {_DAYS[self.day.weekday()]} after water came through "
            f"the roof, the council said, and nobody could tell when it would open its doors to visitors again.",
            f"It had last been repaired on {self.words('uk', other)}, when the town spent two years' rates on new beams and "
            "was promised that they would hold for a lifetime, a spokeswoman told reporters.",
            "“We are looking into how that could happen,” she said. An inquiry will begin next week and is expected to "
            "report before the end of the year, according to two people who have seen its terms.",
            "Neighbours said that they had written to the council three times since the spring without an answer, and that "
            "the noise had kept them awake through most of the night before the doors were closed.",
        ]
        return "\n".join(f"<p>{line}</p>" for line in lines)

    def related(self) -> str:
        days = [self.day + timedelta(days=self.dice.randint(-30, 30)) for _ in range(3)]
        items = "".join(
            f'<li class="teaser"><a href="/x">{self.dice.choice(_PLACES)} {self.dice.choice(_SUBJECTS)} reopens</a> '
            f'<time datetime="{d}">{self.words("us", d)}</time></li>'
            for d in days
        )
        return f'<aside class="related"><h3>Related stories</h3><ul>{items}</ul></aside>'

    def comments(self) -> str:
        days = [self.day + timedelta(days=n) for n in (3, 5)]
        items = "".join(
            f'<li class="comment"><p>Posted by reader on <time datetime="{self.iso(d)}">{self.words("us", d)}</time></p>'
            "<p>It was high time.</p></li>"
            for d in days
        )
        return f'<section id="comments"><h3>2 Comments</h3><ol>{items}</ol></section>'

    def page(
        self, head: str = "", byline: str = "", *, lang: str = "en-US", before: str = "", body: str | None = None,
        after: str = "", heading: bool = True, url: str = "",
    ) -> str:  # fmt: skip
        link = f'<link rel="canonical" href="{url}">' if url else ""
        h1 = f"<h1>{self.title}</h1>" if heading else ""
        return (
            f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{self.title} - The Arle Post</title>'
            f'{link}{head}</head><body class="single has-sidebar"><header class="site-header"><a href="/">The Arle Post</a></header>'
            f"<nav><ul><li>News</li><li>Sport</li></ul></nav><main>{before}<article>{h1}{byline}"
            f'<div class="content">{self.body() if body is None else body}</div></article>{after}{self.related()}'
            f"{self.comments()}</main><footer><p>© 2009-2024 The Arle Post. All rights reserved. Last build 1 May 2024</p></footer>"
            "</body></html>"
        )


def _ld(kind: str = "NewsArticle", **fields: object) -> str:
    data = {"@context": "https://schema.org", "@type": kind, **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def _meta(name: str, value: str, attribute: str = "property") -> str:
    return f'<meta {attribute}="{name}" content="{value}">'


LAYOUTS: dict[str, tuple[Callable[[Case], str], bool, bool]] = {}
"""Each layout: what makes its page, whether its metadata states the date, whether the page tells it at all."""


def layout(*, metadata: bool, dated: bool = True) -> Callable[[Callable[[Case], str]], Callable[[Case], str]]:
    """Put a layout into the table."""

    def put(make: Callable[[Case], str]) -> Callable[[Case], str]:
        LAYOUTS[make.__name__] = (make, metadata, dated)
        return make

    return put


@layout(metadata=True)
def blog_engine_with_graph(c: Case) -> str:
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "datePublished": c.iso(), "dateModified": c.iso(c.updated)},
        {"@type": "Organization", "name": "The Arle Post"},
        {"@type": "Article", "headline": c.title, "datePublished": c.iso(), "dateModified": c.iso(c.updated)}]}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>' + _meta("article:published_time", c.iso())
    head += _meta("article:modified_time", c.iso(c.updated))
    times = f'<time class="entry-date published" datetime="{c.iso()}">{c.words()}</time>'
    times += f'<time class="updated" datetime="{c.iso(c.updated)}">{c.words(day=c.updated)}</time>'
    return c.page(head, f'<div class="entry-meta">Posted on {times} by {c.author}</div>')


@layout(metadata=False)
def blog_engine_bare(c: Case) -> str:
    time = f'<time class="entry-date published updated" datetime="{c.iso()}">{c.words()}</time>'
    archive = (
        '<div id="secondary" class="widget-area"><h2>Archives</h2><ul><li>May 2019</li><li>June 2020</li></ul></div>'
    )
    return c.page("", f'<div class="entry-meta">{time}</div>', after=archive)


@layout(metadata=False)
def blog_date_above_title(c: Case) -> str:
    before = f'<h2 class="date-header"><span>{c.words("long")}</span></h2>'
    after = f'<div class="post-footer">Posted by {c.author} at <abbr class="published" title="{c.iso()}">9:15 AM</abbr></div>'
    return c.page("", "", before=before, after=after, url=f"http://post.example/{c.day:%Y/%m}/{c.slug}.html")


@layout(metadata=True)
def big_daily(c: Case) -> str:
    head = _meta("article:published_time", c.iso(zone=".000Z")) + _ld(
        headline=c.title, datePublished=c.iso(zone=".000Z")
    )
    time = f'<time datetime="{c.iso(zone="-04:00")}"><span>{c.words("ap")}</span></time>'
    return c.page(head, f"<p>By {c.author}</p>{time}", url=f"https://post.example/{c.day:%Y/%m/%d}/world/{c.slug}.html")


@layout(metadata=True)
def broadcaster(c: Case) -> str:
    head = _ld(
        "ReportageNewsArticle", headline=c.title, datePublished=c.iso(zone="Z"), dateModified=c.iso(c.updated, "Z")
    )
    return c.page(
        head, f'<time data-testid="timestamp" datetime="{c.iso(zone="Z")}">{c.words("uk")}</time>', lang="en-GB"
    )


@layout(metadata=True)
def daily_with_month_in_url(c: Case) -> str:
    url = f"https://post.example/world/{c.day.year}/{c.day:%b}/{c.day:%d}/{c.slug}".lower()
    text = f"First published on {_DAYS[c.day.weekday()][:3]} {c.words('uk')} 18.05 BST, last modified on {c.words('uk', c.updated)}"
    return c.page(
        _meta("article:published_time", c.iso(zone=".000Z")), f"<details>{text}</details>", lang="en", url=url
    )


@layout(metadata=True)
def agency(c: Case) -> str:
    head = _meta("article:published_time", c.iso(zone="Z")) + _meta("article:modified_time", c.iso(c.updated, "Z"))
    times = f'<time datetime="{c.iso(zone="Z")}"><span>{c.words()}</span><span>8:15 PM UTC</span><span>Updated 3 days ago</span></time>'
    return c.page(
        head, times, body=c.body(f"{c.dice.choice(_PLACES).upper()}, {c.words().rpartition(',')[0]} (Arle Press) - ")
    )


@layout(metadata=True)
def essay_site(c: Case) -> str:
    head = _meta("article:published_time", c.iso(zone=".123Z"))
    head += _ld(
        headline=c.title, dateCreated=c.iso(zone="Z"), datePublished=c.iso(zone="Z"), dateModified=c.iso(c.updated, "Z")
    )
    return c.page(head, f"<div><span>5 min read</span><span>·</span><span>{c.words('short')}</span></div>", lang="en")


@layout(metadata=True)
def ministry(c: Case) -> str:
    head = _meta("govuk:first-published-at", c.iso(), "name") + _meta("govuk:updated-at", c.iso(c.updated), "name")
    text = (
        f"<dl><dt>Published</dt><dd>{c.words('uk')}</dd><dt>Last updated</dt><dd>{c.words('uk', c.updated)}</dd></dl>"
    )
    return c.page(head, text, lang="en")


@layout(metadata=False)
def press_office(c: Case) -> str:
    return c.page("", f"<p>FOR IMMEDIATE RELEASE</p><p>{c.words()}</p>")


@layout(metadata=True)
def german_weekly(c: Case) -> str:
    head = _meta("date", c.iso(zone="+02:00"), "name") + _meta("last-modified", c.iso(c.updated, "+02:00"), "name")
    time = (
        f'<time class="timeformat" datetime="{c.day} {c.clock}:00">{c.words("de", language="de")}, {c.clock} Uhr</time>'
    )
    return c.page(head, time, lang="de")


@layout(metadata=False)
def german_local(c: Case) -> str:
    return c.page("", f'<p class="artikel-info">Stand: {c.words("dots")}, {c.clock} Uhr</p>', lang="de")


@layout(metadata=True)
def french_daily(c: Case) -> str:
    text = f"Publié le {c.words('uk', language='fr')} à 10h15, modifié le {c.words('uk', c.updated, 'fr')} à 11h02"
    return c.page(_meta("og:article:published_time", c.iso()), f'<p class="meta__date">{text}</p>', lang="fr")


@layout(metadata=False)
def spanish_daily(c: Case) -> str:
    return c.page("", f'<span class="fecha">{c.words("es", language="es")}</span>', lang="es")


@layout(metadata=False)
def russian_site(c: Case) -> str:
    return c.page("", f'<div class="article__info-date">{c.words("uk", language="ru")}, {c.clock}</div>', lang="ru")


@layout(metadata=False)
def chinese_site(c: Case) -> str:
    return c.page(
        "",
        f'<div class="info"><span class="time">{c.words("cjk")} {c.clock}</span> <span>来源：通讯</span></div>',
        lang="zh",
    )


@layout(metadata=False)
def american_figures(c: Case) -> str:
    return c.page("", f"<p>Posted on {c.words('mdy')} by {c.author}</p>")


@layout(metadata=False)
def british_figures(c: Case) -> str:
    return c.page("", f'<p class="date">{c.words("dmy")}</p>', lang="en-GB")


@layout(metadata=True)
def microdata(c: Case) -> str:
    times = f'<span itemprop="datePublished" content="{c.iso()}">{c.words()}</span>'
    return c.page("", f'<div itemscope itemtype="http://schema.org/Article">{times}<meta itemprop="dateModified" '
                      f'content="{c.iso(c.updated)}"></div>')  # fmt: skip


@layout(metadata=True)
def newsletter_tool(c: Case) -> str:
    return c.page(_meta("sailthru.date", f"{c.day} {c.clock}:00", "name"), f"<p>by {c.author}</p>")


@layout(metadata=True)
def unix_time(c: Case) -> str:
    seconds = int(datetime(c.day.year, c.day.month, c.day.day, 12, tzinfo=UTC).timestamp())
    return c.page(_meta("parsely-pub-date", str(seconds * c.dice.choice((1, 1000))), "name"))


@layout(metadata=True)
def broken_data(c: Case) -> str:
    text = f'{{"@type": "NewsArticle", "headline": "{c.title}", "description": "it said "no" again", "datePublished": "{c.iso()}",}}'
    return c.page(f'<script type="application/ld+json">{text}</script>')


@layout(metadata=False, dated=False)
def nothing_but_noise(c: Case) -> str:
    return c.page("", f"<p>By {c.author}</p>")


@layout(metadata=False, dated=False)
def date_of_today_on_top(c: Case) -> str:
    return c.page("", f"<p>By {c.author}</p>", before=f'<div class="top-date">{c.words("long", c.updated)}</div>')


@layout(metadata=False, dated=False)
def only_modified(c: Case) -> str:
    return c.page(_meta("article:modified_time", c.iso(c.updated)), f"<p>Last updated: {c.words(day=c.updated)}</p>")


@layout(metadata=False)
def today_on_top_and_byline(c: Case) -> str:
    top = f'<div id="current-date">{c.words("long", c.day + timedelta(days=400))}</div>'
    return c.page("", f"<p>By {c.author} | {c.words('ap')} at 5:00 p.m. EDT</p>", before=top)


@layout(metadata=True)
def event_page(c: Case) -> str:
    ahead = c.day + timedelta(days=60)
    head = _ld(headline=c.title, datePublished=c.iso()) + _ld("Event", name="Open day", startDate=c.iso(ahead))
    return c.page(head, f'<p class="event-date">When: {c.words(day=ahead)}</p>')


@layout(metadata=True)
def library_terms(c: Case) -> str:
    return c.page(_meta("DC.date.issued", str(c.day), "name") + _meta("DCTERMS.modified", str(c.updated), "name"))


@layout(metadata=False)
def script_state(c: Case) -> str:
    state = {"props": {"article": {"id": 7, "publishedAt": c.iso(zone="Z"), "title": c.title}}}
    return c.page(
        "", f"<p>{c.author}</p>", after=f'<script id="__DATA__" type="application/json">{json.dumps(state)}</script>'
    )


@layout(metadata=True)
def cable_channel(c: Case) -> str:
    head = _ld(headline=c.title, datePublished=c.iso(zone="Z"), dateModified=c.iso(c.updated, "Z"))
    return c.page(head, f'<div class="timestamp">Updated 9:15 PM EDT, Sun {c.words(day=c.updated)}</div>')


@layout(metadata=False)
def press_wire(c: Case) -> str:
    return c.page("", "", body=c.body(f"{c.dice.choice(_PLACES).upper()}, {c.words()} /ArleWire/ -- "))


@layout(metadata=True)
def late_in_the_west(c: Case) -> str:
    """Published in the evening by the newsroom's clock: already the next day in universal time."""
    c.clock = "03:40"
    head = _ld(headline=c.title, datePublished=c.iso(c.day + timedelta(days=1), "Z"))
    return c.page(head, f'<p class="byline">By {c.author}, {c.words()} 10:40 p.m.</p>')


@layout(metadata=True)
def moved_site(c: Case) -> str:
    """An old article that a new engine dates by the day it was moved."""
    moved = c.day + timedelta(days=1500)
    head = _meta("article:published_time", c.iso(moved)) if moved < date(2026, 6, 1) else ""
    return c.page(
        head, f'<p class="byline">Published {c.words()}</p>', url=f"https://post.example/{c.day:%Y/%m/%d}/{c.slug}"
    )


@layout(metadata=True)
def journal(c: Case) -> str:
    return c.page(_meta("citation_publication_date", f"{c.day:%Y/%m/%d}", "name"), "<p>Volume 7, pages 1-12</p>")


@layout(metadata=False)
def content_manager(c: Case) -> str:
    text = f"Submitted by {c.author} on {_DAYS[c.day.weekday()][:3]}, {c.words('mdy')} - {c.clock}"
    return c.page("", f'<div class="node__meta"><span class="submitted">{text}</span></div>')


@layout(metadata=False)
def microformat(c: Case) -> str:
    return c.page("", f'<div class="h-entry"><time class="dt-published" datetime="{c.day}">{c.words()}</time></div>')


@layout(metadata=False)
def spans(c: Case) -> str:
    name = _MONTHS["en"][c.day.month - 1]
    parts = f"<span>{c.day.day}</span> <span>{name}</span> <span>{c.day.year}</span>"
    return c.page("", f'<div class="post-date">{parts}</div>', lang="en-GB")


@layout(metadata=False)
def url_only(c: Case) -> str:
    return c.page("", f"<p>By {c.author}</p>", url=f"https://post.example/news/{c.day:%Y/%m/%d}/{c.slug}")


@layout(metadata=False)
def dated_at_the_end(c: Case) -> str:
    return c.page(
        "", f"<p>By {c.author}</p>", after=f'<p class="pub-info">This article was published on {c.words()}.</p>'
    )


@layout(metadata=True)
def live_blog(c: Case) -> str:
    entries = [
        {"@type": "BlogPosting", "headline": "Doors open", "datePublished": c.iso(c.day + timedelta(days=n))}
        for n in (1, 2)
    ]
    head = _ld("LiveBlogPosting", headline=c.title, datePublished=c.iso(), liveBlogUpdate=entries)
    posts = "".join(
        f'<div class="update"><time datetime="{c.iso(c.day + timedelta(days=n))}">{c.clock}</time></div>'
        for n in (2, 1)
    )
    return c.page(head, "", body=posts + c.body())


@layout(metadata=True)
def several_articles(c: Case) -> str:
    other = c.day - timedelta(days=9)
    head = _ld(headline="Ferry timetable changes for the summer season", datePublished=c.iso(other)) + _ld(
        headline=c.title, datePublished=c.iso()
    )
    return c.page(head, f"<p>By {c.author}</p>")


@layout(metadata=True)
def generic_date_field(c: Case) -> str:
    return c.page(_meta("date", str(c.day), "name"), f"<p>{c.author}</p>")


@layout(metadata=False)
def date_over_headline(c: Case) -> str:
    head = f'<header class="entry-header"><span class="date">{c.words()}</span><h1>{c.title}</h1></header>'
    return c.page("", head, heading=False)


@layout(metadata=False)
def page_builder(c: Case) -> str:
    item = f'<span class="elementor-icon-list-text"><time>{c.words()}</time></span>'
    return c.page("", f'<div class="elementor-widget elementor-widget-post-info"><ul><li>{item}</li></ul></div>')


@layout(metadata=False)
def calendar_sign(c: Case) -> str:
    return c.page(
        "", f'<ul class="blog-info"><li><i class="fa fa-calendar"></i> {c.words("short")}</li><li>3 min</li></ul>'
    )


@layout(metadata=False, dated=False)
def other_publication_in_text(c: Case) -> str:
    study = c.words("us", c.day - timedelta(days=700))
    return c.page("", f"<p>By {c.author}</p>", body=f"<p>The study was published on {study}.</p>{c.body()}")


@layout(metadata=True)
def statistics_field(c: Case) -> str:
    data = json.dumps({"title": c.title, "pub_date": c.iso(zone="Z"), "type": "post"})
    return c.page(f"<meta name='parsely-page' content='{data}'>")


@layout(metadata=True)
def unix_words(c: Case) -> str:
    return c.page(_meta("pubdate", f"{c.day:%a %b %d} {c.clock}:00 EST {c.day.year}", "name"))


@layout(metadata=False)
def long_byline(c: Case) -> str:
    text = f"By {c.author} | Arle Post reporter on {c.words()} at 5:38 AM, updated {c.words(day=c.updated)} at 6:10 AM"
    return c.page("", f"<p>{text}</p>")


@layout(metadata=False)
def article_footer(c: Case) -> str:
    return c.page(
        "", "", body=f'{c.body()}<footer class="entry-meta">This entry was posted in News on {c.words()}</footer>'
    )


@layout(metadata=True)
def shown_as_updated(c: Case) -> str:
    """The page shows only the day of the update, without saying so."""
    head = _meta("article:published_time", c.iso(zone="-05:00")) + _meta(
        "article:modified_time", c.iso(c.updated, "-05:00")
    )
    return c.page(head, f'<span class="post-date">{c.words(day=c.updated)}</span>')


def pages(count: int, seed: int = 1) -> Iterator[Page]:
    """So many pages, the layouts in turn."""
    dice = random.Random(seed)
    made = list(LAYOUTS.items())
    for number in range(count):
        name, (make, metadata, dated) = made[number % len(made)]
        day = date(2003, 1, 1) + timedelta(days=dice.randrange(8_300))
        yield Page(name, make(Case(day, dice)), day if dated else None, metadata)


def furnished(html: str, seed: int = 1) -> str:
    """The page with the menus, scripts and teasers of a real one: about 60 KB more."""
    dice = random.Random(seed)
    menu = "".join(f'<li class="menu-item"><a href="/s/{k}">Section {k}</a></li>' for k in range(120))
    script = f"<script>var slots = [{', '.join(str(dice.random()) for _ in range(1500))}];</script>"
    cards = "".join(
        f'<div class="card"><a href="/n/{k}" data-x="{dice.random()}"><img src="/i/{k}.jpg" alt=""><span class="card__title">'
        f"{dice.choice(_PLACES)} {dice.choice(_SUBJECTS)} {dice.choice(_VERBS)}</span></a><p>More on this</p></div>"
        for k in range(150)
    )
    html = html.replace("<nav><ul>", f"<nav><ul>{menu}").replace("</head>", f"{script}</head>")
    return html.replace("<footer>", f'<div class="more-grid">{cards}</div><footer>')
