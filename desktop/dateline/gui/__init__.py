"""The window."""

import gc
import os
from importlib import import_module
from pathlib import Path


def prepare() -> None:
    """Load what the window stands on, before Qt: once PySide6 is loaded it reads the source of each module imported."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start threads that nothing here uses
    gc.disable()  # loading makes much and drops nothing: collecting meanwhile only costs time; `app.run` ends it
    for module in ("export.palette", "library", "settings", "timeline.layout"):
        import_module(f"dateline.{module}")
    import_module("platformdirs")


def run(paths: list[Path], library: Path | None = None) -> int:
    """Open the window on a library (the last one, or the default, where none is named) and bring files into it.

    A window that is already open on it takes the files over. Returns the exit status.
    """
    prepare()
    from .app import run as run_app  # Qt is loaded only when the window opens

    return run_app(paths, library)
