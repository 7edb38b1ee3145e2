"""Languages without a grammar: what is a date by its form, read with the names that dateparser knows.

A date has a month's name, a weekday's, a word for yesterday, or figures that only dates have; a bare quantity ("400
g"), a length of time and a single letter are none. Each is an interval as wide as its words are fine.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import takewhile
from typing import Any

from dateline.core.message import Message, Unit
from dateline.core.model import Anchor, TimeExpression, new_id
from dateline.core.moment import DAY, Granularity, Moment, civil, moment, parse_partial, weekday
from dateline.times import units, why
from dateline.times.units import UNITS

_MONTHS = tuple(name.lower() for name in why.MONTHS)
_WEEKDAYS = tuple(name.lower() for name in why.WEEKDAYS)
_ENDING = 2  # letters in which the cases of a name differ
_SHORT = 3  # letters of a name that is one only beside figures
_COUNTED = re.compile(r"(?:in )?(?P<count>\d+|\\1) (?P<unit>day|week|month|year)(?P<ago> ago)?")
_NAMED_YEARS = (1500, 2100)
_DAY_MARK = r"(?:\.|º|°|ª|-?(?:го|е|er|e|th|nd|rd|st))?"
_BETWEEN = r"\s*(?:de |di |d'|do |of |da )?"
_BEFORE_YEAR = r"(?:\s+(?:de |del |di |do |da |van )?|,\s*)"
_CJK = re.compile(
    r"(?:(?P<y>\d{4})年)?(?P<m>1[0-2]|[1-9])月(?:(?P<d>[12]\d|3[01]|[1-9])[日号])?|(?P<year>\d{4})年(?!\d)"
)
_ISO = re.compile(r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])")
_FIGURES = re.compile(r"(?<![\w./-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<y>\d{4})(?![\w/-])")
_YEAR = re.compile(r"(?<!\w)(?P<before>[^\W\d]{1,4}\s)(?P<year>1[5-9]\d\d|20\d\d)(?![\w.,/:-]*\d)(?!\s*[%€$£])(?!\w)")


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a language, in lower case, and the patterns that find them."""

    months: dict[str, int]
    full_months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, tuple[int, str]]
    order: str
    patterns: tuple[re.Pattern[str], ...]
    counted: tuple[tuple[re.Pattern[str], int, str], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    begin: Moment
    unit: str
    anchor: Anchor


def find(text: str, published: str | None, *, language: str, article: int = 0) -> list[TimeExpression]:
    """The dates of a text in some language, in order and not overlapping; none where its names are not known."""
    names = _names(language)
    if names is None:
        return []
    base = _base(published)
    found: list[TimeExpression] = []
    at = 0
    ordered = sorted(_candidates(text, base, names), key=lambda each: (each.start, each.start - each.end))
    for each in ordered:
        if each.start >= at:
            found.append(_expression(each, text, known=base is not None, article=article))
            at = each.end
    return found


def knows(language: str) -> bool:
    """Whether dateparser has the language of this code."""
    from dateparser.data.languages_info import language_order

    return language in language_order


def _base(published: str | None) -> Moment | None:
    """The publication day; None where it is unknown or known to a month or year only."""
    if published is None or published.count("-") < 2:
        return None
    return parse_partial(published.partition("T")[0]).begin


@cache
def _names(language: str) -> _Names | None:
    if not knows(language):
        return None
    try:
        info: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{language}").info
    except ModuleNotFoundError:
        return None
    months, weekdays = (
        _words((info.get(key, ()) for key in keys), first) for keys, first in ((_MONTHS, 1), (_WEEKDAYS, 0))
    )
    relative: dict[str, tuple[int, str]] = {}
    for said, phrases in info.get("relative-type", {}).items():
        step = _step(said)
        if step is not None:
            relative |= {phrase.lower(): step for phrase in phrases if len(phrase) > 1}
    counted = [
        (re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), step[0], step[1])
        for said, patterns in info.get("relative-type-regex", {}).items()
        if (step := _step(said)) is not None
        for pattern in patterns
        if len(re.sub(r"\(.*?\)|\W", "", pattern)) > _SHORT
    ]
    free = bool(info.get("no_word_spacing"))
    patterns = _patterns(months, weekdays, relative, ("", "") if free else (r"(?<!\w)", r"(?!\w)"))
    full = {word: number for word, number in months.items() if not _is_short(word, months)}
    return _Names(months, full, weekdays, relative, info.get("date_order") or "DMY", patterns, tuple(counted))


