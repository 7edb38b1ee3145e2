"""Bytes into text: byte order mark, declaration, UTF-8, then detection. Nothing is guessed that does not decode."""

import codecs
import logging
import re

from dateline.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read these labels as their supersets (WHATWG Encoding Standard).
_SUPERSETS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "iso8859-9": "cp1254", "iso8859-11": "cp874", "euc_kr": "cp949", "tis-620": "cp874",
}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 100_000
_UNREADABLE = "its bytes are not text in any encoding that Dateline knows"


def decode(data: bytes, declared: str | None = None, *, lenient: bool = False) -> str:
    """The text of some bytes, without a byte order mark; raises Refused where they are not text.

    A few broken bytes in what is otherwise UTF-8 become U+FFFD: a truncated download is still worth reading.
    ``lenient`` takes any bytes, as browsers do with a page: what does not decode becomes U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(name, errors="replace"))
    if wide := _wide(data):
        return _checked(data.decode(wide, errors="replace"))
    for label in (_python_name(declared), "utf-8"):
        if label and (text := _strict(data, label)) is not None:
            return _checked(text)
    if _mostly_utf8(data):
        return _checked(data.decode("utf-8", errors="replace"))
    try:
        return _checked(_detect(data))
    except Refused:
        if not lenient:
            raise
        return _CONTROL.sub(" ", data.decode(_python_name(declared) or "utf-8", errors="replace"))


def _python_name(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        "".encode(name)  # a codec like base64 is no text encoding
    except (LookupError, ValueError, UnicodeError, TypeError):
        return None
    return _SUPERSETS.get(name, name) if not name.startswith("utf-7") else None


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: half of its bytes are zero in Latin text."""
    head = data[:2000]
    if len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0) * 2 / len(head), head[1::2].count(0) * 2 / len(head)
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all of what is not ASCII are whole UTF-8 characters."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("�")
    whole = sum(map(len, re.findall("[^\x00-\x7f]+", text))) - broken
    return whole >= 8 * broken or (broken == 1 and text.endswith("�") and whole > 0)


def _detect(data: bytes) -> str:
    import charset_normalizer  # here because most files are UTF-8 and need it not

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    # A sample decides; it ends at a line so that no character is cut.
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE and (cut := sample.rfind(b"\n")) > 0:
        sample = sample[:cut]
    best = charset_normalizer.from_bytes(sample).best()
    names = [best.encoding] if best is not None else []
    if (
        best is not None
        and best.encoding == "cp1250"
        and not re.search("[ąćęłńśźżčďěňřšťůžőűăşţľĺŕđ]", str(best), re.IGNORECASE)
    ):
        names.insert(0, "cp1252")
    for name in names:
        text = _strict(data, _SUPERSETS.get(name, name))
        if text is not None:
            return text
    if names:
        text = data.decode(_SUPERSETS.get(names[0], names[0]), errors="replace")
        if text.count("�") <= len(text) // 200:
            return text
    raise Refused(_UNREADABLE)


def _checked(text: str) -> str:
    """The text, unless control characters show that it never was one."""
    sample = text[:200_000]
    if len(_CONTROL.findall(sample)) > max(len(sample) // 100, 2) or sample.count("\0") > 2:
        raise Refused("it holds binary data, not text")
    if sample.count("�") > len(sample) // 50 + 1:
        raise Refused(_UNREADABLE)
    return text
