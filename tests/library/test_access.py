"""A library as it is asked while others write to it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.library.flood import EVENT, rows

from dateline.core.change import added, edited
from dateline.core.filter import Filter
from dateline.errors import LibraryError
from dateline.library import Library


def test_two_windows_see_each_others_changes(path: Path) -> None:
    first, second = Library.open(path), Library.open(path)
    assert first.count() == second.count() == (1, 1)
    first.apply(added("", [replace(EVENT, id=11, title="Second")]))
    assert second.count() == (2, 2)
    second.apply(added("", [replace(EVENT, id=12, title="Third")]))
    assert {event.title for event in first.events()} == {"Flood", "Second", "Third"}
    second.apply(edited("", [(EVENT, replace(EVENT, title="Theirs"))]))
    with pytest.raises(LibraryError, match="changed meanwhile"):
        first.apply(edited("", [(EVENT, replace(EVENT, title="Mine"))]))
    assert first.event(10) == replace(EVENT, title="Theirs")
    first.close()
    second.close()


def test_questions_see_one_state_of_the_file_while_another_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Library.open(path), Library.open(path)
    numbers = iter(range(1, 100))

    def in_between(library: Library) -> Any:
        query = fresh(library)
        if library is first:  # the other commits just when the arrays are ready
            second.apply(added("", rows(next(numbers))))
        return query

    fresh = Library._fresh
    monkeypatch.setattr(Library, "_fresh", in_between)
    for ask in (
        lambda: first.search("flood"),
        lambda: first.count(Filter(text="flood")),
        lambda: first.facets(Filter(text="flood")),
        lambda: first.headings(),
        lambda: first.events(Filter(text="flood"), "title"),
        lambda: first.spans(Filter(text="flood")),
    ):
        ask()
    monkeypatch.undo()
    assert first.count() == second.count() == (7, 7)
    first.close(backup=False)
    second.close(backup=False)
