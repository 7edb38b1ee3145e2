"""The timeline's surface: the widget without its hands and keys, which `hints`, `keys` and `accessible` look at."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from dateline.core.moment import Moment
from dateline.export.image.fonts import Fonts
from dateline.export.image.paint import paint
from dateline.export.palette import Palette
from dateline.gui.language.i18n import date_locale, tr
from dateline.timeline.scene import Cluster, Mark, Scene
from dateline.timeline.spans import Spans
from dateline.timeline.text import Caption
from dateline.timeline.view import Texts, View

from .hand import Hand
from .range import moved
from .state import Captions, TimelineState

if TYPE_CHECKING:
    from PySide6.QtCore import QTemporaryDir


class Surface(Hand):
    """Events on an axis, shown, moved and chosen.

    Signals: ``selected`` (ids, by hand), ``activated`` (an id: show its text), ``range_changed`` (begin, until),
    ``bounds_edited`` (id, the four bounds), ``left`` (Esc), ``undated_requested`` (U), ``lane_toggled`` (name),
    ``listing_requested`` (begin, until: all events there are wanted as a list).
    """

    selected = Signal(list)
    activated = Signal(object)
    range_changed = Signal(object, object)
    bounds_edited = Signal(object, object)
    lane_toggled = Signal(str)
    undated_requested = Signal()
    listing_requested = Signal(object, object)
    left = Signal()

    def __init__(self, colors: Palette, parent: QWidget | None = None) -> None:
        super().__init__("timeline", tr("Timeline"), parent)
        self._colors = colors
        self._fonts = Fonts()
        self.state = TimelineState(self._fonts)
        self._held = 0.0  # minutes a pixel, while the scale stays though the room changes
        self._folder: QTemporaryDir | None = None  # of the file that is dragged out; goes with the widget

    # What is shown

    def set_text_size(self, pixels: float) -> None:
        """Set the text in another size."""
        if pixels != self._fonts.size:
            self._fonts = Fonts(pixels)
            self.state.look(self.state.view._replace(measure=self._fonts))
            self._changed()

    def set_spans(self, spans: Spans, captions: Captions, tooltip: Callable[[int], str] | None = None) -> None:
        """Show these rows; ``captions`` and ``tooltip`` are asked by event id. The range stays once there is one."""
        self.state.set_spans(spans, captions, tooltip)
        if not self.state.fitted and len(spans):
            self.fit_all()
        self._changed()
        self._tell_reader(None)

    @property
    def spans(self) -> Spans:
        """The rows shown."""
        return self.state.spans

    def set_colors(self, colors: Palette) -> None:
        """Paint in other colours."""
        self._colors = colors
        self.update()

    def set_vertical(self, vertical: bool) -> None:  # as Qt's setters
        """Let time run down, else to the right."""
        self._look(self.state.view._replace(vertical=vertical, scroll=0.0))

    @property
    def vertical(self) -> bool:
        """Whether time runs down."""
        return self.state.view.vertical

    def set_calendar(self, *, today: Moment | None, first_weekday: int = 0) -> None:
        """Where today is, and what weekday opens a week."""
        self._look(self.state.view._replace(today=today, first_weekday=first_weekday))

    def set_publications(self, publications: Iterable[tuple[Moment, int]]) -> None:
        """Publication dates as (moment, article)."""
        self._look(self.state.view._replace(publications=tuple(publications)))

    def set_collapsed(self, names: Iterable[str]) -> None:
        """The lanes shown as a count only."""
        self._look(self.state.view._replace(collapsed=frozenset(names)))

    @property
    def collapsed(self) -> frozenset[str]:
        """The lanes shown as a count only."""
        return self.state.view.collapsed

    def toggle_lane(self, name: str) -> None:
        """Fold a lane up, or open it."""
        self.set_collapsed(self.collapsed ^ {name})
        self.lane_toggled.emit(name)

    def scene(self) -> Scene:
        """What is laid out now."""
        texts = Texts(tr("today"), tr("{} events"), "+{}", "‹ {}", tr("tallest bar: {}"))
        return self.state.scene(float(self.width()), float(self.height()), date_locale(), texts)

    # The range

    @property
    def visible_range(self) -> tuple[Moment, Moment]:
        """The range shown, half-open."""
        return self.state.range

    def show_range(self, begin: Moment, until: Moment) -> None:
        """Show this range (within reason: at least ten minutes)."""
        if self.state.show(begin, until):
            self._changed()
            self.range_changed.emit(*self.state.range)

    def fit_all(self) -> None:
        """Show the range of nearly all events."""
        self.state.fitted = len(self.spans) > 0
        self.show_range(*self.state.whole())

    def fit_selection(self) -> None:
        """Show the selected events as large as can be."""
        found = self.state.of_chosen()
        if found is not None:
            self.show_range(*found)

    def go_to(self, m: Moment) -> None:
        """Bring a moment into the middle."""
        self.show_range(*self.state.centred(m))

    def preset(self, name: str) -> None:
        """Show the "day", "week", "month" or "year" in the middle of what is shown."""
        self.show_range(*self.state.preset(name))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Magnify by a factor around a pixel along the axis (the middle where none is given)."""
        scale = self.scene().scale
        share = 0.5 if at is None else (at - scale.low) / max(scale.high - scale.low, 1)
        self.show_range(*self.state.zoomed(factor, share))

    def pan(self, pixels: float) -> None:
        """Move along the axis: what lies ``pixels`` further on comes to where one is."""
        scale = self.scene().scale
        self.show_range(*moved(self.visible_range, round(pixels / scale.pieces[0].per_minute)))

    def hold_scale(self) -> None:
        """Until all is laid out again, show less or more time as the room changes, and marks where they are."""
        if self.isVisible():
            begin, until = self.visible_range
            scale = self.scene().scale
            self._held = (until - begin) / max(scale.high - scale.low, 1)
            QTimer.singleShot(0, self, self._let_scale_go)

    def _let_scale_go(self) -> None:
        self._held = 0.0
        if len(self.chosen) == 1:
            self.reveal(next(iter(self.chosen)))

    def reveal(self, event: int) -> None:
        """Move just enough to have an event in sight."""
        row = self.row_of(event)
        if row >= 0:
            self._reveal(row)

    # Selection

    def set_selection(self, ids: Iterable[int]) -> None:
        """Select events; no signal."""
        self.state.choose(ids)
        self.update()

    def selection(self) -> list[int]:
        """The selected events, in order of time."""
        return self.state.selection()

    @property
    def chosen(self) -> frozenset[int]:
        """The selected events' ids."""
        return self.state.chosen

    def caption_of(self, event: int) -> Caption:
        """What is written beside an event."""
        return self.state.captions([event])[0]

    def tooltip_of(self, event: int) -> str:
        """What hovering over an event says."""
        return self.state.tooltip(event) if self.state.tooltip is not None else "\n".join(self.caption_of(event))

    @property
    def focused_event(self) -> int | None:
        """The event that has the keyboard's attention."""
        return self.state.focused_event

    def focus_row(self, row: int) -> None:
        """Give a row the keyboard's attention, select it and have it in sight."""
        if 0 <= row < len(self.spans):
            self.state.row = row
            self._choose([int(self.spans.ids[row])])
            self._reveal(row)
            self._tell_reader(row)

    @property
    def row(self) -> int:
        """The row with the keyboard's attention, -1 for none."""
        return self.state.row

    def row_of(self, event: int | None) -> int:
        """The first row of an event, -1 where it is not shown."""
        return self.state.row_of(event)

    def focus_item(self) -> Mark | Cluster | None:
        """The mark or cluster that shows the row with the keyboard's attention."""
        return self.state.focus_item(self.scene())

    # Taking it away

    def image(self, scale: float = 2.0) -> QImage:
        """What is shown, as a picture."""
        image = QImage(QSize(round(self.width() * scale), round(self.height() * scale)), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.scale(scale, scale)
        paint(painter, self.scene(), self._colors, self._fonts)
        painter.end()
        image.setDevicePixelRatio(scale)
        return image

    def drag_image(self) -> None:
        """Let the reader drag what is shown into another window, as a picture and as a PNG file."""
        from PySide6.QtCore import QMimeData, QTemporaryDir, QUrl
        from PySide6.QtGui import QDrag

        self._folder = self._folder or QTemporaryDir()
        data = QMimeData()
        picture = self.image()
        data.setImageData(picture)
        file = self._folder.filePath("timeline.png")
        if picture.save(file):
            data.setUrls([QUrl.fromLocalFile(file)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(160, Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.CopyAction)

    # How it works

    def _look(self, view: View) -> None:
        self.state.look(view)
        self.update()

    def _changed(self) -> None:
        self.state.stale()
        self.update()

    def _choose(self, ids: Iterable[int]) -> None:
        chosen = frozenset(ids)
        if chosen != self.chosen:
            self.state.chosen = chosen
            self.selected.emit(self.selection() if len(chosen) > 1 else list(chosen))
        self.update()

    def _reveal(self, row: int) -> None:
        self.show_range(*self.state.revealing(row))
        self.update()
