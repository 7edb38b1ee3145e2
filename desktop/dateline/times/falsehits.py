"""Words that look like a time and are none: "May said", "march on", "1,500 men", "the fall of the city"."""

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_BEFORE_SEASON = {
    "in", "by", "since", "until", "till", "during", "through", "of", "early", "late", "mid", "every", "each", "before",
    "after", "throughout", "from", "to",
}  # fmt: skip
_BEFORE_MONTH = _BEFORE_SEASON | {
    "last", "next", "this", "on", "and", "or", "between", "for", "around", "about", "middle", "end", "beginning", "the",
    "starting", "ending", "until", "as", "with", "than", "late", "early", "over", "at", "is",
}  # fmt: skip
_ABBREVIATED = {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
_BEFORE_UNITS = {"for", "in", "of", "over", "within", "after", "than", "lasted", "last", "two", "took", "take", "many", "and"}
_BEFORE_YEAR = {
    "in", "since", "until", "till", "by", "of", "from", "to", "during", "through", "before", "after", "between", "and",
    "early", "late", "mid", "around", "about", "circa", "the", "year", "fiscal", "for", "or", "as", "than", "on", "at",
    "spring", "summer", "autumn", "fall", "winter", "throughout", "a", "that",
}  # fmt: skip
_COUNTED = {"people", "men", "troops", "soldiers", "tons", "miles", "meters", "metres", "kilometers", "percent", "feet"}
_FUNCTION_WORDS = {
    "and", "but", "the", "a", "an", "he", "she", "it", "they", "we", "in", "on", "at", "to", "for", "with", "when", "was",
    "were", "is", "had", "by", "from", "his", "her", "their", "its", "as", "after", "before",
}  # fmt: skip
_MONEY = "$£€¥#"


def stands(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the words around leave the mention a time."""
    f, keys = mention.fields, mention.fields.keys()
    if mention.rule == "year" and keys <= {"year", "mod", "edge"}:
        return _is_year(mention, tokens)
    if mention.rule in ("month", "season") and keys <= {"month", "season"}:
        word = _word_before(mention, tokens)
        first = tokens.words[mention.first]
        if mention.rule == "season":
            return _is_season(mention, tokens, word)
        if first in _ABBREVIATED and tokens.words[mention.last : mention.last + 1] != ["."]:
            return word in _BEFORE_SEASON or word in ("last", "next", "this")
        if first in ("May", "March"):
            return word in _BEFORE_MONTH or (word == "," and mention.first > 2)
    if f.get("unit") == "quarter" and mention.make == "duration":
        after = tokens.words[mention.last + 1 : mention.last + 2]
        return f.get("count", 3) != 3 and after != ["of"]
    if mention.make == "duration" and tokens.words[mention.last - 1].lower() == "old":
        return tokens.words[mention.last - 2].isspace()  # a 6-year-old is a child, not a time
    if mention.rule == "day-alone":
        return _ends_phrase(mention, tokens)
    if mention.rule in ("earlier-end", "later-end"):
        return _distance(mention, tokens)
    if mention.rule == "short-decade" and f["decade2"] < 60 and tokens.words[mention.first].isdecimal():
        return False
    if mention.rule == "year-of-antiquity":
        return _word_before(mention, tokens) in _BEFORE_YEAR and _ends_phrase(mention, tokens)
    if mention.rule == "units":
        return _word_before(mention, tokens) in _BEFORE_UNITS
    return True


def _distance(mention: Mention, tokens: Tokens) -> bool:
    """The day after; but in "two days after the vote" the distance alone is the time, counted from the vote."""
    after = tokens.words[mention.last : mention.last + 1]
    if not after or not (after[0].isspace() or after[0].isalnum()):
        return True
    if tokens.words[mention.first].lower() == "the":
        return False
    mention.fields["toward"] = tokens.words[mention.last - 1].lower()
    mention.last -= 2
    mention.make, mention.rule = "duration", "distance"
    return True


def _is_season(mention: Mention, tokens: Tokens, word: str) -> bool:
    """In the fall, by winter; not the fall of the city, not "prices fall", not "spring water"."""
    alone = mention.last - mention.first == 1
    after = "".join(tokens.words[mention.last : mention.last + 2]).lower()
    if tokens.words[mention.last - 1].lower() == "fall":
        return not alone and word in _BEFORE_SEASON - {"of", "to", "from"} and after != " of"
    return not alone or word in _BEFORE_SEASON


def _ends_phrase(mention: Mention, tokens: Tokens) -> bool:
    """Whether no noun follows, which the words would belong to."""
    words, last = tokens.words, mention.last
    if last >= len(words) or not words[last].isspace():
        return True
    after = words[last + 1] if last + 1 < len(words) else ""
    return not after[:1].isalpha() or after.lower() in _FUNCTION_WORDS


def _word_before(mention: Mention, tokens: Tokens) -> str:
    at = mention.first - 1
    while at >= 0 and tokens.words[at].isspace():
        at -= 1
    return tokens.words[at].lower() if at >= 0 else ""


def _is_year(mention: Mention, tokens: Tokens) -> bool:
    """A bare number of four figures is a year unless it counts, costs or numbers something."""
    words, first, last = tokens.words, mention.first, mention.last
    if first and (words[first - 1] in _MONEY or (words[first - 1] in ",." and first > 1 and words[first - 2].isdecimal())):
        return False
    if last + 1 < len(words) and words[last] in ",." and words[last + 1].isdecimal():
        return False
    if last < len(words) and words[last] in "%°":
        return False
    after = words[last + 1] if last + 1 < len(words) and words[last].isspace() else ""
    if after.lower() in _COUNTED:
        return False
    before = _word_before(mention, tokens)
    if before in _BEFORE_YEAR or not after[:1].islower():
        return True
    return not after.endswith("s") or after in ("was", "is", "has", "as", "his", "its", "this")
