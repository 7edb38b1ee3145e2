"""Files in, changes to a library out: reading and analysing in worker processes, for window and command line alike."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from dateline import export, readers
from dateline.app import shards
from dateline.app.analysis import analyse, article_name
from dateline.app.copies import join_copies
from dateline.app.report import Line
from dateline.core import change
from dateline.core.change import Change
from dateline.core.message import Message
from dateline.core.model import Article, Bundle, Confidence, Event, Row
from dateline.core.preferences import Preferences
from dateline.errors import DatelineError, LibraryError, Refused, explained
from dateline.library import Library
from dateline.library.combining import combine
from dateline.library.files import is_database
from dateline.paths import shown
from dateline.readers import Refusal
from dateline.workers import Pool, Result


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article of a dropped file: read (with its bundle), already here, version, or refused.

    ``export`` marks a bundle that was not read from an article but from an export, Dateline's or another program's, or
    from a library.
    """

    file: str
    kind: str
    reason: str = ""
    bundle: Bundle | None = None
    export: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """How to read files: by what preferences and limits, and the publication date to give each where one was said.

    ``files`` and ``texts`` are what is here already (`Library.known_files`, `known_texts`).
    """

    preferences: Preferences
    limits: readers.Limits = readers.Limits()
    published: str | None = None
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def knowing(self, library: Library) -> "Job":
        """The same, passing over what this library has: such files and texts are told from their bytes alone."""
        return replace(self, files=library.known_files(), texts=library.known_texts())


def read_file(job: Job, path: Path) -> Iterator[Outcome]:
    """Read and analyse what one file holds; runs in a worker process and yields an outcome for each article.

    A file that an export made, or another library, comes back as it is, as one outcome.
    """
    if not path.is_file():  # a pipe would be waited for without end: its reader says what it is
        yield from (
            Outcome(item.file, "refused", item.reason) for item in readers.read(path) if isinstance(item, Refusal)
        )
        return
    if (table := shards.table_of(path)) is not None:
        if table == "articles":  # the other files are read with it
            yield from _of_archive(path, job)
        return
    sha256 = _hashed(path)
    name, title = job.files.get(sha256, ("", ""))
    if name == path.name:
        yield Outcome(shown(path), "already here", f"the same file as “{title or name}”")
        return
    try:
        if is_database(path):
            bundle: Bundle | None = _of_library(path)
        elif readers.is_table_of_articles(path):
            bundle = None
        else:
            bundle = export.read_back(path, job.preferences.conventions)
    except Refused as refused:
        yield Outcome(shown(path), "refused", refused.reason)
        return
    except LibraryError as error:
        yield Outcome(shown(path), "refused", str(error))
        return
    if bundle is not None:
        yield Outcome(shown(path), "read", bundle=bundle, export=True)
        return
    for item in readers.read(path, job.limits):
        if isinstance(item, Refusal):
            yield Outcome(item.file, "refused", item.reason)
        elif item.digest in job.texts:
            title = job.texts[item.digest] or Path(item.file).name
            yield Outcome(item.file or shown(path), "already here", f"the same text as “{title}”")
        else:
            article = replace(_dated(item, job.published), sha256=sha256)
            yield _analysed(article, item.file or shown(path), job)


def _of_archive(shard: Path, job: Job) -> Iterator[Outcome]:
    """Each article of an archive's shard, analysed as it is."""
    try:
        for doc, _, found in shards.read(shard):
            if isinstance(found, str):
                yield Outcome(doc, "refused", found)
            elif (known := found.articles[0].digest) in job.texts:
                yield Outcome(doc, "already here", f"the same text as “{job.texts[known] or doc}”")
            else:
                yield Outcome(doc, "read", bundle=found)
    except DatelineError as error:
        yield Outcome(shown(shard), "refused", str(error))


