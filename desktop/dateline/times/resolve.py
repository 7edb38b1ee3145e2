"""What a mention means: each ``make`` of the grammar's rules is one function here or in a module beside."""

from collections.abc import Callable

from dateline.core.moment import DAY, Granularity, moment
from dateline.times import business, clocks, dates, durations, parts, relative, written
from dateline.times.context import Context
from dateline.times.mention import Mention

MAKERS: dict[str, Callable[[Mention, Context], None]] = {
    "date": dates.date,
    "numeric": written.numeric,
    "week_of": written.week_of,
    "weekend_of": written.weekend_of,
    "iso_week": written.iso_week,
    "clock": clocks.clock,
    "daypart": clocks.clock,
    "unit": relative.unit,
    "past_unit": relative.past_unit,
    "the_unit": relative.the_unit,
    "previous_unit": relative.previous_unit,
    "part": relative.part,
    "shift": relative.shift,
    "year_end": business.year_end,
    "span": relative.span,
    "unit_of": parts.unit_of,
    "month_quarter": parts.month_quarter,
    "the_quarter": business.the_quarter,
    "full_year": business.full_year,
    "year_earlier": business.year_earlier,
    "ref": relative.reference,
    "duration": relative.length,
    "units": durations.duration,
    "vague_duration": durations.vague,
    "set": durations.recurring,
}


_FIRST, _LAST = moment(-9998), moment(10000)
_FAR_AHEAD = 100 * 366 * DAY


def resolve(mention: Mention, context: Context) -> None:
    """Fill in what the mention means; one that names no possible date is dropped."""
    try:
        MAKERS[mention.make](mention, context)
        if "step" in mention.fields:
            relative.step(mention, context)
        if context.published and mention.begin is not None and mention.begin > context.published[1] + _FAR_AHEAD:
            mention.dropped = True  # nobody dates so far ahead: a number that looks like a year
        _keep_in_reach(mention)
    except (ValueError, OverflowError, StopIteration):  # 31 April, the year 99999, week 53 of a year that has 52
        mention.dropped = True


def _keep_in_reach(mention: Mention) -> None:
    """Leave open what lies outside of the years 9999 BC to 9999, which no calendar tells: "99999999999 days ago"."""
    ends = [end for end in (mention.begin, mention.until) if end is not None]
    if any(not _FIRST <= end <= _LAST for end in ends):
        mention.place("PAST_REF" if ends[0] < 0 else "FUTURE_REF", (None, None), Granularity.VAGUE, "none")
        mention.offset = None
        mention.reasons = ["it lies outside of the years 9999 BC to 9999"]
