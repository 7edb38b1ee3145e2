"""Dateline for notebooks and scripts: ``import dateline`` gives what stands here, loaded when it is first asked for.

Texts in, plain values out; nothing is written and no network is used. Times are civil, without a zone: an interval is
half-open, ``begin`` up to ``until``. resources/docs/api.md shows it with examples.
"""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline import events, readers, times
from dateline.app import analysis, key
from dateline.core import model
from dateline.core.model import Article, Conventions, new_id
from dateline.core.moment import Moment, civil, iso_or_none, parse_partial
from dateline.errors import Refused
from dateline.library import Library as _Library
from dateline.readers import Refusal

__all__ = ["Article", "Event", "KeyEvent", "Library", "Time", "find_events", "find_times", "key_events", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: ``text`` from ``start`` to ``end`` (code points) and the interval that it means.

    ``begin`` and ``until`` are None where the expression leaves that side open, is not resolved, or lies outside the
    years 1 to 9999; ``begin_iso`` and ``until_iso`` are ISO 8601 text for every year. ``type``, ``value`` and ``mod``
    are TIMEX3's. ``granularity`` says how fine the words are, ``why`` how they were read.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    begin: datetime | None
    until: datetime | None
    begin_iso: str | None
    until_iso: str | None
    granularity: str
    why: str

    def to_dict(self) -> dict[str, object]:
        """The fields by name: a row for a data frame."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, to whom, when, on whose word and how surely.

    It began at ``begin`` at the earliest and was over by ``until``; both as in `Time`. ``latest_start`` and
    ``earliest_end`` are the two bounds between, as ISO text. ``weight`` (0 to 1) says how much a careful editor would
    want it on a timeline, ``main`` whether views show it at first. ``quote`` is its sentence, ``start`` to ``end`` its
    trigger in the text. ``article`` is the id of its article, ``file`` where that came from.
    """

    title: str
    begin: datetime | None
    until: datetime | None
    begin_iso: str | None
    until_iso: str | None
    latest_start: str | None
    earliest_end: str | None
    granularity: str
    relation: str
    certainty: str
    attributed_to: str | None
    people: list[str]
    places: list[str]
    weight: float
    main: bool
    confidence: float
    quote: str
    start: int
    end: int
    article: int | None
    file: str
    published: str | None
    why: str

    def to_dict(self) -> dict[str, object]:
        """The fields by name: a row for a data frame."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEvent:
    """A day that mattered, and what happened on it.

    ``articles`` name the day, ``later`` of them were published a week or more after it; ``why`` says so in words.
    ``lines`` are what else is told of the day.
    """

    day: str
    title: str
    articles: int
    later: int
    score: float
    why: str
    lines: list[str]

    def to_dict(self) -> dict[str, object]:
        """The fields by name: a row for a data frame."""
        return asdict(self)


def find_times(
    text: str, *, published: str | None = None, language: str = "en", conventions: Conventions | None = None
) -> list[Time]:
    """The time expressions of a text, in order and not overlapping.

    ``published`` is a whole or partial ISO date; without it relative expressions stay unresolved.

    Raises:
        ValueError: when ``published`` is no date.
    """
    found = times.find(text, published, language=language, conventions=conventions or Conventions())
    return [_time(each) for each in found]


def find_events(
    article: str | Article,
    *,
    published: str | None = None,
    language: str = "en",
    every: bool = False,
    conventions: Conventions | None = None,
) -> list[Event]:
    """The events that a text or an article tells of, in the order of its words.

    An article brings its own publication date and language; those given here are for a text. ``every`` gives what is
    only mentioned in passing too.

    Raises:
        ValueError: when ``published`` is no date.
        ModelMissing: without the language model.
    """
    if isinstance(article, str):
        if published is not None:
            parse_partial(published)
        article = Article(id=new_id(), text=article, published=published, language=language)
    events.load()
    told = analysis.analyse(article, conventions or Conventions()).events
    return [_event(each, article) for each in told if every or each.main]


def read(path: str | Path) -> list[Article]:
    """The articles of a file, or of all files of a folder, each with its publication date and the evidence for it.

    What of a folder or a container cannot be read is told as a warning.

    Raises:
        Refused: when nothing could be read; the message says why.
    """
    found: list[Article] = []
    refused: list[Refusal] = []
    for file in readers.expand([Path(path)]):
        for outcome in readers.read(file):
            if isinstance(outcome, Refusal):
                refused.append(outcome)
            else:
                found.append(outcome)
    if not found:
        raise Refused(f"{path}: {refused[0].reason if refused else 'there is no file to read'}")
    for refusal in refused:
        warnings.warn(f"{refusal.file}: {refusal.reason}", stacklevel=2)
    return found


def key_events(articles: Iterable[Article], n: int = 25) -> list[KeyEvent]:
    """The ``n`` days that mattered most in a running story, the most important first, each with what happened.

    Raises:
        ModelMissing: without the language model.
    """
    events.load()
    bundles = [analysis.analyse(article, Conventions()) for article in articles]
    story = [key.Told(bundle.articles[0], bundle.expressions, bundle.events) for bundle in bundles]
    days = (day for day, _ in zip(key.key_days(story), range(n), strict=False))
    return [
        KeyEvent(
            day=day.day, title=day.title, articles=day.articles, later=day.later, score=day.score,
            why=str(day.why), lines=list(day.lines),
        )
        for day in days
    ]  # fmt: skip


class Library:
    """A library file, opened for reading; use it with ``with``, or `close` it.

    Raises:
        LibraryError: where the file cannot be opened; the message says why.
    """

    def __init__(self, path: str | Path) -> None:
        self._library = _Library.open(Path(path), read_only=True)

    def articles(self) -> list[Article]:
        """Every article, those in the bin left out."""
        return self._library.articles()

    def times(self) -> Iterator[Time]:
        """The time expressions of every article."""
        for article in self.articles():
            yield from map(_time, self._library.expressions(article.id))

    def events(self, *, every: bool = False) -> list[Event]:
        """The events as the reader has them, corrections included, rejected and binned ones left out."""
        articles: dict[int | None, Article] = {article.id: article for article in self.articles()}
        told = self._library.events()
        return [_event(each, articles.get(each.article)) for each in told if every or each.main]

    def close(self) -> None:
        """Let go of the file."""
        self._library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _time(found: model.TimeExpression) -> Time:
    return Time(
        start=found.start,
        end=found.end,
        text=found.text,
        type=found.type,
        value=found.value,
        mod=found.mod,
        begin=_datetime(found.begin),
        until=_datetime(found.until),
        begin_iso=iso_or_none(found.begin),
        until_iso=iso_or_none(found.until),
        granularity=found.granularity.value,
        why=str(found.why),
    )


def _event(told: model.Event, article: Article | None) -> Event:
    text = article.text if article else ""
    return Event(
        title=told.title,
        begin=_datetime(told.earliest),
        until=_datetime(told.latest),
        begin_iso=iso_or_none(told.earliest),
        until_iso=iso_or_none(told.latest),
        latest_start=iso_or_none(told.latest_start),
        earliest_end=iso_or_none(told.earliest_end),
        granularity=told.granularity.value,
        relation=told.relation.value,
        certainty=told.certainty.value,
        attributed_to=told.attributed_to or None,
        people=_names(told, "person", "organisation"),
        places=_names(told, "place"),
        weight=round(told.weight, 3),
        main=told.main,
        confidence=round(told.confidence, 3),
        quote=" ".join(text[told.sentence_start : told.sentence_end].split()),
        start=told.start,
        end=told.end,
        article=told.article,
        file=article.file if article else "",
        published=article.published if article else None,
        why=str(told.why),
    )


def _names(told: model.Event, *kinds: str) -> list[str]:
    return list(dict.fromkeys(part.name or part.text for part in told.participants if part.kind in kinds))


def _datetime(moment: Moment | None) -> datetime | None:
    if moment is None:
        return None
    at = civil(moment)
    return datetime(*at) if 1 <= at.year <= 9999 else None  # noqa: DTZ001 # civil time
