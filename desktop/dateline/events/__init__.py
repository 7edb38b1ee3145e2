"""Events: who did what, when, on whose word, how surely."""

from collections.abc import Sequence

from dateline.core.model import Article, Event, TimeExpression


def available() -> bool:
    """Whether the language model is installed."""
    return False


def find(article: Article, times: Sequence[TimeExpression]) -> list[Event]:
    """The events that an article tells of; raises ModelMissing."""
    return []
