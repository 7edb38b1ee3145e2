"""Times of companies: the quarter, a year earlier in a comparison of quarters, year-end."""

import re

from dateline.core.message import Message, Unit
from dateline.core.model import Anchor
from dateline.core.moment import DAY, Granularity, Moment, add_months, civil, moment
from dateline.times import units, why
from dateline.times.context import Context
from dateline.times.mention import Mention
from dateline.times.narrowing import finish
from dateline.times.units import UNITS

_QUARTER = re.compile(r"(\d{4})-Q(\d)")
_OPEN_ENDED = ("before", "by", "until")


def the_quarter(mention: Mention, context: Context) -> None:
    """The quarter, the latest quarter: the one mentioned last, else the last that had ended by publication."""
    before = context.quarter
    if before is not None and "ended" in mention.fields and context.published is not None:
        before = before if (before.until or 0) <= context.published[1] else None
    if before is not None and before.begin is not None:
        begin, anchor, reason = before.begin, "previous", "the quarter mentioned before"
        first, until = units.around(begin, UNITS["quarter"])
        begin = first if (before.until or 0) <= until else begin  # the whole of one cut at publication
    elif context.carries("quarter") and context.published is not None:
        begin = add_months(units.around(context.published[0], UNITS["quarter"])[0], -3)
        anchor, reason = "publication", Message("the last quarter that had ended by {told}", told=context.told())
    else:
        mention.leave_open("XXXX-QX", Granularity.QUARTER, None, context.unknown())
        return
    _place_quarter(mention, begin, "previous" if anchor == "previous" else "publication", reason)
    if before is not None and anchor == "previous":
        mention.value = before.value  # a company's own quarter keeps its number
    finish(mention, context)


def _place_quarter(mention: Mention, begin: Moment, anchor: Anchor, reason: str) -> None:
    span = begin, add_months(begin, 3)
    mention.place(units.value(begin, UNITS["quarter"]), span, Granularity.QUARTER, anchor, reason)


def period(mention: Mention, context: Context) -> bool:
    """The 1988 period: the quarter told of, in that year; False where no quarter is, or months are the subject."""
    quarter = context.quarter
    named = _QUARTER.fullmatch(quarter.value) if quarter is not None and not context.months else None
    if named is None or quarter is None or quarter.begin is None:
        return False
    year = mention.fields["year"]
    begin = add_months(quarter.begin, 12 * (year - int(named[1])))
    _place_quarter(mention, begin, "previous", Message("that quarter of {year}", year=str(year)))
    mention.value = f"{year:04d}-Q{named[2]}"  # a company's own quarter keeps its number
    return True


def year_earlier(mention: Mention, context: Context) -> None:
    """A year earlier, the year-ago quarter: the same quarter a year before where quarters are the subject."""
    f = mention.fields
    mention.offset = "-P1Y"
    quarter = context.quarter if not context.months or "period" in f else None
    if "count" in f:
        mention.type, mention.value, mention.granularity = (
            "DURATION",
            units.duration(UNITS["month"], f["count"]),
            Granularity.MONTH,
        )
        mention.reasons.append("a length of time of the year before")
    elif f.get("unit") in ("day", "week", "weekend", "month"):
        _same_unit_before(mention, f["unit"], context)
    elif "quarter" in f:
        year = _year_of(mention, context)
        if year is None:
            return
        begin, reason = add_months(year, f["quarter"] * 3 - 3), "that quarter of the year before"
        _place_quarter(mention, begin, "publication", reason)
    elif quarter is not None and quarter.begin is not None:
        reason = "a year before the quarter mentioned before"
        _place_quarter(mention, add_months(quarter.begin, -12), "previous", reason)
        if (named := _QUARTER.fullmatch(quarter.value)) is not None:
            mention.value = f"{int(named[1]) - 1:04d}-Q{named[2]}"
    else:
        year = _year_of(mention, context)
        if year is not None:
            number = civil(year).year
            bounds = year, add_months(year, 12)
            mention.place(
                units.year_value(number),
                bounds,
                Granularity.YEAR,
                "publication",
                Message("the year before, {year}", year=why.year(number)),
            )


def _same_unit_before(mention: Mention, name: str, context: Context) -> None:
    """The same month a year ago: that of the date mentioned before where this is as fine, else of publication."""
    the, before = UNITS[name], context.previous
    told = before is not None and before.begin is not None and before.granularity == the.granularity
    at = before.begin if before is not None and told else None
    at = context.today if at is None and context.carries(name) else at
    if at is None:
        mention.leave_open("XXXX", the.granularity, "-P1Y", context.unknown())
        return
    reason = Message("a year before {day}", day=Unit(units.around(at, the)[0], the.granularity))
    at = add_months(at, -12)
    span = units.around(at, the, context.conventions.week_start)
    mention.place(units.value(at, the), span, the.granularity, "previous" if told else "publication", reason)


def full_year(mention: Mention, context: Context) -> None:
    """For the full year: that of the quarter mentioned before, or this one where it is to come; else a length."""
    quarter = context.quarter
    if quarter is not None and units.value(quarter.begin or 0, UNITS["quarter"]) == quarter.value:
        reason = "the year of the quarter mentioned before"
        _place_year(mention, civil(quarter.begin or 0).year, "previous", reason)
    elif mention.tense == "future" and context.published is not None:
        _place_year(mention, civil(context.published[0]).year, "publication", "the year of publication")
    else:
        mention.type, mention.value = "DURATION", "P1Y"
        mention.granularity = Granularity.YEAR
        mention.reasons.append("a length of time")


def _place_year(mention: Mention, year: int, anchor: Anchor, reason: str) -> None:
    mention.place(units.year_value(year), (moment(year), moment(year + 1)), Granularity.YEAR, anchor, reason)


def _year_of(mention: Mention, context: Context) -> Moment | None:
    """The first minute of the year before that of publication, or of the date before in a story."""
    base = context.base("year") if context.narrative or context.published is None else (context.today, False)
    if base is None:
        mention.leave_open("XXXX", Granularity.YEAR, "-P1Y", context.unknown())
        return None
    return units.around(units.step(base[0], UNITS["year"], -1), UNITS["year"])[0]


def year_end(mention: Mention, context: Context) -> None:
    """Year-end: the last day of the year; of the year before where it is told as past."""
    base = context.base("year") if context.narrative else (context.today, False) if context.carries("year") else None
    if base is None:
        mention.leave_open("XXXX-12-31", Granularity.DAY, None, context.unknown())
        return
    past = mention.tense == "past" or mention.relation == "since"
    last = past and not base[1] and mention.relation not in _OPEN_ENDED
    begin = moment(civil(base[0]).year + (not last)) - DAY
    anchor: Anchor = "previous" if base[1] else "publication"
    reason = Message("the last day of the year: {day}", day=why.day(begin))
    mention.place_day(begin, anchor, reason)
    if mention.relation in _OPEN_ENDED:
        mention.begin = None
        mention.reasons.append(Message("{relation} it leaves the beginning open", relation=mention.relation))
