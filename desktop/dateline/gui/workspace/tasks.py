"""What the window has done in worker processes. No Qt here: each takes and returns plain values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """A module-level function and what to call it with."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call returned, or the sentence with which it refused."""

    value: Any = None
    refusal: str = ""


def work(call: Call) -> Iterator[Answer]:
    """Run a call in a worker process."""
    from dateline.errors import DatelineError

    try:
        yield Answer(call.function(*call.arguments))
    except DatelineError as error:
        yield Answer(refusal=str(error))


def redate(*arguments: Any) -> Any:
    """`dateline.analysis.redate`, imported where it runs."""
    from dateline import analysis

    return analysis.redate(*arguments)


def reanalyse(*arguments: Any) -> Any:
    """`dateline.analysis.reanalyse`, imported where it runs."""
    from dateline import analysis

    return analysis.reanalyse(*arguments)


def warm_up() -> None:
    """Load grammar and language model, so that the next call is quick; nothing where the model is missing."""
    from dateline import analysis
    from dateline.errors import ModelMissing

    try:
        analysis.load()
    except ModelMissing:
        return


def read_pasted(text: str, html: str | None, conventions: Any) -> Any:
    """The clipboard's text as an `analysis.Outcome`."""
    from dateline import analysis, readers

    item = readers.read_clipboard(text, html)
    if isinstance(item, readers.Refusal):
        return analysis.Outcome(item.file, "refused", item.reason)
    return analysis.Outcome(item.file, "read", bundle=analysis.analyse(item, conventions))


def suggest_merges(events: Any, articles: Any) -> Any:
    """`dateline.events.merging.suggest`, imported where it runs."""
    from dateline.events import merging

    return merging.suggest(events, articles)
