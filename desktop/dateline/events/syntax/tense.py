"""The time of a clause, as a token keeps it and `clauses` finds it."""

from enum import Enum


class Tense(Enum):
    """The time of a clause as its verb forms tell it; INFINITE for verbs without a tense of their own."""

    PAST = "past"
    PLUPERFECT = "pluperfect"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"
    MODAL = "modal"
    INFINITE = "infinite"
