"""Markup that is not a page from the web: its text, paragraph by paragraph, and XML read without its dangers."""

import re

from lxml import etree

from dateline.core.message import Message
from dateline.errors import Refused

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "tr",
        "th",
        "td",
        "blockquote",
        "pre",
        "table",
        "ul",
        "ol",
        "section",
        "article",
        "br",
        "hr",
        "dt",
        "dd",
        "figcaption",
        "body",
        "title",
        "block",
        "hedline",
        "abstract",
        "para",
    ]
)
_SILENT = frozenset(("script", "style", "head", "template", "noscript", "svg", "math"))


_ENTITIES = "it defines XML entities of its own, which Dateline does not expand"


def called(element: etree._Element) -> str:
    """What an element is called in the page's code: its classes and its id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


_DAMAGED = "it is XML that is damaged or cut off (in line {line}); export or download it again"


def xml(data: bytes) -> etree._Element:
    """The root of an XML document. Entities are not expanded, no document type or address is loaded; raises Refused."""
    if b"<!ENTITY" in data[:100_000]:
        raise Refused(_ENTITIES)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(Message(_DAMAGED, line=error.lineno or 1)) from error
    if next(root.iter(etree.Entity), None) is not None:  # defined in another encoding, or further down
        raise Refused(_ENTITIES)
    return root


def text_of(markup: str) -> str:
    """The text of a piece of HTML, one paragraph, cell or item a line. Nothing is left out as boilerplate."""
    if not markup.strip():
        return ""
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    return "" if root is None else element_text(root)


def element_text(root: etree._Element) -> str:
    """The text of an element, one block a line."""
    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append("" if silent else _flat(element.tail))
            continue
        name = name_of(element).lower()
        if name in _SILENT:
            silent += 1 if event == "start" else -1
        if event == "start":
            parts.append("\n" if name in _BLOCKS else "")
            parts.append("" if silent else _flat(element.text))
        else:
            parts.append("\n" if name in _BLOCKS else "")
            parts.append("" if silent or element is root else _flat(element.tail))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def line(text: str) -> str:
    """A text on one line, at most 500 letters of it."""
    return " ".join(text.split())[:500]


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace; "" of a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(element: etree._Element | None) -> str:
    """All words in an element on one line, however long; "" where there is none."""
    return "" if element is None else " ".join(" ".join(str(part) for part in element.itertext()).split())


def letters(text: str) -> str:
    """The letters and figures of a text, blind to case: what is the same of two texts that say the same."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
