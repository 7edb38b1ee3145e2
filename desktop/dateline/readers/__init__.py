"""Readers: a file in, articles out, each with its publication date and the evidence for it.

`read` never raises for bad input and makes no network request, ever: what cannot be read is a `Refusal` with a reason.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from dateline.core.message import Message
from dateline.core.model import Article, Confidence, new_id
from dateline.errors import Refused
from dateline.paths import shown
from dateline.readers import databases, formats, identity
from dateline.readers.base import Budget, Exhausted, Found, Limits, Outcome, Refusal, Source, too_large
from dateline.readers.evidence import weigh
from dateline.readers.identity import digest, fingerprint, similar
from dateline.readers.text_dates import datelines

__all__ = ["Limits", "Refusal", "digest", "expand", "fingerprint", "read", "read_clipboard", "similar"]

_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read(path: Path, limits: Limits = Limits()) -> Iterator[Outcome]:  # noqa: B008 # frozen
    """The articles of a file; a container gives several. What cannot be read is a Refusal and nothing is raised.

    The file is told by its content, then by its suffix. Links in it are never followed.
    """
    name = shown(path)
    try:
        if path.is_dir():
            os.scandir(path).close()  # says where the folder cannot be opened
            raise Refused("it is a folder; its files are read one by one")
        if not path.is_file():
            raise Refused("it is no file that can be read" if path.exists() else "there is no such file")
        if (size := path.stat().st_size) > limits.file_bytes:
            raise Refused(too_large(size, limits.file_bytes))
        data = path.read_bytes()
    except Refused as refused:
        yield Refusal(name, refused.reason)
    except OSError as error:
        yield Refusal(name, Message("it could not be opened: {error}", error=error.strerror or str(error)))
    except ValueError:  # a NUL in the name
        yield Refusal(name, "there is no such file")
    else:
        yield from _whole(Source(name, data, limits, budget=Budget.of(len(data), limits), folder=path.parent))


def read_clipboard(text: str, html: str | None = None) -> Outcome:
    """The article that was pasted: from HTML where it holds one, else from the text."""
    if html:
        from dateline.readers.html import read_page

        try:
            return _article("clipboard", read_page(html))
        except Refused:
            pass  # a piece of a page without an article of its own; its text is there
    from dateline.readers.text import plain

    try:
        return _article("clipboard", plain(text))
    except Refused as refused:
        return Refusal("clipboard", refused.reason)


def is_table_of_articles(path: Path) -> bool:
    """Whether a file is a table (CSV) of articles, or of links to them, rather than of events."""
    if path.suffix.lower() not in (".csv", ".tsv"):
        return False
    from dateline.readers.tables import is_for_readers

    try:
        with path.open("rb") as stream:
            return is_for_readers(stream.read(1_000_000))
    except OSError:
        return False


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of what was dropped, folders walked in the order of their names.

    A file named outright is given as it is. In a folder, hidden files are passed over, symlinks are not followed out
    of it, and the folder that a browser saves beside a page (``page_files`` beside ``page.html``) is not articles.
    """
    for path in paths:
        try:
            folder = path.is_dir()
        except OSError:  # `read` says why
            folder = False
        if folder:
            yield from _walk(path, path.resolve())
        else:
            yield path


BESIDE = re.compile(r"\.|~\$|.+\.dateline-(?:wal|shm|journal)$|(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE)
"""Names of files that programs put beside a reader's own: hidden, locks, a library's log, pictures' previews."""


def _walk(folder: Path, root: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for current, names, files in os.walk(folder, onerror=closed.append, followlinks=False):
        here = Path(current)
        pages = {Path(name).stem for name in files if Path(name).suffix.lower() in (".html", ".htm", ".xhtml")}
        names[:] = sorted(n for n in names if not n.startswith(".") and not _is_page_folder(n, pages))
        for name in sorted(files):
            path = here / name
            if not BESIDE.match(name) and _inside(path, root):
                yield path
    yield from (Path(error.filename) for error in closed)  # folders that cannot be opened: `read` says why


def _is_page_folder(name: str, pages: set[str]) -> bool:
    match = re.fullmatch(r"(.+)(?:_files|-Dateien|\.files|_fichiers|_archivos|_file|-filer|_bestanden)", name)
    return match is not None and match[1] in pages


def _inside(path: Path, root: Path) -> bool:
    if not path.is_symlink():
        return True
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # broken, or a ring of links
        return False


def _whole(source: Source) -> Iterator[Outcome]:
    told = False
    try:
        for outcome in _outcomes(source):
            told = True
            yield outcome
    except Exhausted as exhausted:  # raised in a member, it ends the reading of all
        yield Refusal(source.name, exhausted.reason)
        return
    if not told:  # a list with nothing in it, as of a chat or a feed
        yield Refusal(source.name, "it holds no article")


def _outcomes(source: Source) -> Iterator[Outcome]:
    words = "text"
    try:
        kind = formats.recognise(source)
        words = kind.words
        for item in kind.read(source):
            if isinstance(item, Source):
                yield from _outcomes(item)
            elif isinstance(item, Refusal):
                yield item
            else:
                for found in databases.split(source.stated.over(item) if source.stated else item):
                    yield _article(source.name, found)
    except Exhausted:
        raise
    except Refused as refused:
        yield Refusal(source.name, refused.reason)
    except Exception as error:  # noqa: BLE001 # the outermost loop: a parser's surprise costs this file only, and is told
        yield Refusal(
            source.name,
            Message(
                "it could not be read as {kind}; it seems to be damaged ({error})",
                kind=Message(words),
                error=type(error).__name__,
            ),
        )


def _article(name: str, found: Found) -> Article:
    found = _writable(found)
    text = found.text if found.exact else found.text.replace("\r\n", "\n").strip()
    if not text.strip():
        raise Refused("it holds no text")
    language = identity.language(text, found.language)
    verdict = weigh([*found.clues, *datelines(text, language, list(found.clues))])
    sure = verdict.confidence in (Confidence.CERTAIN, Confidence.LIKELY) and found.undated is None
    return Article(
        id=new_id(),
        text=text,
        title=found.title,
        published=verdict.best if sure else None,
        published_confidence=verdict.confidence if sure else Confidence.UNKNOWN,
        evidence=verdict.why if sure else found.undated or "",
        candidates=verdict.candidates,
        authors=found.authors,
        site=found.site,
        url=found.url,
        language=language,
        format=found.format,
        file=name,
        digest=digest(text),
        fingerprint=fingerprint(text),
        omitted=found.omitted,
    )


def _writable(value: Any) -> Any:
    """The value with each half character (a lone surrogate, which JSON may hold) and each control character replaced:
    no file could keep the one, databases and tables stumble over the other. Offsets stay."""
    if type(value) is str:
        return _CONTROL.sub(" ", _HALF.sub("\ufffd", value))
    if isinstance(value, tuple):
        return tuple(map(_writable, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _writable(getattr(value, field.name)) for field in fields(value)})
    return value
