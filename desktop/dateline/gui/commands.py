"""What the menus do, gathered from one module for each menu."""

from typing import TYPE_CHECKING

from .commands_edit import EditCommands
from .commands_file import FileCommands
from .commands_library import LibraryCommands
from .commands_view import ViewCommands

if TYPE_CHECKING:
    from .main_window import MainWindow


class Commands(FileCommands, EditCommands, ViewCommands, LibraryCommands):
    """Every command of `actions.MENUS`, by the name that the table gives it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
