"""Labels where time runs down: the weightiest have them, each beside its mark, and all others are counted."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from tests.made_library import made_library

from dateline.core.moment import DAY, moment
from dateline.timeline.labels import OFF
from dateline.timeline.layout import build
from dateline.timeline.scale import fit
from dateline.timeline.scene import Scene
from dateline.timeline.spans import Spans
from dateline.timeline.text import Caption
from dateline.timeline.view import View

STORY = made_library()
TITLES = {event.id: event.title for event in STORY.events}
MARCH = moment(2025, 3)


def captions(ids: Iterable[int]) -> list[Caption]:
    return [
        Caption(TITLES.get(event, f"The council of ward {event} votes"), f"{1 + event % 28} March") for event in ids
    ]


def at_days(*days: float, weight: npt.ArrayLike | None = None) -> Spans:
    begin = MARCH + np.array(days) * DAY
    return Spans.make(np.arange(1, len(days) + 1), begin, begin + DAY, begin, begin + DAY, weight=weight)


def shown(spans: Spans, begin: int, until: int, width: float = 700, height: float = 700, **more: Any) -> Scene:
    return build(spans, View(begin=begin, until=until, width=width, height=height, captions=captions, **more))


@pytest.mark.parametrize("size", [(340, 700), (580, 640), (1000, 860), (2560, 1440)])
@pytest.mark.parametrize("days", [4000, 300, 30, 4])
def test_each_label_is_within_a_row_of_its_mark_and_none_crosses_another(size: tuple[int, int], days: int) -> None:
    spans = Spans.from_events(STORY.events)
    middle = int(np.median(spans.at))
    begin, until = middle - days * DAY // 2, middle + days * DAY // 2
    view = View(begin=begin, until=until, width=size[0], height=size[1], captions=captions)
    scene = build(spans, view)
    told = [mark for mark in scene.marks if mark.label]
    assert told
    assert all(mark.box for mark in told)
    ends = sorted((mark.leader[0][1], mark.leader[-1][1]) for mark in told)
    assert [end for _, end in ends] == sorted(end for _, end in ends)
    if scene.clusters:
        row = OFF * view.measure.line("title") + 0.01
        assert all(abs(mark.leader[0][1] - mark.leader[-1][1]) <= row for mark in told if mark.rect.y >= scene.body.y)
    texts = (
        [mark.box for mark in told if mark.box]
        + [c.rect for c in scene.clusters]
        + [c.box for c in scene.clusters if c.box]
    )
    assert not [1 for n, one in enumerate(texts) for other in texts[n + 1 :] if one.overlaps(other)]
    assert all(box.x >= scene.body.x and box.right <= scene.body.right for box in texts)
    assert len(scene.marks) + sum(c.count for c in scene.clusters) == scene.total
    assert all(c.count > 1 for c in scene.clusters)


def test_the_weightiest_of_a_busy_day_have_the_labels() -> None:
    weight = np.linspace(0.1, 0.9, 40)
    scene = shown(at_days(*[10] * 40, weight=weight), MARCH, MARCH + 20 * DAY)
    told = {mark.id for mark in scene.marks if mark.label}
    assert told == set(range(41 - len(told), 41))
    assert len(told) >= 2
    assert sum(c.count for c in scene.clusters) == 40 - len(told)


def test_a_few_of_one_day_all_have_labels_where_all_around_is_empty() -> None:
    scene = shown(at_days(10, 10, 10, 10), MARCH, MARCH + 20 * DAY)
    assert [bool(mark.label) for mark in scene.marks] == [True] * 4


def test_what_is_chosen_has_a_label_whatever_it_weighs() -> None:
    spans = at_days(*[10] * 40, weight=np.linspace(0.1, 0.9, 40))
    assert not [mark for mark in shown(spans, *fit(spans)).marks if mark.id == 3]
    (mark,) = [mark for mark in shown(spans, *fit(spans), kept=frozenset({3})).marks if mark.id == 3]
    assert mark.label


def test_a_count_without_room_of_its_own_stands_beside_the_label_before_it() -> None:
    scene = shown(at_days(*[10] * 40, weight=np.linspace(0.1, 0.9, 40)), MARCH + 9 * DAY, MARCH + 12 * DAY, height=160)
    (count,) = scene.clusters
    box = next(mark.box for mark in scene.marks if mark.box and mark.box.y == count.rect.y)
    assert box.right < count.rect.x
    assert count.text == f"+{count.count}"


@pytest.mark.parametrize("days", [4000, 300, 30])
def test_to_the_right_the_weightiest_have_titles_and_the_others_are_counted(days: int) -> None:
    spans = Spans.from_events(STORY.events)
    middle = int(np.median(spans.at))
    begin, until = middle - days * DAY // 2, middle + days * DAY // 2
    scene = shown(spans, begin, until, width=1400, height=700, vertical=False)
    told = [mark for mark in scene.marks if mark.label]
    assert len(told) >= 14
    assert len(scene.marks) + sum(c.count for c in scene.clusters) == scene.total
    weights = dict(zip(spans.ids.tolist(), spans.weight.tolist(), strict=True))
    counted = [weights[event] for cluster in scene.clusters for event in cluster.ids]
    assert not counted or np.mean([weights[mark.id] for mark in told]) > np.mean(counted) + 0.1


@pytest.mark.parametrize("vertical", [True, False])
def test_labels_stay_as_one_moves_where_all_weigh_the_same(vertical: bool) -> None:
    rng = np.random.default_rng(3)
    spans = at_days(*np.sort(rng.uniform(0, 60, 1500)))
    begin, until, step = MARCH + 20 * DAY, MARCH + 30 * DAY, DAY // 4
    kept, before = [], None
    for moved in range(0, 20 * step, step):
        scene = shown(spans, begin + moved, until + moved, width=1400, height=800, vertical=vertical)
        told = {mark.id for mark in scene.marks if mark.label}
        if before is not None:
            inner = {i for i in before if begin + moved + DAY < spans.at[spans.ids == i][0] < until + moved - DAY}
            kept.append(len(inner & told) / len(inner))
        before = told
    assert np.mean(kept) > 0.75
