"""From a text to hits: the places where a rule of the grammar matches, longest first, none overlapping."""

import re
from dataclasses import dataclass
from itertools import accumulate

from dateline.times.grammar import Grammar
from dateline.times.patterns import BEGINNING
from dateline.times.rules import Rule

_ABBREVIATED = 4  # letters that an abbreviation has at most
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\s+|[\W_]")


class Tokens:
    """A text as tokens with their starts and codes; the tokens put together are the text."""

    __slots__ = ("codes", "paragraph", "starts", "text", "words")

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.words: list[str] = _TOKEN.findall(text)
        self.starts: list[int] = list(accumulate(map(len, self.words), initial=0))
        self.paragraph = grammar.paragraph
        self.codes = "".join(map(grammar.codes.__getitem__, self.words))

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens from first up to, not including, last."""
        return self.text[self.starts[first] : self.starts[last]]


@dataclass(slots=True)
class Hit:
    """A rule's match: tokens ``[first, last)``, with the words it captured."""

    first: int
    last: int
    rule: Rule
    match: re.Match[str]


def scan(tokens: Tokens, grammar: Grammar) -> list[Hit]:
    """The longest match at each place, left to right; of equally long ones the rule that the grammar names first."""
    codes, hits, free = tokens.codes, [], 0
    candidates, dash, stop = grammar.candidates, grammar.code_of("-"), grammar.code_of(".")
    for lead in grammar.lead.finditer(codes):
        at = lead.start()
        if at < free:
            continue
        best: re.Match[str] | None = None
        end = at
        for rule in candidates(codes[at : at + BEGINNING]):
            match = rule.regex.match(codes, at)
            if (
                match is None
                or match.end() <= end
                or (
                    rule.free
                    and codes[match.end() : match.end() + 1] == dash
                    and _is_compound(tokens, match.end(), grammar)
                )
            ):
                continue
            if _stands_free(tokens, at, match.end()) and (
                stop not in match[0] or not _runs_on(tokens, at, match.end() - 1, grammar)
            ):
                best, best_rule, end = match, rule, match.end()
        if best is not None:
            hits.append(Hit(at, end, best_rule, best))
            free = end
    return hits


def _is_compound(tokens: Tokens, dash: int, grammar: Grammar) -> bool:
    """Whether a hyphen ties a word to the next: "last-minute"; not the dash of "this year-the losses"."""
    after = "".join(tokens.words[dash + 1 : dash + 2]).lower()
    return after.isalnum() and after not in grammar.lists["determiners"]


def _runs_on(tokens: Tokens, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a sentence ends within the tokens: "in February. The first"."""
    words, short = tokens.words, grammar.lists["short_months"]
    for at in range(first + 1, last):
        if words[at] == "." and words[at + 1].isspace():
            full = words[at - 1].lower() in grammar.values["month"] and bool(short) and words[at - 1] not in short
            if full or len(words[at - 1]) > _ABBREVIATED:
                return True
    return False


def _stands_free(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no letter or digit touches the tokens from outside."""
    words = tokens.words
    if first and words[first - 1][-1].isalnum() and words[first][0].isalnum():
        return False
    return not (last < len(words) and words[last][0].isalnum() and words[last - 1][-1].isalnum())
