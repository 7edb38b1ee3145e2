"""Times told by another event: "two days after the vote", "in the weeks before the shooting"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

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
from dateline.events.find.triggers import Kind, Trigger
from dateline.events.lexicon import table
from dateline.events.syntax.clauses import chain
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.when.anchoring import How, Link
from dateline.events.when.asides import Time

GRAINS = {
    "day": Granularity.DAY, "week": Granularity.WEEK, "month": Granularity.MONTH, "year": Granularity.YEAR,
}  # fmt: skip
REACH = 8
"""Tokens after "before" or "after" among which the other event is told."""
COMES = ("come", "follow", "happen", "occur")
"""Verbs by which the news is said to be so long after something else."""
NO_EXPRESSION = 0
"""The id of a time that is none of the article's expressions: an event that hangs on it keeps only its words."""

_GRAIN = list(Granularity).index

When = Callable[[str], Interval | None]
News = Callable[[Trigger], Time | None]


class Distance(NamedTuple):
    """So many days, weeks, months or years (0: the words leave it open) before or after another event."""

    unit: Token
    counted: int
    side: str
    other: Trigger


def distances(sentence: Sentence, found: Sequence[Trigger], times: Sequence[TimeExpression]) -> list[Distance]:
    """The distances from other events that a sentence names."""
    tokens = sentence.tokens
    named = []
    for unit in tokens[:-2]:
        side = tokens[unit.i + 1].lemma
        if unit.lemma not in GRAINS or side not in ("before", "after") or _within(unit):
            continue
        other = next((one for one in found if 1 < one.token.i - unit.i <= REACH and _tells(one)), None)
        if other is None or any(time.end > tokens[unit.i + 1].start and time.start < other.token.end for time in times):
            continue
        named.append(Distance(unit, _count(unit), side, other))
    return named


def _within(unit: Token) -> bool:
    """Whether "after" only follows a time of day or year ("rallied late in the day after falling")."""
    return unit.i > 1 and unit.tag == "NN" and [t.lemma for t in unit.sentence[unit.i - 2 : unit.i]] == ["in", "the"]


def times_of(named: Sequence[Distance], when: When) -> list[Time]:
    """The times that lie so far from another event, unresolved where ``when`` does not know that event's word.

    "Two days after" is a day, week, month or year as for "two days ago"; "days before" only a bound.
    """
    chained = []
    for unit, count, side, other in named:
        origin = when(other.token.lemma)
        if origin is not None and count:
            origin = _counted(origin, count if side == "after" else -count, unit.lemma)
        chained.append(_time(unit, other.token, origin, "" if count else side))
    return chained


def turned(
    named: Sequence[Distance], sentence: Sentence, found: Sequence[Trigger], links: Sequence[Link], news: News
) -> list[Link]:
    """The links, the other event counted back from the one above it: "resigned on Thursday, a day after the vote".

    ``news`` gives the day of one above that has no time itself ("the visit comes a day after the vote").
    """
    turned_links = list(links)
    tokens = sentence.tokens
    at = {trigger.token.i: n for n, trigger in enumerate(found)}
    for unit, count, side, other in named:
        marker = tokens[unit.i + 1]
        told = marker.head if marker.dep == "mark" else other.token
        above = next((at[one.i] for one in chain(told)[1:] if one.i in at), None)
        if above is None:
            continue
        time = links[above].time if links[above].how is not How.INNER else None
        known = time is not None and time.expression.resolved and time.expression.id != NO_EXPRESSION
        if not known and count and found[above].token.lemma in COMES:
            time = news(found[above])
            known = time is not None
            own = time is not None and time.expression.id == NO_EXPRESSION
            turned_links[above] = Link(How.NONE) if own else Link(How.EARLIER, time)
        if time is None or not known or time.relation:
            continue
        here = time.expression.start >= tokens[0].start
        if here and not {told, other.token}.isdisjoint(chain(time.head)):
            continue  # the other's own time: "two days after his death in June 2009"
        back = _back(unit, count, side, other, time)
        for n, trigger in enumerate(found):
            if trigger is other or (marker.dep == "mark" and trigger.clause is told):
                turned_links[n] = Link(How.ATTACHED, back)
    return turned_links


def _back(unit: Token, count: int, side: str, other: Trigger, time: Time) -> Time:
    """When the other event was, by the time of the one that is so far from it."""
    known = time.expression
    origin = Interval(known.begin, known.until)
    if not count:
        relation = "before" if side == "after" else "after"
        return Time(replace(known, id=NO_EXPRESSION, relation=relation), unit, relation)
    origin = _counted(origin, count if side == "before" else -count, unit.lemma)
    made = _time(unit, other.token, origin, "")
    coarser = max(made.expression.granularity, known.granularity, key=_GRAIN)
    return replace(made, expression=replace(made.expression, granularity=coarser))


def _tells(trigger: Trigger) -> bool:
    return trigger.kind in (Kind.VERB, Kind.NOUN)


def _time(unit: Token, other: Token, interval: Interval | None, relation: str) -> Time:
    tokens = unit.sentence
    first = unit.i
    while first and tokens[first - 1].head is unit:
        first -= 1
    text = " ".join(token.text for token in tokens[first : other.i + 1])
    begin, until = (interval.begin, interval.until) if interval else (None, None)
    expression = TimeExpression(
        id=NO_EXPRESSION, article=0, start=tokens[first].start, end=other.end, text=text, type="DATE", value="",
        begin=begin, until=until, granularity=GRAINS[unit.lemma], relation=relation,
    )  # fmt: skip
    return Time(expression, unit, relation)


def _count(unit: Token) -> int:
    """How many units are counted; 0 where the words leave it open ("days after", "the weeks before")."""
    before = unit.sentence[unit.i - 1].text.lower() if unit.i else ""
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
