"""Read, then times, then events, then a Change: the one meeting place, used by window and command line alike."""

from dataclasses import replace

from dateline import events, times
from dateline.core.model import Article, Bundle, Conventions


def analyse(article: Article, conventions: Conventions | None = None) -> Bundle:
    """The article with the time expressions and events found in it.

    Without the language model the events are left out; `dateline.events.available` tells.
    """
    found = times.find(
        article.text,
        article.published,
        language=article.language or "en",
        conventions=conventions or Conventions(),
        article=article.id,
    )
    told = events.find(article, found) if events.available() else []
    return Bundle((replace(article),), tuple(found), tuple(told))
