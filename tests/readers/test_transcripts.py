"""Transcripts and subtitles."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.made import articles_among


@pytest.mark.parametrize("name", ["cues.srt", "whisper.json"])
def test_the_times_of_cues_are_no_dates_and_no_text(name: str, make: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(make.kept()[name])
    (article,) = articles_among(file)
    assert article.published is None
    assert not article.candidates
    assert article.text.split() == " ".join(make.PARAGRAPHS).split()


def test_a_transcript_with_times_in_brackets(tmp_path: Path, make: ModuleType) -> None:
    file = tmp_path / "a.txt"
    lines = (f"[00:0{n}.000 --> 00:0{n}.900]  {text}" for n, text in enumerate(make.PARAGRAPHS))
    file.write_text("\n".join(lines))
    (article,) = articles_among(file)
    assert article.text.split() == " ".join(make.PARAGRAPHS).split()
