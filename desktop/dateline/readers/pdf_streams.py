"""How large a PDF's streams unpack, measured before PDFium, which keeps all of a stream in memory, may unpack one."""

import re
import zlib

from dateline.errors import Refused

_STREAM = re.compile(rb"stream\r?\n")
_MOST_WORDS = 24_000_000  # bytes of what draws a page: some ten times that in memory once it is taken apart
_MOST_OTHER = 400_000_000  # bytes of a picture or a font
_STEP = 1 << 16
_LAYERS = 4


def check(data: bytes) -> None:
    """Refuse a PDF with a stream that would fill the memory, packed once or several times over."""
    end = 0
    for match in _STREAM.finditer(data):
        if match.start() < end:
            continue
        found = data.find(b"endstream", match.end())
        end = found if found > 0 else len(data)
        if end - match.end() > 200 and not _bounded(memoryview(data)[match.end() : end]):
            raise Refused("it is packed so tightly that it may be made to fill the memory")


def _bounded(packed: memoryview) -> bool:
    """Whether all layers of a stream, and all together, stay within the sizes that streams have."""
    layers = [zlib.decompressobj()]
    if not _looks_packed(bytes(packed[:2])):
        return True
    total, words = 0, False
    for at in range(0, len(packed), _STEP):
        pieces = [(0, bytes(packed[at : at + _STEP]))]
        while pieces:
            depth, piece = pieces.pop()
            try:
                out = layers[depth].decompress(piece, _STEP * 16)
            except zlib.error:
                return True  # not packed so, or broken: PDFium gives up on it too
            if rest := layers[depth].unconsumed_tail:
                pieces.append((depth, rest))
            if total == 0 and depth == len(layers) - 1 and out:
                if _looks_packed(out[:2]) and len(layers) < _LAYERS:
                    layers.append(zlib.decompressobj())
                else:
                    words = _looks_written(out[:2000])
                    total = 1
            if depth < len(layers) - 1:
                pieces.append((depth + 1, out))
            else:
                total += len(out)
            if total > (_MOST_WORDS if words else _MOST_OTHER):
                return False
    return True


def _looks_packed(start: bytes) -> bool:
    return len(start) == 2 and start[0] & 0x0F == 8 and (start[0] * 256 + start[1]) % 31 == 0


def _looks_written(start: bytes) -> bool:
    """Whether bytes are written figures and operators, not a picture's."""
    return sum(32 <= byte < 127 or byte in b"\t\r\n" for byte in start) > 0.95 * len(start)
