"""Joining neighbours: "Saturday" + "night", "4:17 a.m." + "on Monday", "the end of" + "the year", "Friday" + "Oct. 13"."""

from collections.abc import Iterator

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_DATES = (
    "date", "unit", "the_unit", "previous_unit", "numeric", "part", "shift", "week_of", "the_quarter", "year_earlier",
)  # fmt: skip
_DETERMINED = ("the-units", "previous-units", "period")
_LENGTHS = ("duration", "units", "span")
_BETWEEN = {
    ("mod", "date"): {"", " ", "-", " of ", " in ", " on "},
    ("date", "daypart"): {" ", ", ", " at ", " in the ", " during the ", " around ", "'s ", "’s "},
    ("daypart", "date"): {" ", ", ", " of ", " on ", " of the "},
    ("clock", "date"): {" ", ", ", " on ", " of "},
    ("date", "clock"): {" ", ", ", " at ", " around ", " about ", " at about ", " at around ", " by "},
    ("clock", "daypart"): {" ", " in the ", " at ", " on the "},
    ("weekday", "date"): {" ", ", ", " the ", ", the ", " (", " on "},
}


_LISTED = (" and ", ", ", " or ", "-", "–", " - ", " – ", " to ", ", and ", " & ")


def coordinate(mentions: list[Mention], tokens: Tokens, grammar: Grammar) -> list[Mention]:
    """Give the bare days of a list their month: "April 24 and 25", "7, 8 and 9 May", "22–23 April"."""
    if not any("day" in each.fields and "month" in each.fields for each in mentions):
        return mentions
    days = grammar.of_class("daynumber")
    result: list[Mention] = []
    for place, mention in enumerate(mentions):
        listed = mention.rule in ("month-day", "day-month", "month-day-year", "day-month-year")
        if listed and tokens.words[mention.first].isdecimal():
            floor = mentions[place - 1].last if place else 0
            result += reversed(list(_days(mention, tokens, days, -1, floor)))
        result.append(mention)
        if listed and mention.rule == "month-day":
            ceiling = mentions[place + 1].first if place + 1 < len(mentions) else len(tokens.words)
            result += _days(mention, tokens, days, 1, ceiling)
    return result


def _days(mention: Mention, tokens: Tokens, days: set[str], way: int, limit: int) -> Iterator[Mention]:
    """The bare days that follow a date (or come before it) in a list."""
    words = tokens.words
    at = mention.last if way > 0 else mention.first
    while True:
        for length in (1, 3, 4):
            first, last = (at, at + length) if way > 0 else (at - length, at)
            day = last if way > 0 else first - 1
            if (day >= limit if way > 0 else day < limit) or not 0 <= day < len(words):
                continue
            if tokens.codes[day] in days and "".join(words[first:last]) in _LISTED and _alone(words, day):
                fields = {**mention.fields, "day": int(words[day])}
                fields.pop("weekday", None)
                yield Mention(day, day + 1, "date", "listed-day", fields)
                at = day + 1 if way > 0 else day
                break
        else:
            return


def _alone(words: list[str], day: int) -> bool:
    """Whether a number counts nothing and is no part of a larger one."""
    after = words[day + 1 : day + 3]
    if not after:
        return True
    if after[0] in ".,:/%" and len(after) > 1 and after[1].isdecimal():
        return False
    if after[0].isalnum() or (day and words[day - 1][-1].isalnum()):
        return False
    return not (after[0].isspace() and len(after) > 1 and after[1][:1].islower() and after[1] not in _AFTER_DAY)


_AFTER_DAY = ("and", "to", "or", "in", "at", "the", "when", "as", "by", "for", "with", "he", "it", "they", "that")


def join(mentions: list[Mention], tokens: Tokens) -> list[Mention]:
    """Merge each mention into the next where their words belong together; modifiers left alone are dropped."""
    joined: list[Mention] = []
    for mention in mentions:
        while joined:
            before = joined[-1]
            if before.last > mention.first or not _belong(before, mention, tokens):
                break
            joined.pop()
            mention = _merge(before, mention)
        joined.append(mention)
    return [each for each in joined if each.make not in ("mod", "daypart")]


def _role(mention: Mention) -> str:
    return "date" if mention.make in _DATES else "length" if mention.make in _LENGTHS else mention.make


def _is_day(mention: Mention) -> bool:
    f = mention.fields
    if "clock" in f or "part" in f:
        return False
    return "day" in f or "weekday" in f or f.get("unit") == "day" or mention.make == "numeric"


def _belong(before: Mention, after: Mention, tokens: Tokens) -> bool:
    gap = " ".join(tokens.slice(before.last, after.first).lower().split(" ")).replace("\n", " ")
    one, two = _role(before), _role(after)
    if one == "mod":
        return _mod_fits(before, after, two, gap)
    if one == "date" and two == "date":
        weekday_first = set(before.fields) <= {"weekday", "turn", "mod"} and "weekday" in before.fields
        return weekday_first and "day" in after.fields and "weekday" not in after.fields and gap in _BETWEEN["weekday", "date"]
    if gap not in _BETWEEN.get((one, two), ()):
        return False
    if {one, two} == {"clock", "daypart"}:
        return True
    if "date" in (one, two):
        day = before if one == "date" else after
        if _is_day(day):
            return True
        return "clock" in (one, two) and "part" in day.fields and "clock" not in day.fields
    return False


def _mod_fits(before: Mention, after: Mention, role: str, gap: str) -> bool:
    if gap not in _BETWEEN["mod", "date"] or "mod" in after.fields:
        return False
    mod = before.fields["mod"]
    if mod in ("START", "MID", "END"):
        if before.fields.get("comparative") and (_is_day(after) or role == "daypart") and not before.fields.get("edge"):
            return False  # "earlier Sunday" is that Sunday
        return role in ("date", "daypart") and (gap in ("", " ", "-") or bool(before.fields.get("edge")))
    if gap != " ":
        return False
    if after.make == "duration":
        plain = after.rule not in _DETERMINED
        return plain and not (mod in ("MORE_THAN", "LESS_THAN") and after.rule == "vague-duration")
    return role in ("date", "clock") and before.fields["dates"] and "weekday" not in after.fields


def _merge(before: Mention, after: Mention) -> Mention:
    keep, other = (before, after) if _role(before) == "date" and _role(after) != "date" else (after, before)
    if keep.make == "daypart":
        keep, other = other, keep
        if keep.make == "mod":
            keep, other = other, keep
    keep.fields = {**other.fields, **keep.fields}
    keep.first, keep.last = before.first, after.last
    return keep
