"""The View, Go and Help menus: what is shown, never what is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dateline.errors import UsageError
from dateline.gui.language.i18n import tr
from dateline.gui.language.phrases import read_bounds
from dateline.gui.language.told import told_error
from dateline.gui.workspace.amount import with_amount
from dateline.gui.workspace.views import TABLE, TIMELINE

from .actions import action
from .base import CommandsBase

ZOOM = 1.5


class ViewCommands(CommandsBase):
    """Commands of the View, Go and Help menus."""

    # View -------------------------------------------------------------------------------------------------------------

    @action("Chronicle", "Ctrl+1", picture="chronicle", checkable=True)
    def show_chronicle(self) -> None:
        """Show the events under headings of time."""
        self.panes.times.set_scaled(scaled=False)
        self.panes.show_view(TIMELINE)

    @action("To scale", "Ctrl+3", picture="timeline", checkable=True)
    def show_timeline(self) -> None:
        """Show the events on an axis to scale."""
        self.panes.times.set_scaled(scaled=True)
        self.panes.show_view(TIMELINE)

    @action("Ta&ble", "Ctrl+2", picture="table", checkable=True)
    def show_table(self) -> None:
        """Show the events as a table."""
        self.panes.show_view(TABLE)

    @action("&Articles", "F9", picture="panel-left", checkable=True)
    def toggle_articles(self) -> None:
        """Show or hide the list of articles."""
        self.panes.left.setVisible(self.panes.left.isHidden())
        self.panes.check_actions()

    @action("&Details", "Ctrl+I", picture="panel-bottom", checkable=True)
    def toggle_inspector(self) -> None:
        """Show or hide the details."""
        self.panes.want_inspector(wanted=self.panes.inspector.isHidden())

    @action("&Undated events", "Ctrl+U", picture="shelf", checkable=True)
    def toggle_shelf(self) -> None:
        """Open or close the shelf of undated events."""
        self.panes.shelf.toggle()

    @action("10 key events", "Ctrl+Shift+1", checkable=True)
    def show_key_10(self) -> None:
        """Show the ten events that mattered most."""
        self._show("10")

    @action("25 key events", "Ctrl+Shift+2", checkable=True)
    def show_key_25(self) -> None:
        """Show the 25 events that mattered most."""
        self._show("25")

    @action("50 key events", "Ctrl+Shift+3", checkable=True)
    def show_key_50(self) -> None:
        """Show the 50 events that mattered most."""
        self._show("50")

    @action("Main events", "Ctrl+Shift+4", checkable=True)
    def show_main(self) -> None:
        """Show what articles tell outright."""
        self._show("main")

    @action("All events", "Ctrl+Shift+5", checkable=True)
    def show_all(self) -> None:
        """Show what is mentioned in passing too."""
        self._show("all")

    def _show(self, amount: str) -> None:
        document = self.workspace.document
        document.set_filter(with_amount(document.filter, amount))
        self.panes.check_actions()

    @action(
        "As of a day", "Ctrl+Shift+F", picture="clock", checkable=True, needs="all", hint="Show what was known on a day"
    )
    def as_of(self) -> None:
        """Show the slider over the days on which articles were published, or hide it again."""
        views = self.panes.views
        if views.as_of is None:
            from dateline.gui.timeline.as_of import AsOfBar

            bar = AsOfBar(self.workspace.document)
            bar.moved_wanted.connect(self._show_moved)
            views.put_as_of(bar)
            bar.show_bar(shown=True)
        else:
            views.as_of.show_bar(shown=views.as_of.isHidden())
        self.panes.check_actions()

    def _show_moved(self) -> None:
        from dateline.gui.dialogs.moved import MovedDialog

        MovedDialog(self.workspace).open()

    @action("Only this article", "Ctrl+J", needs="article", hint="Let the article's events stand out")
    def stand_out(self) -> None:
        """Let the events of the article that is read stand out, or all alike again."""
        self.panes.times.stand_out(self.workspace.selection.article)

    @action("&Horizontal timeline", "Ctrl+Shift+H", picture="timeline-horizontal", checkable=True)
    def horizontal(self) -> None:
        """Let time run to the right, or down again."""
        self.panes.times.set_vertical(vertical=not self.panes.times.vertical)
        self.panes.check_actions()

    @action("Zoom &in", "Ctrl++", "Ctrl+=", picture="zoom-in", needs="all")
    def zoom_in(self) -> None:
        """Show less time, larger."""
        self.panes.times.current.zoom(ZOOM)

    @action("Zoom &out", "Ctrl+-", picture="zoom-out", needs="all")
    def zoom_out(self) -> None:
        """Show more time, smaller."""
        self.panes.times.current.zoom(1 / ZOOM)

    @action("&Fit everything", "Ctrl+0", picture="fit", needs="all")
    def fit_all(self) -> None:
        """Show all events."""
        self.panes.times.current.fit_all()

    @action("Fit the &selection", "Ctrl+Alt+0", needs="event")
    def fit_selection(self) -> None:
        """Show the selected events as large as they can be."""
        self.panes.times.current.fit_selection()

    @action("Show one da&y", needs="all")
    def show_day(self) -> None:
        """Show the day in the middle of what is shown."""
        self.panes.times.current.preset("day")

    @action("Show one &week", needs="all")
    def show_week(self) -> None:
        """Show the week in the middle."""
        self.panes.times.current.preset("week")

    @action("Show one mo&nth", needs="all")
    def show_month(self) -> None:
        """Show the month in the middle."""
        self.panes.times.current.preset("month")

    @action("Show one yea&r", needs="all")
    def show_year(self) -> None:
        """Show the year in the middle."""
        self.panes.times.current.preset("year")

    @action("&Larger text", "Ctrl+Alt++")
    def larger_text(self) -> None:
        """Set the article larger."""
        self._resize_text(1)

    @action("S&maller text", "Ctrl+Alt+-")
    def smaller_text(self) -> None:
        """Set the article smaller."""
        self._resize_text(-1)

    def _resize_text(self, by: int) -> None:
        size = min(max(self.workspace.settings["text_size"] + by, 8), 40)
        self.workspace.set("text_size", size)

    # Go ---------------------------------------------------------------------------------------------------------------

    @action("&Next event in the article", "Alt+Down", picture="next", needs="article")
    def next_event(self) -> None:
        """Select the next event of the article."""
        self.panes.reader.step(1)

    @action("&Previous event in the article", "Alt+Up", picture="previous", needs="article")
    def previous_event(self) -> None:
        """Select the event before in the article."""
        self.panes.reader.step(-1)

    @action("Next &unresolved expression", "Alt+U", picture="unresolved", needs="article")
    def next_unresolved(self) -> None:
        """Go to the next expression that waits for a date."""
        if not self.panes.reader.next_unresolved():
            self.say(tr("Every expression in this article has its date."))

    @action("Publication &date", "Ctrl+D", picture="calendar", needs="article")
    def publication_date(self) -> None:
        """Change the article's publication date."""
        self.panes.reader.date_bar.edit()

    @action("&Go to date…", "Ctrl+G", picture="today", needs="all")
    def go_to_date(self) -> None:
        """Ask for a date, and show it on the timeline."""
        from PySide6.QtWidgets import QInputDialog

        text, ok = QInputDialog.getText(self.workspace.window, tr("Go to date"), tr("Date, for example March 2025:"))
        if not ok or not text.strip():
            return
        try:
            bounds = read_bounds(text)
        except UsageError as error:
            self.warn(told_error(error))
            return
        at = bounds.latest if bounds.earliest is None else bounds.earliest
        if at is not None:
            self.panes.show_view(TIMELINE)
            self.panes.times.current.go_to(at)

    @action("To the &articles", "Ctrl+Alt+1")
    def focus_articles(self) -> None:
        """Put the keyboard into the list of articles."""
        self.panes.left.show()
        self.panes.articles.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @action("To the a&rticle", "Ctrl+Alt+2")
    def focus_reader(self) -> None:
        """Put the keyboard into the article."""
        self.panes.reader.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @action("To the &timeline", "Ctrl+Alt+3")
    def focus_timeline(self) -> None:
        """Put the keyboard into the timeline or the table."""
        view = self.panes.times.current if self.panes.views.view == TIMELINE else self.panes.table
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @action("To the d&etails", "Ctrl+Alt+4")
    def focus_inspector(self) -> None:
        """Put the keyboard into the details."""
        self.panes.want_inspector(wanted=True)
        self.panes.inspector.edit_title()

    # Help -------------------------------------------------------------------------------------------------------------

    @action("User &guide", "F1", picture="help")
    def guide(self) -> None:
        """Show the user guide."""
        from dateline.gui.dialogs.about import GuideDialog

        GuideDialog(self.workspace, self._place_in_guide()).open()

    def _place_in_guide(self) -> str:
        """The heading of the guide that tells of where the keyboard is."""
        focus = QApplication.focusWidget()
        for pane, heading in (
            (self.panes.filter_bar, "Finding and filtering"),
            (self.panes.times, "Reading the timeline"),
            (self.panes.views, "Correcting what was found"),
            (self.panes.reader.date_bar, "The publication date"),
        ):
            if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
                return heading
        return ""

    @action("&Keyboard shortcuts", "Ctrl+?")
    def shortcuts(self) -> None:
        """Show every shortcut."""
        from dateline.gui.dialogs.about import ShortcutsDialog

        ShortcutsDialog(self.workspace, self.panes.actions_.sheet()).open()

    @action("&About Dateline", picture="info")
    def about(self) -> None:
        """Say what Dateline is, and what it is made of."""
        from dateline.gui.dialogs.about import AboutDialog

        AboutDialog(self.workspace).open()
