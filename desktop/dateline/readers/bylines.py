"""The byline that a page shows: who wrote it, where the page's data does not tell."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.readers.patterns import any_of

_BYLINE = any_of(r"""
    (?<![a-z])by-?line  (?<![a-z])author(?!s?[-_]?(?:bio|box|desc|about|more|info-text|social|image|avatar))
    (?<![a-z])autor(?:en|es|in)?(?![a-z])  (?<![a-z])auteurs?(?![a-z])  writer  reporter  journalist
    (?:^|[-_ ])auth(?:$|[-_ ])
""")
_NOISE = re.compile(r"comment|related|teaser|sidebar|footer|recommend|widget|bio\b|more-from", re.IGNORECASE)
_LEAD = re.compile(
    r"^\W*(?:(?:written|reported|posted|story|text|words|report|article)\s+)?(?:by|von|par|por|di|door|av|af|od|autor(?:in|en|es)?"
    r"|auteurs?|author|text|texte|texto|de)\b\s*:?\s*",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:;|,|\||/|•|·|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\boch\b)\s*")
_NAME = re.compile(
    r"(?:[^\W\d_]\.\s?)*[^\W\d_][\w'’.-]+(?:\s+(?:(?:van|von|de|der|den|du|da|dos|di|del|la|le|bin|al|ter|zu)\s+)*"
    r"[^\W\d_][\w'’.-]*){1,4}"
)
_NO_NAME = re.compile(
    r"\b(?:staff|newsroom|desk|team|editors?|redaktion|agency|press|news|updated|published|correspondent|minutes?|read|january"
    r"|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b",
    re.IGNORECASE,
)
_LONGEST, _MOST = 140, 60


def shown(tree: HtmlElement) -> tuple[str, ...]:
    """The names in the first byline that the page shows; none where no line is told as one."""
    for element in _lines(tree):
        text = " ".join(" ".join(str(part) for part in element.itertext()).split())
        if 3 < len(text) <= _LONGEST and (found := names_in(text)):
            return found
    return ()


def _lines(tree: HtmlElement) -> Iterator[HtmlElement]:
    count = 0
    for element in tree.iter("p", "div", "span", "address", "a", "li", "h4", "h5", "h6", "small", "em", "strong"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (len(names) > 3 and _BYLINE.search(names) and not _NOISE.search(names)) or element.tag == "address":
            if any(
                _NOISE.search(parent.get("class") or "") for parent in element.iterancestors("div", "section", "aside")
            ):
                continue
            count += 1
            yield element
        if count > _MOST:
            return


def names_in(text: str) -> tuple[str, ...]:
    """The names in a line that is a byline: capitalised, two words or more."""
    text = _LEAD.sub("", text)
    text = re.split(r"\s(?:[-–—|•·]|\d|on\s|in\s|für\s|for\s)|\d", text)[0]
    found = []
    for part in _PARTED.split(text):
        if not _NAME.fullmatch(part.strip()) or _NO_NAME.search(part):
            continue
        if all(word[:1].isupper() or len(word) < 4 for word in part.split()):
            found.append(part.strip())
    return tuple(dict.fromkeys(found))[:20]
