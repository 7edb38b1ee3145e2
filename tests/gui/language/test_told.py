"""Sentences of the other layers, in the reader's language."""

import pytest

from dateline import events, times
from dateline.core.message import Message, Unit
from dateline.core.model import Article
from dateline.core.moment import Granularity, moment
from dateline.errors import Refused
from dateline.gui.language import i18n, told

LATE = "it took more than 60 seconds; the preferences set the time limit for a file"


def test_sentences_of_other_layers_are_told_in_german() -> None:
    i18n.install("de", "de_DE")
    assert told.told(LATE) == (
        "sie brauchte mehr als 60 Sekunden; die Zeitgrenze für eine Datei steht in den Einstellungen"
    )
    assert told.told("already here") == "schon da"
    assert told.told("“A.dateline” is not a Dateline library.") == "„A.dateline“ ist keine Dateline-Bibliothek."
    assert told.told("“shelled”: “on Saturday”, in the same clause; claimed by “said”; according to Ines Roth") == (
        "„shelled“: „on Saturday“, im selben Satzteil; behauptet durch „said“; laut Ines Roth"
    )
    assert told.told(
        "the time marked on the page: “14 March 2025”; also the page's address; but the field “date” says 2025-03-12"
    ) == (
        "die auf der Seite angegebene Zeit: „14 March 2025“; auch die Adresse der Seite; doch das Feld „date“:"
        " 2025-03-12"
    )
    assert told.told("a sentence that nobody knows") == "a sentence that nobody knows"
    i18n.install("en", "en_GB")
    assert told.told(LATE) == LATE


def test_a_message_is_said_in_the_language_of_the_window() -> None:
    way = Message("carried over from {n} sentences before", n=2)
    day = Message("{weekday} {day}", weekday="since", day=Unit(moment(2025, 3, 30)))
    i18n.install("de", "de_DE")
    assert told.told(way) == "von 2 Sätzen davor übernommen"
    assert told.told(day) == "since, Sonntag, 30. März 2025"
    assert told.told_error(Refused(Message("according to {source}", source="{n}"))) == "laut {n}"
    assert told.told_error(Refused("it is empty")) == "sie ist leer"


REASONS = [
    ("yesterday", "Yesterday: der Tag vor dem Erscheinen, Sonntag, 30. März 2025."),
    ("last Monday", "Last Monday: der letzte vor dem Erscheinen, Sonntag, 30. März 2025."),
    ("next week", "Next week: die Woche nach dem Erscheinen, Sonntag, 30. März 2025."),
    ("three weeks ago", "3 Wochen vor dem Erscheinen, Sonntag, 30. März 2025."),
    ("in early 2024", "Anfang ist Januar bis April"),
    ("on 3 May 2024", "ganz genannt: Freitag, 3. Mai 2024."),
    ("on Friday evening", "der Abend geht von 18:00 bis 00:00"),
]


@pytest.mark.parametrize(("words", "german"), REASONS)
def test_the_reason_of_a_time_is_told_in_german(words: str, german: str) -> None:
    i18n.install("de", "de_DE")
    (expression,) = times.find(f"The quay was closed {words}.", "2025-03-30")
    assert german in told.told(expression.why)


def test_the_reason_of_an_event_is_told_in_german() -> None:
    text = "The minister denied on Monday that the quay had been closed."
    (event, *_) = events.find(
        Article(id=1, text=text, published="2025-03-30"), times.find(text, "2025-03-30", article=1)
    )
    i18n.install("de", "de_DE")
    assert told.told(event.why).startswith("„denied“: „Monday“, im selben Satzteil; Gewicht ")
    assert "eigenes Datum" in told.told(event.why)


def test_english_stays_as_it_is() -> None:
    said = "“A.dateline” is not a Dateline library."
    assert told.told(said) == said
    assert told.told("") == ""
    assert told.told(Message("carried over from {n} sentences before", n=1200)) == (
        "carried over from 1,200 sentences before"
    )


def test_clauses_are_found_one_by_one_and_an_unknown_one_stays() -> None:
    i18n.install("de", "de_DE")
    assert told.told("already here; nobody knows this") == "schon da; nobody knows this"
    assert told.told("nobody knows this; already here") == "nobody knows this; schon da"


@pytest.mark.parametrize(
    ("unit", "german"),
    [
        (Unit(moment(2025, 3, 3), Granularity.WEEK), "3.–9. März 2025"),
        (Unit(moment(2025, 3), Granularity.MONTH), "März 2025"),
        (Unit(moment(2025, 3, 30)), "Sonntag, 30. März 2025"),
    ],
)
def test_a_date_in_a_sentence_is_written_as_the_reader_writes_it(unit: Unit, german: str) -> None:
    i18n.install("de", "de_DE")
    assert german in told.told(Message("{weekday} {day}", weekday="since", day=unit))


def test_an_error_without_a_sentence_says_nothing() -> None:
    assert told.told_error(ValueError()) == ""
    assert told.told_error(OSError(28, "No space left on device")) == "[Errno 28] No space left on device"


def test_a_gap_takes_anything_but_what_stands_around_it_counts() -> None:
    shape = told.pattern("“{name}” is not a (Dateline) library.")
    found = shape.fullmatch("“A\nB.dateline” is not a (Dateline) library.")
    assert found is not None
    assert found["name"] == "A\nB.dateline"
    assert shape.fullmatch("“A” is not a Dateline library.") is None
