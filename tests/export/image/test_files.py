"""Images: what goes in comes out, in every format, and the pictures look as they did when someone looked at them.

The golden pictures are made anew by `python tests/export/image/test_files.py`; look at them before you commit them.
"""

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage
from tests.export.image.made import ARTICLES, EVENTS, STORY, TITLE, ImageOptions, M, event, many, texts

from dateline.core.model import Bundle
from dateline.core.moment import DAY
from dateline.errors import ExportError
from dateline.export.image import ImageOptions as Options
from dateline.export.image import write
from dateline.export.image.compose import Sheet
from dateline.export.image.files import MOST_BYTES, lay_out, pages_of, picture, preview, ready
from dateline.export.image.fonts import Fonts
from dateline.export.palette import contrast
from dateline.timeline.scene import Rect

GOLDEN = Path(__file__).parents[1] / "golden_pictures"


@pytest.mark.parametrize("vertical", [True, False])
def test_what_is_mentioned_in_passing_is_fainter_and_can_still_be_read(vertical: bool) -> None:
    options, inks = ImageOptions(vertical=vertical, scale=3, legend=False), []
    for main in (True, False):
        sheet, pages = lay_out(Bundle(ARTICLES, (), (replace(EVENTS[11], weight=1.0 if main else 0.2),)), options)
        (mark,), image = sheet.scene.marks, picture(pages[0], options)
        inks.append([_darkest(image, sheet, rect) for rect in (mark.rect, mark.box)])
    (plain, plain_words), (faint, faint_words) = inks
    base = sheet.palette.base
    assert contrast(faint, base) < contrast(plain, base)
    assert 4.5 <= contrast(faint_words, base) < contrast(plain_words, base)


def _darkest(image: QImage, sheet: Sheet, rect: Rect | None) -> str:
    assert rect is not None
    x, y = sheet.at
    box = [round(3 * each) for each in (x + rect.x, y + rect.y, x + rect.right, y + rect.bottom)]
    colors = {image.pixelColor(i, j).name() for i in range(box[0], box[2]) for j in range(box[1], box[3])}
    return str(max(colors, key=lambda color: contrast(color, "#ffffff")))


def test_svg_keeps_text_as_text(tmp_path: Path) -> None:
    (file,) = write(STORY, tmp_path / "story.svg", Options(title=TITLE, width=1100, columns=1, show="all"))
    said = texts(file.read_text(encoding="utf-8"))
    for each in EVENTS:
        assert each.title[1:] in said
    assert TITLE in said
    assert "WITHOUT A DATE (1)" in said
    assert "The Brennay Courier" in said
    assert "denied" in said
    assert subprocess.run(["xmllint", "--noout", file], check=False).returncode == 0 if _has("xmllint") else True


def test_pdf_keeps_text_as_text_with_its_fonts(tmp_path: Path) -> None:
    (file,) = write(STORY, tmp_path / "story.pdf", Options(title=TITLE, paper="A4", show="all"))
    raw = file.read_bytes()
    assert b"/FontFile" in raw
    document = pypdfium2.PdfDocument(raw)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((595, 842), abs=1)
    said = document[0].get_textpage().get_text_range()
    assert "Coastguard receives a distress call" in said
    assert "night" in said


@pytest.mark.parametrize(
    ("options", "size", "dots"),
    [
        (ImageOptions(width=600, height=800, scale=1), (600, 800), 96),
        (ImageOptions(width=600, height=800, scale=3), (1800, 2400), 288),
        (ImageOptions(width=160, height=200, unit="mm", scale=1, dpi=300), (1890, 2362), 300),
        (ImageOptions(paper="A4", scale=1, dpi=150, landscape=True), (1754, 1240), 150),
    ],
)
def test_png_has_the_size_that_was_asked_for(
    options: Options, size: tuple[int, int], dots: int, tmp_path: Path
) -> None:
    (file,) = write(STORY, tmp_path / "story.png", options)
    with Image.open(file) as image:
        assert image.size == pytest.approx(size, abs=1)
        assert image.info["dpi"][0] == pytest.approx(dots, abs=1)


def test_a_transparent_picture_has_no_background(tmp_path: Path) -> None:
    (file,) = write(STORY, tmp_path / "story.png", ImageOptions(scale=1, transparent=True, vertical=False))
    with Image.open(file) as image:
        alpha = image.getchannel("A").histogram()
    assert alpha[0] > 0.7 * sum(alpha)


def test_several_pages_cut_through_no_text_and_say_how_they_join(tmp_path: Path) -> None:
    options = ImageOptions(title=TITLE, paper="A4", pages="tile", theme="print")
    bundle = many(120)
    sheet, pages = lay_out(bundle, options)
    assert 3 <= len(pages) <= 10
    cuts = [page.source.top() - sheet.at[1] for page in pages[1:]]
    boxes = [mark.box for mark in sheet.scene.marks if mark.box]
    assert len(boxes) == len(sheet.scene.marks)
    assert not any(box.y < cut < box.bottom for cut in cuts for box in boxes)
    (file,) = write(bundle, tmp_path / "pages.pdf", options)
    document = pypdfium2.PdfDocument(file.read_bytes())
    said = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    assert len(document) == len(pages)
    assert "1 of" in said[0]
    titles = {int(n) for text in said for n in re.findall(r"Council votes on plan (\d+)", text)}
    assert titles == set(range(1, 121))
    pictures = write(bundle, tmp_path / "pages.png", replace(options, scale=1))
    assert [file.name for file in pictures] == [f"pages-{n + 1}.png" for n in range(len(pages))]


