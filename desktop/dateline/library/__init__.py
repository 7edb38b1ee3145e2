"""The library: everything kept, everything undoable."""

from dateline.library.index import CERTAINTIES, GRANULARITIES, OPEN_AFTER, OPEN_BEFORE, STATUSES
from dateline.library.jobs import Job, Progress
from dateline.library.query import Facets, Spans
from dateline.library.search import MARK_BEGIN, MARK_END, Hit
from dateline.library.store import LANES, Heading, HistoryEntry, Library

__all__ = [
    "CERTAINTIES",
    "GRANULARITIES",
    "LANES",
    "MARK_BEGIN",
    "MARK_END",
    "OPEN_AFTER",
    "OPEN_BEFORE",
    "STATUSES",
    "Facets",
    "Heading",
    "HistoryEntry",
    "Hit",
    "Job",
    "Library",
    "Progress",
    "Spans",
]
