"""Tags put into running text so that they nest: what TimeML and the web page share."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Tag(NamedTuple):
    """A span of the text, by code points, and what opens and closes it."""

    start: int
    end: int
    open: str
    close: str


def inline(text: str, tags: Iterable[Tag], escape: Callable[[str], str]) -> str:
    """The escaped text with the tags in it, properly nested.

    Of two spans that cross, the later is cut where the earlier ends; an empty span is left out.
    """
    out: list[str] = []
    open_tags: list[Tag] = []
    at = 0

    def close_until(limit: int) -> None:
        nonlocal at
        while open_tags and open_tags[-1].end <= limit:
            last = open_tags.pop()
            out.extend((escape(text[at : last.end]), last.close))
            at = last.end

    for tag in sorted(tags, key=lambda tag: (tag.start, -tag.end)):
        close_until(tag.start)
        end = min(tag.end, open_tags[-1].end) if open_tags else tag.end
        if end > tag.start:
            out.extend((escape(text[at : tag.start]), tag.open))
            at = tag.start
            open_tags.append(tag._replace(end=end))
    close_until(len(text))
    out.append(escape(text[at:]))
    return "".join(out)
