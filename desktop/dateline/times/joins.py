"""Neighbours that belong together: "Saturday" + "night", "the end of" + "the year", "from 2010" + "to 2014".

What may stand between two neighbours is the language's ``[lists]``: ``date_daypart`` and so on.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from dateline.core.moment import DAY, WEEK
from dateline.times.grammar import Grammar
from dateline.times.mention import Fields, Mention
from dateline.times.narrowing import HALVES
from dateline.times.scan import Tokens
from dateline.times.units import UNITS

_DATES = (
    "date", "unit", "past_unit", "the_unit", "previous_unit", "numeric", "part", "shift", "week_of", "the_quarter",
    "month_quarter", "year_earlier",
)  # fmt: skip
_BEHIND_BRACKET = re.compile(r"\)( on)? $")
_BRACKET = 30  # characters
_LENGTHS = ("duration", "units", "span")
_BETWEEN = 7  # tokens between the days of a list at most
_CLOCK = {"clock", "opening", "opening_minute", "twelve", "zone"}
_WEEKDAY = {"weekday", "turn", "mod", "edge", "comparative", "dates", "part"} | _CLOCK
DATED = {"year", "turn", "yearturn", "that_year"}


# --- lists of days -----------------------------------------------------------------------------------------------


def coordinate(mentions: list[Mention], tokens: Tokens, grammar: Grammar) -> list[Mention]:
    """Share month and year in a list: "April 24 and 25", "7, 8 and 9 May", "22–23 April", "in April and June 1955"."""
    listed = grammar.lists["listed"]
    for one, two in pairwise(mentions):
        undated = "month" in one.fields and not one.fields.keys() & DATED
        for year in ("year", "yearturn"):
            if undated and {"month", year} <= two.fields.keys() and between(one, two, tokens) in listed:
                one.fields[year] = two.fields[year]
    result: list[Mention] = []
    for place, mention in enumerate(mentions):
        if result and _dates_list(result, mention, tokens, grammar):
            continue
        if result and _is_century(result[-1], mention, tokens, grammar):
            ceiling = mentions[place + 1].first if place + 1 < len(mentions) else len(tokens.words)
            for each in (mention, *_days(mention, tokens, grammar, 1, ceiling)):
                each.fields["century"] = each.fields.pop("day")
                result.append(each)
            continue
        if "day-first" in mention.roles:
            alone = list(
                takewhile(lambda each: "day-alone" in each.roles, reversed(result))
            )  # "the 18th and 19th of May"
            del result[len(result) - len(alone) :]
            floor = result[-1].last if result else 0
            days = list(_days(mention, tokens, grammar, -1, floor))
            reached = days[-1].first if days else mention.first
            result += [each for each in reversed(alone) if each.last <= reached] + days[::-1]
        result.append(mention)
        if "month-first" in mention.roles:
            ceiling = mentions[place + 1].first if place + 1 < len(mentions) else len(tokens.words)
            result += _days(mention, tokens, grammar, 1, ceiling)
    return result


def _is_century(before: Mention, mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a number leaves out the word of the century told before it: "in the 17th century, and in the 18th"."""
    if "day-alone" not in mention.roles or "century" not in before.fields:
        return False
    said = tokens.words[max(0, mention.first - 2) : mention.first][:1]
    in_one = not grammar.lists["in_century"].isdisjoint(word.lower() for word in said)
    return in_one and tokens.codes.find(tokens.paragraph, before.last, mention.first) < 0


