"""The Timeline Project's XML: what is written, and what is read back."""

from xml.etree import ElementTree as ET

import pytest
from tests.export.made import CRANE, PROJECT

from dateline.core.model import Bundle
from dateline.core.moment import iso, moment
from dateline.errors import Refused
from dateline.export import timelineproject


def test_timeline_project_has_every_event_in_a_category_that_exists(bundle: Bundle) -> None:
    root = ET.fromstring(timelineproject.write(bundle, CRANE))
    assert [child.tag for child in root] == ["version", "timetype", "eras", "categories", "events", "view"]
    categories = {name.text for name in root.iter("name")}
    events = {event.findtext("text"): event for event in root.iter("event")}
    assert len(events) == len(bundle.events)
    assert {event.findtext("category") for event in events.values()} <= categories
    crane = events["Crane falls into harbour"]
    assert (crane.findtext("start"), crane.findtext("end")) == ("2025-03-29 18:00:00", "2025-03-30 06:00:00")
    assert "Quote: A crane fell" in (crane.findtext("description") or "")
    assert [child.tag for child in crane][:8] == [
        "start", "end", "text", "progress", "fuzzy", "locked", "ends_today", "category",
    ]  # fmt: skip


def test_the_events_of_the_timeline_project() -> None:
    fall, closed, bell = timelineproject.read(PROJECT.encode()).events
    assert (fall.earliest, fall.latest, fall.tags) == (moment(2025, 3, 30), moment(2025, 3, 31), ("Port",))
    assert fall.note == "Nobody was hurt."
    assert (closed.earliest, closed.latest) == (moment(2025, 4, 3), moment(2025, 4, 6))
    assert bell.earliest is not None
    assert iso(bell.earliest) == "2025-04-03T10:30"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<timeline>", b"<plist/>", b"<timeline><events/></timeline>",
        PROJECT.replace("2025-3-30", "2025-2-30").encode(),
        PROJECT.replace("gregoriantime", "numtime").encode(), b'<!DOCTYPE x [<!ENTITY a "b">]><timeline/>',
    ],
)  # fmt: skip
def test_what_is_no_timeline_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        timelineproject.read(content)
