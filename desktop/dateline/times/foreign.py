"""Languages without a grammar: dateparser finds absolute and simple relative dates, made into intervals here.

dateparser gives moments, not intervals, so each match is read from two publication dates: what stays is named, what
moves counts from publication. "March 2020" keeps its year and month and moves in its day: it is a month.
"""

import re
from datetime import datetime, timedelta

from dateline.core.model import TimeExpression, new_id
from dateline.core.moment import DAY, Granularity, Moment, add_months, moment, parse_partial
from dateline.times import units, why
from dateline.times.units import UNITS

_PIECE = 5_000  # characters that dateparser is given at once
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"\d{4}")
_DIGITS = re.compile(r"\d+")


def find(text: str, published: str | None, *, language: str, article: int = 0) -> list[TimeExpression]:
    """The dates of a text in some language, in order and not overlapping; none where dateparser does not know it."""
    base = _base(published)
    found: list[TimeExpression] = []
    at = 0
    for line in text.splitlines(keepends=True):
        for start in range(0, len(line), _PIECE):
            piece = line[start : start + _PIECE]
            found += _of_piece(piece, at + start, base, language, article)
        at += len(line)
    return found


def knows(language: str) -> bool:
    """Whether dateparser has the language of this code."""
    from dateparser.data.languages_info import language_order

    return language in language_order


def _base(published: str | None) -> datetime | None:
    """The publication date to the day, as dateparser wants it; None where it is unknown or coarser."""
    if published is None or published.count("-") < 2:
        return None
    begin = parse_partial(published.partition("T")[0]).begin or 0
    return datetime(1, 1, 1) + timedelta(minutes=begin)  # noqa: DTZ001 # civil time has no zone


def _of_piece(piece: str, offset: int, base: datetime | None, language: str, article: int) -> list[TimeExpression]:
    if not piece.strip():
        return []
    some_day = base or datetime(2001, 6, 13, 12)  # noqa: DTZ001 # only to tell relative from absolute
    first = _search(piece, some_day, language)
    if not first:
        return []
    other = dict(_search(piece, some_day - timedelta(days=1234), language))
    result: list[TimeExpression] = []
    at = 0
    for words, when in first:
        start = piece.find(words, at)
        if start < 0 or not (_LETTER.search(words) or _YEAR.search(words)):
            continue  # dateparser tidied the words, or took a bare number for a date
        at = start + len(words)
        result.append(_expression(words, offset + start, when, other.get(words), base is not None, article))
    return result


def _search(piece: str, base: datetime, language: str) -> list[tuple[str, datetime]]:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
    try:
        return search_dates(piece, languages=[language], settings=settings) or []
    except (ValueError, OverflowError, KeyError, IndexError, TypeError, RecursionError):
        return []  # a language it does not know, or a piece it stumbles over: no dates rather than no article


def _expression(
    words: str, start: int, when: datetime, other: datetime | None, known: bool, article: int
) -> TimeExpression:
    """An interval as wide as the words are fine: a day, a month or a year."""
    begin: Moment | None
    until: Moment | None
    named = bool(_YEAR.search(words)) and other is not None and len(_DIGITS.findall(words)) == 1
    absolute = other is not None and other.date() == when.date()
    if named and words.strip().isdecimal():
        unit, begin, until = UNITS["year"], moment(when.year), moment(when.year + 1)
        absolute = True
    elif named and other is not None and (other.year, other.month) == (when.year, when.month):
        unit, begin = UNITS["month"], moment(when.year, when.month)
        until, absolute = add_months(begin, 1), True
    else:
        unit, begin = UNITS["day"], moment(when.year, when.month, when.day)
        until = begin + DAY
    value = units.value(begin, unit)
    reason = "named in full" if absolute else f"counted from publication: {why.named(begin, unit.granularity)}"
    if not absolute and not known:
        begin = until = None
        value, reason = "XXXX-XX-XX", why.UNKNOWN
    return TimeExpression(
        id=new_id(),
        article=article,
        start=start,
        end=start + len(words),
        text=words,
        type="DATE",
        value=value,
        begin=begin,
        until=until,
        granularity=unit.granularity if begin is not None else Granularity.DAY,
        anchor="absolute" if absolute else "publication" if known else "none",
        rule="dateparser",
        why=f"{words[:1].upper()}{words[1:]}: {reason}.",
    )
