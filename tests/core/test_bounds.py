"""The four moments of an event as one value."""

from dateline.core.bounds import Bounds
from dateline.core.model import Event, Relation
from dateline.core.moment import Granularity, Interval


def test_those_of_an_event() -> None:
    event = Event(
        id=1, article=None, title="x", earliest=3, latest=9, granularity=Granularity.DAY, relation=Relation.ON
    )
    assert Bounds.of(event) == Bounds(3, None, None, 9, Relation.ON, Granularity.DAY)
    assert Bounds.of(event).outer == Interval(3, 9)


def test_within_an_interval_both_ends_are_open_to_it() -> None:
    within = Bounds.within(3, None, Relation.SINCE, Granularity.MONTH)
    assert within == Bounds(3, None, 3, None, Relation.SINCE, Granularity.MONTH)
    assert within.dated
    assert not Bounds().dated
