"""Dates named by their parts: year, month, day, weekday, season, quarter, holiday, part of day and clock time."""

from collections.abc import Iterator

from dateline.core.message import Message
from dateline.core.model import Anchor
from dateline.core.moment import (
    DAY,
    WEEK,
    Granularity,
    add_months,
    civil,
    moment,
    week_start,
)
from dateline.core.moment import (
    weekday as weekday_of,
)
from dateline.times import holidays, units, why
from dateline.times.business import period
from dateline.times.context import Context
from dateline.times.mention import Fields, Mention
from dateline.times.narrowing import finish
from dateline.times.units import Span

_NEIGHBOURS = 9  # years to look through for a date without a year, each way (29 February can be 8 years off)
_NEAR_AHEAD = 90 * DAY  # without a verb, a date this near ahead is meant rather than one that far back
_FAR_BACK = 240 * DAY
_SOON = 45 * DAY
_LONG_AHEAD = 270 * DAY
_YEAR = 330 * DAY
_JUST_PAST = 92 * DAY
_LAST_HUNDRED = 1900  # the 1900s are a hundred years, the 2000s are ten
_LIMITS = ("until", "before", "by")


def date(mention: Mention, context: Context) -> None:
    """A date by its parts; those it does not name come from the article."""
    f = mention.fields
    spell_out(f, context)
    if "century" in f:
        _century(mention)
    elif "decade" in f:
        _decade(mention)
    elif "year" in f:
        if "period" in f and period(mention, context):
            return
        place(mention, f["year"], "absolute", "named in full" if "day" in f else "named with its year")
        if "second" in f:
            _two_years(mention, f["second"])
    elif "yearturn" in f:
        _of_turn_year(mention, context)
    elif ("which" in f or "monthturn" in f) and "month" not in f:
        _nth_of_month(mention, context)
    elif "weekday" in f and "month" not in f and "day" not in f:
        _weekday(mention, context)
    elif "day" in f and "month" not in f:
        _day_of_month(mention, context)
    else:
        _without_year(mention, context)
    finish(mention, context)


def spell_out(f: Fields, context: Context) -> None:
    """Short years and eras as plain years."""
    if f.get("era") == -1 and "year" in f and "century" not in f:
        f["year"] = 1 - f.pop("year")
        f["era"] = 0
    around = context.previous.begin if context.narrative and context.previous else None
    around = context.published[0] if around is None and context.published else around
    century = (civil(around).year if around is not None else 2000) // 100 * 100
    if "year2" in f:
        year = century + f.pop("year2")
        f["year"] = year - 100 if around is not None and year > civil(around).year + 10 else year
    if "decade2" in f:
        decade = century + f.pop("decade2")
        f["decade"] = decade - 100 if around is not None and decade > civil(around).year else decade


def _two_years(mention: Mention, second: int) -> None:
    """Let a pair of years, 2023-24, run to the end of the second; raises ValueError where it is no later year."""
    year = mention.fields["year"]
    last = year - year % 100 + second
    if last <= year and 1 <= second <= 12:  # 2023-09
        mention.fields["month"] = second
        place(mention, year, "absolute", "named with its year")
        return
    if last <= year:
        raise ValueError(f"{last} does not follow {year}")
    mention.until, mention.relation = moment(last + 1), "between"
    mention.reasons.append(why.up_to(str(last)))


def _century(mention: Mention) -> None:
    number = mention.fields["century"]
    last = mention.fields.get("last_century", number)
    if mention.fields.get("era") == -1:
        span = moment(1 - number * 100), moment(101 - last * 100)
        value = f"BC{number - 1:02d}"
    else:
        span = moment(number * 100 - 99), moment(last * 100 + 1)
        value = f"{number - 1:02d}"
    if span[0] >= span[1]:
        raise ValueError(f"century {last} does not follow {number}")
    reason = why.century(civil(span[0]).year, civil(span[1]).year - 1)
    mention.place(value, span, Granularity.CENTURY, "absolute", reason)


