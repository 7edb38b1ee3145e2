"""Dates in datelines and bylines near the top of an article, as evidence of its publication."""


def find_published(text: str) -> list[tuple[int, int, str, str]]:
    """The dates that a dateline or byline near the top gives: (start, end, value, kind).

    ``value`` is a whole or partial ISO date, ``--03-30`` where the year is missing. ``kind`` is dateline or byline.
    """
    return []
