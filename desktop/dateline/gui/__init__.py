"""The window."""

import _thread
import builtins
import ctypes
import gc
import os
import sys
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType


def prepare() -> None:
    """Load what the window stands on, the way that takes least time (`tests/benchmarks/window_start.py`)."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start threads that nothing here uses
    gc.disable()  # loading makes much and drops nothing: collecting meanwhile only costs time; `app.run` ends it
    if sys.platform == "linux":
        sys.setdlopenflags(os.RTLD_LAZY)
    for docs in ("_add_newdocs", "_add_newdocs_scalars"):  # numpy takes a sixth of its time for its functions' help
        sys.modules.setdefault(f"numpy._core.{docs}", ModuleType(docs))
    for module in ("library", "settings", "timeline.layout"):
        import_module(f"dateline.{module}")
    if sys.platform == "linux":
        _load_ahead()
    import_module("PySide6.QtWidgets")
    # PySide6 puts its own import in the place of Python's, for its `__feature__`: it reads the source of each module
    # imported from then on. Nothing here uses that.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _load_ahead() -> None:
    """Let the system load the list of fonts and Qt's libraries while Python is busy with what comes before them.

    What fails here is done again, and told of, in its place.
    """
    package = PathFinder.find_spec("PySide6")
    folder = next(iter((package and package.submodule_search_locations) or ("",)))
    load = ctypes.CDLL(None).dlopen  # Python goes on meanwhile; ctypes.CDLL would hold it
    load.restype = ctypes.c_void_p

    def ahead() -> None:
        fonts = load(b"libfontconfig.so.1", os.RTLD_LAZY)
        if fonts:
            ctypes.CDLL("libfontconfig.so.1", handle=fonts).FcInit()
        for pattern in ("Qt/lib/libQt6{}.so.6", "Qt{}.abi3.so"):
            for name in ("Core", "Gui", "Widgets"):  # one by one: Python waits while one is loaded that needs others
                load(os.fsencode(f"{folder}/{pattern.format(name)}"), os.RTLD_LAZY)

    _thread.start_new_thread(ahead, ())


def run(paths: list[Path], library: Path | None = None) -> int:
    """Open the window on a library (the last one, or the default, where none is named) and bring files into it.

    A window that is already open on it takes the files over. Returns the exit status.
    """
    prepare()
    from dateline.gui.shell.app import run as run_app  # Qt is loaded only when the window opens

    return run_app(paths, library)
