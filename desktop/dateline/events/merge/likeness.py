"""How alike two events of different articles are: the time they share, their participants, places, acts and words.

The weights were fitted on labelled pairs (tests/benchmarks/events_merging.py): a logistic sum, so that a score is the
chance that a careful reader takes the two for one event.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz

from dateline.core.model import Event
from dateline.core.moment import DAY, Moment
from dateline.events.lexicon import lines, table, words
from dateline.timeline.disagreement import NUMBERS, WORD, numbers_in

SLACK = DAY // 2
LOOSELY = 3 * DAY
"""How far apart two times may lie of which one is no time of the event's own: the day of the news, or of what was told
before it."""
COPIED = 14 * DAY
"""The same where both sentences have nearly the same words."""
SHARED, LEAST = 0.9, 5
"""The share of the longer sentence's words that such have in common, and how many these are at least."""
WORDED, HOPELESS = 3.1, -1.0
"""What titles of the same words add to the sum of two events' likeness, and a sum that makes no match."""
LONG = 45 * DAY
"""A span of time so long that sharing it says little."""


class Worth(dict[str, float]):
    """What words count; one that is not known 1."""

    def __init__(self, words: Mapping[str, float] = MappingProxyType({})) -> None:
        super().__init__(words)
        self._sums: dict[frozenset[str], float] = {}

    def of(self, said: frozenset[str]) -> float:
        """What the words of a title or a sentence count together, which is asked of each many times."""
        if said not in self._sums:
            self._sums[said] = self.sum(said)
        return self._sums[said]

    def sum(self, said: Iterable[str]) -> float:
        """What some words count together."""
        return sum(map(self.__getitem__, said))

    def __missing__(self, word: str) -> float:
        self[word] = 1.0
        return 1.0


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
    twins: tuple[int, ...] = ()
    """The ids of other events of its article that tell the same."""


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
    return {word: group.split()[0] for group in lines("merging", "same") for word in group.split()}


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
    return root(next(iter(_bases(word)), word))


def root(base: str) -> str:
    """What a verb and the noun of it share: "deliver" and "delivery", "arrive" and "arrival"."""
    for ending in ("ation", "ment", "ance", "ence", "ion", "ate", "at", "ure", "ery", "al", "er", "e", "y"):
        if base.endswith(ending) and len(base) - len(ending) >= 5:
            return base[: -len(ending)]
    return base


