"""The ordered passes over an article's mentions: join, drop, look around, resolve, put ranges together."""

from dateline.core.moment import Granularity
from dateline.times.context import Context
from dateline.times.falsehits import stands
from dateline.times.grammar import Grammar
from dateline.times.joins import join
from dateline.times.mention import Mention
from dateline.times.resolve import resolve
from dateline.times.scan import Tokens

_LOOK = 80  # tokens to look through for a verb, each way
_NEAR = 4  # tokens, blanks counted, within which a verb governs the time
_AHEAD = ("by", "until", "through", "due")
_STORY_YEARS = 6  # dates with their year that a narrative has at least
_PARTS_SIZES = (
    Granularity.MINUTE, Granularity.HOUR, Granularity.DAY_PART, Granularity.DAY, Granularity.WEEK, Granularity.WEEKEND,
    Granularity.MONTH, Granularity.SEASON, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR,
)  # fmt: skip


def run(mentions: list[Mention], tokens: Tokens, grammar: Grammar, context: Context) -> list[Mention]:
    """All passes in order; the result is resolved."""
    mentions = [each for each in join(mentions, tokens) if stands(each, tokens, grammar)]
    context.narrative = is_narrative(mentions)
    context.day_first = is_day_first(mentions, context)
    for each in mentions:
        look_around(each, tokens, grammar)
        resolve(each, context)
        remember(each, context)
    return ranges([each for each in mentions if not each.dropped], tokens)


def is_narrative(mentions: list[Mention]) -> bool:
    """Whether the article tells a story through years rather than news: many dates with years, few of the day."""
    dated = sum("year" in each.fields for each in mentions)
    news = sum(
        ("weekday" in each.fields and "month" not in each.fields)
        or "turn" in each.fields
        or each.fields.get("base") == "publication"
        for each in mentions
    )
    return dated >= _STORY_YEARS and news * 3 <= dated


def is_day_first(mentions: list[Mention], context: Context) -> bool:
    """Whether 3/4/2025 is 3 April: as the reader set it, else as the article's other dates say."""
    if context.conventions.day_first is not None:
        return context.conventions.day_first
    numeric = [each.fields for each in mentions if each.make == "numeric"]
    return any(f["one"] > 12 for f in numeric) and not any(f["two"] > 12 for f in numeric)


def remember(mention: Mention, context: Context) -> None:
    """Keep the mention as the date before, for those that lean on it."""
    if mention.dropped or mention.begin is None or mention.until is None or mention.type not in ("DATE", "TIME"):
        return
    if mention.granularity == Granularity.QUARTER and mention.make != "year_earlier":
        context.quarter = mention
    if mention.granularity in _PARTS_SIZES and not mention.value.endswith("_REF"):
        context.previous = mention


def look_around(mention: Mention, tokens: Tokens, grammar: Grammar) -> None:
    """Find the relation, in the word before, and the tense, in the nearest verb of the sentence: left, then right."""
    words, tenses = tokens.words, grammar.tenses
    before = mention.first - 2
    if before >= 0 and words[before + 1].isspace():
        mention.relation = grammar.values["relation"].get(words[before].lower(), "")
    mention.tense, mention.near = _tense(mention, tokens, tenses)
    possessive = words[mention.last : mention.last + 1] in (["'"], ["’"])
    if mention.tense == "future" and possessive and not mention.near:
        mention.tense = ""
    elif mention.relation in _AHEAD and not (mention.tense == "past" and mention.near):
        mention.tense = "future"


def _tense(mention: Mention, tokens: Tokens, tenses: dict[str, str]) -> tuple[str, bool]:
    words, codes = tokens.words, tokens.codes
    for place in range(mention.first - 1, max(-1, mention.first - _LOOK), -1):
        tense = tenses.get(codes[place])
        if tense in ("stop", "pause"):
            if tense == "stop":
                break
        elif tense == "set":
            if words[place + 2 : place + 3] in (["for"], ["to"]):
                return "future", mention.first - place <= _NEAR
        elif tense:
            return tense, mention.first - place <= _NEAR
    for place in range(mention.last, min(len(codes), mention.last + _LOOK)):
        tense = tenses.get(codes[place])
        if tense == "stop" or (tense == "pause" and place > mention.last):
            break
        if tense and tense not in ("pause", "set"):
            return tense, place - mention.last <= _NEAR
    return "", False


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
