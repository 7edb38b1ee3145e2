"""The window."""

import builtins
import gc
import os
from importlib import import_module
from pathlib import Path


def prepare() -> None:
    """Load what the window stands on, in the order that takes least time (`tests/benchmarks/window_start.py`).

    PySide6 would read the source of each module that is imported after it.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start threads that nothing here uses
    gc.disable()  # loading makes much and drops nothing; from then on `shell.garbage` collects
    for module in ("core.bounds", "export.palette", "library", "settings", "timeline.chronicle.roll"):
        import_module(f"dateline.{module}")
    import_module("platformdirs")
    plain = builtins.__import__
    import_module("PySide6.QtWidgets")
    builtins.__import__ = plain  # PySide6 puts its own in its place, for `__feature__`, which nothing here uses


def run(paths: list[Path], library: Path | None = None) -> int:
    """Open the window on a library (the last one, or the default, where none is named) and bring files into it.

    A window that is already open on it takes the files over. Returns the exit status.
    """
    prepare()
    from dateline.gui.shell.app import run as run_app  # Qt is loaded only when the window opens

    return run_app(paths, library)
