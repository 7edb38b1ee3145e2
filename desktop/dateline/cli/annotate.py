"""What `times` and `events` share: which texts to read, and the JSON Lines form of what was found.

The form is a contract: one object a finding, then ``{"doc", "done", "chars", "ms"}`` or ``{"doc", "error"}`` for each
document, then one summary. Exit status 0 all files, 1 some failed (the others are there), 2 wrong usage.
"""

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TextIO, TypeVar

from dateline.app.manifest import check_language, check_published
from dateline.cli.streams import inputs, manifest_lines, name_of
from dateline.core.model import Article, Confidence, new_id
from dateline.core.preferences import Preferences
from dateline.errors import Refused, UsageError

R = TypeVar("R")  # a finding

PLAIN = {".txt", ""}
"""Suffixes of files that a manifest may name for their bare text."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text to annotate, or the reason why there is none."""

    name: str
    article: Article | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """What was found in a document, in how many milliseconds; the document has an error where that failed."""

    document: Document
    rows: list[R]
    ms: float = 0.0
    load_ms: float = 0.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of both commands."""
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="article files; folders are walked; - for standard input")
    add("--published", metavar="DATE", help="publication date (2025-03-30, 30 March 2025, 2025) of every file")
    add("--language", metavar="CODE", help="language of every text (en, de, fr, …) instead of detecting it")
    add("--format", choices=("text", "jsonl"), default="text", help="for people, or one JSON object a line")
    add("--manifest", metavar="FILE", help='JSON Lines of {"id", "path", "published"}; - for standard input')


def documents(arguments: argparse.Namespace) -> Iterator[Document]:
    """The documents that the arguments name; raises UsageError."""
    if bool(arguments.files) == bool(arguments.manifest):
        raise UsageError("give article files, or --manifest with a list of them")
    if arguments.manifest and arguments.format != "jsonl":
        raise UsageError("--manifest prints JSON Lines: add --format jsonl")
    published, language = (
        check_published(arguments.published, arguments.preferences),
        check_language(arguments.language),
    )
    if arguments.manifest:
        return _from_manifest(arguments.manifest, published, language, arguments.preferences)
    return _from_files(inputs(arguments.files), published, language)


def check_kept(written: Path, read: Iterable[Path]) -> None:
    """Raises UsageError where the file to write is one of those that are read."""
    if any(written.exists() and source.exists() and written.samefile(source) for source in read):
        raise UsageError(f"{written} is itself read, and would be overwritten; name another file to write")


def dated(article: Article, published: str | None, language: str | None = None) -> Article:
    """The article with the publication date and language that the caller gave, where given."""
    if published is not None:
        evidence = "given on the command line"
        article = replace(article, published=published, published_confidence=Confidence.CERTAIN, evidence=evidence)
    return replace(article, language=language) if language else article


def write_jsonl(found: Iterable[Found[R]], record: Callable[[R], dict[str, object]], out: TextIO) -> int:
    """Write each document's records and the closing lines; returns the exit status."""
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors="replace")  # JSON Lines are, whatever the terminal speaks
    count = chars = failed = 0
    total = loading = 0.0
    for each in found:
        document = each.document
        count += 1
        loading = max(loading, each.load_ms)
        if document.article is None:
            failed = 1
            _line(out, {"doc": document.name, "error": document.error})
            continue
        for row in each.rows:
            _line(out, {"doc": document.name, **record(row)})
        length = len(document.article.text)
        _line(out, {"doc": document.name, "done": True, "chars": length, "ms": round(each.ms, 3)})
        chars += length
        total += each.ms
    times = {"load_ms": round(loading, 1), "tag_ms": round(total, 1)}
    _line(out, {"summary": True, "docs": count, "chars": chars, **times})
    out.flush()
    return failed


def print_each(found: Iterable[Found[R]], lines: Callable[[list[R]], Iterable[str]], nothing: str) -> int:
    """Print what was found in each document, for people; returns the exit status."""
    failed = 0
    for article, each in sound(found):
        if article is None:
            failed = 1
        else:
            print(describe(article, each.document.name))
            print("\n".join(lines(each.rows)) or f"  {nothing}")
    return failed


def sound(found: Iterable[Found[R]]) -> Iterator[tuple[Article | None, Found[R]]]:
    """Each document's article with what was found; where it could not be read (None), it is said why."""
    for each in found:
        if each.document.article is None:
            print(f"{each.document.name}: {each.document.error}", file=sys.stderr)
        yield each.document.article, each


def describe(article: Article, name: str) -> str:
    """The line above an article's findings: its name and publication date with the evidence."""
    if article.published is None:
        listed = "; ".join(f"{c.value} ({c.where})" for c in article.candidates)
        return f"{name}: publication date unknown" + (
            f"; candidates: {listed}" if listed else "; give --published DATE"
        )
    return f"{name}: published {article.published} ({article.evidence})"


def _line(out: TextIO, record: dict[str, object]) -> None:
    out.write(json.dumps(record, ensure_ascii=False) + "\n")


def _from_manifest(
    manifest: str, published: str | None, language: str | None, preferences: Preferences
) -> Iterator[Document]:
    for number, line in manifest_lines(manifest):
        yield from _manifest_entry(line, f"line {number} of the manifest", published, language, preferences)


def _manifest_entry(
    line: bytes, where: str, published: str | None, language: str | None, preferences: Preferences
) -> Iterator[Document]:
    name = where
    try:
        entry = json.loads(line)
        name, path = str(entry["id"]), Path(entry["path"])
        date = check_published(_given(entry, "published") or published, preferences)
        language = check_language(_given(entry, "language") or language)
    except (ValueError, TypeError, KeyError, AttributeError):
        yield Document(where, error=f'{where} is not a JSON object with "id" and "path"')
        return
    except UsageError as error:
        yield Document(name, error=str(error))
        return
    if path.suffix.lower() in PLAIN:
        try:
            from dateline.readers.text import headline

            text = plain_text(path)
            article = Article(id=new_id(), text=text, title=headline(text), language=language or "en", file=str(path))
            yield Document(name, dated(article, date))
            return
        except UnicodeDecodeError:  # not UTF-8: the readers find the encoding out
            pass
        except Refused as error:
            yield Document(name, error=str(error))
            return
    yield from _read(path, name, date, language)


def _given(entry: dict[str, object], key: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f'"{key}" is {json.dumps(value)}; write it as text, in quotes')
    return value


def plain_text(path: Path) -> str:
    """The text of a UTF-8 file, newlines untouched; raises Refused, or UnicodeDecodeError where it is not UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}") from None
    except ValueError as error:  # a zero character in the path
        raise Refused(f"cannot be read: {error}") from None
    if not raw.strip():
        raise Refused("the file is empty")
    if b"\0" in raw:
        raise UnicodeDecodeError("utf-8", raw, 0, 1, "a zero byte is no text")
    return raw.decode("utf-8")


def _from_files(paths: list[Path], published: str | None, language: str | None) -> Iterator[Document]:
    from dateline import readers

    for given in paths:
        files = list(readers.expand([given]))
        if not files:
            yield Document(str(given), error="there is no file in this folder")
        for path in files:
            yield from _read(path, name_of(path), published, language)


def _read(path: Path, name: str, published: str | None, language: str | None) -> Iterator[Document]:
    from dateline import readers

    for number, item in enumerate(readers.read(path)):
        label = name if number == 0 else f"{name}#{number + 1}"
        if isinstance(item, readers.Refusal):
            yield Document(label, error=item.reason)
        else:
            yield Document(label, dated(item, published, language))
