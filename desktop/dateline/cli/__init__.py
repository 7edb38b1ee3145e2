"""The commands: one module each, imported only when it runs, so that each starts as fast as it can."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from dateline import __version__
from dateline.errors import DatelineError, UsageError

COMMANDS: dict[str, tuple[str, str]] = {
    "open": ("open", "open the window on files or a library (the same as no command)"),
    "times": ("times", "list the time expressions of articles and what they mean"),
    "events": ("events", "list the events of articles, when they happened and how surely"),
    "timeline": ("timeline", "make a timeline of articles: an image or data"),
    "import": ("importing", "read articles into a library, or print what was read"),
    "export": ("exporting", "take a library's timeline or data away"),
    "library": ("library", "check, back up, restore or list a library"),
    "demo": ("demo", "see Dateline at work on sample articles"),
}
"""Each command: its module in this package and what it does, in one line."""


Window = Callable[[list[Path], Path | None], int]
"""Opens the window on files and a library; gives the exit status when it is closed."""


class Command(Protocol):
    """What a command's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare its options."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; returns the exit status."""


def command(name: str) -> Command:
    """The module of a command."""
    return cast(Command, import_module(f"dateline.cli.{COMMANDS[name][0]}"))


def parser_of(name: str) -> argparse.ArgumentParser:
    """The command's argument parser, for running it and for the guide's tests."""
    parser = argparse.ArgumentParser(prog=f"dateline {name}", description=_sentence(COMMANDS[name][1]))
    command(name).add_arguments(parser)
    return parser


def usage() -> str:
    """The text of `dateline --help`."""
    lines = [
        "usage: dateline [FILE…]            open the window on files",
        "       dateline COMMAND [OPTIONS]  (each has --help)",
        "",
        "See what happened when, across one news article or four hundred.",
        "",
        *(f"  {name:<9} {what}" for name, (_, what) in COMMANDS.items()),
    ]
    return "\n".join(lines)


def run(arguments: list[str], window: Window | None = None) -> int:
    """Run the command that the arguments name, or open the window; returns the exit status.

    ``window`` opens the window on files and a library (None where there can be none); a command finds it among its
    arguments, since the commands themselves know no Qt.
    """
    if arguments[:1] in (["-h"], ["--help"]):
        print(usage())
        return 0
    if arguments[:1] == ["--version"]:
        print(f"dateline {__version__}")
        return 0
    name, rest = (arguments[0], arguments[1:]) if arguments and arguments[0] in COMMANDS else ("open", arguments)
    try:
        options = parser_of(name).parse_args(rest)
        options.window = window
        return command(name).run(options)
    except UsageError as error:
        print(f"dateline {name}: {error}", file=sys.stderr)
        return 2
    except DatelineError as error:
        print(f"dateline {name}: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader closed the pipe (`| head`): not an error
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
