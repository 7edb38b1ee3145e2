"""The Library menu: articles, versions, suggestions and the bin."""

from collections.abc import Sequence
from pathlib import Path

from dateline.core.model import Article, Event
from dateline.library import backups, edits

from . import tasks
from .commands_base import CommandsBase
from .i18n import tr, trn


class LibraryCommands(CommandsBase):
    """Commands on articles and on the library as a whole."""

    def suggestions(self) -> None:
        """Show events that may be told more than once."""
        from .dialogs.suggestions import SuggestionsDialog

        SuggestionsDialog(self.window).open()

    def offers(self) -> None:
        """Show where the last analysis differs from what the reader corrected."""
        from .dialogs.offers import OffersDialog

        OffersDialog(self.window).open()

    def tell_damage(self) -> None:
        """Say what was lost where a damaged library is open for reading, and offer the newest sound backup."""
        library = self.library
        if not library.damage or library.path is None:
            return
        backup = backups.newest_good(library.path)
        if backup is None:
            self.warn(library.damage)
            return
        self.window.notice.warn(library.damage, tr("Go back to the backup"), lambda: self._restore(backup))

    def _restore(self, backup: Path) -> None:
        problem = self.window.commands.restore_backup(backup)
        if problem:
            self.warn(problem)

    def versions(self) -> None:
        """Compare the article with its other versions."""
        from .dialogs.versions import VersionsDialog

        if (article := self.window.reader.article) is not None:
            VersionsDialog(self.window, article).open()

    def edit_article(self) -> None:
        """Change the article's title, collections, tags and note."""
        from .dialogs.article import ArticleDialog

        if (article := self.window.reader.article) is not None:
            ArticleDialog(self.window, article).open()

    def analyse_again(self) -> None:
        """Find times and events in the article anew; the reader's corrections stay."""
        article = self.window.reader.article
        if article is None:
            return
        self.window.assistant.ask(
            tasks.reanalyse,
            article,
            article,
            self.library.expressions(article.id),
            self.library.events_of(article.id, all=True),
            self.window.conventions(),
            "",
            [offer for _, offer in self.library.offers(article.id)],
            then=self.window.commands.take_analysis,
            failed=self.warn,
        )

    def delete_articles(self, articles: Sequence[int]) -> None:
        """Put articles into the bin."""
        rows = self.library.articles(list(articles))
        self.bin_rows(rows)

    def delete_article(self) -> None:
        """Put the articles chosen in the list, or the one that is read, into the bin."""
        chosen = self.window.articles.chosen()
        reading = self.window.reader.article
        if not chosen and reading is not None:
            chosen = [reading.id]
        if chosen:
            self.delete_articles(chosen)

    def bin_rows(self, rows: Sequence[Article | Event]) -> None:
        """Put articles or events into the bin, with a way back in sight."""
        if rows and self.do(edits.bin_(rows)):
            if self.window.reader.article is None:
                self.window.selection.read(None)
            told = trn("{n} thing put into the bin.", "{n} things put into the bin.", len(rows))
            self.window.notice.tell(told, tr("Undo"), self.window.document.stack.undo)

    def bin(self) -> None:
        """Show what is in the bin."""
        from .dialogs.bin import BinDialog

        BinDialog(self.window).open()
