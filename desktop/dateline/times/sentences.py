"""Where a sentence ends, by its marks."""

from dateline.times.grammar import Grammar
from dateline.times.scan import Tokens


def ends_sentence(words: list[str], place: int, grammar: Grammar) -> bool:
    """Whether a mark ends a sentence: not the points of "U.S.", "Mr.", "Aug. 2" and "Ala., ..."."""
    if words[place] != ".":
        return True
    after = words[place + 1 : place + 3]
    if after and (after[0].isalnum() or after[0] == ","):
        return False
    if len(after) == 2 and after[0].isspace() and (after[1].isdecimal() or after[1].islower()):
        return False
    before = words[place - 1] if place else ""
    if (
        before.isdecimal()
        and grammar.day_first
        and len(after) == 2
        and grammar.of_class("month")
        and after[1].lower() in grammar.values["month"]
    ):
        return False
    return len(before) > 1 and before not in grammar.lists["titles"]


def parted(first: int, last: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a sentence ends among the tokens ``[first, last)``."""
    return any(
        grammar.tenses.get(tokens.codes[at]) == "stop" and ends_sentence(tokens.words, at, grammar)
        for at in range(first, last)
    )
