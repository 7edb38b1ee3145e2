"""Times counted from publication or from the date mentioned before: last year, two days later, recently."""

from dateline.core.message import Message
from dateline.core.message import Unit as Named
from dateline.core.model import Anchor
from dateline.core.moment import DAY, WEEK, Granularity, Moment, add_months, civil, day_start, weekday
from dateline.times import units, why
from dateline.times.context import Context
from dateline.times.durations import duration
from dateline.times.mention import Mention
from dateline.times.narrowing import PARTS, apply_part, finish
from dateline.times.units import UNITS, Span, Unit

_MIDWEEK = 2  # Wednesday, until which "this weekend" may be the one before
_LONG = ("decade", "century", "millennium")
_OPEN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX",
}  # fmt: skip


def _open(the: Unit, turn: float, context: Context) -> str:
    """The value of what has no place yet; a day keeps the month, or at least the year, mentioned before."""
    before = context.previous
    if the.name != "day" or before is None or before.begin is None:
        return _OPEN.get(the.name, "XXXX")
    year, month, _ = units.day_value(before.begin).rsplit("-", 2)
    return f"{year}-{month}-XX" if not turn and before.granularity == Granularity.MONTH else f"{year}-XX-XX"


def _offset(unit: Unit, count: float | None) -> str | None:
    """A signed ISO duration; weekends count in weeks."""
    if count is None:
        return None
    sign = "-" if count < 0 else "+"
    return sign + units.duration(UNITS["week"] if unit.name == "weekend" else unit, abs(count))


def unit(mention: Mention, context: Context) -> None:
    """This, last or next unit, counted from publication."""
    f = mention.fields
    the, turn = UNITS[f["unit"]], f.get("turn", 0)
    if the.name == "weekend" and mention.tense == "future" and "either" in f:
        turn = 1
    if the.name == "day" and turn == 0 and context.narrative and mention.tense != "past":
        mention.place("PRESENT_REF", (None, None), Granularity.VAGUE, "none", "in a story, today is nowadays")
        return
    if "side" in f and (context.narrative if the.name != "day" else f.get("turn") == 0 and context.day is not None):
        previous_unit(mention, context)
        return
    mention.offset = _offset(the, turn)
    if the.name in _LONG and turn and "mod" not in f:
        f["count"] = 1
        span(mention, context)
        return
    if not context.carries(the.name):
        mention.leave_open(_OPEN.get(the.name, "XXXX"), the.granularity, mention.offset, context.unknown())
        return
    if the.name == "weekend":
        over = turn == 0 and mention.tense == "past" and weekday(context.today) <= _MIDWEEK
        begin = _weekend(context.today, -1 if over else turn)
        bounds: Span = begin, begin + 2 * DAY
    else:
        begin = units.step(context.today, the, turn)
        if "year" in f:  # this day in 1987
            begin = add_months(begin, 12 * (f["year"] - civil(begin).year))
        bounds = units.around(begin, the, context.conventions.week_start)
    reason = why.turns(why.THE[the.name], turn, context.told())
    mention.place(units.value(begin, the), bounds, the.granularity, "publication", reason)
    if "year" in f:
        mention.reasons.append(Message("that of {year}", year=str(f["year"])))
    if turn == 0 or "side" in f:
        _cut_at_publication(mention, context, the)
    finish(mention, context)


def past_unit(mention: Mention, context: Context) -> None:
    """The past month: valued as the month before, but told of the days up to and including publication."""
    the = UNITS[mention.fields["unit"]]
    if the.name == "day":
        mention.dropped = True  # the last day of something that is not said
        return
    unit(mention, context)
    if mention.type == "DATE" and mention.anchor == "publication" and the.name != "weekend":
        mention.begin, mention.until = units.step(context.today, the, -1), context.today + DAY
        mention.reasons = [
            Message("{length} back from {told}, that day included", length=why.ONE[the.name], told=context.told())
        ]


