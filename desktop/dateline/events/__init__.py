"""Events: who did what, when, on whose word, how surely."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import tee

from dateline.core.model import Article, Event, TimeExpression
from dateline.events import unparsed
from dateline.events.pipeline import Teller
from dateline.events.syntax import parser


def available() -> bool:
    """Whether the language model is installed; cheap, and loads nothing."""
    return parser.installed() is not None


def load() -> None:
    """Load the language model now rather than at the first article; raises ModelMissing."""
    parser.model()


def find(article: Article, times: Sequence[TimeExpression]) -> list[Event]:
    """The events that an article tells of, in order of words; raises ModelMissing."""
    return next(find_all([(article, times)]))


def find_all(pairs: Iterable[tuple[Article, Sequence[TimeExpression]]]) -> Iterator[list[Event]]:
    """The events of each article, in order; parses several articles at once. Raises ModelMissing."""
    ours, theirs = tee(pairs)
    wanted = ((index, piece) for index, (article, _) in enumerate(theirs) if _parsed(article)
              for piece in parser.pieces(article.text))  # fmt: skip
    parses = parser.parse(wanted)
    waiting = next(parses, None)
    for index, (article, times) in enumerate(ours):
        if not _parsed(article):
            yield unparsed.find(article, times)
            continue
        teller = Teller(article, times)
        events: list[Event] = []
        while waiting is not None and waiting[0] == index:
            for sentence in waiting[1]:
                events += teller.tell(sentence)
            waiting = next(parses, None)
        yield teller.settle(events)


def _parsed(article: Article) -> bool:
    return article.language.lower().split("-")[0] in ("", "en")
