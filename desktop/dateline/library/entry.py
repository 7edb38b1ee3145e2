"""Dates that a reader types, made into an event's four bounds: On, Around, Before, After, Between, From–To."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.core.bounds import Bounds
from dateline.core.model import Conventions, Relation
from dateline.core.moment import DAY, HOUR, Granularity, Interval, Moment, add_months, parse_partial
from dateline.errors import UsageError


@dataclass(frozen=True, slots=True)
class _Date:
    begin: Moment
    until: Moment
    granularity: Granularity


_Reader = Callable[[str], _Date]

AROUND_MINUTES = {
    Granularity.MINUTE: 15,
    Granularity.HOUR: HOUR,
    Granularity.DAY_PART: 6 * HOUR,
    Granularity.DAY: 2 * DAY,
    Granularity.WEEKEND: 3 * DAY,
    Granularity.WEEK: 7 * DAY,
    Granularity.MONTH: 15 * DAY,
}
"""How far "around" reaches to either side of a date so fine; of a coarser one see `AROUND_MONTHS`."""

AROUND_MONTHS = {
    Granularity.SEASON: 2,
    Granularity.QUARTER: 2,
    Granularity.HALF: 3,
    Granularity.YEAR: 12,
    Granularity.DECADE: 60,
    Granularity.CENTURY: 300,
    Granularity.MILLENNIUM: 3000,
    Granularity.VAGUE: 12,
}

_DASH = r"\s*(?:–|—|\.\.|\s-\s)\s*"
_FORMS: tuple[tuple[str, Callable[[_Reader, str, str], Bounds]], ...] = (
    (r"between\s+(.+?)\s+and\s+(.+)", lambda read, a, b: _between(read(a), read(b))),
    (r"(?:after|since)\s+(.+?)(?:\s*,)?\s+(?:and|but)?\s*before\s+(.+)", lambda read, a, b: _inside(read(a), read(b))),
    (r"(?:from\s+)?(.+?)\s+(?:to|until|till|through)\s+(.+)", lambda read, a, b: _lasting(read(a), read(b))),
    (rf"(?:from\s+)?(.+?){_DASH}(.+)", lambda read, a, b: _lasting(read(a), read(b))),
    (r"(?:around|about|circa|ca?\.|~)\s*(.+)()", lambda read, a, _: _around(read(a))),
    (r"before\s+(.+)()", lambda read, a, _: _before(read(a).begin, read(a))),
    (r"by\s+(.+)()", lambda read, a, _: _before(read(a).until, read(a))),
    (r"(?:until|till)\s+(.+)()", lambda read, a, _: _until(read(a))),
    (r"after\s+(.+)()", lambda read, a, _: _after(read(a))),
    (r"(?:since|from)\s+(.+)()", lambda read, a, _: _since(read(a))),
    (r"(?:on|in|at|during)\s+(.+)()", lambda read, a, _: _on(read(a))),
    (r"(.+)()", lambda read, a, _: _on(read(a))),
)
"""Each way of saying when, tried in turn: its pattern and the bounds of the one or two dates in it."""


def bounds_from_words(
    text: str, published: str | None = None, conventions: Conventions | None = None, language: str = "en"
) -> Bounds:
    """The bounds that typed words mean: "29 March 2025", "around 1870", "between March and May 2025", "from … to …".

    ``published`` is the date that relative words ("last Monday") lean on. No words at all mean an undated event.

    Raises:
        UsageError: where the words hold no date, or the second lies before the first.
    """
    words = " ".join(text.split())
    if not words:
        return Bounds()

    def read(phrase: str) -> _Date:
        return _date(phrase, published, conventions or Conventions(), language)

    failure: UsageError | None = None
    for pattern, bounds in _FORMS:
        match = re.fullmatch(pattern, words, re.IGNORECASE)
        if match is None:
            continue
        try:
            found = bounds(read, *_completed(*match.groups()))
        except UsageError as error:
            failure = failure or error
            continue
        return replace(found, words=words)
    raise failure or _unread(words)


def _date(phrase: str, published: str | None, conventions: Conventions, language: str) -> _Date:
    """The interval that one date means; the words must be read whole, small words aside."""
    whole = _iso(phrase)
    if whole.begin is not None and whole.until is not None:
        return _Date(whole.begin, whole.until, _granularity(whole.begin, whole.until))
    from dateline import times  # its grammar is not loaded before a date is typed

    for expression in times.find(phrase, published, language=language, conventions=conventions):
        rest = phrase[: expression.start] + phrase[expression.end :]
        if re.sub(r"(?i)\b(the|of|on|in|at|morning of)\b|[\s,.]", "", rest):
            continue
        if expression.begin is None or expression.until is None:
            raise UsageError(
                f"“{phrase}” cannot be placed without the article's publication date. Type a whole date, as "
                "29 March 2025."
            )
        return _Date(expression.begin, expression.until, expression.granularity)
    raise _unread(phrase)


def _iso(phrase: str) -> Interval:
    try:
        return parse_partial(phrase)
    except ValueError:
        return Interval(None, None)


def _unread(phrase: str) -> UsageError:
    return UsageError(
        f"“{phrase}” is not a date that Dateline can read. Type one as 29 March 2025, March 2025, around 1870, "
        "before May 2025, between 3 and 5 March 2025, or from 2019 to 2021."
    )


def _completed(first: str, second: str) -> tuple[str, str]:
    """Give each date the month and year that only the other names: "3 to 5 March 2025", "March 3 to 5, 2025"."""
    if re.fullmatch(r"\d{1,2}", first) and (rest := re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?(\s+\D.*)", second)):
        return first + rest[1], second
    if (month := re.fullmatch(r"([^\W\d]+\s+)\d{1,2}", first)) and (
        rest := re.fullmatch(r"\d{1,2}(,?\s+\d{3,4})", second)
    ):
        return first + rest[1], month[1] + second
    if re.fullmatch(r"[^\W\d]+\s+\d{1,2}", first) and (rest := re.search(r",?\s+(\d{3,4})$", second)):
        return f"{first}, {rest[1]}", second
    if re.fullmatch(r"(?:\d{1,2}\s+)?[^\W\d]+", first) and (rest := re.search(r"\s+(\d{3,4})$", second)):
        return f"{first} {rest[1]}", second
    return first, second


def _granularity(begin: Moment, until: Moment) -> Granularity:
    length = until - begin
    if length == 1:
        return Granularity.MINUTE
    return Granularity.DAY if length == DAY else Granularity.MONTH if length <= 31 * DAY else Granularity.YEAR


def _coarser(a: _Date, b: _Date) -> Granularity:
    order = list(Granularity)
    return max(a.granularity, b.granularity, key=order.index)


def _ordered(begin: Moment, until: Moment) -> Interval:
    if begin >= until:
        raise UsageError("The second date lies before the first. Give the earlier one first.")
    return Interval(begin, until)


def _on(at: _Date) -> Bounds:
    relation = Relation.ON if at.until - at.begin <= DAY else Relation.WITHIN
    return _within(at.begin, at.until, at.granularity, relation)


def _within(begin: Moment, until: Moment, granularity: Granularity, relation: Relation) -> Bounds:
    return Bounds.within(begin, until, relation, granularity)


def _around(at: _Date) -> Bounds:
    if months := AROUND_MONTHS.get(at.granularity):
        begin, until = add_months(at.begin, -months), add_months(at.until, months)
    else:
        begin, until = at.begin - AROUND_MINUTES[at.granularity], at.until + AROUND_MINUTES[at.granularity]
    return _within(begin, until, at.granularity, Relation.AROUND)


def _before(edge: Moment, at: _Date) -> Bounds:
    return Bounds(latest_start=edge, latest=edge, granularity=at.granularity, relation=Relation.BEFORE)


def _until(at: _Date) -> Bounds:
    return Bounds(
        latest_start=at.begin,
        earliest_end=at.begin,
        latest=at.until,
        granularity=at.granularity,
        relation=Relation.UNTIL,
    )


def _after(at: _Date) -> Bounds:
    return Bounds(earliest=at.until, earliest_end=at.until, granularity=at.granularity, relation=Relation.AFTER)


def _since(at: _Date) -> Bounds:
    return Bounds(
        earliest=at.begin,
        latest_start=at.until,
        earliest_end=at.begin,
        granularity=at.granularity,
        relation=Relation.SINCE,
    )


def _between(a: _Date, b: _Date) -> Bounds:
    _ordered(a.begin, b.until)
    return _within(a.begin, b.until, _coarser(a, b), Relation.WITHIN)


def _inside(a: _Date, b: _Date) -> Bounds:
    _ordered(a.until, b.begin)
    return _within(a.until, b.begin, _coarser(a, b), Relation.WITHIN)


def _lasting(a: _Date, b: _Date) -> Bounds:
    _ordered(a.begin, b.until)
    return Bounds(
        earliest=a.begin,
        latest_start=min(a.until, b.until),
        earliest_end=max(b.begin, a.begin),
        latest=b.until,
        granularity=_coarser(a, b),
        relation=Relation.ON,
    )
