"""Rows of a chronicle, and what is told of them."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.core.moment import DAY, Granularity, moment
from dateline.timeline.chronicle.blocks import Told
from dateline.timeline.chronicle.choice import Choice
from dateline.timeline.chronicle.heads import Level
from dateline.timeline.chronicle.order import Order
from dateline.timeline.spans import GRANULARITY_CODE, Spans

G = Granularity
MONTH = Level("month", "day")


def spans_of(*rows: tuple[int, int, Granularity], weight: npt.ArrayLike | None = None) -> Spans:
    """Spans of (begin, until, granularity) rows, ids from 1 in the order given."""
    begin, until, grain = (np.array(column) for column in zip(*rows, strict=True))
    codes = [GRANULARITY_CODE[each] for each in grain.tolist()]
    ids = np.arange(1, len(rows) + 1)
    return Spans.make(ids, begin, until, begin, until, granularity=codes, weight=weight)


def days(*numbers: int, weight: npt.ArrayLike | None = None) -> Spans:
    return spans_of(
        *((moment(2031, 5) + n * DAY, moment(2031, 5) + (n + 1) * DAY, G.DAY) for n in numbers), weight=weight
    )


def choice_of(spans: Spans, most: int = 1000, kept: tuple[int, ...] = (), **more: Any) -> Choice:
    order = Order(spans)
    return Choice(order, (0, len(order)), most, kept, **more)


def told(ids: Iterable[int]) -> list[Told]:
    return [Told(f"The council of ward {event} votes on the harbour", "") for event in ids]
