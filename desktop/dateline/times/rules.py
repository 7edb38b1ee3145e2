"""A rule as the TOML has it, every field of it checked, so that a mistyped one is told with its file and line."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.times.patterns import Pattern

Toml = dict[str, Any]
"""A table of the grammar, whatever its values."""

MEANINGS = frozenset(
    (
        "clock", "date", "daypart", "duration", "full_year", "iso_week", "mod", "month_quarter", "numeric", "part",
        "past_unit", "previous_unit", "ref", "set", "shift", "span", "the_quarter", "the_unit", "unit",
        "unit_of", "units", "vague_duration", "week_of", "weekend_of", "year_earlier", "year_end",
    )
)  # fmt: skip
"""What a rule may mean: the functions of `dateline.times.resolve`, and "mod", which only modifies a neighbour."""

GUARDS = frozenset(
    (
        "after-at", "age", "always", "antiquity", "apostrophe", "bare-year", "clock-range", "day-alone",
        "day-told", "day-word", "decade", "distance", "ends-clause", "ends-phrase", "its-end", "later-on",
        "length", "minutes", "month-name", "ordinal", "needs-edge", "nowadays", "of-what", "past-itself", "preposition",
        "price", "rate", "season-name", "share", "some-day", "title", "told-over", "unit-beside", "verb",
    )
)  # fmt: skip
"""What a rule may ask of the words around: see `dateline.times.falsehits`."""

ROLES = frozenset(
    (
        "aside", "antique", "bare-year", "counts-on", "day-alone", "day-first", "determined", "distance",
        "ended", "listed", "month-first", "overnight", "pair", "small-hours", "step", "vague",
    )
)  # fmt: skip
"""The parts that a rule may play in joining: see `dateline.times.joins`."""

LISTS = frozenset(
    (
        "after_could", "after_day", "after_day_told", "after_no_year", "after_other_day", "after_season",
        "after_set", "after_some_time", "after_year", "ages", "ages_after", "ages_before", "ahead",
        "ahead_always", "ahead_of_days", "aims", "articles", "aside", "barely", "been", "before_antique",
        "before_clock", "before_day", "before_day_told", "before_decade", "before_length", "before_minutes",
        "before_month", "before_no_year", "before_part", "before_place", "before_season", "before_season_verb",
        "before_short_month", "before_some_day", "before_the_years", "before_units", "before_year", "being",
        "clause_follows", "clock_date", "clock_daypart", "clocks_between", "compared", "conditions",
        "conventions", "could", "counted", "date_clock", "date_daypart", "date_year", "daypart_clock",
        "daypart_date", "deadlines", "deliveries", "determiners", "due_after", "due_at", "due_before",
        "due_named", "else_past", "ended", "function_words", "game", "game_after", "game_quarter", "had", "have",
        "in_century", "infinitive", "joining", "later_on", "listed", "merely", "mod_date", "month_names", "moved",
        "moved_to", "named_after", "names", "nouns", "nowadays", "numbered", "of", "of_when", "of_which", "openings",
        "other_eras", "other_months", "own",
        "pair", "passive", "persons", "plans", "prepositions", "present_passive", "prices", "race_before",
        "range", "range_between", "range_from", "range_on", "rates", "record", "relative", "season_verbs",
        "short_months", "so_far", "step_date", "street_ends", "streets", "subjects", "subordinate", "sure_future",
        "the", "thwarted", "titles", "to_do", "up_to", "weekday_date", "were",
    )
)  # fmt: skip
"""The lists of words that the passes ask for; a list that a language leaves out is empty."""

FIELDS: dict[str, type | tuple[type, ...]] = {
    "base": str, "before": int, "comparative": bool, "count": (int, float), "dates": bool, "day": int,
    "decade": int, "dotted": bool, "edge": bool, "either": bool, "ended": bool, "era": int, "minutes": int,
    "mod": str, "part": str, "period": bool, "quant": str, "sign": int, "story": bool, "that_year": bool,
    "time": bool, "turn": int, "unit": str, "value": str, "weeks": int, "weekturn": int,
}  # fmt: skip
"""What a rule may give by itself, besides what its pattern captures."""

_OWN: dict[str, type] = {
    "name": str, "make": str, "pattern": str, "examples": list, "free": bool, "guard": str, "roles": list,
}  # fmt: skip
_NEEDED = ("name", "make", "pattern")


@dataclass(slots=True)
class Rule:
    """One way to say a time: a pattern over codes and what it means.

    ``make`` names the meaning (see `dateline.times.resolve`); ``fixed`` are the fields that the rule itself gives,
    besides those its pattern captures. ``free`` forbids a hyphen after it, ``guard`` and ``roles`` are as a `Mention`
    has them, ``where`` is its file and line. ``examples`` are (sentence, words, value,
    begin/until) as the TOML has them.
    """

    name: str
    make: str
    source: str
    fixed: Toml
    examples: list[list[str]]
    order: int
    free: bool = False
    guard: str = ""
    roles: frozenset[str] = frozenset()
    where: str = ""
    pattern: Pattern | None = None
    _regex: re.Pattern[str] | None = None

    @property
    def groups(self) -> dict[str, str]:
        """The groups that the pattern captures, each with the class or pattern it captures."""
        return self.pattern.groups if self.pattern else {}

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern over codes, compiled on first use."""
        if self._regex is None:
            self._regex = re.compile(self.pattern.regex if self.pattern else "")
        return self._regex


def parse(raw: Toml, order: int, file: Path, text: str) -> Rule:
    """The rule of a table of the TOML; raises ValueError, with file and line, on what a rule cannot have."""
    name = raw.get("name", "")
    line = text.count("\n", 0, text.find(f'\nname = "{name}"') + 1) + 1
    where = f"{file.parent.parent.name}/{file.parent.name}/{file.name}:{line}: rule {name!r}"
    missing = [key for key in _NEEDED if key not in raw]
    if missing:
        raise ValueError(f"{where} lacks {', '.join(missing)}")
    for key, value in raw.items():
        wanted = _OWN.get(key) or FIELDS.get(key)
        if wanted is None:
            raise ValueError(f"{where}: no field is called {key!r}")
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            raise ValueError(f"{where}: {key} cannot be {value!r}")
    for kind, given, known in (
        ("meaning", {raw["make"]}, MEANINGS),
        ("guard", {raw["guard"]} if "guard" in raw else set(), GUARDS),
        ("role", set(raw.get("roles", ())), ROLES),
    ):
        if unknown := given - known:
            raise ValueError(f"{where}: no {kind} is called {', '.join(map(repr, sorted(unknown)))}")
    return Rule(
        name=name,
        make=raw["make"],
        source=raw["pattern"],
        fixed={key: value for key, value in raw.items() if key not in _OWN},
        examples=raw.get("examples", []),
        order=order,
        free=raw.get("free", False),
        guard=raw.get("guard", ""),
        roles=frozenset(raw.get("roles", ())),
        where=where,
    )