def _analysed(article: Article, file: str, job: Job) -> Outcome:
    try:
        return Outcome(file, "read", _kept(article), bundle=analyse(article, job.preferences.conventions))
    except (DatelineError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 # one article's edge: its line says what went wrong, the others are there
        return Outcome(file, "refused", explained(error))


def _kept(article: Article) -> str:
    """How much of the file's article its text has, where it is not all; "" else."""
    kept = len(article.text.split())
    return Message("kept {kept} of {all} words", kept=kept, all=kept + article.omitted) if article.omitted else ""


def pool(job: Job) -> Pool[Path, Outcome]:
    """The worker processes that `read_file` runs in; add paths to it and poll."""
    return Pool(partial(read_file, job), count=job.preferences.workers, seconds=job.preferences.file_seconds)


def outcome_of(result: Result[Path, Outcome]) -> Outcome | None:
    """A pool's result as an outcome; None where it only says that a file is done."""
    if result.failure is not None:
        return Outcome(shown(result.task), "refused", result.failure)
    return result.value


def import_files(
    paths: Iterable[Path],
    job: Job,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """The outcome of every article in the files and folders, as worker processes give them."""
    with pool(job) as workers:
        workers.add(readers.expand(paths))
        for result in workers:
            outcome = outcome_of(result)
            if outcome is not None:
                yield outcome
            if cancelled():
                return


def bring_in(outcome: Outcome, library: Library, apply: Callable[[Change], object]) -> Line:
    """Bring one outcome into a library and say in a line what became of it; ``apply`` writes the change.

    Whatever goes wrong in one article is its line; where the library cannot be written ``apply`` raises.
    """
    try:
        made, rows = import_outcome(outcome, library)
    except DatelineError:
        raise
    except Exception as error:  # noqa: BLE001 # one article's edge: its line says what went wrong, the others are there
        return Line(outcome.file, "refused", explained(error))
    if rows:
        apply(rows)
    bundle = made.bundle or Bundle()
    article = bundle.articles[0] if len(bundle.articles) == 1 else None  # an export brings any number, or events alone
    return Line(
        made.file,
        made.kind,
        made.reason,
        title=article.title if article else "",
        published=(article.published or "") if article else "",
        article=article.id if article else None,
        events=len(bundle.events),
        entry=library.applied if rows else None,  # undoing the report takes this back too
    )


def import_outcome(outcome: Outcome, library: Library) -> tuple[Outcome, Change]:
    """The outcome as it is for this library, and the change that brings it in.

    The same content again is "already here" and changes nothing. A version of an article that is here is marked as
    one, and brings only the events of sentences that the other does not have, so that no event doubles.
    """
    if outcome.bundle is None:
        return outcome, Change("")
    if outcome.export:
        return _import_export(outcome, outcome.bundle, library)
    (article,) = outcome.bundle.articles
    article = replace(article, added=datetime.now().isoformat(timespec="seconds"))  # noqa: DTZ005 # civil time
    if twin := library.find_digest(article.digest):
        return Outcome(outcome.file, "already here", f"the same text as {article_name(twin)}"), Change("")
    told, reason, kind = outcome.bundle.events, outcome.reason, "read"
    if other := library.find_similar(article.fingerprint):
        known = _sentences(other, library.events_of(other.id, all=True))  # what the reader rejected stays so
        told = tuple(event for event in told if _sentence(article, event) not in known)
        article = replace(article, version_of=other.version_of or other.id)
        kind, reason = "version", f"another version of {article_name(other)}"
    rows: tuple[Row, ...] = (article, *outcome.bundle.expressions, *told)
    bundle = Bundle((article,), outcome.bundle.expressions, told)
    label = f"Imported {article_name(article)}"
    brought = change.joined(label, [change.added(label, rows), join_copies(article, told, library)])
    return Outcome(outcome.file, kind, reason, bundle), brought


def _import_export(outcome: Outcome, bundle: Bundle, library: Library) -> tuple[Outcome, Change]:
    """What an export or a library holds that is not here yet, articles, events and what a reader did to them."""
    combined = combine(bundle, library, f"Imported “{Path(outcome.file).name}”")
    if not combined.change:
        return Outcome(outcome.file, "already here", "all that this file holds"), Change("")
    return Outcome(outcome.file, "read", combined.words(), combined.fresh, export=True), combined.change


def _of_library(path: Path) -> Bundle:
    with Library.open(path, read_only=True) as library:
        return library.everything()


def _hashed(path: Path) -> str:
    """The SHA-256 of a file's bytes; "" where it cannot be read, which its reader tells."""
    from hashlib import file_digest

    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _dated(article: Article, published: str | None) -> Article:
    if published is None:
        return article
    evidence = "given at the import"
    return replace(article, published=published, published_confidence=Confidence.CERTAIN, evidence=evidence)


def _sentence(article: Article, event: Event) -> str:
    return " ".join(article.text[event.sentence_start : event.sentence_end].split())


def _sentences(article: Article, told: Iterable[Event]) -> set[str]:
    return {_sentence(article, event) for event in told}
