"""A mention: one hit of the grammar on its way to becoming a TimeExpression."""

from dataclasses import dataclass, field
from typing import TypedDict

from dateline.core.model import Anchor, TimeType
from dateline.core.moment import DAY, Granularity, Moment
from dateline.times import units


class Fields(TypedDict, total=False):
    """What the grammar read in the words, and what the passes add: only the parts that are told.

    Months, days, weeks and quarters count from 1, weekdays from Monday as 0; a ``turn`` counts from publication and
    ``before`` from the date mentioned before (-1 the last one, 1 the next); ``era`` is -1 before Christ.
    """

    year: int
    year2: int  # two figures
    second: int  # the latter of a pair of years
    decade: int
    decade2: int
    century: int
    last_century: int
    era: int
    half: int
    quarter: int
    season: str
    month: int
    week: int
    day: int
    weekday: int
    which: int  # which of a month's such weekdays, negative from its end
    holiday: str
    part: str
    clock: tuple[int, int]
    twelve: bool  # in the morning or later: not said
    opening: int  # the hour from which a range runs
    opening_minute: int
    mod: str
    edge: bool
    comparative: bool
    dates: bool  # the modifier goes with dates too
    outside: bool
    unit: str
    fine: str  # the unit that counts from it are told in
    count: float | None  # None: an open number
    furthest: float  # the second number of "three to five"
    more_units: tuple[float, str]
    place_in: int
    step: tuple[units.Unit, float]
    base: str
    sign: int
    side: str
    toward: str
    within: str
    turn: int
    weekturn: int
    monthturn: int
    yearturn: int
    before: int
    weeks: int
    quant: str
    freq: str
    times: float
    value: str
    one: int  # the figures of a numeric date
    two: int
    time: bool
    either: bool
    ended: bool
    period: bool
    story: bool
    that_year: bool
    ahead: bool
    compared: bool
    goes_on: bool
    joined: bool
    weekly: bool
    whole_day: bool
    leader: "Mention"  # the one that this shares its date with


@dataclass(slots=True)
class Mention:
    """Where the words are, what the grammar read in them (``fields``), and what the passes make of that.

    ``first`` and ``last`` are token indices, ``make`` names the meaning, ``guard`` what the words around must
    allow (see `dateline.times.falsehits`), ``roles`` the parts it plays in joining. ``tense`` is past, report,
    present, future or "", ``near`` whether that verb stands beside the mention.
    What follows ``relation`` is the result, as in `dateline.core.model.TimeExpression`; ``reasons`` are the parts of
    the sentence that says why.
    """

    first: int
    last: int
    make: str
    rule: str
    fields: Fields
    guard: str = ""
    roles: frozenset[str] = frozenset()
    tense: str = ""
    near: bool = False
    relation: str = ""
    type: TimeType = "DATE"
    value: str = ""
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin: Moment | None = None
    until: Moment | None = None
    granularity: Granularity = Granularity.VAGUE
    anchor: Anchor = "none"
    offset: str | None = None
    dropped: bool = False
    reasons: list[str] = field(default_factory=list)

    def place(
        self,
        value: str,
        span: tuple[Moment | None, Moment | None],
        granularity: Granularity,
        anchor: Anchor,
        reason: str = "",
    ) -> None:
        """Set value and interval, and say why."""
        self.value = value
        self.begin, self.until = span
        self.granularity = granularity
        self.anchor = anchor
        if reason:
            self.reasons.append(reason)

    def place_day(self, begin: Moment, anchor: Anchor, reason: str = "") -> None:
        """Put the mention on the day that begins then."""
        self.place(units.day_value(begin), (begin, begin + DAY), Granularity.DAY, anchor, reason)

    def leave_open(self, value: str, granularity: Granularity, offset: str | None, reason: str) -> None:
        """Set a value that has no place on the calendar (yet), and say why not."""
        self.value = value
        self.granularity = granularity
        self.offset = offset
        self.reasons.append(reason)
