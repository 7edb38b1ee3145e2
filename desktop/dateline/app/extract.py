"""Which sentences tell best what many say: extractive summarization by word overlap, without repeating itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

MOST = 400
"""Sentences that are compared; of more, the first."""
SHORTER = 0.7
"""How much a line is held back by its length: at 1 the mean of its words counts, at 0 their sum."""
SHORT, LONG = 40, 400
"""Code points between which a line is a sentence that can stand alone."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*[A-ZÀ-Þ0-9])|\n+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text stands, without a parser: lines, cut where a full stop has a capital behind it."""
    start = 0
    for gap in _END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def central(lines: Sequence[str], most: int) -> list[int]:
    """Which of the lines share most words with the others, the best first; none tells only what one before it tells."""
    bags = [frozenset(_WORD.findall(line.lower())) for line in lines[:MOST]]
    share = Counter(word for bag in bags for word in bag)
    left = {number: bag for number, bag in enumerate(bags) if bag}
    told: set[str] = set()
    chosen: list[int] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda number: _worth(left[number], told, share))
        if chosen and not left[best] - told:
            break
        told |= left.pop(best)
        chosen.append(best)
    return chosen


def _worth(bag: frozenset[str], told: set[str], share: Counter[str]) -> float:
    return float(sum(share[word] for word in bag - told) / (len(bag) + 4) ** SHORTER)
