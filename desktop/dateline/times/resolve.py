"""What a mention means on the calendar: TIMEX3 value, interval, granularity, anchor and the reason in words."""

from dataclasses import dataclass
from typing import Any

from dateline.core.model import Anchor, Conventions
from dateline.core.moment import DAY, HOUR, Granularity, Moment, add_months, civil, day_start, moment, weekday
from dateline.times import units
from dateline.times.mention import Mention
from dateline.times.units import UNITS, Span, Unit

PARTS = {
    "dawn": "TMO", "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI",
    "noon": "T12:00", "midnight": "T24:00", "day": "TDT",
}  # fmt: skip


@dataclass(slots=True)
class Context:
    """What relative words lean on: publication and the date mentioned last.

    ``published`` is the interval of the publication date with its unit, None while it is unknown.
    """

    published: Span | None
    published_unit: str
    conventions: Conventions
    narrative: bool = False
    day_first: bool = False
    previous: Mention | None = None

    def carries(self, unit: str) -> bool:
        """Whether the publication date is known finely enough to count such units from it."""
        return self.published is not None and not units.finer(unit, self.published_unit)

    @property
    def today(self) -> Moment:
        """The day of publication (of a partial date, its first day)."""
        return day_start(self.published[0]) if self.published else 0


def resolve(mention: Mention, context: Context) -> None:
    """Fill in what the mention means."""
    MAKERS[mention.make](mention, context)


def _set(
    mention: Mention, value: str, span: tuple[Moment | None, Moment | None], granularity: Granularity, anchor: Anchor
) -> None:
    mention.value = value
    mention.begin, mention.until = span
    mention.granularity = granularity
    mention.anchor = anchor


def _unresolved(mention: Mention, value: str, granularity: Granularity, offset: str | None = None) -> None:
    mention.value = value
    mention.granularity = granularity
    mention.anchor = "none"
    mention.offset = offset


# --- dates -------------------------------------------------------------------------------------------------------


def _date(mention: Mention, context: Context) -> None:
    f = mention.fields
    if f.get("era") == -1 and "year" in f:
        f["year"] = 1 - f["year"]
        f["era"] = 0
    if "century" in f:
        _century(mention, f)
    elif "decade" in f:
        begin = moment(f["decade"])
        _set(mention, units.decade_value(f["decade"]), (begin, moment(f["decade"] + 10)), Granularity.DECADE, "absolute")
    elif "year" in f:
        _with_year(mention, f, f["year"], "absolute")
    elif "weekday" in f and "month" not in f:
        _weekday(mention, context)
    elif "month" in f or "season" in f or "quarter" in f or "half" in f:
        _without_year(mention, context)
    else:
        raise ValueError(f"the rule {mention.rule} gives no date")
    _apply_mod(mention)
    _apply_part(mention, context)


def _century(mention: Mention, f: dict[str, Any]) -> None:
    number = f["century"]
    if f.get("era") == -1:
        span = moment(1 - number * 100), moment(101 - number * 100)
        value = f"BC{number - 1:02d}"
    else:
        span = moment(number * 100 - 99), moment(number * 100 + 1)
        value = f"{number - 1:02d}"
    _set(mention, value, span, Granularity.CENTURY, "absolute")


def _with_year(mention: Mention, f: dict[str, Any], year: int, anchor: Anchor) -> None:
    """A date whose year is known, as fine as its fields go."""
    text = units.year_value(year)
    if "day" in f:
        begin = moment(year, f["month"], f["day"])
        _set(mention, units.day_value(begin), (begin, begin + DAY), Granularity.DAY, anchor)
    elif "month" in f:
        begin = moment(year, f["month"])
        _set(mention, f"{text}-{f['month']:02d}", (begin, add_months(begin, 1)), Granularity.MONTH, anchor)
    elif "season" in f:
        _set(mention, f"{text}-{f['season']}", units.season(year, f["season"]), Granularity.SEASON, anchor)
    elif "quarter" in f:
        begin = moment(year, f["quarter"] * 3 - 2)
        _set(mention, f"{text}-Q{f['quarter']}", (begin, add_months(begin, 3)), Granularity.QUARTER, anchor)
    elif "half" in f:
        begin = moment(year, f["half"] * 6 - 5)
        _set(mention, f"{text}-H{f['half']}", (begin, add_months(begin, 6)), Granularity.HALF, anchor)
    else:
        _set(mention, text, (moment(year), moment(year + 1)), Granularity.YEAR, anchor)


