"""A chronicle's blocks run down columns and over pages."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline.timeline.chronicle.blocks import Block, Kind


class Placed(NamedTuple):
    """A block with its upper left corner."""

    x: float
    y: float
    block: Block


class Frame(NamedTuple):
    """A page's room for the chronicle: where its columns begin, from ``top`` to ``bottom``."""

    columns: tuple[float, ...]
    top: float
    bottom: float


def flowed(
    lines: Sequence[Sequence[Block]], frame: Callable[[int], Frame], again: Callable[[int], Sequence[Block]]
) -> list[list[Placed]]:
    """The blocks on pages: ``frame`` gives a page's (from 0) room.

    A heading stays with the line after it; at the top of a column that goes on with it a line is told ``again`` with
    all the headings it stands under. Empty time at a column's end is left out. No page is empty.
    """
    pages: list[list[Placed]] = []
    page, column = 0, 0
    room = frame(0)
    y, placed = room.top, list[Placed]()
    for index, blocks in enumerate(lines):
        high = sum(block.height for block in blocks if block.kind is not Kind.SILENCE)
        told = blocks
        if y + high > room.bottom + 0.01 and y > room.top:
            column += 1
            if column == len(room.columns):
                pages.append(placed)
                page, column, placed = page + 1, 0, []
                room = frame(page)
            y = room.top
            told = again(index)
        for block in told:
            if block.kind is Kind.SILENCE and (y + block.height > room.bottom or index + 1 == len(lines)):
                continue
            placed.append(Placed(room.columns[column], y, block))
            y += block.height
    return [*pages, placed] if placed else pages


def even_bottom(
    lines: Sequence[Sequence[Block]], frame: Callable[[int], Frame], again: Callable[[int], Sequence[Block]],
    pages: list[list[Placed]],
) -> list[list[Placed]]:  # fmt: skip
    """The pages with the last one's columns as even as can be."""
    if not pages or len(frame(len(pages) - 1).columns) < 2:
        return pages
    last = len(pages) - 1
    room = frame(last)
    low, high = room.top, min(room.bottom, room.top + sum(block.height for blocks in lines for block in blocks) + 100)
    best = pages
    while high - low > 3:
        middle = (low + high) / 2

        def shorter(page: int, bottom: float = middle) -> Frame:
            return frame(page)._replace(bottom=bottom) if page == last else frame(page)

        tried = flowed(lines, shorter, again)
        if len(tried) == len(pages) and all(each.y + each.block.height <= middle + 0.01 for each in tried[last]):
            best, high = tried, middle
        else:
            low = middle
    return best
