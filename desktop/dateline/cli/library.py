"""`dateline library`: check, back up, restore or list a library, from outside the window."""

import argparse
import json
import os
import sys
from pathlib import Path

from dateline import paths
from dateline.core.filter import Filter
from dateline.errors import LibraryDamaged, UsageError
from dateline.library import Library, backups, files

ACTIONS = {
    "list": "its articles, with how many events each has",
    "check": "look through the whole file for damage",
    "reindex": "make search and the timeline's index again from its articles and events",
    "backup": "make a verified backup now",
    "backups": "list the backups",
    "restore": "put a backup (--from, or the newest sound one) in its place; the present file is kept aside",
    "history": "the changes made, newest first",
    "undo": "take a change of the history back (--entry, or the last not undone); an import's report, all it brought",
    "bin": "what is in the bin",
    "merges": "events of several articles that may be one, the surest first; --accept 0.9 merges those so sure",
}
"""What can be done, each in a line."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare its options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "actions:\n" + "\n".join(f"  {name:<9} {what}" for name, what in ACTIONS.items())
    parser.add_argument("action", choices=ACTIONS, metavar="ACTION", help=", ".join(ACTIONS))
    parser.add_argument(
        "--library", type=Path, metavar="FILE", help="the library; without it the one that opens by itself"
    )
    parser.add_argument("--from", dest="backup", type=Path, metavar="BACKUP", help="restore: which backup")
    parser.add_argument("--entry", type=int, metavar="N", help="undo: the number that history shows")
    parser.add_argument("--accept", type=float, metavar="SURE", help="merges: merge those at least so sure (0 to 1)")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="history: how many (default 50)")
    parser.add_argument("--json", action="store_true", help="what is listed as one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Do it; 0 done, 1 damage found or it failed."""
    path = arguments.library or paths.default_library()
    if arguments.action == "restore":
        return _restore(arguments.backup, path)
    if not path.exists():
        raise UsageError(f"there is no library “{path}”")
    if arguments.action == "backups":
        rows = [{"backup": str(file), "bytes": file.stat().st_size} for file in backups.listed(path)]
        return _print(rows, arguments.json)
    if arguments.action == "undo":
        return _undo(path, arguments.entry)
    if arguments.action == "check":
        return _check(path)
    if arguments.action == "merges":
        return _merges(path, arguments.accept, as_json=arguments.json)
    if arguments.action == "reindex":
        with Library.open(path) as library:
            library.reindex()
        print(f"Search and the timeline's index of “{path.name}” were made again.")
        return 0
    with Library.open(path, read_only=True) as library:
        if arguments.action == "backup":
            print(library.backup())
            return 0
        return _print(_rows(library, arguments), arguments.json)


def _rows(library: Library, arguments: argparse.Namespace) -> list[dict[str, object]]:
    if arguments.action == "list":
        return [
            {"published": h.published or "", "title": h.title, "site": h.site, "events": h.events}
            for h in library.headings()
        ]
    if arguments.action == "history":
        return [
            {"entry": e.id, "when": e.when, "what": ("Undone: " if e.undoes else "") + e.label}
            for e in library.history(arguments.limit)
        ]
    articles, events = library.bin()
    return [
        *({"kind": "article", "id": article.id, "title": article.title} for article in articles),
        *({"kind": "event", "id": event.id, "title": event.title} for event in events),
    ]


def _check(path: Path) -> int:
    if files.is_other(path) and not backups.listed(path) and not files.is_database(path):
        raise LibraryDamaged(f"“{path.name}” is not a Dateline library.")
    problem = backups.verify(path)
    if problem is None:
        with Library.open(path, read_only=not _writable(path)) as library:
            library.changed = False  # looking is no reason for a backup
            problems = library.check()
            if not problems:
                shown, _ = library.count(Filter())
                print(f"“{path.name}” is sound: {len(library.headings())} articles, {shown} events.")
                return 0
        print(*problems, "To mend it: dateline library reindex", sep="\n", file=sys.stderr)
        return 1
    print(f"“{path.name}” is damaged: {problem}.", file=sys.stderr)
    good = backups.with_sound_rows(path)
    if good is None:
        print("It has no sound backup. What can be read can be exported: dateline export.", file=sys.stderr)
    else:
        print(f"The newest sound backup is “{good.name}”. To put it back: dateline library restore", file=sys.stderr)
    return 1


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _restore(backup: Path | None, path: Path) -> int:
    chosen = backup or backups.newest_good(path)
    if chosen is None:
        raise UsageError(f"“{path.name}” has no sound backup in “{backups.folder(path)}”; name one with --from")
    if not chosen.exists():
        raise UsageError(f"there is no backup “{chosen}”")
    aside = Library.restore(chosen, path)
    print(f"Restored “{chosen.name}” to “{path}”.")
    if aside is not None:
        print(f"The library that was there is kept as “{aside.name}”.")
    return 0


def _undo(path: Path, entry: int | None) -> int:
    with Library.open(path) as library:
        if entry is None and (entry := next(iter(library.standing()), None)) is None:
            raise UsageError("the history has nothing that is not undone already")
        changes = library.undone_with(entry)
        library.apply(*(change.inverse() for change in changes))
        more = f", and what it brought in: {len(changes) - 1} changes" if len(changes) > 1 else ""
        print(f"Undone: {changes[0].label}{more}")
    return 0


def _merges(path: Path, least: float | None, *, as_json: bool) -> int:
    if least is not None and not 0 <= least <= 1:
        raise UsageError("--accept takes how sure from 0 to 1, as 0.9")
    from dateline.app import suggesting  # which loads what finds events

    with Library.open(path, read_only=least is None) as library:
        found = [one for one in suggesting.suggestions(library) if least is None or one.score >= least]
        titles = library.titles([event for one in found for event in one.events])
        if least is not None:
            change = suggesting.accepted(library, [one.events for one in found])
            if change:
                library.apply(change)
            print(change.label if change else "Nothing was merged: no suggestion is so sure.")
            return 0
        rows: list[dict[str, object]] = [
            {
                "sure": f"{one.score:.2f}",
                "events": " | ".join(dict.fromkeys(titles[event] for event in one.events)),
                "disagree on": ", ".join(each.about for each in one.disagreements),
                "why": one.why,
            }
            for one in found
        ]
        return _print(rows, as_json)


def _print(rows: list[dict[str, object]], as_json: bool) -> int:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False) if as_json else "\t".join(str(value) for value in row.values()))
    return 0
