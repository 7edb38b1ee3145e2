"""What the timeline and the chronicle write of an event."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.core.model import Certainty, Event
from dateline.core.moment import DAY, Granularity, moment
from dateline.gui.timeline import rows
from dateline.gui.timeline.rows import caption, today, told

AT = moment(2025, 3, 29)
EVENT = Event(id=1, article=1, title="the quay closes", earliest=AT, latest_start=AT + DAY, earliest_end=AT,
              latest=AT + DAY, granularity=Granularity.DAY)  # fmt: skip


def test_a_caption_begins_with_a_capital_and_says_when() -> None:
    assert caption(EVENT, EVENT.title) == ("The quay closes", "29 March 2025")
    assert caption(EVENT, "") == ("", "29 March 2025")


@pytest.mark.parametrize("certainty", [each for each in Certainty if each is not Certainty.REPORTED])
def test_what_is_not_plainly_reported_says_so(certainty: Certainty) -> None:
    event = replace(EVENT, certainty=certainty)
    assert caption(event, "quay").words == f"29 March 2025 · {certainty}"
    assert told(event, "quay", 1).tag == certainty
    assert told(EVENT, "quay", 1).tag == ""


def test_a_claim_says_whose_it_is_and_a_plan_does_not() -> None:
    whose = replace(EVENT, attributed_to="the coast guard")
    assert told(replace(whose, certainty=Certainty.CLAIMED), "quay", 1).tag == "claimed · the coast guard"
    assert told(replace(whose, certainty=Certainty.PLANNED), "quay", 1).tag == "planned"


def test_an_event_that_no_article_tells_counts_as_told_once() -> None:
    assert [told(EVENT, "quay", by)[-1] for by in (0, 1, 3)] == [1, 1, 3]


def test_today_is_the_reader_s_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    class Calendar(date):
        """A calendar of one day."""

        @classmethod
        def today(cls) -> "Calendar":
            return cls(2031, 2, 28)

    monkeypatch.setattr(rows, "date", Calendar)
    assert today() == moment(2031, 2, 28)
