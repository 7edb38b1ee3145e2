"""One web page that holds everything: the timeline beside the text, no network, no script that is not its own.

The page forbids itself any other style, script or address (a content security policy with the hashes of its two), so
that nothing an article says can run, whatever a browser makes of it.
"""

import base64
import hashlib
import html
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import groupby

from dateline import paths
from dateline.core.model import Article, Bundle, Certainty, Event
from dateline.core.moment import DAY, Moment, civil, iso
from dateline.export.common import (
    Lookup,
    Options,
    bounds_words,
    byline,
    counted,
    extent,
    one_line,
    sections,
    tellings,
    web_address,
    when,
    xml_text,
)
from dateline.export.markup import Tag, inline
from dateline.timeline import keyevents
from dateline.timeline.chronicle.blocks import Words
from dateline.timeline.chronicle.heads import Head, Level, head_of
from dateline.timeline.keyevents import Key
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
        *(_article(article, lookup, anchors, options) for article in bundle.articles),
        f"</section>\n</main>\n<footer>Made with Dateline {__version__}.</footer>\n<script>{script}</script>\n",
        "</body>\n</html>\n",
    ]
    return "".join(parts).encode()


_KEY_EVENTS = (10, 25, 50)
_SILENCE = 14 * DAY
_SHORT = 3
_DAYS = Level("month", "day")
_FORM = (
    '<form role="search" hidden>\n<label>Find <input type="search" name="words"></label>\n'
    '<fieldset class="shows"><legend>How much is shown</legend>\n'
    + "".join(f'<label><input type="radio" name="show" value="{n}"> Key {n}</label>\n' for n in _KEY_EVENTS)
    + '<label><input type="radio" name="show" value="main" checked> Main</label>\n'
    '<label><input type="radio" name="show" value="all"> All</label>\n</fieldset>\n'
    "<fieldset><legend>Certainty</legend>\n"
    + "".join(
        f'<label><input type="checkbox" name="certainty" value="{c.value}" checked> {c.value}</label>\n'
        for c in Certainty
    )
    + '</fieldset>\n<output id="count" aria-live="polite"></output>\n'
    '<p class="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>Enter</kbd> to the text · <kbd>/</kbd> find</p>\n'
    "</form>\n"
)