def _decade(mention: Mention) -> None:
    first = mention.fields["decade"]
    if mention.fields.get("era") != -1 and first % 100 == 0 and 0 < first <= _LAST_HUNDRED:
        hundred = moment(first), moment(first + 100)
        reason = Message("the hundred years from {first} to {last}", first=str(first), last=str(first + 99))
        mention.place(f"{first // 100:02d}", hundred, Granularity.CENTURY, "absolute", reason)
        return
    if mention.fields.get("era") == -1:
        span = moment(1 - first - 9), moment(2 - first)
        mention.place(f"BC{first // 10:03d}", span, Granularity.DECADE, "absolute", why.years(-8 - first, 1 - first))
        return
    span = moment(first), moment(first + 10)
    mention.place(units.decade_value(first), span, Granularity.DECADE, "absolute", why.years(first, first + 9))


def _extent(f: Fields, year: int) -> Span:
    """When a date by its parts lies in a year, as fine as its parts go; raises ValueError on no such day."""
    if "holiday" in f:
        begin, length = holidays.place(f["holiday"], year)
        return begin, begin + length * DAY
    if "which" in f:
        month = f.get("month", 12 if f["which"] < 0 else 1)  # the first Monday of the year is one of January
        begin = units.nth_weekday(year, month, f["weekday"], f["which"])
        return begin, begin + DAY
    if "day" in f:
        begin = moment(year, f["month"], f["day"])
        return begin, begin + DAY
    if "season" in f and "month" not in f:
        return units.season(year, f["season"])
    for which, months in ((f.get("month"), 1), (f.get("quarter"), 3), (f.get("half"), 6)):
        if which is not None:
            begin = moment(year, (which - 1) * months + 1)
            return begin, add_months(begin, months)
    return moment(year), moment(year + 1)


def place(mention: Mention, year: int, anchor: Anchor, reason: str) -> None:
    """Put a date whose year is known on the calendar, as fine as its parts go; raises ValueError on no such day."""
    f, text = mention.fields, units.year_value(year)
    span = _extent(f, year)
    if f.keys() & {"holiday", "which", "day"}:
        length = span[1] - span[0]
        fine = Granularity.DAY if length == DAY else Granularity.WEEK if length < 28 * DAY else Granularity.MONTH
        mention.place(units.day_value(span[0]), span, fine, anchor, why.on_day(reason, span[0]))
    elif "month" in f:
        mention.place(f"{text}-{f['month']:02d}", span, Granularity.MONTH, anchor, reason)
    elif "season" in f:
        mention.place(f"{text}-{f['season']}", span, Granularity.SEASON, anchor, why.seasons(reason))
    elif "quarter" in f:
        mention.place(f"{text}-Q{f['quarter']}", span, Granularity.QUARTER, anchor, reason)
    elif "half" in f:
        mention.place(f"{text}-H{f['half']}", span, Granularity.HALF, anchor, reason)
    else:
        mention.place(text, span, Granularity.YEAR, anchor, reason)


def _parts_value(f: Fields) -> str:
    if "holiday" in f:
        return "XXXX-XX-XX"
    if "month" in f:
        return f"XXXX-{f['month']:02d}" + (f"-{f['day']:02d}" if "day" in f else "")
    if "season" in f:
        return f"XXXX-{f['season']}"
    return f"XXXX-Q{f['quarter']}" if "quarter" in f else f"XXXX-H{f['half']}"


def _fineness(f: Fields) -> Granularity:
    if "day" in f or "holiday" in f:
        return Granularity.DAY
    if "month" in f:
        return Granularity.MONTH
    return Granularity.SEASON if "season" in f else Granularity.QUARTER if "quarter" in f else Granularity.HALF


# --- which year ------------------------------------------------------------------------------------------------------


def _of_turn_year(mention: Mention, context: Context) -> None:
    """The second quarter of last year, May of this year."""
    if context.published is None:
        mention.leave_open(_parts_value(mention.fields), _fineness(mention.fields), None, context.unknown())
        return
    year = civil(context.published[0]).year + mention.fields["yearturn"]
    place(mention, year, "publication", Message("of {year}, counted from {told}", year=str(year), told=context.told()))


