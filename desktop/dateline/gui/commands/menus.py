"""What the menus do, gathered from one module for each menu, and where each command stands in them."""

from .actions import Menu
from .edit import EditCommands
from .file import FileCommands
from .libraries import LibrariesCommands
from .library import LibraryCommands
from .review import ReviewCommands
from .view import ViewCommands


class Commands(FileCommands, LibraryCommands, ViewCommands, ReviewCommands):
    """Every command of the menus."""


EVENT_MENU = (
    EditCommands.rename,
    EditCommands.confirm,
    EditCommands.reject,
    ReviewCommands.confirm_next,
    ReviewCommands.reject_next,
    ReviewCommands.as_found,
    EditCommands.merge,
    EditCommands.split,
    EditCommands.delete,
)
"""What a right click on an event offers."""

WORDS_MENU = (EditCommands.add_event, EditCommands.find_in_article, ViewCommands.publication_date)
"""What a right click in the article offers."""

ARTICLE_MENU = (
    LibraryCommands.edit_article,
    LibraryCommands.show_source,
    LibraryCommands.versions,
    ViewCommands.stand_out,
    LibraryCommands.analyse_again,
    LibraryCommands.delete_article,
)
"""What a right click in the list of articles offers."""

MENUS: tuple[Menu, ...] = (
    (
        "&File",
        (
            FileCommands.import_files,
            FileCommands.import_folder,
            FileCommands.paste,
            FileCommands.import_events,
            FileCommands.add_sample,
            None,
            LibrariesCommands.new_library,
            LibrariesCommands.open_library,
            LibrariesCommands.backups,
            None,
            FileCommands.export_image,
            FileCommands.export_data,
            FileCommands.copy_image,
            None,
            FileCommands.reports,
            FileCommands.quit,
        ),
    ),
    (
        "&Edit",
        (
            EditCommands.undo,
            EditCommands.redo,
            EditCommands.history,
            None,
            EditCommands.rename,
            EditCommands.confirm,
            EditCommands.reject,
            ReviewCommands.confirm_next,
            ReviewCommands.reject_next,
            ReviewCommands.as_found,
            EditCommands.delete,
            EditCommands.merge,
            EditCommands.split,
            EditCommands.add_event,
            None,
            EditCommands.find_in_article,
            EditCommands.search_events,
            EditCommands.clear_filter,
            None,
            EditCommands.preferences,
        ),
    ),
    (
        "&View",
        (
            ViewCommands.show_chronicle,
            ViewCommands.show_timeline,
            ViewCommands.show_table,
            None,
            ViewCommands.toggle_articles,
            ViewCommands.toggle_inspector,
            ViewCommands.toggle_shelf,
            None,
            ViewCommands.show_key_10,
            ViewCommands.show_key_25,
            ViewCommands.show_key_50,
            ViewCommands.show_main,
            ViewCommands.show_all,
            ViewCommands.as_of,
            ViewCommands.stand_out,
            None,
            ViewCommands.horizontal,
            ViewCommands.zoom_in,
            ViewCommands.zoom_out,
            ViewCommands.fit_all,
            ViewCommands.fit_selection,
            ViewCommands.show_day,
            ViewCommands.show_week,
            ViewCommands.show_month,
            ViewCommands.show_year,
            None,
            ViewCommands.larger_text,
            ViewCommands.smaller_text,
        ),
    ),
    (
        "&Go",
        (
            ViewCommands.next_event,
            ViewCommands.previous_event,
            ReviewCommands.next_unread,
            ViewCommands.next_unresolved,
            ViewCommands.publication_date,
            None,
            ViewCommands.go_to_date,
            None,
            ViewCommands.focus_articles,
            ViewCommands.focus_reader,
            ViewCommands.focus_timeline,
            ViewCommands.focus_inspector,
        ),
    ),
    (
        "&Library",
        (
            LibraryCommands.suggestions,
            LibraryCommands.offers,
            LibraryCommands.versions,
            LibraryCommands.edit_article,
            LibraryCommands.show_source,
            LibraryCommands.analyse_again,
            LibraryCommands.delete_article,
            None,
            LibraryCommands.bin,
        ),
    ),
    (
        "&Help",
        (
            ViewCommands.guide,
            ViewCommands.shortcuts,
            ViewCommands.about,
        ),
    ),
)
"""The menus, in order; None is a line between."""
