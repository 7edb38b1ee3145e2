"""Analysing an article again, after its date, its language or our rules changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline import events
from dateline.app.analysis import analyse, article_name
from dateline.core import change
from dateline.core.change import Change
from dateline.core.model import Article, Confidence, Conventions, Event, Offer, TimeExpression
from dateline.library.corrections import carry


@dataclass(frozen=True, slots=True)
class Reanalysis:
    """The change that analysing an article again makes, and the reader's events that no longer fit the text."""

    change: Change
    unattached: tuple[Event, ...] = ()
    conflicts: tuple[tuple[Event, Event], ...] = ()


def reanalyse(
    old: Article,
    new: Article,
    expressions: Iterable[TimeExpression],
    told: Iterable[Event],
    conventions: Conventions,
    label: str = "",
    offers: Iterable[Offer] = (),
) -> Reanalysis:
    """Analyse an article again after its date, language or our rules changed; the reader's corrections stay.

    ``old`` and ``new`` are the article before and after; ``expressions``, ``told`` and ``offers`` are what the library
    holds. The change brings the new offers in place of the old ones (`Library.offers`).

    Raises:
        ModelMissing: where events are told of the article, which would all go without the language model.
    """
    before = {event.id: event for event in told}
    if before:
        events.load()
    fresh = analyse(new, conventions)
    carried = carry(tuple(before.values()), fresh.events, old.text, new.text)
    kept = {event.id: event for event in carried.events}
    rows = change.joined(
        label or f"Analysed {article_name(new)} again",
        (
            change.edited("", [(old, new)]),
            change.removed("", expressions),
            change.added("", fresh.expressions),
            change.removed("", [event for id_, event in before.items() if id_ not in kept]),
            change.edited("", [(before[id_], event) for id_, event in kept.items() if id_ in before]),
            change.added("", [event for id_, event in kept.items() if id_ not in before]),
            change.removed("", offers),
            change.added("", carried.offers()),
        ),
    )
    return Reanalysis(rows, tuple(carried.unattached), tuple(carried.conflicts))


def redate(
    article: Article,
    published: str | None,
    evidence: str,
    expressions: Iterable[TimeExpression],
    told: Iterable[Event],
    conventions: Conventions,
    offers: Iterable[Offer] = (),
) -> Reanalysis:
    """Give an article another publication date (None: unknown) and resolve everything in it anew."""
    confidence = Confidence.UNKNOWN if published is None else Confidence.CERTAIN
    new = replace(article, published=published, published_confidence=confidence, evidence=evidence)
    name = article_name(article)
    label = f"Dated {name} {published}" if published else f"Took the date of {name} away"
    return reanalyse(article, new, expressions, told, conventions, label, offers)
