"""The recipes of contributing, followed to the letter on a copy of Dateline: each touches only what it names."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "resources/docs/contributing.md").read_text(encoding="utf-8")

ACTION = """
import os
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.session import Session
from dateline.library import Library
from dateline.settings import Settings
app, here = QApplication([]), Path(sys.argv[1])
window = MainWindow(Library.open(here / "x.dateline"), Settings(), Session(here / "window.json"))
said = []
window.workspace.notices.tell = said.append
window.actions_.named("count_shown").trigger()
print(window.actions_.named("count_shown").text(), said)
sys.stdout.flush()
os._exit(0)  # what is open needs no saving
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program that the recipe may change."""
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("docs"))
    return tmp_path


def blocks(heading: str, language: str) -> list[str]:
    """The code of a recipe in one language, without the indent of its list."""
    section = GUIDE.split(f"## {heading}\n")[1].split("\n## ")[0]
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```", section, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", code, flags=re.MULTILINE) for indent, code in found]


def run(copy: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the copy."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "desktop"), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
        check=False,
    )


def put(file: Path, before: str, text: str) -> None:
    """Insert a text before the first line that begins so, indented as that line is."""
    content = file.read_text(encoding="utf-8")
    found = re.search(rf"^( *){re.escape(before)}", content, re.MULTILINE)
    assert found, before
    indented = re.sub(r"^(?=.)", found[1], text, flags=re.MULTILINE)
    file.write_text(content[: found.start()] + indented + content[found.start() :], encoding="utf-8")


def test_a_new_time_expression(copy: Path) -> None:
    (rule,) = blocks("First change: a new time expression", "toml")
    text = copy / "floods.txt"
    text.write_text("The floods of yesteryear were worse.\n", encoding="utf-8")
    command = ("-m", "dateline", "times", text, "--published", "2025-03-30")
    assert "no time expressions found" in run(copy, *command).stdout
    with (copy / "resources/grammar/en/times/relative.toml").open("a", encoding="utf-8") as grammar:
        grammar.write("\n" + rule)
    assert "2024-01-01 to 2025-01-01" in run(copy, *command).stdout


def test_a_new_export_format(copy: Path) -> None:
    heading = "First change: a new export format"
    (copy / "desktop/dateline/export/org.py").write_text(blocks(heading, "python")[0], encoding="utf-8")
    put(copy / "desktop/dateline/export/__init__.py", 'Format("edtf"', blocks(heading, "text")[0])
    (copy / "a.txt").write_text("The bridge at Pell was closed on 3 May 2024.", encoding="utf-8")
    done = run(copy, "-m", "dateline", "timeline", "a.txt", "-o", "out.org")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^\* .*closed", (copy / "out.org").read_text(encoding="utf-8"), re.MULTILINE)


def test_a_new_reader(copy: Path) -> None:
    (copy / "desktop/dateline/readers/gemtext.py").write_text(blocks("A new reader", "python")[0], encoding="utf-8")
    put(copy / "desktop/dateline/readers/formats.py", 'Format("markdown"', blocks("A new reader", "text")[0])
    page = "# Pell closes its bridge\n\nThe bridge was closed on 3 May 2024.\n=> gemini://pell.example More\n"
    (copy / "page.gmi").write_text(page, encoding="utf-8")
    done = run(copy, "-m", "dateline", "import", "--format", "jsonl", "page.gmi")
    assert done.returncode == 0, done.stderr
    assert '"title": "Pell closes its bridge"' in done.stdout
    assert "gemini://" not in done.stdout


def test_a_new_action(copy: Path) -> None:
    heading = "A new action of the window"
    put(
        copy / "desktop/dateline/gui/commands/view.py", '@action("&About Dateline"', blocks(heading, "python")[0] + "\n"
    )
    put(copy / "desktop/dateline/gui/commands/menus.py", "ViewCommands.show_chronicle", blocks(heading, "text")[0])
    with (copy / "resources/i18n/de.toml").open("a", encoding="utf-8") as german:
        german.write("\n[New]\n" + blocks(heading, "toml")[0])
    done = run(copy, "-c", ACTION, copy)
    assert "&Count what is shown ['0 of 0 events are shown.']" in done.stdout, done.stderr