def _weekday(mention: Mention, context: Context) -> None:
    wanted = mention.fields["weekday"]
    if not context.carries("day"):
        _unresolved(mention, f"XXXX-WXX-{wanted + 1}", Granularity.DAY)
        return
    today, turn = context.today, mention.fields.get("turn")
    back = (weekday(today) - wanted) % 7
    if turn == -1:
        begin = today - (back or 7) * DAY
    elif turn == 1 or (turn is None and mention.tense == "future"):
        begin = today + ((wanted - weekday(today)) % 7 or 7) * DAY
    elif turn == 0:
        begin = today - back * DAY if mention.tense != "future" else today + (-back % 7) * DAY
    else:
        begin = today - back * DAY
    _set(mention, units.day_value(begin), (begin, begin + DAY), Granularity.DAY, "publication")


def _year_candidates(f: dict[str, Any], year: int) -> Span | None:
    probe = Mention(0, 0, "", "", {})
    try:
        _with_year(probe, f, year, "publication")
    except ValueError:
        return None
    assert probe.begin is not None and probe.until is not None
    return probe.begin, probe.until


def _without_year(mention: Mention, context: Context) -> None:
    f = mention.fields
    year = _year_for(mention, context)
    if year is None:
        if "day" in f:
            value = f"XXXX-{f['month']:02d}-{f['day']:02d}"
        elif "month" in f:
            value = f"XXXX-{f['month']:02d}"
        else:
            value = f"XXXX-{f['season']}" if "season" in f else f"XXXX-Q{f['quarter']}" if "quarter" in f else f"XXXX-H{f['half']}"
        _unresolved(mention, value, Granularity.DAY if "day" in f else Granularity.MONTH)
        return
    _with_year(mention, f, year, "publication")


def _year_for(mention: Mention, context: Context) -> int | None:
    """The year of a date that names none: the nearest past one, or the nearest to come where the clause looks ahead."""
    if context.published is None:
        return None
    f, turn = mention.fields, mention.fields.get("turn")
    published = context.published
    this_year = civil(published[0]).year
    spans = [(year, span) for year in range(this_year - 9, this_year + 10) if (span := _year_candidates(f, year))]
    past = [year for year, span in spans if span[0] < published[1]]
    before = [year for year, span in spans if span[1] <= published[0]]
    ahead = [year for year, span in spans if span[1] > published[0]]
    after = [year for year, span in spans if span[0] >= published[1]]
    if turn == -1:
        return before[-1]
    if turn == 1:
        return after[0]
    if turn == 0:
        return this_year
    if mention.tense == "future":
        return ahead[0]
    return past[-1]


def _apply_mod(mention: Mention) -> None:
    """Early, mid or late: the part of the interval that the conventions give it."""
    mod = mention.fields.get("mod")
    if mod is None:
        return
    mention.mod = mod
    if mod not in ("START", "MID", "END") or mention.begin is None or mention.until is None:
        return
    begin, until = mention.begin, mention.until
    if mention.granularity == Granularity.MONTH:
        cuts = (begin, begin + 10 * DAY, begin + 20 * DAY, until)
    elif mention.granularity == Granularity.YEAR:
        cuts = (begin, add_months(begin, 4), add_months(begin, 8), until)
    elif mention.granularity == Granularity.DECADE:
        cuts = (begin, add_months(begin, 48), add_months(begin, 84), until)
    elif mention.granularity == Granularity.CENTURY:
        cuts = (begin, add_months(begin, 400), add_months(begin, 800), until)
    elif until - begin >= 6 * DAY:
        third = (until - begin) // DAY // 3 * DAY
        cuts = (begin, begin + third, until - third, until)
    else:
        return
    which = ("START", "MID", "END").index(mod)
    mention.begin, mention.until = cuts[which], cuts[which + 1]
    if mention.fields.get("edge") and mod == "END" and mention.relation in ("before", "by", "until"):
        mention.begin = None


