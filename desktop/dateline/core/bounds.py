"""When something happened, as far as it is known: four moments, how fine the words were, and how it lies to them."""

from dataclasses import dataclass

from dateline.core.model import Event, Relation
from dateline.core.moment import Granularity, Interval, Moment


@dataclass(frozen=True, slots=True)
class Bounds:
    """It began in ``[earliest, latest_start]`` and ended in ``[earliest_end, latest]``; None leaves a side open.

    ``words`` are those that it was read from, where a reader typed them.
    """

    earliest: Moment | None = None
    latest_start: Moment | None = None
    earliest_end: Moment | None = None
    latest: Moment | None = None
    relation: Relation = Relation.UNKNOWN
    granularity: Granularity = Granularity.VAGUE
    words: str = ""

    @classmethod
    def of(cls, event: Event) -> "Bounds":
        """An event's."""
        return cls(
            event.earliest, event.latest_start, event.earliest_end, event.latest, event.relation, event.granularity
        )

    @classmethod
    def within(
        cls, begin: Moment | None, until: Moment | None, relation: Relation, granularity: Granularity
    ) -> "Bounds":
        """Those of what happened some time in ``[begin, until)``."""
        return cls(begin, until, begin, until, relation, granularity)

    @property
    def dated(self) -> bool:
        """Whether it has a place on the timeline."""
        return self.earliest is not None or self.latest is not None

    @property
    def outer(self) -> Interval:
        """From the earliest to the latest; raises ValueError where there is nothing between them."""
        return Interval(self.earliest, self.latest)
