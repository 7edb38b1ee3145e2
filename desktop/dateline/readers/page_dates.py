"""The dates of a web page: fields meant for them, its address, and what stands by the headline. Nothing from
footers, comments, sidebars or lists of other articles."""

import itertools
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml.html import HtmlElement

from dateline.core.model import Confidence
from dateline.readers import dates, page_fields
from dateline.readers import page_words as vocabulary
from dateline.readers.addresses import from_url
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue, Kind
from dateline.readers.markup import called
from dateline.readers.page import Page

LIKELY, GUESS = Confidence.LIKELY, Confidence.GUESS

_Word = Literal["", "published", "state"]
"""What words or names call a date."""
_TIMES = ("time", "abbr", "relative-time", "time-ago", "local-time")
_HEAD_BEFORE, _HEAD_AFTER, _FAR_AFTER = 400, 700, 20_000  # characters of visible text
_WEB = 1993  # the first year of pages; what stands by a headline with an earlier one is mostly history
_BLOCKS = 1_500  # elements that may bear a date; no article has more
_MOST = 20_000  # of them before the heading
_CLUES = 300  # of one kind


def find(tree: HtmlElement, *, url: str, title: str, language: str, day_first: bool | None) -> list[Clue]:
    """Every date of the page that may be its publication or update, in no order."""
    page = Page(tree, title, language, day_first)
    stated = (page_fields.meta, page_fields.json_ld, page_fields.microdata)
    in_address = [*from_url(url)]
    clues = [clue for field in stated for clue in itertools.islice(field(page), _CLUES)] + [
        *_visible(page, {(c.day.value.year, c.day.value.month) for c in in_address}),
        *_in_window_title(page),
        *in_address,
    ]
    if not any(clue.kind == "published" and clue.confidence != GUESS for clue in clues):
        clues += page_fields.scripts(page)
    return clues


def _in_window_title(page: Page) -> Iterator[Clue]:
    """A date that is a part of the window title of its own."""
    for part in re.split(r"\s+[|»·•–—-]\s+", page.tree.findtext(".//title") or "")[1:]:
        day = next(dates.scan(part, day_first=page.day_first, language=page.language), None)
        if day is not None and not re.search(r"[^\W_]", part[: day.start] + part[day.end :]):
            yield Clue(replace(day, start=0, end=0), "meta", "the page's window title", part, LIKELY)


def _visible(page: Page, months: set[tuple[int, int]]) -> Iterator[Clue]:
    body = page.tree.find("body")
    seen: list[tuple[int, Clue]] = []
    said: set[int] = set()  # of those, which words or names call the publication
    states: set[int] = set()  # and which the state of the text
    head, near = _near_heading(page, page.tree if body is None else body)
    for place, element, text, before in near:
        distance = place - head if head is not None else place + 1
        found = _in_block(page, element, text, before, distance, head is not None)
        for clue, worded in found:
            if worded and abs(distance) <= _HEAD_AFTER:
                (states if worded == "state" else said).add(len(seen))
            seen.append((distance, clue))
    yield from _sorted_out(_states_told(seen, states), said or states, months)


def _near_heading(page: Page, body: HtmlElement) -> tuple[int | None, list[tuple[int, HtmlElement, str, str]]]:
    """The heading's place (None without one), and the blocks from shortly before it on, or from the top."""
    first: list[tuple[int, HtmlElement, str, str]] = []
    last: deque[tuple[int, HtmlElement, str, str]] = deque(maxlen=_BLOCKS)
    blocks = itertools.islice(_blocks(page, body), _MOST)
    for block in blocks:
        if block[1] is page.heading:
            near = [*(b for b in last if b[0] >= block[0] - _HEAD_BEFORE), block]
            return block[0], [*near, *itertools.islice(blocks, _BLOCKS - len(near))]
        last.append(block)
        if len(first) < _BLOCKS:
            first.append(block)
    return None, first


def _blocks(page: Page, body: HtmlElement) -> Iterator[tuple[int, HtmlElement, str, str]]:
    """Elements that may bear a date: place in the visible text, element, its text, the text just before it."""
    place, before = 0, ""
    stack: list[tuple[HtmlElement, bool]] = [(body, False)]
    covered: HtmlElement | None = None
    while stack:
        element, leaving = stack.pop()
        if leaving:
            if element is covered:
                covered = None
            tail = element.tail or ""
            if tail.strip():
                if covered is None and any(map(str.isdigit, tail)) and len(tail) < 400:
                    parent = element.getparent()
                    yield place, parent if parent is not None else element, tail, before
                place, before = place + len(tail), (before + " " + tail)[-120:]
            continue
        stack.append((element, True))
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "template", "noscript"):
            continue
        if element is not page.heading and element not in page.spine and page.is_noise(element):
            continue
        text = element.text or ""
        if element is page.heading:
            yield place, element, "", ""
        if covered is None and (marked := _marked(element)) is not None:
            covered = element
            yield place, element, marked, before
        elif covered is None and len(text) < 400 and any(map(str.isdigit, text)):
            yield place, element, text, before
        if text.strip():
            place, before = place + len(text), (before + " " + text)[-120:]
        stack.extend((child, False) for child in reversed(element))


