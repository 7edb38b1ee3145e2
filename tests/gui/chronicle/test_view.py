"""The chronicle in a window: what is in sight at first, what stays, what opens, what is read aloud."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from dateline.core.moment import DAY, Granularity, moment
from dateline.export.palette import load
from dateline.gui.chronicle.lanes import Lanes
from dateline.gui.chronicle.view import ChronicleView
from dateline.timeline.chronicle.blocks import Kind, Told, blocks_of
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


@pytest.fixture
def view(qtbot: QtBot) -> ChronicleView:
    """A chronicle of 400 events."""
    shown = ChronicleView(load("light"), told)
    qtbot.addWidget(shown)
    shown.resize(620, 760)
    shown.set_spans(made(400))
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def whole(view: ChronicleView) -> list[Placed]:
    return [p for p in view.sight().entries if p.y >= 0 and p.y + p.block.height <= view.height() + 0.5]


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


def test_what_is_chosen_stays_where_it_is_when_it_has_a_line_and_when_more_come(view: ChronicleView) -> None:
    (placed,) = [p for p in view.sight().entries if p.block.index == 8]
    view.choose([placed.block.event])
    view.zoom(2.0)
    (now,) = [p for p in view.sight().entries if p.block.event == placed.block.event]
    assert now.y == pytest.approx(placed.y, abs=1)
    view.zoom(0.2)
    (now,) = [p for p in view.sight().entries if p.block.event == placed.block.event]
    assert now.y == pytest.approx(placed.y, abs=view.height() / 2)


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
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=_point(rect.x + 4, placed.y + rect.y + 4))
    assert len(view.roll.choice) > before
    (now,) = [p for p in view.sight().entries if p.block.event == placed.block.event]
    assert now.y == pytest.approx(placed.y, abs=placed.block.height)  # no gap is left at the end


def _point(x: float, y: float) -> QPoint:
    return QPoint(int(x), int(y))


def test_arrows_go_from_event_to_event_and_enter_to_the_text(view: ChronicleView, qtbot: QtBot) -> None:
    heard: list[int] = []
    view.activated.connect(heard.append)
    lines = len(view.roll.choice)
    for _ in range(lines):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.index == lines - 1
    assert view.chosen == {view.focused_event}
    assert any(p.block.event == view.focused_event for p in whole(view))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard == [view.focused_event]


def test_what_lies_far_off_is_an_arrow_that_shows_it(view: ChronicleView, qtbot: QtBot) -> None:
    spans = made(100)
    far = Spans.make([1000], [moment(1874)], [moment(1875)], [moment(1874)], [moment(1875)])
    columns = ("earliest", "latest_start", "earliest_end", "latest")
    early, begun, ending, late = (np.concatenate([getattr(each, name) for each in (spans, far)]) for name in columns)
    codes = np.concatenate([spans.granularity, far.granularity])
    view.set_spans(Spans.make([*spans.ids, *far.ids], early, begun, ending, late, granularity=codes))
    edge = view.sight().placed[0]
    assert (edge.block.kind, edge.block.name) == (Kind.EDGE, "▲ 1 earlier, from 1874")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=_point(100, edge.y + 8))
    view.go_to(moment(1874))
    assert 1000 in {p.block.event for p in view.sight().entries}


def test_the_events_of_one_article_have_lines_and_the_others_step_back(view: ChronicleView) -> None:
    only = [3, 77, 200]
    view.set_only(only)
    ids = view.roll.order.spans.ids[view.roll.order.rows[view.roll.choice.places]].tolist()
    assert set(only) <= set(ids)


def test_a_range_that_is_asked_for_is_shown_with_as_many_lines_as_fit(view: ChronicleView) -> None:
    view.show_range(MAY + 10 * DAY, MAY + 12 * DAY)
    first = view.sight().entries[0]
    assert MAY + 10 * DAY <= view.roll.order.at[first.block.place] < MAY + 12 * DAY
    assert len(whole(view)) >= 10


def test_headings_are_headings_and_lines_are_items_with_names(view: ChronicleView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view._readable)
    view.focus_index(2)
    found = QAccessible.queryAccessibleInterface(view)
    children = [found.child(n) for n in range(found.childCount())]
    roles = [child.role() for child in children]
    assert QAccessible.Role.Heading in roles
    items = [child for child in children if child.role() == QAccessible.Role.ListItem]
    assert len(items) == len(view.sight().entries)
    assert "council of ward" in items[0].text(QAccessible.Text.Name)
    assert any(re.search(r"; \d+ more", item.text(QAccessible.Text.Name)) for item in items)
    assert sum(item.state().selected for item in items) == 1


def test_an_empty_chronicle_is_empty(qtbot: QtBot) -> None:
    shown = ChronicleView(load("dark"), told)
    qtbot.addWidget(shown)
    shown.resize(400, 400)
    assert shown.sight().placed == ()
    shown.fit_all()
    shown.zoom(2)
    shown.go_to(0)
    shown.grab()


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
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=_point(100, 10))
    middle = QRect(0, 150, 400, 100)
    assert shown.grab(middle).toImage() != blank.copy(middle)  # other words than where there is nothing at all
    assert len({blank.pixel(x, y) for x in range(400) for y in range(150, 250)}) > 1


def test_a_right_click_chooses_what_its_menu_is_about(view: ChronicleView, qtbot: QtBot) -> None:
    placed = view.sight().entries[3]
    qtbot.mousePress(view, Qt.MouseButton.RightButton, pos=_point(300, placed.y + 8))
    assert view.chosen == {placed.block.event}


def test_lanes_stand_beside_the_lines_the_largest_first_and_words_end_before_them(view: ChronicleView) -> None:
    codes = np.minimum(np.arange(400) % 50, 11)  # of 12 lanes the last holds most
    names = ["", *(f"Speaker {n}" for n in range(1, 12))]
    view.set_spans(view.spans, None, Lanes(codes, names))
    sight, lanes = view.sight(), view.lanes
    assert lanes.names[0] == "Speaker 11"
    assert lanes.names[-2:] == ("Others", "None")
    assert sum(lanes.counts) == 400
    assert lanes.counts[:-2] == sorted(lanes.counts[:-2], reverse=True)
    middles = lanes.middles(sight.width)
    assert all(0 < x < sight.width for x in middles)
    for placed in sight.entries:
        assert all(line.x + view._fonts.width(line.text, line.role) <= middles[0] for line in placed.block.lines)
        row = int(view.roll.order.rows[placed.block.place])
        assert view.lane_of(placed.block) == (names[codes[row]] or "None") or view.lane_of(placed.block) == "Others"
    assert view.grab().width() == 620
    view.resize(1600, 760)
    view.sight()
    assert "Others" not in view.lanes.names
    view.set_spans(view.spans)
    assert not view.lanes.names
