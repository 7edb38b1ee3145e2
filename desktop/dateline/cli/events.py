"""`dateline events`: what happened, when, on whose word and how surely."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline import events
from dateline.app import analysis
from dateline.cli import annotate
from dateline.cli.annotate import Found
from dateline.cli.batches import find_each
from dateline.cli.listing import event_lines
from dateline.core.model import Article, Conventions, Event, weightiest
from dateline.core.moment import iso_or_none

FEW = 3
"""Batches that are analysed in this process: another one would first load the language model."""
_NOTHING = "no events found"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `events`."""
    annotate.add_arguments(parser)
    parser.add_argument("--all", action="store_true", help="what is only mentioned in passing too, as jsonl has it")
    together = "say which events of different articles are the same: jsonl gives them one group, text one line"
    parser.add_argument("--together", action="store_true", help=together)


def run(arguments: argparse.Namespace) -> int:
    """Print the events; the exit status is 1 where a file could not be read. Raises ModelMissing."""
    documents = annotate.documents(arguments)
    if not events.available():
        events.load()  # says what is missing
    found = find_each(documents, find_all, analysis.load, FEW, arguments.preferences, verbose=arguments.verbose)
    if arguments.together:
        return _together(list(found), arguments)
    if arguments.format == "jsonl":
        return annotate.write_jsonl(found, record, sys.stdout)
    return annotate.print_each(found, lambda rows: _for_people(rows, arguments), _NOTHING)


def _for_people(rows: list[Event], arguments: argparse.Namespace) -> Iterator[str]:
    preferences = arguments.preferences
    return event_lines(rows, preferences.locale, every=arguments.all, conventions=preferences.conventions)


def _together(found: list[Found[Event]], arguments: argparse.Namespace) -> int:
    """Print the events of all documents with those that are the same as one."""
    groups = grouped(found)
    if arguments.format == "jsonl":
        return annotate.write_jsonl(found, lambda event: record(event) | {"group": groups.get(event.id)}, sys.stdout)
    shown: dict[int, list[Event]] = {}
    failed = 0
    for article, each in annotate.sound(found):
        if article is None:
            failed = 1
            continue
        print(annotate.describe(article, each.document.name))
        for event in each.rows:
            shown.setdefault(groups.get(event.id, -event.id), []).append(event)
    lines = _for_people([_one_of(members) for members in shown.values()], arguments)
    print("\n".join(lines) or f"  {_NOTHING}")
    return failed


def grouped(found: Iterable[Found[Event]]) -> dict[int, int]:
    """The number of its group for each event that several articles tell, the surest group first from 1."""
    from dateline.events.merge import merging

    every = [each for each in found if each.document.article is not None]
    articles = [each.document.article for each in every if each.document.article is not None]
    suggested = merging.suggest([event for each in every for event in each.rows], articles)
    return {
        event: number for number, one in reversed(list(enumerate(suggested, 1))) for event in (*one.events, *one.again)
    }


def _one_of(members: list[Event]) -> Event:
    """The event that stands for a group: the weightiest, with how many articles tell it."""
    best = weightiest(members)
    return best if len(members) == 1 else replace(best, title=f"{best.title} (told by {len(members)} articles)")


def record(event: Event) -> dict[str, object]:
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
