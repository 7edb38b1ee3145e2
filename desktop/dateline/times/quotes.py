"""Marks beside what looks like a time: the title of a book or a programme, and the mark of a shortened year."""

import re
from itertools import takewhile

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_CLOSING = re.compile(r"[^\W_][\"'’”](?!\w)")
_TITLE = 16  # tokens, blanks counted, within which the mark that closes a title stands
_QUOTES = {'"', "'", "“", "‘", "`", "„", "«"}
_UNQUOTES = {'"', "'", "”", "’", "“", "»"}


def is_quoted(mention: Mention, tokens: Tokens) -> bool:
    """Whether a mention stands alone between marks: Orwell's "1984"."""
    before, after = (
        tokens.words[max(0, mention.first - 1) : mention.first],
        tokens.words[mention.last : mention.last + 1],
    )
    return _QUOTES.issuperset(before) and _UNQUOTES.issuperset(after) and bool(before and after)


def is_no_title(mention: Mention, tokens: Tokens, _grammar: Grammar) -> bool:
    """This week; not "This Week", in quotes, the title of a programme."""
    words = [word for word in tokens.words[mention.first : mention.last] if word.isalpha()]
    quoted = mention.first > 0 and tokens.words[mention.first - 1] in _QUOTES
    return not (quoted and all(word[0].isupper() for word in words))


def is_apostrophe(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The class of '99; not '60 Minutes', whose mark opens a title or a quotation."""
    words, last = tokens.words, mention.last
    before = words[mention.first - 1] if mention.first else ""
    if before in _QUOTES or before.isalnum() or words[last : last + 1] == ["/"]:
        return False
    after = words[last + 1] if last + 1 < len(words) and words[last].isspace() else ""
    if not after[:1].isupper():
        return True
    return after.lower() not in grammar.values["plural"] and not _is_closed(words, last + 2)


def _is_closed(words: list[str], first: int) -> bool:
    """Whether a mark among the next words closes a title; that of "the Games' end" is taken for one."""
    line = "".join(takewhile(lambda word: "\n" not in word, words[first : first + _TITLE]))
    return _CLOSING.search(line) is not None
