"""How much one process grows by opening and closing its window 52 times on a library of 40 articles, and file handles.

    .venv/bin/python tests/benchmarks/window_leaks.py [TIMES]

Each time the window is shown, selects an event with its details, shows the table, opens dialogs, and is closed. What
the process keeps after ten is set against what it keeps in the end; fails over 10 MB, or where files stay open.
"""

import gc
import os
import sys
import tempfile
from pathlib import Path


def memory() -> int:
    """Bytes of memory that the process holds, not shared files among them."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return (int(pages[1]) - int(pages[2])) * os.sysconf("SC_PAGE_SIZE")


def handles() -> int:
    """How many files are open."""
    return len(list(Path("/proc/self/fd").iterdir()))


def once(path: Path, place: Path) -> None:
    """Open the window, do a little, and close it."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QDialog

    from dateline.gui.shell import app
    from dateline.gui.workspace.session import Session
    from dateline.settings import Settings

    qt = app.application()
    window = app.start(path, Settings(place / "settings.json"), Session(place / "window.json"))
    assert window is not None
    qt.processEvents()
    window.selection.select([window.document.library.events()[0].id])
    window.show_view(1)
    window.show_view(0)
    for action in ("history", "bin", "preferences", "export_data", "shortcuts"):
        window.actions_.named(action).trigger()
        for dialog in window.findChildren(QDialog):
            dialog.close()
    qt.processEvents()
    window.close()
    qt.processEvents()
    qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> int:
    """Print the figures."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 52
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{folder}/{kind}"
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        sys.path.insert(0, str(Path(__file__).parent))
        import window_start

        window_start.ARTICLES = 40
        path = Path(folder) / "Forty.dateline"
        window_start.make(path)
        held, files = [], []
        for _ in range(times):
            once(path, Path(folder))
            gc.collect()
            held.append(memory())
            files.append(handles())
    grown, first = (held[-1] - held[9]) / 1e6, (held[9] - held[0]) / 1e6
    print(
        f"{times} windows: {first:.1f} MB more after the first ten, then {grown:.1f} MB more by the last (at most 10)"
    )
    print(f"files open: {files[9]} after ten, {files[-1]} in the end")
    return 0 if grown <= 10 and files[-1] <= files[9] else 1


if __name__ == "__main__":
    sys.exit(main())