@cache
def _resource(name: str) -> str:
    return (paths.resources() / "page" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _timeline(bundle: Bundle, lookup: Lookup, anchors: Anchors, options: Options) -> Iterator[str]:
    """The headings of time, under each its days, under each day its events."""
    leading = tellings(bundle.events)
    first = {member.id: event for event, members in leading.items() for member in members}
    chosen = keyevents.of_events(bundle.events, bundle.articles, max(_KEY_EVENTS))
    keys = {first[event.id]: (place, key) for place, (event, key) in enumerate(chosen, 1)}
    last: Moment | None = None
    for heading, events in sections(tuple(members[0] for members in leading.values()), options):
        begun = extent(events[0])
        if last is not None and begun is not None and begun.begin - last > _SILENCE:
            length = Words(locale=options.locale).silence(begun.begin - last, short=False)
            yield f'<p class="silence">{_escape(length)}</p>\n'
        yield f'<h3>{_escape(heading)}</h3>\n<div class="days">\n'
        for head, group in groupby(events, partial(_head, options=options)):
            told = head is None or heading.startswith(head.big)  # by the heading above
            label = "" if told or head is None else f"<b>{_escape(head.big)}</b> {_escape(head.small)}"
            long = " long" if head is not None and len(head.big) > _SHORT else ""
            yield f'<div class="day">\n<p class="on{long}" aria-hidden="true">{label}</p>\n<ol>\n'
            for event in group:
                yield _card(leading[event.id], lookup, anchors, options, head, keys.get(event.id))
            yield "</ol>\n</div>\n"
        yield "</div>\n"
        ends = [drawn.begin for event in events if (drawn := extent(event)) is not None]
        last = max(ends) if ends else last


def _head(event: Event, *, options: Options) -> Head | None:
    drawn = extent(event)
    return None if drawn is None else head_of(_DAYS, drawn.begin, drawn.until, event.granularity, options.locale)


def _bar(event: Event, head: Head | None) -> str:
    """The event's interval on its heading's stretch of time."""
    drawn = extent(event)
    if head is None or drawn is None:
        return ""
    length = max(head.until - head.begin, 1)
    low, high = (min(max((m - head.begin) / length, 0.0), 1.0) * 100 for m in drawn)
    shape = (
        f'<circle cx="{min(max((low + high) / 2, 4), 96):.1f}" cy="5" r="4"/>'
        if high - low < 8
        else f'<rect x="{low:.1f}" y="2" width="{high - low:.1f}" height="6" rx="2"/>'
    )
    return f'<svg class="bar" viewBox="0 0 100 10" aria-hidden="true"><path d="M0 5h100"/>{shape}</svg>'


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


def _card(
    members: list[Event],
    lookup: Lookup,
    anchors: Anchors,
    options: Options,
    head: Head | None,
    key: tuple[int, Key] | None,
) -> str:
    """An event, or several that tell the same, with the source of each; ``key`` is its place among the key events."""
    event = members[0]
    what = _linked(event, lookup.merged_title(event) or lookup.title(event), anchors)
    drawn = extent(event)
    date = _escape(when(event, options))
    if drawn and 0 < civil(drawn.begin).year <= 9999:
        date = f'<time datetime="{iso(drawn.begin)}">{date}</time>'
    sources = len({each.article for each in members})
    marks = "" if any(each.main for each in members) else " data-passing"
    marks += f' data-key="{key[0]}"' if key else ""
    return (
        f'<li class="event-card {event.certainty.value}" id="e{event.id}" data-certainty="{event.certainty.value}"'
        f"{marks}>\n"
        f'<p class="what">{what}</p>\n<p class="date">{_bar(event, head)}{date} '
        f"{_told_as(event)}{f' · {sources} articles' if sources > 1 else ''}</p>\n"
        f"<details><summary>{'Sources' if sources > 1 else 'Source'}</summary>\n"
        + (f'<p class="more">Key event {key[0]}: {_escape(key[1].why())}</p>\n' if key else "")
        + _source(event, lookup)
        + "".join(_further(members[1:], lookup, anchors))
        + "</details>\n</li>\n"
    )


def _told_as(event: Event) -> str:
    speaker = f", by {event.attributed_to}" if event.attributed_to else ""
    return f'<span class="tag">{event.certainty.value}{_escape(one_line(speaker))}</span>'


def _linked(event: Event, title: str, anchors: Anchors) -> str:
    title = _escape(one_line(title))
    target = anchors.get((event.article, event.start, event.end))
    return f'<a href="#{target}">{title}</a>' if target else f"<span>{title}</span>"


def _further(members: list[Event], lookup: Lookup, anchors: Anchors) -> Iterator[str]:
    """What further articles tell of a card's event."""
    yield '<ul class="told">\n' if members else ""
    for each in members:
        what = f"{_linked(each, lookup.title(each), anchors)} {_told_as(each)}"
        yield f'<li id="e{each.id}">{what}\n{_source(each, lookup)}</li>\n'
    yield "</ul>\n" if members else ""


def _source(event: Event, lookup: Lookup) -> str:
    """The words that tell an event, why it is dated so, and whose they are."""
    article, quote = lookup.article(event), lookup.quote(event)
    more = [bounds_words(event), event.why, lookup.title(event) if event.merge else "", event.note]
    source = f'<a href="#a{article.id}">{_escape(one_line(article.title or "the article"))}</a>' if article else ""
    return (
        (f"<blockquote>{_escape(one_line(quote))}</blockquote>\n" if quote else "")
        + f'<p class="more">{" · ".join(_escape(one_line(text)) for text in more if text)}'
        + (f" · {source}, characters {event.sentence_start}–{event.sentence_end}" if source else "")
        + "</p>\n"
    )


def _article(article: Article, lookup: Lookup, anchors: Anchors, options: Options) -> str:
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
    title, text = _escape(one_line(article.title) or "Untitled article"), ""
    if options.texts:
        headline = _headline(article)
        if headline:  # the text says it itself, with what is told in it
            title = inline(article.text[:headline], [tag for tag in tags if tag.end <= headline], _escape)
        rest = article.text[headline:].lstrip("\n")
        gone = len(article.text) - len(rest)
        moved = [tag._replace(start=tag.start - gone, end=tag.end - gone) for tag in tags if tag.start >= gone]
        text = inline(rest, moved, _paragraphs(rest))
    link = f' <a href="{_escape(address)}" rel="noreferrer">{_escape(address)}</a>' if address else ""
    return (
        f'<article class="article" id="a{article.id}"{language}>\n'
        f"<h2>{title}</h2>\n"
        f'<p class="byline">{_escape(one_line(byline(article)))}{link}</p>\n'
        f'<div class="text">{text}</div>\n</article>\n'
    )


def _headline(article: Article) -> int:
    """Where the article's title ends at the head of its text; 0 where it does not stand there."""
    line, _, rest = article.text.partition("\n")
    return len(line) if rest.strip() and line.strip() and one_line(line) == one_line(article.title) else 0


def _paragraphs(text: str) -> Callable[[str], str]:
    """How to escape the text so that its paragraphs stand apart, also where no blank line parts them."""
    if "\n\n" in text.strip():
        return _escape
    return lambda part: _escape(part).replace("\n", '\n<i class="gap"></i>')


def _escape(text: str) -> str:
    return html.escape(xml_text(text))
