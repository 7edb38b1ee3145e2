"""The tenses are one list for the clauses that have them and for what a clause's tense is worth."""

from collections.abc import Callable

from dateline.events.syntax.clauses import tense
from dateline.events.syntax.parser import Sentence
from dateline.events.syntax.tense import Tense
from dateline.events.weight import model

TEXT = (
    "The mill closed. The mill had closed. The mill has closed. The mill closes. The mill will close. "
    "The mill may close. Closing the mill hurt."
)


def test_each_tense_is_one_that_a_verb_can_have(parse: Callable[[str], list[Sentence]]) -> None:
    found = {tense(token) for sentence in parse(TEXT) for token in sentence.tokens if token.tag.startswith("VB")}
    assert found >= set(Tense)


def test_each_tense_has_its_weight_under_its_name() -> None:
    """A feature of no name in the table would count for nothing, without a word."""
    assert {f"{each.value} tense" for each in Tense} <= set(model.table()["shown"])
