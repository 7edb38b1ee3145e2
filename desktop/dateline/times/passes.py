"""The ordered passes over an article's mentions: join, drop, look around, resolve, put ranges together."""

from dateline.core.moment import Granularity
from dateline.times.context import Context
from dateline.times.falsehits import stands
from dateline.times.grammar import Grammar
from dateline.times.joins import coordinate, join
from dateline.times.mention import Mention
from dateline.times.resolve import resolve
from dateline.times.scan import Tokens

_LOOK = 80  # tokens to look through for a verb, each way
_NEAR = 4  # tokens, blanks counted, within which a past verb governs the time
_OPENS = 12  # the same for a verb after a time that opens the sentence
_GOVERNS = 8  # the same for a verb that looks ahead
_ASIDE = ("by", "until", "since", "before", "after", "from", "through", "between")
_AHEAD = ("by", "through")
_STORY_YEARS = 6  # dates with their year that a narrative has at least
_SIZES = (
    Granularity.MINUTE, Granularity.HOUR, Granularity.DAY_PART, Granularity.DAY, Granularity.WEEK, Granularity.WEEKEND,
    Granularity.MONTH, Granularity.SEASON, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR,
)  # fmt: skip


def run(mentions: list[Mention], tokens: Tokens, grammar: Grammar, context: Context) -> list[Mention]:
    """All passes in order; the result is resolved."""
    mentions = [each for each in join(coordinate(mentions, tokens, grammar), tokens) if stands(each, tokens, grammar)]
    context.bc = sum("year-of-antiquity" != each.rule and each.fields.get("era") == -1 for each in mentions) >= _STORY_YEARS
    if not context.bc:
        mentions = [each for each in mentions if each.rule != "year-of-antiquity"]
    context.narrative = is_narrative(mentions)
    context.day_first = is_day_first(mentions, context)
    for each in mentions:
        look_around(each, tokens, grammar)
        resolve(each, context)
        remember(each, context)
    return ranges([each for each in mentions if not each.dropped], tokens, context)


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
    counted = mention.anchor == "publication" and context.narrative  # a story leans on its own dates only
    aside = context.narrative and mention.granularity == Granularity.YEAR and mention.relation in _ASIDE
    if mention.granularity in _SIZES and not mention.value.endswith("_REF") and not counted and not aside:
        context.previous = mention


def look_around(mention: Mention, tokens: Tokens, grammar: Grammar) -> None:
    """Find the relation, in the word before, and the tense, in the nearest verb of the sentence: left, then right."""
    words = tokens.words
    before = mention.first - 2
    if before >= 0 and words[before + 1].isspace():
        mention.relation = grammar.values["relation"].get(words[before].lower(), "")
    mention.tense, mention.near = _tense(mention, tokens, grammar.tenses)
    possessive = words[mention.last : mention.last + 1] in (["'"], ["’"])
    if mention.tense == "future" and possessive and not mention.near:
        mention.tense = ""
    elif mention.relation in _AHEAD and mention.tense != "past":
        mention.tense = "future"
    elif mention.relation == "until" and words[before - 2 : before - 1] not in (["not"], ["Up"], ["up"]):
        mention.tense = "future"


def _tense(mention: Mention, tokens: Tokens, tenses: dict[str, str]) -> tuple[str, bool]:
    """The tense of the verb that governs the mention, and whether it stands beside it."""
    words, codes = tokens.words, tokens.codes
    if tenses.get(codes[mention.last + 1 : mention.last + 2]) == "past":
        return "past", True
    for place in range(mention.first - 1, max(-1, mention.first - _LOOK), -1):
        tense = tenses.get(codes[place])
        if tense is None or tense == "pause":
            continue
        if tense == "stop":
            if _ends_sentence(words, place):
                break
            continue
        if tense == "set":
            if words[place + 2 : place + 3] not in (["for"], ["to"]):
                continue
            tense = "future"
        elif tense == "past" and words[place - 2 : place - 1] == ["be"]:
            tense = "future"  # to be held, will be sold
        return tense, mention.first - place <= (_GOVERNS if tense == "future" else _NEAR)
    for place in range(mention.last, min(len(codes), mention.last + _LOOK)):
        tense = tenses.get(codes[place])
        if tense == "stop" or (tense == "pause" and place > mention.last):
            break
        if tense and tense not in ("pause", "set"):
            return tense, place - mention.last <= _OPENS
    return "", False


def _ends_sentence(words: list[str], place: int) -> bool:
    """Whether a mark ends a sentence: not the points of "U.S." and "Mr."."""
    if words[place] != ".":
        return True
    after = words[place + 1 : place + 2]
    if after and after[0].isalnum():
        return False
    before = words[place - 1] if place else ""
    return len(before) > 1 and before not in _TITLES


_TITLES = {"Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Capt", "St", "Inc", "Corp", "Co", "Ltd"}


_RANGES = {"from": {" to ", " until ", " till ", " through ", "-", "–"}, "between": {" and "}}


def ranges(mentions: list[Mention], tokens: Tokens, context: Context) -> list[Mention]:
    """Put "from A to B" and "between A and B" together, with the words that open them."""
    result: list[Mention] = []
    for mention in mentions:
        if result and _is_range(result[-1], mention, tokens, context):
            first = result[-1]
            first.first -= 2
            first.last = mention.last
            first.until = mention.until
            first.value = f"{first.value}/{mention.value}"
        else:
            result.append(mention)
    return result


def _is_range(one: Mention, two: Mention, tokens: Tokens, context: Context) -> bool:
    gap = tokens.slice(one.last, two.first).lower()
    if context.narrative and one.granularity != Granularity.YEAR:
        return False  # in a story each end is a date that others lean on
    return (
        gap in _RANGES.get(one.relation, ())
        and not one.value.endswith("_REF")
        and not two.value.endswith("_REF")
        and one.granularity == two.granularity
        and one.begin is not None
        and two.until is not None
        and one.begin < two.until
    )
