"""How fast a library of 100,000 articles and 1,000,000 events answers, each figure also against the bare SQL.

    python tests/benchmarks/library_scale.py [--articles N] [--events-each N] [--file FILE]

Makes the library from invented rows (kept for the next run where --file is given) and prints medians.
"""

import argparse
import itertools
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from dateline.core.change import added
from dateline.core.filter import Filter
from dateline.core.model import Article, Certainty, Event, Participant, Row, Status, TimeExpression
from dateline.core.moment import DAY, Granularity, moment
from dateline.library import Library
from dateline.timeline.scale import Piece, Scale
from dateline.timeline.spans import Spans
from dateline.timeline.view import loads, rows_of

SYLLABLES = re.findall(r"\w+", "ka ro vel mi tan os ler du ban sha fir gol pe nor ix wa len ta ri su mo ek jan bri")
VERBS = re.findall(
    r"\w+", "met struck closed opened fell rose voted marched fled signed warned seized flooded burned won lost"
)
NOUNS = re.findall(
    r"\w+", "council bridge harbour strike market river hospital border court school mine train army budget"
)
BATCH = 500  # articles a change


def word(dice: random.Random, syllables: int = 3) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(syllables))


def rows(articles: int, each: int) -> Iterator[list[Row]]:
    """The rows of invented articles, a batch at a time; the same in every run."""
    dice = random.Random(7)
    # As in real text a few words are common and most are rare.
    vocabulary = NOUNS + VERBS + [word(dice) for _ in range(30_000)]
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))
    people = [f"{word(dice, 2).title()} {word(dice).title()}" for _ in range(20_000)]
    places = [word(dice).title() for _ in range(3_000)]
    collections, tags = [f"Collection {n}" for n in range(40)], [f"tag {n}" for n in range(60)]
    ids = itertools.count(1)
    batch: list[Row] = []
    for number in range(articles):
        day = moment(2005) + dice.randrange(20 * 365) * DAY
        sentences, spans, at = [], [], 0
        for _ in range(each):
            words = dice.choices(vocabulary, cum_weights=weights, k=16)
            sentence = " ".join(words).capitalize() + "."
            sentences.append(sentence)
            spans.append((at, at + len(sentence)))
            at += len(sentence) + 1
        article = Article(
            id=next(ids) << 20 | dice.getrandbits(20),
            text=" ".join(sentences),
            title=" ".join(dice.choices(vocabulary, cum_weights=weights, k=6)).capitalize(),
            published=f"{2005 + number % 20}-03-04",
            site=f"news{number % 50}.example",
            digest=f"{number:08x}",
            fingerprint=dice.getrandbits(62),
            collections=(dice.choice(collections),) if dice.random() < 0.5 else (),
            tags=(dice.choice(tags),) if dice.random() < 0.1 else (),
        )
        batch.append(article)
        for begin, end in spans:
            start = day - dice.randrange(400) * DAY
            length = dice.choice((DAY, DAY, 7 * DAY, 30 * DAY, 365 * DAY))
            expression = TimeExpression(
                id=next(ids) << 20 | dice.getrandbits(20), article=article.id, start=begin, end=begin + 9,
                text="on Monday", type="DATE", value="2025-03-03", begin=start, until=start + length,
                rule="weekday", why="The Monday before publication.",
            )  # fmt: skip
            who, where = dice.choice(people), places[int(dice.random() ** 3 * len(places))]
            event = Event(
                id=next(ids) << 20 | dice.getrandbits(20), article=article.id,
                title=" ".join(dice.choices(vocabulary, cum_weights=weights, k=4)), start=begin, end=begin + 6,
                text="struck", sentence_start=begin, sentence_end=end, earliest=start, latest_start=start + length,
                earliest_end=start, latest=start + length if dice.random() > 0.03 else None,
                granularity=dice.choice((Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR)),
                certainty=dice.choice(tuple(Certainty)), status=dice.choice((Status.FOUND,) * 9 + (Status.CONFIRMED,)),
                participants=(
                    Participant(text=who.split()[1], start=begin, end=begin + 6, role="agent", kind="person", name=who),
                    Participant(text=where, start=begin, end=begin + 6, role="place", kind="place"),
                ),
                expression=expression.id, words="on Monday", why="It hangs on the words “on Monday”.", confidence=0.8,
                tags=(dice.choice(tags),) if dice.random() < 0.02 else (),
            )  # fmt: skip
            batch += [expression, event]
        if (number + 1) % BATCH == 0:
            yield batch
            batch = []
    if batch:
        yield batch


