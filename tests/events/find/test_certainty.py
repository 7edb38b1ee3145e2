"""How surely an event happened, by the words around its trigger."""

from collections.abc import Callable

import pytest

from dateline.core.model import Certainty, Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("word", "text", "certainty"),
    [
        ("build", "The town was not allowed to build a bridge on Sunday.", Certainty.REPORTED),
        ("enter", "Reporters were not permitted to enter the hall on Monday.", Certainty.REPORTED),
        ("build", "The town was allowed to build a bridge on Friday.", Certainty.PLANNED),
        ("held", "The suit asks that eight firms be held liable in June.", Certainty.PLANNED),
        ("spilled", "The agency calculated that nine million barrels were spilled in 2029.", Certainty.CLAIMED),
    ],
)
def test_certainty(one: One, word: str, text: str, certainty: Certainty) -> None:
    assert one(word, text).certainty is certainty


def test_what_would_have_been_is_not_planned(one: One) -> None:
    assert one("passed", "The judge said he would have passed a longer sentence.").certainty is Certainty.POSSIBLE
