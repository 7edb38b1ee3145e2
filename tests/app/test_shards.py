"""The shards of an archive: what is written is read again, and what is none is told apart."""

from pathlib import Path

import pytest

from dateline.app import shards
from dateline.core.model import Article, Bundle, Event, TimeExpression
from dateline.core.moment import DAY, moment
from dateline.errors import DatelineError, Refused

QUAY = Article(id=5, text="The quay fell on Monday.", title="Quay", published="2025-03-30", file="quay")
DAY_NAMED = moment(2025, 3, 3)
MONDAY = TimeExpression(
    id=6,
    article=5,
    start=14,
    end=23,
    text="on Monday",
    type="DATE",
    value="2025-03-03",
    begin=DAY_NAMED,
    until=DAY_NAMED + DAY,
)
FELL = Event(id=7, article=5, title="The quay fell", start=9, end=13, expression=6, earliest=DAY_NAMED)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An archive of one shard: an article, and one that failed."""
    (tmp_path / shards.HEAD).write_text("{}")
    told: list[tuple[str, str, Bundle | str]] = [
        ("quay", "harbour", Bundle((QUAY,), (MONDAY,), (FELL,))),
        ("broken", "harbour", "it has no text"),
    ]
    shards.write(tmp_path, 3, "jsonl", [shards.part(10, told)])
    return tmp_path


def test_what_is_written_is_read_again_with_ids_of_its_place(out: Path) -> None:
    (file,) = shards.articles(out)
    (doc, topic, found), broken = shards.read(file)
    assert (doc, topic, broken) == ("quay", "harbour", ("broken", "harbour", "it has no text"))
    assert isinstance(found, Bundle)
    (article,), (time,), (event,) = found.articles, found.expressions, found.events
    assert (article.text, time.value, event.title, event.earliest) == (QUAY.text, "2025-03-03", FELL.title, DAY_NAMED)
    assert (time.article, event.article, event.expression) == (article.id, article.id, time.id)
    assert len({article.id, time.id, event.id} - {5, 6, 7}) == 3


def test_ids_are_the_same_each_time_and_others_in_another_place() -> None:
    told = [("quay", "harbour", Bundle((QUAY,), (MONDAY,), (FELL,)))]
    assert shards.part(1, told) == shards.part(1, told)
    assert shards.part(1, told).tables["articles"] != shards.part(2, told).tables["articles"]


def test_rows_are_counted(out: Path) -> None:
    assert shards.totals(out) == {"articles": 1, "failed": 1, "times": 1, "events": 1, "days": 2}
    days = (out / "days" / "000003.jsonl").read_text().splitlines()
    assert '"day": "2025-03-03", "articles": 1, "later": 1, "published": 0' in days[0]
    assert '"day": "2025-03-30", "articles": 0, "later": 0, "published": 1' in days[1]


def test_files_of_an_archive_are_known_by_their_place(out: Path, tmp_path: Path) -> None:
    assert shards.table_of(out / "events" / "000003.jsonl") == "events"
    assert shards.table_of(shards.done(out, 3)) == ""
    assert shards.table_of(out / shards.HEAD) == ""
    assert shards.table_of(out / "events" / "notes.txt") is None
    assert shards.table_of(out / "other" / "000003.jsonl") is None
    assert shards.table_of(tmp_path.parent / "events" / "000003.jsonl") is None


def test_a_shard_that_is_not_done_is_passed_over_and_what_is_none_is_refused(out: Path, tmp_path: Path) -> None:
    shards.done(out, 3).unlink()
    assert shards.articles(out) == []
    with pytest.raises(DatelineError, match="is no output of dateline archive"):
        shards.articles(tmp_path / "elsewhere")
    stranger = out / "articles" / "000004.jsonl"
    stranger.write_text('{"text": "no name"}\n')
    with pytest.raises(Refused):
        list(shards.read(stranger))
