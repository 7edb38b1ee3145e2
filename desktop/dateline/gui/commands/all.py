"""What the menus do, gathered from one module for each menu."""

from typing import TYPE_CHECKING

from .edit import EditCommands
from .file import FileCommands
from .library import LibraryCommands
from .view import ViewCommands

if TYPE_CHECKING:
    from dateline.gui.shell.main_window import MainWindow


class Commands(FileCommands, EditCommands, ViewCommands, LibraryCommands):
    """Every command of `actions.MENUS`, by the name that the table gives it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
