"""Conversations."""

from pathlib import Path

from tests.readers.made import articles_among


def test_a_conversation_has_no_date_of_publication(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("".join(f"[{day}/03/2025, 20:10:24] Ada: We met at the bridge again.\n" for day in range(10, 16)))
    (article,) = articles_among(file)
    assert article.published is None
    assert "conversation" in article.evidence
