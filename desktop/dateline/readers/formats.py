"""The one table of formats: how each is told by its content, which suffixes it has, and which module reads it."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from dateline.errors import Refused
from dateline.readers.base import Read, Source


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``looks`` tells it by its bytes; None for those that only the suffix tells."""

    name: str
    words: str
    reader: str
    suffixes: tuple[str, ...]
    looks: Callable[[Source], bool] | None = None

    def read(self, source: Source) -> Read:
        """Read a file of this format; its module is imported only now."""
        module, _, function = self.reader.partition(":")
        reader = cast(Callable[[Source], Read], getattr(import_module(f"dateline.readers.{module}"), function))
        return reader(source)


def _starts(*starts: bytes) -> Callable[[Source], bool]:
    return lambda source: source.data.startswith(starts)


def _matches(pattern: bytes) -> Callable[[Source], bool]:
    compiled = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    return lambda source: compiled.match(source.data[:4096]) is not None


def _by(module: str, function: str) -> Callable[[Source], bool]:
    """Content told by the format's own module, imported when it is asked."""

    def looks(source: Source) -> bool:
        return bool(getattr(import_module(f"dateline.readers.{module}"), function)(source.data))

    return looks


def _zip_names(source: Source) -> list[str]:
    if not source.data.startswith(b"PK\x03\x04"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return []


def _zip_with(name: str) -> Callable[[Source], bool]:
    return lambda source: name in _zip_names(source)


def _has_parts(*names: str) -> Callable[[Source], bool]:
    return lambda source: any(name in names for name in _zip_names(source))


def _zip_of(kind: str) -> Callable[[Source], bool]:
    """An archive whose first member, stored as it is, names its kind (OpenDocument, EPUB)."""
    return lambda source: source.data.startswith(b"PK\x03\x04") and kind.encode() in source.data[30:120]


_SPACE = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"

FORMATS: tuple[Format, ...] = (
    Format("pdf", "PDF", "pdf:read", (".pdf",), lambda source: b"%PDF-" in source.data[:1024]),
    Format("docx", "a Word document", "office:read_docx", (".docx", ".docm"), _zip_with("word/document.xml")),
    Format("odt", "an OpenDocument text", "office:read_odt", (".odt", ".ott"),
           _zip_of("application/vnd.oasis.opendocument.text")),
    Format("epub", "EPUB", "epub:read", (".epub",), _zip_of("application/epub+zip")),
    Format("zip", "an archive", "archive:read", (".zip",), _starts(b"PK\x03\x04", b"PK\x05\x06")),
    Format("rtf", "rich text", "office:read_rtf", (".rtf",), _starts(b"{\\rtf")),
    Format("mhtml", "a saved page (MHTML)", "mail:read_mhtml", (".mht", ".mhtml"), _by("mail", "looks_like_mhtml")),
    Format("mbox", "a mailbox", "mail:read_mailbox", (".mbox", ".mbx"), _by("mail", "looks_like_mailbox")),
    Format("mail", "a mail", "mail:read_message", (".eml",), _by("mail", "looks_like_message")),
    Format("html", "a web page", "html:read", (".html", ".htm", ".xhtml", ".shtml"),
           _matches(_SPACE + rb"<(?:!doctype\s+html|html|head|body|meta|title)\b")),
    Format("link", "a link", "structured:read_link", (".url", ".webloc", ".desktop"),
           _matches(rb"(?:\xef\xbb\xbf)?\s*\[(?:InternetShortcut|Desktop Entry)\]|bplist00.{0,40}URL"
                    rb"|\s*<\?xml.{0,300}<plist.{0,100}<key>URL</key>")),
    Format("newsml", "NewsML", "structured:read_newsml", (),
           _matches(rb"(?:\xef\xbb\xbf)?\s*<(?:.{0,2000}?<)?(?:\w+:)?(?:newsItem|newsMessage|nitf|NewsML)\b")),
    Format("json", "JSON", "structured:read_json", (".json", ".jsonl", ".ndjson"),
           _by("structured", "looks_like_json")),
    Format("xml", "XML", "structured:read_xml", (".xml", ".newsml", ".nitf", ".rss", ".atom"),
           _matches(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")),
    Format("markdown", "Markdown", "text:read_markdown", (".md", ".markdown")),
    Format("text", "text", "text:read", (".txt", ".text", ".log", ".asc", "")),
)  # fmt: skip
"""In the order they are tried."""

_REFUSED: tuple[tuple[Callable[[Source], bool], str], ...] = (
    (_starts(b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*"), "it is a picture; Dateline reads text only"),
    (_starts(b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp", b"ID3\3", b"ID3\4", b"OggS\0", b"\x1aE\xdf\xa3", b"fLaC\0"),
     "it is a sound or a film, not text"),
    (_starts(b"Rar!\x1a", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh91AY", b"\xfd7zXZ"),
     "it is packed in a way that Dateline does not unpack; unpack it first"),
    (_starts(b"\xd0\xcf\x11\xe0"), "it is a file of an older Office; open it there and save it as .docx"),
    (_starts(b"MZ\x90\0", b"\x7fELF", b"\xca\xfe\xba\xbe"), "it is a program"),
    (_has_parts("xl/workbook.xml", "ppt/presentation.xml"), "it is a table or a presentation, not an article"),
    (_starts(b"SQLite format 3\0"), "it is a database; a Dateline library is opened, not imported"),
)  # fmt: skip


def recognise(source: Source) -> Format:
    """The format of a file, by content first and suffix second; raises Refused for what Dateline does not read."""
    if not source.data:
        raise Refused("it is empty")
    for looks, reason in _REFUSED:
        if looks(source):
            raise Refused(reason)
    for kind in FORMATS:
        if kind.looks is not None and kind.looks(source):
            return kind
    for kind in FORMATS:
        if source.suffix and source.suffix in kind.suffixes:
            return kind
    return FORMATS[-1]
