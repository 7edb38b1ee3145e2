"""Titles of a harbour, events at random, and what no two texts of a scene may do."""

from collections.abc import Iterable

import numpy as np
from hypothesis import strategies as st

from dateline.core.moment import DAY, moment
from dateline.timeline.scene import Scene
from dateline.timeline.spans import OPEN_BEGIN, OPEN_END, Spans
from dateline.timeline.text import Caption

START = moment(2025, 3, 1)
WORDS = [
    "council",
    "ferry",
    "storm",
    "reef",
    "pilot",
    "harbour",
    "inquiry",
    "salvage",
    "crew",
    "union",
    "court",
    "minister",
]


def captions(ids: Iterable[int]) -> list[Caption]:
    return [
        Caption(" ".join(WORDS[(i * k) % 12] for k in range(1, 2 + i % 9)), f"{1 + i % 28} March 2025") for i in ids
    ]


@st.composite
def made_spans(draw: st.DrawFn, most: int = 60) -> Spans:
    count = draw(st.integers(0, most))
    random = np.random.default_rng(draw(st.integers(0, 10_000)))
    at = START + random.integers(0, draw(st.sampled_from([1, 3, 40, 4000])), count) * draw(st.sampled_from([60, DAY]))
    length = random.choice([1, 60, DAY, DAY, 5 * DAY, 90 * DAY], count)
    open_begin, open_end = random.random(count) < 0.1, random.random(count) < 0.1
    open_end &= ~open_begin
    lanes = draw(st.sampled_from([1, 1, 2, 7]))
    return Spans.make(
        np.arange(1, count + 1),
        np.where(open_begin, OPEN_BEGIN, at),
        np.where(random.random(count) < 0.5, at, at + length),
        np.where(random.random(count) < 0.5, at + length, at),
        np.where(open_end, OPEN_END, at + length),
        random.integers(0, 6, count),
        lane=random.integers(0, lanes, count),
        lanes=[f"lane {n}" for n in range(lanes)] if lanes > 1 else [""],
    )


def check_texts(scene: Scene) -> None:
    out_of_sight = [c for c in scene.clusters if c.rect.width > scene.width / 2]
    boxes = [("mark", mark.box) for mark in scene.marks if mark.label and mark.box]
    boxes += [("pill", c.rect) for c in scene.clusters if c not in out_of_sight]
    boxes += [("hint", c.box) for c in scene.clusters if c.box is not None]
    for _, box in boxes:
        assert box.x >= scene.body.x - 0.01
        assert box.right <= scene.body.right + 0.01
    for number, (_, one) in enumerate(boxes):
        for _, other in boxes[number + 1 :]:
            assert not one.overlaps(other), (one, other)
