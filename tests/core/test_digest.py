"""What tells one text from another."""

import re

import pytest

from dateline.core import digest as module
from dateline.core.digest import digest


@pytest.mark.parametrize(
    "copy", ["the  quay fell", "The quay fell.", "“The Quay” — fell!", "The quay fell", "the_quay_fell"]
)
def test_copies_that_differ_in_spacing_case_or_punctuation_are_one(copy: str) -> None:
    assert digest(copy) == digest("The quay fell")


@pytest.mark.parametrize("other", ["The quay fell in 1987", "The quays fell", "Quay the fell", ""])
def test_other_letters_or_figures_are_another_text(other: str) -> None:
    assert digest(other) != digest("The quay fell")


def test_it_is_32_hex_digits_whatever_the_text() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{32}", digest(text)) for text in ("", "Karvel", "\ud800", "ﬁn"))
    assert digest("ﬁn") == digest("fin")


def test_a_long_text_is_taken_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The quay fell on Monday. " * 20
    whole = digest(text)
    monkeypatch.setattr(module, "_CHUNK", 7)
    assert digest(text) == whole
