"""An event's interval as a small mark on the stretch of time that its heading is."""

from dateline.core.moment import Moment
from dateline.timeline.chronicle.choice import Choice
from dateline.timeline.scene import Mark, Rect
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END

_BAR = 6.0
_DOT = 9.0
_CHEVRONS = 12.0
_BEYOND = 4.0
"""Pixels that a bar juts out over the end of its heading's stretch where it goes on after it."""


def interval(choice: Choice, index: int, rail: tuple[float, float, float]) -> Mark:
    """The event on its heading's stretch of time: a dot, or a bar exactly as long as its words allow."""
    order, head = choice.order, choice.head(index)
    place = int(choice.places[index])
    row = int(order.rows[place])
    spans = order.spans
    low, high, y = rail
    length = max(head.until - head.begin, 1)

    def pixel(m: Moment) -> float:
        return low + min(max((m - head.begin) / length, 0.0), 1.0) * (high - low)

    at, end = int(order.at[place]), int(order.end[place])
    open_begin, open_end = int(spans.earliest[row]) == OPEN_BEGIN, int(spans.latest[row]) == OPEN_END
    end = min(end, at + 1) if open_begin else end
    beyond = end > head.until
    left, right = pixel(at), pixel(end)
    dot = right - left <= _DOT + 2 and not beyond
    if dot:
        middle = min(max((left + right) / 2, low + _DOT / 2), high - _DOT / 2)
        rect = Rect(middle - _DOT / 2, y - _DOT / 2, _DOT, _DOT)
        if open_begin:
            rect = rect._replace(x=max(rect.x, low + _CHEVRONS))
        return Mark(row, int(spans.ids[row]), 0, dot, rect, int(spans.certainty[row]), None, open_begin, open_end)
    if open_begin:
        left = max(left, low + _CHEVRONS)
    if open_end:
        right = min(right, high - _CHEVRONS)
        left = min(left, right - 3)
    elif beyond:
        right = high + _BEYOND
    right = max(right, left + 3)
    rect = Rect(left, y - _BAR / 2, right - left, _BAR)
    begin, until = max(int(spans.latest_start[row]), at), min(int(spans.earliest_end[row]), end)
    core = None
    if begin < until and begin < OPEN_END and until > OPEN_BEGIN:
        core_left, core_right = max(pixel(begin), left), right if until > head.until else min(pixel(until), right)
        core = Rect(core_left, rect.y, core_right - core_left, _BAR) if core_right > core_left else None
    return Mark(
        row, int(spans.ids[row]), 0, dot, rect, int(spans.certainty[row]), core, open_begin, open_end,
        cut_end=beyond,
    )  # fmt: skip
