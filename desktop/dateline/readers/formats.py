"""The one table of formats: how each is told by its content, which suffixes it has, and which module reads it."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from dateline.core.message import Message
from dateline.errors import Refused
from dateline.readers import signs
from dateline.readers.base import Read, Source


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``looks`` tells it by its bytes; None for those that only the suffix tells.

    ``begins`` is how each such file begins, where that is so: another file with its suffix is not taken for one.
    README, guide, desktop entry and installer are checked against this table (tests/test_formats_told.py).
    """

    name: str
    words: str
    reader: str
    suffixes: tuple[str, ...]
    looks: Callable[[Source], bool] | None = None
    begins: tuple[bytes, ...] = ()

    @property
    def mime(self) -> tuple[str, ...]:
        """The kinds by which a desktop offers Dateline for it; none for those that other programs are for."""
        return _MIME.get(self.name, ())

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


def _by(told: Callable[[bytes], bool]) -> Callable[[Source], bool]:
    return lambda source: told(source.data)


def _film_of(*brands: bytes) -> Callable[[Source], bool]:
    """Whether the file is of MPEG-4's family, and of one of these brands."""
    return lambda source: source.data[4:8] == b"ftyp" and source.data[8:12] in brands


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


def _is_old_office(stream: str) -> Callable[[Source], bool]:
    name = stream.encode("utf-16-le")
    return lambda source: (
        source.data.startswith(b"\xd0\xcf\x11\xe0")
        and name in source.data
        and "__substg".encode("utf-16-le") not in source.data
    )


def _zip_of(kind: str) -> Callable[[Source], bool]:
    """An archive whose first member, stored as it is, names its kind (OpenDocument, EPUB)."""
    return lambda source: source.data.startswith(b"PK\x03\x04") and kind.encode() in source.data[30:120]


_SPACE = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"

