"""Small helpers for the tests of events: articles of a few sentences, read as the app reads them."""

from collections.abc import Callable

import pytest

from dateline import events, times
from dateline.core.model import Article, Event
from dateline.events.syntax import parser
from dateline.events.syntax.parser import Sentence

Reader = Callable[..., list[Event]]
Parse = Callable[[str], list[Sentence]]


@pytest.fixture(scope="session")
def tell() -> Reader:
    """The events of a text; skips where the language model is not installed."""
    if not events.available():
        pytest.skip("the English language model is not installed")

    def read(text: str, published: str | None = "2031-05-14", language: str = "en") -> list[Event]:
        article = Article(id=7, text=text, published=published, language=language)
        return events.find(article, times.find(text, published, language=language, article=7))

    return read


@pytest.fixture(scope="session")
def one(tell: Reader) -> Callable[..., Event]:
    """The event of a text whose trigger is the word given."""

    def read(word: str, text: str, published: str | None = "2031-05-14") -> Event:
        found = [event for event in tell(text, published) if event.text == word]
        assert found, f"no event at {word!r}: {[event.text for event in tell(text, published)]}"
        return found[0]

    return read


@pytest.fixture(scope="session")
def parse() -> Parse:
    """The sentences of a text; skips where the language model is not installed."""
    if not events.available():
        pytest.skip("the English language model is not installed")
    return lambda text: [
        sentence for _, found in parser.parse((0, piece) for piece in parser.pieces(text)) for sentence in found
    ]
