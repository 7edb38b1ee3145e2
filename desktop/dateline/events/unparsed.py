"""A simple fallback for languages without a parser: a sentence with a time tells an event."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.core.model import Article, Event, TimeExpression, new_id
from dateline.events.syntax import spacy_alone
from dateline.events.syntax.clauses import Tense
from dateline.events.syntax.parser import pieces
from dateline.events.when import bounds

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 110
CONFIDENCE = 0.35


def find(article: Article, times: Sequence[TimeExpression]) -> list[Event]:
    """One event for each placed time of a sentence that has more words than the time itself."""
    events: list[Event] = []
    index = 0
    for start, end in _sentences(article.text, article.language.lower().split("-")[0]):
        while index < len(times) and times[index].start < end:
            time = times[index]
            index += 1
            if time.start >= start and time.resolved and time.type in ("DATE", "TIME"):
                sentence = article.text[start:end]
                if len(sentence.split()) - len(time.text.split()) >= 3:
                    events.append(_event(article, time, start, end))
    return events


def _event(article: Article, time: TimeExpression, start: int, end: int) -> Event:
    found = bounds.tied(time, time.relation, Tense.PAST, lasting=False, published=None)  # a parser would know the tense
    title = " ".join(article.text[start:end].split())
    if len(title) > LONGEST:
        title = title[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return Event(
        id=new_id(), article=article.id, title=title,
        start=time.start, end=time.end, text=article.text[time.start : time.end],
        sentence_start=start, sentence_end=end,
        earliest=found.earliest, latest_start=found.latest_start, earliest_end=found.earliest_end, latest=found.latest,
        granularity=found.granularity, relation=found.relation, expression=time.id,
        via_start=time.start, via_end=time.end, words=" ".join(time.text.split()),
        why=f"the sentence names “{time.text}”; there is no language model for this language, so the sentence stands "
        "for what it tells",
        confidence=CONFIDENCE,
    )  # fmt: skip


def _sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    splitter = _splitter(language)
    for piece in pieces(text):
        for sentence in splitter(piece.text).sents:
            yield piece.start + sentence.start_char, piece.start + sentence.end_char


@cache
def _splitter(language: str) -> "Language":
    spacy = spacy_alone.load()
    try:
        blank: Language = spacy.blank(language)
    except ImportError:  # a language that spaCy has no rules for
        blank = spacy.blank("xx")
    blank.add_pipe("sentencizer")
    return blank
