"""A window that is ended from outside keeps the session and what is half typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.library import Library

ENDS = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from dateline.core.filter import Filter
from dateline.gui import run
from dateline.gui.shell import app
def type_and_end(window):
    event = next(e for e in window.document.library.events() if e.title == "The port reopened")
    window.document.set_filter(Filter(text="port"))
    window.selection.select([event.id])
    window.want_inspector(wanted=True)
    window.inspector.title.setPlainText("The port is open again")
    window.inspector.title.setModified(True)
    if sys.argv[2] == "busy":
        from PySide6.QtWidgets import QMessageBox
        QTimer.singleShot(100, lambda: os.kill(os.getpid(), signal.SIGTERM))
        QMessageBox(window).exec()
    else:
        os.kill(os.getpid(), signal.SIGTERM)
start = app.start
def started(*arguments):
    window = start(*arguments)
    QTimer.singleShot(200, window, lambda: type_and_end(window))
    return window
app.start = started
sys.exit(run([], Path(sys.argv[1])))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
@pytest.mark.parametrize("how", ["idle", "busy"])
def test_sigterm_keeps_the_session_and_what_is_half_typed(file: Path, tmp_path: Path, how: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDS, str(file), how], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    with Library.open(file) as library:
        assert "The port is open again" in [event.title for event in library.events()]
        library.changed = False
    from dateline.gui.workspace.session import Session

    session = Session()
    assert session.text("library") == str(file)
    assert '"port"' in session.of_library(file).text("filter")
    assert len(session.of_library(file).numbers("events")) == 1
