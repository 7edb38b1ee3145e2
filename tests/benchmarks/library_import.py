"""What it costs to bring one more article into a library, at the first of 1,200 articles and at the last.

    .venv/bin/python tests/benchmarks/library_import.py [--articles N]

No text is analysed: articles of one running story and their events are invented (`timeline_key.story`), five published
a day; every fourth repeats a sentence of the one before, as of a wire report, so that copies are sought and joined.
Prints processor time, which a busy machine does not stretch: the medians of the first and the last tenth, and how much
more the last cost.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from timeline_key import story

from dateline import readers
from dateline.app.importing import Outcome, bring_in
from dateline.core.model import Article, Bundle, Event
from dateline.core.moment import DAY, iso, moment
from dateline.library import Library

DAILY = 5
"""Articles published on a day."""
FLAT = 1.5
"""Limit: the last article costs at most so many times the first."""


def outcomes(articles: int) -> Iterator[Outcome]:
    """What reading so many files gave."""
    events, told = story(articles)
    by: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        by[event.article or 0].append(event)
    before: tuple[Article, Event] | None = None
    for number, article in enumerate(told):
        text, found = article.text, by[article.id]
        if before is not None and number % 4 == 0:
            text, copied = _repeated(text, *before)
            found = [*found, replace(copied, id=len(events) + number + 1, article=article.id)]
        published = iso(moment(2024) + number // DAILY * DAY)[:10]
        read = replace(
            article, text=text, title=f"Story {number}", published=published,
            digest=readers.digest(text), fingerprint=readers.fingerprint(text),
        )  # fmt: skip
        bundle = Bundle((read,), (), tuple(replace(event, expression=None) for event in found))
        yield Outcome(f"{number}.txt", "read", bundle=bundle)
        before = article, by[article.id][0]


def _repeated(text: str, article: Article, event: Event) -> tuple[str, Event]:
    """A text with the sentence of another's event behind it, and the event as it is told there."""
    moved = len(text) - event.sentence_start
    sentence = article.text[event.sentence_start : event.sentence_end]
    return f"{text}{sentence} ", replace(
        event, start=event.start + moved, end=event.end + moved,
        sentence_start=len(text), sentence_end=len(text) + len(sentence),
    )  # fmt: skip


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_200)
    articles = max(parser.parse_args().articles, 10)
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "story.dateline") as library:
        for outcome in outcomes(articles):
            begin = time.process_time()
            line = bring_in(outcome, library, library.apply)
            taken.append(1000 * (time.process_time() - begin))
            if line.outcome != "read":
                raise SystemExit(f"{line.file}: {line.outcome}, {line.reason}")
        merges = len(library.merges())
    tenth = articles // 10
    first, last = statistics.median(taken[:tenth]), statistics.median(taken[-tenth:])
    print(f"an article into a library of {tenth:,} or fewer: {first:.1f} ms; copies joined: {merges:,} times")
    print(f"into one of {articles - tenth:,} or more: {last:.1f} ms, {last / first:.2f} times that (limit {FLAT})")


if __name__ == "__main__":
    main()
