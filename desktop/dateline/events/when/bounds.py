"""The four bounds of an event from the time it hangs on, the word that ties it, and the tense."""

from dataclasses import replace

from dateline.core.bounds import Bounds
from dateline.core.model import Relation, TimeExpression
from dateline.core.moment import DAY, Granularity, Interval, day_start, parse_partial
from dateline.events.syntax.clauses import Tense
from dateline.events.when.anchoring import How, Link
from dateline.events.when.asides import Time, is_news
from dateline.times.units import wider

CARRIED = (How.CARRIED, How.EARLIER, How.SAME)
AHEAD = (Tense.FUTURE, Tense.MODAL, Tense.INFINITE)


def of(link: Link, tense: Tense, lasting: bool, news_of_day: bool, published: Interval | None) -> Bounds:
    """The bounds of an event.

    ``lasting`` says that it is a state or goes on rather than happens once, ``news_of_day`` that without a time it is
    the news of the day.
    """
    if link.time is None:
        return _publication(tense, news_of_day, published) if link.how is How.PUBLICATION else Bounds()
    if not link.time.expression.resolved:
        return Bounds(granularity=link.time.expression.granularity)
    if link.how is How.REPORTED:
        return _told(link.time, tense, published)
    expression = link.time.expression
    if link.how in CARRIED and not (link.how is How.SAME and expression.granularity is Granularity.DAY_PART):
        expression = _day_of(expression)
    return tied(_uncut(expression, tense, published), link.time.relation, tense, lasting, published)


def tied(expression: TimeExpression, relation: str, tense: Tense, lasting: bool, published: Interval | None) -> Bounds:
    """The bounds of what a resolved time dates, by the word that ties it on (since, until, by, before, after, "")."""
    begin, until, grain = expression.begin, expression.until, expression.granularity
    ahead = tense in AHEAD
    here = published.begin if published else None
    now = published.until if published else None
    match relation:
        case "since" if begin is not None and now is not None and begin >= now:
            return Bounds(begin, until, begin, None, Relation.AFTER, grain)  # "closed from Monday": it has yet to begin
        case "since":
            return Bounds(begin, until, now, now, Relation.SINCE, grain)
        case "until":
            return Bounds(None, begin, begin, until, Relation.UNTIL, grain)
        case "by":
            early = here if ahead and here is not None and (until is None or here < until) else None
            if not ahead and begin is not None and grain in (Granularity.MINUTE, Granularity.HOUR):
                early = day_start(begin)  # "had fallen 3 % by noon"
            return Bounds(early, until, early, until, Relation.BEFORE, grain)
        case "before":
            edge = begin if begin is not None and (here is None or begin > here) else until
            edge = begin if begin is not None and not ahead else edge
            early = here if here is not None and edge is not None and here < edge and (ahead or begin is None) else None
            return Bounds(early, edge, early, edge, Relation.WITHIN if early is not None else Relation.BEFORE, grain)
        case "after":
            edge = until if until is not None else begin
            late = now if not ahead and now is not None and edge is not None and now > edge else None
            if late is not None and edge is not None and grain in (Granularity.MINUTE, Granularity.HOUR):
                late = day_start(edge) + DAY  # "broke out soon after 2 a.m.": on that day
            return Bounds(edge, late, edge, late, Relation.AFTER, grain)
    if lasting and begin is not None and until is not None and (here is None or until > here):
        return Bounds(begin, begin, until, until, Relation.ON, grain)
    lies = Relation.AROUND if relation == "around" else Relation.WITHIN
    if lies is Relation.AROUND and begin is not None and until is not None:
        begin, until = wider((begin, until), grain)
    return Bounds(begin, until, begin, until, lies, grain)


def _uncut(expression: TimeExpression, tense: Tense, published: Interval | None) -> TimeExpression:
    """The whole of "this year" where it ends at publication, as told of the past, for what was then to come."""
    if tense not in AHEAD or published is None or expression.until != published.until or expression.mod:
        return expression
    if expression.granularity not in (Granularity.YEAR, Granularity.MONTH) or not expression.value[-1:].isdecimal():
        return expression
    whole = parse_partial(expression.value)
    return replace(expression, begin=whole.begin, until=whole.until)


def _told(time: Time, tense: Tense, published: Interval | None) -> Bounds:
    """What was told at a time happened before its end, and where that was news on that day or the day before; what was
    foretold, after its begin.
    """
    begin, until = time.expression.begin, time.expression.until
    grain = time.expression.granularity
    if tense is Tense.PAST and begin is not None and until is not None and is_news(time.expression, published):
        first, last = day_start(begin) - DAY, day_start(until - 1) + DAY
        return Bounds(first, last, first, last, Relation.WITHIN, Granularity.DAY)
    if tense in (Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT):
        return Bounds(None, until, None, until, Relation.BEFORE, grain)
    if tense is Tense.PRESENT:
        return Bounds(begin, begin, until, until, Relation.ON, grain)
    return Bounds(begin, None, begin, None, Relation.AFTER, grain)


def news(published: Interval | None) -> Bounds:
    """The news of the day: it happened on the day of publication or the day before."""
    if published is None or published.begin is None or published.until is None:
        return Bounds()
    first, until = published.begin - DAY, published.until
    return Bounds(first, until, first, until, Relation.WITHIN, Granularity.DAY)


def _day_of(expression: TimeExpression) -> TimeExpression:
    """The day of a time of day: what is told elsewhere happened on that day, not at that hour. A night stays, for it
    runs over two days and neither is its own.
    """
    begin, until = expression.begin, expression.until
    if begin is None or until is None or day_start(begin) != day_start(until - 1):
        return expression
    return replace(expression, begin=day_start(begin), until=day_start(begin) + DAY, granularity=Granularity.DAY)


def _publication(tense: Tense, news_of_day: bool, published: Interval | None) -> Bounds:
    if published is None or published.begin is None or published.until is None:
        return Bounds()
    begin, until = published.begin, published.until
    if news_of_day and tense in (Tense.PAST, Tense.PERFECT):
        return news(published)
    if tense in (Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT):
        return Bounds(None, until, None, until, Relation.BEFORE, Granularity.VAGUE)
    if tense in AHEAD:
        return Bounds(begin, None, begin, None, Relation.AFTER, Granularity.VAGUE)
    return Bounds(begin, begin, until, until, Relation.ON, Granularity.DAY)
