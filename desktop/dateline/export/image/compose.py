"""A sheet: the timeline with what stands around it: title, legend, undated shelf, sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from dateline.core.model import Article, Bundle, Event
from dateline.core.moment import Moment, parse_partial
from dateline.errors import ExportError
from dateline.export.common import citation
from dateline.export.image.events import caption, captions, merged, range_of, told
from dateline.export.image.fonts import Fonts
from dateline.export.image.legend import Gaps, Item, legend_items, legend_mark, legend_rows
from dateline.export.image.options import ImageOptions
from dateline.export.image.paint import paint, text
from dateline.export.image.thinning import thinned
from dateline.export.palette import Palette
from dateline.timeline.horizontal import LEAST
from dateline.timeline.lanes import laned, lanes_of
from dateline.timeline.layout import axis_size, height_for_all, time_room
from dateline.timeline.scale import Scale, elastic, fitting
from dateline.timeline.scene import Line, Mark, Rect, Scene
from dateline.timeline.spans import Spans
from dateline.timeline.vertical import COLUMN
from dateline.timeline.view import View
from dateline.timeline.words import date_words

MARGIN = 32.0
_MOST_LISTED = 12
_GAPS = Gaps(words=38, items=20, rows=6)  # of the legend
_LEAST_SCENE = 160.0
_TALLER = (1.0, 1.3, 1.7, 2.2)  # times the height that all labels take, to have each beside its mark
_SHORTER = (0.25, 0.35, 0.5, 0.7)  # of it, where some can never be
_A_PAGE = 900.0  # pixels that a picture may always be high
_PAYS = 0.5  # of the labels that the first of them has in such a height: with fewer, more of it is mostly empty


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything placed: ``scene`` at ``at``, the lines and legend in the sheet's own pixels."""

    width: float
    height: float
    scene: Scene
    at: tuple[float, float]
    lines: tuple[Line, ...]
    legend: tuple[tuple[Mark, Line], ...]
    palette: Palette
    fonts: Fonts
    transparent: bool
    left_out: int = 0
    """Events that have no room for a label; the heading says how many are told of."""

    def paint(self, painter: QPainter) -> None:
        """Paint the sheet with its upper left corner at the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.transparent:
            painter.fillRect(QRectF(0, 0, self.width, self.height), QColor(self.palette.base))
        colors = {"heading": QColor(self.palette.text), "header": QColor(self.palette.text)}
        muted = {role: QColor(self.palette.muted) for role in ("small", "words")}
        text(painter, self.lines, colors | muted, self.fonts)
        for mark, line in self.legend:
            legend_mark(painter, mark, self.palette)
            text(painter, [line], muted, self.fonts)
        painter.save()
        painter.translate(*self.at)
        paint(painter, self.scene, self.palette, self.fonts, transparent=self.transparent)
        painter.restore()


def compose(
    bundle: Bundle, options: ImageOptions, palette: Palette, fonts: Fonts, width: float, height: float | None,
    most: float = 6000.0,
) -> Sheet:  # fmt: skip
    """Put a sheet of ``width`` together, ``height`` high or as high as it needs to be (the timeline at ``most``)."""
    every = told(bundle, options)
    events = merged(every, bundle.merges)
    telling = {event.article for event in every}
    sources = [article for article in bundle.articles if article.id in telling or not every]
    inner = width - 2 * MARGIN
    spans = _spans(events, bundle.articles, options, inner, height)
    lines, y = _heading(events, spans, options, fonts, inner)
    y = max(y, MARGIN)
    foot = _Foot(events, sources, spans, options, fonts, inner)
    room = None if height is None else height - y - foot.height - MARGIN
    if room is not None and room < _LEAST_SCENE:
        raise ExportError("There is no room for the timeline at this size. Make it larger, or leave the sources out.")
    scene, left_out = _scene(spans, events, bundle.articles, options, fonts, inner, room, most)
    if left_out:
        lines, _ = _heading(events, spans, options, fonts, inner, left_out)
    shorter = _Foot(events, sources, spans, options, fonts, inner, scene)
    below, legend = shorter.placed(y + scene.height)
    total = y + scene.height + shorter.height + MARGIN
    return Sheet(width, height or round(total), scene, (MARGIN, y), (*lines, *below), legend, palette, fonts,
                 options.transparent, left_out)  # fmt: skip


def _spans(
    events: Sequence[Event], articles: Sequence[Article], options: ImageOptions, width: float, height: float | None
) -> Spans:
    """The events' spans in as many lanes as there is room for; the smallest others share the last one."""
    spans = Spans.from_events(events)
    if options.lanes == "none":
        return spans
    most = 40
    if options.vertical:
        most = int((width - 90) // COLUMN)
    elif height is not None:
        most = int((height - 220) // LEAST)
    rest = {"article": "no article", "person": "nobody named", "place": "no place named"}.get(options.lanes, "others")
    names = lanes_of(events, articles, options.lanes)
    if len({name for several in names.values() for name in several}) >= most:
        rest = "others"
    return laned(spans, names, rest=rest, most=max(most - 1, 1))


def _scene(
    spans: Spans, events: Sequence[Event], articles: Sequence[Article], options: ImageOptions, fonts: Fonts,
    width: float, height: float | None, most: float,
) -> tuple[Scene, int]:  # fmt: skip
    """The scene, and how many events have no room in it."""
    view = View(
        begin=0, until=1, width=width, height=height or 0.0, vertical=options.vertical, measure=fonts,
        captions=captions(events, options), locale=options.locale, publications=publications(articles),
        grow=height is None,
    )  # fmt: skip
    if height is None and not options.vertical:
        view = view._replace(height=axis_size(fonts, vertical=False) + 260)
    elif height is None:
        return _as_high_as_it_pays(spans, view, options, most)
    return _to_scale(spans, view, options)


def _as_high_as_it_pays(spans: Spans, view: View, options: ImageOptions, most: float) -> tuple[Scene, int]:
    """A vertical scene with every label, or, where many share a moment and can never have one, a shorter one.

    It is the highest that more labels fill: news of one day would else have a page for each of its few labels.
    """
    least = height_for_all(spans, view, most)
    for factor in _TALLER:
        whole = _to_scale(spans, view._replace(height=min(least * factor, most)), options)
        if not whole[1]:
            return whole
    heights = [height for factor in (*_SHORTER, *_TALLER) if (height := min(least * factor, most)) > _LEAST_SCENE]
    found = _to_scale(spans, view._replace(height=heights[0]), options)
    shown = (len(spans) - found[1]) / heights[0]
    taken = heights[0]
    for height in heights[1:]:
        tried = _to_scale(spans, view._replace(height=height), options)
        dense = (found[1] - tried[1]) / max(height - taken, 1.0)
        if (height <= _A_PAGE and dense > 0) or dense > shown * _PAYS:
            found, taken = tried, height
        elif height > _A_PAGE:
            break
    return found


def _to_scale(spans: Spans, view: View, options: ImageOptions) -> tuple[Scene, int]:
    low, high = time_room(view, named=spans.lanes != ("",))

    def scaled(rows: Spans) -> Scale:
        if options.begin is not None or options.until is not None:
            return Scale.straight(*range_of(spans, options), low, high)
        return elastic(rows, low, high) if options.elastic else fitting(rows, low, high)

    return thinned(spans, view, scaled)


def publications(articles: Sequence[Article]) -> tuple[tuple[Moment, int], ...]:
    """The publication dates that are known to the day."""
    found = []
    for article in articles:
        if article.published and len(article.published) >= 10:
            begin = parse_partial(article.published).begin
            if begin is not None:
                found.append((begin, article.id))
    return tuple(found)


def _heading(
    events: Sequence[Event], spans: Spans, options: ImageOptions, fonts: Fonts, room: float, left_out: int = 0
) -> tuple[list[Line], float]:
    lines: list[Line] = []
    y = MARGIN - 6
    if options.title:
        for words in fonts.wrap(options.title, "heading", room, 3):
            lines.append(Line(words, MARGIN, y + fonts.ascent("heading"), "heading"))
            y += fonts.line("heading")
        dated = sum(event.dated for event in events)
        note = options.say("1 event" if dated == 1 else "{n} events", dated).format(n=options.count(dated))
        if left_out:
            note = options.say("The {n} weightiest of {all} events")
            note = note.format(n=options.count(dated - left_out), all=options.count(dated))
        if spans.extent is not None:
            cut = options.begin is not None or options.until is not None
            begin, until = range_of(spans, options) if cut else spans.extent
            note += f", {date_words((begin, None, None, until), locale=options.locale)}"
        lines.append(Line(fonts.cut(note, "words", room), MARGIN, y + fonts.ascent("words") + 2, "words"))
        y += fonts.line("words") + 16
    return lines, y


class _Foot:
    """Legend, undated shelf and sources: measured first, placed once the timeline's height is known."""

    def __init__(
        self, events: Sequence[Event], sources: Sequence[Article], spans: Spans, options: ImageOptions, fonts: Fonts,
        room: float, scene: Scene | None = None,
    ) -> None:  # fmt: skip
        self._fonts, self._options, say = fonts, options, options.say
        self._room = room
        self._legend = list(_legend(spans, scene, options)) if options.legend else []
        self._blocks: list[tuple[str, list[str]]] = []
        undated = [caption(event, options).title for event in events if not event.dated]
        if options.undated and undated:
            head = say("Without a date ({n})").format(n=options.count(len(undated)))
            self._blocks.append((head, self._listed(undated, together=True)))
        if options.sources and sources:
            cited = [citation(article) for article in sources]
            head = say("Source") if len(cited) == 1 else say("Sources")
            self._blocks.append((head, self._listed(cited, together=False)))
        _, _, self.height = self._run(0.0)

    def placed(self, y: float) -> tuple[list[Line], tuple[tuple[Mark, Line], ...]]:
        """The lines and the legend below ``y``."""
        lines, legend, _ = self._run(y)
        return lines, tuple(legend)

    def _listed(self, items: Sequence[str], *, together: bool) -> list[str]:
        kept = list(items[:_MOST_LISTED])
        if len(items) > len(kept):
            kept.append(self._options.say("and {n} more").format(n=self._options.count(len(items) - len(kept))))
        if together:
            return list(self._fonts.wrap("  ·  ".join(kept), "small", self._room, 8))
        return [line for item in kept for line in self._fonts.wrap(item, "small", self._room, 2)]

    def _run(self, start: float) -> tuple[list[Line], list[tuple[Mark, Line]], float]:
        fonts, y = self._fonts, start
        legend: list[tuple[Mark, Line]] = []
        if self._legend:
            legend, y = legend_rows(self._legend, fonts, MARGIN, MARGIN + self._room, y + 16, _GAPS)
        lines: list[Line] = []
        for head, rows in self._blocks:
            y += 18
            lines.append(Line(head, MARGIN, y + fonts.ascent("header"), "header"))
            y += fonts.line("header") + 3
            for row in rows:
                lines.append(Line(row, MARGIN, y + fonts.ascent("small"), "small"))
                y += fonts.line("small") + 1
        return lines, legend, y - start


def _legend(spans: Spans, scene: Scene | None, options: ImageOptions) -> Iterator[Item]:
    """The legend of a scene, or, before there is one, all that it might need."""
    if scene is not None:
        return legend_items(spans, scene.marks, options, scene.bins)
    rect = Rect(0, 0, 0, 0)
    marks = [
        Mark(row=row, id=0, lane=0, dot=False, rect=rect, certainty=0, passing=passing)
        for row, passing in enumerate(spans.passing.tolist())
    ]
    return legend_items(spans, marks, options)
