"""Events that several articles tell are offered as one, and only those."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from dateline import events
from dateline.core.model import Article, Certainty, Event, Participant, Status
from dateline.core.moment import DAY, moment
from dateline.events.merge import merging

HERE = Path(__file__).resolve().parent
MONDAY = moment(2031, 5, 12)


def event(number: int, title: str, trigger: str, day: int = 0, **more: object) -> Event:
    begin = MONDAY + day * DAY
    place = Participant(text="Norsted", start=0, end=7, role="place", kind="place", name="Norsted")
    values: dict[str, object] = {
        "id": number, "article": number, "title": title, "text": trigger, "earliest": begin, "latest": begin + DAY,
        "certainty": Certainty.REPORTED, "participants": (place,), "expression": number,
    }  # fmt: skip
    return Event(**(values | more))  # type: ignore[arg-type]


def articles(*numbers: int) -> list[Article]:
    return [Article(id=number, text="") for number in numbers]


def test_same_event_is_offered_with_why_and_where_they_disagree() -> None:
    one = event(1, "Two people injured in a fire in Norsted", "injured")
    other = event(2, "Three people hurt in a fire in Norsted", "hurt")
    (found,) = merging.suggest([one, other], articles(1, 2))
    assert set(found.events) == {1, 2}
    assert found.score >= merging.THRESHOLD
    assert "Norsted" in found.why
    (numbers,) = found.disagreements
    assert numbers.about == "numbers"
    assert dict(numbers.said) == {1: "2", 2: "3"}


def test_three_articles_make_one_group() -> None:
    told = [event(n, "A fire destroyed the mill in Norsted", "destroyed") for n in (1, 2, 3)]
    (found,) = merging.suggest(told, articles(1, 2, 3))
    assert set(found.events) == {1, 2, 3}


def test_what_a_whole_story_is_about_is_one_though_its_words_are_common() -> None:
    told = [
        event(n, f"The ferry Ostra sank {how}", "sank") for n, how in enumerate(["off Norsted", "in a storm"] * 40, 1)
    ]
    found = merging.suggest(told, articles(*range(1, 81)))
    assert max(len(one.events) for one in found) >= 40


def test_copies_of_a_sentence_meet_though_all_its_words_are_common_and_its_day_is_not_known() -> None:
    words = "Norsted council approved the harbour ferry plan"
    others = [event(n, words, "approved", 60 * n) for n in range(1, 70)]
    copied = [
        event(n, words, "approved", latest=MONDAY + 30 * DAY, sentence_start=0, sentence_end=len(words))
        for n in (70, 71)
    ]
    texts = [*articles(*range(1, 70)), *(Article(id=n, text=words) for n in (70, 71))]
    assert {70, 71} in [set(found.events) for found in merging.suggest([*others, *copied], texts)]


HARBOUR = "Norsted council approved the harbour ferry plan by Corin dockers after a march on Lorn"


def _story(*told: str) -> list[Event]:
    """So many events of other days that each word of theirs is a common one."""
    return [event(n, said, said.split()[-1], 60 * n) for n, said in enumerate([*told] * 70, 10)]


def test_near_copies_of_a_sentence_meet_though_all_its_words_are_common() -> None:
    later = HARBOUR.replace("plan", "plan outright")
    copied = [
        event(n, words, "approved", latest=MONDAY + 30 * DAY, sentence_start=0, sentence_end=len(words))
        for n, words in ((1, HARBOUR), (2, later))
    ]
    others = _story(HARBOUR, "outright")
    texts = [Article(id=1, text=HARBOUR), Article(id=2, text=later), *articles(*range(10, 150))]
    assert {1, 2} in [set(found.events) for found in merging.suggest([*copied, *others], texts)]


def test_what_is_told_in_other_words_meets_though_each_of_them_is_common() -> None:
    one = event(1, "Norland was suspending its ties to the Corin embassy", "suspending", 0)
    other = event(2, "Norland halted ties to the embassy of Corin for good reasons of its own", "halted", 1)
    others = _story("Norland", "suspending", "ties", "Corin", "embassy")
    found = merging.suggest([one, other, *others], articles(1, 2, *range(10, 400)))
    assert {1, 2} in [set(suggestion.events) for suggestion in found]


def test_what_one_speaker_says_of_two_things_is_two() -> None:
    minister = Participant(text="Ada Roth", start=0, end=8, role="agent", kind="person", name="Ada Roth")
    sayings = (
        "Foreign Minister Ada Roth said the harbour would need new cranes",
        "Foreign Minister Ada Roth said Norland had a leading role",
    )
    told = [event(n, said, "said", participants=(minister,)) for n, said in enumerate(sayings, 1)]
    texts = [Article(id=n, text=f"{said} at a hearing in Norsted.") for n, said in enumerate(sayings, 1)]
    told = [replace(each, sentence_end=len(texts[each.id - 1].text)) for each in told]
    assert not merging.suggest(told, texts)
    again = [replace(told[0], id=3, article=3), told[0]]
    assert merging.suggest(again, [*texts, Article(id=3, text=texts[0].text)])


def test_what_the_reader_said_is_not_the_same_is_in_no_group() -> None:
    told = [event(n, "A fire destroyed the mill in Norsted", "destroyed") for n in (1, 2, 3)]
    (found,) = merging.suggest(told, articles(1, 2, 3), {(1, 2)})
    assert not {1, 2} <= set(found.events)


@pytest.mark.parametrize(
    "other",
    [
        event(2, "A fire destroyed the mill in Norsted", "destroyed", 9),
        event(2, "A fire destroyed the mill in Norsted", "destroyed", article=1),
        event(2, "A fire destroyed the mill in Norsted", "destroyed", status=Status.REJECTED),
        event(2, "A fire destroyed the mill in Norsted", "destroyed", binned=True),
        event(2, "A fire destroyed the mill in Norsted", "destroyed", earliest=None, latest=None),
        event(2, "The mayor opened a school in Norsted", "opened"),
    ],
    ids=["another week", "same article", "rejected", "binned", "undated", "another thing"],
)
def test_not_offered(other: Event) -> None:
    one = event(1, "A fire destroyed the mill in Norsted", "destroyed")
    assert merging.suggest([one, other], articles(1, 2)) == []


def test_what_did_not_happen_is_another_event() -> None:
    one = event(1, "The mill in Norsted reopened", "reopened")
    other = event(2, "The mill in Norsted did not reopen", "reopen")
    assert merging.suggest([one, other], articles(1, 2)) == []


def test_twins_of_one_sentence_are_compared_once() -> None:
    told = [event(n, "A fire destroyed the mill in Norsted", "destroyed") for n in (1, 2)]
    twin = event(3, "A fire destroyed the mill in Norsted", "fire", article=1)
    (found,) = merging.suggest([*told, twin], articles(1, 2))
    assert len(found.events) == 2


def test_what_an_article_tells_again_by_the_noun_alone_is_in_the_group() -> None:
    text = "Marrow Rail opened the Vesting tunnel. Since its opening the tunnel has carried two million people."
    opened = event(1, "Marrow Rail opened the Vesting tunnel", "opened", sentence_end=38)
    noun = event(3, "Its opening", "opening", article=1, sentence_start=39, sentence_end=len(text))
    carried = event(
        4, "The tunnel has carried two million people since its opening", "carried", article=1, sentence_start=39,
        sentence_end=len(text),
    )  # fmt: skip
    other = event(2, "Marrow Rail opened the tunnel at Vesting", "opened")
    (found,) = merging.suggest([opened, noun, carried, other], [Article(id=1, text=text), Article(id=2, text="")])
    assert set(found.events) == {1, 2}
    assert found.again == (3,)


def test_what_is_told_is_compared_apart_from_who_says_so() -> None:
    told = event(1, "Fourteen people died in Norsted", "died")
    said = event(1, "The coast guard said fourteen people died in Norsted", "said")
    said = replace(said, id=3)
    other = event(2, "Fourteen people died in Norsted", "died")
    (found,) = merging.suggest([told, said, other], articles(1, 2))
    assert set(found.events) == {1, 2}


def test_one_source_may_give_another_date() -> None:
    told = [
        event(number, "Two people killed by a flood in Norsted", "killed", day=day, latest=MONDAY + until * DAY)
        for number, day, until in ((1, 0, 1), (2, 0, 3), (3, 0, 3), (4, 2, 3))
    ]
    (found,) = merging.suggest(told, articles(1, 2, 3, 4))
    assert set(found.events) == {1, 2, 3, 4}
    assert "date" in [disagreement.about for disagreement in found.disagreements]


def test_a_question_is_no_event_to_merge() -> None:
    asked = event(1, "Did the dam fail in Norsted?", "fail")
    assert merging.suggest([asked, event(2, "The dam failed in Norsted", "failed")], articles(1, 2)) == []


def test_versions_of_one_article_are_not_offered() -> None:
    told = [event(n, "A fire destroyed the mill in Norsted", "destroyed") for n in (1, 2)]
    versions = [Article(id=1, text=""), Article(id=2, text="", version_of=1)]
    assert merging.suggest(told, versions) == []


def test_already_merged_events_are_not_offered_again() -> None:
    told = [event(n, "A fire destroyed the mill in Norsted", "destroyed", merge=5) for n in (1, 2)]
    assert merging.suggest(told, articles(1, 2)) == []


@pytest.fixture(scope="module")
def benchmark(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("tests/benchmarks/events_merging.py")


@pytest.mark.skipif(not events.available(), reason="the English language model is not installed")
def test_precision_and_recall_on_the_labelled_cases(benchmark: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    figures = benchmark.run("labelled cases", *benchmark.read_cases(HERE / "merge_cases.toml"))
    assert figures["precision"] >= 0.9
    assert figures["recall"] >= 0.7
