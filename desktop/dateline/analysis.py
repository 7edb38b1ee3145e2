"""Read, then times, then events, then a Change: the one meeting place, used by window and command line alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from dateline import events, export, readers, times
from dateline.core import change
from dateline.core.change import Change
from dateline.core.model import Article, Bundle, Confidence, Conventions, Event, Offer, Row, TimeExpression
from dateline.errors import Refused
from dateline.library import Library
from dateline.library.bringing import not_here
from dateline.library.corrections import carry
from dateline.paths import shown
from dateline.readers import Refusal
from dateline.settings import Settings
from dateline.workers import Pool, Result


def conventions_of(settings: Settings) -> Conventions:
    """What the reader set about the meaning of words."""
    return Conventions.of(settings)


def load() -> None:
    """Load grammar and language model now rather than at the first article; raises ModelMissing."""
    times.find("")
    events.load()


def analyse(article: Article, conventions: Conventions | None = None) -> Bundle:
    """The article with the time expressions and events found in it.

    Without the language model the events are left out; `dateline.events.available` tells.
    """
    found = find_times(article, conventions or Conventions())
    told = events.find(article, found) if events.available() else []
    return Bundle((article,), tuple(found), tuple(told))


def find_times(article: Article, conventions: Conventions) -> list[TimeExpression]:
    """The article's time expressions."""
    return times.find(
        article.text,
        article.published,
        language=article.language or "en",
        conventions=conventions,
        article=article.id,
    )


# Import -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article of a dropped file: read (with its bundle), already here, version, or refused.

    ``export`` marks a bundle that was not read from an article but from an export, Dateline's or another program's.
    """

    file: str
    kind: str
    reason: str = ""
    bundle: Bundle | None = None
    export: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """How to read files: limits, conventions, and the publication date to give each where the reader said so."""

    conventions: Conventions = Conventions()
    limits: readers.Limits = readers.Limits()
    published: str | None = None


def read_file(job: Job, path: Path) -> Iterator[Outcome]:
    """Read and analyse what one file holds; runs in a worker process and yields an outcome for each article.

    A file that an export made comes back as it is, as one outcome.
    """
    try:
        bundle = export.read_back(path)
    except Refused as refused:
        yield Outcome(shown(path), "refused", str(refused))
        return
    if bundle is not None:
        yield Outcome(shown(path), "read", bundle=bundle, export=True)
        return
    for item in readers.read(path, job.limits):
        if isinstance(item, Refusal):
            yield Outcome(item.file, "refused", item.reason)
        else:
            bundle = analyse(_dated(item, job.published), job.conventions)
            yield Outcome(item.file or shown(path), "read", bundle=bundle)


def pool(job: Job, settings: Settings) -> Pool:
    """The worker processes that `read_file` runs in; add paths to it and poll."""
    return Pool(partial(read_file, job), count=settings["workers"], seconds=settings["file_seconds"])


def outcome_of(result: Result) -> Outcome | None:
    """A pool's result as an outcome; None where it only says that a file is done."""
    if result.failure is not None:
        return Outcome(shown(result.task), "refused", result.failure)
    return result.value if isinstance(result.value, Outcome) else None


