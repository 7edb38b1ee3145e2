"""Joining neighbours: "Saturday" + "night", "4:17 a.m." + "on Monday", "the end of" + "the year", "Friday" + "Oct. 13"."""

from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_DATES = (
    "date", "unit", "the_unit", "previous_unit", "numeric", "part", "shift", "week_of", "the_quarter", "year_earlier",
)  # fmt: skip
_DETERMINED = ("the-units", "previous-units")
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
        return role in ("date", "daypart") and (gap in ("", " ", "-") or bool(before.fields.get("edge")))
    if gap != " ":
        return False
    if after.make == "duration":
        return after.rule not in _DETERMINED
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
