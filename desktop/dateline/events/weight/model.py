"""The fitted weights: a sum of what each feature is worth, as a chance from 0 to 1."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from dateline import paths
from dateline.events.weight.features import Marks, Telling
from dateline.events.weight.repetition import Told

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
    told = Told()
    for telling in sorted(tellings, key=lambda one: (-one.worth, one.event.start)):
        telling.again = told.again(telling)
        told.add(telling, good=chance(telling, weights) >= GOOD)


def chance(telling: Telling, weights: Weights) -> float:
    """The chance that a careful editor gives an event a line; after `compare`."""
    total = weights["shown"].get("", 0.0) + telling.worth + worth(telling.again, weights["told"])
    return round(1 / (1 + math.exp(-total)), 3)