def import_files(
    paths: Iterable[Path],
    job: Job,
    settings: Settings,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """The outcome of every article in the files and folders, as worker processes give them."""
    with pool(job, settings) as workers:
        workers.add(readers.expand(paths))
        for result in workers:
            outcome = outcome_of(result)
            if outcome is not None:
                yield outcome
            if cancelled():
                return


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
        return Outcome(outcome.file, "already here", f"the same text as {_name(twin)}"), Change("")
    told, reason, kind = outcome.bundle.events, "", "read"
    if other := library.find_similar(article.fingerprint):
        known = _sentences(other, library.events_of(other.id, all=True))  # what the reader rejected stays so
        told = tuple(event for event in told if _sentence(article, event) not in known)
        article = replace(article, version_of=other.version_of or other.id)
        kind, reason = "version", f"another version of {_name(other)}"
    rows: tuple[Row, ...] = (article, *outcome.bundle.expressions, *told)
    bundle = Bundle((article,), outcome.bundle.expressions, told)
    return Outcome(outcome.file, kind, reason, bundle), change.added(f"Imported {_name(article)}", rows)


def _import_export(outcome: Outcome, bundle: Bundle, library: Library) -> tuple[Outcome, Change]:
    """What an export holds that is not here yet; an article that is here keeps what the library knows of it."""
    fresh = not_here(bundle, library)
    rows: tuple[Row, ...] = (*fresh.articles, *fresh.expressions, *fresh.merges, *fresh.events)
    if not rows:
        return Outcome(outcome.file, "already here", "all that this export holds"), Change("")
    reason = f"{len(fresh.articles)} articles and {len(fresh.events)} events of an export"
    made = Outcome(outcome.file, "read", reason, fresh, export=True)
    return made, change.added(f"Imported the export “{Path(outcome.file).name}”", rows)


def _dated(article: Article, published: str | None) -> Article:
    if published is None:
        return article
    evidence = "given at the import"
    return replace(article, published=published, published_confidence=Confidence.CERTAIN, evidence=evidence)


def _name(article: Article) -> str:
    return f"“{article.title or Path(article.file).name}”"


def _sentence(article: Article, event: Event) -> str:
    return " ".join(article.text[event.sentence_start : event.sentence_end].split())


def _sentences(article: Article, told: Iterable[Event]) -> set[str]:
    return {_sentence(article, event) for event in told}


# Analysing again ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reanalysis:
    """The change that analysing an article again makes, and the reader's events that no longer fit the text."""

    change: Change
    unattached: tuple[Event, ...] = ()
    conflicts: tuple[tuple[Event, Event], ...] = ()


def reanalyse(
    old: Article,
    new: Article,
    expressions: Iterable[TimeExpression],
    told: Iterable[Event],
    conventions: Conventions,
    label: str = "",
    offers: Iterable[Offer] = (),
) -> Reanalysis:
    """Analyse an article again after its date, language or our rules changed; the reader's corrections stay.

    ``old`` and ``new`` are the article before and after; ``expressions``, ``told`` and ``offers`` are what the library
    holds. The change brings the new offers in place of the old ones (`Library.offers`).

    Raises:
        ModelMissing: where events are told of the article, which would all go without the language model.
    """
    before = {event.id: event for event in told}
    if before:
        events.load()
    fresh = analyse(new, conventions)
    carried = carry(tuple(before.values()), fresh.events, old.text, new.text)
    kept = {event.id: event for event in carried.events}
    rows = change.joined(
        label or f"Analysed {_name(new)} again",
        (
            change.edited("", [(old, new)]),
            change.removed("", expressions),
            change.added("", fresh.expressions),
            change.removed("", [event for id_, event in before.items() if id_ not in kept]),
            change.edited("", [(before[id_], event) for id_, event in kept.items() if id_ in before]),
            change.added("", [event for id_, event in kept.items() if id_ not in before]),
            change.removed("", offers),
            change.added("", carried.offers()),
        ),
    )
    return Reanalysis(rows, tuple(carried.unattached), tuple(carried.conflicts))


def redate(
    article: Article,
    published: str | None,
    evidence: str,
    expressions: Iterable[TimeExpression],
    told: Iterable[Event],
    conventions: Conventions,
    offers: Iterable[Offer] = (),
) -> Reanalysis:
    """Give an article another publication date (None: unknown) and resolve everything in it anew."""
    confidence = Confidence.UNKNOWN if published is None else Confidence.CERTAIN
    new = replace(article, published=published, published_confidence=confidence, evidence=evidence)
    label = f"Dated {_name(article)} {published}" if published else f"Took the date of {_name(article)} away"
    return reanalyse(article, new, expressions, told, conventions, label, offers)


def merged(bundles: Iterable[Bundle]) -> Bundle:
    """Several bundles as one."""
    every = list(bundles)
    return Bundle(
        tuple(article for bundle in every for article in bundle.articles),
        tuple(expression for bundle in every for expression in bundle.expressions),
        tuple(event for bundle in every for event in bundle.events),
        tuple(merge for bundle in every for merge in bundle.merges),
    )
