"""What a mention means: each ``make`` of the grammar's rules is one function here or in a module beside."""

from collections.abc import Callable

from dateline.times import business, dates, durations, relative, written
from dateline.times.context import Context
from dateline.times.mention import Mention

MAKERS: dict[str, Callable[[Mention, Context], None]] = {
    "date": dates.date,
    "numeric": written.numeric,
    "week_of": written.week_of,
    "weekend_of": written.weekend_of,
    "iso_week": written.iso_week,
    "clock": dates.clock,
    "daypart": dates.clock,
    "unit": relative.unit,
    "past_unit": relative.past_unit,
    "the_unit": relative.the_unit,
    "previous_unit": relative.previous_unit,
    "part": relative.part,
    "shift": relative.shift,
    "year_end": business.year_end,
    "span": relative.span,
    "unit_of": relative.unit_of,
    "the_quarter": business.the_quarter,
    "year_earlier": business.year_earlier,
    "ref": relative.reference,
    "duration": relative.length,
    "units": durations.duration,
    "vague_duration": durations.vague,
    "set": durations.recurring,
}


def resolve(mention: Mention, context: Context) -> None:
    """Fill in what the mention means; one that names no possible date is dropped."""
    try:
        MAKERS[mention.make](mention, context)
        if "step" in mention.fields:
            relative.step(mention, context)
    except (ValueError, OverflowError, StopIteration):  # 31 April, the year 99999, week 53 of a year that has 52
        mention.dropped = True
