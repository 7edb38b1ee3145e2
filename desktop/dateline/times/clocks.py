"""Times of day that name no day: at 10:40 p.m., in the evening."""

from dateline.core.message import Message
from dateline.core.model import Anchor
from dateline.core.moment import DAY, Granularity, Moment, day_start
from dateline.times import why
from dateline.times.context import Context
from dateline.times.mention import Mention
from dateline.times.narrowing import apply_part, is_after_midnight


def clock(mention: Mention, context: Context) -> None:
    """A time of day, or a part of the day, that names no day: of the date before in a story, else of publication."""
    mention.type = "TIME"
    alone = mention.make == "daypart" and mention.fields["part"] not in ("noon", "midnight")
    if alone and (context.day is None or mention.tense == "future" or context.narrative):
        mention.dropped = True
        return
    base = _day_of_clock(mention, context)
    if base is None:
        mention.leave_open("XXXX-XX-XX", Granularity.DAY, None, context.unknown())
    else:
        day = base[0] + (DAY if base[1] and is_after_midnight(mention) else 0)
        anchor: Anchor = "previous" if base[1] else "publication"
        before = Message("on {day}, mentioned before", day=why.day(day))
        reason = before if base[1] else Message("on the day of {told}", told=context.told())
        mention.place_day(day, anchor, reason)
    apply_part(mention, context)


def _day_of_clock(mention: Mention, context: Context) -> tuple[Moment, bool] | None:
    """The day that a time of day belongs to: in a story and in what is told as past, the one mentioned before."""
    if context.narrative:
        return context.base("day")
    before = context.day
    if before is not None and before.begin is not None and _in_time(mention, before.begin, context):
        day = day_start(before.begin)
        f = mention.fields
        after_midnight = "clock" in f and "twelve" not in f and f["clock"][0] < _SMALL_HOURS
        return day + (DAY if after_midnight and before.begin - day >= _EVENING else 0), True
    return (context.today, False) if context.carries("day") else None


def _in_time(mention: Mention, day: Moment, context: Context) -> bool:
    """Whether a day fits the tense: what is to come is not told of a day gone, nor the past of one to come."""
    if not context.carries("day"):
        return True
    return day >= context.today if mention.tense == "future" else day < context.today + DAY or not mention.tense


_SMALL_HOURS = 6
_EVENING = 18 * 60  # minutes of the day
