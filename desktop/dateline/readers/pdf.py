"""PDF by pypdfium2: columns in reading order, words joined at hyphens, running heads and page numbers left out."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import bylines, databases, dates, ocr, pdf_prints, pdf_stories, pdf_streams, text_dates
from dateline.readers.base import Found, Read, Source
from dateline.readers.evidence import Clue
from dateline.readers.pdf_layout import Line, in_order, joined
from dateline.readers.text import headline

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_LONGEST_TEXT = 20_000_000
_RUNS, _LETTERS = 3_000, 20_000  # a page with more is a map or a chart: its text is taken in the order of the file

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the bottom left corner."""


def read(source: Source) -> Read:
    """The text of a PDF, or the stories of a newspaper's pages. Encrypted files that ask for a password and pages that
    are pictures only are refused."""
    import pypdfium2 as pdfium

    pdf_streams.check(source.data)
    try:
        document = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("it is locked with a password; save a copy without one") from error
        raise Refused("it is a damaged PDF; copy or download it again") from error
    try:
        if len(document) > source.limits.pages:
            raise Refused(Message("it has more than {n} pages", n=source.limits.pages))
        pages = list(_pages(document, pdfium.PdfiumError))
        facts = _facts(document)
        scanned = None if any(line.text for page in pages for line in page) else ocr.of_scan(document)
    finally:
        document.close()
    if scanned is not None:
        yield scanned
        return
    prints = pdf_prints.Prints()
    stripped = [(len(prints.folios), prints.strip(page), len(prints.folios)) for page in pages]
    heads = _running_heads([page for _, page, _ in stripped])
    pages = [joined(_without_heads(page, heads)) for _, page, _ in stripped]
    stories = [
        pdf_stories.stories(page, folio=after > before)
        for page, (before, _, after) in zip(pages, stripped, strict=True)
    ]
    if any(stories):
        clues = (*prints.clues(), *_metadata(facts))
        yield from (_story(*story, clues) for story in _told(pages, stories))
    else:
        yield _whole(_paragraphs([in_order(page) for page in pages]), prints, facts)


def _told(pages: list[list[Line]], stories: list[list[pdf_stories.Story]]) -> Iterator[tuple[str, list[list[Line]]]]:
    """Each story's headline and its lines, page by page; a page without headlines goes on with the story before."""
    found: list[tuple[str, list[list[Line]]]] = []
    for page, own in zip(pages, stories, strict=True):
        if not own and found:
            found[-1][1].append(page)
        else:
            found += [(story.headline, [story.lines]) for story in own] or [("", [page])]
    return iter(found)


def _story(title: str, pages: list[list[Line]], clues: tuple[Clue, ...]) -> Found:
    first, *others = map(in_order, pages)
    byline = [line.text for line in first[:1] if bylines.named(line.text)]
    text = "\n".join([*filter(None, [title]), *byline, _paragraphs([first[len(byline) :], *others])])
    return Found(
        text=text,
        format="pdf",
        title=title,
        authors=bylines.named("".join(byline)),
        clues=(*text_dates.find(text), *clues),
    )


def _whole(text: str, prints: pdf_prints.Prints, facts: dict[str, str]) -> Found:
    """The one article of a PDF; raises Refused where it has no words."""
    if not re.search(r"[^\W\d_]{2}", text):
        raise Refused("its pages are pictures without text; it would have to be recognised (OCR) first")
    title = facts.get("Title", "").strip()
    if len(title) < 8 or re.search(
        r"\.(?:docx?|indd|qxd|pdf|html?)$|^(?:untitled|microsoft word)", title, re.IGNORECASE
    ):
        title = headline(text)
    clues = [*text_dates.find(text), *prints.clues(), *_metadata(facts)]
    if prints.printed:
        clues = [replace(clue, kind="saved") if clue.source == "metadata" else clue for clue in clues]
    authors = (facts["Author"].strip(),) if facts.get("Author", "").strip() else ()
    return Found(text=text, format="pdf", title=title, authors=authors, url=prints.url, clues=tuple(clues))


def _facts(document: "PdfDocument") -> dict[str, str]:
    return dict(document.get_metadata_dict(skip_empty=True))


def _metadata(facts: dict[str, str]) -> Iterator[Clue]:
    """When the file was made says little of when the article was published: a guess at most."""
    for key, kind in (("CreationDate", "published"), ("ModDate", "updated")):
        value = facts.get(key, "")
        if (match := _PDF_DATE.match(value)) and (day := dates.machine("-".join(match.groups()))):
            where = f"the file's property “{key}”"
            yield Clue(day, "metadata", where, value, Confidence.GUESS, "updated" if kind == "updated" else "published")


def _pages(document: "PdfDocument", failure: type[Exception]) -> Iterator[list[Line]]:
    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except failure:  # one broken page of many
            yield []
            continue
        lines = list(_lines(text_page))
        total += sum(len(line.text) for line in lines)
        if total > _LONGEST_TEXT:
            raise Refused("it holds more text than Dateline reads at once")
        yield lines
        text_page.close()
        page.close()


