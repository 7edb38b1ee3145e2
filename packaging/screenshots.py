"""Opens the real window on a library, sets a scene and saves what is on the screen: called by `screenshots`.

screenshots.py LIBRARY light|dark|contrast chronicle|scale|horizontal|story|article|undated|table OUT.png
"""

import shutil
import sys
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dateline.core.filter import Filter
from dateline.gui.language import i18n
from dateline.gui.shell import app
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets.theme import install
from dateline.gui.workspace.amount import with_amount
from dateline.gui.workspace.session import Session
from dateline.library import Library
from dateline.settings import Settings

SETTLE = 1.5  # seconds for worker threads, animations and the first painting

STORY = "Four dead as river bursts embankment"
ARTICLE = "Halmer shareholders back Trevane"
UNDATED = "The week that decides about Halmer"


def main(library: Path, colours: str, scene: str, out: Path) -> None:
    """Take one picture."""
    copy = out.with_name(f"{out.stem}.dateline")  # so that no scene changes the next one's library
    shutil.copyfile(library, copy)
    application = app.application()
    i18n.install("en", "en_GB")
    settings = Settings(out.with_suffix(".json"))
    settings.set("theme", colours)
    install(application).choose(colours)
    window = MainWindow(Library.open(copy), settings, Session(out.with_suffix(".session")))
    screen = QGuiApplication.primaryScreen()
    window.setGeometry(screen.geometry())
    window.show()
    settle(application)
    SCENES[scene](window)
    settle(application)
    if not screen.grabWindow(0).save(str(out)):
        sys.exit(f"{out} could not be written")
    window.close()


def settle(application: QApplication) -> None:
    """Let the window answer everything that is under way."""
    end = time.monotonic() + SETTLE
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


def story(window: MainWindow) -> None:
    """What all articles tell, one event selected."""
    choose(window, STORY)


def article(window: MainWindow) -> None:
    """One article alone, one of its events selected."""
    found = choose(window, ARTICLE)
    window.document.set_filter(with_amount(Filter(articles=(found,)), "main"))


def undated(window: MainWindow) -> None:
    """The article without a publication date."""
    window.selection.read(next(row.id for row in window.document.library.articles() if row.title.startswith(UNDATED)))


def chronicle(_window: MainWindow) -> None:
    """All articles, as the window opens."""


def scale(window: MainWindow) -> None:
    """The same to scale."""
    window.actions_.named("show_timeline").trigger()


def horizontal(window: MainWindow) -> None:
    """The same to scale, time running to the right."""
    scale(window)
    window.actions_.named("horizontal").trigger()


def table(window: MainWindow) -> None:
    """The events as a table."""
    choose(window, STORY)
    window.actions_.named("show_table").trigger()


def choose(window: MainWindow, title: str) -> int:
    """Read the article whose title begins so and select its weightiest event; gives the article's id."""
    library = window.document.library
    found = next(row for row in library.articles() if row.title.startswith(title))
    window.selection.read(found.id)
    told = library.events(Filter(articles=(found.id,), dated=True))
    window.selection.select([max(told, key=lambda event: event.weight).id])
    return found.id


SCENES = {
    "chronicle": chronicle,
    "scale": scale,
    "horizontal": horizontal,
    "story": story,
    "article": article,
    "undated": undated,
    "table": table,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))