def _without_year(mention: Mention, context: Context) -> None:
    f = mention.fields
    leader = f.get("leader")
    if leader is not None and leader.begin is not None and leader.anchor != "none":  # May 9 through 17
        place(mention, civil(leader.begin).year, leader.anchor, Message("of the year of the first of them"))
        return
    if context.narrative and "season" in f and "turn" in f:
        f["before"] = f.pop("turn")  # next spring, in a story, is the one after the date before
    if f.get("before") and ("month" in f or "season" in f) and context.previous is not None:
        _next_to_previous(mention, context.previous, context.year_told if context.narrative else None)
        return
    if "goes_on" in f and context.previous is not None:
        told = context.previous.begin or 0
        first = civil(told).year
        on = next(year for year, span in _spans(f, range(first, first + 2)) if span[1] > told)
        place(mention, on, "previous", Message("in {year}, as the date mentioned before", year=why.year(on)))
        return
    if "before" in f or f.get("that_year") or (context.narrative and "turn" not in f):
        year = _year_of_story(f, context)
        if year is not None:
            place(mention, year, "previous", Message("in {year}, as the date mentioned before", year=why.year(year)))
            return
    if "compared" in f and context.quarter is not None:
        subject = context.quarter.begin or 0
        before = civil(subject).year
        year = next(year for year, span in _spans(f, range(before, before - 2, -1)) if span[0] < subject)
        place(mention, year, "previous", "the one before the quarter that is told of")
        return
    if context.published is None or (context.narrative and "turn" not in f):
        mention.leave_open(_parts_value(f), _fineness(f), None, "it names no year, and nothing says which")
        return
    year, reason = _year_around(mention, context.published)
    place(mention, year, "publication", why.against(reason, context.told()))


def _next_to_previous(mention: Mention, before: Mention, told: int | None) -> None:
    """The following spring, the previous April: the nearest one after, or before, the date mentioned before, or the
    year ``told`` since in passing ("was killed in 1944").
    """
    f, begin, until = mention.fields, before.begin or 0, before.until or 0
    around = civil(begin).year
    if told is not None and told > around:
        around, begin, until = told, moment(told), moment(told + 1)
    if f["before"] > 0:
        year = next(year for year, span in _spans(f, range(around - 1, around + 3)) if span[0] >= until)
    else:
        year = next(year for year, span in _spans(f, range(around + 1, around - 3, -1)) if span[1] <= begin)
    place(
        mention,
        year,
        "previous",
        Message("the nearest one after the date mentioned before")
        if f["before"] > 0
        else Message("the nearest one before the date mentioned before"),
    )


def _year_of_story(f: Fields, context: Context) -> int | None:
    """The year of a date in a narrative: that of the date before, or the turn of the year between them."""
    before = context.previous
    if before is None or before.begin is None:
        return None
    year = civil(before.begin).year
    if f.get("that_year"):
        return year if context.year_told is None or not context.narrative else context.year_told
    if "before" in f:
        return year + int(f["before"])
    if context.story is None:
        return year
    year, month = context.story
    return year + 1 if "month" in f and month - f["month"] >= _TURN_OF_YEAR else year


_TURN_OF_YEAR = 8  # months: a story that goes from November to March has come to the next year


def _year_around(mention: Mention, published: Span) -> tuple[int, str]:
    """The nearest past year, or the nearest to come where the clause looks ahead; StopIteration where there is none."""
    f, turn = mention.fields, mention.fields.get("turn")
    this_year = civil(published[0]).year
    if turn == 0:
        return this_year, "of the year of"
    back_from, on_from = (
        range(this_year + 1, this_year - _NEIGHBOURS, -1),
        range(this_year - 1, this_year + _NEIGHBOURS),
    )
    if turn == -1:
        return next(year for year, span in _spans(f, back_from) if span[1] <= published[0]), "the last one before"
    if turn == 1:
        return next(year for year, span in _spans(f, on_from) if span[0] >= published[1]), "the next one after"
    past, past_span = next((year, span) for year, span in _spans(f, back_from) if span[0] < published[1])
    coming, coming_span = next((year, span) for year, span in _spans(f, on_from) if span[1] > published[0])
    back, ahead = published[0] - past_span[1], coming_span[0] - published[0]
    if (
        mention.tense == "present"
        and ahead <= min(back, _FAR_BACK)
        and mention.relation not in ("since", "after", "from")
    ):
        return coming, "the nearest one after"
    if mention.tense == "future":
        if ("quarter" in f and back < _JUST_PAST and ahead > _FAR_BACK / 2) or (
            back < _JUST_PAST and ahead > _LONG_AHEAD
            if "day" in f and not mention.near
            else back < _JUST_PAST / 4 and ahead > _YEAR
        ):
            return past, "just over by"
        return coming, "the nearest one after"
    if (
        not (mention.tense == "past" and (mention.near or ahead > _SOON) and mention.relation not in _LIMITS)
        and f.keys() & {"month", "holiday"}
        and ahead < _NEAR_AHEAD
        and back > _FAR_BACK
    ):
        return coming, "close ahead of"
    return past, "the nearest one before"