class Taken(NamedTuple):
    """Milliseconds: by the clock, and of the processor's time (what a busy machine would take alone)."""

    clock: float
    processor: float


def median(job: Callable[[], Any], times: int = 9) -> Taken:
    """The median time of a job."""
    taken = []
    for _ in range(times):
        begin, busy = time.perf_counter(), time.process_time()
        job()
        taken.append(((time.perf_counter() - begin) * 1000, (time.process_time() - busy) * 1000))
    return middle(taken)


def middle(taken: Iterable[tuple[float, float]]) -> Taken:
    """The medians of several times."""
    clock, busy = zip(*taken, strict=True)
    return Taken(statistics.median(clock), statistics.median(busy))


def line(name: str, ours: Taken, limit: float, bare: Taken | None = None, rival: str = "") -> None:
    ratio = f"  {ours.clock / bare.clock:6.2f} × bare SQL ({bare.clock:.1f} ms: {rival})" if bare else ""
    missed = "  MISSED" if ours.clock > limit else ""
    print(
        f"{name:<52} {ours.clock:8.1f} ms, processor {ours.processor:7.1f} (limit {limit:g}){missed}{ratio}", flush=True
    )


def build(path: Path, articles: int, each: int) -> None:
    begin = time.perf_counter()
    library = Library.open(path)
    for number, batch in enumerate(rows(articles, each)):
        library.apply(added(f"Imported batch {number}", batch))
    library.close(backup=False)
    taken = time.perf_counter() - begin
    print(f"made {articles * each:,} events in {taken:.0f} s ({articles * each / taken:,.0f} a second)")


def measure(path: Path) -> None:
    connection = sqlite3.connect(path)
    articles, events = (connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("articles", "events"))
    size = path.stat().st_size
    print(f"{articles:,} articles, {events:,} events; {size / 2**20:,.0f} MiB, {size / events:,.0f} bytes an event")
    parts = {
        row[0]: row[1]
        for row in connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC")
    }
    print(
        "  " + ", ".join(f"{name} {total / events:.0f}" for name, total in list(parts.items())[:8]) + " bytes an event"
    )

    def opened() -> None:
        library = Library.open(path)
        library.spans()
        library.close()

    def sql_opened() -> None:
        bare = sqlite3.connect(path)
        bare.execute("SELECT id, earliest, latest_start, earliest_end, latest FROM events").fetchall()
        bare.close()

    line("opening", median(lambda: Library.open(path).close(), 5), 1000)
    line(
        "opening and the timeline's arrays", median(opened, 3), 1000, median(sql_opened, 3), "the bounds of all events"
    )
    library = Library.open(path)
    library.spans()
    searches(library, connection)
    counts(library, connection)
    ranges(library, connection)


def searches(library: Library, connection: sqlite3.Connection) -> None:
    dice = random.Random(3)
    vocabulary = [row[0] for row in connection.execute("SELECT title FROM events WHERE slot % 97 = 0")]
    rare = [dice.choice(title.split()) for title in dice.choices(vocabulary, k=40)]
    queries = rare + [f"{a} {b}" for a, b in itertools.pairwise(rare[:10])] + NOUNS[:6] + [r[:4] for r in rare[:6]]

    def bare(query: str) -> None:
        words = " AND ".join(f'"{each}"' for each in query.split())
        for table in ("articles_fts", "events_fts"):
            connection.execute(
                f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT 20", [words]
            ).fetchall()

    for query in queries:  # warms the file's pages for both
        bare(query)
    ours = [median(partial(library.search, query, 20), 3) for query in queries]
    theirs = [median(partial(bare, query), 3) for query in queries]
    line("first page of a search, median", middle(ours), 50, middle(theirs), "FTS5 by rank")
    line("first page of a search, slowest of 62", max(ours), 500, max(theirs), "FTS5 by rank")


