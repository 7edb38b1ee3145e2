"""The library: everything kept, everything undoable."""

from dateline.library.counting import Facets
from dateline.library.jobs import Job, Progress
from dateline.library.reading import LANES, Heading, HistoryEntry
from dateline.library.search import MARK_BEGIN, MARK_END, Hit
from dateline.library.store import Library

__all__ = [
    "LANES",
    "MARK_BEGIN",
    "MARK_END",
    "Facets",
    "Heading",
    "HistoryEntry",
    "Hit",
    "Job",
    "Library",
    "Progress",
]
