"""What an export takes away: everything, what the filter shows, the visible range or the selection, as a bundle."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.app.exporting import bundle_of, shown
from dateline.core.filter import Filter
from dateline.core.model import Bundle
from dateline.core.moment import Moment
from dateline.library import Library

from .amount import with_amount

SCOPES = {
    "filter": "What the filter shows",
    "all": "Everything",
    "range": "What the timeline shows now",
    "selection": "The selected events",
}
"""What may be taken away, in the order offered."""


def collect(
    library: Library,
    scope: str,
    wanted: Filter,
    selection: Sequence[int] = (),
    visible: tuple[Moment, Moment] | None = None,
    amount: str = "all",
) -> Bundle:
    """The bundle of one of `SCOPES`, so many of its events (`AMOUNTS`; of the selected ones all).

    Merged events come with all their members.
    """
    if scope == "selection":
        return bundle_of(library, library.events_by_id(selection))
    if scope == "range" and visible is not None:
        begin, until = visible
        begin = begin if wanted.begin is None else max(begin, wanted.begin)
        until = until if wanted.until is None else min(until, wanted.until)
        wanted = replace(wanted, begin=begin, until=until)
    return shown(library, with_amount(Filter() if scope == "all" else wanted, amount))
