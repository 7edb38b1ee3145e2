"""Which events have a label on a timeline to scale: the weightiest, each beside its own mark, and none is a count."""

from collections.abc import Callable

import numpy as np

from dateline.timeline.chronicle.order import Order
from dateline.timeline.labels import OFF
from dateline.timeline.layout import build
from dateline.timeline.scale import Scale
from dateline.timeline.scene import Scene
from dateline.timeline.spans import Ints, Spans
from dateline.timeline.view import View

_TRIED = 600  # no sheet has room for more labels


def thinned(spans: Spans, view: View, scaled: Callable[[Spans], Scale]) -> tuple[Scene, int]:
    """The scene of the weightiest rows that have room for a label, and how many are left out.

    ``scaled`` gives the scale for rows: across the page it is that of those shown, so that no part of it is empty.
    """
    view = _seen(view, scaled(spans))
    scene = build(spans, view)
    if not len(spans) or (_whole(scene) and not _off(scene, view)):
        return scene, 0
    down = view.vertical and len(spans.lanes) == 1
    view = view._replace(fan=1.0, grow=view.grow and not down)
    order = Order(spans)
    ranked = order.rows[order.by_weight[:_TRIED]]
    scene, rows = _labelled(spans, view, np.sort(ranked)) if down else _most(spans, view, ranked, scaled)
    scene = scene._replace(marks=tuple(mark._replace(row=int(rows[mark.row])) for mark in scene.marks))
    ids = set(spans.ids.tolist())
    return scene, len(ids) - len({mark.id for mark in scene.marks} | {e for c in scene.clusters for e in c.ids})


def _whole(scene: Scene) -> bool:
    return not scene.clusters and not scene.bins and all(mark.label for mark in scene.marks)


def _off(scene: Scene, view: View) -> bool:
    """Whether some label stands further off its mark than one row."""
    limit = OFF * view.measure.line("title")
    return any(abs(mark.leader[0][1] - mark.leader[-1][1]) > limit for mark in scene.marks if mark.leader)


def _labelled(spans: Spans, view: View, rows: Ints) -> tuple[Scene, Ints]:
    """The scene of those of the rows that get a label beside the others, and these rows."""
    scene = build(spans.take(rows), view)
    while not _whole(scene) and len(rows):
        rows = rows[sorted({mark.row for mark in scene.marks if mark.label})]
        scene = build(spans.take(rows), view)
    return scene, rows


def _most(spans: Spans, view: View, ranked: Ints, scaled: Callable[[Spans], Scale]) -> tuple[Scene, Ints]:
    """The scene of as many of the rows, the weightiest first, as can be told apart, and these rows."""
    low, high = 1, len(ranked)
    while low < high:
        middle = (low + high + 1) // 2
        chosen = spans.take(np.sort(ranked[:middle]))
        tried = build(chosen, _seen(view, scaled(chosen)))
        low, high = (middle, high) if _whole(tried) else (low, middle - 1)
    rows = np.sort(ranked[:low])
    chosen = spans.take(rows)
    return build(chosen, _seen(view, scaled(chosen))), rows


def _seen(view: View, scale: Scale) -> View:
    return view._replace(scale=scale, begin=scale.begin, until=scale.until)
