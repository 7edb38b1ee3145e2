"""Lists of references (Zotero RDF, CSL-JSON and its like) with the saved pages and PDFs that lie beside them.

What a list states of an item, its title, day, authors and source, goes before what is found in the file attached to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates
from dateline.readers.base import Exhausted, Read, Refusal, Source, Stated
from dateline.readers.bylines import authors_of, straight
from dateline.readers.evidence import Clue
from dateline.readers.markup import line, name_of, words_of, xml

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ATTACHED = (".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".epub", ".docx", ".odt", ".rtf", ".md", ".txt")
"""What is read of an item's attachments: one, the first of these."""
_ITEMS = 20_000
_NONE = "it is a list of references, not of articles; add the saved pages and PDFs themselves"


@dataclass(frozen=True, slots=True)
class _Reference:
    """What a list states of one item, and the paths of its attachments from the list's folder."""

    stated: Stated
    paths: tuple[str, ...]


def looks_like_references(data: object) -> bool:
    """Whether JSON is CSL-JSON or the like: titles and days of issue, without texts."""
    items = _items(data)
    return bool(items) and all(
        isinstance(i, dict) and "title" in i and ({"issued", "itemType"} & i.keys()) for i in items[:20]
    )


def of_json(source: Source, data: object) -> Read:
    """The articles that are attached to the items; raises Refused where none is."""
    return _read(source, [_of_record(item) for item in _items(data)[:_ITEMS] if isinstance(item, dict)])


def read_rdf(source: Source) -> Read:
    """Likewise, of Zotero's RDF, which lies beside a folder of the files."""
    root = xml(source.data)
    attachments = {
        str(element.get(f"{_RDF}about")): path
        for element in root
        if name_of(element) == "Attachment"
        for path in [next((str(part.get(f"{_RDF}resource")) for part in element if name_of(part) == "resource"), "")]
    }
    items = [element for element in root if isinstance(element.tag, str) and name_of(element) not in _NO_ITEMS]
    return _read(source, [_of_element(item, attachments) for item in items[:_ITEMS]])


_NO_ITEMS = ("Attachment", "Memo", "Collection", "Journal", "Newspaper", "Website")


def _read(source: Source, references: Iterable[_Reference]) -> Read:
    missing = read = 0
    for reference in references:
        paths = sorted(filter(_kind, reference.paths), key=_kind)
        if not paths:
            missing += 1
            continue
        try:
            attached = source.attached(paths[0])
        except Exhausted:
            raise
        except Refused as refused:
            yield Refusal(f"{source.name}/{paths[0]}", refused.reason)
            continue
        read += 1
        yield replace(attached, stated=reference.stated)
    if not read and missing:
        raise Refused(_NONE)
    if missing:
        yield Refusal(
            f"{source.name}/…", Message("references without a saved page or PDF beside the list: {n}", n=missing)
        )


def _kind(path: str) -> int:
    """The place of an attachment's kind among those that are read, from 1; 0 where it is another."""
    suffix = PurePosixPath(path).suffix.lower()
    return _ATTACHED.index(suffix) + 1 if suffix in _ATTACHED else 0


# JSON ----------------------------------------------------------------------------------------------------------------


def _items(data: object) -> list[object]:
    found = data.get("items", []) if isinstance(data, dict) else data
    return found if isinstance(found, list) else []


def _of_record(item: Mapping[str, object]) -> _Reference:
    people = [item.get("author"), item.get("creators")]
    attached = item.get("attachments")
    files = [file for file in attached if isinstance(file, dict)] if isinstance(attached, list) else []
    return _Reference(
        Stated(
            title=_text(item, "title"),
            authors=authors_of(name for each in people if isinstance(each, list) for name in map(_person, each)),
            site=_text(item, "container-title", "publicationTitle", "websiteTitle", "blogTitle"),
            url=_text(item, "URL", "url"),
            language=_text(item, "language"),
            clues=tuple(_clues(_text(item, "date") or _issued(item.get("issued")), _text(item, "accessDate"))),
        ),
        tuple(_text(file, "path", "localPath") for file in files),
    )


def _text(item: Mapping[str, object], *keys: str) -> str:
    return next((line(value) for key in keys if isinstance(value := item.get(key), str) and value.strip()), "")


def _person(creator: object) -> str:
    if not isinstance(creator, dict) or creator.get("creatorType", "author") != "author":
        return ""
    given, family = _text(creator, "given", "firstName"), _text(creator, "family", "lastName")
    return f"{given} {family}".strip() or straight(_text(creator, "literal", "name"))


def _issued(value: object) -> str:
    """The day of CSL: {"date-parts": [[2025, 3, 14]]} or {"raw": "2025-03-14"}."""
    if not isinstance(value, dict):
        return value if isinstance(value, str) else ""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    if len(first) == 3 and all(isinstance(part, int | str) for part in first):
        return "-".join(str(part).zfill(2) for part in first)
    return _text(value, "raw", "literal")


# RDF -----------------------------------------------------------------------------------------------------------------


def _of_element(item: etree._Element, attachments: Mapping[str, str]) -> _Reference:
    own = {name_of(child): child for child in reversed(item)}
    links = [str(child.get(f"{_RDF}resource")) for child in item if name_of(child) == "link"]
    about = str(item.get(f"{_RDF}about") or "")
    people = [
        person
        for child in item
        if name_of(child) == "authors"
        for person in child.iter()
        if name_of(person) == "Person"
    ]
    return _Reference(
        Stated(
            title=_words(own.get("title")),
            authors=authors_of(map(_name_of, people)),
            site=next((_words(e) for e in _inside(own.get("isPartOf")) if name_of(e) == "title"), ""),
            url=about if about.startswith("http") else "",
            language=_words(own.get("language")),
            clues=tuple(_clues(_words(own.get("date")), _words(own.get("dateSubmitted")))),
        ),
        tuple(unquote(attachments[link]) for link in links if link in attachments),
    )


def _name_of(person: etree._Element) -> str:
    parts = {name_of(part).lower(): _words(part) for part in person}
    return f"{parts.get('givenname', '')} {parts.get('surname', '')}".strip()


def _inside(element: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if element is None else element.iter()


def _words(element: etree._Element | None) -> str:
    return line(words_of(element))


def _clues(published: str, saved: str) -> Iterator[Clue]:
    if day := dates.machine(published):
        yield Clue(day, "field", "the date of the reference", published, Confidence.CERTAIN)
    if day := dates.machine(saved):
        yield Clue(day, "metadata", "the day the reference was saved", saved, Confidence.GUESS, "saved")
