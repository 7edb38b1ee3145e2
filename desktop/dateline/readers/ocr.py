"""Scans and pictures of text, recognised by Tesseract where it is installed. What it reads is marked as recognised."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.core.message import Message
from dateline.errors import Refused
from dateline.readers import text_dates
from dateline.readers.base import Found, Read, Source
from dateline.readers.text import headline

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PAGES = 60
_SECONDS = 90  # for one page
_SCALE = 300 / 72  # dots an inch, from points
_MOST_DOTS = 60_000_000
_LANGUAGES = ("eng", "deu", "fra", "spa")
_PICTURE = "it is a picture; install Tesseract (the command “tesseract”) to have its text recognised (OCR)"
_SCAN = "its pages are scans; install Tesseract (the command “tesseract”) to have their text recognised (OCR)"


def command() -> str | None:
    """Where Tesseract is; None where it is not installed."""
    return shutil.which("tesseract")


def read_picture(source: Source) -> Read:
    """The text in a picture."""
    if command() is None:
        raise Refused(_PICTURE)
    yield _found([_recognised(source.data)], "picture (OCR)")


def of_scan(document: "PdfDocument") -> Found:
    """The text of a PDF whose pages are pictures (a pypdfium2 document)."""
    if command() is None:
        raise Refused(_SCAN)
    return _found((_recognised(image) for image in _images(document)), "pdf (OCR)")


def _images(document: "PdfDocument") -> Iterator[bytes]:
    """The pages as grey pictures (PGM)."""
    for number in range(min(len(document), _PAGES)):
        page = document[number]
        width, height = page.get_size()
        scale = min(_SCALE, (_MOST_DOTS / max(width * height, 1)) ** 0.5)
        grey = page.render(scale=scale, grayscale=True).to_numpy()
        rows = grey.reshape(grey.shape[0], -1)
        yield f"P5\n{rows.shape[1]} {rows.shape[0]}\n255\n".encode() + rows.tobytes()


def _recognised(image: bytes) -> str:
    program = command()
    if program is None:
        raise Refused(_PICTURE)
    try:
        known = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603 # found on the path, no shell
        languages = [name for name in _LANGUAGES if name.encode() in known.stdout.split()]
        chosen = ["-l", "+".join(languages)] if languages else []
        done = subprocess.run(  # noqa: S603 # likewise
            [program, "stdin", "stdout", *chosen], input=image, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("recognising its text took too long") from error
    except OSError as error:
        raise Refused(
            Message("it is a picture, and Tesseract could not be started: {error}", error=str(error.strerror))
        ) from error
    if done.returncode:
        raise Refused("it is a picture in which Tesseract recognised nothing")
    return done.stdout.decode("utf-8", "replace")


def _found(pages: Iterable[str], kind: str) -> Found:
    """Paragraphs of the lines that were recognised; a word parted at a line's end is one."""
    paragraphs: list[str] = []
    for page in pages:
        wide = 0.6 * max((len(line) for line in page.split("\n")), default=0)
        for block in page.replace("\f", "\n\n").split("\n\n"):
            before = ""
            for line in filter(None, (line.strip() for line in block.split("\n"))):
                if before and (line[0].islower() or len(before) > wide):
                    paragraphs[-1] += f" {line}"
                else:
                    paragraphs.append(line)
                before = line
    paragraphs = [re.sub(r"(?<=[^\W\d_])- (?=[a-zà-ÿ])", "", paragraph) for paragraph in paragraphs]
    text = "\n".join(paragraphs)
    if sum(map(str.isalpha, text)) < 20:
        raise Refused("it is a picture in which no text was recognised (OCR)")
    return Found(text=text, format=kind, title=headline(text), clues=tuple(text_dates.find(text)))
