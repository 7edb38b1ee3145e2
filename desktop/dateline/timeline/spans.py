"""Events as sorted arrays: what the timeline lays out, however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dateline.core.model import MAIN_WEIGHT, Certainty, Event
from dateline.core.moment import Granularity, Moment

Ints = NDArray[np.int64]
Codes = NDArray[np.int8]
Weights = NDArray[np.float32]
N = TypeVar("N", bound=np.generic)

OPEN_BEGIN: Moment = -(2**62)
"""Stands for a bound that is open towards the past: `earliest` or `earliest_end` None."""
OPEN_END: Moment = 2**62
"""Stands for a bound that is open towards the future: `latest` or `latest_start` None."""

CERTAINTIES: tuple[Certainty, ...] = tuple(Certainty)
"""A certainty's code is its place here (reported 0, claimed 1, planned 2, possible 3, unlikely 4, denied 5)."""
GRANULARITIES: tuple[Granularity, ...] = tuple(Granularity)
"""A granularity's code is its place here (minute 0 to vague 14)."""
CERTAINTY_CODE = {certainty: code for code, certainty in enumerate(CERTAINTIES)}
GRANULARITY_CODE = {granularity: code for code, granularity in enumerate(GRANULARITIES)}


@dataclass(frozen=True, eq=False)
class Spans:
    """Dated events as arrays of one length, ordered by lane, then by where they stand on the timeline.

    ``ids`` are event ids. The four bounds are civil minutes; an open one is `OPEN_BEGIN` (earliest, earliest_end)
    or `OPEN_END` (latest_start, latest). ``certainty`` and ``granularity`` are codes (`CERTAINTIES`,
    `GRANULARITIES`), ``article`` is an article's id or 0, ``lane`` an index into ``lanes``, the lanes' names.
    An event that belongs to several lanes has a row in each. ``weight`` is 0 to 1
    (`Event.weight`). ``undated`` are the ids of events without a place.
    Make one with `Spans.make` (from columns) or `Spans.from_events`; both put the rows in order.
    """

    ids: Ints
    earliest: Ints
    latest_start: Ints
    earliest_end: Ints
    latest: Ints
    certainty: Codes
    granularity: Codes
    article: Ints
    lane: Ints
    lanes: tuple[str, ...]
    undated: Ints
    at: Ints
    """Where a row stands: its earliest bound, or, where that is open, the first bound it has."""
    end: Ints
    """Where a row's drawn extent ends (after `at`): its latest bound, or the last one it has."""
    weight: Weights

    @classmethod
    def make(
        cls,
        ids: ArrayLike,
        earliest: Iterable[int | None] | NDArray[np.integer],
        latest_start: Iterable[int | None] | NDArray[np.integer],
        earliest_end: Iterable[int | None] | NDArray[np.integer],
        latest: Iterable[int | None] | NDArray[np.integer],
        certainty: ArrayLike | None = None,
        granularity: ArrayLike | None = None,
        article: ArrayLike | None = None,
        lane: ArrayLike | None = None,
        lanes: Sequence[str] = ("",),
        weight: ArrayLike | None = None,
    ) -> "Spans":
        """Rows from columns, put in order, equals as given; the undated apart. None or the sentinel: an open bound."""
        number = np.asarray(ids, dtype=np.int64)
        bounds = (
            _bound(earliest, OPEN_BEGIN),
            _bound(latest_start, OPEN_END),
            _bound(earliest_end, OPEN_BEGIN),
            _bound(latest, OPEN_END),
        )
        at, end = extents(*bounds)
        dated = (bounds[0] != OPEN_BEGIN) | (bounds[3] != OPEN_END)
        rows = cls(
            number,
            *bounds,
            _codes(certainty, len(number)),
            _codes(granularity, len(number)),
            _numbers(article, len(number)),
            _numbers(lane, len(number)),
            tuple(lanes),
            distinct(number[~dated]),
            at,
            end,
            np.ones(len(number), np.float32) if weight is None else np.asarray(weight, dtype=np.float32),
        )
        return rows.take(dated, rows.lane[dated])

    @classmethod
    def from_events(cls, events: Iterable[Event]) -> "Spans":
        """The events' rows in one lane."""
        rows = list(events)
        return cls.make(
            [event.id for event in rows],
            [event.earliest for event in rows],
            [event.latest_start for event in rows],
            [event.earliest_end for event in rows],
            [event.latest for event in rows],
            [CERTAINTY_CODE[event.certainty] for event in rows],
            [GRANULARITY_CODE[event.granularity] for event in rows],
            [event.article or 0 for event in rows],
            weight=[event.weight for event in rows],
        )

    def __len__(self) -> int:
        return len(self.ids)

    def take(
        self, rows: Ints | NDArray[np.bool_], lane: Ints | None = None, lanes: Sequence[str] | None = None
    ) -> "Spans":
        """The rows at these places (or under this mask), put in other lanes where given; the undated stay.

        ``rows`` keep their order unless ``lane`` is given, a lane for each row chosen: then they are put in order.
        """
        if rows.dtype == bool:
            rows = np.flatnonzero(rows)
        chosen = self.lane[rows] if lane is None else lane
        if lane is not None:
            order = _in_order(self.at[rows], self.end[rows], lane)
            rows, chosen = rows[order], lane[order]
        return Spans(
            self.ids[rows],
            self.earliest[rows],
            self.latest_start[rows],
            self.earliest_end[rows],
            self.latest[rows],
            self.certainty[rows],
            self.granularity[rows],
            self.article[rows],
            chosen,
            tuple(self.lanes if lanes is None else lanes),
            self.undated,
            self.at[rows],
            self.end[rows],
            self.weight[rows],
        )

    @cached_property
    def passing(self) -> NDArray[np.bool_]:
        """Which rows are only mentioned in passing."""
        return self.weight < MAIN_WEIGHT

    @cached_property
    def lane_slices(self) -> tuple[slice, ...]:
        """Each lane's rows."""
        edges = np.searchsorted(self.lane, np.arange(len(self.lanes) + 1))
        return tuple(slice(int(a), int(b)) for a, b in pairwise(edges.tolist()))

    @cached_property
    def lane_ends(self) -> tuple[Ints, ...]:
        """Each lane's `end` values, sorted: with the sorted `at` they count overlaps in two look-ups."""
        return tuple(np.sort(self.end[rows], kind="stable") for rows in self.lane_slices)  # nearly in order

    @cached_property
    def extent(self) -> tuple[Moment, Moment] | None:
        """From the first place to the last, None when nothing is dated."""
        return (int(self.at.min()), int(self.end.max())) if len(self) else None