def test_no_page_is_a_stub_where_most_events_are_of_a_few_days() -> None:
    """Of many events of one day few can stand beside it, however high the page."""
    days = [M(2025, 1, 3), M(2025, 2, 8), M(2025, 2, 9), M(2025, 4, 1)]
    news = [
        event(n, f"residents of street {n} write to the council", days[n % 4], days[n % 4] + DAY) for n in range(160)
    ]
    story = [event(200 + n, f"works begin on bridge {n}", M(2024) + n * 9 * DAY, M(2024) + (n * 9 + 1) * DAY)
             for n in range(60)]  # fmt: skip
    sheet, pages = lay_out(Bundle(ARTICLES, events=(*news, *story)), ImageOptions(paper="A4", pages="tile"))
    tops = [mark.box.y + sheet.at[1] for mark in sheet.scene.marks if mark.box]
    told = [sum(page.source.top() <= top < page.source.bottom() for top in tops) for page in pages]
    assert len(pages) > 1
    assert min(told) >= 5, told
    assert sheet.left_out


def test_pages_lie_side_by_side_where_time_runs_to_the_right() -> None:
    options = ImageOptions(paper="A4", landscape=True, pages="tile", vertical=False)
    sheet, pages = lay_out(many(60), options)
    assert len(pages) > 1
    assert not sheet.scene.clusters
    assert [page.source.left() for page in pages] == sorted(page.source.left() for page in pages)


def test_a_picture_within_the_bound_is_made_and_one_beyond_is_not() -> None:
    _, pages = lay_out(STORY, ImageOptions(width=4000, height=4000))
    assert MOST_BYTES > 4000 * 4000 * 4 * 4
    assert picture(pages[0], ImageOptions(scale=2)).width() == 8000
    with pytest.raises(ExportError, match="MB"):
        picture(pages[0], ImageOptions(scale=4))


def test_a_preview_is_as_wide_as_asked() -> None:
    assert preview(pages_of(STORY, ImageOptions())[0], 480, 4000).width() == 480


def test_it_works_without_a_display(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path\n"
        "from dateline.core.model import Bundle\n"
        "from dateline.export.image import write\n"
        f"write(Bundle(), Path({str(tmp_path / 'a.png')!r}))\n"
    )
    environment = {"PATH": "", "PYTHONPATH": str(Path(__file__).parents[2] / "desktop"), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "a.png").exists()


PICTURES: dict[str, tuple[Bundle, Options]] = {
    "story-down-light": (STORY, ImageOptions(title=TITLE, scale=1, width=760)),
    "story-right-dark": (STORY, ImageOptions(title=TITLE, scale=1, vertical=False, width=1200, theme="dark")),
    "places-right-print": (
        STORY,
        ImageOptions(title=TITLE, scale=1, vertical=False, width=1200, theme="print", lanes="place", sources=False),
    ),
    "places-down-contrast": (
        STORY,
        ImageOptions(title=TITLE, scale=1, width=1000, theme="contrast", lanes="place", sources=False),
    ),
    "clusters-right-light": (many(150), ImageOptions(scale=1, vertical=False, width=1000, height=560)),
    "groups-down-light": (many(150), ImageOptions(scale=1, width=620, height=700)),
    "histogram-right-dark": (
        many(4000), ImageOptions(scale=1, vertical=False, width=1000, height=400, theme="dark")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_golden_pictures(name: str, tmp_path: Path) -> None:
    ready()
    if Fonts().family != "DejaVu Sans":
        pytest.skip("the golden pictures are set in DejaVu Sans, which is not what is used here")
    bundle, options = PICTURES[name]
    (file,) = write(bundle, tmp_path / "now.png", options)
    with Image.open(file) as now, Image.open(GOLDEN / f"{name}.png") as golden:
        assert now.size == golden.size
        difference = ImageChops.difference(now.convert("RGB"), golden.convert("RGB"))
    assert sum(ImageStat.Stat(difference).mean) / 3 < 0.6, f"{name} looks different: compare {GOLDEN / name}.png"


def _has(program: str) -> bool:
    return subprocess.run(["which", program], capture_output=True, check=False).returncode == 0


def test_labels_to_scale_stand_beside_their_marks_and_the_heaviest_have_them() -> None:
    for options in (ImageOptions(title=TITLE, paper="A4"), ImageOptions(title=TITLE, paper="A4", pages="tile")):
        story = replace(many(300), events=tuple(replace(e, weight=e.id % 10 / 10) for e in many(300).events))
        sheet, pages = lay_out(story, options)
        assert sheet.scene.clusters == ()
        assert sheet.left_out + len(sheet.scene.marks) == 300
        row = 2.6 * sheet.fonts.line("title")
        leaders = [mark.leader for mark in sheet.scene.marks]
        assert all(abs(leader[0][1] - leader[-1][1]) <= row for leader in leaders)
        ends = sorted((leader[0][1], leader[-1][1]) for leader in leaders)
        assert [end for _, end in ends] == sorted(end for _, end in ends)  # none crosses another
        weights = {event.id: event.weight for event in story.events}
        if sheet.left_out:
            told = sorted(weights[mark.id] for mark in sheet.scene.marks)
            assert sum(told) / len(told) > 0.5
        assert all(page.factor * sheet.fonts.font("small").pixelSize() >= 7.2 for page in pages)


def renew() -> None:
    """Make the golden pictures anew, in few colours to keep them small."""
    GOLDEN.mkdir(exist_ok=True)
    for name, (bundle, options) in PICTURES.items():
        write(bundle, GOLDEN / f"{name}.png", options)
        raw = io.BytesIO((GOLDEN / f"{name}.png").read_bytes())
        with Image.open(raw) as image:
            image.convert("RGB").quantize(255).save(GOLDEN / f"{name}.png", optimize=True)


if __name__ == "__main__":
    renew()
