"""The application around the window: theme, language, one instance, and what happens when something goes wrong."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dateline import __version__, paths
from dateline.library import Library
from dateline.settings import Settings

from . import i18n
from .icons import app_icon
from .main_window import MainWindow
from .session import Session
from .theme import install


def run(files: list[Path], library: Path | None) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    app = application()
    settings, session = Settings.load(), Session()
    i18n.install(settings["interface_language"], settings["date_locale"])
    install(app)
    last = session.text("library")
    where = library or (Path(last) if last and Path(last).exists() else paths.default_library())
    window = MainWindow(Library.open(where), settings, session)
    window.restore()
    window.show()
    window.take([file.absolute() for file in files])
    return app.exec()


def application() -> QApplication:
    """Qt's application, made on first use."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Dateline")
    app.setApplicationDisplayName("Dateline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("dateline")
    app.setWindowIcon(app_icon())
    return app
