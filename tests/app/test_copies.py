"""Copies of one sentence are one event without being asked, and can be parted for good."""

from dataclasses import replace
from typing import Any

import pytest

from dateline.app import importing
from dateline.core.model import Article, Bundle, Certainty, Event, new_id
from dateline.core.moment import DAY, moment
from dateline.library import Library, edits

WIRE = "Two people were killed on Monday when the quay at Brennay fell into the harbour."
BEGIN = moment(2025, 3, 3)
ONCE = {"earliest": BEGIN, "latest_start": BEGIN + DAY, "earliest_end": BEGIN, "latest": BEGIN + DAY}


def outcome(sentence: str, published: str | None = "2025-03-04", around: str = "", **more: object) -> importing.Outcome:
    """An article that tells the sentence among others of its own."""
    own = f"{around or new_id()} was told by this paper alone. "
    text = own + sentence
    article = Article(id=new_id(), text=text, title=own, digest=str(new_id()), published=published, language="en")
    trigger = next(word for word in ("killed", "drowned") if word in sentence)
    start = text.index(trigger)
    event = Event(
        id=new_id(), article=article.id, title="Two people killed", start=start, end=start + len(trigger), text=trigger,
        sentence_start=len(own), sentence_end=len(text), **(ONCE | more),  # type: ignore[arg-type]
    )  # fmt: skip
    return importing.Outcome("a.txt", "read", bundle=Bundle((article,), (), (event,)))


def bring(library: Library, *outcomes: importing.Outcome) -> None:
    for each in outcomes:
        line = importing.bring_in(each, library, library.apply)
        assert line.outcome == "read"


@pytest.mark.parametrize(
    ("sentence", "published", "more", "joined"),
    [
        (WIRE, "2025-03-05", {}, True),
        (
            WIRE.replace("Two people were", "Two people, police say, were"),
            "2025-03-05",
            {},
            False,
        ),  # too many other words
        (WIRE.replace(" at Brennay", ""), "2025-03-04", {}, False),
        (WIRE.replace("quay", "Quay").replace(".", " –"), "2025-03-04", {}, True),
        (WIRE.replace("fell into", "slid into"), "2025-03-04", {}, True),
        (WIRE, "2025-03-20", {}, False),
        (WIRE, None, {}, False),
        (WIRE, "2025-03", {}, False),
        (WIRE, "2025-03-04", {"certainty": Certainty.DENIED}, False),
        (WIRE, "2025-03-04", {name: value + 7 * DAY for name, value in ONCE.items()}, False),
        ("Two people were killed on Monday.", "2025-03-04", {}, False),
        (WIRE.replace("killed", "drowned"), "2025-03-04", {}, False),
    ],
)
def test_a_copy_is_joined_and_nothing_else(
    sentence: str, published: str | None, more: dict[str, Any], joined: bool, library: Library
) -> None:
    bring(library, outcome(WIRE), outcome(sentence, published, **more))
    assert bool(library.merges()) is joined
    assert all(merge.copies and merge.title == "Two people killed" for merge in library.merges())


def test_many_copies_are_one_and_each_import_is_taken_back_alone(library: Library) -> None:
    bring(library, *(outcome(WIRE) for _ in range(4)))
    (merge,) = library.merges()
    assert len(library.merge_members(merge.id)) == 4
    assert len(library.events()) == 1
    for left in (3, 2, 0):
        library.apply(*(change.inverse() for change in library.undone_with(library.standing()[0])))
        assert sum(len(library.merge_members(each.id)) for each in library.merges()) == left
    assert library.check() == []


def test_what_was_parted_is_not_joined_again(library: Library) -> None:
    bring(library, outcome(WIRE), outcome(WIRE))
    (merge,) = library.merges()
    library.apply(edits.split(merge, library.merge_members(merge.id)))
    assert len(library.apart()) == 1
    bring(library, outcome(WIRE))
    assert library.merges() == []


def test_a_merge_that_the_reader_made_takes_a_copy_and_stays_the_readers(library: Library) -> None:
    bring(library, outcome(WIRE), outcome(WIRE.replace("killed", "drowned")))
    library.apply(edits.merge(library.events(), "The fall of the quay"))
    bring(library, outcome(WIRE))
    (merge,) = library.merges()
    assert (merge.title, merge.copies) == ("The fall of the quay", False)
    assert len(library.merge_members(merge.id)) == 3


def test_a_rejected_or_binned_telling_takes_no_copy(library: Library) -> None:
    bring(library, outcome(WIRE))
    library.apply(edits.reject(library.events()))
    bring(library, outcome(WIRE))
    assert library.merges() == []
    library.apply(edits.bin_([replace(library.articles()[1])]))
    bring(library, outcome(WIRE))
    assert library.merges() == []
