"""The body of a page beyond what extraction finds: in its own data, and in boxes parted by advertisements."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.readers import page_fields
from dateline.readers.markup import called, text_of

_KEYS = (
    "articleBody",
    "articlebody",
    "bodyHtml",
    "body_html",
    "bodyText",
    "body",
    "content",
    "contentHtml",
    "html",
    "text",
)
_LEAST = 300  # letters of a body in a script
_PARAGRAPH = 60  # letters of a paragraph that counts
_LOST = 0.67  # share of the boxes' letters below which text was lost
_NODES = 20_000


def stated(tree: HtmlElement) -> str:
    """The article's text in the page's own data (schema.org's articleBody, or the data that its script would show)."""
    best = ""
    for script in tree.iter("script"):
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind and script.text and "articleBody" in script.text:
            for node in page_fields.nodes(script.text):
                if isinstance(body := node.get("articleBody"), str):
                    best = max(best, _plain(body), key=len)
    return best


def in_script(tree: HtmlElement) -> str:
    """The article's text in the data of a page that was saved before its script had shown it; "" without one."""
    best = ""
    for script in tree.iter("script"):
        kind, text = (script.get("type") or "").lower(), script.text or ""
        if len(text) < _LEAST or ("json" not in kind and not re.match(r"\s*(?:window|self)[.\[]", text)):
            continue
        start = text.find("{")
        try:
            data = json.JSONDecoder(strict=False).raw_decode(text[start:])[0] if start >= 0 else None
        except (ValueError, RecursionError):
            continue
        best = max(best, *_texts(data), "", key=len)
    return best if len(best) >= _LEAST else ""


def _texts(data: object) -> Iterator[str]:
    stack = [data]
    for _ in range(_NODES):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(item for item in node if isinstance(item, dict | list))
            paragraphs = [t for item in node if isinstance(item, dict) for t in [_own(item)] if len(t) > _PARAGRAPH]
            if len(paragraphs) > 1:
                yield "\n".join(paragraphs)
        elif isinstance(node, dict):
            text = _own(node)
            if len(text) >= _LEAST and re.search(r"[.!?…。]", text):
                yield text
            stack.extend(value for value in node.values() if isinstance(value, dict | list))


def _own(node: dict[str, object]) -> str:
    return max((_plain(text) for key in _KEYS if isinstance(text := node.get(key), str)), key=len, default="")


def _plain(text: str) -> str:
    if re.search(r"</?(?:p|div|br|a|h\d|span|em|strong)\b[^>]*>", text[:5000]):
        return text_of(text)
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


class Boxes:
    """The paragraphs of a page by the box in which they lie, boxes of one kind (tag and class) together."""

    def __init__(self, tree: HtmlElement) -> None:
        self._paragraphs: list[tuple[HtmlElement, str, str]] = []  # the box of each, the box's kind, the text
        self._last: tuple[str, list[str]] | None = None  # the text asked for last, and the paragraphs of its kind
        for element in tree.iter("p"):
            box = element.getparent()
            text = " ".join("".join(str(part) for part in element.itertext()).split())
            if box is None or len(text) < _PARAGRAPH or _linked(element) > len(text) // 2 or _aside(element):
                continue
            self._paragraphs.append((box, f"{box.tag} {box.get('class') or ''}", text))

    def _kind(self, text: str) -> str:
        """The kind of box in which most of an extracted text lies; "" where that is a kind without a class."""
        counts: Counter[str] = Counter()
        for _, kind, paragraph in self._paragraphs:
            if paragraph[:50] in text:
                counts[kind] += len(paragraph)
        kind = counts.most_common(1)[0][0] if counts else ""
        return kind if kind.partition(" ")[2].strip() else ""

    def _of_kind(self, text: str) -> list[str]:
        if self._last is None or self._last[0] != text:
            kind = self._kind(text)
            self._last = text, [paragraph for _, own, paragraph in self._paragraphs if own == kind] if kind else []
        return self._last[1]

    def lost(self, text: str) -> bool:
        """Whether a third or more of what boxes of the same kind hold is not in the text."""
        whole = self._of_kind(text)
        kept = sum(len(paragraph) for paragraph in whole if paragraph[:50] in text)
        return bool(whole) and kept < _LOST * sum(map(len, whole))

    def omitted(self, text: str) -> int:
        """How many words of the paragraphs in the boxes that the text is from, or in others of its kind, it has not."""
        missing = [paragraph for paragraph in self._paragraphs if paragraph[2][:50] not in text]
        boxes = {box for box, _, paragraph in self._paragraphs if paragraph[:50] in text}
        kind = self._kind(text)
        return sum(len(paragraph.split()) for box, own, paragraph in missing if box in boxes or (kind and own == kind))

    def fuller(self, text: str) -> str:
        """The text, or all paragraphs of the boxes of its kind where extraction lost many."""
        return "\n".join(dict.fromkeys(self._of_kind(text))) if self.lost(text) else text


def _linked(element: HtmlElement) -> int:
    return sum(len("".join(str(part) for part in link.itertext())) for link in element.iter("a"))


def _aside(element: HtmlElement) -> bool:
    """Whether a paragraph lies in a place that is not the article's."""
    for node in element.iterancestors():
        if node.tag in ("aside", "footer", "nav", "figure", "blockquote", "form", "noscript"):
            return True
        if node.tag in ("article", "main", "body"):
            return False
        names = called(node)
        if re.search(r"comment|related|teaser|recommend|footer|promo(?!ted)|newsletter", names, re.IGNORECASE):
            return True
    return False
