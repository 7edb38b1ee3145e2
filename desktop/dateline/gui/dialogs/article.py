"""An article's properties: title, collections, tags, note, and where it came from."""

from PySide6.QtWidgets import QPlainTextEdit

from dateline.core.change import Change, edited
from dateline.core.model import Article
from dateline.gui.language.dates import moment_words
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.workspace.workspace import Workspace
from dateline.library import edits

from .base import Dialog


class ArticleDialog(Dialog):
    """Edits what the reader may set of an article; the text stays as it was read."""

    def __init__(self, workspace: Workspace, article: Article) -> None:
        super().__init__(workspace.window, tr("Article's properties"), (560, 440))
        self._workspace, self._article = workspace, article
        self.title = w.field(tr("Title"))
        self.title.setText(article.title)
        self.collections = w.field(tr("Collections"), tr("Names, with ; between"))
        self.collections.setText("; ".join(article.collections))
        self.tags = w.field(tr("Tags"), tr("Names, with ; between"))
        self.tags.setText("; ".join(article.tags))
        self.note = QPlainTextEdit(article.note)
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        form = w.form()
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Collections"), self.collections)
        form.addRow(tr("Tags"), self.tags)
        form.addRow(tr("Note"), self.note)
        for words, value in (
            (tr("Authors"), ", ".join(article.authors)),
            (tr("Site"), article.site),
            (tr("Address"), article.url),
            (tr("File"), article.file),
            (tr("Added"), moment_words(article.added) if article.added else ""),
        ):
            if value:
                form.addRow(words, w.label(value, "muted", wrap=True, selectable=True))
        save = w.button(tr("Save"), self.save, kind="primary")
        save.setDefault(True)
        self.lay_out(w.column(form), None, w.button(tr("Cancel"), self.reject), save)

    def save(self) -> None:
        """Make one change of all that is different."""
        article, title = self._article, " ".join(self.title.text().split())
        steps: list[Change] = []

        def step(change: Change) -> None:
            nonlocal article
            if change:
                steps.append(change)
                after = change.rows[0].after
                article = after if isinstance(after, Article) else article

        if title and title != article.title:
            step(edits.retitle_article(article, title))
        wanted = _names(self.collections.text())
        for name in [name for name in article.collections if name not in wanted]:
            step(edits.uncollect([article], name))
        for name in wanted:
            step(edits.collect([article], name))
        wanted = _names(self.tags.text())
        for name in [name for name in article.tags if name not in wanted]:
            step(edits.untag([article], name))
        for name in wanted:
            step(edits.tag([article], name))
        if self.note.toPlainText() != article.note:
            step(edits.note(article, self.note.toPlainText()))
        if steps:
            label = steps[0].label if len(steps) == 1 else tr("Changed “{title}”").format(title=article.title)
            if not self._workspace.document.do(edited(label, [(self._article, article)])):
                return
        self.accept()


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(name for part in text.split(";") if (name := " ".join(part.split()))))
