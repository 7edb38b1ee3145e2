"""Moments and lengths in plain English, for the sentence that says why an expression means its interval."""

from dateline.core.moment import Granularity, Moment, civil, weekday

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
UNKNOWN = "it counts from publication, and the publication date is not known"
TOO_COARSE = "it counts from publication, and the publication date is not known to the day"


def day(at: Moment) -> str:
    """A day with its weekday: Sunday 30 March 2025."""
    c = civil(at)
    return f"{WEEKDAYS[weekday(at)]} {c.day} {MONTHS[c.month - 1]} {year(c.year)}"


def year(number: int) -> str:
    """A year as people write it: 2025, 146 BC."""
    return str(number) if number > 0 else f"{1 - number} BC"


def named(at: Moment, granularity: Granularity) -> str:
    """The unit that begins at a moment, by name: March 2025, the week of Monday 24 March 2025."""
    c = civil(at)
    match granularity:
        case Granularity.MINUTE | Granularity.HOUR:
            return f"{c.hour:02d}:{c.minute:02d} on {day(at)}"
        case Granularity.DAY | Granularity.DAY_PART:
            return day(at)
        case Granularity.WEEK:
            return f"the week of {day(at)}"
        case Granularity.WEEKEND:
            return f"the weekend of {day(at)}"
        case Granularity.MONTH:
            return f"{MONTHS[c.month - 1]} {year(c.year)}"
        case Granularity.QUARTER:
            return f"quarter {(c.month + 2) // 3} of {year(c.year)}"
        case Granularity.HALF:
            return f"half {(c.month + 5) // 6} of {year(c.year)}"
        case Granularity.SEASON:
            return f"the season from {MONTHS[c.month - 1]} {year(c.year)}"
        case Granularity.DECADE:
            return f"the decade from {year(c.year)}"
        case Granularity.CENTURY:
            return f"the century from {year(c.year)}"
        case _:
            return year(c.year)


def hours(first: int, last: int) -> str:
    """The hours of a part of a day: 18:00 to 06:00."""
    return f"{first % 24:02d}:00 to {last % 24:02d}:00"
