"""The View, Go and Help menus: what is shown, never what is kept."""

from dataclasses import replace

from PySide6.QtCore import Qt

from dateline.core.model import MAIN_WEIGHT
from dateline.errors import UsageError
from dateline.gui.language.i18n import tr
from dateline.gui.language.phrases import read_bounds
from dateline.gui.language.told import told_error
from dateline.gui.shell.view_pane import TABLE, TIMELINE

from .base import CommandsBase

ZOOM = 1.5


class ViewCommands(CommandsBase):
    """Commands of the View, Go and Help menus."""

    # View -------------------------------------------------------------------------------------------------------------

    def show_timeline(self) -> None:
        """Show the events as a timeline."""
        self.window.show_view(TIMELINE)

    def show_table(self) -> None:
        """Show the events as a table."""
        self.window.show_view(TABLE)

    def toggle_articles(self) -> None:
        """Show or hide the list of articles."""
        self.window.left.setVisible(self.window.left.isHidden())
        self.window.check_actions()

    def toggle_inspector(self) -> None:
        """Show or hide the details."""
        self.window.want_inspector(wanted=self.window.inspector.isHidden())

    def toggle_shelf(self) -> None:
        """Open or close the shelf of undated events."""
        self.window.shelf.toggle()

    def toggle_passing(self) -> None:
        """Show what articles mention in passing beside what they tell outright, or leave it out again."""
        document = self.window.document
        document.set_filter(replace(document.filter, weight=0.0 if document.filter.weight else MAIN_WEIGHT))
        self.window.check_actions()

    def horizontal(self) -> None:
        """Let time run to the right, or down again."""
        self.window.times.set_vertical(vertical=not self.window.times.view.vertical)
        self.window.check_actions()

    def zoom_in(self) -> None:
        """Show less time, larger."""
        self.window.times.view.zoom(ZOOM)

    def zoom_out(self) -> None:
        """Show more time, smaller."""
        self.window.times.view.zoom(1 / ZOOM)

    def fit_all(self) -> None:
        """Show all events."""
        self.window.times.view.fit_all()

    def fit_selection(self) -> None:
        """Show the selected events as large as they can be."""
        self.window.times.view.fit_selection()

    def show_day(self) -> None:
        """Show the day in the middle of what is shown."""
        self.window.times.view.preset("day")

    def show_week(self) -> None:
        """Show the week in the middle."""
        self.window.times.view.preset("week")

    def show_month(self) -> None:
        """Show the month in the middle."""
        self.window.times.view.preset("month")

    def show_year(self) -> None:
        """Show the year in the middle."""
        self.window.times.view.preset("year")

    def larger_text(self) -> None:
        """Set the article larger."""
        self._resize_text(1)

    def smaller_text(self) -> None:
        """Set the article smaller."""
        self._resize_text(-1)

    def _resize_text(self, by: int) -> None:
        size = min(max(self.window.settings["text_size"] + by, 8), 40)
        self.window.settings.set("text_size", size)
        self.window.apply_settings()

    # Go ---------------------------------------------------------------------------------------------------------------

    def next_event(self) -> None:
        """Select the next event of the article."""
        self.window.reader.step(1)

    def previous_event(self) -> None:
        """Select the event before in the article."""
        self.window.reader.step(-1)

    def next_unresolved(self) -> None:
        """Go to the next expression that waits for a date."""
        if not self.window.reader.next_unresolved():
            self.say(tr("Every expression in this article has its date."))

    def publication_date(self) -> None:
        """Change the article's publication date."""
        self.window.reader.date_bar.edit()

    def go_to_date(self) -> None:
        """Ask for a date, and show it on the timeline."""
        from PySide6.QtWidgets import QInputDialog

        text, ok = QInputDialog.getText(self.window, tr("Go to date"), tr("Date, for example March 2025:"))
        if not ok or not text.strip():
            return
        try:
            bounds = read_bounds(text)
        except UsageError as error:
            self.warn(told_error(error))
            return
        at = bounds.latest if bounds.earliest is None else bounds.earliest
        if at is not None:
            self.window.show_view(TIMELINE)
            self.window.times.view.go_to(at)

    def focus_articles(self) -> None:
        """Put the keyboard into the list of articles."""
        self.window.left.show()
        self.window.articles.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_reader(self) -> None:
        """Put the keyboard into the article."""
        self.window.reader.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_timeline(self) -> None:
        """Put the keyboard into the timeline or the table."""
        view = self.window.times.view if self.window.views.view == TIMELINE else self.window.table
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_inspector(self) -> None:
        """Put the keyboard into the details."""
        self.window.want_inspector(wanted=True)
        self.window.inspector.edit_title()

    # Help -------------------------------------------------------------------------------------------------------------

    def guide(self) -> None:
        """Show the user guide."""
        from dateline.gui.dialogs.about import GuideDialog

        GuideDialog(self.window).open()

    def shortcuts(self) -> None:
        """Show every shortcut."""
        from dateline.gui.dialogs.about import ShortcutsDialog

        ShortcutsDialog(self.window).open()

    def about(self) -> None:
        """Say what Dateline is, and what it is made of."""
        from dateline.gui.dialogs.about import AboutDialog

        AboutDialog(self.window).open()