def _bases(word: str) -> list[str]:
    """Likely base forms of an inflected word."""
    bases = [_present()[word]] if word in _present() else []
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", "e"),
                            ("es", ""), ("s", "")):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)] + instead
            bases.append(base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lse" else base)
    return bases


def meeting(one: Profile, other: Profile) -> float:
    """How well the times of two events agree (see `overlap`): those of copies of one sentence may be carried over from
    other days."""
    if (time := overlap(one.event, other.event)) > 0:
        return time
    return overlap(one.event, other.event, COPIED) if alike(one.context, other.context) else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences have nearly the same words."""
    return len(one & other) >= max(LEAST, SHARED * max(len(one), len(other)))


def overlap(one: Event, other: Event, loosely: Moment = LOOSELY) -> float:
    """How well the times agree: 1 for the same day, less for long or open spans, 0 where they cannot meet."""
    far = 10**12
    begin = max(
        one.earliest if one.earliest is not None else -far, other.earliest if other.earliest is not None else -far
    )
    until = min(one.latest if one.latest is not None else far, other.latest if other.latest is not None else far)
    if until - begin <= 0:
        told = one.date_told and other.date_told
        return 0.3 if until - begin > -SLACK else 0.1 if not told and until - begin > -loosely else 0.0
    spans = [(e.latest - e.earliest) if e.earliest is not None and e.latest is not None else LONG for e in (one, other)]
    wide, narrow = max(spans), min(spans)
    if one.expression is None or other.expression is None:
        return 0.8 if wide <= 2 * DAY else 0.1  # the news of one day; placed by tense alone
    if wide <= 2 * DAY:
        return 1.0
    if wide >= LONG:
        return 0.35 if narrow >= LONG else 0.45
    return 0.75 if wide <= 8 * DAY else 0.55


def score_of(one: Profile, other: Profile, worth: Worth) -> float:
    """The chance (0 to 1) that two events are one, 0 where it is small; ``worth`` is `worth_of` all compared."""
    time = meeting(one, other)
    shared = one.words & other.words
    common = one.context & other.context
    context = worth.sum(common) / max(0.1, min(worth.of(one.context), worth.of(other.context)))
    crossed = (_told_in(one, other, worth) + _told_in(other, one, worth)) / 2
    where = _share(one.places, other.places)
    apart = where == 0.0 and not (one.places & other.words or other.places & one.words)
    act = _act(one, other)
    total = (
        -7.2 + act * (0.7 + 2.8 * crossed + 0.5 * (time == 1.0))
        + 2.4 * context + 0.8 * crossed + 0.7 * time + 0.7 * _same_time(one, other)
        + 0.9 * (one.event.main and other.event.main) + 1.2 * min(len(shared), 4) / 4
    )  # fmt: skip
    if total + WORDED < HOPELESS:
        return 0.0
    total += WORDED * _words_alike(one, other, worth) - 1.8 * apart - 1.2 * _elsewhere(one, other)
    total -= 1.8 * _strangers(one, other) + 6.0 * (_negative(one) != _negative(other))
    if _says(one) and _says(other) and _of_something_else(one, other):
        total -= 3.0
    if (one.event.certainty == "denied") != (other.event.certainty == "denied"):
        total -= 1.0
    return 1 / (1 + math.exp(-total))


def _negative(one: Profile) -> bool:
    """Whether a title says that something did not happen."""
    return not words("adverbs", "not").isdisjoint(one.event.title.lower().replace("n’t", "n't").split())


def _of_something_else(one: Profile, other: Profile) -> bool:
    """Whether one speaker says two things: the titles share words before their verb, and none behind it."""
    (speaker, said), (speaker2, said2) = (
        (_content_words(part) for part in each.event.title.partition(each.event.text)[::2]) for each in (one, other)
    )
    return bool(speaker & speaker2) and not said & said2


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
    """Whether both name persons, and none whom the other's sentence names."""
    met = one.persons & (other.persons | other.context) or other.persons & one.context
    return bool(one.persons and other.persons and not met)


def _act(one: Profile, other: Profile) -> float:
    if one.acts & other.acts:
        return 1.0
    return 0.6 if one.acts & other.words or other.acts & one.words else 0.0


def _told_in(one: Profile, other: Profile, worth: Worth) -> float:
    """The share of one title that the other's sentence has too."""
    return worth.sum(one.words & other.context) / max(0.1, worth.of(one.words))


def worth_of(profiles: Iterable[Profile]) -> Worth:
    """What each word of titles counts: the less the more events have it; other words count 1."""
    seen = Counter(word for each in profiles for word in each.words)
    return Worth({word: 1 / (1 + math.log(count)) for word, count in seen.items()})


@lru_cache(64)
def _content_words(text: str) -> frozenset[str]:
    found = WORD.findall(text.lower().replace("’s", "").replace("'s", ""))
    kept = (word for word in found if word not in words("merging", "stop") and word not in NUMBERS)
    return frozenset(map(canonical, kept))


def whole(profiles: Sequence[Profile]) -> list[Profile]:
    """One profile for each happening that an article tells, with its twins: a noun within a clause, a title that comes
    again, and what a later sentence calls by its noun alone are one.

    What somebody said is another happening than what it tells of.
    """
    by_sentence: dict[tuple[int | None, int], list[Profile]] = {}
    for each in profiles:
        by_sentence.setdefault((each.event.article, each.event.sentence_start), []).append(each)
    by_article: dict[int | None, list[Profile]] = {}
    for (article, _), group in by_sentence.items():
        by_article.setdefault(article, []).extend(_of_sentence(group))
    return [each for told in by_article.values() for each in _once(told)]


def _of_sentence(group: Sequence[Profile]) -> list[Profile]:
    titles: dict[str, list[Profile]] = {}
    for each in group:
        titles.setdefault(" ".join(WORD.findall(each.event.title.lower())), []).append(each)
    inside: dict[str, list[Profile]] = {}
    kept: dict[str, Profile] = {}
    for title, same in titles.items():
        longer = [other for other in titles if title in other and title != other and not _beside(title, other)]
        if any(len(same[0].words) < 2 or not any(map(_says, titles[other])) for other in longer):
            inside.setdefault(max(longer, key=len), []).extend(same)
            continue
        best = max(same, key=lambda each: (each.event.main, each.event.confidence))
        acts = (each.acts for part in titles if title.startswith(part) for each in titles[part])
        inside.setdefault(title, []).extend(each for each in same if each is not best)
        kept[title] = replace(best, acts=frozenset().union(*acts))
    return [replace(each, twins=tuple(one.event.id for one in inside[title])) for title, each in kept.items()]


def _beside(title: str, longer: str) -> bool:
    """Whether the longer title only says when it was by the other: "since its launch"."""
    before = longer[: longer.index(title)].split()
    return bool(before) and before[-1] in words("merging", "beside")


def _once(told: Sequence[Profile]) -> list[Profile]:
    """The happenings of an article's sentences, each once: what says less of one act at the same time is a twin."""
    kept: list[Profile] = []
    at: dict[tuple[str, int | None, int | None], list[int]] = {}
    for each in sorted(told, key=lambda one: (-len(one.words), one.event.expression is None)):
        keys = [(act, each.event.earliest, each.event.latest) for act in each.acts]
        said = [] if _says(each) else [number for key in keys for number in at.get(key, ())]
        place = min((number for number in said if each.words <= kept[number].context), default=None)
        if place is None:
            for key in keys:
                at.setdefault(key, []).append(len(kept))
            kept.append(each)
        else:
            one = kept[place]
            kept[place] = replace(one, twins=(*one.twins, each.event.id, *each.twins))
    return kept


def _says(one: Profile) -> bool:
    return not one.acts.isdisjoint(words("verbs", "report"))


def _words_alike(one: Profile, other: Profile, worth: Worth) -> float:
    left, right = " ".join(sorted(one.words)), " ".join(sorted(other.words))
    alike = (fuzz.token_set_ratio(left, right) * 0.5 + fuzz.token_sort_ratio(left, right) * 0.5) / 100
    bare, full = sorted((one, other), key=lambda each: len(each.words))
    return alike if len(bare.words) > 1 else max(alike, _told_in(full, bare, worth))  # "its launch": whose is beside it


def _share(one: frozenset[str], other: frozenset[str]) -> float | None:
    """The share of the smaller set that the other has too; None where one of them says nothing."""
    return len(one & other) / min(len(one), len(other)) if one and other else None
