"""The events that one part of a filter lets through, as a mask over the slots of the arrays."""

from itertools import groupby

import numpy as np

from dateline.core.filter import Filter
from dateline.core.model import Event, Status
from dateline.core.moment import Moment
from dateline.library.connection import Connection
from dateline.library.index import DATED, STATUSES, Index, Ints, Mask
from dateline.library.lanes import LINKED, codes_of
from dateline.library.rows import read_row, selected
from dateline.timeline.disagreement import disagreements
from dateline.timeline.keydays import UNKNOWN
from dateline.timeline.keyevents import published_day, was_published
from dateline.timeline.spans import CERTAINTIES, GRANULARITIES

CODED: dict[str, tuple[str, tuple[object, ...]]] = {
    "certainties": ("certainty", CERTAINTIES),
    "precisions": ("granularity", GRANULARITIES),
    "statuses": ("status", STATUSES),
}
FLAGS = {"dated": DATED}
_TOGETHER = 5000  # merged events read at once


def of(part: str, filter_: Filter, db: Connection, index: Index) -> Mask:
    """The mask of a part of a filter that asks for something, and that arrays and names answer."""
    if part == "text":
        return _text(db, index, filter_.text)
    if part == "time":
        return _time(index, filter_.begin, filter_.until)
    if part == "as_of":
        return known(db, index, filter_.as_of or 0)
    if part == "weight":
        confirmed = index["status"] == STATUSES.index(Status.CONFIRMED)
        weighty: Mask = (index["weight"] >= np.float32(filter_.weight)) | confirmed
        return weighty
    if part in FLAGS:
        flag: Mask = ((index["flags"] & FLAGS[part]) != 0) == getattr(filter_, part)
        return flag
    if part == "articles":
        chosen = np.zeros(len(index.articles.ids), np.bool_)
        chosen[[index.articles.slots[id_] for id_ in filter_.articles if id_ in index.articles.slots]] = True
        by_article: Mask = chosen[index["article"]]
        return by_article
    if part in CODED:
        column, values = CODED[part]
        wanted = np.array([each in getattr(filter_, part) for each in values])
        coded: Mask = wanted[index[column]]
        return coded
    slots, codes = index.pairs(LINKED[part])
    wanted_codes = list(codes_of(db, part, getattr(filter_, part)).values())
    mask = np.zeros(len(index), np.bool_)
    mask[slots[np.isin(codes, wanted_codes)]] = True
    return mask


def published(db: Connection, index: Index) -> Ints:
    """The publication day of the article at each slot, where it is known to the day."""
    days = np.full(len(index.articles.ids), UNKNOWN, np.int64)
    for slot, when in db.execute("SELECT slot, published FROM articles WHERE published IS NOT NULL"):
        days[slot] = published_day(when)
    return days


def known(db: Connection, index: Index, as_of: Moment) -> Mask:
    """The events of articles that were published by the end of a day, and those that no article tells."""
    by = np.zeros(len(index.articles.ids), np.bool_)
    by[0] = True  # of no article
    for slot, when in db.execute("SELECT slot, published FROM articles WHERE published IS NOT NULL"):
        by[slot] = was_published(when, as_of)
    mask: Mask = by[index["article"]]
    return mask


def disagreeing(db: Connection, index: Index, members: Ints) -> Mask:
    """The members of merged groups whose tellings cannot all be true."""
    mask = np.zeros(len(index), np.bool_)
    ordered = members[np.argsort(index["merge"][members], kind="stable")]
    groups = [list(group) for _, group in groupby(ordered.tolist(), key=lambda slot: int(index["merge"][slot]))]
    while groups:
        some: list[list[int]] = []
        while groups and sum(map(len, some)) < _TOGETHER:
            some.append(groups.pop())
        events = _events(db, [slot for group in some for slot in group])
        for group in some:
            mask[group] = bool(disagreements([events[slot] for slot in group]))
    return mask


def _events(db: Connection, slots: list[int]) -> dict[int, Event]:
    marks = ",".join(map(str, slots))
    found = db.execute(f"SELECT slot, {selected('events')} FROM events WHERE slot IN ({marks})")  # noqa: S608 # numbers
    rows = ((values[0], read_row("events", values[1:])) for values in found)
    return {slot: row for slot, row in rows if isinstance(row, Event)}


def _text(db: Connection, index: Index, text: str) -> Mask:
    from dateline.library import search

    mask = np.zeros(len(index), np.bool_)
    in_articles, in_events = search.matches(db, text)
    if len(in_articles):
        chosen = np.zeros(len(index.articles.ids), np.bool_)
        chosen[in_articles] = True
        mask |= chosen[index["article"]]
    mask[in_events] = True
    return mask


def _time(index: Index, begin: Moment | None, until: Moment | None) -> Mask:
    mask: Mask = (index["flags"] & DATED) != 0
    if until is not None:
        mask &= index["earliest"] < until
    if begin is not None:
        mask &= (index["latest"] > begin) | (index["earliest"] >= begin)
    return mask
