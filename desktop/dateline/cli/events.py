"""`dateline events`: what happened, when, on whose word and how surely."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from dateline import events
from dateline.app import analysis
from dateline.cli import annotate
from dateline.cli.annotate import Document
from dateline.cli.listing import event_lines
from dateline.core.model import Conventions, Event
from dateline.core.moment import iso_or_none

TOGETHER = 32
"""Documents analysed together at most."""
LARGE = 100_000
"""Code points after which no further document joins those analysed together."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `events`."""
    annotate.add_arguments(parser)
    parser.add_argument("--all", action="store_true", help="what is only mentioned in passing too, as jsonl has it")


def run(arguments: argparse.Namespace) -> int:
    """Print the events; the exit status is 1 where a file could not be read. Raises ModelMissing."""
    documents = annotate.documents(arguments)
    began = annotate.milliseconds()
    analysis.load()
    loaded = annotate.milliseconds() - began
    found = _find(documents, arguments.preferences.conventions)
    if arguments.format == "jsonl":
        rows = ((document, [record(event) for event in told], ms) for document, told, ms in found)
        return annotate.write_jsonl(rows, lambda: loaded, sys.stdout)
    failed = 0
    for document, told, _ in found:
        if document.article is None:
            failed = 1
            annotate.report_error(document)
            continue
        print(annotate.describe(document.article, document.name))
        print("\n".join(event_lines(told, every=arguments.all)) or "  no events found")
    return failed


def record(event: Event) -> dict[str, Any]:
    """An event as the contract has it."""
    return {
        "id": event.id,
        "start": event.start,
        "end": event.end,
        "text": event.text,
        "sentence": [event.sentence_start, event.sentence_end],
        "title": event.title,
        "earliest": iso_or_none(event.earliest),
        "latest_start": iso_or_none(event.latest_start),
        "earliest_end": iso_or_none(event.earliest_end),
        "latest": iso_or_none(event.latest),
        "granularity": event.granularity.value,
        "relation": event.relation.value,
        "certainty": event.certainty.value,
        "attributed_to": event.attributed_to or None,
        "participants": [
            {"text": p.text, "start": p.start, "end": p.end, "role": p.role, "kind": p.kind} for p in event.participants
        ],
        "via": None if event.via_start is None else [event.via_start, event.via_end],
        "why": event.why,
        "confidence": round(event.confidence, 3),
        "weight": round(event.weight, 3),
        "main": event.main,
        "carried": event.carried,
    }


def _find(documents: Iterable[Document], conventions: Conventions) -> Iterator[tuple[Document, list[Event], float]]:
    """Each document with its events; several are parsed together, so each gets its share of their milliseconds."""
    for chunk in _chunks(documents):
        began = annotate.milliseconds()
        articles = [document.article for document in chunk if document.article]
        pairs = [(article, analysis.find_times(article, conventions)) for article in articles]
        found = events.find_all(pairs)
        told = [next(found) if document.article else [] for document in chunk]
        each = (annotate.milliseconds() - began) / max(1, sum(len(article.text) for article in articles))
        for document, its in zip(chunk, told, strict=True):
            yield document, its, each * len(document.article.text) if document.article else 0.0


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in order, as many together as make one batch for the parser."""
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.article.text) if document.article else 0
        if len(chunk) == TOGETHER or size >= LARGE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
