"""The Library menu: articles, versions, suggestions and the bin."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.gui.language.i18n import tr, trn

from .actions import action
from .edit import EditCommands

if TYPE_CHECKING:
    from dateline.app.again import Reanalysis


class LibraryCommands(EditCommands):
    """Commands on articles and on the library as a whole."""

    @action("&Merge suggestions…", picture="merge", needs="all")
    def suggestions(self) -> None:
        """Show events that may be told more than once."""
        from dateline.gui.dialogs.suggestions import SuggestionsDialog

        SuggestionsDialog(self.workspace, self.merge_events).open()

    @action("&Corrections to compare…", picture="versions", needs="all")
    def offers(self) -> None:
        """Show where the last analysis differs from what the reader corrected."""
        from dateline.gui.dialogs.offers import OffersDialog

        OffersDialog(self.workspace).open()

    @action("&Versions of the article…", picture="versions", needs="article")
    def versions(self) -> None:
        """Compare the article with its other versions."""
        from dateline.gui.dialogs.versions import VersionsDialog

        if (article := self.panes.reader.article) is not None:
            VersionsDialog(self.workspace, article).open()

    @action("Article's &properties…", "Alt+Return", picture="article", needs="article")
    def edit_article(self) -> None:
        """Change the article's title, collections, tags and note."""
        from dateline.gui.dialogs.article import ArticleDialog

        if (article := self.panes.reader.article) is not None:
            ArticleDialog(self.workspace, article).open()

    @action("Show the source file", picture="folder", needs="article", hint="Open the folder that it was read from")
    def show_source(self) -> None:
        """Open the folder of the file that the article was read from."""
        from dateline.gui.widgets.files import show_folder

        article = self.panes.reader.article
        if article is None:
            return
        if not article.file:
            self.say(tr("This article was not read from a file."))
        elif not show_folder(Path(article.file)):
            self.warn(tr("“{name}” is no longer where it was read from.").format(name=article.file))

    @action("&Analyse the article again", picture="restore", needs="article")
    def analyse_again(self) -> None:
        """Find times and events in the article anew; the reader's corrections stay."""
        from dateline.gui.workspace import tasks

        article = self.panes.reader.article
        if article is None:
            return
        self.workspace.assistant.ask(
            tasks.reanalyse,
            article,
            article,
            self.library.expressions(article.id),
            self.library.events_of(article.id, all=True),
            self.workspace.preferences.conventions,
            "",
            [offer for _, offer in self.library.offers(article.id)],
            then=self.take_analysis,
            failed=self.warn,
        )

    def delete_articles(self, articles: Sequence[int]) -> None:
        """Put articles into the bin."""
        rows = self.library.articles(list(articles))
        self.bin_rows(rows)

    @action("&Delete the article", "Ctrl+Del", picture="trash", needs="article")
    def delete_article(self) -> None:
        """Put the articles chosen in the list, or the one that is read, into the bin."""
        chosen = self.panes.articles.chosen()
        reading = self.panes.reader.article
        if not chosen and reading is not None:
            chosen = [reading.id]
        if chosen:
            self.delete_articles(chosen)

    @action("&Bin…", picture="trash")
    def bin(self) -> None:
        """Show what is in the bin."""
        from dateline.gui.dialogs.bin import BinDialog

        BinDialog(self.workspace).open()

    # The publication date ---------------------------------------------------------------------------------------------

    def set_date(self, value: object, evidence: str) -> None:
        """Give the article that is read another publication date; everything in it is resolved anew."""
        from dateline.gui.workspace import tasks

        article = self.panes.reader.article
        if article is None:
            return
        self.workspace.assistant.ask(
            tasks.redate,
            article,
            value,
            evidence,
            self.library.expressions(article.id),
            self.library.events_of(article.id, all=True),
            self.workspace.preferences.conventions,
            [offer for _, offer in self.library.offers(article.id)],
            then=self.take_analysis,
            failed=self.warn,
        )

    def take_analysis(self, result: "Reanalysis") -> None:
        """Take over what analysing again found, and say where it differs from what the reader corrected."""
        n = len(result.unattached) + len(result.conflicts)
        if not self.do(result.change) or not n:
            return
        told = trn(
            "{n} correction of yours differs from what is found now; yours is kept.",
            "{n} corrections of yours differ from what is found now; yours are kept.",
            n,
        )
        self.workspace.notices.warn(told, tr("Compare"), self.offers)
