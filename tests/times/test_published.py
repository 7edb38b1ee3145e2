"""Datelines and bylines as evidence of publication."""

import pytest

from dateline.times import find_published


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("KYIV, March 30 (Agency) — Drones hit the city.", "--03-30", "dateline"),
        ("LONDON, Jan. 3, 2024 (Agency) - The bank said so.", "2024-01-03", "dateline"),
        ("By Jane Doe, 30 March 2025\n\nThe text.", "2025-03-30", "byline"),
        ("Published March 30, 2025", "2025-03-30", "byline"),
        ("Title\nUpdated: 3 May 2024, 10:00 am\nThe text.", "2024-05-03", "byline"),
    ],
)
def test_a_dateline_or_byline_is_evidence_of_publication(text: str, value: str, kind: str) -> None:
    [(start, end, found, what)] = find_published(text)
    assert (found, what) == (value, kind)
    assert any(char.isdigit() for char in text[start:end])


def test_a_date_of_the_story_is_no_dateline() -> None:
    assert (
        find_published("The mayor, who took office on 3 May 2020 after a long vote, said on Monday that he left.") == []
    )
