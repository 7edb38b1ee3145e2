"""Where a sentence ends, by its marks."""

import pytest
from tests.times.found import mentions

from dateline.times.sentences import ends_sentence, parted


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The quay fell. Ships left", True),
        ("On Aug. 2 it fell", False),
        ("In Tulsa, Okla., it fell", False),
        ("Mr. Moe fell", False),
        ("J. Moe fell", False),
        ("It cost 3.5 million", False),
    ],
)
def test_a_point_may_belong_to_its_word(text: str, ends: bool) -> None:
    _, tokens, grammar = mentions(text)
    assert ends_sentence(tokens.words, tokens.words.index("."), grammar) is ends


def test_a_german_day_has_a_point() -> None:
    _, tokens, grammar = mentions("Am 3. März fiel er.", "de")
    points = [at for at, word in enumerate(tokens.words) if word == "."]
    assert [ends_sentence(tokens.words, at, grammar) for at in points] == [False, True]


def test_two_places_may_be_in_two_sentences() -> None:
    for text, apart in (("In May it fell. In June it rose", True), ("On Aug. 2 it fell, in June it rose", False)):
        found, tokens, grammar = mentions(text)
        assert parted(found[0].last, found[-1].first, tokens, grammar) is apart, text
