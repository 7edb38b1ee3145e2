"""How long key events take over 1,000,000 events, and merge suggestions over the events of 1,200 articles.

    .venv/bin/python tests/benchmarks/timeline_key.py [--events N] [--articles N]

No text is analysed: rows and their titles are invented. Key events are asked of columns, as a library
keeps them; suggestions of events whose days, names and words meet as those of one running story do. Prints processor
time, which a busy machine does not stretch; the first part also shows plain ranking in a loop of Python (a tenth of the
events, times ten) as its rival.
"""

import argparse
import itertools
import math
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from dateline.core.model import Article, Event, Participant
from dateline.core.moment import DAY, Granularity, moment
from dateline.events.merge import merging
from dateline.timeline.keydays import LATER
from dateline.timeline.keyevents import Rows, choose

KEY, EACH = 200, 0.4
"""Limits: milliseconds for the key events of all rows, and for the suggestions of an event."""
WHO = re.findall(
    r"\w+", "ministers dockers insurers divers judges captains pilots residents surveyors buyers auditors engineers"
)
DID = re.findall(r"\w+", "rejected opened flooded signed closed struck voted rescued arrested raised sealed warned")
SYLLABLES = re.findall(r"\w+", "ka ro vel mi tan os ler du ban sha fir gol pe nor ix wa")
WHAT = re.findall(
    r"\w+", "bridge harbour mole tunnel ferry wage tower dam contract inquiry terminal warehouse crane lighthouse"
)


def columns(events: int) -> Rows:
    """So many events of a tenth as many articles through twenty years, a tenth of them in merged groups."""
    dice = np.random.default_rng(7)
    articles = max(events // 10, 1)
    published = dice.integers(730_000, 737_300, articles)
    article = dice.integers(0, articles, events)
    day = published[article] - np.minimum(dice.geometric(0.2, events) - 1, 3_000)
    group = np.where(dice.random(events) < 0.1, dice.integers(1, events // 30 + 2, events), 0)
    shown = dice.random(events) < 0.3
    closed = np.ones(events, np.bool_)
    return Rows(day * DAY, (day + 1) * DAY, article, group, dice.random(events), shown, closed, closed, published)


def titles(rows: np.ndarray) -> list[str]:
    """An invented title for each of some rows."""
    return [f"{WHO[row % 11]} {DID[row % 12]} the {WHAT[row % 13]} {WHAT[row % 7]}" for row in rows.tolist()]


def story(articles: int, each: int = 8) -> tuple[list[Event], list[Article]]:
    """Articles of one year, each with events of the days around it, that share names, words and days."""
    dice = random.Random(11)
    # As in real text a few words and names are common and most are rare.
    vocabulary = ["".join(dice.choices(SYLLABLES, k=3)) for _ in range(8_000)]
    common = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))
    names = [word.title() for word in dice.sample(vocabulary, 400)]
    often = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(names))))
    told: list[Article] = []
    found: list[Event] = []
    for number in range(1, articles + 1):
        day = moment(2024) + dice.randrange(365) * DAY
        text = ""
        for _ in range(each):
            who, verb, what = dice.choice(WHO), dice.choice(DID), dice.choice(WHAT)
            name, more = dice.choices(names, cum_weights=often)[0], dice.choices(vocabulary, cum_weights=common, k=8)
            begin = len(text)
            title = f"{name} {who} {verb} the {more[0]} {what}"
            text += f"{title} after {' '.join(more[1:])}. "
            at = day - dice.randrange(4) * DAY
            part = Participant(text=name, start=begin, end=begin + 3, role="agent", kind="organisation", name=name)
            found.append(
                Event(
                    id=len(found) + 1, article=number, title=title, text=verb, start=begin, end=begin + 4,
                    sentence_start=begin, sentence_end=len(text) - 1, earliest=at, latest_start=at + DAY,
                    earliest_end=at, latest=at + DAY, granularity=Granularity.DAY, expression=len(found) + 1,
                    participants=(part,),
                )
            )  # fmt: skip
        told.append(Article(id=number, text=text, published=f"2024-{1 + number % 12:02d}-03", language="en"))
    return found, told


def by_hand(rows: Rows) -> dict[int, float]:
    """The rival: the days' scores, counted in a loop."""
    naming: dict[int, set[int]] = defaultdict(set)
    for at, article in zip((rows.at // DAY).tolist(), rows.article.tolist(), strict=True):
        naming[at].add(article)
    published = rows.published.tolist()
    later = {day: sum(published[one] - day >= LATER for one in by) for day, by in naming.items()}
    return {day: math.log1p(len(by)) + math.log1p(later[day]) for day, by in naming.items()}


def taken(job: Callable[[], Any], times: int = 5) -> float:
    """The median of the processor's milliseconds."""
    runs = []
    for _ in range(times):
        begin = time.process_time()
        job()
        runs.append(1000 * (time.process_time() - begin))
    return sorted(runs)[times // 2]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=1_200)
    arguments = parser.parse_args()
    rows, few = columns(arguments.events), columns(max(arguments.events // 10, 1))
    ours, rival = taken(lambda: choose(rows, 25, titles)), 10 * taken(lambda: by_hand(few), 1)
    print(f"key events of {arguments.events:,}: {ours:.0f} ms (limit {KEY}; ranking alone in a loop: {rival:.0f} ms)")
    for articles in (arguments.articles // 4, arguments.articles // 2, arguments.articles):
        events, told = story(articles)
        each = taken(partial(merging.suggest, events, told), 1) / max(len(events), 1)
        print(f"suggestions at {articles:,} articles, {len(events):,} events: {each:.2f} ms an event (limit {EACH})")


if __name__ == "__main__":
    main()
