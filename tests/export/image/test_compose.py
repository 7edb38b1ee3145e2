"""A sheet put together: heading, timeline, legend, shelf and sources."""

from pathlib import Path

import pytest
from tests.export.image.made import ARTICLES, STORY, TITLE, ImageOptions, M, counted, many, texts

from dateline.core.model import Bundle
from dateline.export.image import ImageOptions as Options
from dateline.export.image import write


@pytest.mark.parametrize("vertical", [True, False])
@pytest.mark.parametrize("count", [1, 30, 300, 3000])
def test_every_event_is_a_mark_or_is_counted(count: int, vertical: bool) -> None:
    for options in (
        ImageOptions(vertical=vertical),
        ImageOptions(vertical=vertical, height=700, width=1000, elastic=False),
        ImageOptions(vertical=vertical, paper="A4"),
    ):
        assert counted(many(count), options) == count


def test_lanes_show_every_event_in_each_of_its_lanes() -> None:
    assert counted(STORY, ImageOptions(lanes="place")) == 16
    assert counted(STORY, ImageOptions(lanes="place", width=420)) == 16  # the smallest lanes share one


def test_the_heading_names_the_range_where_only_its_end_is_given(tmp_path: Path) -> None:
    options = ImageOptions(title=TITLE, until=M(2025, 4, 2), width=1100)
    (file,) = write(STORY, tmp_path / "story.svg", options)
    assert "– 1 April 2025" in texts(file.read_text(encoding="utf-8"))


def test_no_events_make_a_picture_too(tmp_path: Path) -> None:
    (file,) = write(Bundle(ARTICLES), tmp_path / "none.png", ImageOptions(title="Nothing yet", scale=1))
    assert file.stat().st_size > 1000


def test_legend_shelf_and_sources_can_be_left_out(tmp_path: Path) -> None:
    bare = ImageOptions(legend=False, undated=False, sources=False)
    (file,) = write(STORY, tmp_path / "bare.svg", bare)
    said = texts(file.read_text(encoding="utf-8"))
    assert "Without a date" not in said
    assert "Courier" not in said
    assert "at some time within" not in said


def test_a_picture_says_its_own_words_as_the_window_has_them(tmp_path: Path) -> None:
    words = {"Without a date ({n})": "Ohne Datum ({n})", "Denied": "Bestritten", "Sources": "Quellen"}

    def said_as(english: str, n: int = 0, /) -> str:
        return words.get(english, english)

    options = Options(say=said_as, count=lambda n: f"{n}.", show="all")
    (file,) = write(STORY, tmp_path / "de.svg", options)
    said = texts(file.read_text(encoding="utf-8"))
    assert "OHNE DATUM (1.)" in said
    assert "bestritten" in said
    assert "Quellen" in said
