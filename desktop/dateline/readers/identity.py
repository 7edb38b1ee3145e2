"""What tells articles apart: a digest of the text, a fingerprint of its words, and its language."""

import hashlib
import re
from collections import Counter
from itertools import pairwise

from dateline.core.digest import digest
from dateline.readers.patterns import words

__all__ = ["CJK", "digest", "distance", "fingerprint", "language", "similar"]

_WORD = re.compile(r"\w+")
_CLOSE = 12  # of 64 bits: about five sixths of the word pairs are shared; unrelated articles differ in 31 ± 4
_SIGN = 1 << 63
_CAP = 200_000  # code points that are looked at for fingerprint and language
CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# The commonest words that few other languages share: enough for the languages met most, without a model.
_QUICK = {"en": words("the and that with was have which they were would from this has been said their")}


def fingerprint(text: str) -> int:
    """A 64-bit simhash (Charikar 2002) of the text's word pairs, as a signed number that SQLite can keep.

    Texts of fewer than eight words have none (0): too little to compare.
    """
    words = _WORD.findall(text[:_CAP].casefold())
    if len(words) == 1 or CJK.search(text[:2000]):
        words = CJK.findall(text[:_CAP])
    if len(words) < 8:
        return 0
    pairs = {f"{a} {b}" for a, b in pairwise(words)}
    raw = b"".join(_hash64(pair.encode("utf-8", "surrogatepass")) for pair in sorted(pairs))
    value = 0
    for place in range(8):  # each byte of the hashes by itself: a table of 256 counts is quick to vote with
        counts = Counter(raw[place::8])
        for bit in range(7, -1, -1):
            votes = sum(count for byte, count in counts.items() if byte >> bit & 1)
            value = value << 1 | (votes * 2 > len(pairs))
    return value - (1 << 64) if value & _SIGN else value


def distance(a: int, b: int) -> int:
    """How many of the 64 bits of two fingerprints differ."""
    return ((a ^ b) & 0xFFFF_FFFF_FFFF_FFFF).bit_count()


def similar(a: int, b: int) -> bool:
    """Whether two fingerprints are of versions of one article (an update, a wire copy)."""
    return bool(a) and bool(b) and distance(a, b) <= _CLOSE


def language(text: str, declared: str = "") -> str:
    """The ISO 639-1 code of the text's language, "" when there is too little text to tell.

    What the text is written in counts; what the file declares (``declared``) decides for short texts only.
    """
    sample = text[:4000]
    words = [word.casefold() for word in _WORD.findall(sample)]
    for code, common in _QUICK.items():
        if len(words) >= 20 and sum(word in common for word in words) >= len(words) * 0.09:
            return code
    if sum(map(str.isalpha, sample)) < 40:
        return _short(declared)
    from py3langid.langid import classify  # it takes a second to load; most articles are told apart above

    return str(classify(sample)[0])


def _short(declared: str) -> str:
    code = re.split("[-_]", declared.strip().lower())[0]
    return code if re.fullmatch("[a-z]{2}", code) else ""


def _hash64(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=8).digest()
