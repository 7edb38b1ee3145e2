"""Times and events of one article: what the window, the commands and the package for scripts call."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from dateline import times
from dateline.core.model import Article, Bundle, Conventions, TimeExpression
from dateline.errors import DatelineError
from dateline.workers import uncounted

T = TypeVar("T")

TOGETHER = 32
"""Articles that are analysed together at most."""


def load() -> None:
    """Load grammar and language model now rather than at the first article; raises ModelMissing."""
    from dateline import events  # which `dateline times` does without

    times.find("")
    events.load()


def analyse(article: Article, conventions: Conventions) -> Bundle:
    """The article with the time expressions and events found in it.

    Without the language model the events are left out; `dateline.events.available` tells.
    """
    from dateline import events

    found = find_times(article, conventions)
    if not events.available():
        return Bundle((article,), tuple(found))
    with uncounted():
        events.load()
    return Bundle((article,), tuple(found), tuple(events.find(article, found)))


def find_times(article: Article, conventions: Conventions) -> list[TimeExpression]:
    """The article's time expressions."""
    return times.find(
        article.text,
        article.published,
        language=article.language or "en",
        conventions=conventions,
        article=article.id,
    )


def in_each(find: Callable[[Sequence[Article]], Iterable[T]], articles: Sequence[Article]) -> list[T | Exception]:
    """What is found in each of several articles: together, or each by itself where that fails, to see which it was.

    What went wrong in one article stands in its place, and the others are there; a DatelineError is for all of them.
    """
    try:
        return list(find(articles))
    except DatelineError:
        raise
    except Exception as error:  # noqa: BLE001 # one of them, or the only one: its line says what went wrong
        return [error] if len(articles) == 1 else [each for one in articles for each in in_each(find, [one])]


def merged(bundles: Iterable[Bundle]) -> Bundle:
    """Several bundles as one."""
    every = list(bundles)
    return Bundle(
        tuple(article for bundle in every for article in bundle.articles),
        tuple(expression for bundle in every for expression in bundle.expressions),
        tuple(event for bundle in every for event in bundle.events),
        tuple(merge for bundle in every for merge in bundle.merges),
        tuple(pair for bundle in every for pair in bundle.apart),
    )


def article_name(article: Article) -> str:
    """An article as sentences name it, in quotation marks."""
    return f"“{article.title or Path(article.file).name}”"
