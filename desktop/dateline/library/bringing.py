"""What of a bundle that was exported a library does not hold yet."""

from dateline.core.model import Bundle
from dateline.library.reading import Reader


def not_here(bundle: Bundle, library: Reader) -> Bundle:
    """The rows to add; an article that is here, by its id or its text, keeps what the library knows of it.

    With it stay away the expressions and events that the bundle has of it; merges come only for events that do.
    """
    articles = [a for a in bundle.articles if library.article(a.id) is None and library.find_digest(a.digest) is None]
    new = {article.id for article in articles}
    here = {event.id for event in library.events_by_id([event.id for event in bundle.events])}
    told = [e for e in bundle.events if e.id not in here and (e.article is None or e.article in new)]
    needed = {event.merge for event in told}
    merges = [merge for merge in bundle.merges if merge.id in needed and library.merge(merge.id) is None]
    expressions = [expression for expression in bundle.expressions if expression.article in new]
    return Bundle(tuple(articles), tuple(expressions), tuple(told), tuple(merges))
