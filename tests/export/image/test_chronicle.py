"""Chronicles on paper: every event a line or in a count, no text cut or overlapping or too small, no page blank."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.made_library import made_library

from dateline.core.model import Article, Bundle, Event
from dateline.export.image import write
from dateline.export.image.chronicle import Leaf, leaves
from dateline.export.image.events import merged, told
from dateline.export.image.files import ready
from dateline.export.image.options import LEAST_TEXT, TEMPLATES, ImageOptions
from dateline.timeline.chronicle.blocks import Kind
from dateline.timeline.chronicle.flow import Placed

STORY = made_library()
SMALL = made_library(11, 1)
SHOWN = [
    *(
        {**template, "title": "The mole and the storm", "show": show}
        for template in TEMPLATES.values()
        for show in ("key", "main", "all")
    ),
    {"width": 900.0}, {"width": 500.0, "height": 900.0}, {"paper": "A3", "pages": "fit", "landscape": True},
]  # fmt: skip


@pytest.fixture(autouse=True)
def _qt() -> None:
    ready()


def blocks(pages: list[Leaf]) -> list[Placed]:
    return [placed for page in pages for placed in page.placed]


@pytest.mark.parametrize("bundle", [STORY, SMALL], ids=["800", "11"])
@pytest.mark.parametrize("chosen", SHOWN, ids=str)
def test_a_chronicle_of_every_size(bundle: Bundle, chosen: dict[str, Any]) -> None:
    options = ImageOptions(**chosen)
    pages = leaves(bundle, options)
    entries = [placed.block for placed in blocks(pages) if placed.block.kind is Kind.ENTRY]
    dated = [event for event in merged(told(bundle, options), bundle.merges) if event.dated]
    assert len({block.event for block in entries}) == len(entries)
    assert len(entries) + sum(block.more.count for block in entries if block.more) == len(dated)
    for page in pages:
        assert any(placed.block.kind is Kind.ENTRY for placed in page.placed)
        check_page(page)


def check_page(page: Leaf) -> None:
    fonts = page.fonts
    foot = page.rules[0][1]
    boxes = [(line, 0.0, 0.0) for line in page.lines]
    for placed in page.placed:
        assert placed.y + placed.block.height <= foot + 1 or placed.block.kind is Kind.SILENCE
        boxes += [(line, placed.x, placed.y) for line in placed.block.lines]
        if placed.block.tag:
            boxes.append((placed.block.tag.line, placed.x, placed.y))
    rects = []
    for line, x, y in boxes:
        metrics = fonts.font(line.role).pixelSize()
        assert metrics >= min(LEAST_TEXT, 8.0)
        left, base = line.x + x, line.y + y
        width = fonts.width(line.text, line.role)
        assert left >= 0
        assert left + width <= page.width + 0.5, line
        assert 0 < base <= page.height
        rects.append((left, base - metrics * 0.75, left + width, base + metrics * 0.1, line.text))
    for number, one in enumerate(rects):
        for other in rects[number + 1 :]:
            apart = one[2] <= other[0] + 1 or other[2] <= one[0] + 1 or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            assert apart, (one, other)


def test_an_article_page_tells_of_45_events_and_more() -> None:
    chosen: dict[str, Any] = {**TEMPLATES["article"], "title": "The mole", "show": "key", "most": 200}
    pages = leaves(STORY, ImageOptions(**chosen))
    assert len(pages) > 1
    assert all(page.fonts.font(role).pixelSize() >= LEAST_TEXT for page in pages for role in ("small", "words", "tag"))
    assert sum(placed.block.kind is Kind.ENTRY for placed in pages[0].placed) >= 45


def test_a_key_picture_holds_the_weightiest(tmp_path: Path) -> None:
    options = ImageOptions(show="key", most=10)
    shown = {placed.block.event for placed in blocks(leaves(STORY, options)) if placed.block.kind is Kind.ENTRY}
    assert len(shown) == 10
    weights = sorted((event.weight for event in STORY.events), reverse=True)
    mean = sum(event.weight for event in STORY.events if event.id in shown) / 10
    assert mean > weights[80]


def test_a_pdf_of_several_pages_has_its_title_on_each_and_no_blank_one(tmp_path: Path) -> None:
    chosen: dict[str, Any] = {**TEMPLATES["article"], "title": "The mole and the storm"}
    options = ImageOptions(**chosen)
    (file,) = write(STORY, tmp_path / "story.pdf", options)
    document = pypdfium2.PdfDocument(file)
    assert len(document) > 3
    for page in document:
        said = page.get_textpage().get_text_range()
        assert "The mole and the storm" in said
        assert len(said) > 200


def test_title_standfirst_sources_and_credit_are_said(tmp_path: Path) -> None:
    options = ImageOptions(title="The mole", standfirst="How a harbour lost its wall.", credit="Graphic: the desk")
    (file,) = write(SMALL, tmp_path / "story.svg", options)
    said = file.read_text(encoding="utf-8")
    for words in ("The mole", "How a harbour lost its wall.", "Graphic: the desk", "Paper 0"):
        assert words in said


def test_a_page_with_room_to_spare_has_larger_text_and_still_tells_all() -> None:
    options = ImageOptions(paper="A4", text_size=10.0, title="The mole", show="all")
    (page,) = leaves(SMALL, options)
    assert page.fonts.size > 12
    assert len(page.events) == sum(event.dated for event in SMALL.events)
    check_page(page)


@pytest.mark.parametrize("template", list(TEMPLATES))
def test_a_picture_of_events_without_a_date_lists_them(template: str) -> None:
    events = tuple(Event(id=n, article=1, title=f"council meets for the {n}th time", weight=0.9) for n in range(1, 31))
    chosen: dict[str, Any] = {**TEMPLATES[template], "title": "The council", "show": "main"}
    options = ImageOptions(**chosen)
    (first, *_) = pages = leaves(Bundle((Article(id=1, text=""),), (), events), options)
    said = [block.block.name for page in pages for block in page.placed]
    assert said[0] == "Without a date (30)"
    assert len(said) > 4
    assert len(pages) == 1 or template == "article"
    assert all(each.y + each.block.height <= options.size[1] for each in first.placed if options.size[1])
