"""Where analysing an article again differs from what the reader corrected: both shown, and either taken."""

from typing import cast

from dateline.core.model import Event, Offer
from dateline.gui.language.dates import when
from dateline.gui.language.i18n import tr
from dateline.gui.language.words import CERTAINTY
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.workspace import Workspace
from dateline.library import edits

from .base import Dialog, Table

Pair = tuple[Event, Offer]


class OffersDialog(Dialog):
    """Lists the corrections that a new analysis does not agree with; nothing is lost until the reader chooses."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Corrections to compare"), (900, 520))
        self._workspace, self._document = workspace, workspace.document
        self.state = w.label("", "muted", wrap=True)
        self.table = Table(tr("Corrections"), [tr("As you have it"), tr("As it is found now")], 0)
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(header.ResizeMode.Stretch)
        self.table.when_chosen(self._show)
        self._keep = w.button(tr("Keep mine"), self.keep, kind="primary")
        self._take = w.button(tr("Take the new one"), self.take)
        body = w.column(self.state, 8, self.table, None)
        body.setStretch(2, 1000)
        self.lay_out(body, self._keep, self._take, None, self.close_button())
        self._document.changed.connect(self._fill)
        self._fill()

    def keep(self) -> None:
        """Leave the chosen events as the reader has them."""
        self._document.do(edits.keep_corrections(self._chosen()))

    def take(self) -> None:
        """Have the chosen events as the new analysis has them."""
        self._document.do(edits.take_offers(self._chosen()))

    def _chosen(self) -> list[Pair]:
        return cast("list[Pair]", self.table.chosen())

    def _fill(self, _change: object = None) -> None:
        pairs = self._document.library.offers()
        self.table.fill([(pair, described(*pair)) for pair in pairs])
        some = tr("Your corrections were kept. Where the new analysis says something else, choose which to have.")
        none = tr("No correction differs from what the last analysis found.")
        self.state.setText(some if pairs else none)
        self.table.setVisible(bool(pairs))
        for button in (self._keep, self._take):
            button.setEnabled(bool(pairs) and not self._document.library.read_only)

    def _show(self) -> None:
        self._workspace.selection.select([event.id for event, _ in self._chosen()])


def described(event: Event, offer: Offer) -> tuple[str, str]:
    """The event as it is and as it would be, in words that tell them apart."""
    new = edits.offered(event, offer)
    if new is None:
        return _words(event), tr("Not found in the text any more: it goes to the bin.")
    return _words(event), _words(new)


def _words(event: Event) -> str:
    return " · ".join((event.title, when(event), tr(CERTAINTY[event.certainty])))
