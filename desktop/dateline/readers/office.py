"""Word processors: DOCX by mammoth, OpenDocument by its own XML, RTF by striprtf."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates, text_dates
from dateline.readers.archive import member_bytes, opened_document
from dateline.readers.base import Found, Read, Source
from dateline.readers.evidence import Clue
from dateline.readers.markup import text_of, xml
from dateline.readers.text import headline

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ASIDE = (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}tracked-changes")
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"


def read_docx(source: Source) -> Read:
    """A Word document, tables included. Its title and author come from its properties."""
    import mammoth

    with opened_document(source) as archive:
        facts = _properties(archive, source, "docProps/core.xml")
    # Pictures are dropped unread; links stay text; a linked file is never opened.
    result = mammoth.convert_to_html(
        io.BytesIO(source.data),
        convert_image=lambda _: [],
        external_file_access=False,
        include_embedded_style_map=False,
    )
    yield _found(text_of(result.value), "docx", facts)


def read_odt(source: Source) -> Read:
    """An OpenDocument text, its paragraphs, headings and tables in order."""
    with opened_document(source) as archive:
        facts = _properties(archive, source, "meta.xml")
        if "content.xml" not in archive.namelist():
            raise Refused("it is damaged: its text is missing")
        root = xml(member_bytes(archive, archive.getinfo("content.xml"), source))
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise Refused("it is damaged: its text is missing")
    yield _found("\n".join(line for line in map(_line, _blocks(body)) if line), "odt", facts)


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and headings in order, without those inside notes and comments."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield element
        elif element.tag not in _ASIDE:
            stack.extend(reversed(element))


def _line(paragraph: etree._Element) -> str:
    """The text of a paragraph, its spaces, tabs and breaks among it; that of notes and comments in it left out."""
    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        if element.tag in _ASIDE:
            silent += 1 if event == "start" else -1
        if event == "start" and not silent:
            blank = int(element.get(f"{_TEXT}c") or 1) if element.tag == f"{_TEXT}s" else 0
            spaces = " " * min(blank, 100) or (" " if element.tag in (f"{_TEXT}tab", f"{_TEXT}line-break") else "")
            parts.append(spaces + (element.text or ""))
        elif event == "end" and not silent and element is not paragraph:
            parts.append(element.tail or "")
    return "".join(parts).strip()


def read_rtf(source: Source) -> Read:
    """A rich text file."""
    from striprtf import striprtf

    # Pictures are written as runs of figures; without them the file is small.
    raw = re.sub(r"[0-9a-fA-F\r\n]{2000,}", "", source.data.decode("latin-1"))
    if raw.count("{") > 200_000:
        raise Refused("it nests deeper than a document does")
    text = str(cast(Any, striprtf).rtf_to_text(raw, errors="replace")).replace("\x00", "")
    facts: dict[str, str] = {}
    for key in ("title", "author"):
        if match := re.search(rf"{{\\{key}\s+([^{{}}\\]{{1,300}})}}", raw[:20_000]):
            facts[key] = match[1]
    if match := re.search(r"{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})", raw[:20_000]):
        facts["created"] = "-".join(match.groups())
    yield _found("\n".join(line.strip() for line in text.split("\n") if line.strip()), "rtf", facts)


def _properties(archive: zipfile.ZipFile, source: Source, name: str) -> dict[str, str]:
    if name not in archive.namelist():
        return {}
    root = xml(member_bytes(archive, archive.getinfo(name), source))
    named = {_DC + "title": "title", _DC + "creator": "author", _TERMS + "created": "created",
             _META + "creation-date": "created", _META + "initial-creator": "author",
             _TERMS + "modified": "modified", _DC + "date": "modified", _DC + "language": "language"}  # fmt: skip
    return {named[e.tag]: (e.text or "").strip() for e in root.iter() if isinstance(e.tag, str) and e.tag in named}


def _found(text: str, kind: str, facts: dict[str, str]) -> Found:
    if not re.search(r"[^\W\d_]{2}", text):
        raise Refused("it holds no text")
    clues = text_dates.find(text)
    for key in ("created", "modified"):
        if day := dates.machine(facts.get(key, "")):
            where = f"the document's property “{key}”"
            clues.append(
                Clue(
                    day, "metadata", where, facts[key], Confidence.GUESS, "published" if key == "created" else "updated"
                )
            )
    return Found(
        text=text,
        format=kind,
        title=facts.get("title", "") or headline(text),
        authors=(facts["author"],) if facts.get("author") else (),
        language=facts.get("language", ""),
        clues=tuple(clues),
    )