def _spans(f: Fields, years: range) -> Iterator[tuple[int, Span]]:
    """When a date without a year lies in each of some years; years that have no such day are left out."""
    for year in years:
        try:
            begin, until = _extent(f, year)
        except ValueError:
            continue
        yield year, (week_start(begin), week_start(begin) + WEEK) if "weekly" in f else (begin, until)


def _nth_of_month(mention: Mention, context: Context) -> None:
    """The first Thursday of next month."""
    f = mention.fields
    if not context.carries("month"):
        mention.leave_open("XXXX-XX-XX", Granularity.DAY, None, context.unknown())
        return
    month = civil(add_months(context.today, f.get("monthturn", 0)))
    f["month"] = month.month
    place(mention, month.year, "publication", Message("in the month counted from {told}", told=context.told()))


def _day_of_month(mention: Mention, context: Context) -> None:
    """The 9th: of the month of the date before, else of publication."""
    f = mention.fields
    base = context.base("month")
    if base is None:
        mention.leave_open(f"XXXX-XX-{f['day']:02d}", Granularity.DAY, None, "nothing says of which month")
        return
    c = civil(base[0])
    f["month"] = c.month
    anchor: Anchor = "previous" if base[1] else "publication"
    told = Message("the date mentioned before") if base[1] else context.told()
    place(mention, c.year, anchor, Message("of the month of {told}", told=told))


def _weekday(mention: Mention, context: Context) -> None:
    f = mention.fields
    wanted = f["weekday"]
    if "before" in f:
        base = context.base("day")
        if base is not None and base[1]:
            ahead = (wanted - weekday_of(base[0])) % 7 or 7
            begin = base[0] + (ahead if f["before"] >= 0 else ahead - 7 if ahead < 7 else -7) * DAY
            before = Message("{day}, mentioned before", day=why.day(base[0]))
            counted = why.before_or_after(why.DAYS[wanted], before, before=f["before"] < 0)
            mention.place_day(begin, "previous", counted)
            return
    if not context.carries("day") or (context.narrative and "turn" not in f and "weekturn" not in f):
        mention.leave_open(f"XXXX-WXX-{wanted + 1}", Granularity.DAY, None, context.unknown())
        return
    today, turn = context.today, f.get("turn", 1 if "weeks" in f else f.get("before"))
    back, ahead = (weekday_of(today) - wanted) % 7, (wanted - weekday_of(today)) % 7
    if "weekturn" in f:
        begin = week_start(today, context.conventions.week_start) + f["weekturn"] * WEEK
        begin += (wanted - context.conventions.week_start) % 7 * DAY
        reason = "in the week counted from"
    elif turn == -1:
        begin, reason = today - (back or 7) * DAY, "the last one before"
    elif turn == 1:
        begin, reason = today + (ahead or 7) * DAY, "the next one after"
    elif back == 0 and "mod" in f:
        begin, reason = today, "later or earlier on the day of"
    elif mention.tense == "future" and (mention.near or back or turn is not None):
        begin, reason = today + ((ahead or 7) if turn is None else ahead) * DAY, "told as to come: the first one after"
    elif back == 0:
        begin, reason = today, "the day of"
    else:
        begin, reason = today - back * DAY, Message("{the} before", the=why.DAYS[wanted])
    more = f.get("weeks", 0) + 1 - (f.get("count") or 1)
    begin += int(more * WEEK)
    reason = why.before_or_after(why.count(abs(more), "week"), reason, before=more < 0) if more else reason
    mention.place_day(begin, "publication", why.against(reason, context.told()))
