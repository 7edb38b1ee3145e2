"""Weighing the dates found: which one is the publication, how surely, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateline.core.model import Confidence, DateCandidate
from dateline.readers import clocks
from dateline.readers.clocks import Stamp, stamp
from dateline.readers.dates import Day, plausible

Kind = Literal["published", "updated", "saved"]
_WEIGHT = {Confidence.CERTAIN: 3, Confidence.LIKELY: 2, Confidence.GUESS: 1, Confidence.UNKNOWN: 0}
# Sources filled in by the same hand agree with each other and prove nothing by it.
_FAMILY = {
    "meta": "markup", "json-ld": "markup", "microdata": "markup", "script": "markup", "field": "markup",
    "time": "page", "byline": "page", "dateline": "page", "url": "url", "header": "header", "metadata": "file",
}  # fmt: skip
_NEAR = timedelta(days=1)  # the same evening on two continents


@dataclass(frozen=True, slots=True)
class Clue:
    """One date that a file gives, not yet weighed. ``month_only`` says that its day is not told."""

    day: Day
    source: str
    where: str
    words: str
    confidence: Confidence
    kind: Kind = "published"
    month_only: bool = False

    @property
    def value(self) -> str:
        """The date as ISO."""
        text = self.day.value.isoformat()
        return text[:7] if self.month_only else text

    @property
    def stamp(self) -> Stamp | None:
        """Its day with the clock that is told; None without one."""
        return None if self.month_only else stamp(self.day.value, self.words)

    @property
    def family(self) -> str:
        """Who filled it in."""
        return _FAMILY[self.source]

    def candidate(self) -> DateCandidate:
        """As it is kept with the article."""
        words = " ".join(self.words.split())[:200]
        return DateCandidate(
            value=self.value,
            source=self.source,
            where=self.where,
            words=words,
            confidence=self.confidence,
            kind=self.kind,
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best publication date (whole or partial ISO; None without any), how sure, why, and all candidates."""

    best: str | None
    confidence: Confidence
    why: str
    candidates: tuple[DateCandidate, ...]


def weigh(clues: Iterable[Clue]) -> Verdict:
    """Decide which date is the publication.

    Dates within a day of each other are one date told in two time zones. The date that most kinds of evidence tell
    wins; it is certain when a field meant for it, or two independent kinds of evidence, tell it and nothing of
    weight disagrees. Ties are guesses. A date that only tells of an update is never more than a guess; the day on which
    a copy was saved is told along and never chosen.
    """
    clues = _distinct(clues)
    saved = tuple(clue.candidate() for clue in clues if clue.kind == "saved")
    verdict = _decided(_read_alike([_demoted(clue) for clue in clues if clue.kind != "saved"]))
    return replace(verdict, candidates=verdict.candidates + saved) if saved else verdict


def _decided(clues: list[Clue]) -> Verdict:
    clues = _updates_told(clues)
    published = [clue for clue in clues if clue.kind == "published"]
    updated = [clue for clue in clues if clue.kind == "updated"]
    groups = _groups([clue for clue in published if not clue.month_only])
    if not groups:
        return _without_day(published, updated, clues)
    months = {(c.day.value.year, c.day.value.month) for c in published if c.month_only}
    groups.sort(key=lambda group: (-_weight(group, months), _earliest(group)))
    best, rivals = groups[0], [g for g in groups[1:] if _is_rival(g, updated)]
    loses = _address_loses(best)
    chosen = min(best, key=lambda clue: _preference(clue, address_loses=loses))
    confidence = _confidence(best, rivals, months)
    why = _why(chosen, best, rivals)
    ordered = sorted(clues, key=lambda c: (c not in best, c.kind == "updated", -_WEIGHT[c.confidence]))
    return Verdict(chosen.value, confidence, why, tuple(_moved_first(chosen, ordered)))


def _moved_first(chosen: Clue, clues: Sequence[Clue]) -> Iterable[DateCandidate]:
    yield chosen.candidate()
    yield from (clue.candidate() for clue in clues if clue is not chosen)


def _distinct(clues: Iterable[Clue]) -> list[Clue]:
    """The plausible clues, one of each kind, place and date; the surest of them."""
    kept: dict[tuple[str, str, str, str], Clue] = {}
    for clue in clues:
        key = (clue.value, clue.source, clue.kind, clue.where)
        if plausible(clue.day.value) and (key not in kept or _WEIGHT[kept[key].confidence] < _WEIGHT[clue.confidence]):
            kept[key] = clue
    return list(kept.values())


def _demoted(clue: Clue) -> Clue:
    return replace(clue, confidence=Confidence.GUESS) if clue.month_only else clue


def _read_alike(clues: list[Clue]) -> list[Clue]:
    """Ambiguous figures (3/4/2025) read as the unambiguous clues have it; else they are guesses."""
    plain = [clue.day.value for clue in clues if clue.day.other is None and not clue.month_only]
    result = []
    for clue in clues:
        if clue.day.other is not None:
            fits = [day for day in (clue.day.value, clue.day.other) if any(abs(day - d) <= _NEAR for d in plain)]
            if len(fits) == 1:
                clue = replace(clue, day=replace(clue.day, value=fits[0], other=None))
            else:
                clue = replace(clue, confidence=Confidence.GUESS)
        result.append(clue)
    return result


