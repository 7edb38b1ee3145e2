"""Pages kept by archiving programs: WARC, WACZ, Safari's webarchive, SingleFile's page that unpacks itself.

The day on which a page was kept is never the day of its publication; it is given along as "saved on".
"""

import io
import plistlib
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates
from dateline.readers.archive import member_bytes, opened_document
from dateline.readers.base import Found, Read, Refusal, Source
from dateline.readers.encoding import decode
from dateline.readers.evidence import Clue
from dateline.readers.html import charset, read_page
from dateline.readers.markup import text_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = 5_000
_HTML = re.compile(r"text/html|application/xhtml")


def saved(text: str, where: str) -> tuple[Clue, ...]:
    """The clue that a page was kept on a day."""
    day = dates.machine(text)
    return (Clue(day, "metadata", where, text, Confidence.GUESS, "saved"),) if day is not None else ()


def read_warc(source: Source) -> Read:
    """The pages in a WARC file that hold an article."""
    read, empty = 0, 0
    whole = True
    for url, when, data, label, missing in _responses(source):
        whole = whole and not missing
        source.spend(len(data))
        try:
            page = read_page(decode(data, label or charset(data), lenient=True), url=url, kind="warc")
        except Refused:
            empty += 1
            continue
        read += 1
        yield replace(page, clues=(*page.clues, *saved(when, "the day the page was captured")))
    if not read and not whole:
        raise Refused("it is damaged: its end is missing; copy or download it again")
    if not read:
        raise Refused("there is no page with an article in this web archive")
    if empty:
        yield Refusal(
            f"{source.name}/other pages", Message("no article was found on {n} other pages of the archive", n=empty)
        )


def _responses(source: Source) -> Iterator[tuple[str, str, bytes, str | None, int]]:
    """Address, time, bytes and declared encoding of each page that was answered, and how many bytes it lacks."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for number, record in enumerate(_quietly(ArchiveIterator(io.BytesIO(source.data)))):
            if number > _PAGES * 20:
                raise Refused(Message("it holds more than {n} records", n=_PAGES * 20))
            kind = record.content_type or ""
            http = record.http_headers
            if record.rec_type == "response" and http is not None:
                kind = http.get_header("Content-Type") or ""
                if not (http.get_statuscode() or "").startswith("2"):
                    continue
            elif record.rec_type not in ("resource", "conversion"):
                continue
            if not _HTML.search(kind.lower()):
                continue
            data = record.content_stream().read(source.limits.member_bytes)
            label = re.search(r"charset=[\"']?([\w.:-]+)", kind, re.IGNORECASE)
            head = record.rec_headers
            yield (
                head.get_header("WARC-Target-URI") or "",
                head.get_header("WARC-Date") or "",
                data,
                label[1] if label else None,
                0 if len(data) == source.limits.member_bytes else getattr(record.raw_stream, "limit", 0),
            )
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError, KeyError, TypeError):
        return  # its end is missing or damaged: what came before was read


def _quietly(records: Iterator["ArcWarcRecord"]) -> Iterator["ArcWarcRecord"]:
    """The records, without what the library prints about broken ones."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def read_wacz(source: Source) -> Read:
    """The WARC files in a WACZ; its indexes and screenshots are no articles."""
    with opened_document(source) as archive:
        names = [n for n in archive.namelist() if re.search(r"\.warc(?:\.gz)?$", n, re.IGNORECASE)]
        if not names:
            raise Refused("there is no page in this web archive (WACZ)")
        for name in names:
            yield source.member(name, member_bytes(archive, archive.getinfo(name), source))


def read_webarchive(source: Source) -> Read:
    """The page in a webarchive that Safari saved."""
    try:
        archive = plistlib.loads(source.data)
        main = archive["WebMainResource"]
        data, kind = main["WebResourceData"], str(main.get("WebResourceMIMEType") or "text/html")
        label, url = main.get("WebResourceTextEncodingName"), str(main.get("WebResourceURL") or "")
    except (plistlib.InvalidFileException, ExpatError, ValueError, KeyError, TypeError, AttributeError, OverflowError,
            IndexError, RecursionError) as error:  # fmt: skip
        raise Refused("it is a damaged web archive of Safari; save the page again") from error
    if not isinstance(data, bytes):
        raise Refused("there is no page in this web archive")
    text = decode(data, label if isinstance(label, str) else charset(data), lenient=True)
    if not _HTML.search(kind):
        yield Found(text=text_of(text) if "xml" in kind else text, format="webarchive", url=url)
        return
    yield read_page(text, url=url if url.startswith("http") else "", kind="webarchive")


def read_self_extracting(source: Source) -> Read:
    """The page in SingleFile's archive that unpacks itself; nothing of its script is run."""
    start = source.data.find(b"PK\x03\x04")
    with opened_document(source) as archive:
        names = [n for n in archive.namelist() if n.rpartition("/")[2] == "index.html"]
        names = names or [n for n in archive.namelist() if n.lower().endswith((".html", ".htm"))]
        if not names:
            raise Refused("there is no page in it")
        name = min(names, key=lambda n: n.count("/"))
        data = member_bytes(archive, archive.getinfo(name), source)
    source.spend(len(data))
    comment = source.data[: min(start, 4000)].decode("utf-8", "replace")
    yield read_page(decode(data, charset(data), lenient=True), comment=comment)
