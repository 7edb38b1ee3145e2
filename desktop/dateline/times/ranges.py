"""Ranges: "from A to B", "between A and B", "1914–18", and lengths of time that end on a day."""

from contextlib import suppress

from dateline.core.moment import DAY, WEEK, Granularity, civil
from dateline.times import units, why
from dateline.times.context import Context
from dateline.times.dates import place as put
from dateline.times.grammar import Grammar
from dateline.times.joins import DATED, between
from dateline.times.mention import Mention
from dateline.times.narrowing import finish
from dateline.times.plans import is_changed
from dateline.times.scan import Tokens
from dateline.times.units import UNITS


def ranges(mentions: list[Mention], tokens: Tokens, grammar: Grammar, context: Context) -> list[Mention]:
    """Put "from A to B", "between A and B" and "1914–18" together; the value stays that of A, as TIMEX3 has none.

    Two years with "between" stay two, of which the first has the interval of both."""
    result: list[Mention] = []
    for mention in mentions:
        if "opening" in mention.fields and mention.relation in ("from", "between"):
            mention.first, mention.relation = mention.first - 2, "between"
        one = result[-1] if result else None
        if one is not None and _is_range(one, mention, tokens, grammar, context):
            if one.relation == "between" and one.granularity == Granularity.YEAR == mention.granularity:
                one.until = mention.until
                one.reasons.append(why.up_to(tokens.slice(mention.first, mention.last)))
                result.append(mention)
                continue
            if one.relation in ("from", "between"):
                ties, article = (tokens.words[max(0, one.first - back)].lower() for back in (4, 2))
                beyond = article in grammar.lists["articles"] and ties in grammar.values["relation"]
                one.first -= 4 if beyond and one.first > 3 else 2  # zwischen dem 3. und dem 9. Mai
            one.fields["joined"] = True
            one.last, one.until, one.offset = mention.last, mention.until, None
            one.relation = "between"
            one.reasons.append(why.up_to(tokens.slice(mention.first, mention.last)))
        else:
            result.append(mention)
    return result


def end_on(length: Mention, day: Mention, tokens: Tokens, grammar: Grammar) -> None:
    """Let a length of time end on the day that is named behind it: "the three months ended Dec. 31"."""
    if between(length, day, tokens) not in grammar.lists["ended"]:
        return
    the, count = UNITS.get(length.fields.get("unit", "quarter"), UNITS["quarter"]), length.fields.get("count", 1)
    if "ended" not in length.roles or not count or day.until is None or day.type != "DATE":
        return
    if not (the.months or the.minutes >= DAY) or the.name == "weekend":
        return
    if length.make == "the_unit":
        length.type, length.value = "DURATION", units.duration(the, count)
    length.begin, length.until, length.anchor, length.offset = (
        units.step(day.until, the, -count),
        day.until,
        day.anchor,
        None,
    )
    length.reasons = [why.back_from(tokens.slice(day.first, day.last))]


def _follow_on(one: Mention, two: Mention, context: Context) -> None:
    """Put two ends in order: of "between Monday and Wednesday" the first a week back, of "from 28 March to 2 April" and
    "from February until the end of April" the second in the year that follows on.
    """
    if one.begin is None or one.until is None:
        return
    ends = one.relation in ("from", "between")
    days = one.granularity == Granularity.DAY == two.granularity and two.begin is not None and two.begin < one.begin
    if _yearless(one) and _yearless(two) and (ends or days):
        year, month, day = civil(one.begin)[:3]
        later = (two.fields["month"], two.fields.get("day", day)) < (month, day)
        with suppress(ValueError):  # no 29 February in that year: it stays where it is
            put(two, year + later, two.anchor, "after the first day")
            finish(two, context)
    elif ends and one.granularity == Granularity.MINUTE == two.granularity and two.begin and two.until:
        if two.begin <= one.begin < two.begin + DAY and "leader" in one.fields:  # from 10 p.m. to 6 a.m. on Friday
            one.begin, one.until = one.begin - DAY, one.until - DAY
            one.value = units.day_value(one.begin) + one.value[one.value.index("T") :]
        elif two.begin <= one.begin < two.begin + DAY:  # from 10 p.m. on Friday until 6 a.m.
            two.begin, two.until = two.begin + DAY, two.until + DAY
    elif ends and one.fields.keys() == two.fields.keys() == {"weekday"} and (two.begin or 0) < one.begin:
        begin, until = one.begin - WEEK, one.until - WEEK
        reason = why.on_day("a week earlier, so that it lies before the second day", begin)
        one.place(units.day_value(begin), (begin, until), one.granularity, one.anchor, reason)


def _is_today(mention: Mention) -> bool:
    return mention.make == "unit" and mention.fields.get("unit") == "day" and not mention.fields.get("turn")


def _yearless(mention: Mention) -> bool:
    """Whether a mention is a month, or a day of one, that names no year."""
    return (
        mention.make == "date"
        and "month" in mention.fields
        and not mention.fields.keys() & (DATED | {"weekday", "which"})
    )


def _is_range(one: Mention, two: Mention, tokens: Tokens, grammar: Grammar, context: Context) -> bool:
    if context.narrative or "pair" in one.roles:
        return False  # in a story each end is a date that others lean on
    if between(one, two, tokens) in grammar.lists[f"range_{one.relation if one.relation == 'between' else 'from'}"]:
        _follow_on(one, two, context)
    if "joined" in one.fields or one.begin is None or two.until is None or one.begin >= two.until:
        return False
    now = one.relation in ("from", "between") and (two.value == "PRESENT_REF" or _is_today(two))
    if one.value.endswith("_REF") or "DURATION" in (one.type, two.type):
        return False
    ends = one.relation in ("from", "between")
    if one.relation == "from" and is_changed(one.first, tokens, grammar):
        return False
    if not now and ((not ends and one.granularity != two.granularity) or two.value.endswith("_REF")):
        return False
    gap = between(one, two, tokens)
    if one.relation in ("from", "between"):
        return gap in grammar.lists[f"range_{one.relation}"]
    listed = "listed" in one.roles | two.roles  # July 1 to 5
    bare = (
        "range_from" if one.granularity == Granularity.MINUTE or listed else "range"
    )  # 9 a.m. to 5 p.m.; not Monday to Friday
    return gap in grammar.lists[bare] and one.anchor == two.anchor
