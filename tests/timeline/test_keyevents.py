import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from dateline.core.model import Article, Certainty, Event, Status, new_id
from dateline.core.moment import DAY, parse_iso
from dateline.timeline.keyevents import of_events, published_day


def article(number: int, published: str) -> Article:
    return Article(id=number, text="", published=published)


def event(of: int, day: str, title: str, weight: float = 0.8, merge: int | None = None, days: int = 1) -> Event:
    at = parse_iso(day)
    end = at + days * DAY
    return Event(
        id=new_id(), article=of, title=title, earliest=at, latest_start=end, earliest_end=at, latest=end,
        weight=weight, merge=merge,
    )  # fmt: skip


ARTICLES = [article(1, "2026-03-03"), article(2, "2026-03-20"), article(3, "2026-04-16"), article(4, "2026-03-12")]
FLOOD = [event(n, "2026-03-02", f"The river broke its bank ({n})", merge=7) for n in (1, 2, 3)]
EVENTS = [
    *FLOOD,
    event(1, "2026-03-02", "A school was shut", weight=0.9),
    event(4, "2026-03-12", "Trevane raised its bid", weight=0.6),
    event(4, "2026-03-01", "The year was dry", weight=0.95, days=365),
    event(1, "2026-03-05", "He nodded", weight=0.1),
]


def titles(most: int) -> list[str]:
    return [found.title.partition(" (")[0] for found, _ in of_events(EVENTS, ARTICLES, most)]


def test_the_first_is_what_most_articles_tell_of_the_day_that_is_come_back_to() -> None:
    (found, key), *_ = of_events(EVENTS, ARTICLES, 1)
    assert found in FLOOD
    assert (key.articles, key.named, key.later) == (3, 3, 2)
    assert key.why() == "its day is named in 3 articles, 2 of them a week or more later"


def test_each_day_gives_one_before_any_gives_its_second() -> None:
    assert titles(3) == ["The river broke its bank", "Trevane raised its bid", "A school was shut"]


def test_what_many_only_mention_comes_after_what_several_tell() -> None:
    mentioned = [
        event(n, "2026-03-02", f"The bridge was 50 years old ({n})", weight=0.5, merge=9) for n in (1, 2, 3, 4)
    ]
    (found, key), *_ = of_events([*mentioned, *FLOOD], ARTICLES, 1)
    assert found in FLOOD
    assert key.articles == 3


def test_what_most_articles_tell_in_their_own_words_is_the_news_of_its_day() -> None:
    told = [
        event(1, "2026-03-02", "Trevane lost the ferry contract", weight=0.7),
        event(2, "2026-03-02", "The ferry contract was lost by Trevane", weight=0.72),
        event(3, "2026-03-02", "Trevane has lost its contract for the ferry", weight=0.65),
        event(3, "2026-03-02", "An engineer was called to the harbour", weight=0.9),
        event(4, "2026-03-12", "Trevane raised its bid", weight=0.6),
    ]
    first, second, third = of_events(told, ARTICLES, 3)
    assert (first[0].title, first[1].articles) == (told[1].title, 1)
    assert (second[0].title, third[0].title) == (told[4].title, told[3].title)


def test_what_happened_stands_for_its_day_before_what_was_to_happen_on_it() -> None:
    announced = [
        replace(event(n, "2026-03-02", "The premier will address the assembly"), certainty=Certainty.PLANNED)
        for n in (1, 4)
    ]
    told = event(1, "2026-03-02", "The premier told the assembly that Ardel would leave", weight=0.6)
    assert [found for found, _ in of_events([*announced, told], ARTICLES, 1)] == [told]
    assert [found for found, _ in of_events(announced, ARTICLES, 1)] == announced[:1]


def test_what_is_come_back_to_stands_for_its_day_before_what_one_report_told_in_many_papers() -> None:
    copied = [event(n, "2026-03-02", "Border guards fired into the air", weight=0.8) for n in (1, 1, 5, 6)]
    told = [
        event(1, "2026-03-02", "The assembly suspended Ardel from its council", weight=0.75),
        event(3, "2026-03-02", "Ardel was suspended by the assembly", weight=0.7),
    ]
    papers = [*ARTICLES, article(5, "2026-03-03"), article(6, "2026-03-03")]
    others = [event(4, f"2026-03-{day}", "The weather was mild", weight=0.6) for day in range(10, 14)]
    found = next(
        each for each, _ in of_events([*copied, *told, *others], papers, 8) if each.earliest == told[0].earliest
    )
    assert found in told


def test_words_of_the_whole_story_tell_no_happening_from_another() -> None:
    days = [event(4, f"2026-03-{day}", "The harbour inquiry went on", weight=0.6) for day in range(10, 20)]
    told = [
        event(1, "2026-03-02", "The harbour inquiry had asked for papers", weight=0.7),
        event(2, "2026-03-02", "The harbour inquiry was watched", weight=0.75),
        event(3, "2026-03-02", "Mayor Tallis resigned", weight=0.7),
        event(4, "2026-03-02", "Tallis resigned as mayor", weight=0.65),
    ]
    assert of_events([*days, *told], ARTICLES, 1)[0][0] is told[2]


def test_what_came_some_time_before_a_day_did_not_happen_on_it() -> None:
    before = replace(event(1, "2026-03-02", "The dam had been sold", weight=0.99), earliest=None, earliest_end=None)
    assert [found.title for found, key in of_events([before, FLOOD[0]], ARTICLES, 2) if key.named] == [FLOOD[0].title]


def test_where_days_run_out_the_weightiest_fill_up_and_what_says_too_little_never_does() -> None:
    assert titles(10) == [
        "The river broke its bank", "Trevane raised its bid", "A school was shut", "The year was dry",
    ]  # fmt: skip
    assert of_events(EVENTS, ARTICLES, 10)[-1][1].why() == "one of the weightiest"


def test_what_was_rejected_is_none() -> None:
    rejected = [Event(id=1, article=1, title="x", earliest=0, latest=DAY, status=Status.REJECTED)]
    assert of_events(rejected, ARTICLES, 5) == []
    assert of_events([], [], 5) == []


def test_a_month_of_publication_is_no_day() -> None:
    assert published_day("2026-03") == published_day(None)
    assert published_day("2026-03-02") == parse_iso("2026-03-02") // DAY


def test_the_figures_are_printed() -> None:
    """The short form of `tests/benchmarks/timeline_key.py`: it runs, and prints every figure with its limit."""
    benchmark = Path(__file__).resolve().parents[1] / "benchmarks" / "timeline_key.py"
    short = [sys.executable, str(benchmark), "--events", "2000", "--articles", "40"]
    done = subprocess.run(short, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "key events of 2,000" in done.stdout
    assert "suggestions at 40 articles, 320 events" in done.stdout
    assert done.stdout.count("limit") == 4
