"""Two readers' work comes together: nothing that either did is dropped, and what both did is offered."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.app import importing
from dateline.core.bounds import Bounds
from dateline.core.change import Change, added
from dateline.core.model import Article, Bundle, Certainty, Confidence, Event, Merge, Status, TimeExpression
from dateline.core.preferences import Preferences
from dateline.export import FORMATS, Options
from dateline.library import Library, edits
from dateline.library.combining import Combined, combine
from dateline.settings import Settings

WEIR = "The weir at Tolm gave way on Friday. Two barns were swept off."
MILL = "A weir collapsed near Tolm, the miller said."


def found(first: int) -> list[Article | Event]:
    """Two articles as one reader's Dateline has them; another's has other ids."""
    weir = Article(id=first, text=WEIR, title="Weir", digest="w")
    mill = Article(id=first + 1, text=MILL, title="Mill", digest="m")
    return [
        weir,
        mill,
        Event(id=first + 10, article=weir.id, title="Weir gave way", start=17, end=25, text="gave", sentence_end=36),
        Event(id=first + 11, article=weir.id, title="Barns swept off", start=47, end=52, sentence_end=61),
        Event(id=first + 12, article=mill.id, title="Weir collapsed", start=7, end=16, text="fell", sentence_end=27),
    ]  # fmt: skip


@pytest.fixture
def mine(library: Library) -> Library:
    library.apply(added("", found(100)))
    return library


@pytest.fixture
def theirs() -> Iterator[Library]:
    with Library.open(None) as library:
        library.apply(added("", found(200)))
        yield library


def brought(mine: Library, theirs: Library) -> Combined:
    combined = combine(theirs.everything(), mine, "Imported")
    mine.apply(combined.change)
    return combined


def one(library: Library, id_: int) -> Event:
    event = library.event(id_)
    assert event is not None
    return event


def test_nothing_comes_of_what_nobody_worked_on(mine: Library, theirs: Library) -> None:
    assert combine(theirs.everything(), mine, "Imported").change.rows == ()


def test_everything_that_was_done_comes_in_once(mine: Library, theirs: Library) -> None:
    weir, barns, mill = (one(theirs, id_) for id_ in (210, 211, 212))
    article = theirs.articles()[0]
    for change in (
        edits.rename(weir, "The weir burst"),
        edits.confirm([one(theirs, 211)]),
        edits.note(barns, "ask the farmer"),
        edits.tag([mill], "flood"),
        edits.note(article, "seen by both"),
        edits.collect([article], "Tolm"),
        edits.add_from_selection(article, 4, 8, Bounds(), title="The weir was built"),
    ):
        theirs.apply(_fresh(theirs, change))
    combined = brought(mine, theirs)
    told = {name: n for name, n in combined.done.items() if n}
    assert told == {"events": 1, "corrections": 1, "confirmations": 1, "notes": 2, "tags": 2}
    assert "corrected events: 1" in combined.words()
    assert one(mine, 110).title == "The weir burst"
    assert "title" in one(mine, 110).corrected
    assert (one(mine, 111).status, one(mine, 111).note) == (Status.CONFIRMED, "ask the farmer")
    assert one(mine, 112).tags == ("flood",)
    here = mine.articles()[0]
    assert (here.note, here.collections) == ("seen by both", ("Tolm",))
    assert [event.title for event in mine.events_of(100)] == ["The weir was built", "The weir burst", "Barns swept off"]
    assert not brought(mine, theirs).change


def _fresh(library: Library, change: Change) -> Change:
    """The change on the rows as they are now."""
    rows = []
    for row in change.rows:
        now = library.event(row.id) or library.article(row.id)
        if row.before is None or now is None:
            rows.append(row)
            continue
        names = [n for n in row.before.__dataclass_fields__ if getattr(row.before, n) != getattr(row.after, n)]
        rows.append(row._replace(before=now, after=replace(now, **{n: getattr(row.after, n) for n in names})))
    return Change(change.label, tuple(rows))


def test_what_both_set_is_offered_and_mine_stays(mine: Library, theirs: Library) -> None:
    mine.apply(edits.rename(one(mine, 110), "My title"))
    mine.apply(edits.note(one(mine, 110), "mine"))
    theirs.apply(edits.rename(one(theirs, 210), "Their title"))
    theirs.apply(edits.set_certainty([one(theirs, 210)], Certainty.CLAIMED))
    theirs.apply(edits.note(one(theirs, 210), "theirs"))
    combined = brought(mine, theirs)
    assert combined.done["choices"] == 1
    event = one(mine, 110)
    assert (event.title, event.certainty, event.note) == ("My title", Certainty.CLAIMED, "mine\n\ntheirs")
    ((asked, offer),) = mine.offers()
    taken = edits.offered(asked, offer)
    assert taken is not None
    assert taken.title == "Their title"
    assert not brought(mine, theirs).change


def test_confirmed_here_and_rejected_there_is_offered(mine: Library, theirs: Library) -> None:
    mine.apply(edits.confirm([one(mine, 110)]))
    theirs.apply(edits.reject([one(theirs, 210)]))
    brought(mine, theirs)
    ((event, offer),) = mine.offers()
    taken = edits.offered(event, offer)
    assert (event.status, taken and taken.status) == (Status.CONFIRMED, Status.REJECTED)


def test_merges_and_what_is_not_the_same_come_in(mine: Library, theirs: Library) -> None:
    theirs.apply(edits.merge([one(theirs, 210), one(theirs, 212)], "The weir"))
    theirs.apply(edits.keep_apart([[one(theirs, 211), one(theirs, 212)]]))
    combined = brought(mine, theirs)
    assert (combined.done["merges"], combined.done["apart"]) == (1, 1)
    (merge,) = mine.merges()
    assert [event.id for event in mine.merge_members(merge.id)] == [110, 112]
    assert [(pair.one, pair.other) for pair in mine.apart()] == [(111, 112)]
    assert not brought(mine, theirs).change


@pytest.mark.parametrize("swapped", [False, True])
def test_what_one_merges_and_the_other_holds_apart_stays_as_it_is_here(
    mine: Library, theirs: Library, swapped: bool
) -> None:
    for library, first, merges in ((mine, 100, swapped), (theirs, 200, not swapped)):
        pair = [one(library, first + 10), one(library, first + 12)]
        library.apply(edits.merge(pair) if merges else edits.keep_apart([pair]))
    combined = brought(mine, theirs)
    assert {name: n for name, n in combined.done.items() if n} == {"held": 1}
    assert len(mine.merges()) == swapped


def test_two_groups_of_mine_become_one_where_a_merge_spans_both(mine: Library, theirs: Library) -> None:
    more = [Event(id=130 + n, article=None, title=f"Alone {n}") for n in range(2)]
    mine.apply(added("", more))
    mine.apply(edits.merge([one(mine, 110), more[0]], "First"))
    mine.apply(edits.merge([one(mine, 112), more[1]], "Second"))
    theirs.apply(edits.merge([one(theirs, 210), one(theirs, 212)]))
    brought(mine, theirs)
    (merge,) = mine.merges()
    assert {event.id for event in mine.merge_members(merge.id)} == {110, 112, 130, 131}


def test_a_certain_date_of_publication_brings_its_dates(mine: Library, theirs: Library) -> None:
    span = TimeExpression(id=150, article=100, start=29, end=35, text="Friday", type="DATE", value="XXXX-WXX-5")
    mine.apply(added("", [span]))
    dated = replace(
        theirs.articles()[0], published="2025-03-29", published_confidence=Confidence.CERTAIN, evidence="typed"
    )
    event = replace(one(theirs, 210), earliest=10, latest=20)
    expression = replace(span, id=250, article=200, begin=10, until=20, value="2025-03-28")
    combined = combine(Bundle((dated,), (expression,), (event,)), mine, "Imported")
    mine.apply(combined.change)
    assert mine.articles()[0].published == "2025-03-29"
    assert mine.expressions(100)[0].begin == 10
    assert one(mine, 110).earliest == 10


def test_an_event_of_no_article_is_known_by_what_it_says(mine: Library, theirs: Library) -> None:
    mine.apply(added("", [Event(id=1, article=None, title="Built", status=Status.ADDED)]))
    theirs.apply(added("", [Event(id=2, article=None, title="Built", status=Status.ADDED, note="in stone")]))
    combined = brought(mine, theirs)
    assert (combined.done["events"], combined.done["notes"]) == (0, 1)
    assert one(mine, 1).note == "in stone"


def test_undone_it_is_as_before(mine: Library, theirs: Library) -> None:
    before = mine.everything()
    theirs.apply(edits.merge([one(theirs, 210), one(theirs, 212)]))
    theirs.apply(added("", [Article(id=300, text="More.", digest="x"), Event(id=301, article=300, title="More")]))
    combined = brought(mine, theirs)
    mine.apply(combined.change.inverse())
    assert mine.everything() == before


@pytest.mark.parametrize("form", ["json", "library"])
def test_own_json_and_a_library_file_bring_the_same(mine: Library, tmp_path: Path, form: str) -> None:
    file = tmp_path / ("Theirs.dateline" if form == "library" else "theirs.json")
    with Library.open(tmp_path / "Theirs.dateline") as theirs:
        theirs.apply(added("", found(200)))
        theirs.apply(edits.keep_apart([[one(theirs, 210), one(theirs, 212)]]))
        theirs.apply(added("", [Merge(id=290, title="Empty")]))
        if form == "json":
            file.write_bytes(FORMATS["json"].write(theirs.everything(), Options()))
    job = importing.Job(Preferences.of(Settings()))
    (outcome,) = importing.read_file(job, file)
    made, change = importing.import_outcome(outcome, mine)
    mine.apply(change)
    assert (made.kind, made.reason) == ("read", "pairs that are not the same: 1")
    assert [(pair.one, pair.other) for pair in mine.apart()] == [(110, 112)]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often something was analysed."""
    calls: list[Article] = []

    def analyse(article: Article, _conventions: object) -> Bundle:
        calls.append(article)
        return Bundle((article,))

    monkeypatch.setattr(importing, "analyse", analyse)
    return lambda: len(calls)


