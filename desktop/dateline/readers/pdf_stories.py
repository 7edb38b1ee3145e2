"""Pages of a newspaper: which of their lines belong to which headline.

A story lies under its headline, as far to either side as nothing stands beside that, down to the next headline. Only
pages that show what they are, by a line with the newspaper's name and day or by three columns or more, are parted so:
the headings of a report part no stories.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from dateline.readers.pdf_layout import Line

_LARGE = 1.6  # times the height of the text
_TEXT = 200  # letters under a headline that make a story
_WORDS = 3
_COLUMNS, _COLUMN_LINES = 3, 5


@dataclass(frozen=True, slots=True)
class _Headline:
    """The lines of a headline, and how far its story may reach to the left and the right."""

    lines: tuple[Line, ...]
    left: float
    right: float

    @property
    def bottom(self) -> float:
        return self.lines[-1].bottom

    @property
    def top(self) -> float:
        return self.lines[0].top

    def covers(self, line: Line) -> bool:
        """Whether a line stands below it."""
        middle = (line.left + line.right) / 2
        return line.top <= self.bottom + 0.5 * line.height and self.left <= middle <= self.right


@dataclass(frozen=True, slots=True)
class Story:
    """A headline, "" where there is none, and the lines of the story under it, in no order."""

    headline: str
    lines: list[Line]


def stories(lines: Sequence[Line], *, folio: bool) -> list[Story]:
    """The stories of a page, each with its lines; none where it shows no two. ``folio`` says that a newspaper's line
    was over it."""
    if len(lines) < 2 * _COLUMN_LINES or not (folio or _columns(lines) >= _COLUMNS):
        return []
    usual = median(line.height for line in lines for _ in range(len(line.text)))
    heads = list(_headlines(lines, usual))
    if not folio:
        column = median(line.right - line.left for line in lines)
        heads = [head for head in heads if max(line.right for line in head.lines) - head.left > 1.5 * column]
    while len(heads) > 1:
        parted = _parted(lines, heads)
        poor = min(heads, key=lambda head: _letters(parted[head]))
        if _letters(parted[poor]) >= _TEXT:
            ordered = sorted(heads, key=lambda head: (-head.top, head.left))
            return [Story(_words(head), parted[head]) for head in ordered] + _rest(lines, heads, parted)
        heads.remove(poor)
    return []


def _rest(lines: Sequence[Line], heads: list[_Headline], parted: dict[_Headline, list[Line]]) -> list[Story]:
    """What stands under no headline: of another page's story."""
    taken = {line for head in heads for line in (*head.lines, *parted[head])}
    rest = [line for line in lines if line not in taken]
    return [Story("", rest)] if _letters(rest) >= _TEXT else []


def _parted(lines: Sequence[Line], heads: list[_Headline]) -> dict[_Headline, list[Line]]:
    """Each headline's lines: those below it that no other stands between; and lines just over the headline."""
    result: dict[_Headline, list[Line]] = {head: [] for head in heads}
    of_heads = {line for head in heads for line in head.lines}
    for line in lines:
        if line in of_heads:
            continue
        above = [head for head in heads if head.covers(line)]
        if above:
            result[min(above, key=lambda head: head.bottom)].append(line)
            continue
        near = [h for h in heads if h.left <= line.left <= h.right and 0 <= line.bottom - h.top < 2 * line.height]
        if near and len(line.text) < _TEXT / 2:  # a kicker
            result[near[0]].append(line)
    return result


def _headlines(lines: Sequence[Line], usual: float) -> Iterator[_Headline]:
    """The large lines that are headlines: those of one size that stand close together are one."""
    large = sorted((line for line in lines if line.height > _LARGE * usual), key=lambda line: (-line.top, line.left))
    groups: list[list[Line]] = []
    for line in large:
        group = next((g for g in groups if _goes_on(g, line)), None)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    leftmost, rightmost = min(line.left for line in lines), max(line.right for line in lines)
    for group in groups:
        text = " ".join(line.text for line in group)
        if len(text.split()) < _WORDS or (text[:1] in '“„«"' and text[-1:] in '”“»"'):
            continue  # a page's number, an initial, a quotation set large
        left, right = min(line.left for line in group), max(line.right for line in group)
        low, high = min(line.bottom for line in group), max(line.top for line in group)
        beside = [line for line in lines if line not in group and line.bottom < high and line.top > low]
        yield _Headline(
            tuple(group),
            max((line.right for line in beside if line.right <= left + 2), default=leftmost - 1),
            min((line.left for line in beside if line.left >= right - 2), default=rightmost + 1),
        )


def _goes_on(group: list[Line], line: Line) -> bool:
    last = group[-1]
    alike = abs(last.height - line.height) < 0.4 * max(last.height, line.height)
    return (
        alike and 0 <= last.bottom - line.top < 1.2 * line.height and line.left < last.right and last.left < line.right
    )


def _columns(lines: Sequence[Line]) -> int:
    """In how many columns of text the lines stand."""
    width = max(line.right for line in lines) - min(line.left for line in lines)
    narrow = sorted(
        (line.left, line.right) for line in lines if line.right - line.left < 0.45 * width and len(line.text) > 12
    )
    count = inside = 0
    reach = float("-inf")
    for left, right in narrow:
        if left > reach:
            count += inside >= _COLUMN_LINES
            inside = 0
        inside += 1
        reach = max(reach, right)
    return count + (inside >= _COLUMN_LINES)


def _words(head: _Headline) -> str:
    return " ".join(" ".join(line.text for line in head.lines).split())


def _letters(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)
