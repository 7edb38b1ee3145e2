"""Dates as a reader types them, in words or figures, made into bounds: the one road in for every place that takes one.

On, around, before, after, since, until, between and from … to are known in each of the window's `LANGUAGES`; the dates
themselves are read by our grammars, so whatever an article may say can be typed too.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dateline import times
from dateline.core.bounds import Bounds
from dateline.core.message import Message
from dateline.core.model import Conventions, Relation
from dateline.core.moment import (
    DAY,
    Granularity,
    Interval,
    Moment,
    civil,
    iso,
    month_start,
    parse_partial,
    year_start,
)
from dateline.errors import UsageError
from dateline.times import units

LANGUAGES = ("en", "de")
"""Languages of the window, in which dates can always be typed."""

LONGEST = 200
"""Characters that a date may have."""


@dataclass(frozen=True, slots=True)
class _Date:
    begin: Moment
    until: Moment
    granularity: Granularity


_Reader = Callable[[str], _Date]

_DASH = r"\s*(?:–|—|\.\.|\s-\s)\s*"
_ISO_DATE = r"([+-]?\d{4}[-\d]*(?:T[\d:]+)?)"
_FORMS: tuple[tuple[str, Callable[[_Reader, str, str], Bounds]], ...] = (
    (rf"{_ISO_DATE}/{_ISO_DATE}", lambda read, a, b: _lasting(read(a), read(b))),
    (r"between\s+(.+?)\s+and\s+(.+)", lambda read, a, b: _between(read(a), read(b))),
    (r"zwischen\s+(?:dem\s+)?(.+?)\s+und\s+(?:dem\s+)?(.+)", lambda read, a, b: _between(read(a), read(b))),
    (r"(?:after|since)\s+(.+?)(?:\s*,)?\s+(?:and|but)?\s*before\s+(.+)", lambda read, a, b: _inside(read(a), read(b))),
    (r"(?:nach|seit)\s+(.+?)(?:\s*,)?\s+(?:und|aber)?\s*vor\s+(.+)", lambda read, a, b: _inside(read(a), read(b))),
    (r"(?:from\s+)?(.+?)\s+(?:to|until|till|through)\s+(.+)", lambda read, a, b: _lasting(read(a), read(b))),
    (r"(?:(?:von|vom)\s+)?(.+?)\s+bis\s+(?:zum\s+)?(.+)", lambda read, a, b: _lasting(read(a), read(b))),
    (rf"(?:from\s+)?(.+?){_DASH}(.+)", lambda read, a, b: _lasting(read(a), read(b))),
    (r"(?:around|about|circa|ca?\.|~|um|gegen|etwa|ungefähr)\s*(.+)()", lambda read, a, _: _around(read(a))),
    (r"(?:before|vor)\s+(?:dem\s+)?(.+)()", lambda read, a, _: _before(read(a).begin, read(a))),
    (r"(?:by|bis\s+spätestens|spätestens)\s+(.+)()", lambda read, a, _: _before(read(a).until, read(a))),
    (r"(?:until|till|bis)\s+(?:zum\s+)?(.+)()", lambda read, a, _: _until(read(a))),
    (r"(?:after|nach)\s+(?:dem\s+)?(.+)()", lambda read, a, _: _after(read(a))),
    (r"(?:since|from|seit|ab)\s+(?:dem\s+)?(.+)()", lambda read, a, _: _since(read(a))),
    (r"(?:on|in|at|during|am|im|an)\s+(.+)()", lambda read, a, _: _on(read(a))),
    (r"(.+)()", lambda read, a, _: _on(read(a))),
)
"""Each way of saying when, tried in turn: its pattern and the bounds of the one or two dates in it."""

_SMALL = re.compile(r"(?i)\b(the|of|on|in|at|morning of|am|im|an|der|des|dem|den)\b|[\s,.]")


def read(text: str, *, conventions: Conventions, languages: Iterable[str] = (), published: str | None = None) -> Bounds:
    """The bounds that typed words mean: "29 March 2025", "um 1870", "between March and May 2025", "from … to …".

    ``languages`` are tried before `LANGUAGES`. ``published`` is the date that relative words ("last Monday") lean on.
    No words at all mean an undated event. The words are kept in ``words``.

    Raises:
        UsageError: where the words hold no date, or the second lies before the first.
    """
    words = " ".join(text.split())
    if not words:
        return Bounds()
    if len(words) > LONGEST:
        raise _unread(words[:LONGEST] + "…")
    known = tuple(dict.fromkeys((*(code for code in languages if code), *LANGUAGES)))

    def date(phrase: str) -> _Date:
        return _date(phrase, published, conventions, known)

    failure: UsageError | None = None
    for pattern, bounds in _FORMS:
        match = re.fullmatch(pattern, words, re.IGNORECASE)
        if match is None:
            continue
        try:
            found = bounds(date, *_completed(*match.groups()))
        except UsageError as error:
            failure = failure or error
            continue
        return replace(found, words=words)
    raise failure or _unread(words)


def read_publication(text: str, *, conventions: Conventions, languages: Iterable[str] = ()) -> str:
    """A typed publication date as ISO: the day, or the month or year that what was typed lies in.

    Raises:
        UsageError: where the words hold no date, or one that no single year holds.
    """
    bounds = read(text, conventions=conventions, languages=languages)
    begin, until = bounds.earliest, bounds.latest
    if begin is None or until is None or bounds.relation not in (Relation.ON, Relation.WITHIN):
        raise UsageError(
            Message("“{phrase}” is no single day, month or year. Type one as 30 March 2025 or March 2025.", phrase=text)
        )
    first, last = civil(begin), civil(until - 1)
    if first[:3] == last[:3]:
        return iso(begin - begin % DAY)
    if first[:2] == last[:2]:
        return iso(month_start(begin)).rsplit("-", 1)[0]
    if first.year == last.year:
        return iso(year_start(begin)).rsplit("-", 2)[0]
    raise UsageError(
        Message("“{phrase}” is no single day, month or year. Type one as 30 March 2025 or March 2025.", phrase=text)
    )


def _date(phrase: str, published: str | None, conventions: Conventions, languages: Iterable[str]) -> _Date:
    """The interval that one date means; the words must be read whole, small words aside."""
    whole = _iso(phrase)
    if whole is not None:
        return whole
    unplaced = False
    for language in languages:
        for words in dict.fromkeys((phrase, _capitalised(phrase))):
            for expression in times.find(words, published, language=language, conventions=conventions):
                if _SMALL.sub("", words[: expression.start] + words[expression.end :]):
                    continue
                if expression.begin is not None and expression.until is not None:
                    return _Date(expression.begin, expression.until, expression.granularity)
                unplaced = True
    if unplaced:
        raise UsageError(
            Message(
                "“{phrase}” cannot be placed without the article's publication date. Type a whole date, as "
                "29 March 2025.",
                phrase=phrase,
            )
        )
    raise _unread(phrase)


def _capitalised(text: str) -> str:
    """Typed words as names of months are written: "30 march 2025" as "30 March 2025"."""
    return re.sub(r"(?<!\d)[^\W\d_]{3,}", lambda word: word[0].capitalize(), text)


def _iso(phrase: str) -> _Date | None:
    phrase = phrase.replace(" ", "T", 1) if ":" in phrase else phrase
    try:
        found = parse_partial(phrase.removesuffix("Z"))
    except ValueError:
        return None
    if found.begin is None or found.until is None:
        return None
    return _Date(found.begin, found.until, _granularity(found.begin, found.until))


def _unread(phrase: str) -> UsageError:
    return UsageError(
        Message(
            "“{phrase}” is not a date that Dateline can read. Type one as 29 March 2025, March 2025, around 1870, "
            "before May 2025, between 3 and 5 March 2025, or from 2019 to 2021.",
            phrase=phrase,
        )
    )


def _completed(first: str, second: str) -> tuple[str, str]:
    """Give each date the month and year that only the other names: "3 to 5 March 2025", "March 3 to 5, 2025"."""
    if re.fullmatch(r"\d{1,2}\.?", first) and (rest := re.fullmatch(r"\d{1,2}(?:st|nd|rd|th|\.)?(\s+\D.*)", second)):
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
        raise UsageError(Message("The second date lies before the first. Give the earlier one first."))
    return Interval(begin, until)


def _on(at: _Date) -> Bounds:
    relation = Relation.ON if at.until - at.begin <= DAY else Relation.WITHIN
    return _within(at.begin, at.until, at.granularity, relation)


def _within(begin: Moment, until: Moment, granularity: Granularity, relation: Relation) -> Bounds:
    return Bounds.within(begin, until, relation, granularity)


def _around(at: _Date) -> Bounds:
    begin, until = units.wider((at.begin, at.until), at.granularity)
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