def _weekend(today: Moment, turn: int) -> Moment:
    """The Saturday of the weekend meant: the latest that has begun, or the first to come."""
    saturday = today - (today // DAY + 2) % 7 * DAY  # the latest Saturday, today itself included
    if turn > 0 or (turn == 0 and saturday + 2 * DAY <= today):
        return saturday + max(turn, 1) * WEEK
    return saturday + min(turn + 1, 0) * WEEK


def _cut_at_publication(mention: Mention, context: Context, the: Unit) -> None:
    """Cut "earlier this week", "later this week", and "this year" told as past or as to come, at publication."""
    if the.name == "day" or mention.begin is None or mention.until is None or not context.carries("day"):
        return
    today, side = context.today, mention.fields.get("side")
    if side == "earlier" and mention.begin <= today:
        mention.mod = "START"
        mention.until = min(mention.until, max(today, mention.begin + DAY))
        mention.reasons.append("up to the day of publication, that day left out")
    elif side == "later" and today + DAY < mention.until:
        mention.mod = "END"
        mention.begin = max(mention.begin, today + DAY)
        mention.reasons.append("from the day after publication on")
    elif side is None and "mod" not in mention.fields and mention.begin <= today < mention.until:
        if mention.tense == "past":
            mention.until = min(mention.until, today + DAY)
            mention.reasons.append("told as past: up to and including publication")
        elif mention.tense == "future" and the.name == "week" and mention.until == today + DAY:
            mention.begin, mention.until = mention.until, mention.until + WEEK
            mention.value = units.value(mention.begin, the)
            mention.reasons.append("told as to come on its last day: the week that begins")
        elif mention.tense == "future":
            mention.begin = max(mention.begin, today)
            mention.reasons.append("told as to come: from publication on")


def the_unit(mention: Mention, context: Context) -> None:
    """The year, the month: that of the date before in a story, else that of publication."""
    f = mention.fields
    name = f["unit"]
    modified = "mod" in f
    if name == "day" and "part" not in f:
        _day_told(mention, context)
        return
    if context.narrative:
        previous_unit(mention, context)
        return
    if name in ("year", "decade", "century") and not modified:
        mention.type = "DURATION"
        mention.value = units.duration(UNITS[name], 1)
        mention.granularity = UNITS[name].granularity
        mention.reasons.append("a length of time")
        return
    f["turn"] = 0
    unit(mention, context)


def _day_told(mention: Mention, context: Context) -> None:
    """The end of the day, for the day: the day mentioned last in the news, else that of publication told as past."""
    if context.narrative or not mention.fields.get("whole_day"):
        mention.dropped = True
        return
    before = context.day
    if before is not None and before.begin is not None:
        mention.place_day(day_start(before.begin), "previous", "the day mentioned before")
    elif context.carries("day"):
        mention.place_day(context.today, "publication", why.turns(why.THE["day"], 0, context.told()))
    else:
        mention.dropped = True
        return
    finish(mention, context)


def previous_unit(mention: Mention, context: Context) -> None:
    """The next day, that year, the following month: counted from the date mentioned before."""
    f = mention.fields
    the, turn = UNITS[f["unit"]], f.get("before", 0)
    base = context.base(the.name)
    if the.name in _LONG and turn > 0 and not context.narrative and (base is None or not base[1]):
        f |= {"turn": turn, "count": 1}
        span(mention, context)
        return
    if base is None or (not base[1] and (not turn or (turn > 0 and mention.tense == "past"))):
        mention.leave_open(
            _open(the, turn, context), the.granularity, _offset(the, turn), "no date before says of which"
        )
        return
    at = units.step(base[0], the, turn)
    if the.name == "weekend":
        at = units.around(at, the)[0]
    bounds = units.around(at, the, context.conventions.week_start)
    anchor: Anchor = "previous" if base[1] else "publication"
    origin = Message("the date mentioned before") if base[1] else context.told()
    mention.offset = _offset(the, turn) if turn else None
    mention.place(units.value(at, the), bounds, the.granularity, anchor, why.turns(why.THE[the.name], turn, origin))
    if f.get("side") == "earlier":
        f["mod"] = "START"
    elif f.get("side") == "later":
        f["mod"] = "END"
    if "side" in f:
        mention.mod = f.pop("mod")
    finish(mention, context)


def part(mention: Mention, context: Context) -> None:
    """A part of day by itself: tonight, last night, this morning, the next morning."""
    f = mention.fields
    mention.type = "TIME"
    if "turn" not in f:
        base = context.base("day")
        if context.day is not None and (base is None or not base[1]):
            base = day_start(context.day.begin or 0), True
        if base is None or (not base[1] and "before" in f):
            mention.leave_open(
                "XXXX-XX-XX" + PARTS[f["part"]], Granularity.DAY_PART, None, "no date before says of which day"
            )
            return
        day = base[0] + f.get("before", 0) * DAY
        anchor: Anchor = "previous" if base[1] else "publication"
        origin = Message("the date mentioned before") if base[1] else context.told()
        reason = Message(
            "the {part} of {day}, counted from {told}", part=Message(f["part"]), day=why.day(day), told=origin
        )
    else:
        turn = 0 if "overnight" in mention.roles and mention.tense == "future" else f["turn"]
        mention.offset = f"{'-' if turn < 0 else '+'}P{abs(turn)}D"
        if not context.carries("day"):
            mention.leave_open("XXXX-XX-XX" + PARTS[f["part"]], Granularity.DAY_PART, mention.offset, context.unknown())
            return
        day, anchor = context.today + turn * DAY, "publication"
        reason = (
            Message("of {day}, the day of publication", day=why.day(day))
            if turn == 0
            else Message("of {day}, counted from {told}", day=why.day(day), told=context.told())
        )
    mention.place_day(day, anchor, reason)
    apply_part(mention, context)


def shift(mention: Mention, context: Context) -> None:
    """Two years ago, three days later: a count of units from publication or from the date before."""
    f = mention.fields
    the, count = UNITS[f["unit"]], f.get("count")
    sign = f["sign"]
    if f.get("time") and (context.narrative or mention.tense == "past"):
        duration(mention, context)  # it was done in a year's time
        return
    mention.offset = _offset(the, sign * count if count is not None else None)
    if count is None:
        _vague_shift(mention, context, sign)
        return
    if f["base"] == "previous":
        base = context.base(the.name)
        if base is not None and sign > 0 and not base[1]:
            base = None  # nothing is told as later than publication
    else:
        base = (context.today, False) if context.carries(the.name) else None
    if base is None and the.clock:
        mention.type = "DURATION"
        mention.leave_open(units.duration(the, count), the.granularity, mention.offset, "nothing says from which hour")
        return
    if base is None:
        leans = f["base"] == "previous"
        told = "no date before says from when" if leans else context.unknown()
        value = _open(the, sign * count, context) if leans else _OPEN.get(the.name, "XXXX")
        mention.leave_open(value, the.granularity, mention.offset, told)
        return
    at = units.step(base[0], the, sign * count)
    if (
        base[1]
        and sign > 0
        and mention.tense != "future"
        and context.published
        and at >= context.published[1] > base[0]
    ):
        mention.leave_open(_open(the, sign * count, context), the.granularity, mention.offset, "it would lie ahead")
        return
    if "more_units" in f:
        further, name = f["more_units"]
        at = units.step(at, UNITS[name], sign * further)
        the = min(the, UNITS[name], key=lambda unit: units.RANK[unit.name])
    if the.clock and not (base[1] and context.to_the_minute()):
        mention.type = "DURATION"
        mention.leave_open(units.duration(the, count), the.granularity, mention.offset, "nothing says from which hour")
        return
    fine = UNITS[f.get("fine", "year" if the.name in _LONG and count % 1 else the.name)]
    span = units.around(at, fine, context.conventions.week_start)
    if (furthest := f.get("furthest")) is not None:  # three to ten years ago
        far = units.around(units.step(base[0], the, sign * furthest), fine, context.conventions.week_start)
        span = min(span[0], far[0]), max(span[1], far[1])
    anchor: Anchor = "previous" if base[1] else "publication"
    origin = Message("the date mentioned before") if base[1] else context.told()
    lies = why.before_or_after(why.count(count, the.name), origin, before=sign < 0)
    reason = Message("{the} that lies {lies}", the=why.THE[the.name], lies=lies)
    mention.place(units.value(at, fine), span, fine.granularity, anchor, reason)
    finish(mention, context)


def step(mention: Mention, context: Context) -> None:
    """The day before Christmas, two weeks before May 5: a count of units from the day that the words name."""
    the, count = mention.fields["step"]
    if mention.begin is None:
        mention.offset = _offset(the, count)
        return
    at = units.step(mention.begin, the, count)
    span = units.around(at, the, context.conventions.week_start)
    lies = why.before_or_after(why.count(abs(count), the.name), Message("that"), before=count < 0)
    reason = Message("{lies}: {day}", lies=lies, day=Named(span[0], the.granularity))
    mention.place(units.value(at, the), span, the.granularity, mention.anchor, reason)


def length(mention: Mention, context: Context) -> None:
    """Three weeks; but what will end "in three weeks" ends in the week that lies three on."""
    f = mention.fields
    ahead = mention.tense == "future" and mention.near and not context.narrative
    if ahead and f.get("ahead") and f.get("count") and not UNITS[f["unit"]].clock:
        f |= {"sign": 1, "base": "publication"}
        shift(mention, context)
    else:
        duration(mention, context)


def _vague_shift(mention: Mention, context: Context, sign: int) -> None:
    """A few years ago, months later: somewhere before or after."""
    mention.value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    mention.granularity = Granularity.VAGUE
    if mention.fields["base"] == "publication" and context.carries("day"):
        mention.anchor = "publication"
        if sign < 0:
            mention.until = context.today
        else:
            mention.begin = context.today + DAY
    mention.reasons.append("how many is not said")


def span(mention: Mention, context: Context) -> None:
    """The past or next N units: a duration that touches publication."""
    f = mention.fields
    the, count, turn = UNITS[f["unit"]], f.get("count"), f.get("turn", -1)
    mention.type = "DURATION"
    mention.value = units.duration(the, count)
    mention.granularity = the.granularity
    mention.offset = _offset(the, turn * count if count is not None else None)
    if count is None:
        mention.reasons.append("how many is not said")
        return
    if not context.carries(the.name) or turn == 0:
        mention.reasons.append(context.unknown())
        return
    edge = context.today + DAY
    if turn < 0:
        mention.begin, mention.until = units.step(context.today, the, -count), edge
        mention.reasons.append(Message("back from {told}, that day included", told=context.told()))
    else:
        mention.begin, mention.until = edge, units.step(edge, the, count)
        mention.reasons.append(Message("on from {told}", told=context.told()))
    mention.anchor = "publication"


def reference(mention: Mention, context: Context) -> None:
    """Recently, now, soon: a side of publication with no fixed length. Some are told in stories only."""
    if mention.fields.get("story") and not context.narrative:
        mention.dropped = True
        return
    mention.value = mention.fields["value"]
    mention.granularity = Granularity.VAGUE
    if not context.carries("day") or context.narrative:
        mention.reasons.append("a vague word" if context.narrative else context.unknown())
        return
    today = context.today
    if mention.value == "PAST_REF":
        mention.until = today + DAY
        mention.reasons.append(Message("some time before {told}", told=context.told()))
    elif mention.value == "PRESENT_REF":
        mention.begin, mention.until = today, today + DAY
        mention.granularity = Granularity.DAY
        mention.reasons.append(Message("the time of {told}", told=context.told()))
    else:
        mention.begin = today
        mention.reasons.append(Message("some time after {told}", told=context.told()))
    mention.anchor = "publication"
