"""What lies under the pointer on a timeline: what it says, and how a counted group opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMenu

from dateline.core.moment import HOUR, Moment
from dateline.export.palette import Palette
from dateline.gui.language.i18n import date_locale, number, tr, trn
from dateline.gui.widgets.plain import entry, tip
from dateline.timeline.scene import Bin, Cluster, Mark, Publication
from dateline.timeline.words import date_words

from .range import moved

if TYPE_CHECKING:
    from .surface import Surface

_LISTED = 14


def thing_at(view: "Surface", x: float, y: float) -> Mark | Cluster | Bin | Publication | None:
    """The mark, cluster, bar or publication date at a point."""
    scene = view.scene()
    if scene.axis_rect.holds(x, y):
        along = y if scene.vertical else x
        return next((each for each in scene.publications if abs(each.at - along) < 6), None)
    return scene.mark_at(x, y) or scene.cluster_at(x, y) or scene.bin_at(x, y)


def tip_at(view: "Surface", x: float, y: float) -> str:
    """What hovering at a point says."""
    found = thing_at(view, x, y)
    if isinstance(found, Mark):
        return view.tooltip_of(found.id)
    if isinstance(found, Publication):
        words = trn("{n} article published on {date}", "{n} articles published on {date}", len(found.articles))
        return words.replace("{date}", found.label)
    if isinstance(found, Cluster | Bin):
        when = date_words((found.begin, None, None, found.until), locale=date_locale())
        words = trn("{n} event", "{n} events", found.count) + f", {when}"
        ids = found.ids[:5] if isinstance(found, Cluster) else ()
        return tip("\n".join([words, *(f"• {view.caption_of(event).title}" for event in ids)]))
    return ""


def open_cluster(view: "Surface", cluster: Cluster, at: QPoint | None = None) -> None:
    """Zoom to a cluster's events; where that would tell no more, list them."""
    begin, until = view.visible_range
    length = cluster.until - cluster.begin
    if cluster.under_way:
        view.show_range(*moved((begin, until), (begin - until) // 2))
    elif 2 * HOUR < length < (until - begin) // 2:
        view.show_range(*padded_closely(cluster.begin, cluster.until))
    else:
        corner = view.mapToGlobal(QPoint(int(cluster.rect.x), int(cluster.rect.bottom)))
        menu_of(view, cluster).popup(at or corner)


def menu_of(view: "Surface", cluster: Cluster) -> QMenu:
    """The list of a cluster's events."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ids = cluster.ids or tuple(view.spans.ids[slice(*(cluster.rows or (0, 0)))].tolist())
    for event in ids[:_LISTED]:
        caption = view.caption_of(event)
        entry(menu, f"{caption.title}  —  {caption.words}", lambda chosen=event: view.focus_row(view.row_of(chosen)))  # type: ignore[misc]
    if len(ids) > _LISTED:
        menu.addSeparator()
        rest = menu.addAction(tr("Show all {n} in the table").format(n=number(len(ids))))
        rest.triggered.connect(lambda _checked=False: view.listing_requested.emit(cluster.begin, cluster.until))
    return menu


def padded_closely(begin: Moment, until: Moment) -> tuple[Moment, Moment]:
    """A range with an eighth of itself more at each end."""
    room = max((until - begin) // 8, 15)
    return begin - room, until + room


def paint_nothing(painter: QPainter, rect: QRect, colors: Palette, undated: int) -> None:
    """Say in the middle of an empty view why nothing is there."""
    undated_only = tr("No event here has a date yet. The publication date of their article may place them.")
    words = undated_only if undated else tr("No events to show.")
    painter.setPen(QColor(colors.muted))
    painter.drawText(rect.adjusted(12, 12, -12, -12), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
