"""The past form of an English verb."""

import pytest

from dateline.events.syntax.inflect import past


@pytest.mark.parametrize(
    ("participle", "lemma", "form"),
    [
        ("injuring", "injure", "injured"),
        ("stopping", "stop", "stopped"),
        ("taking", "take", "took"),
        ("carrying", "carry", "carried"),
        ("playing", "play", "played"),
        ("wreck", "wreck", "wrecked"),
    ],
)
def test_regular_and_irregular_verbs(participle: str, lemma: str, form: str) -> None:
    assert past(participle, lemma) == form