def _marked(element: HtmlElement) -> str | None:
    """The text of an element whose name says that it holds a date, or of a time element."""
    if element.tag in _TIMES:
        return element.get("datetime") or element.get("title") or _attribute(element) or " ".join(element.itertext())
    names = called(element)
    if len(names) > 1 and len(element) < 12 and vocabulary.DATE_CLASS.search(names):
        if element.find(".//time") is not None or element.find(".//abbr") is not None:
            return None
        text = " ".join(element.itertext())
        if len(text) < 200 and any(map(str.isdigit, text)) and not (len(text) < 30 and _attribute(element)):
            return text
        return _attribute(element) if len(text) < 200 else None
    return None


def _attribute(element: HtmlElement) -> str | None:
    """The date in an attribute, beside which the page shows "two years ago"."""
    for name, value in ((str(name), str(value)) for name, value in element.items()):
        if (name in ("title", "datetime", "content") or vocabulary.DATE_ATTRIBUTE.match(name)) and len(value) < 60:
            day = dates.machine(value)
            if day is not None and day.other is None:
                return value
    return None


def _in_block(
    page: Page, element: HtmlElement, text: str, before: str, distance: int, headed: bool
) -> Iterator[tuple[Clue, _Word]]:
    names = f"{called(element)} {element.get('itemprop') or ''}"
    is_time = element.tag in _TIMES
    marked = is_time or vocabulary.DATE_CLASS.search(names) is not None
    days = [] if is_time else list(dates.scan(text, day_first=page.day_first, language=page.language))
    if not days and marked and (day := dates.machine(text, day_first=page.day_first, language=page.language)):
        days = [day]
    for day, after in itertools.zip_longest(days, days[1:]):
        own = re.split(r"\d", " ".join(element.itertext())[:80])[0] if is_time else text[: day.start]
        lead = f"{before} {own}"[-100:]
        kind = _kind(names, lead, is_time)
        if kind is None or (not is_time and _of_the_headline(page, element, text, day)):
            continue
        behind = "" if is_time else text[day.end : after.start if after else None]
        of_next = after is not None or behind.rstrip().endswith(
            (":", "：")
        )  # then the word behind it is of another date
        state = vocabulary.SAID_STATE.search(lead) is not None
        if kind == "published" and not of_next and vocabulary.UPDATED_BEHIND.match(behind):
            kind = "updated"
        place = _Place(
            distance=distance,
            headed=headed,
            kin=headed and distance < 0 and _kin(page, element),
            marked=marked,
            said=state
            or element.get("pubdate") is not None
            or vocabulary.PUBLISHED_CLASS.search(names) is not None
            or vocabulary.PUBLISHED_BEHIND.match(behind) is not None
            or vocabulary.SAID_PUBLISHED_CLOSE.search(lead) is not None
            or (vocabulary.SAID_PUBLISHED.search(lead) is not None and (is_time or not _in_sentence(text, day))),
            told=not is_time and vocabulary.SAID_PUBLISHED_OF_IT.search(lead) is not None,
            alone=not _in_sentence(text, day)
            and (
                _letters_beside(text, day) <= (90 if _BYLINE.match(text) else 40)
                or (not text[: day.start].strip() and _CREDITS.match(behind) is not None)
            ),
        )
        sure = place.confidence()
        if sure == LIKELY and day.value.year < _WEB:
            sure = GUESS
        if sure is not None:
            source = "time" if is_time else "byline"
            where = "the time marked on the page" if is_time else "the date by the headline"
            word: _Word = "state" if state else "published" if place.said else ""
            yield Clue(replace(day, start=0, end=0), source, where, text, sure, kind), word


def _kin(page: Page, element: HtmlElement) -> bool:
    """Whether an element shares a small container with the heading: its parent or grandparent, not the page."""
    if page.heading is None:
        return False
    near = [e for e in itertools.islice(page.heading.iterancestors(), 2) if e.tag not in ("body", "html", "main")]
    return any(parent in near for parent in itertools.islice(element.iterancestors(), 3))


