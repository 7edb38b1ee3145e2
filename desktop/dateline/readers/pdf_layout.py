"""The lines of a PDF's page in the order in which they are read: headlines over columns, column by column."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

_HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; points, from the bottom left corner."""

    left: float
    right: float
    bottom: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """Of its tallest letter."""
        return self.top - self.bottom


def in_order(lines: list[Line]) -> list[Line]:
    """Columns from left to right, each from top to bottom.

    A page is cut where no line crosses: first into bands between lines as wide as the page (a headline), then each
    band at the widest gap that runs through it (the recursive XY cut of Nagy and Seth).
    """
    return list(_cut(lines, 0))


def joined(runs: list[Line]) -> list[Line]:
    """Runs on one base line with no more than a space between them are one line."""
    result: list[Line] = []
    for run in sorted(runs, key=lambda r: (-round(r.bottom), r.left)):
        last = result[-1] if result else None
        if (
            last
            and abs(last.bottom - run.bottom) < 0.5 * max(last.height, run.height)
            and (-2 <= run.left - last.right < 0.5 * max(last.height, run.height))
        ):
            space = "" if run.left - last.right < 0.12 * run.height or last.text.endswith(" ") else " "
            result[-1] = Line(
                last.left, max(last.right, run.right), min(last.bottom, run.bottom), max(last.top, run.top),
                last.text + space + run.text,
            )  # fmt: skip
        else:
            result.append(run)
    return result


def _cut(lines: list[Line], depth: int) -> Iterator[Line]:
    if len(lines) < 4 or depth > 12:
        yield from sorted(lines, key=lambda line: (-line.top, line.left))
        return
    stories = _stories(lines) if depth == 0 else [lines]
    if len(stories) > 1:
        for story in stories:
            yield from _cut(story, depth + 1)
        return
    gap = _gutter(lines)
    if gap is not None:
        yield from _cut([line for line in lines if line.right <= gap], depth + 1)
        yield from _cut([line for line in lines if line.right > gap], depth + 1)
        return
    ordered = sorted(lines, key=lambda line: (-line.top, line.left))
    for n in range(1, min(_HEAD_LINES, len(lines) - 5)):  # a headline or byline over the columns
        if _gutter(ordered[n:]) is not None:
            yield from ordered[:n]
            yield from _cut(ordered[n:], depth + 1)
            return
    bands = _bands(lines)
    if len(bands) > 1:
        for band in bands:
            yield from _cut(band, depth + 1) if len(band) < len(lines) else sorted(band, key=lambda line: -line.top)
        return
    yield from sorted(lines, key=lambda line: (-line.top, line.left))


def _stories(lines: list[Line]) -> list[list[Line]]:
    """The page from top to bottom, cut above each headline that has white space over it from margin to margin."""
    usual = median(line.height for line in lines)
    stories: list[list[Line]] = [[]]
    lowest = float("inf")
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if line.height > 1.3 * usual and lowest - line.top > 2 * usual and len(stories[-1]) > 3:
            stories.append([])
        stories[-1].append(line)
        lowest = min(lowest, line.bottom)
    return stories


def _gutter(lines: list[Line]) -> float | None:
    """The place of a gap that parts all lines into left and right, each with several lines; None without one."""
    best: tuple[float, float] | None = None
    reach, spans = float("-inf"), sorted((line.left, line.right) for line in lines)
    for i, (left, right) in enumerate(spans):
        if i >= 3 and len(spans) - i >= 3 and left - reach > 6 and (best is None or left - reach > best[0]):
            best = (left - reach, reach + 0.01)
        reach = max(reach, right)
    return best[1] if best else _short_gutter(lines)


def _short_gutter(lines: list[Line]) -> float | None:
    """The gap between two columns of two lines, told by the sentence that goes on from one to the other."""
    for line in sorted(lines, key=lambda line: line.left)[2:3] if len(lines) == 4 else ():
        left, right = [x for x in lines if x.right < line.left], [x for x in lines if x.left >= line.left]
        if len(left) != 2 or len(right) != 2 or max(x.left for x in left) - min(x.left for x in left) > 3:
            continue
        last, first = min(left, key=lambda x: x.bottom), max(right, key=lambda x: x.top)
        if first.text[:1].islower() and last.text.rstrip()[-1:] not in ".!?:" and abs(first.left - line.left) < 3:
            return max(x.right for x in left) + 0.01
    return None


def _bands(lines: list[Line]) -> list[list[Line]]:
    """The page from top to bottom, cut where a line as wide as most of it begins or ends a run of narrow ones."""
    width = max(line.right for line in lines) - min(line.left for line in lines)
    bands: list[list[Line]] = []
    wide_before: bool | None = None
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        wide = line.right - line.left > 0.62 * width
        if wide_before is None or wide != wide_before:
            bands.append([])
        bands[-1].append(line)
        wide_before = wide
    return bands
