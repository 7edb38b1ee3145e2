"""Which days mattered: those that many articles name, that were written on, and that are come back to later.

The field calls it date selection for timeline summarization. A day's score is a weighted sum of three logarithms, each
over the largest of its kind: articles that name the day, articles published on it, and articles published `LATER` days
or more after it that name it still. Looking back counts half as much again as both others together: on the day itself
everything is news, and what is told again weeks later mattered.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.timeline.spans import Ints, distinct

LATER = 7
"""Days after which an article that names a day comes back to it."""
WEIGHTS = {"articles": 0.5, "published": 0.5, "later": 1.5}
"""How much each count says; measured on running stories, where looking back counts alike from 1.25 to 3 of it and less
below, whichever expressions are counted."""
UNKNOWN = -(2**40)
"""Stands for the publication day of an article that has none."""


_SPAN = 2_000_000
"""So many days from the first to the last at most are looked up in a table, which is faster than a search."""


@dataclass(frozen=True, eq=False)
class KeyDays:
    """Days as arrays of one length, the highest score first, of equal scores the earlier day.

    ``day`` counts days since 0001-01-01. ``articles`` name the day, ``published`` were published on it, ``later``
    name it `LATER` days or more after it.
    """

    day: Ints
    articles: Ints
    published: Ints
    later: Ints
    score: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.day)


def rank(article: Ints, day: Ints, published: Ints) -> KeyDays:
    """Rank the days that articles name.

    ``article`` and ``day`` are mentions, one a row and as often as they come: an index into ``published`` and a day.
    ``published`` is each article's publication day, or `UNKNOWN`.
    """
    known = published[published != UNKNOWN]
    days = days_in(day, known)
    number = max(len(published), 1)
    naming = distinct(places_of(days, day) * number + article)  # each article once a day
    place = naming // number
    by = naming - place * number
    back = (published[by] != UNKNOWN) & (published[by] - days[place] >= LATER)
    counts = {
        "articles": np.bincount(place, minlength=len(days)),
        "published": np.bincount(places_of(days, known), minlength=len(days)),
        "later": np.bincount(place[back], minlength=len(days)),
    }
    score = np.zeros(len(days))
    for name, weight in WEIGHTS.items():
        told = np.log1p(counts[name])
        score += weight * told / (told.max(initial=0.0) or 1.0)
    best = np.lexsort((days, -score))
    return KeyDays(days[best], counts["articles"][best], counts["published"][best], counts["later"][best], score[best])


def days_in(*parts: Ints) -> Ints:
    """Each day that they hold once, in order."""
    held = [part for part in parts if len(part)]
    if not held:
        return np.empty(0, np.int64)
    first, last = min(int(part.min()) for part in held), max(int(part.max()) for part in held)
    if last - first > _SPAN:
        return distinct(np.concatenate(held))
    seen = np.zeros(last - first + 1, np.bool_)
    for part in held:
        seen[part - first] = True
    return np.flatnonzero(seen) + first


def places_of(days: Ints, day: Ints) -> Ints:
    """The place in ``days``, which are in order, of each of some of them."""
    if not len(days) or days[-1] - days[0] > _SPAN:
        return np.searchsorted(days, day).astype(np.int64, copy=False)
    table = np.zeros(int(days[-1] - days[0]) + 1, np.int64)
    table[days - days[0]] = np.arange(len(days))
    found: Ints = table[day - days[0]]
    return found