def counts(library: Library, connection: sqlite3.Connection) -> None:
    narrowed = Filter(places=(library.facets().places[0][0],), certainties=(Certainty.REPORTED, Certainty.CLAIMED))
    period = Filter(begin=moment(2012), until=moment(2016))

    def bare() -> None:
        for column in ("article", "certainty", "granularity", "status"):
            connection.execute(f"SELECT {column}, count(*) FROM events GROUP BY {column}").fetchall()

    theirs = median(bare, 1)
    rival = "GROUP BY of four of the ten"
    for name, wanted in (("nothing", Filter()), ("a place and two certainties", narrowed), ("four years", period)):
        line(f"facet counts, narrowed to {name}", median(partial(_fresh_facets, library, wanted)), 200, theirs, rival)
    word_filter = Filter(text="bridge")
    line(
        "facet counts, narrowed to a common word",
        median(lambda: _fresh_facets(library, word_filter)),
        200,
        theirs,
        rival,
    )


def _fresh_facets(library: Library, wanted: Filter) -> None:
    library._fresh()._masks.clear()  # what is kept from the last question must not count
    library._fresh()._facets.clear()
    library.facets(wanted)


def visible(spans: Spans, begin: int, until: int) -> list[Any]:
    """The rows that the timeline takes for a visible range."""
    scale = Scale((Piece(begin, until, 0.0, 1600.0),))
    return [rows_of(spans, load, begin) for load in loads(spans, scale, frozenset(), 1600.0)]


def ranges(library: Library, connection: sqlite3.Connection) -> None:
    dice = random.Random(5)
    sql = "SELECT id, earliest, latest_start, earliest_end, latest FROM events WHERE earliest < ? AND latest > ?"
    spans = library.spans()

    def ours(begin: int, days: int) -> Taken:
        return median(lambda: visible(spans, begin, begin + days * DAY), 5)

    def theirs(begin: int, days: int) -> Taken:
        return median(lambda: connection.execute(sql, [begin + days * DAY, begin]).fetchall(), 1)

    for name, days in (("a month", 30), ("two years", 730), ("twenty years", 7300)):
        begins = [moment(2005) + dice.randrange(max(1, 7300 - days)) * DAY for _ in range(5)]
        taken = middle(ours(begin, days) for begin in begins)
        line(f"visible range of {name}", taken, 30, theirs(begins[0], days), "SELECT of the range")
    filters = [Filter(certainties=(Certainty.REPORTED,)), Filter(places=(library.facets().places[1][0],))]
    for wanted in filters:

        def first(wanted: Filter = wanted) -> None:
            library._fresh()._masks.clear()
            library._fresh()._spans.clear()
            visible(library.spans(wanted), moment(2010), moment(2011))

        line("visible range of a year, filter just changed", median(first), 30)
    event = library.events(Filter(), limit=1, offset=500_000)
    line(
        "a page of 200 events from the middle", median(lambda: library.events(Filter(), limit=200, offset=400_000)), 200
    )
    if event:
        from dateline.library import edits

        def renamed() -> None:
            current = library.event(event[0].id)
            assert current is not None
            library.apply(edits.rename(current, current.title + "!"))

        line("an edit, on the disk", median(renamed), 100)
        library.changed = False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--events-each", type=int, default=10)
    parser.add_argument("--file", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.file or Path(folder) / "Scale.dateline"
        if not path.exists():
            build(path, arguments.articles, arguments.events_each)
        measure(path)


if __name__ == "__main__":
    main()
