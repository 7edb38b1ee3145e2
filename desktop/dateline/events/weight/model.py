"""The fitted weights: a sum of what each feature is worth, as a chance from 0 to 1."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline import paths
from dateline.core.model import Certainty
from dateline.events.lexicon import any_of
from dateline.events.weight.features import Marks, Telling
from dateline.events.weight.repetition import Told
from dateline.events.when.discourse import same

GOOD = 0.4
"""The chance from which a telling makes another that says no more than it needless."""
Weights = Mapping[str, Mapping[str, float]]


@cache
def table() -> dict[str, dict[str, float]]:
    """What each feature is worth: ``shown`` from its sentence and the article, ``told`` for what is told again."""
    file = paths.resources() / "weights" / "events.toml"
    loaded: dict[str, dict[str, float]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return loaded


def worth(marks: Marks, weights: Mapping[str, float]) -> float:
    """The sum of what the features are worth."""
    total = 0.0
    for name, value in marks.items():
        total += weights.get(name, 0.0) * value
    return total


def compare(tellings: Sequence[Telling], weights: Weights) -> None:
    """Mark what tells again what a telling of more ``shown`` worth has told."""
    for telling in tellings:
        telling.worth = worth(telling.shown, weights["shown"])
    for first, best in _better_dated(tellings):
        first.worth, best.worth = best.worth, first.worth
    told = Told()
    for telling in sorted(tellings, key=lambda one: (-one.worth, one.event.start)):
        telling.again = told.again(telling)
        told.add(telling, good=chance(telling, weights) >= GOOD)


def _better_dated(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Tellings that stand under the title of a better one in their sentence and alone have a time of the article: of
    "voted to close" the vote.
    """
    groups: dict[tuple[int, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[telling.event.sentence_start, telling.event.title].append(telling)
    for group in groups.values():
        best = max(group, key=lambda one: one.worth)
        first = min(group, key=lambda one: (len(one.above), one.event.start))
        timed = first.event.carried not in ("", "inferred") and best.event.carried in ("", "inferred")
        if first is not best and (timed or _done(first, best)):
            yield first, best


def _done(first: Telling, best: Telling) -> bool:
    """Whether the title tells what was done, and the better telling what it is to serve ("awarded it to go on")."""
    told, meant = first.event.certainty, best.event.certainty
    return told is Certainty.REPORTED and meant is Certainty.PLANNED and first.happens not in _ahead()


@cache
def _ahead() -> frozenset[str]:
    """What leaves it to another verb to say what is to happen, as tellings have it ("plan", "expect", "admit")."""
    lists = (("verbs", "plan"), ("verbs", "ahead"), ("verbs", "report"), ("verbs", "possible"), ("adjectives", "state"))
    more = (("verbs", "aspect"), ("verbs", "state"), ("verbs", "light"), ("verbs", "never"))
    return frozenset(map(same, any_of(*lists, *more)))


def chance(telling: Telling, weights: Weights) -> float:
    """The chance that a careful editor gives an event a line; after `compare`."""
    total = weights["shown"].get("", 0.0) + telling.worth + worth(telling.again, weights["told"])
    return round(1 / (1 + math.exp(-total)), 3)
