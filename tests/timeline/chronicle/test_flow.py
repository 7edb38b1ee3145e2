"""Blocks run down columns and over pages."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from tests.timeline.chronicle.made import choice_of, days, told

from dateline.timeline.chronicle.blocks import Kind, Style, blocks_of, column, screen
from dateline.timeline.chronicle.flow import Frame, even_bottom, flowed
from dateline.timeline.text import Measure


@pytest.mark.parametrize("width", [240, 340, 700])
@pytest.mark.parametrize("make", [column, screen])
def test_no_text_leaves_its_block_and_no_two_blocks_overlap(
    width: float, make: Callable[[float, Measure], Style]
) -> None:
    choice = choice_of(days(*[n // 3 for n in range(40)], weight=np.linspace(0.1, 0.9, 40)), 18)
    style = make(width, Measure(10.0))
    lines = [blocks_of(choice, index, told, style) for index in range(len(choice))]
    frame = lambda page: Frame((0.0, width + 20.0), 10.0, 300.0)  # noqa: E731
    again = lambda index: blocks_of(choice, index, told, style, again=True)  # noqa: E731
    pages = even_bottom(lines, frame, again, flowed(lines, frame, again))
    entries = [placed for page in pages for placed in page if placed.block.kind is Kind.ENTRY]
    assert [placed.block.index for placed in entries] == list(range(len(choice)))
    for page in pages:
        assert page
        for one, other in pairwise(page):
            assert other.x > one.x or other.y >= one.y + one.block.height - 0.01
        for placed in page:
            assert placed.y + placed.block.height <= 300.01
            for line in placed.block.lines:
                assert line.x + style.measure.width(line.text, line.role) <= width + 0.5
