"""The choices of an image."""

from pathlib import Path

import pytest
from tests.export.image import made

from dateline.errors import ExportError
from dateline.export.image import write
from dateline.export.image.files import ready
from dateline.export.image.options import MM, ImageOptions


@pytest.fixture(autouse=True)
def _qt() -> None:
    ready()


def test_text_too_small_to_print_is_refused_before_it_is_made() -> None:
    with pytest.raises(ExportError, match=r"6\.5 pt"):
        ImageOptions(paper="A4", text_size=8.0).check()


def test_what_cannot_be_is_refused_in_words(tmp_path: Path) -> None:
    for options, words in [
        (made.ImageOptions(width=10), "at least 200 pixels"),
        (made.ImageOptions(scale=9), "1, 2, 3 or 4"),
        (made.ImageOptions(dpi=100), "96, 150 or 300"),
        (made.ImageOptions(theme="pink"), "one of light"),
        (made.ImageOptions(begin=9, until=3), "begin before"),
        (made.ImageOptions(height=260), "no room for the timeline"),
        (made.ImageOptions(width=20_000, height=20_000, scale=4), "smaller size"),
    ]:
        with pytest.raises(ExportError, match=words):
            write(made.STORY, tmp_path / "story.png", options)
    with pytest.raises(ExportError, match="one drawing"):
        write(made.STORY, tmp_path / "story.svg", made.ImageOptions(paper="A4", pages="tile"))
    with pytest.raises(ExportError, match=r"\.png, \.svg or \.pdf"):
        write(made.STORY, tmp_path / "story.gif")
    with pytest.raises(ExportError, match="could not be written"):
        write(made.STORY, tmp_path / "no such folder" / "story.png", made.ImageOptions(scale=1))
    assert list(tmp_path.iterdir()) == []


def test_sizes_in_millimetres_and_on_paper_are_in_scene_pixels() -> None:
    assert ImageOptions(width=100.0, unit="mm").size == (100 * MM, None)
    upright, lying = ImageOptions(paper="A4"), ImageOptions(paper="A4", landscape=True)
    assert upright.page == (210 * MM, 297 * MM)
    assert lying.page == (297 * MM, 210 * MM)
    assert ImageOptions().page is None
    assert [each.printed for each in (ImageOptions(), upright, ImageOptions(unit="mm"))] == [False, True, True]
