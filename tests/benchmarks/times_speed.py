"""KB of text a second of `dateline.times.find` against dateparser's `search_dates`, in one run; and that it is linear.

    .venv/bin/python tests/benchmarks/times_speed.py [--linear] [--repeat 3]

The text is the timebank set of ../shared where it is there, else news made up here. ``--linear`` also takes the time
of 1 MB and 10 MB of news and of "in in in 1 2 3 May ". Times are of the processor, so that a busy machine does not
count.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "desktop"))

from dateline.times import find  # noqa: E402 # the path must be set before

CORPUS = ROOT.parent / "shared" / "eval" / "times" / "timebank" / "docs.jsonl"
SENTENCES = (
    "The harbour council said on Tuesday that the new ferry would not sail before late {year}.",
    "Prices had risen by 4 percent in the third quarter, from 3.1 percent a year earlier, the ministry reported.",
    "Two fishermen were rescued off the northern cape on Saturday night after their engine failed.",
    "She joined the firm in March {year} and has led its largest workshop for the past three years.",
    "Nobody at the mill could say where the machines had gone, and the owners did not answer the telephone.",
    "The bridge, opened on 14 June {year}, will be closed again next month for repairs to its eastern pier.",
    "A spokeswoman called the offer generous and said that the union was free to turn it down.",
)


def documents() -> list[tuple[str, str]]:
    """Texts with their publication dates."""
    if CORPUS.exists():
        rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
        return [(row["text"], row["dct"]) for row in rows]
    return [(news(2_000, seed), "2025-03-30") for seed in range(100)]


def news(size: int, seed: int = 0) -> str:
    """Made-up news of about so many characters."""
    chance = random.Random(seed)
    text: list[str] = []
    length = 0
    while length < size:
        sentence = chance.choice(SENTENCES).format(year=chance.randint(1950, 2024))
        text.append(sentence + ("\n\n" if chance.random() < 0.2 else " "))
        length += len(text[-1])
    return "".join(text)


def seconds(work: object, repeat: int = 1) -> float:
    """The least processor time of some runs of a function."""
    best = float("inf")
    for _ in range(repeat):
        began = time.process_time()
        work()  # type: ignore[operator]
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linear", action="store_true")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    texts = documents()
    size = sum(len(text.encode()) for text, _ in texts) / 1024
    find("last year", "2025-03-30")
    ours = size / seconds(lambda: [find(text, published) for text, published in texts], options.repeat)
    from dateparser.search import search_dates

    sample = texts[:: max(1, len(texts) // 30)]
    part = sum(len(text.encode()) for text, _ in sample) / 1024
    search_dates("last year", languages=["en"])
    theirs = part / seconds(lambda: [search_dates(text, languages=["en"]) for text, _ in sample])
    print(f"find {ours:,.0f} KB/s · search_dates {theirs:,.0f} KB/s · ratio {ours / theirs:.1f}")
    if options.linear:
        for name, text in (("news", news(10_000_000)), ("in in in 1 2 3 May", "in in in 1 2 3 May " * 530_000)):
            one = seconds(lambda text=text: find(text[:1_000_000], "2025-03-30"))
            ten = seconds(lambda text=text: find(text[:10_000_000], "2025-03-30"))
            print(f"{name}: 1 MB {one:.2f} s · 10 MB {ten:.2f} s · {ten / one:.1f} times")


if __name__ == "__main__":
    main()
