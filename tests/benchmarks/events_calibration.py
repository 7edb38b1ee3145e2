"""How often events are right, by the confidence they carry, on the shown sets of ../shared/eval.

    .venv/bin/python tests/benchmarks/events_calibration.py [-v]

Looked at are the events that the annotators placed too. An event is right where it hangs on the annotators' time and
its bounds lie within the interval of that time's value (where the value is a day, week, month, quarter or year).
With -v also by the way to the time, which is what the table in `dateline.events.when.confidence` was fitted to.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from dateline import events, times
from dateline.core.model import Article, Event
from dateline.core.moment import DAY, WEEK, Moment, add_months, from_iso_week, moment

SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval"
SETS = ("timebank", "aquaint")


def interval(value: str) -> tuple[Moment, Moment] | None:
    """The interval of a plain TIMEX3 date value."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d).*", value):
        begin = moment(*map(int, found.groups()))
        return begin, begin + DAY
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        begin = from_iso_week(int(found[1]), int(found[2]))
        return begin, begin + WEEK
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        begin = moment(int(found[1]), int(found[2]))
        return begin, add_months(begin, 1)
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        begin = moment(int(found[1]), int(found[2]) * 3 - 2)
        return begin, add_months(begin, 3)
    if re.fullmatch(r"\d{4}", value):
        return moment(int(value)), moment(int(value) + 1)
    return None


def right(event: Event, gold: dict[str, Any]) -> bool:
    """Whether an event stands where an annotator put it."""
    if event.via_start is None or event.via_end is None:
        return False
    if not (event.via_start < gold["time_end"] and event.via_end > gold["time_start"]):
        return False
    wanted = interval(gold["value"])
    if wanted is None:
        return True
    if event.earliest is None or event.latest is None:
        return False
    return wanted[0] <= event.earliest and event.latest <= wanted[1] + DAY // 4


def judged(name: str) -> list[tuple[Event, bool]]:
    """The events of a set that annotators placed, each with whether it is right."""
    docs = [json.loads(line) for line in (SHARED / "times" / name / "docs.jsonl").open(encoding="utf-8")]
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (SHARED / "events" / f"{name}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        gold[row["doc"]].append(row)
    articles = [Article(id=n, text=d["text"], published=d["dct"], language="en") for n, d in enumerate(docs)]
    pairs = ((a, times.find(a.text, a.published, article=a.id)) for a in articles)
    found = []
    for doc, told in zip(docs, events.find_all(pairs), strict=True):
        for event in told:
            over = [g for g in gold[doc["doc"]] if event.start < g["end"] and event.end > g["start"]]
            if over:
                found.append((event, any(right(event, g) for g in over)))
    return found


def table(title: str, rows: list[tuple[Any, bool]]) -> None:
    """Print share right by the first of each row."""
    print(title)
    by_key: dict[Any, list[bool]] = defaultdict(list)
    for key, good in rows:
        by_key[key].append(good)
    for key in sorted(by_key):
        print(f"  {key!s:42} {len(by_key[key]):5} events  {100 * sum(by_key[key]) / len(by_key[key]):5.1f} % right")


def main() -> None:
    """Print the tables, or why there are none."""
    if not SHARED.exists():
        print("the shown sets (../shared/eval) are not here: nothing to measure")
        return
    rows = [row for name in SETS for row in judged(name)]
    steps = [min(int(event.confidence * 5), 4) for event, _ in rows]
    bins = [(f"{n / 5:.1f} to {n / 5 + 0.2:.1f}", good) for n, (_, good) in zip(steps, rows, strict=True)]
    table("by confidence given", bins)
    if "-v" in sys.argv:
        table("by confidence exactly", [(e.confidence, good) for e, good in rows])
        table("by why", [(re.sub(r"“[^”]*”|\d+", "…", e.why).split(";")[0][:42], good) for e, good in rows])


if __name__ == "__main__":
    main()
