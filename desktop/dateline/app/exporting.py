"""What an export takes away of a library, for window and command line alike."""

from collections.abc import Iterable

from dateline.core.filter import Filter
from dateline.core.model import Article, Bundle, Event, Status
from dateline.library import Library


def shown(library: Library, wanted: Filter) -> Bundle:
    """What a filter shows; without a filter every article comes along, also one in which no event was found."""
    return bundle_of(library, library.events(wanted), every_article=not wanted)


def bundle_of(library: Library, events: Iterable[Event], *, every_article: bool = False) -> Bundle:
    """The events with all they refer to: every member of a merged group, and their articles whole.

    A member that lies in the bin, or that the reader rejected, is left out unless it is one of ``events``.
    """
    asked = {event.id: event for event in events}
    found = dict(asked)
    for merge in dict.fromkeys(event.merge for event in asked.values() if event.merge is not None):
        for member in library.merge_members(merge):
            if not member.binned and member.status is not Status.REJECTED:
                found.setdefault(member.id, member)
    told = {event.article for event in found.values() if event.article is not None}
    articles = tuple(sorted(library.articles() if every_article else library.articles(list(told)), key=_by_publication))
    merges = {event.merge for event in found.values()}
    return Bundle(
        articles,
        tuple(row for article in articles for row in library.expressions(article.id)),
        tuple(found.values()),
        tuple(row for row in library.merges() if row.id in merges),
        tuple(row for row in library.apart() if row.one in found and row.other in found),
    )


def title_of(bundle: Bundle, name: str = "") -> str:
    """What a timeline is called where nobody says: the headline of the only article that tells it, else ``name``."""
    telling = {event.article for event in bundle.events}
    titles = [article.title for article in bundle.articles if article.id in telling]
    return titles[0] or name if len(telling) == len(titles) == 1 else name


def _by_publication(article: Article) -> tuple[bool, str, int]:
    """As the library orders what happens at one time (`library.index.Index.told`)."""
    return article.published is None, article.published or "", article.fingerprint
