"""EPUB: its chapters in the order of the spine, as one article, or one for each where a program gathered articles."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates, text_dates
from dateline.readers.addresses import from_url
from dateline.readers.archive import member_bytes, opened_document
from dateline.readers.base import Found, Read, Source
from dateline.readers.bylines import authors_of
from dateline.readers.evidence import Clue
from dateline.readers.markup import text_of, xml

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"


def read(source: Source) -> Read:
    """The text of a book or a saved article."""
    with opened_document(source) as archive:
        if "META-INF/encryption.xml" in archive.namelist() and "META-INF/rights.xml" in archive.namelist():
            raise Refused("it is locked against copying (DRM)")
        package_name = _package_name(archive, source)
        package = xml(_member(archive, package_name, source))
        chapters = list(_chapters(archive, package, posixpath.dirname(package_name), source))
    facts = {name: (package.findtext(f".//{_DC}{name}") or "").strip() for name in ("title", "language", "source")}
    authors = tuple(e.text.strip() for e in package.iter(f"{_DC}creator") if e.text and e.text.strip())
    book = Found(
        text="\n".join(text for text in map(text_of, chapters) if text),
        format="epub",
        title=facts["title"],
        authors=authors,
        site=(package.findtext(f".//{_DC}publisher") or "").strip(),
        url=facts["source"] if facts["source"].startswith("http") else "",
        language=facts["language"],
        clues=tuple(_clues(package)),
    )
    if not book.text.strip():
        raise Refused("it holds no text")
    articles = list(_articles(chapters, book)) if _made_of_articles(chapters, package) else []
    yield from articles or [book]


_FETCHED = re.compile(
    r"(?:This article was downloaded by|Dieser Artikel wurde von|Cet article a été téléchargé)\b.*calibre.*",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"class=[\"'][^\"']*(?:calibre_navbar|article_(?:heading|date)|calibre_rescale|instapaper|pocket)", re.IGNORECASE
)


def _made_of_articles(chapters: list[str], package: etree._Element) -> bool:
    """Whether a book is a newspaper or a reading list that a program put together of articles."""
    told = " ".join(
        (e.text or "") + " " + (e.get("name") or "") + " " + (e.get("content") or "")
        for e in package.iter()
        if isinstance(e.tag, str)
        and e.tag.rpartition("}")[2] in ("creator", "contributor", "publisher", "type", "meta", "subject")
    )
    named = re.search(
        r"instapaper|wallabag|pocket|readwise|readability|omnivore|push to kindle|periodical|\bnews\b",
        told,
        re.IGNORECASE,
    )
    fetched = sum(
        _FETCHED.search(text_of(chapter)) is not None or _NEWS.search(chapter) is not None for chapter in chapters
    )
    return fetched > 1 or (named is not None and len(chapters) > 1) or (fetched == 1 and len(chapters) <= 3)


def _articles(chapters: list[str], book: Found) -> Iterator[Found]:
    """Each chapter that is an article, with its own heading, date and address. The book's date is of its making."""
    saved = tuple(replace(clue, kind="saved", confidence=Confidence.GUESS) for clue in book.clues)
    for chapter in chapters:
        text = text_of(re.sub(r"<head\b.*?</head>", "", chapter, flags=re.DOTALL | re.IGNORECASE))
        heading = re.search(r"<h([1-3])\b[^>]*>(.*?)</h\1>", chapter, re.DOTALL | re.IGNORECASE)
        title = " ".join(text_of(heading[2]).split()) if heading else ""
        lines = [
            line for line in text.split("\n") if not re.fullmatch(r"(?:\W|Next|Previous|Section Menu|Main Menu)*", line)
        ]
        url = next((m[0] for line in lines if _FETCHED.search(line) and (m := re.search(r"https?://\S+", line))), "")
        body = [line for line in lines if not _FETCHED.search(line) and " ".join(line.split()) != title]
        if sum(map(len, body)) < 200 or max(map(len, body)) < 60:
            continue  # a cover, a section's heading, a table of contents
        byline, at = "", 0
        for at, line in enumerate(body[:5]):  # noqa: B007 # its last value counts
            if len(line) > 80:
                break
            if not next(iter(dates.scan(line)), None) and 1 < len(line.split()) <= 6:
                byline = line
        clues = [*text_dates.find("\n".join(body)), *from_url(url), *saved]
        yield replace(
            book,
            text="\n".join(body[at:]),
            title=title,
            authors=authors_of([byline]) if byline else (),
            site=re.sub(r"\s*\[[^\]]*\]\s*$", "", book.title) if _made_by_program(book) else book.site,
            url=url,
            clues=tuple(clues),
        )


def _made_by_program(book: Found) -> bool:
    return any(name.casefold() in ("calibre", "instapaper", "wallabag", "pocket") for name in book.authors)


def _package_name(archive: zipfile.ZipFile, source: Source) -> str:
    container = xml(_member(archive, "META-INF/container.xml", source))
    root = container.find(f".//{_CONTAINER}rootfile")
    if root is None or not root.get("full-path"):
        raise Refused("it does not say where its text is")
    return str(root.get("full-path"))


def _member(archive: zipfile.ZipFile, name: str, source: Source) -> bytes:
    try:
        return member_bytes(archive, archive.getinfo(name), source)
    except KeyError as error:
        raise Refused(Message("a part of it is missing ({name})", name=name)) from error


def _chapters(archive: zipfile.ZipFile, package: etree._Element, folder: str, source: Source) -> Iterator[str]:
    items = {e.get("id"): e for e in package.iter(f"{_OPF}item")}
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "html" not in (item.get("media-type") or "") or "nav" in (item.get("properties") or ""):
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "").split("#")[0]))
        if name in archive.NameToInfo:
            yield _member(archive, name, source).decode("utf-8", "replace")


def _clues(package: etree._Element) -> Iterator[Clue]:
    for element in package.iter(f"{_DC}date"):
        event = element.get(f"{_OPF}event") or "publication"
        if element.text and (day := dates.machine(element.text)):
            kind = "updated" if "modif" in event else "published"
            where = f"the book's field “date” ({event})"
            sure = Confidence.LIKELY if "publi" in event else Confidence.GUESS
            yield Clue(day, "field", where, element.text, sure, "updated" if kind == "updated" else "published")
