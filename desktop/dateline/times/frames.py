"""Frames of what is due: words around a bare day or month that put it in the future, whatever verb governs."""

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_FRAME = 5  # words of a frame before a date at most
_BARE = {"weekday", "month", "day", "clock", "part", "twelve", "holiday", "zone", "mod", "weeks"}


def is_due(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the words around say that the day is to come: "ahead of Friday's vote", "the next hearing is Monday",
    "as early as Thursday", "June 27 as the deadline", "if elected on Sunday".
    """
    if not _is_bare(mention) or not grammar.lists["due_before"]:
        return False
    before = _words_before(mention.first, tokens)
    for preposition in (False, True):
        if preposition and before[-1:] and before[-1] in grammar.lists["due_at"]:
            before = before[:-1]
        elif preposition:
            break
        for length in range(1, _FRAME + 1):
            been = before[-length - 1 : -length] if length < len(before) else []
            if " ".join(before[-length:]) in grammar.lists["due_before"] and been not in (
                ["been"],
                ["was"],
                ["were"],
                ["had"],
            ):
                return True
    after = [word.lower() for word in tokens.words[mention.last : mention.last + 12] if not word.isspace()]
    if " ".join(after[:2]) in grammar.lists["due_after"] and not grammar.lists["due_named"].isdisjoint(before):
        return True
    return _is_condition(before, grammar)


def _is_bare(mention: Mention) -> bool:
    return (
        mention.make == "date"
        and mention.fields.keys() <= _BARE
        and bool(mention.fields.keys() & {"weekday", "month", "holiday"})
    )


def _words_before(first: int, tokens: Tokens) -> list[str]:
    """The words of the sentence before a place, in lower case, the nearest last; marks stand as they are."""
    return [word.lower() for word in tokens.words[max(0, first - 24) : first] if not word.isspace()]


def _is_condition(before: list[str], grammar: Grammar) -> bool:
    """If elected on Sunday: a condition without a verb of its own."""
    for place in range(len(before) - 1, max(-1, len(before) - 6), -1):
        if before[place] in grammar.lists["conditions"]:
            rest = before[place + 1 : place + 2]
            return bool(rest) and rest[0].endswith(("ed", "en"))
        if not before[place].isalpha():
            return False
    return False
