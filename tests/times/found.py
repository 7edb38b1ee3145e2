"""What the tests of times ask of a text: its one time, the mentions on the way there."""

from dateline.core.model import TimeExpression
from dateline.core.moment import iso_or_none
from dateline.times import find
from dateline.times.grammar import Grammar, grammar
from dateline.times.mention import Mention
from dateline.times.reading import read
from dateline.times.scan import Tokens, scan

SUNDAY = "2025-03-30"
"""The publication date of most."""


def one(text: str, published: str | None = SUNDAY, **options: object) -> TimeExpression:
    """The one time of a text."""
    [found] = find(text, published, **options)  # type: ignore[arg-type]
    return found


def interval(each: TimeExpression | Mention) -> tuple[str | None, str | None]:
    """The ends of a time as ISO text."""
    return iso_or_none(each.begin), iso_or_none(each.until)


def values(text: str, published: str | None = SUNDAY, **options: object) -> list[str]:
    """The TIMEX3 values of a text's times."""
    return [each.value for each in find(text, published, **options)]  # type: ignore[arg-type]


def mentions(text: str, language: str = "en") -> tuple[list[Mention], Tokens, Grammar]:
    """What the grammar reads in a text before any pass over it, with the tokens and the grammar."""
    rules = grammar(language)
    tokens = Tokens(text, rules)
    return [read(hit, tokens, rules) for hit in scan(tokens, rules)], tokens, rules


def mention(text: str, language: str = "en") -> tuple[Mention, Tokens, Grammar]:
    """The one mention of a text."""
    [found], tokens, rules = mentions(text, language)
    return found, tokens, rules


def place_of(word: str, tokens: Tokens) -> int:
    """The place of a word among the tokens."""
    return tokens.words.index(word)