def test_files_and_texts_that_are_here_are_not_analysed(
    library: Library, tmp_path: Path, counted: Callable[[], int]
) -> None:
    file = tmp_path / "weir.txt"
    file.write_text(WEIR)
    job = importing.Job(Preferences.of(Settings()))
    (outcome,) = importing.read_file(job.knowing(library), file)
    library.apply(importing.import_outcome(outcome, library)[1])
    assert len(library.articles()[0].sha256) == 64
    (known,) = importing.read_file(job.knowing(library), file)
    renamed = file.rename(tmp_path / "other.txt")
    (same,) = importing.read_file(job.knowing(library), renamed)
    assert [known.kind, same.kind] == ["already here"] * 2
    assert (known.reason, same.reason) == ("the same file as “weir.txt”", "the same text as “other.txt”")
    assert counted() == 1


def test_an_export_without_texts_brings_the_work_all_the_same(mine: Library, theirs: Library) -> None:
    theirs.apply(edits.rename(one(theirs, 210), "The weir burst"))
    theirs.apply(
        added("", [Article(id=300, text="A ferry.", digest="f"), Event(id=301, article=300, title="F", end=7)])
    )
    content = FORMATS["json"].write(theirs.everything(), Options(texts=False))
    read = FORMATS["json"].read
    assert read is not None
    mine.apply(combine(read(content), mine, "Imported").change)
    assert one(mine, 110).title == "The weir burst"
    assert (one(mine, 301).end, mine.expressions(300)) == (0, [])
