"""`dateline events`: what happened, when, on whose word and how surely."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from dateline import events
from dateline.app import analysis
from dateline.cli import annotate
from dateline.cli.batches import find_each
from dateline.cli.listing import event_lines
from dateline.core.model import Article, Conventions, Event
from dateline.core.moment import iso_or_none

FEW = 3
"""Batches that are analysed in this process: another one would first load the language model."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `events`."""
    annotate.add_arguments(parser)
    parser.add_argument("--all", action="store_true", help="what is only mentioned in passing too, as jsonl has it")


def run(arguments: argparse.Namespace) -> int:
    """Print the events; the exit status is 1 where a file could not be read. Raises ModelMissing."""
    documents = annotate.documents(arguments)
    if not events.available():
        events.load()  # says what is missing
    found = find_each(documents, find_all, analysis.load, FEW, arguments.preferences, verbose=arguments.verbose)
    if arguments.format == "jsonl":
        return annotate.write_jsonl(found, record, sys.stdout)
    failed = 0
    for each in found:
        if each.document.article is None:
            failed = 1
            annotate.report_error(each.document)
            continue
        print(annotate.describe(each.document.article, each.document.name))
        preferences = arguments.preferences
        lines = event_lines(each.rows, preferences.locale, every=arguments.all, conventions=preferences.conventions)
        print("\n".join(lines) or "  no events found")
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


def find_all(articles: Sequence[Article], conventions: Conventions) -> Iterator[list[Event]]:
    """The events of each article, parsed together."""
    return events.find_all((article, analysis.find_times(article, conventions)) for article in articles)
