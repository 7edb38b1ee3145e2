"""Why an event is shown at once or kept back, as a sentence: the features that weigh most."""

from collections.abc import Mapping

from dateline.core.message import Message, together
from dateline.core.model import MAIN_WEIGHT
from dateline.events.weight.features import Telling

MOST = 3
"""Reasons that are told."""
SAID = {
    "headline": Message("in the headline"),
    "told again by the headline": Message("the headline tells it"),
    "lead": Message("in the lead"),
    "time attached": Message("its own date"),
    "time in clause": Message("its own date"),
    "happened at its own time": Message("its own date"),
    "act": Message("an act"),
    "noun of news": Message("a happening"),
    "weighty saying": Message("words that are news"),
    "saying with its own time": Message("words that are news"),
    "names somebody": Message("names somebody"),
    "names two": Message("names two or more"),
    "title names": Message("names somebody"),
    "numbers": Message("numbers"),
    "has an object": Message("says what was done to whom"),
    "done to somebody": Message("says what was done to whom"),
    "past tense": Message("told as past"),
    "time is a bound": Message("a limit in time"),
    "verb of saying": Message("only says something"),
    "saying that tells another": Message("only says something"),
    "title says who says it": Message("only says something"),
    "verb of views": Message("a view"),
    "told by a state": Message("a state"),
    "present tense": Message("told as present"),
    "going on": Message("goes on"),
    "quoted": Message("in a quotation"),
    "title speaks": Message("in a quotation"),
    "title quotes": Message("in a quotation"),
    "did not happen": Message("did not happen"),
    "supposed": Message("only supposed"),
    "time from afar": Message("a date from far off"),
    "time carried": Message("a date told elsewhere"),
    "time of the news": Message("a date told elsewhere"),
    "late in the article": Message("late in the article"),
    "title says too little": Message("says little by itself"),
    "title begins with a pronoun": Message("says little by itself"),
    "lost its subject": Message("says little by itself"),
    "told better elsewhere": Message("told better elsewhere"),
    "says nothing new": Message("told better elsewhere"),
    "told better by headline or text": Message("told better elsewhere"),
    "told better in its sentence": Message("told better in its own sentence"),
    "told better by what it is part of": Message("told better in its own sentence"),
}
"""What is said of a feature; of the others nothing is said."""


def reason(telling: Telling, weight: float, weights: Mapping[str, Mapping[str, float]]) -> Message:
    """Which features speak most for an event that is shown at once, or against one that is kept back."""
    shown = weight >= MAIN_WEIGHT
    sign = 1 if shown else -1
    worth = [
        (sign * value * table.get(name, 0.0), SAID[name])
        for marks, table in ((telling.shown, weights["shown"]), (telling.again, weights["told"]))
        for name, value in marks.items()
        if name in SAID
    ]
    speaking = [said for value, said in sorted(worth, key=lambda pair: -pair[0]) if value > 0]
    reasons = together(list(dict.fromkeys(speaking))[:MOST], ", ")
    percent = round(100 * weight)
    if not speaking:
        return Message("weight {percent} %", percent=percent)
    return Message("weight {percent} %: {reasons}", percent=percent, reasons=reasons)
