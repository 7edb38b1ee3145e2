"""EPUB: its chapters in the order of the spine, as one article."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates
from dateline.readers.archive import check, member_bytes
from dateline.readers.base import Found, Read, Source
from dateline.readers.evidence import Clue
from dateline.readers.markup import text_of, xml

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"


def read(source: Source) -> Read:
    """The text of a book or a saved article."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError) as error:
        raise Refused("it is damaged: its end is missing") from error
    with archive:
        check(archive, source)
        if "META-INF/encryption.xml" in archive.namelist() and "META-INF/rights.xml" in archive.namelist():
            raise Refused("it is locked against copying (DRM)")
        package_name = _package_name(archive, source)
        package = xml(_member(archive, package_name, source))
        text = "\n".join(_chapters(archive, package, posixpath.dirname(package_name), source))
    if not text.strip():
        raise Refused("it holds no text")
    facts = {name: (package.findtext(f".//{_DC}{name}") or "").strip() for name in ("title", "language", "source")}
    authors = tuple(e.text.strip() for e in package.iter(f"{_DC}creator") if e.text and e.text.strip())
    yield Found(
        text=text,
        format="epub",
        title=facts["title"],
        authors=authors,
        site=(package.findtext(f".//{_DC}publisher") or "").strip(),
        url=facts["source"] if facts["source"].startswith("http") else "",
        language=facts["language"],
        clues=tuple(_clues(package)),
    )


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
        raise Refused(f"a part of it is missing ({name})") from error


def _chapters(archive: zipfile.ZipFile, package: etree._Element, folder: str, source: Source) -> Iterator[str]:
    items = {e.get("id"): e for e in package.iter(f"{_OPF}item")}
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "html" not in (item.get("media-type") or "") or "nav" in (item.get("properties") or ""):
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "").split("#")[0]))
        if name in archive.NameToInfo:
            text = text_of(_member(archive, name, source).decode("utf-8", "replace"))
            if text:
                yield text


def _clues(package: etree._Element) -> Iterator[Clue]:
    for element in package.iter(f"{_DC}date"):
        event = element.get(f"{_OPF}event") or "publication"
        if element.text and (day := dates.machine(element.text)):
            kind = "updated" if "modif" in event else "published"
            where = f"the book's field “date” ({event})"
            sure = Confidence.LIKELY if "publi" in event else Confidence.GUESS
            yield Clue(day, "field", where, element.text, sure, "updated" if kind == "updated" else "published")
