"""The program: `dateline COMMAND …`, or `dateline [FILE…]` for the window."""

import sys
from pathlib import Path

from dateline.cli import run


def main() -> int:
    """Run Dateline with the arguments given; the exit status is 0 done, 1 some input failed, 2 usage."""
    # A worker of the bundled app, or its helper, starts as this program again with one of these.
    if getattr(sys, "frozen", False) and {"--multiprocessing-fork", "-c"} & set(sys.argv):
        import multiprocessing

        multiprocessing.freeze_support()
    return run(sys.argv[1:], _window)


def _window(files: list[Path], library: Path | None) -> int:
    from dateline import gui  # Qt is loaded only when a window opens

    return gui.run(files, library)


if __name__ == "__main__":
    sys.exit(main())
