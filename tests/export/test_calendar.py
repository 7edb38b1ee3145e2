import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.export.made import kept_of

from dateline.core.model import Bundle, Certainty, Event
from dateline.core.moment import Granularity, moment
from dateline.errors import Refused
from dateline.export import calendar
from dateline.export.common import Options

STAMP = Options(title="The crane", stamp="2025-04-01T12:00:00")


def entries(content: bytes) -> dict[str, Any]:
    parsed = Calendar.from_ical(content)
    return {str(entry["uid"]): entry for entry in parsed.walk() if entry.name in ("VEVENT", "VJOURNAL")}


def test_events_are_all_day_with_an_exclusive_end_and_a_stable_uid(bundle: Bundle) -> None:
    first, again = calendar.write(bundle, STAMP), calendar.write(bundle, STAMP)
    assert first == again
    found = entries(first)
    assert found.keys() == {f"event-{event.id}@dateline" for event in bundle.events}
    crane = found["event-20@dateline"]
    assert crane.decoded("dtstart") == dt.date(2025, 3, 29)
    assert crane.decoded("dtend") == dt.date(2025, 3, 31)  # the night runs into the 30th
    assert found["event-21@dateline"].decoded("dtend") == dt.date(2025, 3, 30)
    assert str(crane["summary"]) == "Crane falls into harbour"
    assert str(crane["x-dateline-words"]) == "Saturday night"
    assert str(crane["x-dateline-quote"]) == "A crane fell into the old harbour on Saturday night\\, the port said."


def test_only_what_is_reported_is_confirmed(bundle: Bundle) -> None:
    found = entries(calendar.write(bundle, STAMP))
    assert str(found["event-20@dateline"]["status"]) == "TENTATIVE"  # claimed
    assert str(found["event-22@dateline"]["status"]) == "TENTATIVE"  # planned
    assert str(found["event-21@dateline"]["status"]) == "CONFIRMED"


def test_the_undated_and_the_ancient_are_journal_entries_without_a_date(bundle: Bundle) -> None:
    found = entries(calendar.write(bundle, STAMP))
    for uid in ("event-25@dateline", "event-26@dateline"):
        assert found[uid].name == "VJOURNAL"
        assert "dtstart" not in found[uid]


def test_lines_are_folded_and_text_is_escaped(bundle: Bundle) -> None:
    content = calendar.write(bundle, STAMP)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"SUMMARY:Crane falls into harbour\r\n" in content
    assert str(entries(content)["event-21@dateline"]["summary"]) == bundle.events[1].title


def test_own_calendar_comes_back(bundle: Bundle) -> None:
    back = {event.title: event for event in calendar.read(calendar.write(bundle, STAMP)).events}
    for told in bundle.events:
        event = back[told.title]
        assert kept_of(event) == kept_of(told)
        assert event.article is None
        assert event.tags == told.tags
    assert "a diver were hurt, and traffic" in back[bundle.events[1].title].note


FOREIGN = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20250101T000000Z
DTSTART;VALUE=DATE:20250328
DTEND;VALUE=DATE:20250331
SUMMARY:Fair\\, opening
CATEGORIES:town,fun
STATUS:TENTATIVE
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20250101T000000Z
DTSTART;TZID=Europe/Berlin:20250328T190000
DURATION:PT2H
SUMMARY:Concert
DESCRIPTION:In the hall
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20250101T000000Z
SUMMARY:Some day
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


def test_calendars_of_others_are_read() -> None:
    fair, concert, some_day = calendar.read(FOREIGN).events
    assert (fair.title, fair.earliest, fair.latest) == ("Fair, opening", moment(2025, 3, 28), moment(2025, 3, 31))
    assert fair.latest_start == moment(2025, 3, 29)
    assert fair.certainty is Certainty.POSSIBLE
    assert fair.tags == ("town", "fun")
    assert "Repeats: FREQ=YEARLY" in fair.note
    assert concert.earliest == moment(2025, 3, 28, 19)
    assert concert.latest == moment(2025, 3, 28, 21)
    assert concert.granularity is Granularity.MINUTE
    assert concert.certainty is Certainty.UNLIKELY
    assert concert.note == "In the hall"
    assert not some_day.dated


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"BEGIN:VEVENT\r\n", b"\xff\xfe\x00"]
)
def test_what_is_no_calendar_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        calendar.read(content)


@given(data=st.data())
def test_any_bundle_gives_a_calendar_with_an_entry_an_event(
    bundles: st.SearchStrategy[Bundle], data: st.DataObject
) -> None:
    bundle = data.draw(bundles)
    assert entries(calendar.write(bundle, STAMP)).keys() == {f"event-{event.id}@dateline" for event in bundle.events}


@given(data=st.data())
def test_reading_damaged_calendars_raises_nothing_but_refusals(data: st.DataObject) -> None:
    content = bytearray(FOREIGN)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        calendar.read(bytes(content))
    except Refused as refusal:
        assert str(refusal)  # noqa: PT017 # reading it or refusing it are both right


@given(st.text(st.sampled_from("ab\\;,ä水😀 "), max_size=400))
def test_lines_are_folded_within_75_octets_and_read_back_whole(title: str) -> None:
    title = f"T{title}e"
    event = Event(id=1, article=None, title=title)
    content = calendar.write(Bundle(events=(event,)), Options(title=title))
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() for line in lines[:-1])
    assert all(not (len(line) - len(line.rstrip(b"\\"))) % 2 for line in lines)
    (entry,) = Calendar.from_ical(content).walk("VJOURNAL")
    assert entry["summary"] == title