def _apply_part(mention: Mention, context: Context) -> None:
    """Put a part of the day or a clock time on the mention's day."""
    part, clock = mention.fields.get("part"), mention.fields.get("clock")
    if part is None and clock is None:
        return
    mention.type = "TIME"
    if clock is not None:
        hour, minute = clock
        mention.value += f"T{hour:02d}:{minute:02d}"
        mention.granularity = Granularity.MINUTE
        if mention.begin is not None:
            mention.begin += hour * HOUR + minute
            mention.until = mention.begin + 1
        return
    mention.value += PARTS[part]
    mention.granularity = Granularity.DAY_PART
    if mention.begin is not None:
        day = mention.begin
        mention.begin, mention.until = part_of_day(day, part, context.conventions)
        if part in ("noon", "midnight"):
            mention.granularity = Granularity.MINUTE


def part_of_day(day: Moment, part: str, conventions: Conventions) -> Span:
    """The interval of a part of a day that begins at ``day``."""
    if part == "noon":
        return day + 12 * HOUR, day + 12 * HOUR + 1
    if part == "midnight":
        return day + DAY, day + DAY + 1
    if part == "day":
        return day + 6 * HOUR, day + 18 * HOUR
    first, last = getattr(conventions, part)
    return day + first * HOUR, day + last * HOUR


# --- relative ----------------------------------------------------------------------------------------------------


def _unit(mention: Mention, context: Context) -> None:
    """This, last or next unit."""
    f = mention.fields
    unit, turn = UNITS[f["unit"]], f.get("turn", 0)
    if not context.carries(unit.name):
        _unresolved(mention, "X" * 4, unit.granularity, offset=_offset(unit, turn))
        return
    today, first = context.today, context.conventions.week_start
    at = units.step(today, unit, turn)
    if unit.name == "weekend":
        latest = units.around(today, unit)
        if latest[0] > today and turn <= 0:
            latest = latest[0] - 7 * DAY, latest[1] - 7 * DAY
        elif turn > 0 and latest[0] <= today:
            latest = latest[0] + 7 * DAY, latest[1] + 7 * DAY
        span: Span = latest
        at = span[0]
    else:
        span = units.around(at, unit, first)
    mention.offset = _offset(unit, turn)
    _set(mention, units.value(at, unit), span, unit.granularity, "publication")
    _sides(mention, context, unit, turn)
    _apply_mod(mention)
    _apply_part(mention, context)


def _sides(mention: Mention, context: Context, unit: Unit, turn: int) -> None:
    """Cut "earlier this week", "later this week", and "this year" told as past or as future, at publication."""
    if unit.name == "day" or turn != 0 or mention.begin is None or mention.until is None or not context.carries("day"):
        return
    today, side = context.today, mention.fields.get("side")
    if side == "earlier":
        mention.until = max(today, mention.begin + DAY)
        mention.mod = "START"
    elif side == "later":
        mention.begin = min(today + DAY, mention.until - DAY)
        mention.mod = "END"
    elif "mod" in mention.fields:
        return
    elif mention.tense == "past":
        mention.until = min(mention.until, today + DAY)
    elif mention.tense == "future":
        mention.begin = max(mention.begin, today)


def _offset(unit: Unit, count: float | None) -> str | None:
    if count is None:
        return None
    sign = "-" if count < 0 else "+"
    return sign + units.duration(unit, abs(count)) if unit.name != "weekend" else f"{sign}P{abs(count)}W"


