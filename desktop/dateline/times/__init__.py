"""Time expressions: text and publication date in, ordered TimeExpressions out."""

from typing import Any, cast

from dateline.core.model import Conventions, TimeExpression, new_id
from dateline.core.moment import parse_partial
from dateline.times.context import Context
from dateline.times.grammar import grammar, languages
from dateline.times.mention import Mention
from dateline.times.passes import run
from dateline.times.published import find_published
from dateline.times.reading import read
from dateline.times.scan import Tokens, scan

__all__ = ["find", "find_published", "languages"]


def find(
    text: str,
    published: str | None = None,
    *,
    language: str = "en",
    conventions: Conventions = Conventions(),  # frozen
    article: int = 0,
) -> list[TimeExpression]:
    """The time expressions of a text, in order and not overlapping."""
    rules = grammar(language)
    tokens = Tokens(text, rules)
    mentions = [read(hit, tokens, rules) for hit in scan(tokens, rules)]
    done = run(mentions, tokens, rules, _context(published, conventions))
    return [_expression(each, tokens, article) for each in done]


def _context(published: str | None, conventions: Conventions) -> Context:
    if published is None:
        return Context(None, "", conventions)
    span = parse_partial(published)
    unit = {1: "year", 2: "month", 3: "day"}[len(published.partition("T")[0].split("-"))]
    return Context((span.begin or 0, span.until or 0), unit, conventions)


def _expression(mention: Mention, tokens: Tokens, article: int) -> TimeExpression:
    start, end = tokens.starts[mention.first], tokens.starts[mention.last]
    return TimeExpression(
        id=new_id(),
        article=article,
        start=start,
        end=end,
        text=tokens.text[start:end],
        type=cast(Any, mention.type),
        value=mention.value,
        mod=mention.mod,
        quant=mention.quant,
        freq=mention.freq,
        begin=mention.begin,
        until=mention.until,
        granularity=mention.granularity,
        anchor=mention.anchor,
        relation=mention.relation,
        offset=mention.offset,
        rule=mention.rule,
        why=_sentence(mention, tokens.text[start:end]),
    )


def _sentence(mention: Mention, words: str) -> str:
    words = " ".join(words.split())
    return f"{words[:1].upper()}{words[1:]}: {'; '.join(mention.reasons)}."