def _updates_told(clues: list[Clue]) -> list[Clue]:
    """A publication told with the very minute of an update is the update, where other evidence is of an earlier day."""
    stamps = [stamp for clue in clues if clue.kind == "updated" and (stamp := clue.stamp) is not None]
    if not stamps:
        return clues
    told = [c for c in clues if c.kind == "published" and c.family != "url" and _WEIGHT[c.confidence] >= 2]
    first = min((clue.day.value for clue in told), default=None)
    result = []
    for clue in clues:
        own = clue.stamp if clue.kind == "published" else None
        if own and first and first < clue.day.value and any(clocks.same(own, other) for other in stamps):
            clue = replace(clue, kind="updated", confidence=Confidence.LIKELY)
        result.append(clue)
    return result


def _groups(clues: list[Clue]) -> list[list[Clue]]:
    """Dates that are one: the same day, or a day apart and not further than two zones can be by the clock."""
    groups: list[list[Clue]] = []
    for clue in sorted(clues, key=lambda c: (c.day.value, c.stamp is None)):
        last = groups[-1] if groups else []
        same_day = any(other.day.value == clue.day.value for other in last)
        near = bool(last) and clue.day.value - last[0].day.value <= _NEAR
        if same_day or (near and _one_moment(clue, last)):
            last.append(clue)
        else:
            groups.append([clue])
    return groups


def _one_moment(clue: Clue, group: list[Clue]) -> bool:
    told = clue.stamp
    others = [stamp for other in group if (stamp := other.stamp) is not None]
    return told is None or not others or any(clocks.one_moment(told, other) for other in others)


def _address_loses(group: list[Clue]) -> bool:
    """Whether the day in the address is not the article's: a clock in the page's own zone, or page and markup together
    (unless both are told in UTC), name the other day."""
    addressed = {clue.day.value for clue in group if clue.family == "url"}
    others = [c for c in group if c.day.value not in addressed and _WEIGHT[c.confidence] >= 2]
    if not addressed or not others:
        return False
    if any((stamp := clue.stamp) is not None and stamp.told_locally for clue in others):
        return True
    utc = {clue.family for clue in others if clue.day.zone == "utc"}
    return {"page", "markup"} <= {clue.family for clue in others} and not {"page", "markup"} <= utc


def _weight(group: list[Clue], months: set[tuple[int, int]]) -> int:
    best: dict[str, int] = {}
    for clue in group:
        best[clue.family] = max(best.get(clue.family, 0), _WEIGHT[clue.confidence])
    in_month = any((clue.day.value.year, clue.day.value.month) in months for clue in group)
    return sum(best.values()) + in_month


def _earliest(group: list[Clue]) -> date:
    return group[0].day.value


def _is_rival(group: list[Clue], updated: list[Clue]) -> bool:
    """Whether a group contradicts the best: a guess does not, nor a date that is told to be of an update."""
    told_updated = any(abs(clue.day.value - other.day.value) <= _NEAR for clue in group for other in updated)
    return not told_updated and any(_WEIGHT[clue.confidence] >= 2 for clue in group)


def _confidence(best: list[Clue], rivals: list[list[Clue]], months: set[tuple[int, int]]) -> Confidence:
    families = {clue.family for clue in best}
    solid = {clue.family for clue in best if _WEIGHT[clue.confidence] >= 2}
    if any((clue.day.value.year, clue.day.value.month) in months for clue in best):
        families.add("month")
    if any(clue.confidence == Confidence.CERTAIN for clue in best) or len(solid) >= 2:
        own = Confidence.CERTAIN
    elif solid or len(families) >= 2:
        own = Confidence.LIKELY
    else:
        own = Confidence.GUESS
    if not rivals:
        return own
    if max(_weight(rival, months) for rival in rivals) >= _weight(best, months):
        return Confidence.GUESS
    return Confidence.LIKELY if own == Confidence.CERTAIN else own


def _preference(clue: Clue, *, address_loses: bool = False) -> tuple[int, int]:
    """Within one group: the article's own local date as written, before a date told in universal time."""
    if clue.source == "dateline":  # where and when it was written, maybe the day before
        order = 5
    elif clue.family == "url":
        order = 5 if address_loses else 0
    elif clue.day.zone == "local":
        order = 1
    elif clue.family == "page":
        order = 2
    else:
        order = 4 if clue.day.zone == "utc" else 3
    return (order if _WEIGHT[clue.confidence] >= 2 else order + 5, -_WEIGHT[clue.confidence])


def _why(chosen: Clue, best: list[Clue], rivals: list[list[Clue]]) -> str:
    others = sorted({clue.where for clue in best if clue.family != chosen.family})
    told = [f"{chosen.where}: “{' '.join(chosen.words.split())[:80]}”", *(f"also {where}" for where in others[:2])]
    if rivals:
        rival = min(rivals[0], key=_preference)
        told.append(f"but {rival.where} says {rival.value}")
    return "; ".join(told)


def _without_day(published: list[Clue], updated: list[Clue], clues: list[Clue]) -> Verdict:
    rest = published or sorted(updated, key=lambda clue: clue.day.value)
    if not rest:
        return Verdict(None, Confidence.UNKNOWN, "", ())
    best = rest[0]
    what = "gives the month only" if published else "tells of an update, not of the publication"
    why = f"{best.where}: “{' '.join(best.words.split())[:80]}” ({what})"
    return Verdict(best.value, Confidence.GUESS, why, tuple(_moved_first(best, clues)))
