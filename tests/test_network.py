"""Dateline makes no network request: no command looks up or calls anything, whatever a page asks it to load."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WATCH = """
import sys

def watch(event, arguments):
    reached = arguments[-1] if event == "socket.connect" else "a name"
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        if isinstance(reached, tuple) or reached == "a name":
            with open({log!r}, "a") as log:
                log.write(f"{{event}} {{arguments}}\\n")
            raise OSError("the network was reached for")

sys.addaudithook(watch)
"""
PAGE = """<html><head><title>Flood in Harven</title><meta property="article:published_time" content="2026-03-04">
<link rel="stylesheet" href="http://203.0.113.5/x.css"><script src="http://203.0.113.5/x.js"></script></head>
<body><article><h1>Flood in Harven</h1><p>The dam at Marl broke on Monday, the mayor said.
<img src="http://203.0.113.5/p.png"> Four people died in the flood on Tuesday night.</p>
<p>The inquiry begins next week, officials said in a long statement.</p></article></body></html>"""


@pytest.mark.parametrize(
    "command",
    [
        ["times", "."],
        ["events", "a.html"],
        ["timeline", ".", "-o", "../out.html"],
        ["timeline", ".", "-o", "../out.png"],
        ["import", ".", "--library", "../l.dateline"],
    ],
    ids=lambda command: " ".join(command[:1] + command[-1:]),
)
def test_no_command_reaches_for_the_network(command: list[str], tmp_path: Path) -> None:
    watcher, pages, log = tmp_path / "watcher", tmp_path / "pages", tmp_path / "reached"
    for folder in (watcher, pages):
        folder.mkdir()
    (watcher / "sitecustomize.py").write_text(WATCH.format(log=str(log)))  # worker processes load it too
    (pages / "a.html").write_text(PAGE)
    (pages / "b.txt").write_text("The bridge at Olm fell on 4 March 2026, police said. See http://203.0.113.5/.")
    path = os.pathsep.join((str(watcher), str(ROOT / "desktop")))
    run = [sys.executable, "-m", "dateline", *command]
    done = subprocess.run(run, cwd=pages, env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert not log.exists(), log.read_text()


def test_the_watch_notices(tmp_path: Path) -> None:
    log = tmp_path / "reached"
    code = WATCH.format(log=str(log)) + "import socket\nsocket.getaddrinfo('localhost', 80)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 1
    assert "getaddrinfo" in log.read_text()