_CREDITS = re.compile(r"[\s,]*(?:\d{1,2}[:.h]\d\d)?\s*[-–—|•·/]\s.{0,200}\w\s*:", re.DOTALL)


def _of_the_headline(page: Page, element: HtmlElement, text: str, day: Day) -> bool:
    """Whether a date is told inside the words of the headline, not parted from them by a dash at either end."""
    if page.heading is None or (element is not page.heading and page.heading not in element.iterancestors()):
        return False
    before, after = text[: day.start].strip(), text[day.end :].strip()
    if not before or not after:
        edge = after or before
        return bool(edge) and re.match(r"[-–—|:•/]", after) is None and re.search(r"[-–—|:•/]$", before) is None
    return True


_BYLINE = re.compile(r"\W*(?:by|von|par|por|posted|written|story)\b", re.IGNORECASE)


def _kind(names: str, lead: str, is_time: bool) -> Kind | None:
    """What a visible date tells of, by the name of its element and the words before it; None for another matter."""
    said = vocabulary.UPDATED_CLASS.search(names) and not vocabulary.PUBLISHED_CLASS.search(names)
    if (is_time and said) or vocabulary.SAID_UPDATED.search(lead) or vocabulary.SAID_UPDATED_CLOSE.search(lead):
        return "updated"
    other = vocabulary.NOT_PUBLICATION.search(lead) or vocabulary.NOT_PUBLICATION_LABEL.search(lead)
    return None if not is_time and other else "published"


def _in_sentence(text: str, day: Day) -> bool:
    """Whether a date stands in running text ("The study was published on 3 March 2024.")."""
    before = text[: day.start].split()
    if len(before) > 3 and (len(text) > 160 or text.rstrip().endswith((".", "!", "?"))):
        return True
    small = [word for word in before[-6:] if word.isalpha() and word.islower()]
    return len(small) > 3 and not vocabulary.SAID_PUBLISHED.search(text[: day.start])


def _letters_beside(text: str, day: Day) -> int:
    return sum(map(str.isalpha, text[: day.start])) + sum(map(str.isalpha, text[day.end :]))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a visible date stands: ``distance`` characters of visible text behind the headline (if ``headed``)."""

    distance: int
    headed: bool
    kin: bool
    marked: bool
    said: bool
    told: bool
    alone: bool

    def confidence(self) -> Confidence | None:
        """How far to trust it; None not at all."""
        near = self.headed and -_HEAD_BEFORE <= self.distance <= _HEAD_AFTER
        behind = 0 <= self.distance <= _FAR_AFTER
        if self.told or (near and (self.said or (self.distance >= 0 and (self.marked or self.alone)))):
            return LIKELY
        if near and self.kin and (self.marked or self.alone):
            return LIKELY
        if self.said and behind and (self.marked or (self.alone and self.distance <= _FAR_AFTER // 4)):
            return LIKELY if self.headed else GUESS
        return GUESS if (near and self.marked) or ((self.said or self.marked) and behind) else None


def _states_told(seen: list[tuple[int, Clue]], states: set[int]) -> list[tuple[int, Clue]]:
    """The state of a text is that of an update, where another date by the headline is of an earlier day."""
    others = [c.day.value for n, (_, c) in enumerate(seen) if n not in states and c.confidence == LIKELY]
    first = min(others, default=None)
    return [
        (place, replace(clue, kind="updated") if n in states and first and first < clue.day.value else clue)
        for n, (place, clue) in enumerate(seen)
    ]


def _sorted_out(seen: list[tuple[int, Clue]], said: set[int], months: set[tuple[int, int]]) -> Iterator[Clue]:
    """Of several trusted dates, the first behind the headline stays likely, the others are guesses; one that is called
    the publication, or lies in the month that the address names, goes before others."""
    trusted = [n for n, (_, clue) in enumerate(seen) if clue.confidence == LIKELY and clue.kind == "published"]
    likely = [seen[n] for n in trusted if n in said] or [seen[n] for n in trusted]
    likely = [pair for pair in likely if (pair[1].day.value.year, pair[1].day.value.month) in months] or likely
    after = [pair for pair in likely if pair[0] >= 0] or likely
    first = min(after, key=lambda pair: pair[0])[1].day.value if after else None
    for _, clue in seen[:40]:
        if clue.kind == "published" and clue.confidence == LIKELY and clue.day.value != first:
            yield replace(clue, confidence=GUESS)
        else:
            yield clue
