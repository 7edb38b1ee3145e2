"""Where the reader left off: what is kept of panes and libraries on leaving, and put back on coming again."""

from contextlib import suppress

from dateline.core.filter import Filter
from dateline.gui.commands.panes import Panes
from dateline.gui.workspace.views import TABLE, TIMELINE
from dateline.gui.workspace.workspace import Workspace


def keep_panes(workspace: Workspace, panes: Panes) -> None:
    """Keep which panes show, and how."""
    session = workspace.session
    session.set(
        views=panes.views.split.sizes() if panes.views.inspector_shown else session.numbers("views"),
        articles=not panes.left.isHidden(),
        inspector=panes.inspector_wanted,
        table=panes.views.view == TABLE,
        horizontal=not panes.times.vertical,
        lanes=panes.times.by,
        scaled=panes.times.scaled,
    )


def restore_panes(workspace: Workspace, panes: Panes) -> None:
    """Show the panes as they were."""
    session = workspace.session
    sizes = session.numbers("views")
    if len(sizes) == panes.views.split.count():
        panes.views.split.setSizes(sizes)
    panes.left.setVisible(session.flag("articles", default=True))
    panes.inspector_wanted = session.flag("inspector", default=True)
    panes.times.set_vertical(vertical=not session.flag("horizontal"))
    panes.times.set_scaled(scaled=session.flag("scaled"))
    panes.times.set_lanes(session.text("lanes") or "none")
    panes.show_view(TABLE if session.flag("table") else TIMELINE)


def keep_library(workspace: Workspace, panes: Panes) -> None:
    """Keep the range, the filter and what is read and selected, for this library alone."""
    path, selection = workspace.document.library.path, workspace.selection
    if path is not None:
        workspace.session.set_library(
            path,
            range=panes.times.place(),
            filter=workspace.document.filter.to_json(),
            article=[selection.article] if selection.article is not None else [],
            events=list(selection.events[-100:]),
        )


def restore_library(workspace: Workspace, panes: Panes) -> None:
    """Show what was shown of this library, or else all of it."""
    document, selection = workspace.document, workspace.selection
    kept = workspace.session.of_library(document.library.path)
    if kept.text("filter"):
        with suppress(ValueError):
            document.set_filter(Filter.from_json(kept.text("filter")))
    bounds = kept.numbers("range")
    if len(bounds) == 2:
        panes.times.current.show_range(bounds[0], bounds[1])
    else:
        panes.times.fit_all()
    articles = kept.numbers("article")
    if articles and document.article(articles[0]) is not None:
        selection.read(articles[0])
    selection.select(event.id for event in document.events(kept.numbers("events")))
