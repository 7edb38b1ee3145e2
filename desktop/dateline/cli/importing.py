"""`dateline import`: read articles into a library, or print what was read as JSON Lines and keep nothing."""

import argparse
import csv
import io
import json
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from dateline import paths
from dateline.app.manifest import check_published
from dateline.app.report import Line, row_of
from dateline.cli.annotate import check_kept
from dateline.cli.streams import DASH, inputs, manifest_lines
from dateline.core import change
from dateline.core.model import Article, Confidence
from dateline.core.preferences import Preferences
from dateline.errors import DatelineError, LibraryError, ModelMissing, UsageError
from dateline.readers import Refusal, expand, read

if TYPE_CHECKING:
    from dateline.library import Library

_FEW = 20  # files that are read at once without worker processes, which take a second to start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `import`."""
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="article files; folders are walked; - for standard input")
    add("--library", metavar="PATH", help="the library to read into (default: the one the window opens)")
    add("--published", metavar="DATE", help="publication date (YYYY-MM-DD, YYYY-MM or YYYY) of every file")
    add("--report", metavar="REPORT", help="write what became of each file to REPORT, as a table (CSV)")
    add("--format", choices=("text", "jsonl"), default="text", help="jsonl prints each article read, keeping nothing")
    add("--manifest", metavar="LIST", help='with jsonl: JSON Lines of {"id", "path"}; - for standard input')


def run(arguments: argparse.Namespace) -> int:
    """Import or print; the exit status is 1 where a file was refused."""
    if bool(arguments.files) == bool(arguments.manifest):
        raise UsageError("give article files, or --manifest with a list of them")
    if arguments.files and DASH not in arguments.files and next(expand(map(Path, arguments.files)), None) is None:
        where = ", ".join(arguments.files)
        raise DatelineError(f"there is no file to read in {where} (hidden files and links out of it are passed over)")
    if arguments.format == "jsonl":
        if arguments.library or arguments.report or arguments.published:
            raise UsageError("--format jsonl only prints; it goes without --library, --report and --published")
        return _print(arguments)
    if arguments.manifest:
        raise UsageError("--manifest prints JSON Lines: add --format jsonl")
    return _import(arguments, check_published(arguments.published, arguments.preferences))


# Printing -----------------------------------------------------------------------------------------------------------


def _print(arguments: argparse.Namespace) -> int:
    failed = 0
    entries = list(_listed(arguments.manifest) if arguments.manifest else _named(arguments.files))
    for name, items in _read_each(entries, arguments.preferences):
        for number, item in enumerate(items):
            label = name if number == 0 else f"{name}#{number + 1}"
            if isinstance(item, Refusal):
                failed |= _line({"doc": label, "error": item.reason})
            else:
                _line(record(label, item))
    return failed


def _read_each(
    entries: list[tuple[str, Path | str]], preferences: Preferences
) -> Iterator[tuple[str, list[Article | Refusal]]]:
    """What each entry holds, in the order of the entries. Many are read by worker processes, so that a file that
    hangs or crashes its reader costs that file only."""
    if len(entries) <= _FEW:
        yield from ((name, list(_read_one((n, path)))) for n, (name, path) in enumerate(entries))
        return
    from dateline.workers import Pool

    read_so_far: dict[int, list[Article | Refusal]] = {n: [] for n in range(len(entries))}
    finished: set[int] = set()
    next_one = 0
    with Pool(_read_one, count=preferences.workers, seconds=preferences.file_seconds) as pool:
        pool.add((n, path) for n, (_, path) in enumerate(entries))
        for result in pool:
            number, path = result.task
            if result.failure is not None:
                read_so_far[number].append(Refusal(str(path), result.failure))
            elif result.value is not None:
                read_so_far[number].append(result.value)
            if result.value is None:
                finished.add(number)
            while next_one in finished:
                yield entries[next_one][0], read_so_far.pop(next_one)
                next_one += 1


def _read_one(task: tuple[int, Path | str]) -> Iterator[Article | Refusal]:
    _, path = task
    if isinstance(path, str):
        yield Refusal("", path)
    else:
        yield from read(path)


def record(name: str, article: Article) -> dict[str, object]:
    """An article as `--format jsonl` prints it. A date that is only a guess is printed as one."""
    published, confidence = article.published, article.published_confidence
    guesses = [candidate.value for candidate in article.candidates if candidate.kind != "saved"]
    if published is None and guesses:
        published, confidence = guesses[0], Confidence.GUESS
    return {
        "doc": name,
        "title": article.title,
        "published": published,
        "published_confidence": confidence.value,
        "candidates": [
            {
                "value": candidate.value,
                "kind": candidate.kind,
                "source": candidate.source,
                "where": candidate.where,
                "words": candidate.words,
                "confidence": candidate.confidence.value,
            }
            for candidate in article.candidates
        ],
        "language": article.language,
        "authors": list(article.authors),
        "site": article.site,
        "url": article.url,
        "text": article.text,
    }


