"""What relative words lean on: publication, the date mentioned last, and the reader's conventions."""

from dataclasses import dataclass

from dateline.core.message import Message, Unit
from dateline.core.model import Conventions
from dateline.core.moment import DAY, Granularity, Moment, day_start
from dateline.times import units, why
from dateline.times.mention import Mention
from dateline.times.units import Span


@dataclass(slots=True)
class Context:
    """``published`` is the interval of the publication date, known to a year, month or day (``published_unit``).

    ``storied`` says that the article tells a story through years, so that a month without a year follows the date
    mentioned before it, ``aside`` that the mention at hand is news all the same, ``newsy`` that the article opened
    with news. ``previous`` is that date, ``quarter`` the quarter mentioned last, ``day`` the day, or part of a day,
    mentioned last in the paragraph or the one before, ``months`` whether a number of months has been the subject
    since ("in the nine months"), ``story`` the year and month that a story has come to (month 0 where only the year
    is known), ``year_told`` the year it named last, were it in passing, which "that year" means.
    """

    published: Span | None
    published_unit: str
    conventions: Conventions
    storied: bool = False
    aside: bool = False
    newsy: bool = False
    day_first: bool = False
    bc: bool = False
    previous: Mention | None = None
    quarter: Mention | None = None
    day: Mention | None = None
    months: bool = False
    story: tuple[int, int] | None = None
    year_told: int | None = None

    @property
    def narrative(self) -> bool:
        """Whether the mention at hand is part of a story."""
        return self.storied and not self.aside

    def carries(self, unit: str) -> bool:
        """Whether the publication date is known finely enough to count such units from it."""
        return self.published is not None and not units.finer(unit, self.published_unit)

    @property
    def today(self) -> Moment:
        """The day of publication (of a partial date, its first day)."""
        return day_start(self.published[0]) if self.published else 0

    def to_the_minute(self) -> bool:
        """Whether the date mentioned before is a clock time."""
        return self.previous is not None and self.previous.granularity in (Granularity.MINUTE, Granularity.HOUR)

    def told(self) -> Message:
        """Publication in words."""
        if self.published is None:
            return Message("publication")
        names = {"day": Granularity.DAY, "month": Granularity.MONTH, "year": Granularity.YEAR}
        return Message("publication, {day}", day=Unit(self.published[0], names[self.published_unit]))

    def unknown(self) -> str:
        """Why something counted from publication has no place yet."""
        return why.UNKNOWN if self.published is None else why.TOO_COARSE

    def base(self, unit: str) -> tuple[Moment, bool] | None:
        """Where "the next day" or "a year earlier" counts from: the date mentioned before if it is as fine as the
        unit, else publication; the flag tells which (True: the date before).
        """
        before = self.previous
        if before is not None and before.begin is not None and before.until is not None:
            fine = before.until - before.begin
            if fine <= _LENGTH.get(unit, DAY) or unit in ("year", "decade", "century"):
                return before.begin if units.UNITS[unit].clock else day_start(before.begin), True
        if self.carries(unit) and not self.narrative:
            return self.today, False
        return None


_LENGTH = {
    "day": DAY,
    "week": 7 * DAY,
    "weekend": 7 * DAY,
    "fortnight": 14 * DAY,
    "month": 31 * DAY,
    "quarter": 92 * DAY,
}
