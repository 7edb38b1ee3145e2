"""`dateline` and `dateline FILE…`: open the window."""

import argparse
import os
import sys
from pathlib import Path

from dateline.errors import UsageError

WITHOUT_WINDOW = "times, events, timeline, import, export, library, key, archive, demo and shell"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `open`."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="article files, folders or a .dateline library")
    parser.add_argument("--library", metavar="FILE", help="the library to open instead of the last one")


def run(arguments: argparse.Namespace) -> int:
    """Open the window; exit status 2 where there is no display. Raises UsageError for what is not there."""
    files = [Path(file) for file in arguments.files]
    missing = files[0] if files and not any(file.exists() for file in files) else None
    if missing is not None:
        raise UsageError(f"there is no file “{missing}”; dateline --help lists the commands")
    libraries = [file for file in files if file.suffix.lower() == ".dateline"]
    if len(libraries) + bool(arguments.library) > 1:
        raise UsageError("one library at a time: name only one")
    if arguments.window is None or not has_display():
        print(
            f"dateline: no display to open the window on; these commands work without one: {WITHOUT_WINDOW}",
            file=sys.stderr,
        )
        return 2
    library = Path(arguments.library) if arguments.library else next(iter(libraries), None)
    status: int = arguments.window([file for file in files if file not in libraries], library)
    return status


def has_display() -> bool:
    """Whether a window can open: always on Windows and macOS, elsewhere where a display answers."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY")
    return bool(display) and _answers(str(display))


def _answers(display: str) -> bool:
    """Whether an X server listens: Qt would abort the process where it does not."""
    import socket

    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if not number.isdigit():
        return False
    try:
        if host in ("", "unix"):
            for name in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108 # where X listens
                with socket.socket(socket.AF_UNIX) as local:
                    if local.connect_ex(name) == 0:
                        return True
            return False
        with socket.create_connection((host, 6000 + int(number)), timeout=2):  # ssh -X: the reader's own screen
            return True
    except OSError:
        return False
