"""The parts that sentences are made of which say why an expression means its interval."""

from dateline.core.message import MONTHS as MONTHS
from dateline.core.message import WEEKDAYS as WEEKDAYS
from dateline.core.message import Message, Unit, as_message, together
from dateline.core.moment import Moment

UNKNOWN = Message("it counts from publication, and the publication date is not known")
TOO_COARSE = Message("it counts from publication, and the publication date is not known to the day")

DAYS = (
    Message("the Monday"), Message("the Tuesday"), Message("the Wednesday"), Message("the Thursday"),
    Message("the Friday"), Message("the Saturday"), Message("the Sunday"),
)  # fmt: skip

THE = {
    "second": Message("the second"), "minute": Message("the minute"), "hour": Message("the hour"),
    "day": Message("the day"), "weekend": Message("the weekend"), "week": Message("the week"),
    "fortnight": Message("the fortnight"), "month": Message("the month"), "quarter": Message("the quarter"),
    "half": Message("the half"), "year": Message("the year"), "decade": Message("the decade"),
    "century": Message("the century"), "millennium": Message("the millennium"),
}  # fmt: skip
"""Each unit by its name (`units.UNITS`)."""

ONE = {
    "week": Message("a week"), "fortnight": Message("a fortnight"), "month": Message("a month"),
    "quarter": Message("a quarter"), "half": Message("a half"), "year": Message("a year"),
    "decade": Message("a decade"), "century": Message("a century"), "millennium": Message("a millennium"),
    "hour": Message("a hour"), "minute": Message("a minute"), "second": Message("a second"),
}  # fmt: skip

COUNTS = {
    "second": ("{n} second", "{n} seconds"), "minute": ("{n} minute", "{n} minutes"), "hour": ("{n} hour", "{n} hours"),
    "day": ("{n} day", "{n} days"), "weekend": ("{n} weekend", "{n} weekends"), "week": ("{n} week", "{n} weeks"),
    "fortnight": ("{n} fortnight", "{n} fortnights"), "month": ("{n} month", "{n} months"),
    "quarter": ("{n} quarter", "{n} quarters"), "half": ("{n} half", "{n} halves"), "year": ("{n} year", "{n} years"),
    "decade": ("{n} decade", "{n} decades"), "century": ("{n} century", "{n} centuries"),
    "millennium": ("{n} millennium", "{n} millennia"),
}  # fmt: skip


def turns(the: Message, turn: float, told: Message) -> Message:
    """A unit so many turns from the one of ``told``: the week after publication."""
    match turn:
        case -2:
            return Message("{the} two before {told}", the=the, told=told)
        case -1:
            return Message("{the} before {told}", the=the, told=told)
        case 0:
            return Message("{the} of {told}", the=the, told=told)
        case 1:
            return Message("{the} after {told}", the=the, told=told)
        case 2:
            return Message("{the} two after {told}", the=the, told=told)
        case _:
            return Message("{the} counted from {told}", the=the, told=told)


def count(number: float, unit: str) -> Message:
    """So many units: 3 weeks."""
    one, many = COUNTS[unit]
    return Message(one if number == 1 else many, n=f"{number:g}")


def before_or_after(length: Message, told: str, *, before: bool) -> Message:
    """A length of time on one side of something: 3 weeks before that."""
    if before:
        return Message("{length} before {told}", length=length, told=as_message(told))
    return Message("{length} after {told}", length=length, told=as_message(told))


def on_day(reason: str, begin: Moment) -> Message:
    """A reason with the day that it leads to."""
    return Message("{reason}: {day}", reason=as_message(reason), day=day(begin))


def against(reason: str, told: Message) -> Message:
    """A reason with what it counts from: the last one before publication."""
    return Message("{reason} {told}", reason=as_message(reason), told=told)


def up_to(last: str) -> Message:
    """The end of a range, which is in it."""
    return Message("up to and including {last}", last=last)


def back_from(words: str) -> Message:
    """What the words count back from."""
    return Message("counted back from {day}", day=words)


def century(first: int, last: int) -> Message:
    """The years of a century."""
    return Message(
        "a century runs from its year 1 to its year 100: {first} to {last}", first=str(first), last=str(last)
    )


def years(first: int, last: int) -> Message:
    """The years of a decade."""
    return Message("{first} to {last}", first=year(first), last=year(last))


def seasons(reason: str) -> Message:
    """A reason for a season."""
    return together([as_message(reason), Message("seasons are the northern meteorological ones")])


def day(at: Moment) -> Unit:
    """A day with its weekday: Sunday 30 March 2025."""
    return Unit(at)


def year(number: int) -> str:
    """A year as people write it: 2025, 146 BC."""
    return str(number) if number > 0 else f"{1 - number} BC"


def hour(hours: int) -> str:
    """A whole hour by the clock, counted from midnight: 18:00."""
    return f"{hours % 24:02d}:00"
