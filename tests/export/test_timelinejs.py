import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.core.model import Bundle, Certainty
from dateline.core.moment import Granularity, moment
from dateline.errors import Refused
from dateline.export import timelinejs
from dateline.export.common import Options


def slides(bundle: Bundle) -> dict[str, dict[str, Any]]:
    return {slide["unique_id"]: slide for slide in json.loads(timelinejs.write(bundle, Options()))["events"]}


def test_dates_hold_no_more_parts_than_the_words_give(bundle: Bundle) -> None:
    found = slides(bundle)
    assert found["event-21"]["start_date"] == {"year": 2025, "month": 3, "day": 29}
    assert "end_date" not in found["event-21"]
    assert found["event-20"]["start_date"] == {"year": 2025, "month": 3, "day": 29, "hour": 18, "minute": 0}
    assert found["event-22"]["start_date"] == {"year": 2027}
    assert found["event-23"]["start_date"] == {"year": 2025, "month": 1}
    assert found["event-26"]["start_date"] == {"year": -44, "month": 3, "day": 15}


def test_the_words_are_shown_as_the_date(bundle: Bundle) -> None:
    assert "“Saturday night”" in slides(bundle)["event-20"]["display_date"]


def test_all_text_is_escaped_and_only_web_addresses_are_links(bundle: Bundle) -> None:
    content = timelinejs.write(bundle, Options(title="<img src=x onerror=alert(1)>")).decode()
    assert "<script" not in content
    assert "<img" not in content
    text = slides(bundle)["event-21"]["text"]
    assert text["headline"] == "=Two workers hurt &lt;script&gt;alert(1)&lt;/script&gt;"
    assert "&lt;b&gt;workers&lt;/b&gt; &amp; a diver" in text["text"]
    assert '<a href="https://herald.example/crane?a=1&amp;b=2">' in text["text"]


def test_undated_events_are_listed_on_the_title_slide(bundle: Bundle) -> None:
    data = json.loads(timelinejs.write(bundle, Options(title="The crane")))
    assert data["title"]["text"]["headline"] == "The crane"
    assert "Added by hand" in data["title"]["text"]["text"]
    assert len(data["events"]) == len(bundle.events) - 1


def test_own_timeline_comes_back_as_events(bundle: Bundle) -> None:
    back = {event.title: event for event in timelinejs.read(timelinejs.write(bundle, Options())).events}
    hurt = back["=Two workers hurt <script>alert(1)</script>"]
    assert (hurt.earliest, hurt.latest) == (moment(2025, 3, 29), moment(2025, 3, 30))
    assert back["Caesar dies"].earliest == moment(-43, 3, 15)
    assert back["Rebuild quay"].certainty is Certainty.PLANNED
    assert "=Two <b>workers</b> & a diver were hurt" in hurt.note


def test_timelines_of_others_are_read() -> None:
    data = {
        "events": [
            {
                "start_date": {"year": "1989", "month": "11", "day": "9"},
                "text": {"headline": "Wall <b>opens</b>", "text": "<p>In Berlin</p><p>at night</p>"},
                "group": "city",
            },
            {
                "start_date": {"year": "-43"},
                "end_date": {"year": "10", "month": ""},
                "text": {"text": "Long ago"},
                "display_date": "long ago",
            },
            {"text": {"headline": "Never"}},
        ]
    }  # fmt: skip
    wall, long_ago, never = timelinejs.read(json.dumps(data).encode()).events
    assert (wall.title, wall.note, wall.tags) == ("Wall opens", "In Berlin\nat night", ("city",))
    assert wall.earliest == moment(1989, 11, 9)
    assert (long_ago.earliest, long_ago.latest) == (moment(-42), moment(11))
    assert long_ago.granularity is Granularity.YEAR
    assert long_ago.words == "long ago"
    assert not never.dated


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "not JSON"),
        (b"[1]", "no list"),
        (b'{"events": 3}', "no list"),
        (b'{"events": []}', "no events"),
        (b'{"events": [3]}', r"events\[0\] is not an object"),
        (b'{"events": [{"start_date": 3}]}', "start_date is not an object"),
        (b'{"events": [{"start_date": {"year": "x"}}]}', "not a number"),
        (b'{"events": [{"start_date": {"year": 1e400}}]}', "not a number"),
        (b'{"events": [{"start_date": {"year": 2025, "month": 13}}]}', "no date"),
        (b'{"events": [{"start_date": {"year": 2025, "month": 2, "day": 30}}]}', "no date"),
        (b'{"events": [{"start_date": {"year": 99999999999}}]}', "too far"),
    ],
)
def test_what_is_no_timeline_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        timelinejs.read(content)


@given(data=st.data())
def test_any_bundle_gives_a_slide_a_dated_event(bundles: st.SearchStrategy[Bundle], data: st.DataObject) -> None:
    bundle = data.draw(bundles)
    assert slides(bundle).keys() == {f"event-{event.id}" for event in bundle.events if event.dated}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ("events", "start_date", "end_date", "text", "year", "month", "day", "hour", "headline", "group")
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(st.lists(json_values, max_size=3))
def test_reading_anything_raises_nothing_but_refusals(events: Any) -> None:
    with contextlib.suppress(Refused):
        timelinejs.read(json.dumps({"events": events}).encode())
