"""The one table of formats: how each is told by its content, which suffixes it has, and which module reads it."""

import re
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


_SPACE = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"

FORMATS: tuple[Format, ...] = (
    Format("html", "a web page", "html:read", (".html", ".htm", ".xhtml", ".shtml"),
           _matches(_SPACE + rb"<(?:!doctype\s+html|html|head|body|meta|title)\b")),
    Format("markdown", "Markdown", "text:read_markdown", (".md", ".markdown")),
    Format("text", "text", "text:read", (".txt", ".text", ".log", ".asc", "")),
)  # fmt: skip
"""In the order they are tried."""

_REFUSED: tuple[tuple[Callable[[Source], bool], str], ...] = (
    (_starts(b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM6", b"II*\0", b"MM\0*"), "it is a picture; Dateline reads text only"),
    (_starts(b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp", b"ID3", b"OggS", b"\x1aE\xdf\xa3", b"fLaC"), "it is a sound or a film, not text"),
    (_starts(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), "it is packed in a way that Dateline does not unpack; unpack it first"),
    (_starts(b"\xd0\xcf\x11\xe0"), "it is a file of an older Office; open it there and save it as .docx"),
    (_starts(b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe"), "it is a program"),
    (_starts(b"SQLite format 3"), "it is a database; a Dateline library is opened, not imported"),
)  # fmt: skip


def recognise(source: Source) -> Format:
    """The format of a file, by content first and suffix second; raises Refused for what Dateline does not read."""
    if not source.data:
        raise Refused("it is empty")
    for kind in FORMATS:
        if kind.looks is not None and kind.looks(source):
            return kind
    for looks, reason in _REFUSED:
        if looks(source):
            raise Refused(reason)
    for kind in FORMATS:
        if source.suffix and source.suffix in kind.suffixes:
            return kind
    return FORMATS[-1]
