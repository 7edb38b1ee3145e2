"""Which events an image tells of, and their captions."""

from dataclasses import replace
from pathlib import Path

from tests.export.image.made import ARTICLES, EVENTS, STORY, ImageOptions, M, counted, event, texts

from dateline.core.model import Bundle, Certainty, Conventions, Event, Merge, Status
from dateline.core.moment import DAY, moment
from dateline.export.image import write
from dateline.export.image.events import articles_of, captions, certainty_words, merged, range_of, told
from dateline.export.image.files import lay_out
from dateline.export.image.options import ImageOptions as Plain
from dateline.timeline.spans import Spans


def test_rejected_and_binned_events_are_left_out_and_a_range_is_kept() -> None:
    events = (replace(EVENTS[0], status=Status.REJECTED), replace(EVENTS[1], binned=True), *EVENTS[2:])
    assert counted(replace(STORY, events=events), ImageOptions()) == 14
    assert counted(STORY, ImageOptions(begin=M(2025, 4, 2), until=M(2025, 4, 20))) == 2


def test_a_merged_event_is_one_mark_and_all_its_sources_are_listed(tmp_path: Path) -> None:
    coarse = replace(EVENTS[8], merge=5)
    fine = event(20, "keel and hull inspected", M(2025, 1, 14), M(2025, 1, 15), merge=5)
    assert {coarse.article, fine.article} == {1, 2}
    story = Bundle(ARTICLES, (), (coarse, fine), (Merge(id=5, title="the ferry's inspection"),))
    assert [mark.id for mark in lay_out(story, ImageOptions())[0].scene.marks] == [20]
    (file,) = write(story, tmp_path / "story.svg", ImageOptions(width=1100))
    said = texts(file.read_text(encoding="utf-8"))
    assert "The ferry's inspection" in said.replace("&apos;", "'").replace("&#39;", "'")
    assert "14 January 2025" in said
    assert "The Brennay Courier" in said
    assert "Strait News" in said


def test_dates_are_written_as_the_reader_writes_them(tmp_path: Path) -> None:
    (file,) = write(STORY, tmp_path / "de.svg", ImageOptions(locale="de_DE"))
    assert "29. März 2025, Nacht" in texts(file.read_text(encoding="utf-8"))


def test_an_evening_is_named_by_the_hours_that_the_reader_gives_it() -> None:
    story = Bundle(ARTICLES, (), (replace(EVENTS[0], earliest=M(2025, 3, 29, 17), latest=M(2025, 3, 30)),))
    for conventions, words in (
        (Conventions(evening=(17, 24)), "29 March 2025, evening"),
        (Conventions(), "29 March 2025, 17:00–00:00"),
    ):
        (mark,) = lay_out(story, ImageOptions(conventions=conventions))[0].scene.marks
        assert mark.label[-1].text == words


ONE_DAY = Event(id=1, article=1, title="Quay fell", earliest=moment(2025, 3, 3), latest=moment(2025, 3, 4), weight=0.9)


def test_rejected_and_binned_events_and_those_of_binned_articles_are_not_told() -> None:
    rows = (ONE_DAY, replace(ONE_DAY, id=2, status=Status.REJECTED), replace(ONE_DAY, id=3, binned=True),
            replace(ONE_DAY, id=4, weight=0.1))  # fmt: skip
    assert [event.id for event in told(Bundle(events=rows), Plain(show="all"))] == [1, 4]
    assert [event.id for event in told(Bundle(events=rows), Plain(show="main"))] == [1]
    assert told(Bundle(events=rows), Plain(show="all", until=moment(2025, 1))) == []


def test_a_group_is_its_best_member_under_its_title() -> None:
    rows = [replace(ONE_DAY, merge=5), replace(ONE_DAY, id=2, article=2, earliest=None, latest=None, merge=5)]
    (shown,) = merged(rows, [Merge(id=5, title="The fall")])
    assert (shown.id, shown.title) == (1, "The fall")
    assert [articles_of(rows)(event) for event in (*rows, replace(ONE_DAY, id=3))] == [2, 2, 1]


def test_captions_say_how_sure_an_event_is_where_it_is_not_plain() -> None:
    denied = replace(ONE_DAY, id=2, certainty=Certainty.DENIED)
    plain, sure = captions([ONE_DAY, denied], Plain())([1, 2])
    assert plain.title == "Quay fell"
    assert "denied" in sure.words
    assert "reported" not in plain.words
    assert certainty_words(Certainty.PLANNED, Plain(say=lambda words, _count=0: f"<{words}>")) == "<planned>"


def test_an_open_side_of_the_range_reaches_as_far_as_the_events() -> None:
    spans = Spans.from_events([ONE_DAY])
    begin, until = range_of(spans, Plain())
    assert begin < moment(2025, 3, 3) < moment(2025, 3, 4) < until
    assert range_of(spans, Plain(begin=moment(2025, 1)))[0] == moment(2025, 1)
    assert range_of(spans, Plain(until=moment(2025, 3, 3) + DAY // 2))[1] == moment(2025, 3, 3) + DAY // 2
