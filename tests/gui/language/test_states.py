"""What the reader made of an event, in words."""

import pytest

from dateline.core.model import Event, Status
from dateline.gui.language import i18n
from dateline.gui.language.states import corrected_words, status_words


def event(status: Status = Status.FOUND, *corrected: str) -> Event:
    return Event(id=1, article=1, title="The quay closes", status=status, corrected=corrected)


@pytest.mark.parametrize(
    ("status", "corrected", "words"),
    [
        (Status.FOUND, (), "Found"),
        (Status.FOUND, ("title",), "Corrected"),
        (Status.CONFIRMED, (), "Confirmed"),
        (Status.CONFIRMED, ("earliest", "latest"), "Confirmed, corrected"),
        (Status.REJECTED, ("title",), "Rejected, corrected"),
        (Status.ADDED, ("title",), "Added"),  # all of it is the reader's own
        (Status.FOUND, ("note",), "Found"),  # a note corrects nothing
    ],
)
def test_the_status_says_what_was_done(status: Status, corrected: tuple[str, ...], words: str) -> None:
    assert status_words(event(status, *corrected)) == words


def test_what_was_set_is_named_once() -> None:
    assert corrected_words(event()) == ""
    four = ("earliest", "latest_start", "earliest_end", "latest")
    assert corrected_words(event(Status.FOUND, "title", *four, "participants")) == (
        "You set: Title, When, Who and where."
    )


def test_it_is_told_in_the_language_of_the_window() -> None:
    i18n.install("de", "de_DE")
    assert status_words(event(Status.CONFIRMED, "title")) == "Bestätigt, korrigiert"
    assert "Titel" in corrected_words(event(Status.FOUND, "title"))
