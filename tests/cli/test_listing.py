"""The timeline as text."""

from dataclasses import replace

import pytest

from dateline.cli.listing import event_lines, main_events, within
from dateline.core.model import Certainty, Event
from dateline.core.moment import DAY, Granularity, moment

AT = moment(2025, 3, 3)
FELL = Event(
    id=1,
    article=1,
    title="The quay fell",
    earliest=AT,
    latest_start=AT + DAY,
    earliest_end=AT,
    latest=AT + DAY,
    granularity=Granularity.DAY,
)
LATER = replace(FELL, id=2, title="Ships left", earliest=AT + DAY, latest_start=AT + 2 * DAY, earliest_end=AT + DAY,
                latest=AT + 2 * DAY, certainty=Certainty.CLAIMED, attributed_to="a pilot")  # fmt: skip
UNDATED = Event(id=3, article=1, title="Rain fell", words="some day")
PASSING = replace(FELL, id=4, title="A report came", weight=0.1)


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")


def test_events_stand_in_order_and_the_undated_at_the_end() -> None:
    lines = list(event_lines([UNDATED, LATER, FELL]))
    assert [line.split() for line in lines] == [
        ["3", "March", "2025", "The", "quay", "fell"],
        ["4", "March", "2025", "Ships", "left", "[claimed]", "—", "a", "pilot"],
        ["Without", "a", "date", "(1):"],
        ["some", "day", "Rain", "fell"],
    ]


def test_what_is_mentioned_in_passing_is_counted_or_listed() -> None:
    assert list(event_lines([FELL, PASSING]))[-1] == "  Mentioned in passing: 1 more (--all lists them)."
    assert "A report came" in "\n".join(event_lines([FELL, PASSING], every=True))
    assert main_events([FELL, PASSING]) == [FELL]


def test_long_titles_are_wrapped_beside_their_date() -> None:
    first, *more = event_lines([replace(FELL, title="The council of the harbour votes " * 4)])
    assert first.startswith("  3 March 2025")
    assert more
    assert all(line.startswith(" " * 34) and len(line) <= 90 for line in more)


def test_a_range_keeps_what_may_have_happened_in_it() -> None:
    told = [FELL, LATER, UNDATED, replace(FELL, id=5, latest=None)]
    assert within(told, None, None) == told
    assert [event.id for event in within(told, AT + DAY, None)] == [2, 5]
    assert [event.id for event in within(told, None, AT + DAY)] == [1, 5]
