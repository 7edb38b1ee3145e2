"""Precision and recall of the merge suggestions: on labelled cases of invented news, and on the sample stories.

    .venv/bin/python tests/benchmarks/events_merging.py [-v]

A suggested pair is right where both sides (an event, and what tells it again in its article) carry the same label: that
of a trigger, or of another trigger in its sentence where one title begins with the other ("A tremor", "A tremor shook
Sellin"). What is sought are the pairs of
articles that tell the same labelled event. The rival in the same run is rapidfuzz alone: titles whose token set ratio
is 80 or more.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from dateline import events, paths, readers, times
from dateline.core.model import Article, Event
from dateline.events.merge import merging

CASES = Path(__file__).resolve().parents[1] / "events" / "merge"
Side = frozenset[int]
Pairs = set[tuple[Side, Side]]
"""Tellings of one event in two articles, each by the ids of its events."""


def read_cases(file: Path) -> tuple[list[Article], dict[tuple[int, int], str]]:
    """The articles of a file of cases, and the label of each marked trigger by article and offset."""
    articles, labels = [], {}
    for number, case in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["articles"], 1):
        plain, end = "", 0
        text = case["text"].strip()
        for mark in re.finditer(r"\{([\w-]+):(\w+)\}", text):
            plain += text[end : mark.start()]
            labels[number, len(plain)] = mark[1]
            plain, end = plain + mark[2], mark.end()
        articles.append(Article(id=number, text=plain + text[end:], published=case["published"], language="en"))
    return articles, labels


def read_samples(file: Path) -> tuple[list[Article], dict[tuple[int, int], str]]:
    """The sample stories as the demo reads them, and the labels of their triggers."""
    articles: list[Article] = []
    for story in sorted((paths.resources() / "samples").iterdir()):
        for item in readers.read(story):
            if isinstance(item, Article) and item.language == "en":
                articles.append(replace(item, id=len(articles) + 1, file=story.name))
    labels = {}
    for group in tomllib.loads(file.read_text(encoding="utf-8"))["same"]:
        for name, quote in group["told"]:
            for article in articles:
                if article.file == name and quote in article.text:
                    labels[article.id, article.text.index(quote)] = group["key"]
    return articles, labels


def told(articles: Iterable[Article]) -> list[Event]:
    """The events of the articles."""
    pairs = [(a, times.find(a.text, a.published, article=a.id)) for a in articles]
    return [event for found in events.find_all(pairs) for event in found]


def labelled(found: list[Event], labels: dict[tuple[int, int], str]) -> dict[int, str]:
    """The label of each event by its id, "" where it has none."""
    marked = [(e, labels[e.article or 0, e.start]) for e in found if (e.article or 0, e.start) in labels]
    label = {}
    for e in found:
        near = [(one, key) for one, key in marked if (one.article, one.sentence_start) == (e.article, e.sentence_start)]
        twins = [key for one, key in near if one.title.startswith(e.title) or e.title.startswith(one.title)]
        label[e.id] = labels.get((e.article or 0, e.start), twins[0] if twins else "")
    return label


def measure(found: list[Event], pairs: Pairs, labels: dict[tuple[int, int], str]) -> dict[str, float]:
    """Precision of the pairs and the share of the labelled pairs that they hold."""
    label = labelled(found, labels)
    article = {e.id: e.article or 0 for e in found}
    wanted = {
        (one, *sorted((a, b)))
        for one in set(labels.values())
        for a, b in combinations(sorted({article for (article, _), key in labels.items() if key == one}), 2)
    }
    shared = {pair: {label[a] for a in pair[0]} & {label[b] for b in pair[1]} - {""} for pair in pairs}
    right = {
        (key, *sorted((article[min(one)], article[min(other)])))
        for (one, other), keys in shared.items()
        for key in keys
    }
    good = sum(map(bool, shared.values()))
    return {
        "pairs": len(pairs),
        "precision": round(good / max(1, len(pairs)), 3),
        "recall": round(len(right & wanted) / max(1, len(wanted)), 3),
        "wanted": len(wanted),
    }


def suggested(found: list[Event], articles: list[Article]) -> Pairs:
    """The pairs that Dateline offers."""
    article = {e.id: e.article for e in found}
    pairs = set()
    for one in merging.suggest(found, articles):
        sides: dict[int | None, set[int]] = {}
        for id_ in (*one.events, *one.again):
            sides.setdefault(article[id_], set()).add(id_)
        pairs |= set(combinations(map(frozenset, sides.values()), 2))
    return pairs


def rival(found: list[Event], articles: list[Article]) -> Pairs:
    """The pairs of similar titles."""
    return {
        (frozenset((one.id,)), frozenset((other.id,)))
        for one, other in combinations(found, 2)
        if one.article != other.article and fuzz.token_set_ratio(one.title, other.title) >= 80
    }


def show(found: list[Event], pairs: Pairs, labels: dict[tuple[int, int], str]) -> None:
    """Print the pairs that are wrong and the labels that were missed."""
    by_id, label = {e.id: e for e in found}, labelled(found, labels)
    hit: set[tuple[str, int, int]] = set()
    for here, there in pairs:
        keys = {label[a] for a in here} & {label[b] for b in there} - {""}
        a, b = by_id[min(here)], by_id[min(there)]
        low, high = sorted((a.article or 0, b.article or 0))
        hit |= {(key, low, high) for key in keys}
        if not keys:
            print("  wrong:", label[a.id] or "-", label[b.id] or "-", "|", a.title, "|", b.title)
    for one in sorted(set(labels.values())):
        having = sorted({article for (article, _), key in labels.items() if key == one})
        for first, second in combinations(having, 2):
            if (one, first, second) not in hit:
                titles = [e.title for e in found if labels.get((e.article or 0, e.start)) == one]
                print("  missed:", one, first, second, titles)


def run(name: str, articles: list[Article], labels: dict[tuple[int, int], str]) -> dict[str, float]:
    """Measure both ways on one set and print the figures."""
    found = told(articles)
    ways: dict[str, Callable[[list[Event], list[Article]], Pairs]] = {"dateline": suggested, "titles alone": rival}
    figures = {way: measure(found, pairs(found, articles), labels) for way, pairs in ways.items()}
    for way, figure in figures.items():
        print(f"{name}: {way}: {figure}")
    if "-v" in sys.argv:
        show(found, suggested(found, articles), labels)
    return figures["dateline"]


def main() -> None:
    """Print the figures of every set."""
    sets = [
        run("labelled cases", *read_cases(CASES / "merge_cases.toml")),
        run("more cases", *read_cases(CASES / "merge_more.toml")),
        run("cases to check", *read_cases(CASES / "merge_check.toml")),
        run("cases labelled last", *read_cases(CASES / "merge_fresh.toml")),
        run("sample stories", *read_samples(CASES / "merge_samples.toml")),
    ]
    right = sum(one["precision"] * one["pairs"] for one in sets) / sum(one["pairs"] for one in sets)
    found = sum(one["recall"] * one["wanted"] for one in sets) / sum(one["wanted"] for one in sets)
    print(f"all: dateline: precision {right:.3f}, recall {found:.3f}")


if __name__ == "__main__":
    main()
