"""A list of dates for catalogues: the EDTF level 1 string, else the words, a tab, and what happened; one a line."""

from dateline.core.model import Bundle
from dateline.export.common import Lookup, Options, chronological, one_line


def write(bundle: Bundle, options: Options) -> bytes:
    """Every event of the bundle, in the order of time."""
    del options  # a list has no title
    lookup = Lookup(bundle)
    return "".join(
        f"{lookup.edtf(event) or one_line(event.words)}\t{one_line(lookup.title(event))}\n"
        for event in chronological(bundle.events)
    ).encode()
