"""Completion as bash and zsh do it, and the manual page as groff sets it."""

import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from dateline.cli import COMMANDS, shell


def completed(*words: str) -> set[str]:
    """What bash offers for the last of these words."""
    quoted = " ".join(f"'{word}'" for word in words)
    ask = f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _dateline; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    told = subprocess.run(["bash", "-c", f"{shell.completion()}\n{ask}"], capture_output=True, text=True, check=True)
    assert told.stderr == ""
    return set(told.stdout.split())


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")


@needs_bash
def test_bash_offers_commands_options_and_choices() -> None:
    assert completed("dateline", "") == set(COMMANDS)
    assert completed("dateline", "ev") == {"events"}
    assert completed("dateline", "--v") == {"--version", "--verbose"}
    assert completed("dateline", "times", "--l") == {"--language"}
    assert completed("dateline", "times", "--format", "") == {"text", "jsonl"}
    assert {"court", "desk", "thesis"} == completed("dateline", "-q", "export", "--layout", "")
    assert completed("dateline", "library", "ba") == {"backup", "backups"} & completed("dateline", "library", "")
    assert completed("dateline", "shell", "") == {"bash", "zsh", "man"}


@needs_bash
def test_bash_leaves_files_to_its_own_completion() -> None:
    assert completed("dateline", "times", "art") == set()
    assert completed("dateline", "timeline", "--output", "x") == set()


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh")
def test_zsh_completes_as_it_is_typed(tmp_path: Path) -> None:
    script = tmp_path / "completion"
    script.write_text(shell._ZSH.replace("compinit &&", "compinit -D -u &&", 1) + shell.completion(), encoding="utf-8")
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"ZDOTDIR": str(tmp_path), "TERM": "dumb", "PS1": "> "}
        os.execvp("zsh", ["zsh", "-f", "-i"])
    try:
        os.write(terminal, f"dateline() {{ print ra''n $* }}; source {script}; print rea''dy\n".encode())
        read_until(terminal, b"ready\r\n")
        os.write(terminal, b"dateline eve\t--form\tjs\t\n")
        read_until(terminal, b"ran events --format jsonl\r\n")
    finally:
        os.close(terminal)
        os.kill(child, 9)
        os.waitpid(child, 0)


def read_until(terminal: int, wanted: bytes) -> None:
    """Read what the shell shows until it is there; pytest's own time limit ends a shell that never says it."""
    shown = b""
    while wanted not in shown:
        shown += os.read(terminal, 4096)


def test_the_manual_names_every_command_and_option() -> None:
    text = shell.manual().replace("\\-", "-")
    for name in COMMANDS:
        assert f".SS dateline {name}\n" in text
    for option in ("--scheduler", "--layout", "--manifest", "--no-settings", "--theme"):
        assert f"\\fB{option}\\fR" in text
    assert text.count("\\fB--no-settings\\fR") == 1


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff")
def test_groff_sets_the_manual_without_a_warning() -> None:
    told = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-Kutf8"], input=shell.manual(), capture_output=True, text=True, check=True
    )
    assert told.stderr == ""
    assert "dateline archive" in told.stdout
