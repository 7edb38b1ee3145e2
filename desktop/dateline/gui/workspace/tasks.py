"""What the window has done in worker processes. No Qt here: each takes and returns plain values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dateline.app.again import Reanalysis
    from dateline.app.importing import Outcome
    from dateline.core.model import Article, Conventions, Event, Offer, TimeExpression
    from dateline.events.merge.merging import Suggestion


@dataclass(frozen=True, slots=True)
class Call:
    """A module-level function and what to call it with."""

    function: Callable[..., object]
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call returned, or the sentence with which it refused."""

    value: object = None
    refusal: str = ""


def work(call: Call) -> Iterator[Answer]:
    """Run a call in a worker process."""
    from dateline.errors import DatelineError

    try:
        yield Answer(call.function(*call.arguments))
    except DatelineError as error:
        yield Answer(refusal=str(error))


def redate(
    article: "Article",
    published: str | None,
    evidence: str,
    expressions: "Iterable[TimeExpression]",
    told: "Iterable[Event]",
    conventions: "Conventions",
    offers: "Iterable[Offer]",
) -> "Reanalysis":
    """`dateline.app.again.redate`, imported where it runs."""
    from dateline.app import again

    return again.redate(article, published, evidence, expressions, told, conventions, offers)


def reanalyse(
    old: "Article",
    new: "Article",
    expressions: "Iterable[TimeExpression]",
    told: "Iterable[Event]",
    conventions: "Conventions",
    label: str,
    offers: "Iterable[Offer]",
) -> "Reanalysis":
    """`dateline.app.again.reanalyse`, imported where it runs."""
    from dateline.app import again

    return again.reanalyse(old, new, expressions, told, conventions, label, offers)


def warm_up() -> None:
    """Load grammar and language model, so that the next call is quick; nothing where the model is missing."""
    from dateline.app import analysis
    from dateline.errors import ModelMissing

    try:
        analysis.load()
    except ModelMissing:
        return


def read_pasted(text: str, html: str | None, conventions: "Conventions") -> "Outcome":
    """The clipboard's text as an `importing.Outcome`."""
    from dateline import readers
    from dateline.app import analysis, importing

    item = readers.read_clipboard(text, html)
    if isinstance(item, readers.Refusal):
        return importing.Outcome(item.file, "refused", item.reason)
    return importing.Outcome(item.file, "read", bundle=analysis.analyse(item, conventions))


def suggest_merges(
    events: "Iterable[Event]", articles: "Iterable[Article]", apart: "Collection[tuple[int, int]]"
) -> "list[Suggestion]":
    """`dateline.events.merge.merging.suggest`, imported where it runs."""
    from dateline.events.merge import merging

    return merging.suggest(events, articles, apart)
