"""What every format shares: the options, the look-ups in a bundle, and an event's facts in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import inf
from typing import NamedTuple, TypeVar

from dateline.core.model import Article, Bundle, Certainty, Conventions, Event, Merge, TimeExpression
from dateline.core.moment import DAY, Granularity, Moment, civil, day_start, iso, moment
from dateline.export import edtf
from dateline.timeline.chronicle.heads import UNITS, outer_words, start
from dateline.timeline.words import event_words, months, year_words

R = TypeVar("R", Event, TimeExpression)

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_COARSE = frozenset(list(Granularity)[list(Granularity).index(Granularity.QUARTER) :])
_LONG = {Granularity.DECADE: -1, Granularity.CENTURY: -2, Granularity.MILLENNIUM: -3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reader may choose about an export.

    ``title`` heads it. ``locale`` is how dates are written in words (`dateline.timeline.words`), ``conventions`` name
    the parts of a day. ``stamp`` is when it is made (ISO, UTC), for formats that must carry that; empty for now.
    ``texts`` says whether HTML and JSON have the articles' whole texts, ``paths`` whether JSON and CSV name the folders
    that the articles' files lay in. ``layout`` is that of a chronology (`chronology.LAYOUTS`).
    """

    title: str = ""
    locale: str = "en_GB"
    conventions: Conventions = Conventions()
    stamp: str = ""
    texts: bool = True
    paths: bool = False
    layout: str = "court"

    @property
    def heading(self) -> str:
        """The title, or a plain word where none was given."""
        return self.title or "Timeline"

    @property
    def made(self) -> datetime:
        """When the export is made, UTC."""
        return datetime.fromisoformat(self.stamp).replace(tzinfo=UTC) if self.stamp else datetime.now(UTC)


def public(article: Article, options: Options) -> Article:
    """The article without where it lay on its reader's disk, unless that is asked for."""
    if options.paths:
        return article
    name = article.file.replace("\\", "/").rpartition("/")[2]
    return replace(article, file=name, url="" if article.url.casefold().startswith("file:") else article.url)


def certainty_mark(event: Event) -> str:
    """How sure an event is, behind its title; nothing where it is reported as having happened."""
    return f" ({event.certainty.value})" if uncertain(event) else ""


class Lookup:
    """A bundle by id, for what an event says about the article, expression and merge it belongs to."""

    def __init__(self, bundle: Bundle) -> None:
        self.articles: dict[int, Article] = {row.id: row for row in bundle.articles}
        self.expressions: dict[int, TimeExpression] = {row.id: row for row in bundle.expressions}
        self.merges: dict[int, Merge] = {row.id: row for row in bundle.merges}
        self._told: dict[int | None, list[Event]] = _by_article(bundle.events)
        self._found: dict[int | None, list[TimeExpression]] = _by_article(bundle.expressions)

    def events_of(self, article: Article) -> list[Event]:
        """The events that the article tells, in the order given."""
        return self._told.get(article.id, [])

    def expressions_of(self, article: Article) -> list[TimeExpression]:
        """The article's time expressions, in the order given."""
        return self._found.get(article.id, [])

    def article(self, event: Event) -> Article | None:
        """The article that tells the event, where it is in the bundle."""
        return None if event.article is None else self.articles.get(event.article)

    def quote(self, event: Event) -> str:
        """The sentence that tells the event, word for word; empty for an event without an article."""
        article = self.article(event)
        return "" if article is None else article.text[event.sentence_start : event.sentence_end]

    def title(self, event: Event) -> str:
        """The event's own title, else its trigger; never blank."""
        return event.title.strip() or event.text.strip() or "Untitled event"

    def merged_title(self, event: Event) -> str:
        """The title of the merge that the event belongs to, or ''."""
        merge = None if event.merge is None else self.merges.get(event.merge)
        return merge.title if merge else ""

    def expression(self, event: Event) -> TimeExpression | None:
        """The time expression that the event hangs on, where it is in the bundle."""
        return None if event.expression is None else self.expressions.get(event.expression)

    def edtf(self, event: Event) -> str:
        """EDTF level 1 for the event's date, or '' where it has none."""
        return edtf.of_event(event) or ""


def _by_article(rows: Iterable[R]) -> dict[int | None, list[R]]:
    groups: dict[int | None, list[R]] = {}
    for row in rows:
        groups.setdefault(row.article, []).append(row)
    return groups


def citation(article: Article) -> str:
    """The article as a source: title, authors, site, publication date."""
    title = article.title or article.file.rpartition("/")[2] or "Untitled article"
    return f"{title.rstrip('.')}. {byline(article)}"


def byline(article: Article) -> str:
    """Authors, site and publication date."""
    parts = [", ".join(article.authors), article.site]
    parts += [f"published {article.published}" if article.published else "publication date unknown"]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


class Extent(NamedTuple):
    """A half-open interval with both ends known."""

    begin: Moment
    until: Moment


