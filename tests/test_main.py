"""The program itself: what it hands to commands and to the window."""

import sys
from pathlib import Path

import pytest

from dateline import __main__


def test_a_command_is_run_and_its_status_given_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dateline", "--version"])
    assert __main__.main() == 0
    assert capsys.readouterr().out.startswith("dateline ")


def test_without_a_command_the_window_opens_with_the_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[tuple[list[Path], Path | None]] = []

    def run(files: list[Path], library: Path | None) -> int:
        opened.append((files, library))
        return 7

    file = tmp_path / "article.txt"
    file.write_text("The quay fell on Monday.")
    monkeypatch.setattr("dateline.gui.run", run)
    monkeypatch.setattr(sys, "argv", ["dateline", str(file)])
    assert __main__.main() == 7
    assert opened == [([file], None)]
