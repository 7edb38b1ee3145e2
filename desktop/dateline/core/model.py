"""What Dateline knows: frozen values, free of files and windows.

Offsets count code points into `Article.text`. Moments are civil minutes (`dateline.core.moment`).
Every field is a number, a string, a flag, None, or a tuple of such or of small dataclasses, so `change` can carry
each value as one row. Ids are random, so a worker can make them without asking the library.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeVar

from dateline.core.message import Message
from dateline.core.moment import Granularity, Moment


def new_id() -> int:
    """A random id: 53 bits, so that it survives JSON and JavaScript."""
    return int.from_bytes(os.urandom(7), "big") >> 3


class Confidence(StrEnum):
    """How sure a publication date is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How surely an event happened, by the words that tell it."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    PLANNED = "planned"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    DENIED = "denied"


class Relation(StrEnum):
    """How an event lies to the time it is anchored to."""

    ON = "on"
    WITHIN = "within"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    AROUND = "around"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Where an event comes from and what the reader said of it."""

    FOUND = "found"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    ADDED = "added"


MAIN_WEIGHT = 0.5
"""The weight from which an event is a main one: what is below is mentioned in passing."""

Anchor = Literal["publication", "previous", "absolute", "none"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What a reader may set about the meaning of words.

    ``week_start`` is the weekday that opens a week (0 Monday). ``day_first`` says how to read 3/4/2025; None lets
    the article and its language decide. Day parts are hours from midnight; an end over 24 lies on the next day.
    """

    week_start: int = 0
    day_first: bool | None = None
    dawn: tuple[int, int] = (4, 8)
    morning: tuple[int, int] = (6, 12)
    afternoon: tuple[int, int] = (12, 18)
    evening: tuple[int, int] = (18, 24)
    night: tuple[int, int] = (18, 30)

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Conventions":
        """What the reader set (`dateline.settings`); a part of a day that would have nothing left has an hour."""
        morning = settings["morning_from"]
        afternoon = max(settings["afternoon_from"], morning + 1)
        evening = max(settings["evening_from"], afternoon + 1)
        return cls(
            week_start=settings["week_start"],
            day_first={"day": True, "month": False}.get(settings["day_first"]),
            morning=(morning, afternoon),
            afternoon=(afternoon, evening),
            evening=(evening, 24),
            night=(evening, 24 + settings["night_until"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """A date that an article's publication might be, with the evidence for it.

    ``value`` is a whole or partial ISO date. ``source`` is the kind of place (meta, json-ld, time, url, byline,
    dateline, header, metadata, typed), ``where`` says it in words, ``words`` is the text as found there.
    ``kind`` tells publication from a later update and from the day a copy was saved, which is no publication.
    """

    value: str
    source: str
    where: str | Message
    words: str
    confidence: Confidence
    kind: Literal["published", "updated", "saved"] = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its text as read, and the publication date that its relative times lean on.

    ``published`` is a whole or partial ISO date, None while unknown. ``evidence`` says in words where it comes
    from ("typed by hand" once chosen). ``digest`` is a hash of the normalised text, ``fingerprint`` a
    similarity hash; ``version_of`` names the article that this one is another version of. ``file`` is the path or
    archive member it was read from, as text, and ``sha256`` the hash (64 hex digits) of that file's bytes as it lay on
    the disk, of the archive for its members; "" where there was none. ``added`` is when it was imported (ISO, local
    civil time). ``omitted`` counts the words of the file's article, as far as can be told, that its text does not have.
    """

    id: int
    text: str
    title: str = ""
    published: str | None = None
    published_confidence: Confidence = Confidence.UNKNOWN
    evidence: str | Message = ""
    candidates: tuple[DateCandidate, ...] = ()
    authors: tuple[str, ...] = ()
    site: str = ""
    url: str = ""
    language: str = ""
    format: str = ""
    file: str = ""
    digest: str = ""
    fingerprint: int = 0
    version_of: int | None = None
    added: str = ""
    collections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    binned: bool = False
    sha256: str = ""
    omitted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A span of the text and the interval it means.

    ``type`` (DATE, TIME, DURATION, SET), ``value``, ``mod``, ``quant`` and ``freq`` are TIMEX3's. ``begin`` and
    ``until`` bound the half-open interval; None is an open or unresolved end. ``relation`` is the word before it, as
    the grammar's ``[relation]`` groups them, or "": since, until, by, before, after and around make other bounds of it
    than its own; between, from, on, at, in, during, within, over and for do not. ``offset`` keeps a relative
    expression's distance (ISO 8601 duration, signed) so that it survives an unknown publication date. ``rule`` names
    the grammar rule; ``why`` is a sentence, a `Message` where the window can say it in its language.
    """

    id: int
    article: int
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin: Moment | None = None
    until: Moment | None = None
    granularity: Granularity = Granularity.DAY
    anchor: Anchor = "none"
    relation: str = ""
    offset: str | None = None
    rule: str = ""
    why: str | Message = ""

    @property
    def resolved(self) -> bool:
        """Whether the expression has a place on the timeline."""
        return self.begin is not None or self.until is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone or something in an event: the words, their span, the role played and the kind of thing.

    ``role``: agent, patient, place, source, other. ``kind``: person, organisation, place, group, thing, other.
    ``name`` is the fullest name that the article gives it, used to filter.
    """

    text: str
    start: int
    end: int
    role: str
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens in time, told by an article or added by the reader (then ``article`` may be None).

    ``start`` to ``end`` is the trigger, ``sentence_start`` to ``sentence_end`` the sentence. The four bounds are
    those of SIMILE and Aeon Timeline: it began in ``[earliest, latest_start]`` and ended in
    ``[earliest_end, latest]``; None leaves a side open. ``expression`` is the id of the time expression it hangs
    on, ``words`` the words shown beside the date. ``confidence`` is the chance that found, placed and certainty
    are right. ``corrected`` names the fields that the reader set, which re-analysis keeps. ``weight`` (0 to 1) is how
    much a careful editor would give it a line of its own; views show what is over the reader's threshold, and what the
    reader confirmed whatever it weighs. ``carried`` says how the date was got ("own" for a time of its own
    clause, "sentence", "lead", "headline", "inferred"), "" where that is not known.
    """

    id: int
    article: int | None
    title: str
    start: int = 0
    end: int = 0
    text: str = ""
    sentence_start: int = 0
    sentence_end: int = 0
    earliest: Moment | None = None
    latest_start: Moment | None = None
    earliest_end: Moment | None = None
    latest: Moment | None = None
    granularity: Granularity = Granularity.VAGUE
    relation: Relation = Relation.UNKNOWN
    certainty: Certainty = Certainty.REPORTED
    attributed_to: str = ""
    participants: tuple[Participant, ...] = ()
    expression: int | None = None
    via_start: int | None = None
    via_end: int | None = None
    words: str = ""
    why: str | Message = ""
    confidence: float = 0.0
    status: Status = Status.FOUND
    corrected: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    merge: int | None = None
    binned: bool = False
    weight: float = 1.0
    carried: str = ""

    @property
    def main(self) -> bool:
        """Whether the article reports it outright, and does not mention it in passing ("the report", "said")."""
        return self.weight >= MAIN_WEIGHT

    @property
    def goes_on(self) -> bool:
        """Whether it has begun and still went on when its article was published: its end is that day's, not its own."""
        return self.relation is Relation.SINCE and self.latest is not None and self.earliest_end == self.latest

    @property
    def dated(self) -> bool:
        """Whether the event has a place on the timeline; the others sit on the undated shelf."""
        return self.earliest is not None or self.latest is not None

    @property
    def date_told(self) -> bool:
        """Whether its own sentence, or the reader, says when it was: else its date is carried over or inferred."""
        return self.carried in ("", "own", "sentence") or "earliest" in self.corrected


def weight_of(*, main: bool) -> float:
    """The weight of what an older file says no more of than whether it is a main event."""
    return 0.7 if main else 0.2


def weightiest(events: Iterable[Event]) -> Event:
    """The event that stands for others that tell of the same: the weightiest, then the surest, then the first."""
    return max(events, key=lambda event: (event.weight, event.confidence))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Events of several articles that tell of the same thing, shown as one under ``title``.

    The members are the events whose ``merge`` is this id, so splitting loses nothing. ``copies`` says that it was made
    without being asked, of copies of one sentence.
    """

    id: int
    title: str
    copies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A filter with a name; ``query`` is the filter as JSON (`dateline.core.filter`)."""

    id: int
    name: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One drop or import: when, how many, and the outcome of each file as JSON lines (file, outcome, reason)."""

    id: int
    label: str
    when: str
    report: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a later analysis makes of an event that the reader has corrected, kept until the reader chooses.

    ``event`` is the event's id. ``fields`` are the event's fields that would be other, as JSON; "" where the analysis
    does not find the event any more.
    """

    id: int
    event: int
    fields: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two events, by their ids, of which the reader said that they are not the same; ``one`` is the smaller."""

    id: int
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """What an export takes away and an analysis brings: articles with what was found in them."""

    articles: tuple[Article, ...] = ()
    expressions: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    merges: tuple[Merge, ...] = ()
    apart: tuple[Apart, ...] = ()


V = TypeVar("V")


def up_to_date(kind: type, values: Mapping[str, V]) -> Mapping[str, V | float]:
    """The values of a row as this version names them, from those that an earlier version wrote."""
    if kind is Event and "main" in values and "weight" not in values:
        return {**values, "weight": weight_of(main=bool(values["main"]))}
    return values


Row = Article | TimeExpression | Event | Merge | SavedFilter | Import | Offer | Apart

TABLES: dict[str, type[Row]] = {
    "articles": Article,
    "expressions": TimeExpression,
    "events": Event,
    "merges": Merge,
    "saved_filters": SavedFilter,
    "imports": Import,
    "offers": Offer,
    "apart": Apart,
}
"""Every table of a library, parents before children."""
