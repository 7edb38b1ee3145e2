"""Times told by another event: "two days after the vote", "in the weeks before the shooting"."""

from collections.abc import Callable, Sequence

from dateline.core.model import TimeExpression
from dateline.core.moment import (
    DAY,
    WEEK,
    Granularity,
    Interval,
    add_months,
    day_start,
    month_start,
    week_start,
    year_start,
)
from dateline.events.anchoring import Time
from dateline.events.lexicon import table
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Kind, Trigger

GRAINS = {
    "day": Granularity.DAY, "week": Granularity.WEEK, "month": Granularity.MONTH, "year": Granularity.YEAR,
}  # fmt: skip
REACH = 8
"""Tokens after "before" or "after" among which the other event is told."""
NO_EXPRESSION = 0
"""The id of a time that is none of the article's expressions: an event that hangs on it keeps only its words."""

When = Callable[[str], Interval | None]


def find(sentence: Sentence, found: Sequence[Trigger], times: Sequence[TimeExpression], when: When) -> list[Time]:
    """The times of a sentence that count from another event, unresolved where ``when`` does not know that event's word.

    "Two days after" is a day, week, month or year as for "two days ago"; "days before" only a bound.
    """
    tokens = sentence.tokens
    chained = []
    for unit in tokens[:-2]:
        side = tokens[unit.i + 1].lemma
        if unit.lemma not in GRAINS or side not in ("before", "after"):
            continue
        other = next((one for one in found if 1 < one.token.i - unit.i <= REACH and _tells(one)), None)
        if other is None or any(time.end > tokens[unit.i + 1].start and time.start < other.token.end for time in times):
            continue
        count = _count(unit, tokens)
        origin = when(other.token.lemma)
        if origin is not None and count:
            origin = _counted(origin, count if side == "after" else -count, unit.lemma)
        chained.append(_time(unit, other.token, tokens, origin, "" if count else side))
    return chained


def _tells(trigger: Trigger) -> bool:
    return trigger.kind in (Kind.VERB, Kind.NOUN)


def _time(unit: Token, other: Token, tokens: list[Token], interval: Interval | None, relation: str) -> Time:
    first = unit.i
    while first and tokens[first - 1].head == unit.i:
        first -= 1
    text = " ".join(token.text for token in tokens[first : other.i + 1])
    begin, until = (interval.begin, interval.until) if interval else (None, None)
    expression = TimeExpression(
        id=NO_EXPRESSION, article=0, start=tokens[first].start, end=other.end, text=text, type="DATE", value="",
        begin=begin, until=until, granularity=GRAINS[unit.lemma], relation=relation,
    )  # fmt: skip
    return Time(expression, unit, relation)


def _count(unit: Token, tokens: list[Token]) -> int:
    """How many units are counted; 0 where the words leave it open ("days after", "the weeks before")."""
    before = tokens[unit.i - 1].text.lower() if unit.i else ""
    if before.isdigit() and len(before) < 4:
        return int(before)
    if before in ("a", "an", "one", "the") and unit.tag == "NN":
        return 1
    numbers = table()["story"]["numbers"].split()
    return numbers.index(before) + 1 if before in numbers else 0


def _counted(origin: Interval, count: int, unit: str) -> Interval:
    """The day, week, month or year that lies so many units from an interval."""
    if origin.begin is None or origin.until is None:
        return origin
    first, last = origin.begin, origin.until - 1
    if unit == "day":
        return Interval(day_start(first) + count * DAY, day_start(last) + (count + 1) * DAY)
    if unit == "week":
        return Interval(week_start(first) + count * WEEK, week_start(last) + (count + 1) * WEEK)
    start, months = (month_start, 1) if unit == "month" else (year_start, 12)
    return Interval(add_months(start(first), count * months), add_months(start(last), (count + 1) * months))
