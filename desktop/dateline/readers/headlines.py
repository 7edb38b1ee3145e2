"""The title of a web page: the headline that its reader saw, before what the page's data and window title say."""

import itertools
import re
from collections.abc import Iterator, Mapping, Set
from html import unescape

from lxml.html import HtmlElement

from dateline.readers.markup import called, letters, line, words_of
from dateline.readers.patterns import any_of

SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+|\s*::\s*|\s+[-–—]\s*(?=[A-Z])")
"""What parts a headline from the name of the site, or of a section, in a window title."""
_EDGE = re.compile(rf"{SEPARATOR.pattern}|:\s+")  # likewise, beside the site's name

_NO_HEADLINE = re.compile(
    r"logo|site-?(?:title|name)|brand|blog-?title|visually-?hidden|sr-only|screen-?reader|masthead", re.IGNORECASE
)
_NO_PART = any_of(
    r"""
    visually-?hidden  sr-only  screen-?reader  assistive  kicker  top-?line  over-?line  eyebrow  roof-?line
    dach-?zeile  label  tag  flag  premium  exclusive  spitzmarke  ante-?titulo  sur-?titre  occhiello
    comments?(?:$|[-_ ])  share  icon  badge
    """,
    before="(?:^|[-_ ])",
)
_HEADINGS, _LEAST = ("h1", "h2", "h3"), 15
_SHOWN = ("div", "p", "span", "td", "b", "strong", "font", "h4", "h5", "h6")  # what a headline may be, if no heading


def title(tree: HtmlElement, metas: Mapping[str, str], headlines: list[str], papers: Set[str]) -> str:
    """The heading that the page's data or its window title names; else the one headline that the reader saw; else the
    data's title; else the longest part of the window title.

    ``headlines`` are those of the page's data, ``papers`` the names of the site, as `letters`.
    """
    window = _without(line(tree.findtext(".//title") or ""), papers)
    window = "" if letters(window) in papers else window
    named = next(filter(None, map(metas.get, ("og:title", "twitter:title", "dc.title", "citation_title"))), "")
    named = _without(line(unescape(named)), papers)
    headings = [(level, text) for level, text in _headings(tree) if letters(text) not in papers]
    parts = {letters(part) for part in SEPARATOR.split(window)}
    for whole in filter(None, (named, *headlines[:1], window)):
        inside = [
            text
            for _, text in headings
            if letters(text) in parts or (len(text) > 8 and letters(text) and letters(text) in letters(whole))
        ]
        if inside:
            return max(inside, key=len)
    marked = {_shown(element) for element in tree.xpath("//*[@itemprop='headline'][not(self::meta)]")}
    stated = named or (headlines[0] if headlines else "")
    for shown in (
        marked,
        [text for level, text in headings if level == "h1"],
        [text for level, text in headings if level == "h2" and not stated and len(window.split()) < 3],
    ):
        texts = [text for text in shown if len(text.split()) >= 3 and len(text) >= _LEAST]
        if len(texts) == 1:
            return texts[0]
    return stated or _of_window(tree, window, headings)


def _of_window(tree: HtmlElement, window: str, headings: list[tuple[str, str]]) -> str:
    """The window title as far as the page shows it in one piece; else the first heading, else its longest part."""
    if not window:
        return headings[0][1] if headings else ""
    breaks = list(_EDGE.finditer(window))
    if not breaks:
        return window
    whole = (window, window[: breaks[-1].start()], window[breaks[0].end() :])
    texts = {letters(element.text or "") for element in tree.iter(*_SHOWN)}
    return next((each for each in whole if letters(each) in texts), max(SEPARATOR.split(window), key=len))


def names_of_site(tree: HtmlElement) -> Iterator[str]:
    """What the links that lead home are called."""
    for link in itertools.islice(tree.iter("a"), 40):
        if _leads_home(link):
            yield link.get("title") or ""
            yield line(words_of(link))
            yield from (image.get("alt") or "" for image in link.iter("img"))


def _leads_home(link: HtmlElement) -> bool:
    return re.fullmatch(r"(?:https?://[^/]*)?/?(?:index\.\w+)?", link.get("href") or "#") is not None


def _headings(tree: HtmlElement) -> list[tuple[str, str]]:
    """The headings' levels and texts, the first of each level first, without the site's name that leads home and
    without what only programs see."""
    texts = []
    for element in itertools.islice(tree.iter(*_HEADINGS), 60):
        link = element.find(".//a")
        text = _shown(element)
        if text and (link is None or not _leads_home(link)) and not _NO_HEADLINE.search(called(element)):
            texts.append((str(element.tag), text))
    return sorted(texts, key=lambda pair: pair[0])


def _shown(element: HtmlElement) -> str:
    """The words of a heading without a kicker, buttons and what only programs see in it, where anything is left."""
    skipped = [part for part in element.iterdescendants() if part.tag == "button" or _NO_PART.search(called(part))]
    inside = {child for part in skipped for child in part.iter()}
    kept = [element.text or ""]
    for part in element.iterdescendants() if inside else ():
        kept.append("" if part in inside else part.text or "")
        kept.append("" if part in inside and part not in skipped else part.tail or "")
    left = line(" ".join(kept)).lstrip(":|–—- ")
    return left if inside and letters(left) else line(words_of(element))


def _without(text: str, papers: Set[str]) -> str:
    """A title without the site's name at its end or beginning."""
    breaks = list(_EDGE.finditer(text))
    for mark in breaks:
        if letters(text[mark.end() :]) in papers:
            return text[: mark.start()]
    for mark in reversed(breaks):
        if letters(text[: mark.start()]) in papers:
            return text[mark.end() :]
    return text
