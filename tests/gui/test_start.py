"""What the window's start leaves for later: it decides how soon the window opens."""

import subprocess
import sys
from pathlib import Path

from dateline.library import Library

LATER = (
    "dateline.gui.table.event_table",
    "dateline.gui.details.inspector",
    "dateline.gui.workspace.jobs",
    "dateline.gui.workspace.waiting",
    "dateline.library.search",
    "dateline.library.writing",
    "dateline.gui.timeline.view",
    "dateline.timeline.layout",
    "dateparser",
    "multiprocessing",
    "numpy.ma",
    "secrets",
    "spacy",
    "sqlite_utils",
    "tomllib",
)
START = """
import sys
from pathlib import Path
from dateline import gui
gui.prepare()
assert "PySide6" in sys.modules
from dateline.gui.shell import app
from dateline.gui.language import i18n
from dateline.gui.workspace.session import Session
from dateline.library import Library
from dateline.settings import Settings
qt = app.application()
app.install(qt)
window = app.MainWindow(Library.open(Path(sys.argv[1])), Settings(), Session())
print(*sorted(sys.modules))
"""


def test_the_window_opens_without_what_is_not_shown_at_first(tmp_path: Path) -> None:
    file = tmp_path / "Library.dateline"
    Library.open(file).close()
    done = subprocess.run([sys.executable, "-c", START, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "dateline.gui.shell.main_window" in loaded
    assert [name for name in LATER if name in loaded] == []
