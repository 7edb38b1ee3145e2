"""`dateline FILE…`: the window, and what is said where none can open."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import COMMANDS


def test_without_a_display_the_window_says_so_in_one_line(dateline: Any, write: Callable[..., Path]) -> None:
    file = write("a.txt", "The bridge fell on Tuesday.")
    for arguments in ([], ["open"], [file]):
        ran = dateline(*arguments, QT_QPA_PLATFORM="")
        assert ran.status == 2
        assert ran.out == ""
        (line,) = ran.err.splitlines()
        assert "no display" in line
        assert all(name in line for name in COMMANDS if name != "open")


@pytest.mark.parametrize("display", [":4711", "nowhere.invalid:0", "rubbish", ":"])
def test_a_display_that_does_not_answer_is_none(display: str, dateline: Any) -> None:
    ran = dateline(QT_QPA_PLATFORM="", DISPLAY=display)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1


def test_one_library_opens_at_a_time(dateline: Any, folder: Path) -> None:
    for name in ("a.dateline", "b.dateline"):
        (folder / name).touch()
    for arguments in (["a.dateline", "b.dateline"], ["a.dateline", "--library", "b.dateline"]):
        ran = dateline(*arguments)
        assert ran.status == 2
        assert "one library at a time" in ran.err
