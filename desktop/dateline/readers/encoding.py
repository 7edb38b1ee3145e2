"""Bytes into text: byte order mark, UTF-8, what is declared, then detection. What does not decode is refused."""

import codecs
import logging
import re
import unicodedata

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
# What files are really in; code pages of DOS and mainframes would fit any bytes.
_DETECTED = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u", "iso8859_2",
    "gb18030", "big5", "cp932", "shift_jis", "euc_jp", "euc_kr", "cp949", "iso2022_jp", "cp874", "utf_16", "utf_32",
]  # fmt: skip
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_LETTER = re.compile(r"[^\W\d_a-zA-Z]")
# Letters beyond ASCII by language, under the code page of each.
_ALPHABETS = {
    "cp1252": (
        "äöüß",
        "àâæçéèêëîïôœùûüÿ",
        "áéíñóúüºª",
        "àáâãçéêíóôõúüºª",
        "àèéìíîòóùú",
        "åäöéüæø",
        "áéíóúýþæöð",
        "ëïéèöüó",
    ),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    "cp1254": ("çğıöşüâîûi̇",),
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 100_000
_UNREADABLE = "its bytes are not text in any encoding that Dateline knows"


def decode(data: bytes, declared: str | None = None, *, lenient: bool = False) -> str:
    """The text of some bytes, without a byte order mark; raises Refused where they are not text.

    A few broken bytes in what is otherwise UTF-8 become U+FFFD: a truncated download is still worth reading.
    ``lenient`` takes any bytes that are mostly letters, as browsers do with a page: what does not decode becomes
    U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _assigned(_checked(data[len(mark) :].decode(name, errors="replace")))
    if wide := _wide(data):
        return _checked(data.decode(wide, errors="replace"))
    # UTF-8 first: no other encoding happens to be valid UTF-8, and pages saved as UTF-8 often still declare another.
    if (text := _strict(data, "utf-8")) is not None:
        return _checked(text)
    if label := _python_name(declared):
        text = data.decode(label, errors="replace")
        if text.count("�") <= len(text) // 500:
            return _checked(text)
    if _mostly_utf8(data):
        return _checked(data.decode("utf-8", errors="replace"))
    try:
        return _checked(_detect(data))
    except Refused:
        if not lenient:
            raise
        text = data.decode(_python_name(declared) or "utf-8", errors="replace")
        if len(_CONTROL.findall(text, 0, _SAMPLE)) > min(len(text), _SAMPLE) // 50 + 2:  # a picture, an archive
            raise
        return _CONTROL.sub(" ", text)


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
    """Whether nearly all of what is not ASCII are whole UTF-8 characters; the first and the last bytes tell."""
    text = (data[: 2 * _SAMPLE] + b" " + data[2 * _SAMPLE :][-_SAMPLE:]).decode("utf-8", errors="replace")
    broken = text.count("�")
    whole = len(_BEYOND_ASCII.findall(text)) - broken
    return whole >= 8 * broken or (broken == 1 and text.rstrip().endswith("�") and whole > 0)


def _detect(data: bytes) -> str:
    """The text in the Latin code page whose languages its letters fit, else by charset-normalizer's finding."""
    # A sample decides; it ends at a line so that no character is cut.
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE and (cut := sample.rfind(b"\n")) > 0:
        sample = sample[:cut]
    name = _latin(sample) or _found(sample)
    text = data.decode(name, errors="replace") if name else ""
    if not name or text.count("�") > len(text) // 200 or _stray(text):
        raise Refused(_UNREADABLE)
    return text


def _latin(sample: bytes) -> str | None:
    """The code page in which nearly all letters beyond ASCII belong to one language; None for other scripts."""
    if sum(byte > 0x7F for byte in sample) * 4 > len(sample):
        return None
    best, fit = None, 0.8
    for name, alphabets in _ALPHABETS.items():
        text = _strict(sample, name)
        letters = _LETTER.findall(text.lower()) if text is not None else []
        for alphabet in alphabets if letters else ():
            share = sum(letter in alphabet for letter in letters) / len(letters)
            if share > fit:
                best, fit = name, share
        if text is not None and not letters and best is None:  # quotation marks and dashes only
            best = name
    return best


def _found(sample: bytes) -> str | None:
    import charset_normalizer  # here because most files are UTF-8 and need it not

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    best = charset_normalizer.from_bytes(sample, cp_isolation=_DETECTED).best()
    return None if best is None else _SUPERSETS.get(best.encoding, best.encoding)


def _stray(text: str) -> bool:
    """Whether a Latin text holds a few letters of another script: broken bytes, not words."""
    sample = text[:_SAMPLE]
    others = sum(not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in _LETTER.findall(sample))
    return 0 < others < sum(map(str.isalpha, sample)) // 2


def _checked(text: str) -> str:
    """The text, unless control characters show that it never was one."""
    sample = text[:200_000]
    if len(_CONTROL.findall(sample)) > max(len(sample) // 100, 2) or sample.count("\0") > 2:
        raise Refused("it holds binary data, not text")
    if sample.count("�") > len(sample) // 50 + 1:
        raise Refused(_UNREADABLE)
    return text


def _assigned(text: str) -> str:
    """The text, unless many of its signs exist in no script: then the mark at its beginning was an accident."""
    sample = text[:2000]
    if sum(unicodedata.category(c) in ("Cn", "Co", "Cs") for c in sample) > len(sample) // 50:
        raise Refused(_UNREADABLE)
    return text
