"""The ordered passes over an article's mentions: list, join, drop, look around, resolve, put ranges together."""

from collections.abc import Iterator

from dateline.core.moment import civil
from dateline.times.context import Context
from dateline.times.falsehits import stands
from dateline.times.grammar import Grammar
from dateline.times.joins import coordinate, join
from dateline.times.mention import Fields, Mention
from dateline.times.openings import without_stamps
from dateline.times.ranges import end_on, ranges
from dateline.times.resolve import resolve
from dateline.times.scan import Tokens
from dateline.times.sentences import parted
from dateline.times.shapes import is_time
from dateline.times.story import compared, forget, goes_on, is_narrative, is_news, remember
from dateline.times.tense import look_around

_ANTIQUE = 6  # dates before Christ that make a bare "490" a year


def run(mentions: list[Mention], tokens: Tokens, grammar: Grammar, context: Context) -> list[Mention]:
    """All passes in order; the result is resolved."""
    mentions = coordinate(mentions, tokens, grammar)
    mentions = join(mentions, tokens, grammar)
    mentions = [each for each in mentions if is_time(each, tokens, grammar) and stands(each, tokens, grammar)]
    latest = civil(context.published[0]).year if context.published else None
    mentions = _without_bare_numbers(without_stamps(mentions, tokens, grammar, latest))
    context.storied = is_narrative(mentions, tokens, grammar, context)
    if context.storied:
        mentions = [part for each in mentions for part in _both_years(each)]
    context.day_first = _is_day_first(mentions, context)
    for each in mentions:
        look_around(each, tokens, grammar)
    _agree(mentions)
    before: Mention | None = None
    for each in mentions:
        forget(each, tokens, context)
        context.aside = context.storied and is_news(each, tokens, grammar, context)
        each.fields |= compared(each, tokens, grammar, context)
        if goes_on(each, tokens, grammar, context):
            each.fields["goes_on"] = True
        if before is not None and _follows_on(before, each, tokens, grammar, context):
            each.tense = "future"
        resolve(each, context)
        if before is not None:
            end_on(before, each, tokens, grammar)
        remember(each, tokens, grammar, context)
        before = each
    return ranges([each for each in mentions if not each.dropped], tokens, grammar, context)


def _follows_on(one: Mention, two: Mention, tokens: Tokens, grammar: Grammar, context: Context) -> bool:
    """Whether a month goes on from one to come in its sentence: "to Rome in November, to Nice in April"."""
    if two.tense == "past" or not one.fields.keys() == two.fields.keys() == {"month"} or context.published is None:
        return False
    return (one.begin or 0) >= context.published[1] and not parted(one.last, two.first, tokens, grammar)


def _both_years(mention: Mention) -> Iterator[Mention]:
    """In a story each end of "1990-94" is a date that others lean on."""
    if "pair" in mention.roles and mention.last - mention.first == 3:
        year, second = mention.fields["year"], mention.fields.pop("second")
        yield Mention(mention.first, mention.first + 1, mention.make, mention.rule, mention.fields)
        last: Fields = {"year": year - year % 100 + second}
        yield Mention(mention.last - 1, mention.last, mention.make, mention.rule, last)
    else:
        yield mention


def _agree(mentions: list[Mention]) -> None:
    """Give the days of a list the tense of its first, which also says their year."""
    firsts: dict[int, Mention] = {}
    for each in mentions:
        if leader := each.fields.get("leader"):
            first = firsts.setdefault(id(leader), each if each.first < leader.first else leader)
            for one in (each, leader):
                one.tense, one.near = first.tense, first.near
                if one is not first:
                    one.fields["leader"] = first


def _without_bare_numbers(mentions: list[Mention]) -> list[Mention]:
    """Drop "490" and its like unless the article counts its years before Christ."""
    antique = sum("antique" not in each.roles and each.fields.get("era") == -1 for each in mentions)
    if antique >= _ANTIQUE:
        return mentions
    return [each for each in mentions if "antique" not in each.roles]


def _is_day_first(mentions: list[Mention], context: Context) -> bool:
    """Whether 3/4/2025 is 3 April: as the reader set it, else as the article's other dates or its language say."""
    if context.conventions.day_first is not None:
        return context.conventions.day_first
    numeric = [each.fields for each in mentions if each.make == "numeric"]
    if any(f["two"] > 12 for f in numeric):
        return False
    return context.day_first or any(f["one"] > 12 for f in numeric)
