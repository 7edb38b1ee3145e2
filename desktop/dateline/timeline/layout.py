"""Events and a visible range in, a scene out."""

from collections.abc import Sequence

import numpy as np

from dateline.core.moment import Moment
from dateline.timeline import vertical
from dateline.timeline.axis import ticks
from dateline.timeline.labels import text_height, wrapped
from dateline.timeline.scale import Piece, Scale
from dateline.timeline.scene import Publication, Rect, Scene
from dateline.timeline.spans import Spans
from dateline.timeline.text import Measure
from dateline.timeline.view import BUBBLE, HEADER, View, loads, rows_of
from dateline.timeline.words import day_words

_MINUTES_LEAST = 10
"""A range is at least this long."""


def build(spans: Spans, view: View) -> Scene:
    """Lay the rows out that lie in the view's range.

    Every one of them is a mark, or is counted in a cluster or a histogram's bar: their sum is `Scene.total`. With
    several lanes an event counts once in each of its lanes. With ``view.grow`` and time running to the right the
    scene is as high as its lanes need, else it has the view's size.
    """
    axis_rect, body = frames(view, named=len(spans.lanes) > 1 or spans.lanes != ("",))
    low, high = time_room(view)
    scale = view.scale
    if scale is None:
        scale = Scale.straight(view.begin, max(view.until, view.begin + _MINUTES_LEAST), low, high)
    axis = ticks(scale, _label_room(view.measure, vertical=view.vertical), locale=view.locale,
                 first_weekday=view.first_weekday)  # fmt: skip
    lanes = loads(spans, scale, view.collapsed, (high - low) / BUBBLE)
    place = vertical.place
    if not view.vertical:
        from dateline.timeline.horizontal import place  # most windows open with the other
    parts = place(spans, view._replace(begin=scale.begin, until=scale.until), scale, lanes, body)
    height = view.height
    if view.grow and not view.vertical:
        height = body.y + parts.content + 8
        body = body._replace(height=parts.content + 8)
    across = body.width if view.vertical else body.height
    return Scene(
        view.width, height, view.vertical, scale, axis,
        axis_rect if not view.vertical else axis_rect._replace(height=height), body, tuple(parts.bands),
        tuple(parts.marks), tuple(parts.clusters), tuple(parts.bins),
        _publications(view, scale),
        scale.pixel(view.today) if view.today is not None and scale.begin <= view.today < scale.until else None,
        view.texts.today, len(spans.undated), min(max(view.scroll, 0.0), max(parts.content - across, 0.0)),
        parts.content, not len(spans), sum(lane.count for lane in lanes),
    )  # fmt: skip


def frames(view: View, *, named: bool) -> tuple[Rect, Rect]:
    """Where the axis and where the lanes go; ``named`` lanes have headers."""
    measure = view.measure
    if view.vertical:
        side = axis_size(measure, vertical=True)
        top = HEADER if named else 0.0
        return Rect(0, 0, side, view.height), Rect(side, top, view.width - side, view.height - top)
    top = axis_size(measure, vertical=False)
    return Rect(0, 0, view.width, top), Rect(0, top, view.width, view.height - top)


def axis_size(measure: Measure, *, vertical: bool) -> float:
    """How wide the axis's two columns are, or how high its two rows."""
    if vertical:
        return float(round(measure.line("major") + 6 + measure.width("Wed 30", "minor") + 18))
    return measure.line("major") + measure.line("minor") + 12


def time_room(view: View, *, named: bool = True) -> tuple[float, float]:
    """The first and the last pixel along the axis."""
    return (HEADER if named else 0.0, view.height) if view.vertical else (0.0, view.width)


def height_for_all(spans: Spans, view: View, most: float) -> float:
    """The height at which a vertical timeline of one or more lanes has room for every label, at most ``most``."""
    room = view.width - axis_size(view.measure, vertical=True)
    column = max(vertical.COLUMN, room / max(len(spans.lanes), 1))
    tallest = 0.0
    for rows in spans.lane_slices:
        ids = spans.ids[rows][:5000].tolist()
        text = vertical.text_room(column) - 60
        heights = [text_height(wrapped(caption, text, view.measure), view.measure) for caption in view.captions(ids)]
        share = max((rows.stop - rows.start) / max(len(ids), 1), 1.0)
        tallest = max(tallest, sum(heights) * share)
    return min(max(tallest * 1.12 + HEADER + 120, 320.0), most)


def in_range(spans: Spans, begin: Moment, until: Moment) -> list[int]:
    """The ids of the events that lie in a range, in order."""
    scale = Scale((Piece(begin, until, 0.0, 1.0),))
    found: dict[int, None] = {}
    for load in loads(spans, scale, frozenset(), 1.0):
        found |= dict.fromkeys(spans.ids[rows_of(spans, load, begin)].tolist())
    return list(found)


def _label_room(measure: Measure, *, vertical: bool) -> float:
    return measure.line("minor") + 8 if vertical else measure.width("Wed 30", "minor") + 22


def _publications(view: View, scale: Scale) -> tuple[Publication, ...]:
    """Publication dates in range, those on one pixel together."""
    shown = [(m, article) for m, article in view.publications if scale.begin <= m < scale.until]
    if not shown:
        return ()
    places = scale.pixels(np.array([m for m, _ in shown])).round().tolist()
    groups: dict[float, list[tuple[Moment, int]]] = {}
    for place, pair in zip(places, shown, strict=True):
        groups.setdefault(place, []).append(pair)
    return tuple(_publication(place, pairs, view.locale) for place, pairs in sorted(groups.items()))


def _publication(place: float, pairs: Sequence[tuple[Moment, int]], locale: str) -> Publication:
    first = min(m for m, _ in pairs)
    return Publication(place, first, tuple(article for _, article in pairs), day_words(first, locale))
