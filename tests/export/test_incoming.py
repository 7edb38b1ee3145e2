"""What the readers of foreign formats share."""

import pytest

from dateline.core.model import Certainty, Conventions, Event, Status
from dateline.core.moment import Granularity, iso_or_none, moment
from dateline.errors import Refused
from dateline.export import incoming

PLAIN = Conventions()


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("2025", "2025-01-01", "2026-01-01"),
        ("2025-03", "2025-03-01", "2025-04-01"),
        ("2025-03-30", "2025-03-30", "2025-03-31"),
        ("2025-03-30T14:05:59Z", "2025-03-30T14:05", "2025-03-30T14:06"),
        ("2025-03-30/2025-04-02", "2025-03-30", "2025-04-03"),
        ("spring 2024", "2024-03-01", "2024-06-01"),
    ],
)
def test_dates_as_others_write_them(text: str, begin: str, until: str) -> None:
    bounds = incoming.read_date(text, PLAIN)
    assert bounds is not None
    assert (iso_or_none(bounds.earliest), iso_or_none(bounds.latest)) == (begin, until)


@pytest.mark.parametrize("text", ["", "soon", "2025-13-40", "yesterday"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert incoming.read_date(text, PLAIN) is None


def test_weights_are_within_their_range() -> None:
    assert [incoming.weight_text(weight) for weight in (1.0, 0.0, 0.7354)] == ["1", "0", "0.735"]
    assert [incoming.read_weight(text) for text in ("0.4", "7", "-1", "")] == [0.4, 1.0, 0.0, 1.0]
    assert incoming.read_weight("", "No ") < 0.5


def test_a_long_title_is_cut_and_kept_whole_in_the_note() -> None:
    event = incoming.added("The  council\nvotes " * 40, note="By hand.", words=" May\n2025", source="From a table.")
    assert len(event.title) <= 300
    assert event.title.endswith("…")
    assert event.note.startswith("The council votes")
    assert event.note.endswith("By hand.")
    assert (event.words, event.why, event.status, event.dated) == ("May 2025", "From a table.", Status.ADDED, False)


def test_an_end_before_the_start_is_passed_over() -> None:
    event = incoming.added("x", source="")
    start, end = incoming.day(2025, 3, 30), incoming.day(2025, 4, 2)
    both = incoming.dated(event, start, end)
    assert (both.earliest, both.latest, both.granularity) == (moment(2025, 3, 30), moment(2025, 4, 3), Granularity.DAY)
    assert incoming.dated(event, end, start).latest == moment(2025, 4, 3)
    assert incoming.dated(event, None, end) == event


def test_bounds_out_of_order_are_refused_with_their_place() -> None:
    good = Event(id=1, article=None, title="x", earliest=1, latest=2)
    assert incoming.ordered(good, "Line 7") is good
    with pytest.raises(Refused, match="Line 7 cannot lie between"):
        incoming.ordered(Event(id=1, article=None, title="x", earliest=2, latest=1), "Line 7")


def test_a_file_without_events_or_with_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    event = incoming.added("x", source="")
    assert incoming.bundle([event], "table").events == (event,)
    with pytest.raises(Refused, match="this table has no events"):
        incoming.bundle([], "table")
    monkeypatch.setattr(incoming, "MOST_EVENTS", 1)
    with pytest.raises(Refused, match="more than 1 are not read"):
        incoming.bundle([event, event], "table")


def test_units_of_the_calendar_have_their_bounds() -> None:
    assert incoming.day(2024, 12).latest == moment(2025)
    assert incoming.day(2024).granularity == Granularity.YEAR
    assert incoming.minute(2024, 2, 29, 23, 59).latest == moment(2024, 3, 1)
    with pytest.raises(ValueError, match=r"."):
        incoming.day(2025, 2, 29)
    assert incoming.one_of(Certainty, " Denied ") is Certainty.DENIED
    assert incoming.one_of(Certainty, "sure") is None
