"""Every action of the window in one table: menus, tool buttons, shortcuts and the shortcut sheet are made from it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from dateline.gui.language.i18n import tr
from dateline.gui.widgets.icons import icon


class Spec(NamedTuple):
    """One action. ``run`` names a method of the window's commands; ``needs`` what must be there for it.

    ``needs``: "" always, "article" one that is read, "event" one or more selected, "events" two or more, "all" any
    event at all, "write" a library that can be written.
    """

    run: str
    text: str
    keys: str = ""
    picture: str = ""
    needs: str = ""
    checkable: bool = False
    hint: str = ""


MENUS: tuple[tuple[str, tuple[Spec | None, ...]], ...] = (
    (
        "&File",
        (
            Spec("import_files", "&Add articles…", "Ctrl+O", "import", "write", hint="Read files into the library"),
            Spec("import_folder", "Add a &folder…", "Ctrl+Shift+O", "folder", "write"),
            Spec("paste", "&Paste an article", "Ctrl+Shift+V", "paste", "write"),
            Spec("import_events", "Add &events from a file…", "", "event", "write"),
            Spec("add_sample", "Add the &sample stories", "", "sample", "write"),
            None,
            Spec("new_library", "&New library…", "Ctrl+Shift+N", "database"),
            Spec("open_library", "Open &library…", "Ctrl+L", "library"),
            Spec("backups", "&Backups…", "", "restore"),
            None,
            Spec("export_image", "Export &image…", "Ctrl+E", "image", "all"),
            Spec("export_data", "Export &data…", "Ctrl+Shift+E", "export", "all"),
            Spec("copy_image", "&Copy the timeline as an image", "Ctrl+Alt+C", "copy", "all"),
            None,
            Spec("reports", "Import &reports…", "", "note"),
            Spec("quit", "&Quit", "Ctrl+Q", "quit"),
        ),
    ),
    (
        "&Edit",
        (
            Spec("undo", "&Undo", "Ctrl+Z", "undo"),
            Spec("redo", "&Redo", "Ctrl+Y", "redo"),
            Spec("history", "&History…", "Ctrl+H", "history"),
            None,
            Spec("rename", "Re&name the event", "F2", "edit", "event"),
            Spec("confirm", "&Confirm", "Ctrl+Return", "confirm", "event"),
            Spec("reject", "Re&ject", "Ctrl+Backspace", "reject", "event"),
            Spec("delete", "&Delete", "Del", "trash", "event"),
            Spec("merge", "&Merge into one event", "Ctrl+M", "merge", "events"),
            Spec("split", "&Split the merged event", "Ctrl+Shift+M", "split", "event"),
            Spec("add_event", "Ne&w event…", "Ctrl+N", "plus", "write"),
            None,
            Spec("find_in_article", "&Find in the article", "Ctrl+F", "search", "article"),
            Spec("search_events", "Search all &events", "Ctrl+K", "filter"),
            Spec("clear_filter", "C&lear the filter", "Ctrl+Shift+K", "clear"),
            None,
            Spec("preferences", "&Preferences…", "Ctrl+,", "settings"),
        ),
    ),
    (
        "&View",
        (
            Spec("show_timeline", "&Timeline", "Ctrl+1", "timeline", checkable=True),
            Spec("show_table", "Ta&ble", "Ctrl+2", "table", checkable=True),
            None,
            Spec("toggle_articles", "&Articles", "F9", "panel-left", checkable=True),
            Spec("toggle_inspector", "&Details", "Ctrl+I", "panel-bottom", checkable=True),
            Spec("toggle_shelf", "&Undated events", "Ctrl+U", "shelf", checkable=True),
            Spec(
                "toggle_passing",
                "Mentioned in &passing",
                "Ctrl+Shift+P",
                checkable=True,
                hint="Show what is mentioned in passing",
            ),
            None,
            Spec("horizontal", "&Horizontal timeline", "Ctrl+Shift+H", "timeline-horizontal", checkable=True),
            Spec("zoom_in", "Zoom &in", "Ctrl++", "zoom-in", "all"),
            Spec("zoom_out", "Zoom &out", "Ctrl+-", "zoom-out", "all"),
            Spec("fit_all", "&Fit everything", "Ctrl+0", "fit", "all"),
            Spec("fit_selection", "Fit the &selection", "Ctrl+Alt+0", "", "event"),
            Spec("show_day", "Show one da&y", needs="all"),
            Spec("show_week", "Show one &week", needs="all"),
            Spec("show_month", "Show one m&onth", needs="all"),
            Spec("show_year", "Show one yea&r", needs="all"),
            None,
            Spec("larger_text", "&Larger text", "Ctrl+Alt++"),
            Spec("smaller_text", "S&maller text", "Ctrl+Alt+-"),
        ),
    ),
    (
        "&Go",
        (
            Spec("next_event", "&Next event in the article", "Alt+Down", "next", "article"),
            Spec("previous_event", "&Previous event in the article", "Alt+Up", "previous", "article"),
            Spec("next_unresolved", "Next &unresolved expression", "Alt+U", "unresolved", "article"),
            Spec("publication_date", "Publication &date", "Ctrl+D", "calendar", "article"),
            None,
            Spec("go_to_date", "&Go to date…", "Ctrl+G", "today", "all"),
            None,
            Spec("focus_articles", "To the &articles", "Ctrl+Alt+1"),
            Spec("focus_reader", "To the a&rticle", "Ctrl+Alt+2"),
            Spec("focus_timeline", "To the &timeline", "Ctrl+Alt+3"),
            Spec("focus_inspector", "To the d&etails", "Ctrl+Alt+4"),
        ),
    ),
    (
        "&Library",
        (
            Spec("suggestions", "&Merge suggestions…", "", "merge", "all"),
            Spec("offers", "&Corrections to compare…", "", "versions", "all"),
            Spec("versions", "&Versions of the article…", "", "versions", "article"),
            Spec("edit_article", "Article's &properties…", "Alt+Return", "article", "article"),
            Spec("analyse_again", "&Analyse the article again", "", "restore", "article"),
            Spec("delete_article", "&Delete the article", "Ctrl+Del", "trash", "article"),
            None,
            Spec("bin", "&Bin…", "", "trash"),
        ),
    ),
    (
        "&Help",
        (
            Spec("guide", "User &guide", "F1", "help"),
            Spec("shortcuts", "&Keyboard shortcuts", "Ctrl+?", ""),
            Spec("about", "&About Dateline", "", "info"),
        ),
    ),
)
"""The menus, in order; None is a line between."""


def specs() -> list[Spec]:
    """Every action."""
    return [spec for _, entries in MENUS for spec in entries if spec is not None]


class Actions:
    """The window's actions by name; ``run`` gets the command of one that is triggered."""

    def __init__(self, window: QMainWindow, run: Callable[[str], object]) -> None:
        self._run = run
        self._made: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        for title, entries in MENUS:
            menu = QMenu(tr(title), window)
            window.menuBar().addMenu(menu)
            for spec in entries:
                if spec is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._make(window, spec))

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def enable(self, **there: bool) -> None:
        """Enable the actions whose needs are there; a need that is not named counts as there."""
        for name, needs in self._needs.items():
            if needs:
                self._made[name].setEnabled(there.get(needs, True))

    def _make(self, window: QMainWindow, spec: Spec) -> QAction:
        action = QAction(tr(spec.text), window)
        action.setObjectName(spec.run)
        if spec.picture:
            action.setIcon(icon(spec.picture))
        if spec.keys:
            keys = [QKeySequence(spec.keys)]
            if spec.run == "redo":
                keys.append(QKeySequence("Ctrl+Shift+Z"))
            if spec.run == "zoom_in":
                keys.append(QKeySequence("Ctrl+="))
            action.setShortcuts(keys)
        words = plain(tr(spec.hint or spec.text))
        action.setToolTip(f"{words} ({action.shortcut().toString(_NATIVE)})" if spec.keys else words)
        if spec.hint:
            action.setStatusTip(tr(spec.hint))
        if spec.checkable:
            action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self._run(spec.run))
        self._made[spec.run], self._needs[spec.run] = action, spec.needs
        return action


_NATIVE = QKeySequence.SequenceFormat.NativeText


def plain(text: str) -> str:
    """An action's words without the mark of its key and without dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def sheet() -> list[tuple[str, list[tuple[str, str]]]]:
    """The shortcut sheet: for each menu, words and keys."""
    return [
        (
            plain(tr(title)),
            [
                (plain(tr(spec.text)), QKeySequence(spec.keys).toString(_NATIVE))
                for spec in entries
                if spec is not None and spec.keys
            ],
        )
        for title, entries in MENUS
    ]
