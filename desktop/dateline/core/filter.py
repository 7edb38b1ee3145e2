"""What the reader wants to see: one filter for all panes, for exports and for saved views."""

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from dateline.core.model import MAIN_WEIGHT, Certainty, Event, Status
from dateline.core.moment import Granularity, Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Each part narrows; an empty part lets everything through. Within one part, any of its values will do.

    ``text`` is searched in event titles, trigger sentences, article titles and notes. ``begin`` and ``until`` keep
    the events that may have happened within. ``sources`` are numbers of articles that tell an event, its merged group
    among them (0: none, it was added by hand). ``precisions`` are granularities. ``people`` covers persons and
    organisations by their full names. ``dated`` True keeps events with a place on the timeline, False the undated;
    ``as_of`` keeps what was known on that day: events of articles published until its end, and those added by hand;
    ``disagreeing`` those whose sources cannot all be right (`dateline.timeline.disagreement`).
    ``weight`` is the least weight shown; what the reader confirmed is shown whatever it weighs. ``key`` keeps so many
    key events of what the other parts show (`dateline.timeline.keyevents`); 0 keeps all.
    Rejected events are left out unless ``statuses`` names them; binned ones always.
    """

    text: str = ""
    begin: Moment | None = None
    until: Moment | None = None
    articles: tuple[int, ...] = ()
    collections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    precisions: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    sources: tuple[int, ...] = ()
    dated: bool | None = None
    as_of: Moment | None = None
    disagreeing: bool = False
    weight: float = 0.0
    key: int = 0

    def __bool__(self) -> bool:
        return self != Filter()

    def without(self, part: str) -> "Filter":
        """The filter with one part cleared, as the counts at that part's own choices need it."""
        return replace(self, **{part: getattr(Filter(), part)})

    def weighs_enough(self, event: Event) -> bool:
        """Whether the event has the weight asked for, or was confirmed by the reader."""
        return event.weight >= self.weight or event.status is Status.CONFIRMED

    def to_json(self) -> str:
        """As text, for a saved filter."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> "Filter":
        """Read what `to_json` wrote; parts and values it does not know are passed over. ValueError where it is none."""
        raw = json.loads(text)
        if not isinstance(raw, dict):
            raise ValueError("this is no filter")
        if raw.get("main") is True:  # what a filter was before events had weights
            raw.setdefault("weight", MAIN_WEIGHT)
        return Filter(**{f.name: _read(f.name, raw[f.name]) for f in fields(Filter) if f.name in raw})


_WHOLE = ("begin", "until", "as_of", "articles", "sources", "key")
_FLAGS = ("dated", "disagreeing")
_NUMBERS = ("weight",)
_KNOWN: dict[str, tuple[str, ...]] = {
    "certainties": tuple(Certainty),
    "statuses": tuple(Status),
    "precisions": tuple(granularity.value for granularity in Granularity),
}


def _read(name: str, value: object) -> Any:
    if name in _NUMBERS:
        return float(value) if type(value) in (int, float) else 0.0  # type: ignore[arg-type] # a number, as seen
    kind = int if name in _WHOLE else bool if name in _FLAGS else str
    nothing = getattr(Filter(), name)
    if not isinstance(nothing, tuple):
        return value if type(value) is kind else nothing
    items = [item for item in value if type(item) is kind] if isinstance(value, list) else []
    if name in _KNOWN:
        return tuple(known for item in items for known in _KNOWN[name] if known == item)
    return tuple(items)