def _lines(text_page: "PdfTextPage") -> Iterator[Line]:
    """The runs of letters that PDFium sets on one line, split where a column's gap parts them."""
    count = text_page.count_rects()
    boxes = list(_boxes(text_page.get_rect(i) for i in range(count))) if count <= _LETTERS else []
    if count > _LETTERS or len(boxes) > _RUNS:
        rows = text_page.get_text_range().splitlines()
        yield from (Line(0, 1, -12.0 * n, 10 - 12.0 * n, row.strip()) for n, row in enumerate(rows) if row.strip())
        return
    for left, bottom, right, top in boxes:
        text = text_page.get_text_bounded(left, bottom, right, top).replace("\r\n", " ").replace("\n", " ")
        text = text.replace("\x02", "-").replace("\ufffe", "-").replace("\u00ad", "-").strip()
        if text:
            yield Line(left, right, bottom, top, text)


def _boxes(runs: Iterable[Box]) -> Iterator[Box]:
    """Runs that follow each other on a line as one; justified lines come letter by letter, with wide spaces.

    A space so wide that it may part columns is one within a line where lines written just before or after run
    through it.
    """
    boxes = list(_chained(runs, lambda last, box: _gap(last, box) < 0.9))
    inside = {
        (last[2], box)
        for i, (last, box) in enumerate(pairwise(boxes))
        if -1 <= box[0] - last[2] < 60
        and sum(_runs_through(other, (last[2] + box[0]) / 2) for other in boxes[max(i - 40, 0) : i + 41]) > 1
    }
    yield from _chained(boxes, lambda last, box: (last[2], box) in inside and _gap(last, box) < 4)


def _chained(boxes: Iterable[Box], goes_on: Callable[[Box, Box], bool]) -> Iterator[Box]:
    last: Box | None = None
    for box in boxes:
        if last is not None and goes_on(last, box):
            last = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
            continue
        if last is not None:
            yield last
        last = box
    if last is not None:
        yield last


def _gap(last: Box, box: Box) -> float:
    """The space between two boxes of one line, in heights of its letters; without end where they are of two lines."""
    heights = last[3] - last[1], box[3] - box[1]
    overlap = min(last[3], box[3]) - max(last[1], box[1])
    if overlap <= 0.5 * min(heights) or box[0] - last[2] < -1 or max(heights) > 40:
        return float("inf")
    return (box[0] - last[2]) / max(*heights, 0.1)


def _runs_through(box: Box, x: float) -> bool:
    return box[0] < x < box[2]


def _running_heads(pages: list[list[Line]]) -> set[str]:
    """Lines at the top or bottom of several pages that are the same but for their figures."""
    if len(pages) < 2 or any(databases.ends(line.text) for page in pages for line in page):
        return set()  # in a database's file each page may begin with the same newspaper's name
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(line) for line in _edges(page)})
    need = max(2, len(pages) // 3)
    return {key for key, n in counts.items() if n >= need}


def _edges(page: list[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.top)
    return ordered[:3] + ordered[-3:] if len(ordered) > 6 else ordered


def _without_heads(page: list[Line], heads: set[str]) -> list[Line]:
    """The lines of a page but for running heads and page numbers at its edges."""
    drop = {line for line in _edges(page) if _key(line) in heads or _PAGE_NUMBER.fullmatch(line.text)}
    return [line for line in page if line not in drop]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split())).casefold()


def _paragraphs(pages: list[list[Line]]) -> str:
    """Lines into paragraphs: a new one begins after a gap, an indent, another size of type or a short last line."""
    paragraphs: list[str] = []
    previous: Line | None = None
    lines = [line for page in pages for line in page]
    pitch = _pitch(lines)
    alone = databases.parts_lines([line.text for line in lines]) or (lambda _: False)
    for line in lines:
        apart = previous is None or alone(line.text) or alone(previous.text)
        if previous is None or apart or _begins(previous, line, pitch):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _join(paragraphs[-1], line.text)
        previous = line
    return "\n".join(re.sub(r"\s+", " ", paragraph).strip() for paragraph in paragraphs)


def _pitch(lines: list[Line]) -> float:
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 60]
    return median(steps) if steps else 12.0


def _begins(before: Line, line: Line, pitch: float) -> bool:
    step = before.bottom - line.bottom
    ended = before.text.rstrip()[-1:] in ".!?:”\"'»)…"
    other_size = abs(before.height - line.height) > 0.35 * max(before.height, line.height)
    if step > 0 and other_size and not _small(before, line):
        return True
    if step < 0 or step > 6 * pitch:  # the next column or page goes on with the sentence
        return ended
    if step > 1.45 * pitch:
        return True
    indent = line.left - before.left
    return ended and (indent > 0.6 * line.height or before.right < line.right - 4 * line.height)


def _small(before: Line, line: Line) -> bool:
    """Whether the heights differ for want of ascenders and descenders only."""
    return min(before.height, line.height) > 0.6 * max(before.height, line.height)


def _join(before: str, line: str) -> str:
    if before[-1:] in ("-", "‐") and before[-2:-1].isalnum():
        if before[-2].isalpha() and line[:1].islower():
            return before[:-1] + line
        return before + line
    return f"{before} {line}"
