"""What the window's tests share: a small library without the parser, the window on it, and no Qt warnings."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.made_library import made_library

from dateline import times
from dateline.core.change import added
from dateline.core.model import (
    Article,
    Certainty,
    Confidence,
    DateCandidate,
    Event,
    Participant,
    TimeExpression,
    new_id,
)
from dateline.gui.language import i18n
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.session import Session
from dateline.library import Library
from dateline.settings import Settings

FERRY = (
    "Ferry runs aground off Sandholm\n\n"
    "The ferry Aurora ran aground on Saturday night with 212 people aboard. Nobody was hurt, the coast guard said.\n\n"
    "The company plans to refloat her next week. Her captain denied that he had been asleep. "
    "A similar accident happened in 2019."
)
STRIKE = (
    "Dockers end strike\n\nDockers in Sandholm ended their strike on Monday. It began on 3 March 2025. "
    "Talks go on. 🚢 The port reopened on Tuesday."
)


def event_in(
    article: Article, words: str, title: str, expression: TimeExpression | None = None, **more: object
) -> Event:
    """An event of an article, told by these words of it and placed where the expression is."""
    start = article.text.index(words)
    sentence_end = article.text.find(".", start) + 1
    dates: dict[str, object] = {}
    if expression is not None and expression.begin is not None and expression.until is not None:
        dates = {
            "earliest": expression.begin,
            "latest_start": expression.until,
            "earliest_end": expression.begin,
            "latest": expression.until,
            "granularity": expression.granularity,
        }
    return Event(
        id=new_id(),
        article=article.id,
        title=title,
        start=start,
        end=start + len(words),
        text=words,
        sentence_start=article.text.rfind(".", 0, start) + 1,
        sentence_end=sentence_end,
        expression=expression.id if expression else None,
        words=expression.text if expression else "",
        why=expression.why if expression else "",
        **{**dates, **more},  # type: ignore[arg-type]
    )


def fill(library: Library) -> dict[str, int]:
    """Two articles of invented news; returns ids by a short name."""
    ferry = Article(
        id=new_id(),
        text=FERRY,
        title="Ferry runs aground off Sandholm",
        published="2025-03-30",
        published_confidence=Confidence.LIKELY,
        evidence="the byline: “30 March 2025”",
        candidates=(
            DateCandidate(
                value="2025-03-31",
                source="meta",
                where="the page's data",
                words="2025-03-31",
                confidence=Confidence.GUESS,
            ),
        ),
        site="Sandholm Post",
        digest="a",
        language="en",
    )
    strike = Article(id=new_id(), text=STRIKE, title="Dockers end strike", digest="b", language="en")
    found = {article.id: times.find(article.text, article.published, article=article.id) for article in (ferry, strike)}
    by_text = {e.text: e for es in found.values() for e in es}
    captain = Participant(text="captain", start=0, end=0, role="agent", kind="person", name="Jon Berg")
    sandholm = Participant(text="Sandholm", start=0, end=0, role="place", kind="place", name="Sandholm")
    rows = {
        "aground": event_in(
            ferry, "ran aground", "The ferry ran aground", by_text["Saturday night"], participants=(sandholm,)
        ),
        "refloat": event_in(ferry, "refloat", "She is refloated", by_text["next week"], certainty=Certainty.PLANNED),
        "asleep": event_in(
            ferry, "asleep", "The captain was asleep", None, certainty=Certainty.DENIED, participants=(captain,)
        ),
        "accident": event_in(ferry, "accident", "A similar accident", by_text["2019"]),
        "ended": event_in(strike, "ended", "The strike ended", by_text["Monday"]),
        "began": event_in(strike, "began", "The strike began", by_text["3 March 2025"]),
        "reopened": event_in(strike, "reopened", "The port reopened", by_text["Tuesday"]),
    }
    expressions = [e for es in found.values() for e in es]
    library.apply(added("Imported two articles", [ferry, strike, *expressions, *rows.values()]))
    return {"ferry": ferry.id, "strike": strike.id} | {name: row.id for name, row in rows.items()}


@pytest.fixture(autouse=True, scope="session")
def collected_between() -> Iterator[None]:
    """Collect garbage between tests only, as the window does from its event loop (`gui.shell.garbage`)."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def no_warnings() -> Iterator[None]:
    """Fail on anything that Qt warns of."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            heard.append(text)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    known = ("This plugin does not support", "propagateSizeHints")
    assert [text for text in heard if not any(part in text for part in known)] == []


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail where a test leaves a window behind, and speak English again."""
    i18n.install("en", "en_GB")
    yield
    i18n.install("en", "en_GB")
    for _ in range(3):
        qapp.processEvents()
        qapp.sendPostedEvents(None, 52)  # DeferredDelete
    gc.collect()
    assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible()] == []


@pytest.fixture
def ids() -> dict[str, int]:
    """Ids of what `window` or `library` holds, by short name; filled by it."""
    return {}


@pytest.fixture
def library(tmp_path: Path, ids: dict[str, int]) -> Iterator[Library]:
    """A library of two articles, open without a window."""
    made = Library.open(tmp_path / "Test.dateline")
    ids |= fill(made)
    yield made
    made.close(backup=False)


@pytest.fixture
def document(library: Library, qapp: QApplication) -> Document:
    """The library of two articles as the window's parts see it, without the window."""
    return Document(library)


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows, and closes them after the test."""
    opened: list[MainWindow] = []

    def make(library: Library | None = None, session: Session | None = None) -> MainWindow:
        settings = Settings(tmp_path / "settings.json")
        settings.set("theme", "light")
        window = MainWindow(
            library or Library.open(tmp_path / "Test.dateline"), settings, session or Session(tmp_path / "window.json")
        )
        window.restore()
        window.resize(1280, 800)
        window.show()
        opened.append(window)
        qtbot.waitExposed(window)
        return window

    yield make
    for window in opened:
        if isValid(window):
            window.close()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], tmp_path: Path, ids: dict[str, int]) -> MainWindow:
    """The window on a library of two articles."""
    library = Library.open(tmp_path / "Test.dateline")
    ids |= fill(library)
    return make_window(library)


@pytest.fixture
def story(make_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """The window on an invented story: 260 events of 20 articles, some of them told by several."""
    library = Library.open(tmp_path / "Story.dateline")
    bundle = made_library(260, 20)
    library.apply(added("Imported a story", [*bundle.articles, *bundle.merges, *bundle.events]))
    return make_window(library)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a library of two articles, closed."""
    path = tmp_path / "Kept.dateline"
    with Library.open(path) as library:
        fill(library)
    return path


@pytest.fixture
def empty_window(make_window: Callable[..., MainWindow]) -> MainWindow:
    """The window on an empty library."""
    return make_window()
