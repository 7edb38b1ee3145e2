"""The View, Go and Help menus."""

from .commands_base import CommandsBase


class ViewCommands(CommandsBase):
    """Commands that change what is shown, never what is kept."""

    def next_event(self) -> None:
        """Select the next event of the article."""
        self.window.reader.step(1)

    def previous_event(self) -> None:
        """Select the event before in the article."""
        self.window.reader.step(-1)

    def next_unresolved(self) -> None:
        """Go to the next expression that waits for a date."""
        self.window.reader.next_unresolved()

    def publication_date(self) -> None:
        """Change the article's publication date."""
        self.window.reader.date_bar.edit()
