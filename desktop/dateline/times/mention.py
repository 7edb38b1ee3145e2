"""A mention: one hit of the grammar on its way to becoming a TimeExpression."""

from dataclasses import dataclass, field
from typing import Any

from dateline.core.model import Anchor
from dateline.core.moment import Granularity, Moment
from dateline.times.scan import Tokens


@dataclass(slots=True)
class Mention:
    """Where the words are, what the grammar read in them (``fields``), and what the passes make of that.

    ``first`` and ``last`` are token indices, ``make`` names the meaning. ``tense`` is past, future or "". What
    follows ``relation`` is the result, as in `dateline.core.model.TimeExpression`.
    """

    first: int
    last: int
    make: str
    rule: str
    fields: dict[str, Any]
    tense: str = ""
    relation: str = ""
    type: str = "DATE"
    value: str = ""
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin: Moment | None = None
    until: Moment | None = None
    granularity: Granularity = Granularity.VAGUE
    anchor: Anchor = "none"
    offset: str | None = None
    why: str = ""
    dropped: bool = False
    words: dict[str, str] = field(default_factory=dict)


def text_of(mention: Mention, tokens: Tokens) -> str:
    """The words of a mention."""
    return tokens.slice(mention.first, mention.last)
