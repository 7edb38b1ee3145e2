"""Which days mattered: those that many articles name, that were written on, and that are come back to later.

The field calls it date selection for timeline summarization. A day's score is a weighted sum of three logarithms, each
over the largest of its kind: articles that name the day, articles published on it, and articles published `LATER` days
or more after it that name it still. Looking back counts as much as both others together: on the day itself everything
is news, and what is told again weeks later mattered.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.timeline.spans import Ints, distinct

LATER = 7
"""Days after which an article that names a day comes back to it."""
WEIGHTS = {"articles": 0.5, "published": 0.5, "later": 1.0}
"""How much each count says; measured on running stories (resources/docs/architecture.md)."""
UNKNOWN = -(2**40)
"""Stands for the publication day of an article that has none."""


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
    days = distinct(np.concatenate([day, known]))
    number = max(len(published), 1)
    naming = distinct(np.searchsorted(days, day) * number + article)  # each article once a day
    place, by = np.divmod(naming, number)
    back = (published[by] != UNKNOWN) & (published[by] - days[place] >= LATER)
    counts = {
        "articles": np.bincount(place, minlength=len(days)),
        "published": np.bincount(np.searchsorted(days, known), minlength=len(days)),
        "later": np.bincount(place[back], minlength=len(days)),
    }
    score = np.zeros(len(days))
    for name, weight in WEIGHTS.items():
        told = np.log1p(counts[name])
        score += weight * told / (told.max(initial=0.0) or 1.0)
    best = np.lexsort((days, -score))
    return KeyDays(days[best], counts["articles"][best], counts["published"][best], counts["later"][best], score[best])
