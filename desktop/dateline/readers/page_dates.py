"""The dates of a web page: fields meant for them, its address, and what stands by the headline. Nothing from
footers, comments, sidebars or lists of other articles."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from lxml.html import HtmlElement

from dateline.core.model import Confidence
from dateline.readers import dates
from dateline.readers import page_words as vocabulary
from dateline.readers.addresses import from_url
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue

Kind = Literal["published", "updated"]
CERTAIN, LIKELY, GUESS = Confidence.CERTAIN, Confidence.LIKELY, Confidence.GUESS

_ITEM_DATES: dict[str, tuple[Confidence, Kind]] = {
    "datepublished": (CERTAIN, "published"),
    "datecreated": (LIKELY, "published"),
    "datemodified": (LIKELY, "updated"),
    "dc:date": (LIKELY, "published"),
    "dc:created": (LIKELY, "published"),
    "dc:issued": (LIKELY, "published"),
    "dc:modified": (LIKELY, "updated"),
}
_PREFIX = re.compile(r"^(?:schema|rnews|https?://schema\.org/)[:]?|(?<=^dc)(?:terms|t)(?=:)")
_PARSELY = re.compile(r'"pub_date"\s*:\s*"([^"]+)"')
_HEAD_BEFORE, _HEAD_AFTER, _FAR_AFTER = 400, 700, 20_000  # characters of visible text
_WEB = 1993  # the first year of pages; what stands by a headline with an earlier one is mostly history
_BLOCKS = 1_500  # elements that may bear a date; no article has more


def find(tree: HtmlElement, *, url: str, title: str, language: str, day_first: bool | None) -> list[Clue]:
    """Every date of the page that may be its publication or update, in no order."""
    page = _Page(tree, title, language, day_first)
    clues = [*page.meta(), *page.json_ld(), *page.microdata(), *page.visible(), *from_url(url)]
    if not any(clue.kind == "published" and clue.confidence != GUESS for clue in clues):
        clues += page.scripts()
    return clues


class _Page:
    def __init__(self, tree: HtmlElement, title: str, language: str, day_first: bool | None) -> None:
        self.tree, self.title, self.language, self.day_first = tree, title, language, day_first
        self.heading = _heading(tree, title)
        self.spine = set(self.heading.iterancestors()) if self.heading is not None else set()
        self._noisy: dict[HtmlElement, bool] = {}

    def clue(
        self, text: str, source: str, where: str, confidence: Confidence, kind: Kind = "published"
    ) -> Iterator[Clue]:
        day = dates.machine(text, day_first=self.day_first, language=self.language)
        if day is not None:
            yield Clue(day, source, where, text, confidence, kind)

    def meta(self) -> Iterator[Clue]:
        for element in self.tree.iter("meta"):
            content = (element.get("content") or "").strip()
            if not content or not any(map(str.isdigit, content)) or element.get("itemprop"):
                continue
            if (element.get("name") or "").lower() == "parsely-page" and (match := _PARSELY.search(content)):
                yield from self.clue(match[1], "meta", "the page's field “parsely-page”", CERTAIN)
            for attribute in ("property", "name", "http-equiv"):
                name = (element.get(attribute) or "").strip().lower()
                where = f"the page's field “{name}”"
                if name in vocabulary.META_UPDATED:
                    yield from self.clue(content, "meta", where, LIKELY, "updated")
                elif name in vocabulary.META_CERTAIN:
                    yield from self.clue(content, "meta", where, CERTAIN)
                elif name in vocabulary.META_LIKELY:
                    yield from self.clue(content, "meta", where, GUESS if attribute == "http-equiv" else LIKELY)
                elif len(content) < 60 and vocabulary.META_OTHER_UPDATED.match(name):
                    yield from self.clue(content, "meta", where, GUESS, "updated")
                elif len(content) < 60 and vocabulary.META_OTHER.match(name):
                    yield from self.clue(content, "meta", where, LIKELY)
                else:
                    continue
                break

    def json_ld(self) -> Iterator[Clue]:
        found: list[tuple[dict[str, Any], Confidence]] = []
        for script in self.tree.iter("script"):
            if "ld+json" in (script.get("type") or "").lower() and script.text:
                found += [(node, sure) for node in nodes(script.text) if (sure := _standing(node))]
        best = max((sure for _, sure in found), key=[GUESS, LIKELY, CERTAIN].index, default=GUESS)
        chosen = [node for node, sure in found if sure == best]
        titled = [node for node in chosen if _alike(_text(node.get("headline") or node.get("name")), self.title)]
        chosen = titled or chosen
        sure = best if len({str(node.get("datePublished"))[:10] for node in chosen}) <= 1 else GUESS
        for node in chosen:
            keys = ("datePublished", "dateCreated", "uploadDate")
            key = next((key for key in keys if _text(node.get(key))), None)
            if key:
                own = sure if key == "datePublished" else GUESS if sure != CERTAIN else LIKELY
                yield from self.clue(_text(node[key]), "json-ld", f"the page's data (schema.org {key})", own)
            if modified := _text(node.get("dateModified")):
                yield from self.clue(
                    modified, "json-ld", "the page's data (schema.org dateModified)", LIKELY, "updated"
                )

    def microdata(self) -> Iterator[Clue]:
        """Dates of schema.org and Dublin Core in attributes; of several items' dates those of the item with the
        headline. Names of noise (a signature, an aside) say nothing of what is stated within that item."""
        found: list[tuple[bool, str, str]] = []
        for element in self.tree.xpath("//*[@itemprop or (@property and not(self::meta))]"):
            stated = (element.get("itemprop") or element.get("property") or "").split()
            names = [name for name in stated if _PREFIX.sub("", name.lower()) in _ITEM_DATES]
            scope = (
                next((e for e in element.iterancestors() if e.get("itemscope") is not None), None) if names else None
            )
            if names and (scope in self.spine or not self.noisy(element)):
                text = element.get("content") or element.get("datetime") or element.text_content()
                found += [(scope in self.spine, text, name) for name in names]
        own = [item for item in found if item[0]] or found
        several = len({text.strip()[:10] for _, text, name in own if name.lower().endswith("datepublished")}) > 1
        for i, (_, text, name) in enumerate(own):
            sure, kind = _ITEM_DATES[_PREFIX.sub("", name.lower())]
            if several and sure == CERTAIN:
                sure = LIKELY if i == 0 else GUESS
            yield from self.clue(text, "microdata", f"the page's markup ({name})", sure, kind)

    def scripts(self) -> Iterator[Clue]:
        values: dict[str, str] = {}
        for script in self.tree.iter("script"):
            if (script.text and "ublish" in script.text) or (script.text and "pubDate" in script.text):
                for match in vocabulary.SCRIPT_DATE.finditer(script.text[:2_000_000]):
                    values.setdefault(match["value"].strip()[:10], match["value"])
        if len(values) == 1:
            for value in values.values():
                yield from self.clue(value, "script", "the page's own data", LIKELY)
        elif values:
            yield from self.clue(next(iter(values.values())), "script", "the page's own data", GUESS)

    def noisy(self, element: HtmlElement) -> bool:
        """Whether the element lies in a footer, the comments, a sidebar or a list of other articles."""
        chain: list[HtmlElement] = []
        node: HtmlElement | None = element
        while node is not None and node not in self._noisy and node not in self.spine:
            chain.append(node)
            node = node.getparent()
        noisy = self._noisy.get(node, False) if node is not None else False
        for node in reversed(chain):
            noisy = noisy or self._is_noise(node)
            self._noisy[node] = noisy
        return noisy

    def _is_noise(self, node: HtmlElement) -> bool:
        if node.tag in ("nav", "aside", "figure", "figcaption", "select", "noscript", "template"):
            return True
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        if "Comment" in (node.get("itemtype") or ""):
            return True
        if node.tag == "footer":
            parent = node.getparent()
            return not (parent is not None and (parent.tag == "article" or vocabulary.NO_NOISE.search(names)))
        if node.tag in ("time", "abbr"):
            return False
        return bool(vocabulary.NOISE.search(names)) and not vocabulary.NO_NOISE.search(names)

    def visible(self) -> Iterator[Clue]:
        body = self.tree.find("body")
        if body is None:
            body = self.tree
        seen: list[tuple[int, Clue]] = []
        blocks = list(self._blocks(body))
        head = next((place for place, element, *_ in blocks if element is self.heading), None)
        start = 0 if head is None else head - _HEAD_BEFORE
        near = [block for block in blocks if block[0] >= start]
        for place, element, text, before in near[:_BLOCKS]:
            distance = place - head if head is not None else place + 1
            found = self._in_block(element, text, before, distance, head is not None)
            seen.extend((distance, clue) for clue in found)
        yield from _sorted_out(seen)

    def _blocks(self, body: HtmlElement) -> Iterator[tuple[int, HtmlElement, str, str]]:
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
            if element is not self.heading and element not in self.spine and self._noise_here(element):
                continue
            text = element.text or ""
            if element is self.heading:
                yield place, element, "", ""
            if covered is None and (marked := self._marked(element)) is not None:
                covered = element
                yield place, element, marked, before
            elif covered is None and len(text) < 400 and any(map(str.isdigit, text)):
                yield place, element, text, before
            if text.strip():
                place, before = place + len(text), (before + " " + text)[-120:]
            stack.extend((child, False) for child in reversed(element))

    def _noise_here(self, element: HtmlElement) -> bool:
        if element not in self._noisy:
            self._noisy[element] = self._is_noise(element)
        return self._noisy[element]

    def _marked(self, element: HtmlElement) -> str | None:
        """The text of an element whose name says that it holds a date, or of a time element."""
        if element.tag in ("time", "abbr"):
            return element.get("datetime") or element.get("title") or " ".join(element.itertext())
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(names) > 1 and len(element) < 12 and vocabulary.DATE_CLASS.search(names):
            if element.find(".//time") is not None or element.find(".//abbr") is not None:
                return None
            text = " ".join(element.itertext())
            if len(text) < 200 and any(map(str.isdigit, text)):
                return text
        return None

    def _in_block(self, element: HtmlElement, text: str, before: str, distance: int, headed: bool) -> Iterator[Clue]:
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        is_time = element.tag in ("time", "abbr")
        marked = is_time or vocabulary.DATE_CLASS.search(names) is not None
        days = [] if is_time else list(dates.scan(text, day_first=self.day_first, language=self.language))
        if not days and marked and (day := dates.machine(text, day_first=self.day_first, language=self.language)):
            days = [day]
        for day in days:
            lead = (before if is_time else f"{before} {text[: day.start]}")[-100:]
            kind = _kind(names, lead, is_time)
            if kind is None:
                continue
            place = _Place(
                distance=distance,
                headed=headed,
                kin=headed and distance < 0 and self._kin(element),
                marked=marked,
                said=element.get("pubdate") is not None
                or (is_time and vocabulary.PUBLISHED_CLASS.search(names) is not None)
                or (vocabulary.SAID_PUBLISHED.search(lead) is not None and (is_time or not _in_sentence(text, day))),
                told=not is_time and vocabulary.SAID_PUBLISHED_OF_IT.search(lead) is not None,
                alone=_letters_beside(text, day) <= (90 if _BYLINE.match(text) else 40) and not _in_sentence(text, day),
            )
            sure = place.confidence()
            if sure == LIKELY and day.value.year < _WEB:
                sure = GUESS
            if sure is not None:
                source = "time" if is_time else "byline"
                where = "the time marked on the page" if is_time else "the date by the headline"
                yield Clue(replace(day, start=0, end=0), source, where, text, sure, kind)

    def _kin(self, element: HtmlElement) -> bool:
        """Whether an element shares a small container with the heading: its parent or grandparent, not the page."""
        if self.heading is None:
            return False
        near = [e for e in itertools.islice(self.heading.iterancestors(), 2) if e.tag not in ("body", "html", "main")]
        return any(parent in near for parent in itertools.islice(element.iterancestors(), 3))


_BYLINE = re.compile(r"\W*(?:by|von|par|por|posted|written|story)\b", re.IGNORECASE)


def _kind(names: str, lead: str, is_time: bool) -> Kind | None:
    """What a visible date tells of, by the name of its element and the words before it; None for another matter."""
    said = vocabulary.UPDATED_CLASS.search(names) and not vocabulary.PUBLISHED_CLASS.search(names)
    if (is_time and said) or vocabulary.SAID_UPDATED.search(lead):
        return "updated"
    return None if not is_time and vocabulary.NOT_PUBLICATION.search(lead) else "published"


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


def _sorted_out(seen: list[tuple[int, Clue]]) -> Iterator[Clue]:
    """Of several trusted dates, the first behind the headline stays likely, the others are guesses."""
    likely = [(distance, clue) for distance, clue in seen if clue.confidence == LIKELY and clue.kind == "published"]
    after = [pair for pair in likely if pair[0] >= 0] or likely
    first = min(after, key=lambda pair: pair[0])[1].day.value if after else None
    for _, clue in seen[:40]:
        if clue.kind == "published" and clue.confidence == LIKELY and clue.day.value != first:
            yield replace(clue, confidence=GUESS)
        else:
            yield clue


def nodes(text: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, at the top, in @graph or as main entity; broken scripts give what they can."""
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", text).strip()
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        flat = {m[1]: m[2] for m in reversed(list(re.finditer(r'"(@type|headline|date\w+)"\s*:\s*"([^"]*)"', text)))}
        if "datePublished" in flat:
            yield flat | {"@type": flat.get("@type", "WebPage")}
        return
    stack: list[Any] = [data]
    for _ in range(2000):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict):
            yield node
            stack.extend(
                value
                for key, value in node.items()
                if isinstance(value, dict | list) and key not in vocabulary.SKIPPED_KEYS
            )


def _standing(node: dict[str, Any]) -> Confidence | None:
    if not any(_text(node.get(key)) for key in ("datePublished", "dateCreated", "uploadDate", "dateModified")):
        return None
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    if any(isinstance(name, str) and vocabulary.ARTICLE_TYPES.search(name) for name in names):
        return CERTAIN
    page = any(isinstance(name, str) and vocabulary.PAGE_TYPES.search(name) for name in names)
    return LIKELY if page or _text(node.get("headline")) else GUESS


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", "")
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _heading(tree: HtmlElement, title: str) -> HtmlElement | None:
    """The heading that shows the article's title, else the first h1."""
    first = None
    for element in tree.iter("h1", "h2", "h3"):
        text = " ".join(" ".join(element.itertext()).split())
        if text and _alike(text, title):
            return element
        if element.tag == "h1" and first is None and text:
            first = element
    return first


def _alike(a: str, b: str) -> bool:
    a, b = (re.sub(r"\W+", " ", x).strip().casefold() for x in (a, b))
    return len(a) > 5 and len(b) > 5 and (a == b or (len(a) > 15 and a in b) or (len(b) > 15 and b in a))
