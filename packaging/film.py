"""Films the real window while sample articles are dropped on it: drop, dates, timeline. Called by `film`.

film.py FOLDER-OF-ARTICLES OUT-FOLDER: writes OUT-FOLDER/1.png, 2.png …
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from dateline.core.filter import Filter
from dateline.gui.language import i18n
from dateline.gui.shell import app
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.widgets.theme import install
from dateline.gui.workspace.session import Session
from dateline.library import Library
from dateline.settings import Settings

STRIP = 44  # pixels of the screen under the window, for the words
PATIENCE = 300  # seconds that reading the samples may take
TITLE = "Four dead as river bursts embankment"


class Film:
    """The window on an empty library, and the pictures taken of it."""

    def __init__(self, articles: Path, out: Path) -> None:
        self.articles = sorted(articles.iterdir())
        self.out, self.taken = out, 0
        self.application = app.application()
        i18n.install("en", "en_GB")
        settings = Settings(out / "settings.json")
        settings.set("theme", "light")
        install(self.application).choose("light")
        self.window = MainWindow(Library.open(out / "Film.dateline"), settings, Session(out / "session.json"))
        self.screen = QGuiApplication.primaryScreen()
        self.window.setGeometry(self.screen.geometry().adjusted(0, 0, 0, -STRIP))
        self.window.show()
        self.wait(1.5)

    def wait(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        """Let the window work, for so long at the most."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not until():
            QApplication.processEvents()
            time.sleep(0.01)

    def take(self, words: str) -> None:
        """Keep what is on the screen, with words under it."""
        self.wait(1.5)
        self.taken += 1
        picture: QPixmap = self.screen.grabWindow(0)
        strip = QRect(0, picture.height() - STRIP, picture.width(), STRIP)
        with QPainter(picture) as painter:
            painter.fillRect(strip, QColor("#1d2733"))
            painter.setPen(QColor("white"))
            painter.setFont(QFont(QApplication.font().family(), 15))
            painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, words)
        picture.save(str(self.out / f"{self.taken}.png"))

    def drop(self, *files: Path) -> None:
        """Drop files on the window and wait until they are read."""
        library = self.window.document.library
        wanted = len(library.articles()) + len(files)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        self.window.dropped(data)
        self.wait(PATIENCE, until=lambda: len(library.articles()) >= wanted)
        if len(library.articles()) < wanted:
            sys.exit(f"the articles were not read within {PATIENCE} seconds")

    def run(self) -> None:
        """Take every picture."""
        window = self.window
        first = next(file for file in self.articles if "embankment" in file.name)
        window.veil.appear()
        self.take("Drop an article on the window")
        window.veil.hide()
        self.drop(first)
        self.take("Its publication date is found, and what its words mean")
        library = window.document.library
        told = library.events(Filter(dated=True))
        window.selection.select([max(told, key=lambda event: event.weight).id])
        self.take("Each event has its date, the reason, and whose word it is")
        self.drop(*(file for file in self.articles if file != first))
        window.selection.select([])
        window.want_inspector(wanted=False)
        self.take("Many articles: one timeline of what happened when")
        window.actions_.named("show_timeline").trigger()
        self.take("A bar where the words leave the day open, a dot where they do not")
        window.close()


if __name__ == "__main__":
    Film(Path(sys.argv[1]), Path(sys.argv[2])).run()
