"""Which commands of the View menu are ticked: those of what is shown."""

from dateline.core.model import MAIN_WEIGHT
from dateline.gui.workspace.views import TABLE, TIMELINE
from dateline.gui.workspace.workspace import Workspace

from .actions import Command
from .panes import Panes
from .view import ViewCommands


def ticked(workspace: Workspace, panes: Panes) -> tuple[tuple[Command, bool], ...]:
    """Each command that can be ticked, and whether it is."""
    document = workspace.document
    return (
        (ViewCommands.show_chronicle, panes.views.view == TIMELINE and not panes.times.scaled),
        (ViewCommands.show_timeline, panes.views.view == TIMELINE and panes.times.scaled),
        (ViewCommands.show_key, document.filter.weight > MAIN_WEIGHT),
        (ViewCommands.show_main, document.filter.weight == MAIN_WEIGHT),
        (ViewCommands.show_all, not document.filter.weight),
        (ViewCommands.show_table, panes.views.view == TABLE),
        (ViewCommands.toggle_articles, not panes.left.isHidden()),
        (ViewCommands.toggle_inspector, panes.inspector_wanted),
        (ViewCommands.toggle_shelf, panes.shelf.is_open),
        (ViewCommands.toggle_passing, not document.filter.weight),
        (ViewCommands.horizontal, not panes.times.view.vertical),
    )