def extent(event: Event) -> Extent | None:
    """The interval to draw for an event, half-open with both ends given; None for an undated event.

    A side that the words leave open ends with the day of the nearest bound that they give.
    """
    if not event.dated:
        return None
    bounds = [m for m in (event.earliest, event.latest_start, event.earliest_end, event.latest) if m is not None]
    begin = event.earliest if event.earliest is not None else day_start(min(bounds) - 1)
    until = event.latest if event.latest is not None else max(bounds)
    if until <= begin:
        until = day_start(begin) + DAY
    return Extent(begin, until)


def days(drawn: Extent) -> Extent:
    """The whole days that an interval touches: the first's midnight, and the midnight after the last."""
    first = day_start(drawn.begin)
    return Extent(first, max(day_start(drawn.until - 1), first) + DAY)


def chronological(events: tuple[Event, ...]) -> list[Event]:
    """Dated events by when they began, then the undated ones in the order given."""

    def key(event: Event) -> tuple[bool, int, int]:
        drawn = extent(event)
        return (True, 0, 0) if drawn is None else (False, drawn.begin, drawn.until)

    return sorted(events, key=key)


def when(event: Event, options: Options) -> str:
    """The date no finer than the words, with the words beside it: "29 March 2025, night (“Saturday night”)"."""
    if not event.dated:
        return f"undated (“{one_line(event.words)}”)" if event.words else "undated"
    date = event_words(event, options.locale, options.conventions)
    words = one_line(event.words)
    return f"{date} (“{words}”)" if words and words.casefold() != date.casefold() else date


def tellings(events: tuple[Event, ...]) -> dict[int, list[Event]]:
    """What tells one event, in the order of time, under the id of the first: a merged group whole, others alone."""
    groups: dict[int, list[Event]] = {}
    for event in chronological(events):
        groups.setdefault(event.id if event.merge is None else -event.merge, []).append(event)
    return {members[0].id: members for members in groups.values()}


def sections(events: tuple[Event, ...], options: Options) -> list[tuple[str, list[Event]]]:
    """A chronology under headings, each once: a year with what the words give no month in it, then its months.

    What is told by the decade or the century is headed so.

    The undated come last.
    """
    groups: dict[tuple[float, int], list[Event]] = {}
    for event in chronological(events):
        drawn = extent(event)
        c = None if drawn is None else civil(drawn.begin)
        rank = _LONG.get(event.granularity, 0) if event.granularity in _COARSE else None
        key = (inf, 0) if c is None else (c.year, c.month if rank is None else rank)
        groups.setdefault(key, []).append(event)
    return [(_heading(*key, options), groups[key]) for key in sorted(groups)]


def _heading(year: float, month: int, options: Options) -> str:
    if year == inf:
        return "Without a date"
    if month < 0:
        unit = UNITS[UNITS.index("year") - month]
        return outer_words(unit, start(unit, moment(int(year))), options.locale)
    words = year_words(int(year), options.locale)
    return f"{months(options.locale)[month - 1]} {words}" if month else words


def bounds_words(event: Event) -> str:
    """The four bounds in words, in ISO dates; '' for an undated event."""

    def side(verb: str, low: Moment | None, high: Moment | None) -> str:
        if low is None and high is None:
            return ""
        if low is None:
            return f"{verb} before {iso(high or 0)}"
        if high is None:
            return f"{verb} {iso(low)} or later"
        return f"{verb} {iso(low)}" if low == high else f"{verb} between {iso(low)} and {iso(high)}"

    ended = "still so when published" if event.goes_on else side("ended", event.earliest_end, event.latest)
    sides = side("began", event.earliest, event.latest_start), ended
    return ", ".join(text for text in sides if text)


def facts(event: Event, lookup: Lookup, options: Options) -> Iterator[tuple[str, str]]:
    """What is known of an event beside its title, as (label, words): the same facts in every format for people."""
    article = lookup.article(event)
    yield "When", when(event, options)
    yield "Bounds", bounds_words(event)
    yield "EDTF", lookup.edtf(event)
    yield "Certainty", event.certainty.value + (f", by {event.attributed_to}" if event.attributed_to else "")
    yield "Quote", lookup.quote(event)
    if article is not None:
        yield "Source", citation(article)
        yield "Address", article.url
        yield "Characters", f"{event.sentence_start}–{event.sentence_end}, trigger {event.start}–{event.end}"
    yield "Why this date", event.why
    yield "Also told as", lookup.merged_title(event)
    yield "Note", event.note


def known_facts(event: Event, lookup: Lookup, options: Options) -> list[tuple[str, str]]:
    """`facts` without those that are empty."""
    return [(label, words) for label, words in facts(event, lookup, options) if words]


def counted(number: int, noun: str) -> str:
    """How many, with the noun: "1 event", "2 events"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def one_line(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def xml_text(text: str) -> str:
    """The text with each character that XML 1.0 cannot carry replaced, so offsets stay true."""
    return _NOT_IN_XML.sub("\ufffd", text)


def uncertain(event: Event) -> bool:
    """Whether a calendar should show the event as tentative: anything but reported fact."""
    return event.certainty is not Certainty.REPORTED


def web_address(url: str) -> str:
    """The address where it is one of the web, else '': nothing else becomes a link."""
    return url if url.startswith(("http://", "https://")) else ""
