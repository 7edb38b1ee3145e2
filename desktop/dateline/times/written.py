"""Other ways to write a date: 3/4/2025, the week of March 6, 2020-W53."""

from dateline.core.message import Message
from dateline.core.moment import DAY, WEEK, Granularity, civil, from_iso_week, moment, week_start, weekday
from dateline.core.moment import iso_week as week_of_year
from dateline.times import units
from dateline.times.context import Context
from dateline.times.dates import date, place, spell_out
from dateline.times.mention import Mention
from dateline.times.narrowing import finish


def numeric(mention: Mention, context: Context) -> None:
    """3/4/2025: day or month first as the article says, with dots day first; the other way where a past lay ahead."""
    f = mention.fields
    spell_out(f, context)
    one, two = f["one"], f["two"]
    dotted = (
        "dotted" in f and context.conventions.day_first is None
    )  # with dots only people who tell the day first write
    readings = [(two, one), (one, two)] if context.day_first or dotted else [(one, two), (two, one)]
    valid = [(month, day) for month, day in readings if month <= 12 and _exists(f["year"], month, day)]
    if not valid:
        mention.dropped = True
        return
    month, day = valid[0]
    reason = Message("read with the day first" if (month, day) == (two, one) else "read with the month first")
    ahead = mention.tense == "future" or not context.carries("day")
    if not ahead and len(valid) > 1 and moment(f["year"], month, day) > context.today >= moment(f["year"], *valid[1]):
        month, day = valid[1]
        reason = Message("read so because the other way it would lie after publication")
    f |= {"month": month, "day": day}
    place(mention, f["year"], "absolute", reason)
    finish(mention, context)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        moment(year, month, day)
    except ValueError:
        return False
    return True


def week_of(mention: Mention, context: Context) -> None:
    """The week of March 6."""
    mention.fields["weekly"] = True
    if "weekday" in mention.fields and not mention.tense:
        mention.tense, mention.near = "future", True
    date(mention, context)
    if mention.begin is None:
        mention.leave_open("XXXX-WXX", Granularity.WEEK, None, context.unknown())
        return
    begin = week_start(mention.begin, context.conventions.week_start)
    year, number = week_of_year(mention.begin)
    value = f"{units.year_value(year)}-W{number:02d}"
    mention.place(value, (begin, begin + WEEK), Granularity.WEEK, mention.anchor, "the week that this day lies in")


def weekend_of(mention: Mention, context: Context) -> None:
    """The weekend of March 8-9, Labor Day weekend: Saturday, Sunday, and a holiday that touches them."""
    date(mention, context)
    if mention.begin is None:
        mention.leave_open("XXXX-WXX-WE", Granularity.WEEKEND, None, context.unknown())
        return
    day = mention.begin
    saturday = (
        week_start(day + DAY) + 5 * DAY - (WEEK if weekday(day) == 6 else 0)
        if weekday(day) > 2
        else week_start(day) - 2 * DAY
    )
    first, until = saturday, saturday + 2 * DAY
    if "holiday" in mention.fields:
        easter = mention.fields["holiday"].startswith("Easter +0")
        first = min(saturday, day) - (DAY if easter else 0)
        until = max(until, day + DAY) + (DAY if easter else 0)
        if until - first > 4 * DAY:
            first, until = saturday, saturday + 2 * DAY
    year, number = week_of_year(saturday)
    value = f"{units.year_value(year)}-W{number:02d}-WE"
    mention.place(value, (first, until), Granularity.WEEKEND, mention.anchor, "the weekend that this day lies at")


def iso_week(mention: Mention, context: Context) -> None:
    """2020-W53, week 14: the ISO week."""
    f = mention.fields
    if "year" not in f:
        if context.published is None:
            mention.leave_open(f"XXXX-W{f['week']:02d}", Granularity.WEEK, None, context.unknown())
            return
        f["year"] = civil(context.published[0]).year
    begin = from_iso_week(f["year"], f["week"])
    value = f"{units.year_value(f['year'])}-W{f['week']:02d}"
    mention.place(value, (begin, begin + WEEK), Granularity.WEEK, "absolute", "the week of that number, after ISO 8601")