def _part(mention: Mention, context: Context) -> None:
    """A part of day by itself: tonight, last night, this morning."""
    f = mention.fields
    mention.type = "TIME"
    turn = f.get("turn", 0)
    mention.offset = f"{'-' if turn < 0 else '+'}P{abs(turn)}D"
    if not context.carries("day"):
        _unresolved(mention, "XXXX-XX-XX" + PARTS[f["part"]], Granularity.DAY_PART, mention.offset)
        return
    day = context.today + turn * DAY
    _set(mention, units.day_value(day), (day, day + DAY), Granularity.DAY, "publication")
    _apply_part(mention, context)


def _shift(mention: Mention, context: Context) -> None:
    f = mention.fields
    unit, count = UNITS[f["unit"]], f["count"]
    mention.offset = _offset(unit, f["sign"] * count if count is not None else None)
    if count is None:
        _unresolved(mention, units.duration(unit, None), unit.granularity)
        mention.type = "DURATION"
        return
    if not context.carries(unit.name):
        _unresolved(mention, "XXXX", unit.granularity, mention.offset)
        return
    at = units.step(context.today, unit, f["sign"] * count)
    _set(
        mention, units.value(at, unit), units.around(at, unit, context.conventions.week_start), unit.granularity, "publication"
    )
    _apply_mod(mention)


def _span(mention: Mention, context: Context) -> None:
    """The past or next N units: a duration that touches publication."""
    f = mention.fields
    unit, count, turn = UNITS[f["unit"]], f["count"], f["turn"]
    mention.type = "DURATION"
    mention.value = units.duration(unit, count)
    mention.granularity = unit.granularity
    mention.offset = _offset(unit, turn * count if count is not None else None)
    if count is None or not context.carries(unit.name):
        return
    edge = context.today + DAY
    if turn < 0:
        mention.begin, mention.until = units.step(context.today, unit, -count), edge
    else:
        mention.begin, mention.until = edge, units.step(edge, unit, count)
    mention.anchor = "publication"


def _ref(mention: Mention, context: Context) -> None:
    mention.value = mention.fields["value"]
    if not context.carries("day"):
        return
    today = context.today
    if mention.value == "PAST_REF":
        mention.until = today + DAY
    elif mention.value == "PRESENT_REF":
        mention.begin, mention.until = today, today + DAY
    else:
        mention.begin = today
    mention.anchor = "publication"


def _numeric(mention: Mention, context: Context) -> None:
    f = mention.fields
    one, two = f["one"], f["two"]
    day_first = context.day_first
    readings = [(two, one), (one, two)] if day_first else [(one, two), (two, one)]
    valid = [(month, day) for month, day in readings if month <= 12 and _exists(f["year"], month, day)]
    if not valid:
        mention.dropped = True
        return
    month, day = valid[0]
    if len(valid) > 1 and mention.tense != "future" and context.carries("day"):
        first = moment(f["year"], month, day)
        second = moment(f["year"], *valid[1])
        if first > context.today >= second:
            month, day = valid[1]
    f |= {"month": month, "day": day}
    _date(mention, context)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        moment(year, month, day)
    except ValueError:
        return False
    return True


def _clock(mention: Mention, context: Context) -> None:
    """A time of day, or a part of the day, that names no day: of the publication day."""
    f = mention.fields
    mention.type = "TIME"
    if not context.carries("day"):
        _unresolved(mention, "XXXX-XX-XX", Granularity.DAY)
    else:
        day = context.today
        _set(mention, units.day_value(day), (day, day + DAY), Granularity.DAY, "publication")
    _apply_part(mention, context)


MAKERS = {
    "clock": _clock,
    "daypart": _clock,
    "date": _date,
    "unit": _unit,
    "part": _part,
    "shift": _shift,
    "span": _span,
    "ref": _ref,
    "numeric": _numeric,
}
