"""What a word with the form of a verb is by the words around it: a present, an adjective, a noun, a kind."""

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_INDEFINITE = 2  # the same for the least before what is counted
_SHORTEST = 3  # letters of a verb
_TOLD = 2  # words of a clause
_CLAUSES = {"after", "before", "since", "until", "as", "because", "than", "that", "like"}  # a verb may follow


def is_present(place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a word is a verb of the present by its form and what stands before: "it opens", ", resumes"."""
    words = tokens.words
    word = words[place]
    if not (word.islower() and word.endswith("s") and len(word) > _SHORTEST and not word.endswith(("ss", "us", "is"))):
        return False
    if place < _SHORTEST or not words[place - 1].isspace():
        return False
    before = words[place - 2].lower()
    if before in grammar.lists["subjects"]:
        return True
    listed = words[place - 3 if before == "," else place - 4].endswith("s")  # riots, looting and fires
    return before in (",", *grammar.lists["pair"]) and not listed


def tells_present(mention: Mention, place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether what was said stands in the present before the time: "said the museum opens Friday"."""
    words = tokens.words
    told = words[place + 2 : mention.first : 2]
    if (
        words[place].lower() not in grammar.lists["clause_follows"]
        or len(told) < _TOLD
        or not all(map(str.isalpha, told))
    ):
        return False
    if place > 1 and not words[place - 2][-1].isalnum():  # a quotation before: said the minister
        return False
    starts = told[0].lower() in grammar.lists["determiners"] | grammar.lists["subjects"] or told[0][0].isupper()
    return starts and any(
        word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is")) for word in told[1:]
    )


def is_adjective(place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a regular past only describes a noun: "the delayed report"."""
    words = tokens.words
    after = words[place + 2] if place + 2 < len(words) and words[place + 1].isspace() else ""
    described = words[place].endswith("ed") and after.islower() and grammar.tenses.get(tokens.codes[place + 2]) is None
    return described and words[place - 2].lower() in grammar.lists["determiners"]


def is_noun(place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether what may be an irregular past is a noun behind its article or preposition: "a cut", "hints at cut"."""
    before = tokens.words[place - 2].lower() if tokens.words[place - 1].isspace() else ""
    known = grammar.lists["determiners"] | grammar.lists["prepositions"]
    return not tokens.words[place].endswith("ed") and before in known - _CLAUSES


def is_kind(place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether "planned" only says of what kind things are that were done: "began two rounds of planned outages"; or
    things are counted that sound like a verb: "by 34 votes".
    """
    words = tokens.words
    if not words[place].endswith(("ed", "s")) or place < _INDEFINITE or place + 2 >= len(words):
        return False
    before, after = words[place - 2].lower(), words[place + 2]
    counted = before in grammar.values["card"] or before.isdigit() or before in grammar.lists["of"]
    if words[place].endswith("s"):
        return counted
    return counted and after.islower() and after not in grammar.values["relation"].keys() | grammar.lists["infinitive"]
