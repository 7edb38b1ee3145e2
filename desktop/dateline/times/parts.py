"""Parts of a named month or year: the last week of October, the first six months of 2023."""

from dateline.core.message import Message
from dateline.core.moment import DAY, WEEK, Granularity, Moment, add_months
from dateline.core.moment import weekday as weekday_of
from dateline.times import units, why
from dateline.times.context import Context
from dateline.times.dates import date
from dateline.times.mention import Mention
from dateline.times.relative import previous_unit, unit
from dateline.times.units import UNITS, Unit


def unit_of(mention: Mention, context: Context) -> None:
    """The last week of October: a length of time with a place in its month."""
    f = mention.fields
    place, the, count = f.pop("place_in"), UNITS[f["unit"]], f.get("count") or 1
    _container(mention, context)
    begin, until = mention.begin, mention.until
    if f.get("yearturn") == 0 and begin is not None and _is_still_to_come(mention, place, count, the, context):
        begin, until = add_months(begin, -12), begin
        mention.reasons = [why.turns(why.THE["year"], -1, context.told())]
    mention.granularity = the.granularity
    calendar = the.name in ("day", "quarter", "half") and count == 1
    if not calendar:
        mention.type = "DURATION"
        mention.value = units.duration(the, count)
    if begin is None or until is None:
        return
    if the.name == "weekend":
        _nth_weekend(mention, begin, until, place)
        return
    first = units.step(until, the, -count) if place < 0 else units.step(begin, the, (place - 1) * count)
    mention.begin, mention.until = first, units.step(first, the, count)
    if mention.begin < begin or mention.until > until + DAY * 6:
        raise ValueError("it has no such part")
    if calendar:
        mention.value = units.value(first, the)
        return
    side = "counted from its end" if place < 0 else "counted from its beginning"
    sevens = "counted in sevens of days from its end" if place < 0 else "counted in sevens of days from its beginning"
    mention.reasons.append(sevens if the.name == "week" else side)


def month_quarter(mention: Mention, context: Context) -> None:
    """The March quarter: the three months that end with March."""
    date(mention, context)
    if mention.begin is None or mention.until is None:
        return
    begin = add_months(mention.begin, -2)
    value = units.value(begin, UNITS["quarter"]) if mention.fields["month"] % 3 == 0 else mention.value
    reason = Message("the three months that end with it")
    mention.place(value, (begin, mention.until), Granularity.QUARTER, mention.anchor, reason)


def _is_still_to_come(mention: Mention, place: int, count: float, the: Unit, context: Context) -> bool:
    """Whether a part of "the year" that is told as past has not begun, or of several units is not over: it is then
    that of the year before.
    """
    begin = mention.begin or 0
    over = add_months(begin, 12) if place < 0 else units.step(begin, the, place * count)
    told = over if count > 1 else units.step(over, the, -1)
    return mention.tense == "past" and context.published is not None and told > context.published[1]


def _nth_weekend(mention: Mention, begin: Moment, until: Moment, place: int) -> None:
    """The first, or last, Saturday and Sunday of a month or year."""
    first = begin + (5 - weekday_of(begin)) % 7 * DAY + (place - 1) * WEEK
    saturday = first if place > 0 else until - (weekday_of(until - DAY) - 5) % 7 * DAY - DAY
    mention.type = "DATE"
    bounds = saturday, saturday + 2 * DAY
    value = units.value(saturday, UNITS["weekend"])
    mention.place(
        value, bounds, Granularity.WEEKEND, mention.anchor, Message("its Saturday: {day}", day=why.day(saturday))
    )


def _container(mention: Mention, context: Context) -> None:
    """Put the mention on the month or year that it tells a part of."""
    f = mention.fields
    if f.keys() & {"month", "year", "decade", "century"}:
        date(mention, context)
        return
    name, turn = ("month", f.get("monthturn", 0)) if "yearturn" not in f else ("year", f["yearturn"])
    inner = Mention(mention.first, mention.last, "unit", mention.rule, {"unit": name, "turn": turn})
    (previous_unit if context.narrative and not turn else unit)(inner, context)
    mention.place(inner.value, (inner.begin, inner.until), inner.granularity, inner.anchor)
    mention.offset, mention.reasons = inner.offset, inner.reasons
