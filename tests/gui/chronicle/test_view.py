"""The chronicle in a window: what is in sight at first, what stays, what opens, what is read aloud."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot
from tests.gui.chronicle.made import MAY, made, point, told, whole

from dateline.core.moment import DAY, moment
from dateline.export.palette import load
from dateline.gui.chronicle.view import ChronicleView
from dateline.timeline.chronicle.blocks import Kind, blocks_of
from dateline.timeline.spans import Spans


def counted(view: ChronicleView) -> int:
    return sum(p.block.more.count for p in view.sight().entries if p.block.more)


def test_at_first_sight_twenty_titles_and_every_other_event_is_counted(view: ChronicleView) -> None:
    entries = view.sight().entries
    assert len(whole(view)) >= 20
    assert len(entries) + counted(view) == 400
    assert view.visible_range[0] <= MAY + 2 * DAY


def test_words_lie_in_the_width_and_lines_do_not_overlap(view: ChronicleView) -> None:
    for width in (260, 400, 620, 1400):
        view.resize(width, 760)
        placed = view.sight().placed
        for one, other in pairwise(placed):
            assert other.y >= one.y + one.block.height - 0.01
        for p in placed:
            for line in p.block.lines:
                assert line.x + view.roll.style.measure.width(line.text, line.role) <= width + 0.5


def test_lines_kept_while_one_zooms_are_as_if_laid_out_anew(view: ChronicleView) -> None:
    for factor in (1.3, 1.02, 1.6, 0.5, 1.1, 0.9, 3.0, 0.4):
        view.zoom(factor)
        roll = view.roll
        placed = [p.block for p in view.sight().placed if p.block.kind is not Kind.EDGE]
        indices = dict.fromkeys(block.index for block in placed)
        assert placed == [b for index in indices for b in blocks_of(roll.choice, index, told, roll.style)]


def test_what_goes_on_is_a_strip_without_gaps_and_ends_where_nothing_does(view: ChronicleView) -> None:
    at = MAY + np.array([0, *range(40)]) * DAY
    until = at + DAY
    until[0] = MAY + 20 * DAY
    view.set_spans(Spans.make(np.arange(41), at, until, at, until))
    view.fit_all()
    strips = view.sight().strips
    assert strips
    assert all(low == end for (_, end, _), (low, *_) in pairwise(strips))
    lines = [p for p in view.sight().entries if strips[0][0] <= p.y < strips[-1][1]]
    ends = [int(view.roll.order.at[p.block.place]) for p in lines]
    assert max(ends) < MAY + 20 * DAY


def test_a_count_opens_in_place(view: ChronicleView, qtbot: QtBot) -> None:
    placed = next(p for p in view.sight().entries if p.block.more)
    rect, before = placed.block.more_rect, len(view.roll.choice)
    assert rect is not None
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point(rect.x + 4, placed.y + rect.y + 4))
    assert len(view.roll.choice) > before
    (now,) = [p for p in view.sight().entries if p.block.event == placed.block.event]
    assert now.y == pytest.approx(placed.y, abs=placed.block.height)  # no gap is left at the end


def test_what_lies_far_off_is_an_arrow_that_shows_it(view: ChronicleView, qtbot: QtBot) -> None:
    spans = made(100)
    far = Spans.make([1000], [moment(1874)], [moment(1875)], [moment(1874)], [moment(1875)])
    columns = ("earliest", "latest_start", "earliest_end", "latest")
    early, begun, ending, late = (np.concatenate([getattr(each, name) for each in (spans, far)]) for name in columns)
    codes = np.concatenate([spans.granularity, far.granularity])
    view.set_spans(Spans.make([*spans.ids, *far.ids], early, begun, ending, late, granularity=codes))
    edge = view.sight().placed[0]
    assert (edge.block.kind, edge.block.name) == (Kind.EDGE, "▲ 1 earlier, from 1874")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point(100, edge.y + 8))
    view.go_to(moment(1874))
    assert 1000 in {p.block.event for p in view.sight().entries}


def test_where_nothing_has_a_date_it_is_said_and_a_click_asks_for_what_has_none(qtbot: QtBot) -> None:
    shown = ChronicleView(load("light"), told)
    qtbot.addWidget(shown)
    shown.resize(400, 400)
    blank = shown.grab().toImage()
    no = [None] * 3
    shown.set_spans(Spans.make([1, 2, 3], no, no, no, no))
    (only,) = shown.sight().placed
    assert only.block.name == "Without a date: 3"
    with qtbot.waitSignal(shown.undated_requested):
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=point(100, 10))
    middle = QRect(0, 150, 400, 100)
    assert shown.grab(middle).toImage() != blank.copy(middle)  # other words than where there is nothing at all
    assert len({blank.pixel(x, y) for x in range(400) for y in range(150, 250)}) > 1


def test_a_right_click_chooses_what_its_menu_is_about(view: ChronicleView, qtbot: QtBot) -> None:
    placed = view.sight().entries[3]
    qtbot.mousePress(view, Qt.MouseButton.RightButton, pos=point(300, placed.y + 8))
    assert view.chosen == {placed.block.event}