def _words(names: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    """The names of months or weekdays; those that two of them share say nothing."""
    words: dict[str, int] = {}
    shared: set[str] = set()
    for number, said in enumerate(names, first):
        for word in map(str.lower, said):
            if words.setdefault(word, number) != number:
                shared.add(word)
    return {word: number for word, number in words.items() if word not in shared and not word.isdecimal()}


def _is_short(word: str, months: dict[str, int]) -> bool:
    return any(longer != word and longer.startswith(word) for longer in months)


def _step(said: str) -> tuple[int, str] | None:
    """The signed count and unit of "2 day ago", "in 1 year"; a sign alone where the count is captured."""
    match = _COUNTED.fullmatch(said)
    if match is None:
        return None
    count = 1 if match["count"] == "\\1" else int(match["count"])
    return (-count if match["ago"] else count), match["unit"]


def _patterns(
    months: dict[str, int], weekdays: dict[str, int], relative: dict[str, tuple[int, str]], edges: tuple[str, str]
) -> tuple[re.Pattern[str], ...]:
    left, right = edges
    month = f"(?P<month>{_any(months)})"
    long = {word for word in months if len(word) > _SHORT or not word.isascii()}
    sources = [
        rf"{left}(?P<d>[12]?\d|3[01]){_DAY_MARK}{_BETWEEN}{month}\.?{_BEFORE_YEAR}(?P<y>\d{{4}}){right}",
        rf"{left}(?P<y>\d{{4}})\.?\s+{month}\s+(?P<d>[12]?\d|3[01])\b",
        rf"{left}{month}\.?{_BEFORE_YEAR}(?P<y>\d{{4}}){right}",
        rf"{left}(?P<month>[^\W\d_]{{3,12}})\s+(?P<y>\d{{4}}){right}",
        rf"{left}(?P<d>[12]?\d|3[01]){_DAY_MARK}{_BETWEEN}(?P<month>{_any(long)}){right}",
    ]
    if weekdays:
        sources.append(rf"{left}(?P<weekday>{_any(word for word in weekdays if len(word) > 1)}){right}")
    if relative:
        sources.append(rf"{left}(?P<relative>{_any(relative)}){right}")
    return tuple(re.compile(source, re.IGNORECASE) for source in sources if months)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


def _candidates(text: str, base: Moment | None, names: _Names) -> Iterator[_Found]:
    for pattern in (*names.patterns, _CJK, _ISO, _FIGURES, _YEAR):
        for match in pattern.finditer(text):
            try:
                read = _read(match, match.groupdict(), base, names)
            except (ValueError, OverflowError):  # 31 April
                continue
            if read is not None:
                yield read
    for pattern, sign, unit in names.counted:
        for match in pattern.finditer(text):
            if match[1].isdecimal() and len(match[1]) < 5:
                yield _counted(match.span(), sign * int(match[1]), unit, base)


def _read(match: re.Match[str], parts: dict[str, str | None], base: Moment | None, names: _Names) -> _Found | None:
    start, end = match.span()
    if year := parts.get("year"):
        named = _NAMED_YEARS[0] <= int(year) < _NAMED_YEARS[1]
        return _Found(match.start("year"), end, moment(int(year)), "year", "absolute") if named else None
    if phrase := parts.get("relative"):
        return _counted((start, end), *names.relative[phrase.lower()], base)
    if name := parts.get("weekday"):
        if len(name) <= _SHORT and name.isascii():
            return None
        today = base or 0
        day = today - (weekday(today) - names.weekdays[name.lower()]) % 7 * DAY
        return _Found(start, end, day, "day", "publication")
    if parts.get("one"):
        one, two = int(parts["one"] or 0), int(parts["two"] or 0)
        month, day = (one, two) if names.order == "MDY" or two > 12 else (two, one)
        return _Found(start, end, moment(int(parts["y"] or 0), month, day), "day", "absolute")
    month = int(parts["m"] or 0) if parts.get("m") else _month(parts["month"] or "", names)
    if not month:
        return None
    day, unit = (int(parts["d"] or 0), "day") if parts.get("d") else (1, "month")
    if year := parts.get("y"):
        return _Found(start, end, moment(int(year), month, day), unit, "absolute")
    return _Found(start, end, _latest(month, day, base), unit, "publication")


def _month(name: str, names: _Names) -> int:
    """The number of a month's name, or of one that differs in its ending alone: "мае"; 0 where it is none."""
    name = name.lower()
    if name in names.months:
        return names.months[name]
    near = {(_differs(name, word), number) for word, number in names.full_months.items()}
    numbers = {number for differs, number in near if differs == min(near)[0]}
    return numbers.pop() if near and min(near)[0] <= _ENDING and len(numbers) == 1 else 0


def _differs(name: str, word: str) -> int:
    """How many letters two words have behind what they share; many where that is too little."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, word, strict=False)))
    return max(len(name), len(word)) - shared if shared >= (_SHORT if word.isascii() else 2) else 99


def _latest(month: int, day: int, base: Moment | None) -> Moment:
    """The latest such day that is not after publication."""
    year = civil(base or 0).year if base is not None else 2000
    at = moment(year, month, day)
    return at if base is None or at <= base else moment(year - 1, month, day)


def _counted(span: tuple[int, int], count: int, unit: str, base: Moment | None) -> _Found:
    at = units.step(base or 0, UNITS[unit], count) if base is not None else 0
    return _Found(*span, units.around(at, UNITS[unit])[0], unit, "publication")


def _expression(found: _Found, text: str, *, known: bool, article: int) -> TimeExpression:
    words, the = text[found.start : found.end], UNITS[found.unit]
    begin, until = units.around(found.begin, the)
    value = units.value(begin, the)
    absolute = found.anchor == "absolute"
    reason = (
        Message("named in full")
        if absolute
        else Message("counted from publication: {day}", day=Unit(begin, the.granularity))
    )
    resolved = absolute or known
    if not resolved:
        value, reason = "XXXX-XX-XX", why.UNKNOWN
    return TimeExpression(
        id=new_id(),
        article=article,
        start=found.start,
        end=found.end,
        text=words,
        type="DATE",
        value=value,
        begin=begin if resolved else None,
        until=until if resolved else None,
        granularity=the.granularity if resolved else Granularity.DAY,
        anchor=found.anchor if resolved else "none",
        rule="dateparser",
        why=Message("{words}: {why}.", words=f"{words[:1].upper()}{words[1:]}", why=reason),
    )
