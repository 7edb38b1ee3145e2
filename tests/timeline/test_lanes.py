from dataclasses import replace
from typing import Any

import numpy as np

from dateline.core.model import Article, Certainty, Event, Participant
from dateline.core.moment import DAY, moment
from dateline.timeline.lanes import by_certainty, folded, laned, lanes_of
from dateline.timeline.spans import Spans

D = moment(2025, 3, 29)
ARTICLES = [Article(id=1, text="", title="Ferry aground", collections=("storm",), tags=("sea",))]


def person(name: str) -> Participant:
    return Participant(text=name, start=0, end=1, role="agent", kind="person", name=name)


def event(number: int, *people: str, **more: Any) -> Event:
    return Event(id=number, article=1, title="x", earliest=D, latest_start=D, earliest_end=D + DAY, latest=D + DAY,
                 participants=tuple(person(name) for name in people), **more)  # fmt: skip


EVENTS = [event(1, "Hartog"), event(2, "Hartog", "Lund"), event(3, certainty=Certainty.DENIED, tags=("radar",))]


def test_an_event_has_a_row_in_each_lane_and_the_others_go_last() -> None:
    spans = laned(Spans.from_events(EVENTS), lanes_of(EVENTS, ARTICLES, "person"), rest="nobody")
    assert spans.lanes == ("Hartog", "Lund", "nobody")
    assert [spans.ids[rows].tolist() for rows in spans.lane_slices] == [[1, 2], [2], [3]]


def test_the_smallest_lanes_are_put_together() -> None:
    spans = laned(Spans.from_events(EVENTS), lanes_of(EVENTS, ARTICLES, "person"), rest="rest", most=1)
    assert spans.lanes == ("Hartog", "rest")
    assert spans.ids[spans.lane_slices[1]].tolist() == [2, 3]


def test_what_lanes_can_be_made_by() -> None:
    assert lanes_of(EVENTS, ARTICLES, "article")[1] == ("Ferry aground",)
    assert lanes_of(EVENTS, ARTICLES, "collection")[1] == ("storm",)
    assert lanes_of(EVENTS, ARTICLES, "tag")[3] == ("radar", "sea")
    assert lanes_of(EVENTS, ARTICLES, "certainty")[3] == ("denied",)
    assert lanes_of(EVENTS, ARTICLES, "place")[1] == ()
    crowd = replace(event(4, "Lund"), participants=(replace(person("dockers"), kind="group"), person("Lund")))
    assert lanes_of([crowd], ARTICLES, "person")[4] == ("Lund",)


def test_certainty_lanes_come_straight_from_the_arrays() -> None:
    spans = by_certainty(Spans.from_events(EVENTS))
    assert spans.lanes == ("reported", "denied")
    assert [spans.ids[rows].tolist() for rows in spans.lane_slices] == [[1, 2], [3]]


def test_lanes_go_by_count_the_smallest_share_one_and_the_nameless_is_last() -> None:
    codes = np.array([0, 1, 2, 2, 3, 3, 3, 5, 5, 5, 5])
    names = ["", "a", "b", "c", "empty", "e"]
    assert folded(codes, names, 9, "rest")[1] == ["e", "c", "b", "a", ""]
    lanes, shown = folded(codes, names, 4, "rest")
    assert shown == ["e", "c", "rest", ""]
    assert lanes.tolist() == [3, 2, 2, 2, 1, 1, 1, 0, 0, 0, 0]
    assert folded(codes, names, 2, "rest")[1] == ["e", "rest"]