def _dates_list(result: list[Mention], year: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a year closes a list of days, which it then dates: "March 8, 9 and 12, 2024", "July 4 in 1919"."""
    if (
        not result[-1].roles & {"listed", "month-first", "day-first"}
        or "bare-year" not in year.roles
        or between(result[-1], year, tokens) not in grammar.lists["date_year"]
    ):
        return False
    month = result[-1].fields["month"]
    result[-1].last = year.last
    for mention in reversed(result):
        if mention.fields.get("month") != month or mention.fields.keys() & DATED:
            break
        mention.fields["year"] = year.fields["year"]
    return True


def _days(mention: Mention, tokens: Tokens, grammar: Grammar, way: int, limit: int) -> Iterator[Mention]:
    """The bare days that follow a date (or come before it) in a list: "12", "12th", "the ninth"."""
    words, listed = tokens.words, grammar.lists["listed"]
    at = mention.last if way > 0 else mention.first
    while True:
        found = None
        for length in range(1, _BETWEEN + 1):
            first, last = (at, at + length) if way > 0 else (at - length, at)
            if first < 0 or last > len(words) or "".join(words[first:last]).lower() not in listed:
                continue
            found = _day_at(last, 1, tokens, grammar) if way > 0 else _day_at(first, -1, tokens, grammar)
            if found is not None:
                break
        if (
            found is None
            or (found[1] > limit if way > 0 else found[0] < limit)
            or not _alone(words, *found[:2], listed)
        ):
            return
        told: Fields = {**mention.fields, "day": found[2], "leader": mention}
        told.pop("weekday", None)
        first = found[0] - 2 * (words[max(0, found[0] - 2)].lower() in grammar.lists["the"])
        yield Mention(first, found[1], "date", mention.rule, told, roles=frozenset({"listed"}))
        at = found[1] if way > 0 else first


def _day_at(place: int, way: int, tokens: Tokens, grammar: Grammar) -> tuple[int, int, int] | None:
    """The day of a month that begins (or, backwards, ends) at a place: its tokens and number, None where none does."""
    words, codes = tokens.words, tokens.codes
    numbers, endings, ordinals = (
        grammar.of_class("daynumber"),
        grammar.of_class("nth"),
        grammar.values.get("ordinal", {}),
    )
    first = place if way > 0 else place - 1
    if not 0 <= first < len(words):
        return None
    if way < 0 and codes[first] in endings:
        first -= 1
    if first >= 0 and codes[first] in numbers:
        last = first + 1 + (first + 1 < len(words) and codes[first + 1] in endings)
        return (first, last, int(words[first])) if way > 0 or last == place else None
    number = ordinals.get(words[first].lower()) if first >= 0 else None
    return None if number is None else (first, first + 1, int(number))


def _alone(words: list[str], first: int, last: int, listed: frozenset[str]) -> bool:
    """Whether a number counts nothing and is no part of a larger one."""
    after = words[last : last + 2]
    if first and words[first - 1][-1].isalnum():
        return False
    if not after:
        return True
    if after[0] in ".,:/%" and len(after) > 1 and after[1].isdecimal():
        return False
    if after[0].isalnum():
        return False
    if "".join(after).lower() + " " in listed:
        return True  # the 9th through 17th of March
    return not (after[0].isspace() and len(after) > 1 and after[1][:1].islower() and len(after[1]) > 4)


# --- pairs -------------------------------------------------------------------------------------------------------


def join(mentions: list[Mention], tokens: Tokens, grammar: Grammar) -> list[Mention]:
    """Merge each mention into the next where they belong together; modifiers and parts of day left alone go."""
    joined: list[Mention] = []
    for each in mentions:
        mention = each
        while joined and joined[-1].last <= mention.first and _belong(joined[-1], mention, tokens, grammar):
            mention = _merge(joined.pop(), mention)
        joined.append(mention)
    _borrow_days(joined, tokens, grammar)
    return [
        each
        for each in joined
        if each.make != "mod" and (each.make != "daypart" or _stands_alone(each, tokens, grammar))
    ]


def _is_noon(mention: Mention) -> bool:
    return mention.make == "daypart" and mention.fields["part"] in ("noon", "midnight")


def _stands_alone(part: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a part of the day is a time without its day: at noon; in the morning, of the day told before."""
    at = part.first - 2
    before = tokens.words[at].lower() if at >= 0 else ""
    if _is_noon(part):
        return not grammar.lists["before_clock"].isdisjoint((before, tokens.words[part.first].lower()))
    return before in grammar.lists["before_part"] and part.last - part.first > 1


def _borrow_days(mentions: list[Mention], tokens: Tokens, grammar: Grammar) -> None:
    """Give a clock time the day of the other end, or that behind a bracket: "at 10:35 a.m. (0735 GMT) Friday"."""
    ends = grammar.lists["range_from"] | grammar.lists["range_between"] | grammar.lists["clocks_between"]
    pairs = list(pairwise(mentions))
    for one, two in (*pairs, *reversed(pairs)):
        bare, dated = (one, two) if one.make == "clock" else (two, one)
        if (
            bare.make == "clock" != dated.make
            and "clock" in dated.fields
            and _share_a_day(one, two, ends, tokens, grammar)
        ):
            bare.make, bare.fields = dated.make, {**dated.fields, **bare.fields, "leader": dated}
    for place, day in enumerate(mentions):
        if not _is_day(day) or not _BEHIND_BRACKET.search(tokens.slice(max(0, day.first - 4), day.first)):
            continue
        for time in mentions[max(0, place - 2) : place]:
            gap = tokens.slice(time.last, day.first)
            if time.make == "clock" and len(gap) < _BRACKET and gap.lstrip(" (").find("(") < 0:
                time.make, time.fields = day.make, {**day.fields, **time.fields}


def _share_a_day(one: Mention, two: Mention, ends: frozenset[str], tokens: Tokens, grammar: Grammar) -> bool:
    """Whether two clock times are told of one day: "from 7 to 9", "open at 7 and close at 9"."""
    gap = between(one, two, tokens)
    first, *_, last = gap.split() if len(gap.split()) > 1 else ("", "")
    return gap in ends or (first in grammar.lists["pair"] and last in grammar.lists["before_clock"] and gap != "far")


def _role(mention: Mention) -> str:
    return "date" if mention.make in _DATES else "length" if mention.make in _LENGTHS else mention.make


def between(one: Mention, two: Mention, tokens: Tokens) -> str:
    """The words between two mentions, in lower case; "far" where these are many."""
    return tokens.slice(one.last, two.first).lower().replace("\n", " ") if two.first - one.last < 10 else "far"


def _is_day(mention: Mention) -> bool:
    f = mention.fields
    if "clock" in f or "part" in f:
        return False
    return "day" in f or "weekday" in f or "holiday" in f or f.get("unit") == "day" or mention.make == "numeric"


def _is_steady(mention: Mention) -> bool:
    """Whether a mention is a day that others count from: the day before Christmas; not "the 25th anniversary"."""
    return mention.make in ("date", "numeric", "unit") and "day-alone" not in mention.roles and _is_day(mention)


def _belong(before: Mention, after: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    one, two, gap = _role(before), _role(after), between(before, after, tokens)
    if one == "mod":
        named = before.fields["mod"] == "APPROX" and tokens.words[after.first].lower() in grammar.lists["the"]
        return gap in grammar.lists["mod_date"] and not named and _mod_fits(before, after, two, gap)
    if "small-hours" in before.roles and after.fields.get("part") == "morning":
        return gap in grammar.lists["daypart_date"]
    if "overnight" in before.roles:
        return "weekday" in after.fields and _is_day(after) and gap in grammar.lists["mod_date"]
    if "step" in before.roles and _is_steady(after) and before.fields["count"] is not None:
        if "counts-on" in before.roles and not _counts_on(before, tokens, grammar):
            return False
        if "counts-on" in before.roles and ("month" in after.fields or "year" in after.fields):
            return False  # "64 days from March 1" may as well begin there
        return gap in grammar.lists["step_date"]
    if one == two == "date":
        weekday = "weekday" in before.fields and before.fields.keys() <= _WEEKDAY
        plain = _is_day(after) and after.make != "shift" and "weekday" not in after.fields
        return weekday and plain and gap in grammar.lists["weekday_date"]
    if gap not in grammar.lists.get(f"{one}_{two}", ()):
        return False
    if "date" not in (one, two):
        return True
    day = before if one == "date" else after
    if "clock" in (one, two):
        return _is_day(day) or ("part" in day.fields and "clock" not in day.fields)
    return _is_day(day) or ("clock" in day.fields and "part" not in day.fields)  # 9 a.m. on Tuesday + morning


def _counts_on(length: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a length counts on from a day: "a week on Monday", "ten days from Friday"; but what is told to last a
    while ("jailed for seven years on Tuesday", "the lowest in four weeks on Monday") is told on that day.
    """
    at = length.first - 1
    before = tokens.words[at - 1].lower() if at > 0 and tokens.words[at].isspace() else ""
    if before in grammar.lists["before_length"]:
        return False
    on = tokens.words[length.last - 1].lower() in grammar.lists["later_on"]
    return not on or UNITS[length.fields["unit"]].minutes >= WEEK


def _mod_fits(before: Mention, after: Mention, role: str, gap: str) -> bool:
    """Whether a modifier goes with what follows: early with dates, nearly with lengths of time and some dates."""
    f = before.fields
    if "mod" in after.fields:
        return False
    if f["mod"] in HALVES:
        return role == "date" and not _is_day(after)
    if f["mod"] in ("START", "MID", "END"):
        if f.get("edge"):
            return role in ("date", "daypart")
        if f.get("comparative") and (_is_day(after) or role == "daypart"):
            return False  # "earlier Sunday" is that Sunday
        return role in ("date", "daypart") and gap in ("", " ", "-")
    if gap not in (" ", ""):  # plus d'une heure
        return False
    if after.make == "duration":
        vague = f["mod"] in ("MORE_THAN", "LESS_THAN") and "vague" in after.roles
        return "determined" not in after.roles and not vague
    if "distance" in after.roles:
        return True
    if (after.make == "shift" and "step" not in after.roles) or (after.make == "year_earlier" and not after.fields):
        return True  # more than four years ago; not "more than the year before"
    return (role in ("date", "clock") or _is_noon(after)) and bool(f["dates"]) and "weekday" not in after.fields


def _merge(before: Mention, after: Mention) -> Mention:
    """One mention of two: the date takes up the other, else the latter the former."""
    if "step" in before.roles and _is_steady(after) and before.fields["count"] is not None:
        unit, count = UNITS[before.fields["unit"]], before.fields["sign"] * before.fields["count"]
        if "counts-on" in before.roles:
            after.fields = {"turn": 1, **after.fields}
            if unit.minutes:  # a week on Monday is a Monday
                unit, count = UNITS["day"], count * unit.minutes // DAY
        step = unit, count
        after.fields, after.first = {**after.fields, "step": step}, before.first
        return after
    if before.roles & {"small-hours", "overnight"}:
        after.fields["part"], after.first = before.fields["part"], before.first
        return after
    keep, other = (before, after) if _role(before) == "date" and _role(after) != "date" else (after, before)
    if keep.make == "daypart" and other.make != "mod":
        keep, other = other, keep
    keep.fields = {**other.fields, **keep.fields}
    outside = before.make == "mod" and (
        (before.fields.get("outside") and after.make in ("duration", "clock"))  # about three days
        or ("weekday" in after.fields and not before.fields.get("edge"))  # late Monday
    )
    keep.first, keep.last = after.first if outside else before.first, after.last
    return keep
