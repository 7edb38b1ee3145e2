"""What formats are told by that no few bytes tell, apart from their readers: to tell one loads none of the others."""

import re

FROM_LINE = re.compile(rb"^From [^\r\n]{0,200}\d{4}[^\r\n]{0,20}\r?$", re.MULTILINE)
"""How each mail of a mailbox begins."""

SPOKEN = re.compile(r"\[((?:\d+:)?\d\d:\d\d[.,]\d+)\s*-->\s*((?:\d+:)?\d\d:\d\d[.,]\d+)\]\s*(.*)")
"""A line of a transcript as Whisper prints it: from, until, words."""

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_OF_MAIL = {"from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path", "content-type"}


def outlook(data: bytes) -> bool:
    """Whether an OLE file holds a mail rather than a document."""
    return "__substg1.0_".encode("utf-16-le") in data or "__properties_version1.0".encode("utf-16-le") in data


def mhtml(data: bytes) -> bool:
    """Whether the file is a page in mail's clothes."""
    head = data[:8192].lower()
    return (
        b"mime-version" in head
        and (b"multipart/related" in head or b"snapshot-content-location" in head)
        and (b"snapshot-content-location" in head or b"saved by" in head or b"content-location" in head)
    )


def mailbox(data: bytes) -> bool:
    """Whether the file begins with mbox's own line and then a header."""
    match = FROM_LINE.match(data[:1000])
    return match is not None and re.match(rb"\r?\n[A-Za-z-]{2,40}:", data[match.end() : match.end() + 60]) is not None


def mail(data: bytes) -> bool:
    """Whether the file begins with mail headers."""
    match = _HEADERS.match(data[:8192].lstrip())
    if match is None:
        return False
    from email import policy
    from email.parser import BytesHeaderParser

    names = {key.lower() for key in BytesHeaderParser(policy=policy.compat32).parsebytes(match[0])}
    return len(names & _OF_MAIL) >= 3 or ({"from", "subject"} <= names and b"@" in match[0])


def self_extracting(data: bytes) -> bool:
    """Whether a page has an archive in it that its script would unpack."""
    return b"PK\x03\x04" in data and b"PK\x05\x06" in data[-70_000:] and re.match(rb"\s*<", data[:200]) is not None


def tweets(data: bytes) -> bool:
    """Whether a file is a part of the archive that X gives out."""
    return re.match(rb"(?:\xef\xbb\xbf)?\s*window\.YTD\.[\w.-]+\s*=\s*\[", data[:200]) is not None


def json(data: bytes) -> bool:
    """Whether the file is JSON or JSON Lines: an object or a list from the first sign on."""
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return re.match(rb'\{\s*"|\{\s*\}|\[\s*[\{\]"\[]', head) is not None


def cues(data: bytes) -> bool:
    """Whether a file begins as a transcript with cues does."""
    head = data[:3000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if SPOKEN.match(head.decode("utf-8", "ignore")):
        return True
    return head.startswith(b"WEBVTT") or re.match(rb"\d+\s*\r?\n\s*\d+:\d\d:\d\d[.,]\d+\s*-->", head) is not None
