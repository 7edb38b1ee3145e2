"""Which events have a label on a timeline to scale: the weightiest, each beside its own mark, and none is a count."""

import numpy as np

from dateline.timeline.chronicle.order import Order
from dateline.timeline.layout import build
from dateline.timeline.place import spread
from dateline.timeline.scene import Scene
from dateline.timeline.spans import Ints, Spans
from dateline.timeline.vertical import text_height, text_room, wrapped
from dateline.timeline.view import View

_TRIED = 600  # no sheet has room for more labels
_OFF = 2.2
"""Lines of a title that a label may stand off its mark: one row."""


def thinned(spans: Spans, view: View) -> tuple[Scene, int]:
    """The scene of the weightiest rows that have room for a label, and how many are left out."""
    scene = build(spans, view)
    if not len(spans) or (_whole(scene) and not _off(scene, view)):
        return scene, 0
    order = Order(spans)
    ranked = order.rows[np.argsort(order.rank, kind="stable")]
    if view.vertical and len(spans.lanes) == 1:
        kept = _beside(spans, view, ranked[:_TRIED])
        scene = build(spans.take(np.sort(kept)), view)
    else:
        low, high = 1, min(len(ranked), _TRIED)
        while low < high:
            middle = (low + high + 1) // 2
            tried = build(spans.take(np.sort(ranked[:middle])), view)
            low, high = (middle, high) if _whole(tried) else (low, middle - 1)
        kept = ranked[:low]
        scene = build(spans.take(np.sort(kept)), view)
    ids = set(spans.ids.tolist())
    return scene, len(ids) - len({mark.id for mark in scene.marks} | {e for c in scene.clusters for e in c.ids})


def _whole(scene: Scene) -> bool:
    return not scene.clusters and not scene.bins


def _off(scene: Scene, view: View) -> bool:
    """Whether some label stands further off its mark than one row."""
    limit = _OFF * view.measure.line("title")
    return any(abs(mark.leader[0][1] - mark.leader[-1][1]) > limit for mark in scene.marks if mark.leader)


def _beside(spans: Spans, view: View, ranked: Ints) -> Ints:
    """The rows, the weightiest first, whose labels fit below one another, each within a row of its mark."""
    scale, measure = view.scale, view.measure
    if scale is None:
        return ranked
    room = text_room(view.width) - 40
    half, limit = measure.line("title") / 2, _OFF * measure.line("title")
    captions = view.captions(spans.ids[ranked].tolist())
    heights = [text_height(wrapped(caption, room, measure), measure) for caption in captions]
    wants = np.maximum((scale.pixels(spans.at[ranked]) + scale.pixels(spans.end[ranked])) / 2, scale.low)
    wide = scale.pixels(spans.end[ranked]) - scale.pixels(spans.at[ranked]) > 12
    wants = np.where(wide, scale.pixels(spans.at[ranked]), wants) - half
    kept: list[int] = []
    for place in range(len(ranked)):
        tried = sorted([*kept, place], key=lambda each: (float(wants[each]), each))
        starts = spread([float(wants[e]) for e in tried], [heights[e] for e in tried], scale.low + 3, scale.high - 1)
        if all(abs(start - float(wants[e])) <= limit for start, e in zip(starts, tried, strict=True)):
            kept = tried
    return ranked[kept]
