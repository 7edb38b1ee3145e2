"""The library: everything kept, everything undoable."""

from dateline.library.counting import Facets
from dateline.library.jobs import Job, Progress
from dateline.library.queries import LANES, Heading, HistoryEntry
from dateline.library.store import Library

__all__ = [
    "LANES",
    "Facets",
    "Heading",
    "HistoryEntry",
    "Job",
    "Library",
    "Progress",
]
