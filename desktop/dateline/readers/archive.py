"""ZIP, in memory: members within the limits, none that would leave the archive, no bombs, nothing locked."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from dateline.core.message import Message
from dateline.errors import Refused
from dateline.readers.base import Exhausted, Read, Refusal, Source, too_large

_PASSED_OVER = ("__MACOSX/", ".DS_Store", "Thumbs.db")
_RATIO_FROM = 1_000_000  # small members may well shrink a thousandfold


def read(source: Source) -> Read:
    """The files in an archive, each as a member that its own format reads."""
    with opened(source) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > source.limits.members:
            raise Refused(Message("it holds more than {n} files", n=source.limits.members))
        if not infos:
            raise Refused("it is an archive without files")
        pages = {
            info.filename.rpartition(".")[0] for info in infos if info.filename.lower().endswith((".html", ".htm"))
        }
        total = 0
        for info in infos:
            if passed_over(info.filename, pages):
                continue
            total += info.file_size
            if total > source.limits.total_bytes:
                raise Refused(
                    too_large(
                        total,
                        source.limits.total_bytes,
                        "its files together are larger ({size}) than Dateline reads at once ({most})",
                    )
                )
            name = f"{source.name}/{info.filename}"
            try:
                yield source.member(info.filename, member_bytes(archive, info, source))
            except Exhausted:
                raise
            except Refused as refused:
                yield Refusal(name, refused.reason)


def opened(source: Source) -> zipfile.ZipFile:
    """The archive that a file is; raises Refused where it is none."""
    try:
        return zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("it is damaged: its end is missing; copy or download it again") from error


def opened_document(source: Source) -> zipfile.ZipFile:
    """The archive that a document is inside, whose members keep to the limits; raises Refused, as `opened` does."""
    archive = opened(source)
    check(archive, source)
    return archive


def check(archive: zipfile.ZipFile, source: Source) -> None:
    """Refuse a document that is an archive inside when its members break the limits."""
    infos = archive.infolist()
    if len(infos) > source.limits.members:
        raise Refused(Message("it holds more than {n} parts", n=source.limits.members))
    if sum(info.file_size for info in infos) > source.limits.total_bytes:
        raise Refused("unpacked it would be larger than Dateline reads at once")
    for info in infos:
        _check_member(info, source)


def _check_member(info: zipfile.ZipInfo, source: Source) -> None:
    if info.flag_bits & 0x1:
        raise Refused("it is locked with a password; unpack it first")
    if info.file_size > source.limits.member_bytes:
        raise Refused(too_large(info.file_size, source.limits.member_bytes))
    if info.file_size > max(_RATIO_FROM, info.compress_size * source.limits.ratio):
        raise Refused("it is packed so tightly that it may be made to fill the memory (a zip bomb)")
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        raise Refused("its path leads out of the archive")


def member_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> bytes:
    """A member unpacked, read no further than its stated size; raises Refused where it breaks a limit or is damaged."""
    _check_member(info, source)
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Refused("it is damaged inside the archive") from error
    if len(data) > info.file_size:
        raise Refused("it is larger than the archive says")
    return data


def passed_over(name: str, pages: set[str]) -> bool:
    """Whether a member is a system's own, or belongs to a page that a browser saved beside it."""
    if name.startswith(_PASSED_OVER) or name.rpartition("/")[2].startswith("."):
        return True
    folders = [match.start() for match in re.finditer("_files/", name)]
    return any(name[:at] in pages for at in folders)
