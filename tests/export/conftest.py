"""A bundle with something of everything in it, and a strategy that makes others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.export.made import Told

from dateline.core.model import (
    Article,
    Bundle,
    Certainty,
    Confidence,
    DateCandidate,
    Event,
    Merge,
    Participant,
    Relation,
    Status,
    TimeExpression,
)
from dateline.core.moment import DAY, Granularity, moment
from dateline.export import Options
from dateline.export.chronology import paragraphs


@pytest.fixture
def told(bundle: Bundle) -> Callable[..., Told]:
    """``told(layout)``: the chronology's paragraphs as styles and words."""

    def make(layout: str = "court", of: Bundle = bundle) -> Told:
        found = paragraphs(of, Options(title="The crane", layout=layout))
        return [(each.style, "".join(text for text, _ in each.runs)) for each in found]

    return make


@pytest.fixture
def proved(bundle: Bundle) -> Bundle:
    """The bundle with what an import keeps of the first article's file."""
    first, *rest = bundle.articles
    kept = replace(first, file="folder/crane.html", sha256="ab" * 32, added="2025-04-01T09:30:00")
    return replace(bundle, articles=(kept, *rest))


TEXT = (
    "A crane fell into the old harbour on Saturday night, the port said. "
    "=Two <b>workers</b> & a diver were hurt, and traffic stopped early on Sunday.\n\n"
    "The city plans to rebuild the quay by 2027. Müller said the ferry has not sailed since January."
)

SATURDAY = moment(2025, 3, 29)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def sentence(start: str, end: str) -> dict[str, Any]:
    return {"sentence_start": TEXT.index(start), "sentence_end": TEXT.index(end) + len(end)}


def expression(number: int, words: str, value: str, **more: Any) -> TimeExpression:
    start, end = span(words)
    return TimeExpression(id=number, article=1, start=start, end=end, text=words, type="DATE", value=value, **more)


