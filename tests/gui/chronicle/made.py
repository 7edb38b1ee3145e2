"""What the chronicle's tests show: invented votes of some weeks, and what is in sight of them."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint

from dateline.core.moment import DAY, Granularity, moment
from dateline.gui.chronicle.view import ChronicleView
from dateline.timeline.chronicle.blocks import Told
from dateline.timeline.chronicle.flow import Placed
from dateline.timeline.spans import GRANULARITY_CODE, Spans

MAY = moment(2031, 5)


def told(ids: Sequence[int]) -> list[Told]:
    return [Told(f"The council of ward {event} votes on the harbour", "") for event in ids]


def made(count: int, days: int = 60, seed: int = 3) -> Spans:
    random = np.random.default_rng(seed)
    at = MAY + random.integers(0, days, count) * DAY
    code = GRANULARITY_CODE[Granularity.DAY]
    return Spans.make(np.arange(1, count + 1), at, at + DAY, at, at + DAY, granularity=[code] * count,
                      weight=random.random(count))  # fmt: skip


def whole(view: ChronicleView) -> list[Placed]:
    return [p for p in view.sight().entries if p.y >= 0 and p.y + p.block.height <= view.height() + 0.5]


def point(x: float, y: float) -> QPoint:
    return QPoint(int(x), int(y))
