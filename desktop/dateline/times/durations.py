"""Lengths of time and times that come again: three weeks, a while, every Tuesday, twice a month."""

from dateline.core.moment import Granularity
from dateline.times import units
from dateline.times.context import Context
from dateline.times.mention import Mention
from dateline.times.narrowing import PARTS
from dateline.times.units import UNITS


def duration(mention: Mention, _context: Context) -> None:
    """A number of units, or an unknown number."""
    f = mention.fields
    the, count = UNITS[f["unit"]], f.get("count")
    mention.type = "DURATION"
    mention.value = units.duration(the, count)
    if "more_units" in f:
        further, name = f["more_units"]
        mention.value += units.duration(UNITS[name], further).removeprefix(
            "P" if not UNITS[name].clock or the.clock is False else "PT"
        )
    mention.granularity = the.granularity
    mention.mod = f.get("mod")
    mention.offset = _toward(mention, the.name, count)
    mention.reasons.append("a length of time, of an unknown number" if count is None else "a length of time")


def _toward(mention: Mention, name: str, count: float | None) -> str | None:
    """The offset of "two days after the vote": it lies relative to an event that the words name."""
    side = mention.fields.get("toward")
    if side is None or count is None or name == "weekend":
        return None
    return ("-" if side == "before" else "+") + units.duration(UNITS[name], count)


def vague(mention: Mention, _context: Context) -> None:
    """A while, some time."""
    mention.type = "DURATION"
    mention.value = mention.fields["value"]
    mention.granularity = Granularity.VAGUE
    mention.reasons.append("a length of time that is not said")


def recurring(mention: Mention, _context: Context) -> None:
    """Every day, Sundays, weekly, twice a month."""
    f = mention.fields
    mention.type = "SET"
    mention.quant = f.get("quant")
    freq = f.get("freq")
    mention.freq = freq if freq is not None else f"{int(f['times'])}X" if f.get("times") else None
    if "value" in f:
        mention.value = f["value"]
    elif "weekday" in f:
        mention.value = f"XXXX-WXX-{f['weekday'] + 1}"
    elif "month" in f:
        mention.value = f"XXXX-{f['month']:02d}"
    elif "season" in f:
        mention.value = f"XXXX-{f['season']}"
    elif "unit" in f:
        mention.value = units.duration(UNITS[f["unit"]], f.get("count", 1))
    else:
        mention.value = "XXXX-XX-XX"
    if "part" in f:
        mention.value += PARTS[f["part"]]
    mention.reasons.append("it comes again, so it has no one place on the timeline")
