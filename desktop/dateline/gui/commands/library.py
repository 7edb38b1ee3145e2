"""The Library menu: articles, versions, suggestions and the bin."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from dateline.core.model import Article, Event
from dateline.errors import LibraryError
from dateline.gui.language.i18n import tr, trn
from dateline.gui.workspace import tasks
from dateline.gui.workspace.checking import LibraryCheck
from dateline.library import Library, backups, edits

from .base import CommandsBase


class LibraryCommands(CommandsBase):
    """Commands on articles and on the library as a whole."""

    def suggestions(self) -> None:
        """Show events that may be told more than once."""
        from dateline.gui.dialogs.suggestions import SuggestionsDialog

        SuggestionsDialog(self.window).open()

    def offers(self) -> None:
        """Show where the last analysis differs from what the reader corrected."""
        from dateline.gui.dialogs.offers import OffersDialog

        OffersDialog(self.window).open()

    @cached_property
    def checking(self) -> LibraryCheck:
        """Looks through a large library while it is open."""
        made = LibraryCheck(self._found_damage, self.window)
        self.window.closing.connect(made.stop)
        return made

    def look_after_library(self) -> None:
        """Say what is wrong with the library that was opened; a large one is looked through meanwhile."""
        self.tell_damage()
        self.checking.start(self.library)

    def _found_damage(self, library: Library, problem: str) -> None:
        if library is self.library and library.path is not None:
            library.damage = tr("“{name}” is damaged: {problem}.").format(name=library.path.name, problem=problem)
            self.tell_damage()

    def tell_damage(self) -> None:
        """Say what is damaged, and offer the newest sound backup, or else to open the library for reading only."""
        path, damage, notice = self.library.path, self.library.damage, self.window.notice
        if not damage or path is None:
            return
        backup = backups.newest_good(path)
        if backup is not None:
            notice.warn(damage, tr("Go back to the backup"), lambda: self._restore(backup))
        elif self.library.read_only:
            notice.warn(damage)
        else:
            notice.warn(damage, tr("Open for reading only"), lambda: self._open_for_reading(path))

    def _open_for_reading(self, path: Path) -> None:
        try:
            self.window.show_library(Library.open(path, read_only=True))
        except LibraryError as error:
            self.warn(str(error))

    def _restore(self, backup: Path) -> None:
        problem = self.window.commands.restore_backup(backup)
        if problem:
            self.warn(problem)

    def versions(self) -> None:
        """Compare the article with its other versions."""
        from dateline.gui.dialogs.versions import VersionsDialog

        if (article := self.window.reader.article) is not None:
            VersionsDialog(self.window, article).open()

    def edit_article(self) -> None:
        """Change the article's title, collections, tags and note."""
        from dateline.gui.dialogs.article import ArticleDialog

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
            self.window.notice.tell_undoable(told, self.window.document.stack.undo)

    def bin(self) -> None:
        """Show what is in the bin."""
        from dateline.gui.dialogs.bin import BinDialog

        BinDialog(self.window).open()
