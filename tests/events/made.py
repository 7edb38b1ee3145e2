"""Sentences for the tests of events: parsed, or with a tree written by hand where the parser's own would vary."""

from typing import cast

from dateline.core.model import TimeExpression
from dateline.core.moment import Moment
from dateline.events.syntax.labels import Dep, Entity, Tag
from dateline.events.syntax.parser import Sentence, Token


def tree(rows: str) -> Sentence:
    """A sentence of one word a row: text, tag, label, the text of its head ("2" for the second row), and where they
    are not plain, lemma and entity ("_" for a plain lemma). "~" before a text sets it close to the word before.
    """
    table = [row.split() for row in rows.strip().splitlines()]
    tokens: list[Token] = []
    at = 0
    for i, (written, tag, dep, _, *more) in enumerate(table):
        text = written.removeprefix("~")
        close = written.startswith("~") or text[0] in ",.;:?!%)’'" or i == 0
        at += 0 if close else 1
        lemma = more[0] if more and more[0] != "_" else text.lower()
        entity = more[1] if len(more) > 1 else ""
        begins = entity != "" and not (i and tokens[i - 1].entity == entity)
        labels = cast("Tag", tag), cast("Dep", dep), cast("Entity", entity)
        tokens.append(Token(i, at, at + len(text), text, lemma, *labels, begins, tokens))
        at += len(text)
    for token, (_, _, _, head, *_) in zip(tokens, table, strict=True):
        token.head = tokens[int(head) - 1] if head.isdigit() and head not in words_of(tokens) else word(tokens, head)
        if token.head is not token:
            token.head.children.append(token)
            token.head.apposed |= token.dep == "appos"
    return Sentence(tokens, 0, 0, at)


def words_of(tokens: list[Token]) -> list[str]:
    """The texts of tokens."""
    return [token.text for token in tokens]


def word(tokens: list[Token], text: str) -> Token:
    """The first token of this text; a ValueError where there is none."""
    return tokens[words_of(tokens).index(text)]


def shape(sentence: Sentence) -> dict[str, tuple[str, str]]:
    """The label and the head of each word."""
    return {token.text: (token.dep, token.head.text) for token in sentence.tokens}


def time_at(
    token: Token, begin: Moment | None = None, until: Moment | None = None, relation: str = "", value: str = ""
) -> TimeExpression:
    """A time expression that is one word of a sentence."""
    return TimeExpression(
        id=1, article=1, start=token.start, end=token.end, text=token.text, type="DATE", value=value or token.text,
        begin=begin, until=until, relation=relation,
    )  # fmt: skip
