"""What the words that are selected in an article say of an event: its title, and the time that it hangs on."""

import re
from collections.abc import Sequence

from dateline.core.model import Article, TimeExpression
from dateline.errors import UsageError
from dateline.gui.language.dates import expression_words, typed
from dateline.gui.language.phrases import read_bounds

LONGEST = 120
_EDGES = " \t\n.,;:!?…–—-\"'“”„«»()[]"
_SENTENCE_END = re.compile(r"[.!?…][”\"’»)]*\s|\n")
_PARAGRAPH = "\n"


def title_of(words: str) -> str:
    """The words as a title: on one line, without what stands around them, not longer than a line or two."""
    title = " ".join(words.split()).strip(_EDGES)
    if len(title) > LONGEST:
        title = title[:LONGEST].rsplit(" ", 1)[0].rstrip(_EDGES) + "…"
    return title[:1].upper() + title[1:]


def time_of(text: str, span: tuple[int, int], expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time that selected words hang on: one among them, else in their sentence, else the one told before them.

    None where their paragraph tells none before them.
    """
    start, end = span
    best: tuple[int, int, TimeExpression] | None = None
    for expression in expressions:
        if expression.type not in ("DATE", "TIME") or not expression.resolved:
            continue
        if expression.end <= start:
            between, far = text[expression.end : start], start - expression.end
        elif expression.start >= end:
            between, far = text[end : expression.start], expression.start - end
        else:
            between, far = "", 0
        apart = bool(_SENTENCE_END.search(between))
        if apart and (expression.start >= end or _PARAGRAPH in between):
            continue
        rank = (2 if apart else 1 if far else 0, far)
        if best is None or rank < best[:2]:
            best = (*rank, expression)
    return best[2] if best is not None else None


def when_of(expression: TimeExpression, article: Article) -> str:
    """The expression as one types it into When: its own words where these are read as it was, else its date."""
    for words in (expression.text, expression_words(expression)):
        try:
            bounds = read_bounds(words, article)
        except UsageError:
            continue
        if (bounds.earliest, bounds.latest) == (expression.begin, expression.until):
            return words
    return typed(expression.begin)
