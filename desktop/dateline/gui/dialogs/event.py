"""A new event, from a selection in the text or by hand."""

from dateline.core.bounds import Bounds
from dateline.core.model import Article, TimeExpression
from dateline.gui.article.chosen_words import time_of, title_of, when_of
from dateline.gui.details.when_field import WhenField
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.workspace import Workspace
from dateline.library import edits

from .base import Dialog


class EventDialog(Dialog):
    """What happened and when, in words; the article's text is quoted where some of it is selected."""

    def __init__(self, workspace: Workspace, article: Article | None, span: tuple[int, int] | None) -> None:
        super().__init__(workspace.window, tr("New event"), (600, 320))
        self._workspace, self._article, self._span = workspace, article, span
        self.title = w.field(tr("What happened"), tr("What happened"))
        self.when_field = WhenField()
        self.when = self.when_field.line
        self._expression: TimeExpression | None = None
        self._filled = ""
        self._show_when()
        form = w.form()
        if article is not None and span is not None:
            words = " ".join(article.text[slice(*span)].split())
            self.title.setText(title_of(words))
            form.addRow(tr("From the text"), w.label(f"“{words[:300]}”", "muted", wrap=True))
        form.addRow(tr("What"), self.title)
        form.addRow(tr("When"), self.when_field)
        add = w.button(tr("Add the event"), self.add, kind="primary")
        add.setDefault(True)
        self.lay_out(w.column(form, None), None, w.button(tr("Cancel"), self.reject), add)
        self.title.selectAll()

    def _show_when(self) -> None:
        """Fill in the time that the selected words hang on, with what it means."""
        article = self._article
        hint = tr("Leave it empty for an event without a date.")
        self.when_field.show_words("", hint, article)
        if article is None or self._span is None:
            return
        found = time_of(article.text, self._span, self._workspace.document.library.expressions(article.id))
        if found is not None:
            self._expression = found
            self._filled = when_of(found, article)
            self.when.setText(self._filled)
            self.when_field.look()

    def add(self) -> None:
        """Add the event, or say what is wrong with it."""
        title = self.title.text().strip()
        if not title:
            self.complain(tr("Say in a few words what happened."))
            self.title.setFocus()
            return
        bounds = self.when_field.look()
        if not isinstance(bounds, Bounds):
            self.when.setFocus()
            return
        if self._article is not None and self._span is not None:
            hangs_on = self._expression if self.when.text() == self._filled else None
            change = edits.add_from_selection(self._article, *self._span, bounds, title=title, expression=hangs_on)
        else:
            change = edits.add_by_hand(title, bounds)
        if self._workspace.document.do(change):
            self._workspace.selection.select([change.rows[0].id])
            self.accept()
