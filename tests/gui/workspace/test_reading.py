"""Reading events in a row: which comes next, and how many have been read."""

from dateline.core.filter import Filter
from dateline.core.model import MAIN_WEIGHT, Status
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.reading import following, progress
from dateline.library import edits

IN_TIME = ("accident", "began", "aground", "refloat")
UNDATED = {"asleep", "ended", "reopened"}


def rest(document: Document, ids: dict[str, int], name: str) -> list[str]:
    """The names of those that follow one, until it comes round."""
    names, current, seen = {id_: word for word, id_ in ids.items()}, following(document, ids[name], unread=False), []
    while current is not None and names[current] != name:
        seen.append(names[current])
        current = following(document, current, unread=False)
    return seen


def test_events_follow_by_time_then_those_without_a_date_then_the_first(
    document: Document, ids: dict[str, int]
) -> None:
    order = rest(document, ids, "accident")
    assert tuple(order[:3]) == IN_TIME[1:]
    assert set(order[3:]) == UNDATED
    assert rest(document, ids, "refloat")[-3:] == list(IN_TIME[:3])


def test_what_was_read_is_passed_over_and_at_the_end_there_is_none(document: Document, ids: dict[str, int]) -> None:
    document.do(edits.confirm(document.events([ids["began"], ids["aground"]])))
    assert following(document, ids["accident"], unread=True) == ids["refloat"]
    assert following(document, ids["accident"], unread=False) == ids["began"]
    document.do(edits.confirm([e for e in document.events(ids.values()) if e.status is Status.FOUND]))
    assert following(document, ids["accident"], unread=True) is None


def test_at_first_it_is_the_first_of_what_the_filter_shows(document: Document, ids: dict[str, int]) -> None:
    assert following(document, None, unread=True) == ids["accident"]
    document.set_filter(Filter(text="strike"))
    assert following(document, None, unread=True) == ids["began"]
    document.set_filter(Filter(text="nowhere told of"))
    assert following(document, None, unread=True) is None


def test_what_was_rejected_counts_as_read(document: Document, ids: dict[str, int]) -> None:
    assert progress(document) == (0, 7)
    document.do(edits.confirm(document.events([ids["began"]])))
    document.do(edits.reject(document.events([ids["asleep"]])))
    assert progress(document) == (2, 7)
    document.set_filter(Filter(weight=MAIN_WEIGHT, statuses=(Status.FOUND,)))
    assert progress(document) == (0, 5)
    document.set_filter(Filter(key=2))
    read, shown = progress(document)
    assert shown == 2
    assert read <= 1
