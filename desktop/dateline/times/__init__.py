"""Time expressions: text and publication date in, ordered TimeExpressions out."""

from dateline.core.model import Conventions, TimeExpression


def find(
    text: str,
    published: str | None = None,
    *,
    language: str = "en",
    conventions: Conventions = Conventions(),  # noqa: B008 # frozen
    article: int = 0,
) -> list[TimeExpression]:
    """The time expressions of a text, in order and not overlapping."""
    return []
