"""A small library of one article and one event, and more rows of its kind."""

from typing import Any

from dateline.core.model import Article, Event, TimeExpression

ARTICLE = Article(id=1, text="The flood came. The mayor resigned. " * 40, title="Flood")
EVENT = Event(id=10, article=1, title="Flood", start=4, end=9, sentence_end=15)


def rows(number: int, size: int = 4000) -> list[Any]:
    """An article with an event and an expression."""
    article = Article(id=number * 100, text=f"Flood {number}. " + "x" * size, title=f"Flood {number}")
    return [
        article,
        TimeExpression(id=article.id + 1, article=article.id, start=0, end=5, text="Flood", type="DATE", value="2025"),
        Event(id=article.id + 2, article=article.id, title=f"Flood {number}", sentence_end=8),
    ]