_ZIP = (b"PK",)
_BLANK = (b" ", b"\t", b"\r", b"\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_XML, _JSON = (b"<", *_BLANK), (b"{", b"[", b'"', *_BLANK)
_MIME: dict[str, tuple[str, ...]] = {
    "pdf": ("application/pdf",), "html": ("text/html", "application/xhtml+xml"), "mhtml": ("multipart/related",),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",), "rtf": ("application/rtf",),
    "odt": ("application/vnd.oasis.opendocument.text",), "epub": ("application/epub+zip",), "text": ("text/plain",),
    "markdown": ("text/markdown",), "mail": ("message/rfc822",), "mbox": ("application/mbox",),
    "msg": ("application/vnd.ms-outlook",), "warc": ("application/warc",), "wacz": ("application/wacz",),
    "webarchive": ("application/x-webarchive",), "enex": ("application/enex+xml",),
    "feed": ("application/rss+xml", "application/atom+xml"), "cues": ("application/x-subrip", "text/vtt"),
}  # fmt: skip

FORMATS: tuple[Format, ...] = (
    Format("pdf", "a PDF", "pdf:read", (".pdf",), lambda source: b"%PDF-" in source.data[:1024], (b"%", b"\n%", b"\r")),
    Format("docx", "a Word document", "office:read_docx", (".docx", ".docm"), _zip_with("word/document.xml"), _ZIP),
    Format("xlsx", "a table (XLSX)", "tables:read_xlsx", (".xlsx", ".xlsm"), _zip_with("xl/workbook.xml"), _ZIP),
    Format("odt", "an OpenDocument text", "office:read_odt", (".odt", ".ott"),
           _zip_of("application/vnd.oasis.opendocument.text"), _ZIP),
    Format("epub", "EPUB", "epub:read", (".epub",), _zip_of("application/epub+zip"), _ZIP),
    Format("wacz", "a web archive (WACZ)", "webarchives:read_wacz", (".wacz",),
           lambda source: {"datapackage.json"} <= {*_zip_names(source)} and any(
               name.startswith("archive/") for name in _zip_names(source)), _ZIP),
    Format("zip", "an archive", "archive:read", (".zip",), _starts(b"PK\x03\x04", b"PK\x05\x06"), _ZIP),
    Format("gzip", "a packed file", "packed:read_gzip", (".gz", ".tgz"), _starts(b"\x1f\x8b"), (b"\x1f\x8b",)),
    Format("bzip2", "a packed file", "packed:read_bzip2", (".bz2", ".tbz2"), _starts(b"BZh91AY"), (b"BZh",)),
    Format("xz", "a packed file", "packed:read_xz", (".xz", ".txz"), _starts(b"\xfd7zXZ"), (b"\xfd7zXZ",)),
    Format("tar", "an archive (tar)", "packed:read_tar", (".tar",), lambda source: source.data[257:262] == b"ustar"),
    Format("warc", "a web archive (WARC)", "webarchives:read_warc", (".warc",), _starts(b"WARC/"), (b"WARC/",)),
    Format("webarchive", "a web archive of Safari", "webarchives:read_webarchive", (".webarchive",),
           lambda source: b"WebMainResource" in source.data[:2000] or (
               source.data.startswith(b"bplist00") and b"WebMainResource" in source.data), (b"bplist", b"<")),
    Format("msg", "a mail of Outlook", "outlook:read", (".msg",),
           lambda source: source.data.startswith(b"\xd0\xcf\x11\xe0") and signs.outlook(source.data),
           (b"\xd0\xcf\x11\xe0",)),
    Format("picture", "a picture", "ocr:read_picture", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp"),
           lambda source: source.data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*"))
           or (source.data.startswith(b"RIFF") and source.data[8:12] == b"WEBP")),
    Format("rtf", "rich text", "office:read_rtf", (".rtf",), _starts(b"{\\rtf"), (b"{",)),
    Format("mhtml", "a saved page (MHTML)", "mail:read_mhtml", (".mht", ".mhtml"), _by(signs.mhtml)),
    Format("mbox", "a mailbox", "mail:read_mailbox", (".mbox", ".mbx"), _by(signs.mailbox), (b"From ", *_BLANK)),
    Format("mail", "a mail", "mail:read_message", (".eml",), _by(signs.mail)),
    Format("emlx", "a mail of Apple's", "mail:read_emlx", (".emlx",)),
    Format("singlefile", "a page that unpacks itself", "webarchives:read_self_extracting", (),
           _by(signs.self_extracting)),
    Format("html", "a web page", "html:read", (".html", ".htm", ".xhtml", ".shtml"),
           _matches(_SPACE + rb"<(?:!doctype\s+(?:html|netscape)|html|head|body|meta|title)\b")),
    Format("link", "a link", "structured:read_link", (".url", ".webloc", ".desktop"),
           _matches(rb"(?:\xef\xbb\xbf)?\s*\[(?:InternetShortcut|Desktop Entry)\]|bplist00.{0,40}URL"
                    rb"|\s*<\?xml.{0,300}<plist.{0,100}<key>URL</key>")),
    Format("newsml", "NewsML", "structured:read_newsml", (".newsml", ".nitf"),
           _matches(rb"(?:\xef\xbb\xbf)?\s*<(?:.{0,2000}?<)?(?:\w+:)?(?:newsItem|newsMessage|nitf|NewsML)\b")),
    Format("tweets", "an archive of X", "chats:read_tweets", (), _by(signs.tweets)),
    Format("json", "JSON", "structured:read_json", (".json", ".jsonl", ".ndjson"),
           _by(signs.json), _JSON),
    Format("zotero", "a list of references", "references:read_rdf", (),
           _matches(_SPACE + rb"<(?:\w+:)?RDF\b[^>]{0,2000}zotero\.org/namespaces/export")),
    Format("feed", "a feed", "feeds:read", (".rss", ".atom", ".opml"),
           _matches(_SPACE + rb"(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|opml|(?:\w+:)?RDF[^>]{0,300}rss)\b"), _XML),
    Format("enex", "an Evernote export", "feeds:read_enex", (".enex",),
           _matches(_SPACE + rb"(?:<!DOCTYPE[^>]*>\s*)?<en-export\b"), _XML),
    Format("xml", "XML", "feeds:read_other", (".xml", ".rdf"), _matches(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b"),
           _XML),
    Format("cues", "a transcript", "transcripts:read", (".srt", ".vtt"), _by(signs.cues)),
    Format("csv", "a table (CSV)", "tables:read_csv", (".csv", ".tsv")),
    Format("markdown", "Markdown", "text:read_markdown", (".md", ".markdown")),
    Format("text", "text", "text:read", (".txt", ".text", ".log", ".asc", "")),
)  # fmt: skip
"""In the order they are tried."""

REFUSED: tuple[tuple[Callable[[Source], bool], str], ...] = (
    (_film_of(b"heic", b"heix", b"mif1", b"avif"), "it is a picture of a kind not read; save it as PNG or JPEG"),
    (_starts(b"!BDN"), "it is a store of Outlook's mails (PST); save the mails in it as .msg or .eml"),
    (lambda source: source.data[60:68] in (b"BOOKMOBI", b"TEXtREAd"),
     "it is a Kindle book; make an EPUB of it (with Calibre) to have it read"),
    (_starts(b"AT&TFORM"), "it is a DjVu scan; save it as PDF"),
    (_zip_of("application/vnd.oasis.opendocument.spreadsheet"),
     "it is an OpenDocument table; save it as .xlsx or CSV"),
    (_zip_of("application/vnd.oasis.opendocument.presentation"),
     "it is a presentation; export it as PDF to have its text read"),
    (_starts(b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp", b"ID3\3", b"ID3\4", b"OggS\0", b"\x1aE\xdf\xa3", b"fLaC\0"),
     "it is a sound or a film, not text"),
    (_starts(b"Rar!\x1a", b"7z\xbc\xaf"),
     "it is packed in a way that Dateline does not unpack (RAR or 7z); unpack it first, or pack it as ZIP"),
    (_is_old_office("WordDocument"),
     "it is a document of an older Word; open it there or in LibreOffice and save it as .docx"),
    (_is_old_office("Workbook"), "it is a table of an older Excel (.xls); open it there and save it as .xlsx or CSV"),
    (lambda source: source.suffix == ".msg" and source.data.startswith(b"\xd0\xcf\x11\xe0")
     and not signs.outlook(source.data), "it is a damaged mail of Outlook; save it again"),
    (lambda source: source.data.startswith(b"\xd0\xcf\x11\xe0") and not signs.outlook(source.data),
     "it is a file of an older Office; open it there and save it as .docx"),
    (_has_parts("Index/Document.iwa", "index.apxl", "Index.zip", "index.xml"),
     "it is a document of Apple's Pages, Numbers or Keynote; export it there as PDF or Word (.docx)"),
    (_starts(b"MZ\x90\0", b"\x7fELF", b"\xca\xfe\xba\xbe"), "it is a program"),
    (_has_parts("ppt/presentation.xml"), "it is a presentation; export it as PDF to have its text read"),
    (_starts(b"SQLite format 3\0"), "it is a database; a Dateline library is opened, not imported"),
)  # fmt: skip
"""What is told and not read, with the reason and what to do."""


def _otherwise(source: Source) -> str:
    """What to do with a file that is not what its name says, by whether it looks like text."""
    if b"\0" in source.data[:4096]:
        return "it is not {kind}, though its name ends in {suffix}; it may be damaged: copy or download it again"
    return "it is not {kind}, though its name ends in {suffix}; if it is text, name it .txt"


def recognise(source: Source) -> Format:
    """The format of a file, by content first and suffix second; raises Refused for what Dateline does not read."""
    if not source.data:
        raise Refused("it is empty")
    for looks, reason in REFUSED:
        if looks(source):
            raise Refused(reason)
    for kind in FORMATS:
        if kind.looks is not None and kind.looks(source):
            return kind
    for kind in FORMATS:
        if source.suffix and source.suffix in kind.suffixes:
            if kind.begins and not source.data.startswith(kind.begins):
                raise Refused(Message(_otherwise(source), kind=Message(kind.words), suffix=source.suffix))
            return kind
    return FORMATS[-1]
