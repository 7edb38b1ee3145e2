"""Rows of a list of articles."""

import json

import pytest

from dateline.app.manifest import article, check_language, check_published
from dateline.core.model import Confidence, Conventions
from dateline.core.preferences import Preferences
from dateline.errors import UsageError


def line(**row: object) -> bytes:
    return json.dumps(row).encode()


def test_a_row_is_its_article() -> None:
    row = line(doc="7", text="It rained.", title="Rain", published="30 March 2025", topic="weather", language="DE")
    topic, made = article(row, "en", Preferences())
    assert topic == "weather"
    assert (made.file, made.title, made.text, made.published, made.language) == (
        "7",
        "Rain",
        "It rained.",
        "2025-03-30",
        "de",
    )
    assert (made.published_confidence, made.evidence) == (Confidence.CERTAIN, "given in the list")


def test_the_text_is_enough() -> None:
    topic, made = article(line(text="It rained."), "fr", Preferences())
    assert (topic, made.title, made.published, made.language) == ("", "", None, "fr")
    assert (made.published_confidence, made.evidence) == (Confidence.UNKNOWN, "")


@pytest.mark.parametrize(
    "row",
    [
        b"{",
        b"[]",
        b'{"title": "no text"}',
        b'{"text": 3}',
        b'{"text": "x", "published": "soon enough"}',
        b'{"text": "x", "published": 3}',
        b'{"text": "x", "language": "xx"}',
        b'{"text": "x", "language": 3}',
    ],
)
def test_what_is_no_such_row_is_refused(row: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        article(row, "en", Preferences())


def test_a_date_in_figures_is_read_in_the_readers_order() -> None:
    day, month = (Preferences(conventions=Conventions(day_first=first)) for first in (True, False))
    assert (check_published("3/4/2025", day), check_published("3/4/2025", month)) == ("2025-04-03", "2025-03-04")
    assert check_published("2025-04", day) == "2025-04"
    assert check_published(None, day) is None


def test_languages_are_those_in_which_times_are_found() -> None:
    assert [check_language(code) for code in (None, "en", "DE", "fr")] == [None, "en", "de", "fr"]
    with pytest.raises(UsageError, match="'klingon' is not the code"):
        check_language("Klingon")
