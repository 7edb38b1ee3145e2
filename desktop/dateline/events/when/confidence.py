"""The chance that an event is found, placed and judged rightly, from how it came by its time."""

from dateline.core.model import Certainty
from dateline.events.find.triggers import Kind
from dateline.events.when.anchoring import How, Link

TABLE: dict[How, float] = {
    How.ATTACHED: 0.9, How.CLAUSE: 0.75, How.GOVERNING: 0.6, How.INNER: 0.4, How.DEEP: 0.3, How.REPORTED: 0.6,
    How.CARRIED: 0.5, How.EARLIER: 0.3, How.SAME: 0.4, How.PUBLICATION: 0.4, How.NONE: 0.1,
}  # fmt: skip
"""Share of events that were right, by the way to the time (tests/benchmarks/events_calibration.py)."""


def of(link: Link, kind: Kind, certainty: Certainty) -> float:
    """0 to 1."""
    value = TABLE[link.how]
    if kind in (Kind.STATE, Kind.ADJECTIVE):
        value *= 0.8
    if certainty is not Certainty.REPORTED:
        value *= 0.95
    return round(value, 2)
