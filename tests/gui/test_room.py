"""Little room and large letters: nothing lies over anything else, and text is as large everywhere as it was set."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from dateline.core.model import Status
from dateline.gui.language import i18n
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets.theme import theme
from dateline.library import Library


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> str:
    """The window's language, set before it opens."""
    i18n.install(request.param, {"en": "en_GB", "de": "de_DE"}[request.param])
    return str(request.param)


@pytest.fixture
def usual_size() -> Iterator[None]:
    """Text of the usual size again after the test."""
    yield
    theme().resize(13)


def set_text_size(window: MainWindow, points: int) -> None:
    window.workspace.settings.set("text_size", points)
    window.workspace.settings_changed.emit()


def lies_well(bar: QWidget | None) -> bool:
    return bar is not None and overlapping(bar) == []


def overlapping(bar: QWidget) -> list[str]:
    """What lies over what, of the parts of a bar, and what is narrower than its words."""
    children = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [part for part in children if part.isVisible() and part.width() > 0]
    found = []
    for n, one in enumerate(shown):
        if one.width() < one.minimumSizeHint().width():
            found.append(f"{one.accessibleName()} is cut")
        found += [
            f"{one.accessibleName()} / {other.accessibleName()}"
            for other in shown[n + 1 :]
            if one.geometry().intersects(other.geometry())
        ]
    return found


@pytest.mark.parametrize("scaled", [False, True])
def test_no_bar_is_too_narrow_for_its_parts_at_1024_by_700(
    language: str, file: Path, make_window: Callable[..., MainWindow], scaled: bool, qtbot: QtBot
) -> None:
    window = make_window(Library.open(file))
    window.resize(1024, 700)
    window.times.set_scaled(scaled=scaled)
    window.show_view(window.views.view)
    window.selection.select([window.document.library.events()[0].id])
    for bar in (window.filter_bar, window.views.tools.parentWidget(), window.views.tools):
        qtbot.waitUntil(partial(lies_well, bar))


def test_what_there_is_no_room_for_is_under_more(
    file: Path, make_window: Callable[..., MainWindow], usual_size: None, qtbot: QtBot
) -> None:
    window = make_window(Library.open(file))
    window.resize(1024, 700)
    set_text_size(window, 20)
    bar = window.filter_bar
    qtbot.waitUntil(lambda: bar.chips["certainties"].isHidden())
    qtbot.waitUntil(partial(lies_well, bar))
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    menu = bar.findChild(QMenu)
    assert menu is not None
    assert "Certainty" in [action.text() for action in menu.actions()]
    menu.close()
    window.resize(1900, 700)
    qtbot.waitUntil(lambda: not bar.chips["certainties"].isHidden())


def test_the_chronicle_is_as_large_as_the_text_is_set(window: MainWindow, usual_size: None, qtbot: QtBot) -> None:
    chronicle = window.times.chronicle
    before = chronicle.sight().entries[0].block.height
    set_text_size(window, 26)
    assert chronicle.sight().entries[0].block.height > 1.6 * before
    window.times.set_scaled(scaled=True)
    assert window.times.view._fonts.size == 26
    set_text_size(window, 13)
    assert chronicle.sight().entries[0].block.height == before
    assert window.times.view._fonts.size == 13


def test_a_long_title_is_shown_whole_on_several_lines(window: MainWindow, ids: dict[str, int], qtbot: QtBot) -> None:
    window.selection.select([ids["aground"]])
    field = window.inspector.title
    low = field.height()
    field.setFocus()
    field.selectAll()
    words = "The ferry Aurora ran aground on a bank off Sandholm with two hundred and twelve people aboard her, " * 2
    qtbot.keyClicks(field, words)
    assert field.height() >= low + 15
    qtbot.keyClick(field, Qt.Key.Key_Return)
    event = window.document.library.event(ids["aground"])
    assert event is not None
    assert event.title == words.strip()
    assert "\n" not in field.text()
    assert event.status is Status.FOUND


def test_a_missing_date_quotes_the_article_s_own_words(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.read(ids["strike"])
    words = window.reader.date_bar.message.text()
    assert "such as “Monday” wait for it" in words


def test_what_was_put_into_the_bin_is_named(window: MainWindow, ids: dict[str, int]) -> None:
    window.selection.select([ids["aground"]])
    window.actions_.named("delete").trigger()
    assert window.notice.text.text() == "1 event put into the bin."
    window.commands.delete_articles([ids["ferry"], ids["strike"]])
    assert window.notice.text.text() == "2 articles put into the bin."