def by_time(at: Ints, end: Ints, *, longest_first: bool = False) -> Ints:
    """The places in order of ``at``, then of ``end`` (or the other way round); equals stay as they are.

    As one number both are sorted in a third of the time that two take.
    """
    if not len(at):
        return np.zeros(0, np.int64)
    length = end - at
    low, shortest, steps = int(at.min()), int(length.min()), int(length.max()) - int(length.min()) + 1
    if (int(at.max()) - low + 1) * steps >= 2**62:
        return np.lexsort((-end if longest_first else end, at))
    length = steps - 1 - (length - shortest) if longest_first else length - shortest
    return np.argsort((at - low) * steps + length, kind="stable")


def _in_order(at: Ints, end: Ints, lane: Ints) -> Ints:
    """The places in order of lane, then of time; equals stay as they are."""
    order = by_time(at, end)
    lanes = lane[order]
    return order if (lanes[1:] == lanes[:-1]).all() else order[np.argsort(lanes, kind="stable")]


def distinct(values: NDArray[N]) -> NDArray[N]:
    """Each value once, in order, as `numpy.unique`, which loads much that nothing else here needs."""
    ordered = np.sort(values)
    fresh = np.ones(len(ordered), np.bool_)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return ordered[fresh]


def median(values: NDArray[N]) -> float:
    """The middle value, as `numpy.median`, which loads masked arrays, that nothing here needs."""
    middle = len(values) // 2
    low, high = np.sort(values)[[middle - (len(values) % 2 == 0), middle]].tolist()
    return float((low + high) / 2)


def extents(earliest: Ints, latest_start: Ints, earliest_end: Ints, latest: Ints) -> tuple[Ints, Ints]:
    """Where each row is drawn from and to: its outer bounds, or for an open side the nearest bound known.

    A row with no outer bound at all gets zeros.
    """
    from_end = np.where(earliest_end != OPEN_BEGIN, np.minimum(earliest_end, latest), latest)
    at = np.where(earliest != OPEN_BEGIN, earliest, from_end)
    to_start = np.where(latest_start != OPEN_END, latest_start, earliest)
    closed_end = np.where(latest != OPEN_END, latest, np.maximum(to_start, earliest_end))
    dated = (earliest != OPEN_BEGIN) | (latest != OPEN_END)
    at = np.where(dated, at, 0)
    return at, np.where(dated, np.maximum(closed_end, at + 1), 0)


def _bound(column: Iterable[int | None] | NDArray[np.integer], sentinel: int) -> Ints:
    if isinstance(column, np.ndarray) and column.dtype != object:
        return column.astype(np.int64, copy=False)
    return np.array([sentinel if value is None else value for value in column], dtype=np.int64)


def _codes(column: ArrayLike | None, length: int) -> Codes:
    return np.zeros(length, dtype=np.int8) if column is None else np.asarray(column, dtype=np.int8)


def _numbers(column: ArrayLike | None, length: int) -> Ints:
    return np.zeros(length, dtype=np.int64) if column is None else np.asarray(column, dtype=np.int64)