@pytest.fixture
def bundle() -> Bundle:
    candidate = DateCandidate(
        value="2025-03-30", source="meta", where="article:published_time", words="x", confidence=Confidence.CERTAIN
    )
    articles = (
        Article(
            id=1,
            text=TEXT,
            title="Crane falls into “old” harbour [live] *updated*",
            published="2025-03-30",
            published_confidence=Confidence.CERTAIN,
            evidence="article:published_time",
            candidates=(candidate,),
            authors=("Ada Pine", "Bo Marsh"),
            site="Harbour & Quay Herald",
            url="https://herald.example/crane?a=1&b=2",
            language="en",
            digest="d1",
            fingerprint=2**62 + 1,
            tags=("port",),
        ),
        Article(id=2, text="The crane fell on 29 March 2025.", title="Crane", file="in/crane.txt", version_of=1),
    )
    expressions = (
        expression(10, "Saturday night", "2025-03-29TNI", begin=SATURDAY + 18 * 60, until=SATURDAY + 30 * 60,
                   granularity=Granularity.DAY_PART, anchor="publication", offset="-P1D", rule="weekday-part",
                   why="The Saturday before publication."),
        expression(11, "early on Sunday", "2025-03-30TMO", begin=SATURDAY + DAY, until=SATURDAY + DAY + 9 * 60,
                   granularity=Granularity.DAY_PART),
        expression(12, "2027", "2027", begin=moment(2027), until=moment(2028), granularity=Granularity.YEAR,
                   relation="by"),
        expression(13, "January", "2025-01", begin=moment(2025, 1), until=moment(2025, 2),
                   granularity=Granularity.MONTH, relation="since"),
        TimeExpression(id=14, article=2, start=18, end=31, text="29 March 2025", type="DATE", value="2025-03-29",
                       begin=SATURDAY, until=SATURDAY + DAY),
    )  # fmt: skip
    fell, hurt, rebuild, sailed = (span(word) for word in ("fell", "hurt", "rebuild", "sailed"))
    port = Participant(text="the port", start=span("the port")[0], end=span("the port")[1], role="source",
                       kind="organisation", name="Port of Elm")  # fmt: skip
    events = (
        Event(id=20, article=1, title="Crane falls into harbour", start=fell[0], end=fell[1], text="fell",
              **sentence("A crane", "port said."), earliest=SATURDAY + 18 * 60, latest_start=SATURDAY + 30 * 60,
              earliest_end=SATURDAY + 18 * 60, latest=SATURDAY + 30 * 60, granularity=Granularity.DAY_PART,
              relation=Relation.ON, certainty=Certainty.CLAIMED, attributed_to="the port", participants=(port,),
              expression=10, via_start=span("on")[0], via_end=span("on")[1], words="Saturday night",
              why="“Saturday night” is the night of 29 March 2025.", confidence=0.875, merge=30,
              tags=("accident", "harbour")),
        Event(id=21, article=1, title="=Two workers hurt <script>alert(1)</script>", start=hurt[0], end=hurt[1],
              text="hurt", **sentence("=Two", "Sunday."), earliest=SATURDAY, latest_start=SATURDAY + DAY,
              earliest_end=SATURDAY, latest=SATURDAY + DAY, granularity=Granularity.DAY, relation=Relation.WITHIN,
              status=Status.CONFIRMED, corrected=("title",), note="+check the count"),
        Event(id=22, article=1, title="Rebuild quay", start=rebuild[0], end=rebuild[1], text="rebuild",
              **sentence("The city", "2027."), latest=moment(2028), granularity=Granularity.YEAR,
              relation=Relation.UNTIL, certainty=Certainty.PLANNED, expression=12, words="by 2027"),
        Event(id=23, article=1, title="Ferry stops sailing", start=sailed[0], end=sailed[1], text="sailed",
              **sentence("Müller", "January."), earliest=moment(2025, 1), latest_start=moment(2025, 2),
              earliest_end=SATURDAY + DAY, granularity=Granularity.MONTH, relation=Relation.SINCE, expression=13,
              words="since January"),
        Event(id=24, article=2, title="Crane falls", start=10, end=14, text="fell", sentence_start=0,
              sentence_end=32, earliest=SATURDAY, latest_start=SATURDAY + DAY, earliest_end=SATURDAY,
              latest=SATURDAY + DAY, granularity=Granularity.DAY, relation=Relation.ON, expression=14,
              words="29 March 2025", merge=30),
        Event(id=25, article=None, title="Added by hand", status=Status.ADDED, words="some day", note="who knows"),
        Event(id=26, article=None, title="Caesar dies", status=Status.ADDED, words="Ides of March",
              earliest=moment(-43, 3, 15), latest_start=moment(-43, 3, 16), earliest_end=moment(-43, 3, 15),
              latest=moment(-43, 3, 16), granularity=Granularity.DAY, relation=Relation.ON, weight=0.2),
    )  # fmt: skip
    return Bundle(articles, expressions, events, (Merge(id=30, title="Crane falls into the harbour"),))


_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)

_short = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)

_ids = st.integers(0, 2**53 - 1)

_moments = st.none() | st.integers(moment(-12000), moment(12000))

_published = st.sampled_from((None, "2025", "2025-03", "2025-03-30", "2025-03-30T14:05"))

_words = st.lists(_short, max_size=2).map(tuple)

_candidates = st.builds(
    DateCandidate, value=_short, source=_short, where=_short, words=_short, confidence=st.sampled_from(Confidence),
    kind=st.sampled_from(("published", "updated")),
)  # fmt: skip


def _spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text)))
    return start, draw(st.integers(start, len(text)))


def _article(draw: st.DrawFn, number: int) -> Article:
    return draw(
        st.builds(
            Article, id=st.just(number), text=_text, title=_short, published=_published,
            published_confidence=st.sampled_from(Confidence), evidence=_short,
            candidates=st.lists(_candidates, max_size=2).map(tuple), authors=_words, site=_short, url=_short,
            language=_short, format=_short, file=_short, digest=_short, fingerprint=st.integers(-(2**63), 2**63 - 1),
            version_of=st.none() | _ids, added=_short, collections=_words, tags=_words, note=_short,
            binned=st.booleans(),
        )
    )  # fmt: skip


