"""A web page as its dates are sought in: its heading, and what of it is not the article."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from dateline.core.model import Confidence
from dateline.readers import dates
from dateline.readers import page_words as vocabulary
from dateline.readers.evidence import Clue, Kind
from dateline.readers.markup import called, words_of


class Page:
    """A page's tree with its ``heading`` (None without one) and ``spine``, the elements that the heading lies in."""

    def __init__(self, tree: HtmlElement, title: str, language: str, day_first: bool | None) -> None:
        self.tree, self.title, self.language, self.day_first = tree, title, language, day_first
        self.heading = _heading(tree, title)
        self.spine = set(self.heading.iterancestors()) if self.heading is not None else set()
        self._noisy: dict[HtmlElement, bool] = {}
        self._size = 0  # letters of the page, counted when they are asked for

    def clue(
        self, text: str, source: str, where: str, confidence: Confidence, kind: Kind = "published"
    ) -> Iterator[Clue]:
        """The clue that the value of a field gives, if it is a date."""
        day = dates.machine(text, day_first=self.day_first, language=self.language)
        if day is not None:
            yield Clue(day, source, where, text, confidence, kind)

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
        return self._named_noise(node) and not self._tells_own_date(node)

    def _tells_own_date(self, node: HtmlElement) -> bool:
        """Whether a box with a name of noise is the article itself, or a line beside its heading that tells one day and
        lists no other articles."""
        names = called(node)
        if node.tag in ("figure", "figcaption", "select", "noscript", "template", "footer") or "Comment" in (
            node.get("itemtype") or ""
        ):
            return False
        if vocabulary.HARD_NOISE.search(names):
            return False
        text = words_of(node)
        if len(text) > 400:
            self._size = self._size or sum(len(str(part)) for part in self.tree.itertext())
            return len(text) > 0.4 * self._size
        dated = any(map(str.isdigit, text)) or node.find(".//time") is not None
        if len(text) > 200 or not dated or any(len(" ".join(link.itertext())) > 25 for link in node.iter("a")):
            return False
        days = {day.value for day in dates.scan(text, day_first=self.day_first, language=self.language)}
        days |= {d.value for e in node.iter("time") if (d := dates.machine(str(e.get("datetime") or "")))}
        return len(days) == 1

    def _named_noise(self, node: HtmlElement) -> bool:
        if node.tag in ("nav", "aside", "figure", "figcaption", "select", "noscript", "template"):
            return True
        names = called(node)
        if "Comment" in (node.get("itemtype") or ""):
            return True
        if node.tag == "footer":
            parent = node.getparent()
            return not (parent is not None and (parent.tag == "article" or vocabulary.NO_NOISE.search(names)))
        if node.tag in ("time", "abbr"):
            return False
        return _noise_by_name(names)

    def is_noise(self, element: HtmlElement) -> bool:
        """Whether the element itself is named as such a place."""
        if element not in self._noisy:
            self._noisy[element] = self._is_noise(element)
        return self._noisy[element]


@lru_cache(4096)
def _noise_by_name(names: str) -> bool:
    return bool(vocabulary.NOISE.search(names)) and not vocabulary.NO_NOISE.search(names)


def _heading(tree: HtmlElement, title: str) -> HtmlElement | None:
    """The heading that shows the article's title, else another element that does, else the first h1."""
    first = None
    for element in tree.iter("h1", "h2", "h3"):
        text = words_of(element)
        if text and alike(text, title):
            return element
        if element.tag == "h1" and first is None and text:
            first = element
    for element in tree.iter("div", "p", "span", "td", "b", "strong", "font") if len(title) > 10 else ():
        text = element.text or ""
        if 0 <= len(text) - len(title) < 60 and " ".join(text.split()) == title:
            return element
    return first


def alike(a: str, b: str) -> bool:
    """Whether two titles say the same, one of them maybe with the site's name."""
    a, b = (re.sub(r"\W+", " ", x).strip().casefold() for x in (a, b))
    return len(a) > 5 and len(b) > 5 and (a == b or (len(a) > 15 and a in b) or (len(b) > 15 and b in a))
