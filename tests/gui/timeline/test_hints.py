"""What lies under the pointer, and how what is counted opens."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtGui import Qt as QtText
from pytestqt.qtbot import QtBot
from tests.gui.timeline.made import D, captions, mark_of, middle

from dateline.core.moment import DAY
from dateline.export.palette import load
from dateline.gui.timeline.hints import menu_of, padded_closely, paint_nothing, tip_at
from dateline.gui.timeline.view import TimelineView
from dateline.timeline.spans import Spans
from dateline.timeline.text import Caption

KEY = Qt.Key


def test_clusters_open(view: TimelineView, qtbot: QtBot) -> None:
    at = np.concatenate((np.full(60, D), D + 400 * DAY + np.arange(60) * DAY))
    view.set_spans(Spans.make(np.arange(120), at, at + DAY, at, at + DAY), captions)
    view.fit_all()
    same, spread = (
        min(view.scene().clusters, key=lambda cluster: cluster.begin),
        max(view.scene().clusters, key=lambda cluster: cluster.begin),
    )
    before = view.visible_range
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(spread.rect))
    after = view.visible_range
    assert after[1] - after[0] < before[1] - before[0]
    menu = menu_of(view, same)
    titles = [action.text() for action in menu.actions()]
    assert titles[0].startswith("event ")
    assert titles[-1] == f"Show all {same.count} in the table"
    with qtbot.waitSignal(view.listing_requested) as asked:
        menu.actions()[-1].trigger()
    assert asked.args == [same.begin, same.until]
    menu.actions()[2].trigger()
    assert view.focused_event in same.ids
    menu.close()


def test_a_histogram_s_bar_is_zoomed_into(view: TimelineView, qtbot: QtBot) -> None:
    at = D + np.arange(50_000) % 900 * DAY
    view.set_spans(Spans.make(np.arange(50_000), at, at + DAY, at, at + DAY), captions)
    view.fit_all()
    bar = view.scene().bins[20]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(bar.rect))
    assert view.visible_range[0] <= bar.begin < bar.until <= view.visible_range[1]
    assert view.visible_range[1] - view.visible_range[0] < 60 * DAY


def test_hovering_says_why_or_what_is_counted(view: TimelineView) -> None:
    where = middle(mark_of(view, 3).box)
    assert tip_at(view, where.x(), where.y()) == "why 3"
    view.set_publications([(D + 2 * DAY, 7)])
    place = view.scene().publications[0].at
    assert tip_at(view, 60, place) == "1 article published on 26 March 2025"
    at = np.full(100, D)
    view.set_spans(Spans.make(np.arange(100), at, at + DAY, at, at + DAY), captions)
    cluster = max(view.scene().clusters, key=lambda each: each.count)
    tip = tip_at(view, *middle(cluster.rect).toTuple())
    assert tip.startswith(f"{cluster.count} events, 24 March 2025")
    assert "• event" in tip


def test_nothing_is_said_where_nothing_is(view: TimelineView) -> None:
    assert tip_at(view, view.width() - 3, view.height() - 3) == ""
    assert tip_at(view, 60, view.scene().axis_rect.y + 5) == ""  # the axis, far from any publication


def test_a_group_s_tip_names_the_first_five_as_they_are(view: TimelineView) -> None:
    at = np.full(100, D)
    view.set_spans(
        Spans.make(np.arange(100), at, at + DAY, at, at + DAY), lambda ids: [Caption(f"<b>{i}</b>", "") for i in ids]
    )
    cluster = max(view.scene().clusters, key=lambda each: each.count)
    where = middle(cluster.rect)
    said = tip_at(view, where.x(), where.y())
    assert said.count("• <b>") == 5
    assert not QtText.mightBeRichText(said)


def test_a_bar_s_tip_says_how_many_events_of_what_time(view: TimelineView) -> None:
    at = D + np.arange(50_000) % 900 * DAY
    view.set_spans(Spans.make(np.arange(50_000), at, at + DAY, at, at + DAY), captions)
    view.fit_all()
    bar = view.scene().bins[20]
    where = middle(bar.rect)
    assert tip_at(view, where.x(), where.y()).startswith(f"{bar.count:,} events, ")


def test_a_range_opens_with_some_room_around(view: TimelineView) -> None:
    assert padded_closely(0, 80) == (-15, 95)
    assert padded_closely(0, 8 * DAY) == (-DAY, 9 * DAY)


@pytest.mark.parametrize(("undated", "said"), [(0, "No events to show"), (3, "No event here has a date yet")])
def test_an_empty_timeline_says_why(
    view: TimelineView, undated: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, _rect, _flags, words: heard.append(words))
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_nothing(painter, image.rect(), load("light"), undated)
    painter.end()
    assert said in heard[0]
