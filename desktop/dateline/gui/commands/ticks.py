"""Which commands of the View menu are ticked: those of what is shown."""

from dateline.gui.workspace.amount import amount_of
from dateline.gui.workspace.views import TABLE, TIMELINE
from dateline.gui.workspace.workspace import Workspace

from .actions import Command
from .panes import Panes
from .view import ViewCommands


def ticked(workspace: Workspace, panes: Panes) -> tuple[tuple[Command, bool], ...]:
    """Each command that can be ticked, and whether it is."""
    amount = amount_of(workspace.document.filter)
    return (
        (ViewCommands.show_chronicle, panes.views.view == TIMELINE and not panes.times.scaled),
        (ViewCommands.show_timeline, panes.views.view == TIMELINE and panes.times.scaled),
        (ViewCommands.show_key_10, amount == "10"),
        (ViewCommands.show_key_25, amount == "25"),
        (ViewCommands.show_key_50, amount == "50"),
        (ViewCommands.show_main, amount == "main"),
        (ViewCommands.show_all, amount == "all"),
        (ViewCommands.as_of, panes.views.as_of is not None and not panes.views.as_of.isHidden()),
        (ViewCommands.show_table, panes.views.view == TABLE),
        (ViewCommands.toggle_articles, not panes.left.isHidden()),
        (ViewCommands.toggle_inspector, panes.inspector_wanted),
        (ViewCommands.toggle_shelf, panes.shelf.is_open),
        (ViewCommands.horizontal, not panes.times.vertical),
    )
