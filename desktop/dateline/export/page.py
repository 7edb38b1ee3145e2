"""One web page that holds everything: the timeline beside the text, no network, no script that is not its own.

The page forbids itself any other style, script or address (a content security policy with the hashes of its two), so
that nothing an article says can run, whatever a browser makes of it.
"""

import base64
import hashlib
import html
from collections.abc import Callable, Iterator
from functools import cache

from dateline import paths
from dateline.core.model import Article, Bundle, Certainty, Event
from dateline.core.moment import civil, iso
from dateline.export.common import (
    Lookup,
    Options,
    bounds_words,
    citation,
    counted,
    extent,
    one_line,
    sections,
    web_address,
    when,
    xml_text,
)
from dateline.export.markup import Tag, inline
from dateline.version import __version__

Anchors = dict[tuple[int | None, int, int], str]
"""Article, start and end of a trigger → the id of its link in the text."""


def write(bundle: Bundle, options: Options) -> bytes:
    """The whole bundle as one HTML file."""
    lookup = Lookup(bundle)
    anchors = _anchors(bundle)
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    undated = sum(not event.dated for event in bundle.events)
    counts = f"{counted(len(bundle.events), 'event')} from {counted(len(bundle.articles), 'article')}"
    counts += f", {undated} without a date" if undated else ""
    parts = [
        f'<!DOCTYPE html>\n<html lang="{options.locale[:2] if options.locale != "iso" else "en"}">\n<head>\n',
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
        f'<meta name="generator" content="Dateline {__version__}">\n<title>{_escape(options.heading)}</title>\n',
        f"<style>{style}</style>\n</head>\n<body>\n",
        '<a class="skip" href="#texts">To the text</a>\n',
        f"<header>\n<h1>{_escape(one_line(options.heading))}</h1>\n<p>{counts}</p>\n{_FORM}</header>\n<main>\n",
        '<section class="timeline" aria-label="Timeline" tabindex="0">\n<h2>Timeline</h2>\n',
        *_timeline(bundle, lookup, anchors, options),
        '</section>\n<section class="texts" id="texts" aria-label="Text" tabindex="0">\n',
        *(_article(article, lookup, anchors) for article in bundle.articles),
        f"</section>\n</main>\n<footer>Made with Dateline {__version__}.</footer>\n<script>{script}</script>\n",
        "</body>\n</html>\n",
    ]
    return "".join(parts).encode()


_FORM = (
    '<form role="search" hidden>\n<label>Find <input type="search" name="words"></label>\n'
    "<fieldset><legend>Certainty</legend>\n"
    + "".join(f'<label><input type="checkbox" value="{c.value}" checked> {c.value}</label>\n' for c in Certainty)
    + '<label><input type="checkbox" name="passing"> also what is mentioned in passing</label>\n'
    + '</fieldset>\n<output id="count" aria-live="polite"></output>\n</form>\n'
)


@cache
def _resource(name: str) -> str:
    return (paths.resources() / "page" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _timeline(bundle: Bundle, lookup: Lookup, anchors: Anchors, options: Options) -> Iterator[str]:
    for heading, events in sections(bundle.events, options):
        yield f"<h3>{_escape(heading)}</h3>\n<ol>\n"
        for event in events:
            yield _card(event, lookup, anchors, options)
        yield "</ol>\n"


def _anchors(bundle: Bundle) -> Anchors:
    """The id of the link in the text that each trigger is or, since links cannot nest, lies in."""
    anchors: Anchors = {}
    last: tuple[int | None, int, int] = (None, 0, 0)
    spans = {(e.article, e.start, e.end) for e in bundle.events if e.article is not None and e.start < e.end}
    for span in sorted(spans, key=lambda span: (span[0] or 0, span[1], -span[2])):
        if span[0] != last[0] or span[1] >= last[2]:
            last = span
        anchors[span] = f"t{last[0]}-{last[1]}-{last[2]}"
    return anchors


def _card(event: Event, lookup: Lookup, anchors: Anchors, options: Options) -> str:
    article = lookup.article(event)
    title = _escape(one_line(lookup.title(event)))
    target = anchors.get((event.article, event.start, event.end))
    what = f'<a href="#{target}">{title}</a>' if target else f"<span>{title}</span>"
    drawn = extent(event)
    date = _escape(when(event, options))
    if drawn and 0 < civil(drawn.begin).year <= 9999:
        date = f'<time datetime="{iso(drawn.begin)}">{date}</time>'
    quote = lookup.quote(event)
    speaker = f", by {event.attributed_to}" if event.attributed_to else ""
    more = [bounds_words(event), event.why, lookup.merged_title(event), event.note]
    source = f'<a href="#a{article.id}">{_escape(one_line(article.title or "the article"))}</a>' if article else ""
    return (
        f'<li class="event-card {event.certainty.value}" id="e{event.id}" data-certainty="{event.certainty.value}"'
        f"{'' if event.main else ' data-passing'}>\n"
        f'<p class="date">{date}</p>\n<p class="what">{what}'
        f'<span class="tag">{event.certainty.value}{_escape(one_line(speaker))}</span></p>\n'
        + (f"<blockquote>{_escape(one_line(quote))}</blockquote>\n" if quote else "")
        + f'<p class="more">{" · ".join(_escape(one_line(text)) for text in more if text)}'
        + (f" · {source}, characters {event.sentence_start}–{event.sentence_end}" if source else "")
        + "</p>\n</li>\n"
    )


def _article(article: Article, lookup: Lookup, anchors: Anchors) -> str:
    first: dict[str, Event] = {}
    for event in lookup.events_of(article):
        if (event.article, event.start, event.end) in anchors:
            own = f"t{event.article}-{event.start}-{event.end}"
            if anchors[event.article, event.start, event.end] == own:
                first.setdefault(own, event)
    tags = [
        Tag(
            event.start,
            event.end,
            f'<a class="trigger {event.certainty.value}" id="{anchor}" href="#e{event.id}"'
            f' title="{_escape(one_line(event.title))}">',
            "</a>",
        )
        for anchor, event in first.items()
    ]
    tags += [
        Tag(row.start, row.end, f'<span class="time" title="{_escape(one_line(row.why or row.value))}">', "</span>")
        for row in lookup.expressions_of(article)
    ]
    language = f' lang="{_escape(article.language)}"' if article.language.isalpha() else ""
    address = web_address(article.url)
    link = f' <a href="{_escape(address)}" rel="noreferrer">{_escape(address)}</a>' if address else ""
    return (
        f'<article class="article" id="a{article.id}"{language}>\n'
        f"<h2>{_escape(one_line(article.title) or 'Untitled article')}</h2>\n"
        f'<p class="byline">{_escape(one_line(citation(article)))}{link}</p>\n'
        f'<div class="text">{inline(article.text, tags, _paragraphs(article.text))}</div>\n</article>\n'
    )


def _paragraphs(text: str) -> Callable[[str], str]:
    """How to escape the text so that its paragraphs stand apart, also where no blank line parts them."""
    if "\n\n" in text.strip():
        return _escape
    return lambda part: _escape(part).replace("\n", '\n<i class="gap"></i>')


def _escape(text: str) -> str:
    return html.escape(xml_text(text))
