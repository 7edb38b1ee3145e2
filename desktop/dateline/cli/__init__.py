"""The commands: one module each, imported only when it runs, so that each starts as fast as it can."""

import argparse
import contextlib
import os
import re
import sys
from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol, cast

from dateline.core.preferences import Preferences
from dateline.errors import DatelineError, UsageError
from dateline.settings import Settings
from dateline.version import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "open": ("open", "open the window on files or a library (the same as no command)"),
    "times": ("times", "list the time expressions of articles and what they mean"),
    "events": ("events", "list the events of articles, when they happened and how surely"),
    "timeline": ("timeline", "make a timeline of articles: an image or data"),
    "import": ("importing", "read articles into a library, or print what was read"),
    "export": ("exporting", "take a library's timeline or data away"),
    "library": ("library", "check, back up, restore or list a library"),
    "key": ("key", "rank the days that mattered in a running story, from a list of articles"),
    "archive": ("archive", "find times and events in a long list of articles, on every core or a Dask cluster"),
    "demo": ("demo", "see Dateline at work on sample articles"),
    "shell": ("shell", "print completion for bash or zsh, or the manual page"),
}
"""Each command: its module in this package and what it does, in one line."""


EVERYWHERE = frozenset(("-q", "--quiet", "-v", "--verbose", "--no-settings", "-V", "--version"))
"""The options of every command."""

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
    add = parser.add_argument_group("options of every command").add_argument
    add("-q", "--quiet", action="store_true", help="say nothing but what was asked for and what went wrong")
    add("-v", "--verbose", action="store_true", help="where something goes wrong, show where in the program")
    add("--no-settings", dest="settings", action="store_false", help="as if nothing had been set in the preferences")
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
        "",
        "  -V, --version   say which Dateline this is",
        "  -q, --quiet     say nothing but what was asked for and what went wrong",
        "  -v, --verbose   where something goes wrong, show where in the program",
        "  --no-settings   as if nothing had been set in the preferences",
    ]
    return "\n".join(lines)


def run(arguments: list[str], window: Window | None = None) -> int:
    """Run the command that the arguments name, or open the window; returns the exit status.

    ``window`` opens the window on files and a library (None where there can be none); a command finds it among its
    arguments, since the commands themselves know no Qt.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what the terminal cannot show must not end the run
            stream.reconfigure(errors="replace")
    leading, asked = _leading(arguments)
    name = asked[0] if asked and asked[0] in COMMANDS else "open"
    try:
        status = _run(leading, name, asked, window)
        if sys.stdout:  # there is none in a program without a console
            sys.stdout.flush()
        return status
    except UsageError as error:
        return _failed(name, error, 2)
    except DatelineError as error:
        return _failed(name, error, 1)
    except BrokenPipeError:  # the reader closed the pipe (`| head`): not an error
        _close_output()
        return 0
    except OSError as error:  # standard output on a full disk, and whatever else the system refuses
        _close_output()
        return _failed(name, error.strerror or str(error), 1, error.filename)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        return _failed(name, "the window and pictures need the extra “app”: pip install 'dateline[app]'", 1)
    except KeyboardInterrupt:
        return 130


def _leading(arguments: list[str]) -> tuple[list[str], list[str]]:
    """The options of every command that stand before its name, and the rest."""
    count = next((n for n, word in enumerate(arguments) if word not in EVERYWHERE), len(arguments))
    return arguments[:count], arguments[count:]


def _run(leading: list[str], name: str, asked: list[str], window: Window | None) -> int:
    if asked[:1] in (["-h"], ["--help"]):
        print(usage())
        return 0
    rest = asked[1:] if asked[:1] == [name] else asked
    if {"-V", "--version"} & {*leading, *rest[:1]}:
        print(f"dateline {__version__}")
        return 0
    if rest is asked and rest:
        _check_command(rest[0])
    try:
        options = parser_of(name).parse_args([*leading, *rest])
    except SystemExit as end:  # argparse has shown the help, or said what is wrong
        return int(end.code or 0)
    options.window = window
    options.preferences = Preferences.of(Settings.load() if options.settings else Settings())
    return command(name).run(options)


def _check_command(word: str) -> None:
    """Raises UsageError where a word that begins the command line is neither a command nor a file."""
    if re.fullmatch(r"[A-Za-z][A-Za-z-]*", word) and not Path(word).exists():
        near = get_close_matches(word.lower(), COMMANDS, 1)
        instead = f"do you mean “{near[0]}”?" if near else "dateline --help lists the commands"
        raise UsageError(f"there is no file “{word}”, and no such command; {instead}")


def _failed(name: str, reason: object, status: int, file: object = None) -> int:
    print(f"dateline {name}: " + (f"{file}: " if file else "") + str(reason), file=sys.stderr)
    return status


def _close_output() -> None:
    """Let what is still to be written go nowhere, or Python tries again when it ends, and fails again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
