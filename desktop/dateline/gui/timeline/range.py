"""Ranges of time as one moves and zooms: plain arithmetic."""

from dateline.core.moment import DAY, Moment

Range = tuple[Moment, Moment]

LEAST = 10
"""Minutes: no range is shorter."""
MOST = 400_000 * 365 * DAY
"""No range is longer, and none lies further from year 1."""


def limited(begin: Moment, until: Moment) -> Range:
    """The range, not too short, not too long and not beyond all calendars."""
    length = min(max(until - begin, LEAST), MOST)
    middle = min(max((begin + until) // 2, -MOST), MOST)
    if length == until - begin and middle == (begin + until) // 2:
        return begin, until
    return middle - length // 2, middle - length // 2 + length


def moved(shown: Range, by: int) -> Range:
    """The range, so many minutes on."""
    return shown[0] + by, shown[1] + by


def anchored(shown: Range, factor: float, share: float) -> Range:
    """The range magnified by a factor around the point that lies ``share`` of the way along it."""
    length = min(max(round((shown[1] - shown[0]) / factor), LEAST), MOST)
    begin = shown[0] + round((shown[1] - shown[0] - length) * share)
    return begin, begin + length
