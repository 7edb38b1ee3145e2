"""Files packed alone (gzip, bzip2, xz) and tar archives, unpacked in memory within the limits."""

import bz2
import io
import lzma
import re
import tarfile
import zlib
from collections.abc import Callable
from typing import Protocol

from dateline.errors import Refused
from dateline.readers.archive import passed_over
from dateline.readers.base import Exhausted, Read, Refusal, Source, too_large

_STEP = 1 << 20
_XZ_MEMORY = 200 * 1024 * 1024
_SUFFIXES = re.compile(r"\.(?:gz|bz2|xz|tgz|tbz2?|txz)$", re.IGNORECASE)


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


def read_gzip(source: Source) -> Read:
    """The one file that is packed with gzip."""
    yield _only(source, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16))


def read_bzip2(source: Source) -> Read:
    """The one file that is packed with bzip2."""
    yield _only(source, bz2.BZ2Decompressor)


def read_xz(source: Source) -> Read:
    """The one file that is packed with xz."""
    yield _only(source, lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY))


def _only(source: Source, unpacker: Callable[[], _Unpacker]) -> Source:
    parts: list[bytes] = []
    size, rest = 0, source.data
    limit = min(source.limits.member_bytes, max(10 * _STEP, len(source.data) * source.limits.ratio))
    try:
        while rest:  # several may follow each other
            one = unpacker()
            while not one.eof:
                out = one.decompress(rest, _STEP)
                rest = getattr(one, "unconsumed_tail", b"")
                size += len(out)
                parts.append(out)
                if size > limit:
                    raise Refused(
                        too_large(size, limit, "unpacked it is larger ({size}) than Dateline reads at once ({most})")
                    )
                if not out and not rest:
                    break
            if not one.eof:
                raise Refused("it is packed, and its end is missing; copy or download it again")
            rest = one.unused_data.lstrip(b"\0")
    except (zlib.error, OSError, lzma.LZMAError, EOFError, ValueError) as error:
        if not parts:
            raise Refused("it is a damaged packed file; copy or download it again") from error
    base = source.name.replace("\\", "/").rpartition("/")[2]
    return source.member(_SUFFIXES.sub("", base) or base, b"".join(parts))


def read_tar(source: Source) -> Read:
    """The files in a tar archive; links and devices in it are passed over."""
    try:
        archive = tarfile.open(fileobj=io.BytesIO(source.data), mode="r:")  # noqa: SIM115 # closed below
    except (tarfile.TarError, OSError, ValueError) as error:
        raise Refused("it is a damaged archive; copy or download it again") from error
    with archive:
        count = 0
        while (info := _next(archive)) is not None:
            if not info.isreg() or passed_over(info.name, set()):
                continue
            count += 1
            name = f"{source.name}/{info.name}"
            if ".." in info.name.split("/") or info.name.startswith("/"):
                yield Refusal(name, "its path leads out of the archive")
                continue
            try:
                if info.size > source.limits.member_bytes:
                    raise Refused(too_large(info.size, source.limits.member_bytes))
                stream = archive.extractfile(info)
                yield source.member(info.name, stream.read(info.size) if stream else b"")
            except Exhausted:
                raise
            except (Refused, tarfile.TarError, OSError, ValueError) as error:
                yield Refusal(name, str(error) if isinstance(error, Refused) else "it is damaged inside the archive")
        if not count:
            raise Refused("it is an archive without files")


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    try:
        return archive.next()
    except (tarfile.TarError, OSError, ValueError, EOFError):  # its end is damaged: what came before was read
        return None
