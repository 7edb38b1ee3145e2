"""The words of the table of events as sets."""

import pytest

from dateline.events import lexicon


def test_words_are_those_of_the_table() -> None:
    section, name = "nouns", "event"
    assert lexicon.words(section, name) == set(lexicon.table()[section][name].split())
    assert lexicon.endings(section, name) == tuple(sorted(lexicon.words(section, name)))
    assert lexicon.any_of((section, name), ("verbs", "irregular")) == lexicon.words(section, name) | lexicon.words(
        "verbs", "irregular"
    )


def test_lines_and_phrases_keep_their_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "table", lambda: {"made": {"up": "one two\n\nthree\n", "listed": "ahead of, due"}})
    assert lexicon.lines("made", "up") == ("one two", "three")
    assert lexicon.phrases("made", "listed") == {"ahead of", "due"}


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        lexicon.words("nouns", "colours")
