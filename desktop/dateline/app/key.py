"""Key events: the days that mattered in a running story, and what happened on each, from the articles alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dateline.app.extract import LONG, SHORT, central, sentences
from dateline.core.model import Article, Bundle, Event, TimeExpression
from dateline.core.moment import DAY, iso
from dateline.events.merge import merging
from dateline.timeline.keydays import KeyDays, rank
from dateline.timeline.keyevents import day_of, of_events, published_day

LINES = 6
"""Events or sentences told of a day at most."""
LEAD = 1500
"""Code points from the start of an article that tell what is new on its day."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article with its time expressions, and its events where they were sought."""

    article: Article
    times: Sequence[TimeExpression]
    events: Sequence[Event] = ()


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day that mattered: ``day`` is ISO; ``articles`` name it, ``later`` of them a week or more after it.

    ``title`` is that of what most articles tell of it where events were sought, else a sentence. ``lines`` are further
    sentences, the best first. ``score`` is `keydays.rank`'s. ``why`` says in words why it ranks so.
    """

    day: str
    articles: int
    later: int
    score: float
    title: str
    why: str
    lines: tuple[str, ...] = ()


def key_days(story: Sequence[Told]) -> Iterator[KeyDay]:
    """The days of a story, the one that mattered most first."""
    mentions = [(number, day, time) for number, told in enumerate(story) for day, time in named_days(told.times)]
    published = np.array([published_day(told.article.published) for told in story], np.int64)
    days = rank(
        np.array([number for number, _, _ in mentions], np.int64),
        np.array([day for _, day, _ in mentions], np.int64),
        published,
    )
    naming: dict[int, list[tuple[int, TimeExpression]]] = defaultdict(list)
    for number, day, time in mentions:
        naming[day].append((number, time))
    new: dict[int, list[int]] = defaultdict(list)
    for number, day in enumerate(published.tolist()):
        new[day].append(number)
    parts = _Sentences(story)
    titles = _titles(story, len(days))
    for place, day in enumerate(days.day.tolist()):
        lines = parts.naming(naming[day]) or parts.leading(new[day])
        told = tuple(lines[number] for number in central(lines, LINES))
        if day in titles:
            told = titles[day], *told[: LINES - 1]
        yield _key_day(days, place, told)


def _titles(story: Sequence[Told], most: int) -> dict[int, str]:
    """What most articles tell of each day, where they have an event on it that is worth a line."""
    events = [event for told in story for event in told.events]
    found: dict[int, str] = {}
    for event, key in of_events(events, [told.article for told in story], most):
        if key.named:
            found.setdefault(day_of(event), event.title)
    return found


def only_key(bundle: Bundle, most: int) -> Bundle:
    """The bundle with its key events alone, each with the members of its merged group."""
    suggested = merging.suggest(bundle.events, bundle.articles)
    groups = {event: -number for number, group in enumerate(suggested, 1) for event in group.events}
    chosen = [event for event, _ in of_events(bundle.events, bundle.articles, most, groups)]
    ids, merged = {event.id for event in chosen}, {event.merge for event in chosen if event.merge is not None}
    return replace(bundle, events=tuple(e for e in bundle.events if e.id in ids or e.merge in merged))


def why(articles: int, later: int, published: int) -> str:
    """Why a day ranks as it does, in words."""
    if not articles:
        return f"{_counted(published)} published on it"
    back = f", {later} of them a week or more later" if later else ""
    return f"named in {_counted(articles)}{back}"


def _key_day(days: KeyDays, place: int, lines: tuple[str, ...]) -> KeyDay:
    articles, later, published = (int(column[place]) for column in (days.articles, days.later, days.published))
    day = iso(int(days.day[place]) * DAY)
    reason = why(articles, later, published)
    score = round(float(days.score[place]), 4)
    return KeyDay(day, articles, later, score, lines[0] if lines else "", reason, lines[1:])


def named_days(times: Iterable[TimeExpression]) -> Iterator[tuple[int, TimeExpression]]:
    """The days that expressions mean: one day or a part of one; "now" and its like name none."""
    for time in times:
        if time.begin is None or time.until is None or time.value == "PRESENT_REF":
            continue
        if time.type in ("DATE", "TIME") and time.until - time.begin <= DAY:
            yield time.begin // DAY, time


def _counted(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"


class _Sentences:
    """The sentences of a story's articles, found once."""

    def __init__(self, story: Sequence[Told]) -> None:
        self._texts = [told.article.text for told in story]
        self._spans = [list(sentences(text)) for text in self._texts]

    def naming(self, mentions: Iterable[tuple[int, TimeExpression]]) -> list[str]:
        """Those that these expressions stand in, each wording once."""
        found: dict[str, None] = {}
        for number, time in mentions:
            for start, end in self._spans[number]:
                if start <= time.start < end:
                    found[self._line(number, start, end)] = None
        return [line for line in found if SHORT <= len(line) <= LONG]

    def leading(self, numbers: Iterable[int]) -> list[str]:
        """Those that these articles open with."""
        found = {
            self._line(number, start, end): None
            for number in numbers
            for start, end in self._spans[number]
            if start < LEAD
        }
        return [line for line in found if SHORT <= len(line) <= LONG]

    def _line(self, number: int, start: int, end: int) -> str:
        return " ".join(self._texts[number][start:end].split())
