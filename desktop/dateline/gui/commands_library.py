"""The Library menu."""

from collections.abc import Sequence

from .commands_base import CommandsBase


class LibraryCommands(CommandsBase):
    """Commands on articles and on the library as a whole."""

    def delete_articles(self, articles: Sequence[int]) -> None:
        """Put articles into the bin."""
        from dateline.library import edits

        self.do(edits.bin_(self.library.articles(list(articles))))

    def delete_article(self) -> None:
        """Put the article that is read into the bin."""
        if self.window.reader.article is not None:
            self.delete_articles([self.window.reader.article.id])
