"""How sure an event is: by the way to its time, what tells it, and how certain it is told to be."""

import pytest

from dateline.core.model import Certainty
from dateline.events.find.triggers import Kind
from dateline.events.when import confidence
from dateline.events.when.anchoring import How, Link


def sure(how: How, kind: Kind = Kind.VERB, certainty: Certainty = Certainty.REPORTED) -> float:
    return confidence.of(Link(how), kind, certainty)


@pytest.mark.parametrize("how", How)
def test_every_way_to_a_time_has_its_share_and_none_is_certain(how: How) -> None:
    assert 0 < sure(how) < 1


def test_a_time_of_its_own_is_surer_than_one_from_elsewhere_and_that_than_none() -> None:
    ways = (How.ATTACHED, How.CLAUSE, How.GOVERNING, How.CARRIED, How.EARLIER, How.NONE)
    shares = [sure(how) for how in ways]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == len(ways)


def test_states_and_what_is_not_told_as_a_fact_are_less_sure() -> None:
    act = sure(How.ATTACHED)
    for kind in (Kind.STATE, Kind.ADJECTIVE):
        assert sure(How.ATTACHED, kind) < act
    assert sure(How.ATTACHED, Kind.NOUN) == act
    assert sure(How.ATTACHED, Kind.STATE, Certainty.PLANNED) < sure(How.ATTACHED, Kind.STATE) < act
