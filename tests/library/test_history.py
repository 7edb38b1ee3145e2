"""The history tells how an event was found, whatever was done to it since."""

from dataclasses import replace

from dateline.core.change import added
from dateline.core.model import Article, Event
from dateline.library import Library, edits

ARTICLE = Article(id=1, text="The ferry sank on Monday.", title="Ferry")
EVENT = Event(id=10, article=1, title="Ferry sank", start=10, end=14, sentence_end=25)


def test_an_event_is_told_as_it_was_found_before_the_first_correction() -> None:
    with Library.open(None) as library:
        library.apply(added("Import", [ARTICLE, EVENT]))
        for title in ("The ferry sank", "The old ferry sank"):
            library.apply(edits.rename(library.events()[0], title))
        library.apply(edits.note(library.events()[0], "by the quay"))
        assert library.as_found(library.events()[0]) == EVENT


def test_of_one_that_was_corrected_elsewhere_nothing_is_told() -> None:
    corrected = replace(EVENT, title="The ferry sank", corrected=("title",))
    with Library.open(None) as library:
        library.apply(added("Import", [ARTICLE, corrected]))
        assert library.as_found(corrected) is None
        library.apply(edits.rename(corrected, "It sank"))
        assert library.as_found(library.events()[0]) is None
