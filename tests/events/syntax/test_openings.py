"""Bylines, credits and labels in one line with the first sentence are no part of it; what looks like one is."""

import pytest

from dateline.events.syntax import openings


@pytest.mark.parametrize(
    "opening",
    [
        "HALLIN (Norwire) - ",
        "By Jane Holt, Staff Writer ",
        "By Jane Holt, Political Correspondent HALLIN — ",
        "By JANE HOLT HALLIN, Norland — ",
        "From our correspondent ",
        "Jane Holt/Getty Images ",
        "Jane Holt / AP ",
        "Image caption ",
        "AP CALDER, Norland -- ",
        "Photo ",
        "By the Norwire Staff ",
        "From Jane Holt, for Norwire ",
        "STORY HIGHLIGHTS ",
        "BREAKING: ",
        "Published 14 May 2031 ",
        "Last updated at 9.15pm GMT ",
    ],
)
@pytest.mark.parametrize("sentence", ["The mill burned down on Monday.", "“It burned,” a docker said."])
def test_what_stands_before_the_first_sentence(opening: str, sentence: str) -> None:
    text = f"{opening}{sentence}"
    assert text[openings.skip(text, 0, len(text)) :] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the mill had burned down.",
        "By Emil Holt’s account the mill burned down.",
        "Getty Images was sold on Monday.",
        "Published in May, the novel was banned.",
        "Updated rules were passed on Monday.",
        "Jane Holt and Emil Strand were freed.",
        "New rules were passed on Monday.",
        "Highlights of the match were shown.",
        "Photos of the mill were shown.",
        "From Hallin the ship sailed to Sund.",
        "By Friday, for Emil Holt, all was lost.",
    ],
)
def test_a_sentence_keeps_its_beginning(sentence: str) -> None:
    assert openings.skip(sentence, 0, len(sentence)) == 0
