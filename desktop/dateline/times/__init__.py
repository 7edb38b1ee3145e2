"""Time expressions: text and publication date in, ordered TimeExpressions out."""

from collections.abc import Iterator

from dateline.core.message import Message, as_message, together
from dateline.core.model import Conventions, TimeExpression, new_id
from dateline.core.moment import moment, parse_partial
from dateline.times.context import Context
from dateline.times.grammar import Grammar, grammar, languages
from dateline.times.mention import Mention
from dateline.times.passes import run
from dateline.times.published import find_published
from dateline.times.reading import read
from dateline.times.scan import Tokens, scan

_FIRST, _LAST = moment(-9999), moment(10_000)  # what lies further away is no date that a text can mean
_PIECE = 100_000  # characters; longer texts are read piece by piece

__all__ = ["find", "find_published", "languages"]


def find(
    text: str,
    published: str | None = None,
    *,
    language: str = "en",
    conventions: Conventions = Conventions(),  # frozen
    article: int = 0,
) -> list[TimeExpression]:
    """The time expressions of a text, in order and not overlapping.

    ``published`` is a whole or partial ISO date. Without it, absolute expressions resolve and relative ones keep
    their offset. ``language`` is a code; a language that has no grammar (see `languages`) is read by dateparser, for
    absolute and simple relative dates. Offsets count code points. Raises ValueError when ``published`` is no date.
    """
    if language not in languages():
        from dateline.times import foreign

        return foreign.find(text, published, language=language, article=article)
    rules = grammar(language)
    found: list[TimeExpression] = []
    for start, piece in _pieces(text):
        tokens = Tokens(piece, rules)
        mentions = [read(hit, tokens, rules) for hit in scan(tokens, rules)]
        done = run(mentions, tokens, rules, _context(published, conventions, rules))
        found += [_expression(each, tokens, start, article) for each in done]
    return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces that fit in memory with their tokens; each but the last ends with a paragraph or a word."""
    start = 0
    while len(text) - start > _PIECE:
        limit = start + _PIECE
        ends = (text.rfind(mark, start + 1, limit) for mark in ("\n\n", "\n", " "))
        end = next((end for end in ends if end > start + _PIECE // 2), limit)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _context(published: str | None, conventions: Conventions, rules: Grammar) -> Context:
    if published is None:
        return Context(None, "", conventions, day_first=rules.day_first)
    span = parse_partial(published)
    unit = {1: "year", 2: "month", 3: "day"}[len(published.partition("T")[0].lstrip("+-").split("-"))]
    return Context((span.begin or 0, span.until or 0), unit, conventions, day_first=rules.day_first)


def _expression(mention: Mention, tokens: Tokens, offset: int, article: int) -> TimeExpression:
    start, end = tokens.starts[mention.first], tokens.starts[mention.last]
    near = all(edge is None or _FIRST <= edge <= _LAST for edge in (mention.begin, mention.until))
    return TimeExpression(
        id=new_id(),
        article=article,
        start=offset + start,
        end=offset + end,
        text=tokens.text[start:end],
        type=mention.type,
        value=mention.value if near else "XXXX",
        mod=mention.mod,
        quant=mention.quant,
        freq=mention.freq,
        begin=mention.begin if near else None,
        until=mention.until if near else None,
        granularity=mention.granularity,
        anchor=mention.anchor,
        relation=mention.relation,
        offset=mention.offset,
        rule=mention.rule,
        why=_sentence(mention, tokens.text[start:end]),
    )


def _sentence(mention: Mention, words: str) -> Message:
    words = " ".join(words.split())
    reasons = together([as_message(reason) for reason in mention.reasons])
    return Message("{words}: {why}.", words=f"{words[:1].upper()}{words[1:]}", why=reasons)
