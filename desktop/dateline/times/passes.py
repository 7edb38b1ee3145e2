"""The ordered passes over an article's mentions: join, drop, look around, resolve, put ranges together."""

from dateline.times.grammar import Grammar
from dateline.times.joins import join
from dateline.times.mention import Mention
from dateline.times.resolve import Context, resolve
from dateline.times.scan import Tokens

_LOOK = 80  # tokens to look through for a verb, each way


def run(mentions: list[Mention], tokens: Tokens, grammar: Grammar, context: Context) -> list[Mention]:
    """All passes in order; the result is resolved."""
    mentions = join(mentions, tokens)
    for each in mentions:
        look_around(each, tokens, grammar)
        resolve(each, context)
    return ranges([each for each in mentions if not each.dropped], tokens)


_RANGES = {"from": {" to ", " until ", " till ", " through ", "-", "–"}, "between": {" and "}}


def ranges(mentions: list[Mention], tokens: Tokens) -> list[Mention]:
    """Put "from A to B" and "between A and B" together, with the words that open them."""
    result: list[Mention] = []
    for mention in mentions:
        if result and _is_range(result[-1], mention, tokens):
            first = result[-1]
            first.first -= 2
            first.last = mention.last
            first.until = mention.until
            first.value = f"{first.value}/{mention.value}"
        else:
            result.append(mention)
    return result


def _is_range(one: Mention, two: Mention, tokens: Tokens) -> bool:
    gap = tokens.slice(one.last, two.first).lower()
    return (
        gap in _RANGES.get(one.relation, ())
        and one.granularity == two.granularity
        and one.begin is not None
        and two.until is not None
        and one.begin < two.until
    )


def look_around(mention: Mention, tokens: Tokens, grammar: Grammar) -> None:
    """Find the relation, in the word before, and the tense, in the nearest verb of the sentence: left, then right."""
    word = mention.first - 2
    if word >= 0 and tokens.words[word + 1].isspace():
        mention.relation = grammar.values["relation"].get(tokens.words[word].lower(), "")
    codes = tokens.codes
    past, future = grammar.of_class("past"), grammar.of_class("future")
    stops = grammar.of_class(".") | grammar.of_class("!") | grammar.of_class("?") | grammar.of_class("paragraph")
    for places in (range(mention.first - 1, max(-1, mention.first - _LOOK), -1), range(mention.last, min(len(codes), mention.last + _LOOK))):
        for place in places:
            code = codes[place]
            if code in future:
                mention.tense = "future"
                return
            if code in past:
                mention.tense = "past"
                return
            if code in stops:
                break
