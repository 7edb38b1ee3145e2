"""Text is shown as it is, never as markup."""

import resource
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import (
    QApplication,
)

from dateline.gui.widgets import plain

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux who opens a file")


@pytest.fixture(autouse=True)
def little_memory() -> Iterator[None]:
    """A tool tip that reads a device without end is to fail, not to take the machine."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.mark.parametrize("text", ["a < b", "<b>bold</b>", "&lt;", "", "one\ntwo", "<i>one</i>\ntwo", "AT&T"])
def test_a_tip_says_what_the_text_says(text: str, qapp: QApplication) -> None:
    from PySide6.QtGui import QTextDocument

    shown = plain.tip(text)
    document = QTextDocument()
    if Gui.mightBeRichText(shown):
        document.setHtml(shown)
    else:
        document.setPlainText(shown)
    assert document.toPlainText() == text


def test_a_caption_keeps_its_ampersand_and_a_title_its_star() -> None:
    assert plain.caption("AT&T") == "AT&&T"
    assert plain.title("a [*] b") == "a [*][*] b"
