"""Which way a bare day or month looks where no past verb says so: frames of what is due, and verbs in the present.

A verb is known by its form and place, not from a list: "The group MEETS Friday", "Tickets GO on sale Friday".
"""

from collections.abc import Iterator
from itertools import pairwise

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_FRAME = 5  # words of a frame before a date at most
_LOOK = 60  # tokens of a clause to look through
_BARE = {"weekday", "month", "day", "clock", "part", "twelve", "holiday", "zone", "mod", "weeks"}
_NO_VERB = ("ss", "us", "is", "ous", "ics", "ness")


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
            if " ".join(before[-length:]) in grammar.lists["due_before"] and been != ["been"]:
                return True
    after = [word.lower() for word in tokens.words[mention.last : mention.last + 12] if not word.isspace()]
    if " ".join(after[:2]) in grammar.lists["due_after"] and not grammar.lists["due_named"].isdisjoint(before):
        return True
    return _is_condition(before, grammar)


def is_present(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the clause before a bare day has a verb in the present, and so tells of what is to come."""
    if (
        not _is_bare(mention)
        or not grammar.lists["due_before"]
        or tokens.words[mention.last : mention.last + 1] in (["'"], ["’"])
    ):
        return False
    clause = [tokens.words[at] for at in _clause(mention, tokens)]
    if clause and clause[0].lower() in grammar.lists["prepositions"]:
        return False
    function = grammar.lists["function_words"] | grammar.lists["prepositions"] | grammar.lists["determiners"]
    for subject, verb in pairwise(clause):
        if not verb.islower() or verb in function or subject.lower() in grammar.lists["prepositions"]:
            continue
        if not subject.isalpha() or (subject.lower() in function and subject.lower() not in grammar.lists["subjects"]):
            continue
        plural = subject.lower() in grammar.lists["plural_subjects"] or (
            subject.endswith("s") and not subject.endswith(_NO_VERB)
        )
        third = verb.endswith("s") and not verb.endswith(_NO_VERB)
        if third if not plural else not verb.endswith(("s", "ing", "ed", "ly")):
            return True
    return False


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


def _clause(mention: Mention, tokens: Tokens) -> Iterator[int]:
    """The places of the words between the last mark and a mention."""
    words = tokens.words
    first = mention.first
    while (
        first > 0
        and mention.first - first < _LOOK
        and words[first - 1] not in '.!?;:,()"“”–—'
        and "\n" not in words[first - 1]
    ):
        first -= 1
    yield from (at for at in range(first, mention.first) if not words[at].isspace())
