"""Lanes: which of them each event belongs to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

import numpy as np

from dateline.core.model import Article, Event
from dateline.timeline.spans import CERTAINTIES, Ints, Spans, distinct

LaneKey = Literal["none", "article", "collection", "tag", "person", "place", "certainty"]
LANE_KEYS: tuple[LaneKey, ...] = get_args(LaneKey)
"""What lanes can be made by."""
_FOUR = 4
_WHO = ("person", "organisation")  # as in the window, whose lanes are the library's


def lanes_of(events: Iterable[Event], articles: Iterable[Article], by: LaneKey) -> dict[int, tuple[str, ...]]:
    """Each event's lanes by name, from the event and its article; none for an event that has no such thing."""
    sources = {article.id: article for article in articles}
    found: dict[int, tuple[str, ...]] = {}
    for event in events:
        source = sources.get(event.article) if event.article is not None else None
        names: Sequence[str] = ()
        if by == "article":
            names = (source.title or source.file or "Untitled",) if source else ()
        elif by == "collection":
            names = source.collections if source else ()
        elif by == "tag":
            names = (*event.tags, *(source.tags if source else ()))
        elif by in ("person", "place"):
            kinds = _WHO if by == "person" else ("place",)
            names = tuple(p.name or p.text for p in event.participants if p.kind in kinds)
        elif by == "certainty":
            names = (event.certainty.value,)
        found[event.id] = tuple(dict.fromkeys(name for name in names if name))
    return found


def laned(spans: Spans, names: Mapping[int, Sequence[str]], *, rest: str = "none", most: int = 40) -> Spans:
    """The spans with a row for each lane of each event; events without a lane go to the last one, ``rest``.

    Lanes are ordered by how many events they hold, then by name. Beyond ``most`` lanes the smallest are put
    together in ``rest``.
    """
    sizes = Counter(name for event in spans.ids.tolist() for name in names.get(event, ()))
    order = [name for name, _ in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))][:most]
    place = {name: index for index, name in enumerate(order)}
    rows: list[int] = []
    lanes: list[int] = []
    for row, event in enumerate(spans.ids.tolist()):
        mine = sorted({place.get(name, len(order)) for name in names.get(event, ())}) or [len(order)]
        rows += [row] * len(mine)
        lanes += mine
    if len(order) in lanes:
        order.append(rest)
    return spans.take(np.array(rows, dtype=np.int64), np.array(lanes, dtype=np.int64), order or [rest])


def folded(codes: Ints, names: Sequence[str], most: int, rest: str) -> tuple[Ints, list[str]]:
    """Lanes by how many rows they hold, at most so many: the smallest share one named ``rest``; the nameless is last.

    ``codes`` are each row's place in ``names``. Lanes without rows are left out. Of fewer than four lanes the nameless
    has none of its own; the largest always has.
    """
    sizes = np.bincount(codes, minlength=len(names)).tolist()
    named = [lane for lane, name in enumerate(names) if name and sizes[lane]]
    named.sort(key=lambda lane: (-sizes[lane], names[lane]))
    nameless = [lane for lane, name in enumerate(names) if not name and sizes[lane]]
    if len(named) + len(nameless) > most and most < _FOUR:
        nameless = []
    room = most - len(nameless)
    kept = named if len(named) <= room else named[: max(room - 1, 1)]
    order = [names[lane] for lane in kept]
    place = np.full(len(names), len(kept), np.int64)
    place[kept] = np.arange(len(kept))
    if sum(sizes[lane] for lane in (*kept, *nameless)) < len(codes):
        order.append(rest)
    if nameless:
        place[nameless] = len(order)
        order.append("")
    return place[codes], order


def by_certainty(spans: Spans, names: Sequence[str] = tuple(CERTAINTIES)) -> Spans:
    """One lane a certainty, straight from the arrays; those that no event has are left out."""
    used = distinct(spans.certainty)
    lane = np.searchsorted(used, spans.certainty)
    return spans.take(np.arange(len(spans)), lane.astype(np.int64), [names[code] for code in used.tolist()])
