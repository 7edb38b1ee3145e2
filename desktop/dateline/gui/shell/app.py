"""The application around the window: theme, language, one window a library, and what happens on an error."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dateline import paths
from dateline.gui.language import i18n
from dateline.gui.timeline.hand import SETTLING
from dateline.gui.widgets.icons import app_icon
from dateline.gui.widgets.theme import install
from dateline.gui.workspace.session import Session
from dateline.settings import Settings
from dateline.version import __version__

from . import instance
from .crash import CrashHook
from .ending import Ending
from .garbage import Garbage
from .main_window import MainWindow
from .opening import open_library


def run(files: list[Path], library: Path | None) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    app = application()
    settings, session = Settings.load(), Session()
    i18n.install(settings["interface_language"], settings["date_locale"])
    last = session.text("library")
    where = library or (Path(last) if last and Path(last).exists() else paths.default_library())
    files = [file.absolute() for file in files]
    held = instance.claim(where)
    if held is None and instance.hand_over(where, files):
        return 0
    crash = CrashHook(app)
    crash.install()
    try:
        window = start(where, settings, session, held)
        if window is None:
            return 1
        ending = Ending(app)
        ending.asked.connect(window.end)
        window.take(files)
        gc.freeze()
        Garbage(app)
        try:
            return app.exec()
        finally:
            ending.remove()
    finally:
        crash.remove()


def start(where: Path, settings: Settings, session: Session, held: instance.Claim | None = None) -> MainWindow | None:
    """Open the window on a library as the reader left it; None where the library cannot be opened.

    ``held`` is the claim to that library, which second starts then find.
    """
    library = open_library(where, None)
    if library is None and where != paths.default_library():
        library = open_library(paths.default_library(), None)
    if library is None:
        return None
    theme = install(application())
    with theme.undressed():
        theme.choose(settings["theme"])
        theme.resize(settings["text_size"])
        window = MainWindow(library, settings, session)
        window.restore()
    window.show()
    QTimer.singleShot(SETTLING, window, lambda: _settle(window, where, held))
    return window


def _settle(window: MainWindow, where: Path, held: instance.Claim | None) -> None:
    """What can wait until the window is painted: its icon, and that second starts come to it."""
    if not window.isVisible():  # it was closed meanwhile
        return
    application().setWindowIcon(app_icon())
    instance.sweep()
    if held is None:
        return
    bell = instance.Doorbell(held, window)
    path = window.document.library.path
    if path is not None and instance.name_of(path) != instance.name_of(where):
        bell.listen(path)
    bell.rung.connect(window.take)
    window.library_shown.connect(bell.listen)
    window.workspace.closing.connect(bell.close)


def application() -> QApplication:
    """Qt's application, made on first use."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setProperty("fusion", True)
    app.setApplicationName("Dateline")
    app.setApplicationDisplayName("Dateline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("app.dateline.Dateline")
    return app
