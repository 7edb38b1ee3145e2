"""Outlook's MSG: an OLE file with the parts of a mail. Nothing in it is run; attached articles follow as members."""

import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from dateline.errors import Refused
from dateline.readers.base import Read, Refusal, Source
from dateline.readers.encoding import decode
from dateline.readers.mail import headers_of, letter

if TYPE_CHECKING:
    from olefile import OleFileIO

_SUBJECT, _SENDER, _ADDRESS, _BODY, _HTML, _RTF, _HEADERS = "0037", "0C1A", "5D01", "1000", "1013", "1009", "007D"
_SENT = (0x0039, 0x0E06)  # submitted, delivered
_MOST = 60 * 1024 * 1024
_ATTACHED = 100


def read(source: Source) -> Read:
    """One mail."""
    import olefile

    try:
        ole = olefile.OleFileIO(source.data)
    except (OSError, ValueError, IndexError, struct.error, TypeError, KeyError) as error:
        raise Refused("it is a damaged mail of Outlook; save it again") from error
    with ole:
        text = {key: _text(ole, key) for key in (_SUBJECT, _SENDER, _ADDRESS, _BODY, _HEADERS)}
        html = _text(ole, _HTML) or decode(_stream(ole, f"__substg1.0_{_HTML}0102"), lenient=True)
        headers = headers_of(text[_HEADERS])
        sender = text[_SENDER] + (f" <{text[_ADDRESS]}>" if text[_ADDRESS] else "")
        yield letter(
            title=text[_SUBJECT],
            sender=sender,
            sent=headers.get("date") or _sent(ole),
            plain=text[_BODY] or ("" if html else _rich(ole)),
            html=html,
        )
        yield from _attached(ole, source)


def _text(ole: "OleFileIO", key: str) -> str:
    wide = _stream(ole, f"__substg1.0_{key}001F")
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    narrow = _stream(ole, f"__substg1.0_{key}001E")
    return decode(narrow, lenient=True).rstrip("\0 ") if narrow.strip(b"\0 ") else ""


def _stream(ole: "OleFileIO", name: str) -> bytes:
    try:
        if not ole.exists(name) or ole.get_size(name) > _MOST:
            return b""
        data = ole.openstream(name).read()
    except (OSError, ValueError, IndexError, struct.error, TypeError, KeyError, AttributeError):
        return b""
    return data if isinstance(data, bytes) else b""


def _sent(ole: "OleFileIO") -> str:
    """The time in the message's fixed properties, as ISO in UTC; "" without one."""
    data = _stream(ole, "__properties_version1.0")
    found: dict[int, str] = {}
    for at in range(32, len(data) - 15, 16):
        kind, number = struct.unpack_from("<HH", data, at)
        if kind == 0x0040 and number in _SENT:
            (ticks,) = struct.unpack_from("<Q", data, at + 8)
            if 0 < ticks < 2**61:
                moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(seconds=min(ticks / 1e7, 2e10))
                found[number] = moment.isoformat()
    return next((found[number] for number in _SENT if number in found), "")


def _rich(ole: "OleFileIO") -> str:
    """The words of the mail's rich text, where it has no other."""
    from striprtf import striprtf

    raw = unpack(_stream(ole, f"__substg1.0_{_RTF}0102")).decode("latin-1")
    raw = re.sub(r"{\\\*\\htmltag[^{}]*}", "", raw)
    return str(striprtf.rtf_to_text(raw, errors="replace")) if raw.startswith("{\\rtf") else ""  # type: ignore[no-untyped-call]


_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def unpack(data: bytes) -> bytes:
    """Compressed RTF unpacked (MS-OXRTFCP); b"" where it is damaged."""
    if len(data) < 16:
        return b""
    _, size, magic, _ = struct.unpack_from("<IIII", data)
    if magic == 0x414C454D:
        return data[16 : 16 + size]
    if magic != 0x75465A4C or size > _MOST:
        return b""
    window = bytearray(_DICTIONARY.ljust(4096, b"\0"))
    out, at, write = bytearray(), 16, len(_DICTIONARY)
    while at < len(data) and len(out) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data):
                break
            if not control >> bit & 1:
                piece = bytearray(data[at : at + 1])
                at += 1
            else:
                if at + 1 >= len(data):
                    return bytes(out)
                offset, length = (data[at] << 4) | (data[at + 1] >> 4), (data[at + 1] & 0xF) + 2
                at += 2
                if offset == write:
                    return bytes(out)
                piece = bytearray()
                for n in range(length):
                    byte = window[(offset + n) % 4096]
                    piece.append(byte)
                    window[(write + n) % 4096] = byte
            for byte in piece:
                window[write] = byte
                write = (write + 1) % 4096
            out += piece
    return bytes(out[:size])


def _attached(ole: "OleFileIO", source: Source) -> Iterator[Source | Refusal]:
    for number in range(_ATTACHED):
        folder = f"__attach_version1.0_#{number:08X}"
        data = _stream(ole, f"{folder}/__substg1.0_37010102")
        if not data:
            continue
        name = _text_in(ole, folder, "3707") or _text_in(ole, folder, "3704") or f"attachment {number + 1}"
        if re.search(r"\.(?:png|jpe?g|gif|ico|bmp|ics|vcf|p7s|mp[34])$", name, re.IGNORECASE):
            continue
        yield source.offered(name.replace("/", "_"), data, name)


def _text_in(ole: "OleFileIO", folder: str, key: str) -> str:
    return _stream(ole, f"{folder}/__substg1.0_{key}001F").decode("utf-16-le", "replace").rstrip("\0")
