"""A sentence is its English, and keeps what it was made of."""

import json
import pickle

import pytest

from dateline.core.change import from_columns, to_columns
from dateline.core.message import Message, Unit, from_json, together, unpacked
from dateline.core.model import Article, Confidence, DateCandidate, Event
from dateline.core.moment import Granularity, moment

WAY = Message("carried over from {n} sentences before", n=3)
WHY = together(
    [Message("“{name}”: “{words}”, {way}", name="sank", words="a {day}", way=WAY), Message("according to {s}", s="Ode")]
)


def test_it_is_its_english_sentence() -> None:
    assert WHY == "“sank”: “a {day}”, carried over from 3 sentences before; according to Ode"
    assert type(str(WHY)) is str
    assert f"{WAY}." == "carried over from 3 sentences before."


def test_an_unfilled_gap_is_an_error() -> None:
    with pytest.raises(KeyError):
        Message("{words} is no date")


@pytest.mark.parametrize(
    "back", [lambda m: unpacked(m.packed()), lambda m: pickle.loads(pickle.dumps(m)), lambda m: from_json(m.as_json())]
)
def test_it_keeps_its_parts(back) -> None:  # type: ignore[no-untyped-def]
    for sentence in (WHY, WAY, Message("no gap"), Message("{day}", day=Unit(moment(2025, 3, 30)))):
        again = back(sentence)
        assert isinstance(again, Message)
        assert (again, again.template, again.parts) == (sentence, sentence.template, sentence.parts)


@pytest.mark.parametrize(
    "text", ["", "plain", '{"say": 3}', '{"say": "x {gap}"}', '{"say": "x", "with": 1}', '{"say": "']
)
def test_what_is_no_packed_sentence_stays_as_it_stands(text: str) -> None:
    assert unpacked(text) == text
    assert not isinstance(unpacked(text), Message)


@pytest.mark.parametrize(
    ("granularity", "words"),
    [
        (Granularity.DAY, "Monday 1 July 2024"),
        (Granularity.WEEK, "the week of Monday 1 July 2024"),
        (Granularity.MONTH, "July 2024"),
        (Granularity.QUARTER, "quarter 3 of 2024"),
        (Granularity.HALF, "half 2 of 2024"),
        (Granularity.SEASON, "the season from July 2024"),
        (Granularity.DECADE, "the decade from 2024"),
        (Granularity.YEAR, "2024"),
        (Granularity.MINUTE, "00:00 on Monday 1 July 2024"),
    ],
)
def test_dates_within_a_sentence(granularity: Granularity, words: str) -> None:
    unit = Unit(moment(2024, 7, 1), granularity)
    assert Message("from {day} on", day=unit) == f"from {words} on"
    assert unit.until > unit.at


def test_rows_keep_their_sentences() -> None:
    event = Event(id=1, article=None, title="Ship sinks", why=WHY)
    candidate = DateCandidate(value="2025", source="meta", where=WAY, words="2025", confidence=Confidence.LIKELY)
    article = Article(id=2, text="x", evidence="typed by hand", candidates=(candidate,))
    for row in (event, article):
        assert from_columns(type(row), to_columns(row)) == row
    why = from_columns(Event, to_columns(event)).why
    assert isinstance(why, Message)
    assert why.parts["s1"] == "according to Ode"
    where = from_columns(Article, to_columns(article)).candidates[0].where
    assert isinstance(where, Message)
    assert json.dumps(where) == '"carried over from 3 sentences before"'
