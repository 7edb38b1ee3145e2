"""A mention: one hit of the grammar on its way to becoming a TimeExpression."""

from dataclasses import dataclass, field
from typing import Any

from dateline.core.model import Anchor, TimeType
from dateline.core.moment import DAY, Granularity, Moment
from dateline.times import units


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
    fields: dict[str, Any]
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
