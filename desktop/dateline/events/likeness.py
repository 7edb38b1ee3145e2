"""How alike two events of different articles are: the time they share, their participants, places, acts and words.

The weights were fitted on labelled pairs (tests/benchmarks/events_merging.py): a logistic sum, so that a score is the
chance that a careful reader takes the two for one event.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from dateline.core.model import Event
from dateline.core.moment import DAY
from dateline.events.lexicon import table, words
from dateline.timeline.disagreement import NUMBERS, WORD, numbers_in

SLACK = DAY // 2
LONG = 45 * DAY
"""A span of time so long that sharing it says little."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of an event."""

    event: Event
    family: int
    words: frozenset[str]
    acts: frozenset[str]
    names: frozenset[str]
    persons: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    context: frozenset[str]
    """The words of its sentence, the title's among them."""


def profile_of(event: Event, family: int, text: str = "") -> Profile:
    """What is compared of an event; ``text`` is that of its article."""
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
    found: list[str] = WORD.findall(title.lower())
    kept = {canonical(word) for word in found if word not in words("merging", "stop") and word not in NUMBERS}
    proper = {word.lower() for word in re.findall(r"\b[A-Z]\w+", title)} & (names | places)
    context = _content_words(text[event.sentence_start : event.sentence_end])
    return Profile(
        event, family, frozenset(kept | proper), frozenset((canonical(event.text.lower()),)),
        frozenset(names), frozenset(persons), frozenset(places), numbers_in(title),
        frozenset(context | kept),
    )  # fmt: skip


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
def canonical(word: str) -> str:
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


def overlap(one: Event, other: Event) -> float:
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


def score_of(one: Profile, other: Profile, seen: Counter[str]) -> float:
    """The chance (0 to 1) that two events are one; ``seen`` counts in how many events each word stands."""
    time = overlap(one.event, other.event)
    shared = one.words & other.words
    title = _weight(shared, seen) / max(0.1, min(_weight(one.words, seen), _weight(other.words, seen)))
    common = one.context & other.context
    context = _weight(common, seen) / max(0.1, min(_weight(one.context, seen), _weight(other.context, seen)))
    crossed = (_told_in(one, other, seen) + _told_in(other, one, seen)) / 2
    where = _share(one.places, other.places)
    apart = where == 0.0 and not (one.places & other.words or other.places & one.words)
    act = _act(one, other)
    total = (
        -8.5 + 0.6 * title + 3.3 * _words_alike(one, other) + act * (1.5 + 3.5 * crossed + 0.8 * (time == 1.0))
        + 0.9 * context + 1.0 * crossed + 1.2 * time + 0.8 * _same_time(one, other)
        + 1.0 * (one.event.main and other.event.main) + 0.2 * min(len(shared), 4) / 4
        - 1.7 * apart - 1.5 * _elsewhere(one, other) - 2.2 * _strangers(one, other)
        - 6.0 * (_negative(one) != _negative(other))
    )  # fmt: skip
    if _says(one) and not shared - one.names - other.names - one.acts:
        total -= 1.5  # the same person said something: not the same thing
    if (one.event.certainty == "denied") != (other.event.certainty == "denied"):
        total -= 1.0
    return 1 / (1 + math.exp(-total))


def _negative(one: Profile) -> bool:
    """Whether a title says that something did not happen."""
    return not words("adverbs", "not").isdisjoint(one.event.title.lower().replace("n’t", "n't").split())


def _same_time(one: Profile, other: Profile) -> float:
    here, there = one.event, other.event
    if here.expression is None or there.expression is None:
        return 0.0
    return float((here.earliest, here.latest) == (there.earliest, there.latest))


def _elsewhere(one: Profile, other: Profile) -> bool:
    """Whether both titles name somebody or somewhere, and nothing that the other's sentence names."""
    here, there = ((each.names | each.places) & each.words for each in (one, other))
    met = here & (other.context | other.names | other.places) or there & (one.context | one.names | one.places)
    return bool(here and there and not met)


def _strangers(one: Profile, other: Profile) -> bool:
    """Whether both name persons, and others."""
    return bool(one.persons and other.persons and not one.persons & other.persons)


def _act(one: Profile, other: Profile) -> float:
    if one.acts & other.acts:
        return 1.0
    return 0.6 if one.acts & other.words or other.acts & one.words else 0.0


def _told_in(one: Profile, other: Profile, seen: Counter[str]) -> float:
    """The share of one title that the other's sentence has too."""
    return _weight(one.words & other.context, seen) / max(0.1, _weight(one.words, seen))


def _weight(found: frozenset[str], seen: Counter[str]) -> float:
    """Words count the less the more events have them."""
    return sum(1 / (1 + math.log(max(1, seen[word]))) for word in found)


def _content_words(text: str) -> set[str]:
    found = WORD.findall(text.lower().replace("’s", "").replace("'s", ""))
    return {canonical(word) for word in found if word not in words("merging", "stop") and word not in NUMBERS}


def whole(profiles: Sequence[Profile]) -> list[Profile]:
    """One profile for each happening that a sentence tells: a noun within a clause, or twins of one title, are one.

    What somebody said is another happening than what it tells of.
    """
    by_sentence: dict[tuple[int | None, int], list[Profile]] = {}
    for each in profiles:
        by_sentence.setdefault((each.event.article, each.event.sentence_start), []).append(each)
    kept: list[Profile] = []
    for group in by_sentence.values():
        twins: dict[str, list[Profile]] = {}
        for each in group:
            twins.setdefault(each.event.title.lower(), []).append(each)
        for title, same in twins.items():
            longer = [part for other, part in twins.items() if title in other and title != other]
            if not any(len(same[0].words) < 2 or not any(map(_says, part)) for part in longer):
                best = max(same, key=lambda each: (each.event.main, each.event.confidence))
                acts = (each.acts for part in twins if title.startswith(part) for each in twins[part])
                kept.append(replace(best, acts=frozenset().union(*acts)))
    return kept


def _says(one: Profile) -> bool:
    return not one.acts.isdisjoint(words("verbs", "report"))


def _words_alike(one: Profile, other: Profile) -> float:
    left, right = " ".join(sorted(one.words)), " ".join(sorted(other.words))
    return (fuzz.token_set_ratio(left, right) * 0.5 + fuzz.token_sort_ratio(left, right) * 0.5) / 100


def _share(one: frozenset[str], other: frozenset[str]) -> float | None:
    """The share of the smaller set that the other has too; None where one of them says nothing."""
    return len(one & other) / min(len(one), len(other)) if one and other else None
