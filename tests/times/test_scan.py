"""From a text to hits."""

import pytest

from dateline.times.grammar import grammar
from dateline.times.scan import Tokens, scan


def hits(text: str) -> list[str]:
    tokens = Tokens(text, grammar("en"))
    return [tokens.slice(hit.first, hit.last) for hit in scan(tokens, grammar("en"))]


def test_the_tokens_put_together_are_the_text() -> None:
    text = "Am 3. März\n\n2020–21, it’s 5 p.m. 🎈"
    tokens = Tokens(text, grammar("de"))
    assert "".join(tokens.words) == text
    assert len(tokens.codes) == len(tokens.words) == len(tokens.starts) - 1
    assert tokens.slice(2, 4) == text[tokens.starts[2] : tokens.starts[4]] == "3."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill burned on 4 May 2020 at noon.", ["4 May 2020", "noon"]),
        ("It was a last-minute deal.", []),
        ("It fell this year-the losses grew.", ["this year"]),
        ("It rained in February. The first came.", ["February."]),
        ("The A1990x burned.", []),
    ],
)
def test_the_longest_match_that_stands_free_is_taken(text: str, found: list[str]) -> None:
    assert hits(text) == found