def _expression(draw: st.DrawFn, number: int, article: Article) -> TimeExpression:
    start, end = _spans(draw, article.text)
    return draw(
        st.builds(
            TimeExpression, id=st.just(number), article=st.just(article.id), start=st.just(start), end=st.just(end),
            text=st.just(article.text[start:end]), type=st.sampled_from(("DATE", "TIME", "DURATION", "SET")),
            value=_short, mod=st.none() | _short, quant=st.none() | _short, freq=st.none() | _short, begin=_moments,
            until=_moments, granularity=st.sampled_from(Granularity),
            anchor=st.sampled_from(("publication", "previous", "absolute", "none")), relation=_short,
            offset=st.none() | _short, rule=_short, why=_short,
        )
    )  # fmt: skip


def _in_order(moments: Iterable[int | None]) -> tuple[int | None, ...]:
    """Four bounds that some event could have: sorted, the open ones where they were drawn."""
    known = iter(sorted(m for m in moments if m is not None))
    return tuple(None if m is None else next(known) for m in moments)


def _event(
    draw: st.DrawFn,
    number: int,
    articles: Sequence[Article],
    expressions: Sequence[TimeExpression],
    merges: Sequence[Merge],
) -> Event:
    article = draw(st.none() | st.sampled_from(articles)) if articles else None
    text = article.text if article else ""
    start, end = _spans(draw, text)
    sentence_start, sentence_end = _spans(draw, text)
    participants = st.builds(
        Participant, text=_short, start=st.just(start), end=st.just(end), role=_short, kind=_short, name=_short
    )
    chosen = [e.id for e in expressions if article and e.article == article.id]
    earliest, latest_start, earliest_end, latest = draw(
        st.tuples(_moments, _moments, _moments, _moments).map(_in_order)
    )
    return draw(
        st.builds(
            Event, id=st.just(number), article=st.just(article.id if article else None), title=_text,
            start=st.just(start), end=st.just(end), text=st.just(text[start:end]),
            sentence_start=st.just(sentence_start), sentence_end=st.just(sentence_end), earliest=st.just(earliest),
            latest_start=st.just(latest_start), earliest_end=st.just(earliest_end), latest=st.just(latest),
            granularity=st.sampled_from(Granularity),
            relation=st.sampled_from(Relation), certainty=st.sampled_from(Certainty), attributed_to=_short,
            participants=st.lists(participants, max_size=2).map(tuple), expression=st.sampled_from([None, *chosen]),
            via_start=st.none() | st.just(start), via_end=st.none() | st.just(end), words=_short, why=_text,
            confidence=st.floats(0, 1), status=st.sampled_from(Status), corrected=_words, tags=_words, note=_text,
            merge=st.sampled_from([None, *(m.id for m in merges)]), binned=st.booleans(),
            weight=st.sampled_from([0.0, 0.2, 0.5, 0.735, 1.0]),
        )
    )  # fmt: skip


@st.composite
def make_bundles(draw: st.DrawFn) -> Bundle:
    ids = iter(draw(st.lists(_ids, min_size=12, max_size=12, unique=True)))
    articles = tuple(_article(draw, next(ids)) for _ in range(draw(st.integers(0, 2))))
    expressions = tuple(_expression(draw, next(ids), article) for article in articles)
    merges = tuple(Merge(id=next(ids), title=draw(_short)) for _ in range(draw(st.integers(0, 1))))
    events = tuple(_event(draw, next(ids), articles, expressions, merges) for _ in range(draw(st.integers(0, 3))))
    return Bundle(articles, expressions, events, merges)


@pytest.fixture(scope="session")
def bundles() -> st.SearchStrategy[Bundle]:
    """Any bundle that a library could hold."""
    return make_bundles()
