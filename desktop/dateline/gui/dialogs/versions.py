"""The versions of an article side by side: what was left out and what was added."""

import difflib
import html

from PySide6.QtWidgets import QTextBrowser

from dateline.core.model import Article
from dateline.gui.language.dates import published_words
from dateline.gui.language.i18n import tr
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.theme import colors
from dateline.gui.workspace.workspace import Workspace

from .base import Dialog


class VersionsDialog(Dialog):
    """Compares the article with one of its other versions."""

    def __init__(self, workspace: Workspace, article: Article) -> None:
        super().__init__(workspace.window, tr("Versions of the article"), (860, 600))
        self._article = article
        self._others = workspace.document.library.versions(article)
        self._which = w.choice(tr("Compare with"), [(i, _words(other)) for i, other in enumerate(self._others)])
        self._which.currentIndexChanged.connect(lambda _row: self._show())
        self._text = QTextBrowser()
        self._text.setAccessibleName(tr("Differences"))
        open_other = w.button(tr("Read this version"), lambda: self._read(workspace))
        body = w.column(w.row(w.label(tr("Compare with")), self._which), 8, self._text)
        if not self._others:
            body = w.column(
                w.Empty("versions", tr("No other version"), tr("No article here is nearly the same as this one."))
            )
        open_other.setEnabled(bool(self._others))
        self.lay_out(body, open_other, None, self.close_button())
        if self._others:
            self._show()

    def _read(self, workspace: Workspace) -> None:
        workspace.selection.read(self._others[self._which.currentData()].id)

    def _show(self) -> None:
        old, new = self._others[self._which.currentData()], self._article
        self._text.setHtml(differences(old.text, new.text))


def differences(old: str, new: str) -> str:
    """The newer text with what it left out struck through and what it added underlined, as HTML."""
    a, b = old.split(), new.split()
    c = colors()
    parts = []
    for kind, i, j, k, n in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        gone, came = html.escape(" ".join(a[i:j])), html.escape(" ".join(b[k:n]))
        if kind == "equal":
            parts.append(came)
        if kind in ("delete", "replace"):
            parts.append(f"<s style='color:{c.denied}'>{gone}</s>")
        if kind in ("insert", "replace"):
            parts.append(f"<u style='color:{c.planned}'>{came}</u>")
    return f"<p style='line-height:150%'>{' '.join(parts)}</p>"


def _words(article: Article) -> str:
    date = published_words(article.published) if article.published else tr("No date yet")
    return f"{article.title or tr('Untitled')} — {date}"
