"""Events of several articles that may be the same, offered as one; nothing is merged here.

Two events match by the time they share, their participants, their places and the words of their titles. Pairs are
sought only among events that share a rare word, so that a library of many articles stays quick.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from dateline.core.model import Article, Event, Status
from dateline.core.moment import DAY, iso
from dateline.events.lexicon import table, words

THRESHOLD = 0.6
"""Score from which a pair is offered (tests/benchmarks/events_merging.py)."""
COMMON = 60
"""A word of more events than this brings no pairs together by itself."""
SLACK = DAY // 2
LONG = 45 * DAY
"""A span of time so long that sharing it says little."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where the sources differ: what about, and what each event (by its id) says."""

    about: Literal["date", "numbers", "who"]
    said: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Events of different articles that seem to be one, how sure (0 to 1), why, and where they disagree."""

    events: tuple[int, ...]
    score: float
    why: str
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class _Profile:
    """What is compared of an event."""

    event: Event
    family: int
    words: frozenset[str]
    act: str
    names: frozenset[str]
    persons: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]


def suggest(events: Iterable[Event], articles: Iterable[Article]) -> list[Suggestion]:
    """Groups of events that may be the same, the surest first.

    Events without a date, rejected, binned or merged with one another already are passed over, and so are events of
    one article and of versions of one article.
    """
    families = {article.id: article.version_of or article.id for article in articles}
    profiles = [
        _profile(event, families.get(event.article, event.article))
        for event in events
        if event.dated and event.article is not None and not event.binned and event.status is not Status.REJECTED
    ]
    profiles = _whole(profiles)
    scored: list[tuple[float, str, int, int]] = []
    for one, other in _candidates(profiles):
        score, why = _match(profiles[one], profiles[other])
        if score >= THRESHOLD:
            scored.append((score, why, one, other))
    return [_suggestion(group, score, why) for group, score, why in _groups(profiles, scored)]


def _whole(profiles: list[_Profile]) -> list[_Profile]:
    """Without the nouns that a clause of the same sentence tells of already ("a fire" in "a fire destroyed it")."""
    titles: dict[tuple[int | None, int], list[str]] = defaultdict(list)
    for profile in profiles:
        titles[profile.event.article, profile.event.sentence_start].append(profile.event.title.lower())
    return [
        profile
        for profile in profiles
        if not any(
            profile.event.title.lower() in title and profile.event.title.lower() != title
            for title in titles[profile.event.article, profile.event.sentence_start]
        )
    ]


def disagreements(events: Sequence[Event]) -> tuple[Disagreement, ...]:
    """Where the members of a merge differ: their dates, their numbers, and who took part."""
    return _disagreements([_profile(event, event.article or 0) for event in events])


def _profile(event: Event, family: int) -> _Profile:
    names: set[str] = set()
    persons: set[str] = set()
    places: set[str] = set()
    for part in event.participants:
        if part.role == "source":
            continue
        proper = {
            word.lower().removesuffix("’s").removesuffix("'s") for word in part.name.split() if word[:1].isupper()
        }
        (places if part.kind == "place" or part.role == "place" else names).update(proper - words("names", "titles"))
        if part.kind == "person" and part.role in ("agent", "patient"):
            persons |= proper - words("names", "titles")
    title = event.title.replace("’s", "").replace("'s", "")
    found: list[str] = re.findall(r"[^\W_]+(?:[.,]\d+)*", title.lower())
    numbers = {_NUMBERS.get(word, word.replace(",", "")) for word in found if word in _NUMBERS or word[0].isdigit()}
    kept = {_canonical(word) for word in found if word not in words("merging", "stop") and word not in _NUMBERS}
    proper = {word.lower() for word in re.findall(r"\b[A-Z]\w+", title)} & (names | places)
    act = _canonical(event.text.lower())
    return _Profile(
        event, family, frozenset(kept | proper), act,
        frozenset(names), frozenset(persons), frozenset(places), frozenset(numbers),
    )  # fmt: skip


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
)
_NUMBERS = {word: str(number) for number, word in enumerate((_ONES + "eighteen nineteen twenty").split())}


@cache
def _groups_of_words() -> dict[str, str]:
    return {
        word: group.split()[0] for group in table()["merging"]["same"].strip().splitlines() for word in group.split()
    }


@cache
def _present() -> dict[str, str]:
    pairs = (entry.split("=") for entry in table()["verbs"]["irregular"].split())
    return {past: lemma for lemma, past in pairs}


@cache
def _canonical(word: str) -> str:
    """A word in the form that its relatives share: "exploded", "explosion" and "blast" are one."""
    same = _groups_of_words()
    for form in (word, *_bases(word)):
        if form in same:
            return same[form]
    return next(iter(_bases(word)), word)


def _bases(word: str) -> list[str]:
    """Likely base forms of an inflected word."""
    bases = [_present()[word]] if word in _present() else []
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", "e"),
                            ("es", ""), ("s", "")):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)] + instead
            bases.append(base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lse" else base)
    return bases


def _candidates(profiles: list[_Profile]) -> set[tuple[int, int]]:
    """Pairs of different articles whose times meet and who share two words or names, one of them rare."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for word in profile.words | profile.names | profile.places:
            index[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in index.values():
        if len(numbers) <= COMMON:
            shared.update(combinations(numbers, 2))
    return {pair for pair, count in shared.items() if count >= 2 and _could(profiles[pair[0]], profiles[pair[1]])}


def _could(one: _Profile, other: _Profile) -> bool:
    merged = one.event.merge is not None and one.event.merge == other.event.merge
    return one.family != other.family and not merged and _overlap(one.event, other.event) > 0


def _overlap(one: Event, other: Event) -> float:
    """How well the times agree: 1 for the same day, less for long or open spans, 0 where they cannot meet."""
    far = 10**12
    begin = max(
        one.earliest if one.earliest is not None else -far, other.earliest if other.earliest is not None else -far
    )
    until = min(one.latest if one.latest is not None else far, other.latest if other.latest is not None else far)
    if until - begin <= 0:
        return 0.3 if until - begin > -SLACK else 0.0
    spans = [(e.latest - e.earliest) if e.earliest is not None and e.latest is not None else LONG for e in (one, other)]
    wide, narrow = max(spans), min(spans)
    if one.expression is None or other.expression is None:
        return 0.1  # placed by tense alone
    if wide <= 2 * DAY:
        return 1.0
    if wide >= LONG:
        return 0.35 if narrow >= LONG else 0.45
    return 0.75 if wide <= 8 * DAY else 0.55


def _match(one: _Profile, other: _Profile) -> tuple[float, str]:
    """The score of a pair and why."""
    time = _overlap(one.event, other.event)
    title = _words_alike(one, other)
    who = _share(one.names, other.names)
    where = _share(one.places, other.places)
    act = 1.0 if one.act == other.act else 0.0
    if act == 0.0 and one.act not in other.words and other.act not in one.words:
        title *= 0.75
    known = [(0.40, title), (0.20, time), (0.18, act)]
    if who is not None:
        known.append((0.16, who))
    if where is not None:
        known.append((0.14, where))
    score = sum(weight * value for weight, value in known) / sum(weight for weight, _ in known)
    if where == 0.0 and not (one.places & other.words or other.places & one.words):
        score -= 0.10
    if one.act in words("verbs", "report") and not (one.words & other.words) - one.names - other.names - {one.act}:
        score -= 0.15  # the same person said something: not the same thing
    if time < 0.3:
        score -= 0.10
    if one.persons and other.persons and not one.persons & other.persons:
        score -= 0.10
    if one.event.certainty != other.event.certainty and "denied" in (one.event.certainty, other.event.certainty):
        score -= 0.15
    return score, _because(one, other, time)


def _words_alike(one: _Profile, other: _Profile) -> float:
    left, right = " ".join(sorted(one.words)), " ".join(sorted(other.words))
    return (fuzz.token_set_ratio(left, right) * 0.5 + fuzz.token_sort_ratio(left, right) * 0.5) / 100


def _share(one: frozenset[str], other: frozenset[str]) -> float | None:
    """The share of the smaller set that the other has too; None where one of them says nothing."""
    return len(one & other) / min(len(one), len(other)) if one and other else None


def _because(one: _Profile, other: _Profile, time: float) -> str:
    parts = ["the same day" if time == 1.0 else "times that overlap"]
    names = (one.names & other.names) | (one.places & other.places)
    named = _as_written(one.event, names)
    if named:
        parts.append(", ".join(named[:3]))
    shared = _as_written(one.event, (one.words & other.words) - names)
    if shared:
        parts.append("the words " + ", ".join(f"“{word}”" for word in shared[:4]))
    return f"Both tell of {', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else f"Both tell of {parts[0]}"


def _as_written(event: Event, forms: frozenset[str]) -> list[str]:
    """The words of an event's title, or of its participants, that have one of these forms; names that follow
    one another stand together."""
    text = event.title
    if not any(_form(word) in forms or word.lower() in forms for word in _WORD.findall(text)):
        text = " ".join(part.name for part in event.participants)
    found: list[str] = []
    end = -2
    for match in _WORD.finditer(text):
        word = match.group()
        if word.lower() not in forms and _form(word) not in forms:
            continue
        if found and end + 1 == match.start() and word[0].isupper() and found[-1][0].isupper():
            found[-1] = f"{found[-1]} {word}"
        elif word not in found:
            found.append(word)
        end = match.end()
    return found


_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def _form(word: str) -> str:
    return _canonical(word.lower())


def _groups(
    profiles: list[_Profile], scored: list[tuple[float, str, int, int]]
) -> list[tuple[list[_Profile], float, str]]:
    """Pairs joined into groups, the best first: one event an article, and every two of a group a match themselves."""
    pairs = {(one, other): score for score, _, one, other in scored}
    group_of: dict[int, list[int]] = {}
    reasons: dict[int, tuple[float, str]] = {}
    for score, why, one, other in sorted(scored, key=lambda row: -row[0]):
        left, right = group_of.get(one, [one]), group_of.get(other, [other])
        if left is right:
            continue
        joined = left + right
        apart = len({profiles[n].family for n in joined}) == len(joined)
        if apart and all(pairs.get((min(a, b), max(a, b)), 0.0) >= THRESHOLD for a in left for b in right):
            for number in joined:
                group_of[number] = joined
            before = min((reasons[id(group)] for group in (left, right) if id(group) in reasons), default=(score, why))
            reasons[id(joined)] = min(before, (score, why))
    seen: set[int] = set()
    found = []
    for group in group_of.values():
        if id(group) not in seen:
            seen.add(id(group))
            found.append(([profiles[n] for n in group], *reasons[id(group)]))
    return sorted(found, key=lambda row: -row[1])


def _suggestion(group: list[_Profile], score: float, why: str) -> Suggestion:
    ids = tuple(profile.event.id for profile in group)
    return Suggestion(ids, round(min(score, 1.0), 3), why, _disagreements(group))


def _disagreements(group: Sequence[_Profile]) -> tuple[Disagreement, ...]:
    found = []
    spans = {(profile.event.earliest, profile.event.latest) for profile in group}
    if len(spans) > 1:
        found.append(Disagreement("date", tuple((p.event.id, _when(p.event)) for p in group)))
    numbers = [profile.numbers for profile in group]
    if all(numbers) and not frozenset.intersection(*numbers):
        found.append(Disagreement("numbers", tuple((p.event.id, ", ".join(sorted(p.numbers))) for p in group)))
    people = [{part.name for part in p.event.participants if part.role in ("agent", "patient")} for p in group]
    lowered = [{name.lower() for name in names} for names in people]
    if all(lowered) and not set.intersection(*lowered):
        said = tuple((p.event.id, "; ".join(sorted(names))) for p, names in zip(group, people, strict=True))
        found.append(Disagreement("who", said))
    return tuple(found)


def _when(event: Event) -> str:
    if event.earliest is not None and event.latest is not None:
        return f"{iso(event.earliest)} to {iso(event.latest)}"
    if event.earliest is not None:
        return f"from {iso(event.earliest)}"
    return f"before {iso(event.latest)}" if event.latest is not None else "no date"