def _line(row: dict[str, object]) -> int:
    """Print one line; returns 1 for an error, to be kept as exit status."""
    sys.stdout.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n")
    sys.stdout.flush()
    return 1 if "error" in row else 0


def _named(files: list[str]) -> Iterator[tuple[str, Path | str]]:
    for path in expand(inputs(files)):
        yield str(path), path


def _listed(manifest: str) -> Iterator[tuple[str, Path | str]]:
    """Each line's id and path, or its place and what is wrong with it; paths count from where the command runs."""
    for number, line in manifest_lines(manifest):
        try:
            entry = json.loads(line)
            yield str(entry["id"]), Path(entry["path"])
        except (ValueError, TypeError, KeyError):
            where = f"line {number} of the manifest"
            yield where, f'{where} is not a JSON object with "id" and "path"'


# Importing ----------------------------------------------------------------------------------------------------------


def _import(arguments: argparse.Namespace, published: str | None) -> int:
    from dateline.app import importing  # printing needs neither parser nor database
    from dateline.library import Library, backups

    file = Path(arguments.library) if arguments.library else paths.default_library()
    job = importing.Job(arguments.preferences, published=published)
    files = inputs(arguments.files)
    if arguments.report:
        check_kept(Path(arguments.report), [file, *map(Path, arguments.files)])
    _tell_what_is_missing()
    rows: list[Line] = []
    library = Library.open(file)
    if library.path is not None and library.unchecked and (problem := backups.verify(library.path)) is not None:
        library.close(backup=False)
        raise backups.damaged(library.path, problem, ", so nothing was read into it")
    if library.damage:
        print(f"dateline import: {library.damage}", file=sys.stderr)
    failed: list[str] = []
    done = False
    try:
        with _ended_in_order():
            for outcome in importing.import_files(files, job.knowing(library)):
                try:
                    rows.append(importing.bring_in(outcome, library, library.apply))
                except LibraryError as error:  # the disk is full, say: what was read before is in the library
                    rows.append(Line(outcome.file, "refused", str(error)))
                    raise
                if not arguments.quiet or rows[-1].outcome == "refused":
                    _tell(rows[-1])
            done = True
    except LibraryError as error:
        failed.append(str(error))
    finally:  # what is done is kept, and told, when the reader stops the import
        failed += _kept(library, rows, Path(arguments.report) if arguments.report else None)
        if not done:
            print(f"Stopped before the end. Kept so far: {_summary(rows, file)}", file=sys.stderr)
    if failed:
        raise LibraryError(" ".join(failed))
    if not arguments.quiet:
        print(_summary(rows, file))
    return 1 if any(row.outcome == "refused" for row in rows) else 0


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Ended from outside (SIGTERM), what is done is kept and told as when the reader stops it."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + signal.SIGTERM)

    if threading.current_thread() is not threading.main_thread():  # where no signal arrives
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _kept(library: "Library", rows: list[Line], report: Path | None) -> list[str]:
    """Keep the report in the library, close that and write the report, each for itself; returns what went wrong."""

    def keep() -> None:
        if rows:
            library.apply(change.added("Kept the report of the import", [row_of("Import", rows)]))

    failed = []
    steps: list[Callable[[], None]] = [keep, library.close]
    steps += [lambda: _write_report(report, rows)] if report is not None else []
    for step in steps:
        try:
            step()
        except DatelineError as error:
            failed.append(str(error))
    return failed


def _tell_what_is_missing() -> None:
    from dateline import events

    if not events.available():
        try:
            events.load()
        except ModelMissing as missing:
            print(f"dateline import: {missing}. Until then articles are read without events.", file=sys.stderr)


def _tell(row: Line) -> None:
    line = f"{row.file}: {row.outcome}" + (f": {row.reason}" if row.reason else "")
    print(line, file=sys.stderr if row.outcome == "refused" else sys.stdout)


def _summary(rows: list[Line], file: Path) -> str:
    counts = Counter(row.outcome for row in rows)
    words = {"version": "versions of articles that were here"}
    kinds = ("read", "version", "already here", "refused")
    told = [f"{counts[kind]} {words.get(kind, kind)}" for kind in kinds if counts[kind]]
    return f"{file}: {', '.join(told) or 'nothing to read'}"


def _write_report(file: Path, rows: list[Line]) -> None:
    stream = io.StringIO()
    writer = csv.DictWriter(
        stream, ("file", "outcome", "reason", "title", "published", "events"), extrasaction="ignore", restval=""
    )
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    try:
        paths.replace_file(file, stream.getvalue().encode())
    except OSError as error:
        raise DatelineError(f"the report {file} could not be written: {error.strerror}") from error
