"""What the reader did to an article's events survives a new analysis."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dateline.core.change import Change, added, edited, joined, removed
from dateline.core.model import Article, Certainty, Conventions, Event, Relation, Status
from dateline.core.moment import DAY, moment
from dateline.library import Library, edits
from dateline.library.corrections import Carried, carry
from dateline.times.typed import read

typed = partial(read, conventions=Conventions())

TEXT = "Two people were killed in Karvel on Monday. The mayor resigned. Talks will resume next week."
MONDAY = moment(2025, 3, 31)


def found(id_: int, word: str, day: int = MONDAY, **values: Any) -> Event:
    start = TEXT.index(word)
    begin = TEXT.rfind(". ", 0, start) + 2 if ". " in TEXT[:start] else 0
    return Event(
        id=id_, article=1, title=values.pop("title", word.capitalize()), start=start, end=start + len(word), text=word,
        sentence_start=begin, sentence_end=TEXT.index(".", start) + 1, earliest=day, latest_start=day + DAY,
        earliest_end=day, latest=day + DAY, words="on Monday", expression=9, relation=Relation.WITHIN, **values,
    )  # fmt: skip


def after(change: Any) -> Event:
    event = change.rows[0].after
    assert isinstance(event, Event)
    return event


def kept(carried: Carried, id_: int) -> Event:
    return next(event for event in carried.events if event.id == id_)


def test_untouched_events_keep_their_ids_and_take_the_new_findings() -> None:
    carried = carry([found(1, "killed"), found(2, "resigned")], [found(11, "killed", MONDAY + 7 * DAY)])
    assert [event.id for event in carried.events] == [1]
    assert kept(carried, 1).earliest == MONDAY + 7 * DAY
    assert carried.unattached == ()
    assert carried.conflicts == ()


def test_a_moved_event_stays_where_the_reader_put_it_and_the_new_date_is_offered() -> None:
    moved = after(edits.move(found(1, "killed"), typed("29 March 2025")))
    carried = carry([moved], [found(11, "killed", MONDAY + 7 * DAY, title="Two people killed")])
    event = kept(carried, 1)
    assert event.earliest == moment(2025, 3, 29)
    assert event.words == "29 March 2025"
    assert event.title == "Two people killed"  # a field that the reader left alone
    ((mine, theirs),) = carried.conflicts
    assert mine == event
    assert (theirs.id, theirs.earliest) == (1, MONDAY + 7 * DAY)
    assert "earliest" not in theirs.corrected


def test_a_new_analysis_that_agrees_is_no_conflict() -> None:
    moved = after(edits.move(found(1, "killed"), typed("29 March 2025")))
    again = found(11, "killed", moment(2025, 3, 29), granularity=moved.granularity)
    again = replace(again, relation=moved.relation)
    assert carry([moved], [again]).conflicts == ()


def test_a_retitled_event_keeps_its_title() -> None:
    renamed = after(edits.rename(found(1, "killed"), "Deaths in Karvel"))
    carried = carry([renamed], [found(11, "killed", MONDAY + DAY)])
    assert kept(carried, 1).title == "Deaths in Karvel"
    assert kept(carried, 1).earliest == MONDAY + DAY


def test_rejected_stays_rejected() -> None:
    rejected = after(edits.reject([found(1, "killed")]))
    carried = carry([rejected], [found(11, "killed", MONDAY + DAY)])
    assert [(event.id, event.status) for event in carried.events] == [(1, Status.REJECTED)]
    assert carried.conflicts == ()
    gone = carry([rejected], [])
    assert [event.status for event in gone.events] == [Status.REJECTED]
    assert gone.unattached == ()
    assert kept(carry(gone.events, [found(12, "killed")]), 1).status is Status.REJECTED


def test_a_confirmed_event_stays_as_it_was_confirmed() -> None:
    confirmed = after(edits.confirm([found(1, "killed")]))
    carried = carry([confirmed], [found(11, "killed", MONDAY + DAY, certainty=Certainty.CLAIMED)])
    assert kept(carried, 1).earliest == MONDAY
    assert kept(carried, 1).certainty is Certainty.REPORTED
    assert len(carried.conflicts) == 1


def test_tags_notes_merges_and_the_bin_stay() -> None:
    marked = replace(found(1, "killed"), tags=("urgent",), note="check", merge=5, binned=True)
    event = kept(carry([marked], [found(11, "killed")]), 1)
    assert (event.tags, event.note, event.merge, event.binned) == (("urgent",), "check", 5, True)


def test_what_is_not_found_again_is_kept_and_said() -> None:
    renamed = after(edits.rename(found(1, "resigned"), "The mayor goes"))
    carried = carry([renamed], [found(11, "killed")])
    assert {event.id for event in carried.events} == {1, 11}
    assert [event.title for event in carried.unattached] == ["The mayor goes"]
    assert kept(carried, 1).expression is None  # the old analysis took its expressions along


def test_an_added_event_stays_beside_new_findings() -> None:
    by_hand = after(edits.add_by_hand("Founding of Karvel", typed("around 1870")))
    carried = carry([replace(by_hand, article=1)], [found(11, "killed")])
    assert {event.id for event in carried.events} == {by_hand.id, 11}
    assert carried.unattached == ()


def test_an_added_event_that_is_now_found_too_is_one_event() -> None:
    added = replace(found(1, "killed"), status=Status.ADDED, title="My title")
    carried = carry([added], [found(11, "killed", MONDAY + DAY)])
    assert [(event.id, event.title, event.status) for event in carried.events] == [(1, "My title", Status.ADDED)]
    assert len(carried.conflicts) == 1


def test_the_trigger_may_grow_or_shrink() -> None:
    renamed = after(edits.rename(found(1, "killed"), "Mine"))
    carried = carry([renamed], [replace(found(11, "killed"), start=TEXT.index("were killed"))])
    assert [event.id for event in carried.events] == [1]


def test_two_events_of_one_sentence_are_not_mixed_up() -> None:
    first, second = found(1, "killed"), replace(found(2, "people"), title="Other")
    renamed = [after(edits.rename(first, "First")), after(edits.rename(second, "Second"))]
    carried = carry(renamed, [found(12, "people"), found(11, "killed")])
    assert kept(carried, 1).text == "killed"
    assert kept(carried, 2).text == "people"


def test_a_text_that_changed_is_matched_by_its_sentences() -> None:
    new_text = "KARVEL, Monday. " + TEXT.replace("Two people", "At least two people")
    renamed = after(edits.rename(found(1, "killed"), "Deaths"))
    lost = after(edits.rename(found(2, "resume"), "Talks"))
    start = new_text.index("killed")
    again = replace(
        found(11, "killed"), start=start, end=start + 6, sentence_start=16, sentence_end=new_text.index(".", start) + 1
    )
    carried = carry([renamed, lost], [again], TEXT, new_text)
    assert (kept(carried, 1).title, kept(carried, 1).start) == ("Deaths", start)
    assert [event.id for event in carried.unattached] == [2]
    assert new_text[kept(carried, 2).start : kept(carried, 2).end] == "resume"


# What is offered stays until the reader chooses ---------------------------------------------------------------------


ARTICLE = Article(id=1, text=TEXT, title="Karvel")


def analysed_again(library: Library, new_events: list[Event]) -> Change:
    """What `analysis.reanalyse` does with what a new analysis found."""
    old = {event.id: event for event in library.events_of(1, all=True)}
    carried = carry(tuple(old.values()), new_events)
    return joined(
        "Analysed again",
        [
            edited("", [(old[event.id], event) for event in carried.events if event.id in old]),
            added("", [event for event in carried.events if event.id not in old]),
            removed("", [offer for _, offer in library.offers(1)]),
            added("", carried.offers()),
        ],
    )


@pytest.fixture
def corrected(tmp_path: Path) -> Iterator[Library]:
    """A library in which the reader moved one event and renamed another, and a new analysis differs in both."""
    with Library.open(tmp_path / "L.dateline") as library:
        library.apply(added("", [ARTICLE, found(1, "killed"), found(2, "resigned")]))
        library.apply(edits.move(found(1, "killed"), typed("29 March 2025")))
        library.apply(edits.rename(found(2, "resigned"), "The mayor goes"))
        library.apply(analysed_again(library, [found(11, "killed", MONDAY + 7 * DAY, title="Two people killed")]))
    with Library.open(tmp_path / "L.dateline") as library:  # the next day
        yield library


def test_offers_are_there_in_the_next_session(corrected: Library) -> None:
    (moved, first), (renamed, second) = corrected.offers()
    assert (moved.id, moved.earliest) == (1, moment(2025, 3, 29))
    theirs = edits.offered(moved, first)
    assert theirs is not None
    assert (theirs.earliest, theirs.words, theirs.title) == (MONDAY + 7 * DAY, "on Monday", "Two people killed")
    assert not {"earliest", "relation"} & set(theirs.corrected)
    assert edits.offered(renamed, second) is None
    assert corrected.offers(1) == corrected.offers()
    assert corrected.offers(2) == []


def test_the_reader_takes_the_new_analysis_or_keeps_the_correction(corrected: Library) -> None:
    pairs = corrected.offers()
    corrected.apply(taken := edits.take_offers(pairs[:1]))
    assert taken.label == "Took the new analysis of “Two people killed”"
    event = corrected.event(1)
    assert event is not None
    assert event.earliest == MONDAY + 7 * DAY
    corrected.apply(kept := edits.keep_corrections(pairs[1:]))
    assert kept.label == "Kept “The mayor goes” as corrected"
    assert corrected.offers() == []
    assert corrected.count() == (2, 2)
    corrected.apply(kept.inverse())
    corrected.apply(taken.inverse())
    assert corrected.offers() == pairs


def test_taking_away_what_is_not_found_any_more_puts_it_in_the_bin(corrected: Library) -> None:
    corrected.apply(edits.take_offers(corrected.offers()[1:]))
    assert [event.id for event in corrected.bin()[1]] == [2]
    assert [event.id for event, _ in corrected.offers()] == [1]


def test_what_the_reader_did_meanwhile_stays_with_the_offer(corrected: Library) -> None:
    (event, offer), _ = corrected.offers()
    corrected.apply(edits.tag([event], "urgent"))
    tagged = corrected.event(1)
    assert tagged is not None
    corrected.apply(edits.take_offers([(tagged, offer)]))
    after_taking = corrected.event(1)
    assert after_taking is not None
    assert (after_taking.tags, after_taking.earliest) == (("urgent",), MONDAY + 7 * DAY)


def test_a_later_analysis_that_agrees_offers_nothing_and_the_old_offer_goes(corrected: Library) -> None:
    moved, renamed = (event for event, _ in corrected.offers())
    agreed = [
        replace(found(21, "killed"), **{name: getattr(moved, name) for name in (*edits.TIME_FIELDS, "title")}),
        found(22, "resigned", title="The mayor goes"),
    ]
    corrected.apply(analysed_again(corrected, agreed))
    assert corrected.offers() == []
    assert corrected.event(renamed.id) is not None


def test_rejected_and_binned_events_are_not_asked_about(corrected: Library) -> None:
    (first, _), (second, _) = corrected.offers()
    corrected.apply(edits.reject([first]))
    corrected.apply(edits.bin_([second]))
    assert corrected.offers() == []
    corrected.apply(edits.bin_([ARTICLE]))
    corrected.apply(edits.unbin(corrected.events_by_id([2])))
    assert corrected.offers() == []
