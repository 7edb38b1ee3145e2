"""Which events have a line of their own, and what is only counted."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.core.moment import Granularity, Moment, moment
from dateline.timeline.chronicle.heads import LEVELS, MINUTES, Head, Headed, Level, headed
from dateline.timeline.chronicle.order import Order
from dateline.timeline.spans import GRANULARITIES, GRANULARITY_CODE, Ints, distinct, median

_A_HEADING = 3.0
"""Events that an outer heading has on average, at least; with fewer the headings are of a coarser unit."""
_COUNTED = 3000
_EPOCH = moment(1970)
_YEARS_OF = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_FEW = 60  # so few need no heading coarser than a century, with years beside the events
_YEARS = LEVELS.index(Level("century", "year"))
_FEW_HOURS = 8
_HEAVIER = 0.02
_LEADS = 6  # one in so many is told larger


class Hidden(NamedTuple):
    """Events without a line under one heading: places ``[first, after)`` of the order without those that have one."""

    first: int
    after: int
    count: int  # type: ignore[assignment] # a field in place of tuple's method


class Choice:
    """The ``most`` weightiest rows between two places of an order, and those in ``kept``, each with a line.

    ``places`` are where they stand in the order. Rows between are counted under the heading before them; one alone
    between two lines has a line too unless ``exact``.
    """

    def __init__(
        self, order: Order, span: tuple[int, int], most: int, kept: NDArray[np.int64] | tuple[int, ...] = (),
        locale: str = "en_GB", *, exact: bool = False,
    ) -> None:  # fmt: skip
        self.order, self.span, self.most, self.locale = order, span, most, locale
        first, after = span
        if most < (after - first) // 8:
            places = np.sort(order.weightiest(span, most))
        else:
            places = np.flatnonzero(order.rank[first:after] < order.limit(span, most)) + first
        held = np.asarray(kept, np.int64)
        held = held[(held >= first) & (held < after)]
        places = distinct(np.concatenate((places, held))) if len(held) else places
        self.places: Ints = places if exact or len(places) > _COUNTED else _without_lone_gaps(places, span)
        self._count = len(self.places)
        self._headed: dict[int, Headed] = {}
        self._begins: dict[int, bool] = {}
        self._hidden: dict[int, Hidden | None] = {}

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _zones(self) -> tuple[tuple[int, int], tuple[Level, Level, Level]]:
        """The lines (first, after) in the range of nearly all, and the levels before, in and after it."""
        first, after = np.searchsorted(self.places, self.order.nearly_all).tolist()
        parts = (self.places[:first], self.places[first:after], self.places[after:])
        before, main, later = (self._level(places) for places in parts)
        return (first, after), (before, main, later)

    def _zone(self, index: int) -> int:
        (first, after), _ = self._zones
        return 0 if index < first else 1 if index < after else 2

    @property
    def level(self) -> Level:
        """The headings in the range in which nearly all lie."""
        return self._zones[1][1]

    def level_at(self, index: int) -> Level:
        """The headings where a line stands: the finest that have some events each."""
        return self._zones[1][self._zone(index)]

    def _level(self, places: Ints) -> Level:
        if len(places) > _COUNTED:  # a stretch in the middle stands for all
            middle = (len(places) - _COUNTED) // 2
            places = places[middle : middle + _COUNTED]
        at = self.order.at[places]
        months = _months(at)
        found = LEVELS[_YEARS if len(at) <= _FEW else 0]
        for level in LEVELS[LEVELS.index(found) + 1 :]:
            units = _units(level.outer, at, months)
            if units > 1 and units * _A_HEADING > len(at):
                break
            if level.outer in ("day", "hour") and not self._by_the_clock(places):
                break
            found = level
        return found

    def _by_the_clock(self, places: Ints) -> bool:
        """Whether most of some lines are told by the hour."""
        fine = self.order.spans.granularity[self.order.rows[places]] < GRANULARITY_CODE[Granularity.DAY_PART]
        return len(places) >= _FEW_HOURS and int(fine.sum()) * 2 > len(places)

    @cached_property
    def lead_limit(self) -> int:
        """Rows of a lower rank than this are told larger."""
        first, after = self.span
        if after - first <= 4:
            return 0
        scores = self.order.score[self.places[:_COUNTED]]
        heavier = int(np.count_nonzero(scores > median(scores) + _HEAVIER))
        return self.order.limit(self.span, min(max(min(len(self), self.most) // _LEADS, 1), heavier))

    def lead(self, index: int) -> bool:
        """Whether a line is one of the weightiest."""
        return int(self.order.rank[self.places[index]]) < self.lead_limit

    def head(self, index: int) -> Head:
        """The inner heading that a line stands under."""
        return self._under(index).head

    def outer(self, index: int) -> tuple[str, Moment]:
        """The outer heading that a line stands under: its unit and where it begins."""
        return self._under(index).outer

    def _under(self, index: int) -> Headed:
        found = self._headed.get(index)
        if found is None:
            order, place = self.order, self.places.item(index)
            granularity = GRANULARITIES[order.spans.granularity.item(order.rows.item(place))]
            at, end = order.at.item(place), order.end.item(place)
            found = self._headed[index] = headed(self.level_at(index), at, max(end, at + 1), granularity, self.locale)
        return found

    def opens(self, index: int) -> bool:
        """Whether a line is the first under its outer heading."""
        return index == 0 or self._under(index).outer != self._under(index - 1).outer

    def begins(self, index: int) -> bool:
        """Whether a line is the first under its inner heading."""
        found = self._begins.get(index)
        if found is None:
            found = self._begins[index] = not index or self._under(index).key != self._under(index - 1).key
        return found

    def hidden(self, index: int) -> Hidden | None:
        """What is counted after a line: all that has none under its heading, where it is the last line of that."""
        if index not in self._hidden:
            last = index + 1 == len(self) or self.begins(index + 1)
            self._hidden[index] = self._counted(index) if last else None
        return self._hidden[index]

    def _counted(self, index: int) -> Hidden | None:
        first = index
        while not self.begins(first):
            first -= 1
        begin = int(self.places[first]) if first else self.span[0]
        after = int(self.places[index + 1]) if index + 1 < len(self) else self.span[1]
        count = after - begin - (index - first + 1)
        return Hidden(begin, after, count) if count else None

    def sign(self, index: int) -> tuple[object, ...]:
        """All that a line's blocks depend on but itself: two lines of one place and sign look alike."""
        last = index + 1 == len(self) or self.begins(index + 1)
        return (
            self.places.item(index), self._under(index), self.level_at(index), index == 0,
            self.opens(index), self.begins(index), last, self.hidden(index), self.lead(index), self.silence(index),
        )  # fmt: skip

    def best_hidden(self, hidden: Hidden, most: int) -> Ints:
        """The weightiest of what is counted."""
        places = np.arange(hidden.first, hidden.after)
        places = places[~np.isin(places, self.places)]
        return places[np.argsort(self.order.rank[places], kind="stable")[:most]]

    def index_of(self, place: int) -> int:
        """The line of a place, or the nearest one before it that has one (0 at least)."""
        return max(int(np.searchsorted(self.places, place, side="right")) - 1, 0)

    def silence(self, index: int) -> int:
        """Minutes in which nothing begins between a line and the next; 0 where that is no longer than usual."""
        if index + 1 >= len(self) or self.hidden(index) is not None:
            return 0
        until = self.head(index).until
        gap = self.head(index + 1).begin - until
        return gap if gap >= max(5 * MINUTES[self.level_at(index).inner], 3 * self._usual) else 0

    @cached_property
    def _usual(self) -> int:
        """Minutes from a line to the next, on the whole."""
        first, after = self.span
        return int(self.order.at[after - 1] - self.order.at[first]) // max(len(self), 1)


def _without_lone_gaps(places: Ints, span: tuple[int, int]) -> Ints:
    """The places, and every one that alone is left out between two of them or at an end."""
    if not len(places):
        return places
    edged = np.concatenate(([span[0] - 1], places, [span[1]]))
    before = np.flatnonzero(np.diff(edged) == 2)
    return np.insert(places, before, edged[before] + 1) if len(before) else places


def _months(at: Ints) -> Ints:
    """The months, since 1970, in which moments lie."""
    return (at - _EPOCH).astype("datetime64[m]").astype("datetime64[M]").astype(np.int64)


def _units(unit: str, at: Ints, months: Ints) -> int:
    """In how many units moments lie, in order of time; ``months`` are theirs."""
    if unit in ("minute", "hour", "day"):
        keys = at // MINUTES[unit]
    elif unit == "month":
        keys = months
    else:
        keys = (months // 12 + 1970 - (unit in ("century", "millennium"))) // _YEARS_OF[unit]
    return 1 + int(np.count_nonzero(keys[1:] != keys[:-1]))
