"""Narrowing a placed date: early, mid or late in it, a part of its day, a clock time on it."""

from dateline.core.message import Message
from dateline.core.moment import DAY, HOUR, Granularity, Moment, add_months
from dateline.times import why
from dateline.times.context import Context
from dateline.times.mention import Fields, Mention
from dateline.times.units import Span

PARTS = {
    "dawn": "TMO", "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI",
    "small hours": "TMO", "noon": "T12:00", "midnight": "T24:00", "day": "TDT",
}  # fmt: skip

_HALF_DAY = 12 * HOUR


def finish(mention: Mention, context: Context) -> None:
    """Narrow a placed mention by early or late, a part of the day, a clock time."""
    apply_mod(mention)
    apply_part(mention, context)


_CUTS = {
    Granularity.YEAR: (4, 8, "January to April", "May to August", "September to December"),
    Granularity.DECADE: (48, 84, "its years 0 to 3", "its years 4 to 6", "its years 7 to 9"),
    Granularity.CENTURY: (400, 800, "its first third", "its middle third", "its last third"),
}


_RUN = {
    "dawn": "dawn is from {first} to {last}",
    "morning": "mornings run from {first} to {last}",
    "afternoon": "afternoons run from {first} to {last}",
    "evening": "evenings run from {first} to {last}",
    "night": "nights run from {first} to {last}",
}

_PLAIN = ("", "in", "on", "at", "around", "during")
_ABOUT = ("APPROX", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "LESS_THAN", "MORE_THAN")
HALVES = {"H1": "START", "H2": "END"}


def apply_mod(mention: Mention) -> None:
    """Early, mid or late: the part of the interval that the conventions give it; the first or second half."""
    mod = mention.fields.get("mod")
    if mod is None:
        return
    if mod in HALVES:
        _halve(mention, mod)
        return
    mention.mod = mod
    if mod in _ABOUT and mention.relation in _PLAIN:
        mention.relation = "around"
    if mod not in ("START", "MID", "END") or mention.begin is None or mention.until is None:
        return
    begin, until = mention.begin, mention.until
    which = ("START", "MID", "END").index(mod)
    if mention.granularity == Granularity.MONTH:
        cuts = (begin, begin + 10 * DAY, begin + 20 * DAY, until)
        told = ("days 1 to 10", "days 11 to 20", "day 21 to the end")[which]
    elif mention.granularity in _CUTS:
        one, two, *names = _CUTS[mention.granularity]
        cuts = (begin, add_months(begin, int(one)), add_months(begin, int(two)), until)
        told = str(names[which])
    elif until - begin >= 6 * DAY:
        third = (until - begin) // DAY // 3 * DAY
        cuts = (begin, begin + third, until - third, until)
        told = ("its first third", "its middle third", "its last third")[which]
    else:
        return
    mention.begin, mention.until = cuts[which], cuts[which + 1]
    words = ("early", "mid", "late")[which]
    mention.reasons.append(Message("{words} is {told}", words=Message(words), told=Message(told)))
    if mention.fields.get("edge") and mod == "END" and mention.relation in ("before", "by", "until"):
        mention.begin = None
        mention.reasons[-1] = Message("{relation} its end leaves the beginning open", relation=mention.relation)


def _halve(mention: Mention, half: str) -> None:
    if mention.granularity == Granularity.YEAR:
        mention.value, mention.granularity = f"{mention.value}-{half}", Granularity.HALF
    else:
        mention.mod = HALVES[half]
    if mention.begin is None or mention.until is None:
        return
    months = {Granularity.HALF: 6, Granularity.DECADE: 60, Granularity.CENTURY: 600}.get(mention.granularity)
    middle = (
        add_months(mention.begin, months)
        if months
        else mention.begin + (mention.until - mention.begin) // DAY // 2 * DAY
    )
    if half == "H1":
        mention.until = middle
    else:
        mention.begin = middle
    mention.reasons.append("its first half" if half == "H1" else "its second half")


def apply_part(mention: Mention, context: Context) -> None:
    """Put a part of the day or a clock time on the mention's day."""
    part = mention.fields.get("part")
    if "clock" in mention.fields:
        _put_clock(mention, part)
    elif part is not None:
        _put_part(mention, str(part), context)


def _put_clock(mention: Mention, part: str | None) -> None:
    f = mention.fields
    hour, minute = f["clock"]
    if part == "night" and hour == 12:
        hour = 24
    elif part in ("afternoon", "evening", "night") and 1 <= hour < 12 and (part != "night" or hour >= 6):
        hour += 12
    last = hour * HOUR + minute
    first = _opening(f, last)
    mention.type = "TIME"
    told = last if first < 0 else first
    mention.value += f"T{told // HOUR:02d}:{told % HOUR:02d}"
    if part is None and "twelve" in f:
        mention.reasons.append("whether in the morning or later is not said")
        return
    mention.granularity = Granularity.MINUTE
    if mention.begin is not None:
        mention.begin, mention.until = mention.begin + first, mention.begin + last + 1


def _opening(f: Fields, last: int) -> int:
    """The minute from which "9 to 11 p.m." runs: the latest such time before its end, if need be on the day before."""
    if "opening" not in f:
        return last
    return last - ((last - f["opening"] * HOUR - f.get("opening_minute", 0)) % _HALF_DAY or _HALF_DAY)


def is_after_midnight(mention: Mention) -> bool:
    """Whether a mention tells of the hours that begin a day: "just after midnight on Saturday"."""
    return mention.fields.get("part") == "midnight" and mention.relation == "after"


def _put_part(mention: Mention, part: str, context: Context) -> None:
    mention.type = "TIME"
    early = is_after_midnight(mention)
    mention.value += "T00:00" if early else PARTS[part]
    mention.granularity = Granularity.MINUTE if part in ("noon", "midnight") else Granularity.DAY_PART
    if mention.begin is not None:
        day = mention.begin - DAY if early else mention.begin
        mention.begin, mention.until = part_of_day(day, part, context)
        if part in ("dawn", "morning", "afternoon", "evening", "night"):
            first, last = getattr(context.conventions, part)
            mention.reasons.append(Message(_RUN[part], first=why.hour(first), last=why.hour(last)))


def part_of_day(day: Moment, part: str, context: Context) -> Span:
    """The interval of a part of the day that begins at ``day``."""
    if part == "noon":
        return day + 12 * HOUR, day + 12 * HOUR + 1
    if part == "midnight":
        return day + DAY, day + DAY + 1
    if part == "small hours":
        return day, day + 6 * HOUR
    if part == "day":
        return day + 6 * HOUR, day + 18 * HOUR
    first, last = getattr(context.conventions, part)
    return day + first * HOUR, day + last * HOUR
