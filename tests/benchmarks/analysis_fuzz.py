"""Cuts, splices and mixes texts and finds times and events in each: nothing may raise, hang or fill the memory.

    .venv/bin/python tests/benchmarks/analysis_fuzz.py [--texts 20000] [--seed 1] [--times-only]

The texts are pieces of the sample articles, of the grammars' examples and of invented news in English, German, French
and Spanish, with numbers, signs and time words strewn in; every language is read as itself and now and then as
another, with and without a publication date. Prints how many times and events were found and what went wrong; exit
status 1 where anything did, a text took over 10 s of processor time, or a process held over 1 GB.
"""

import argparse
import json
import random
import re
import resource
import sys
import time
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dateline import events, readers, times
from dateline.app import analysis
from dateline.core.model import Article, Conventions, new_id
from dateline.core.moment import iso
from dateline.errors import explained
from dateline.workers import Pool

ROOT = Path(__file__).resolve().parents[2]
SECONDS, BYTES, CHUNK = 10, 1024**3, 100
LANGUAGES = ("en", "de", "fr", "es")
NEWS = {
    "de": "Der Stadtrat hat am Dienstag den Haushalt beschlossen. Seit Januar 2024 gilt die Sperre, sagte der "
    "Bürgermeister. Vor drei Jahren brannte die Halle ab; bis Ende Mai soll sie wieder öffnen. Am Mittwochabend um "
    "20.30 Uhr traf sich der Ausschuss, zum zweiten Mal in dieser Woche.",
    "fr": "Le conseil a adopté mardi le budget. Depuis janvier 2024, la route est fermée, a indiqué le maire. Il y a "
    "trois ans, la halle avait brûlé ; elle rouvrira d'ici la fin mai. Mercredi soir à 20h30, la commission s'est "
    "réunie pour la deuxième fois cette semaine.",
    "es": "El consejo aprobó el martes el presupuesto. Desde enero de 2024 la carretera está cerrada, dijo el alcalde. "
    "Hace tres años ardió el mercado; reabrirá antes de finales de mayo. El miércoles por la noche, a las 20.30, la "
    "comisión se reunió por segunda vez esta semana.",
}
STREWN = (
    "a few days after", "since", "until", "44 BC", "99999999999 days ago", "0", "12:60", "30 February", "–", "“", "(",
    "\n", "\n\n", "…", "32 August", "1e9", "of the", "before", "10–12", "٣", "2023年5月", "\u200f", "𝟛", "'s", "vor",
    "il y a", "hace", "Q5 2025", "’90s", "the", "by", "$4 million", "7-6 (7-4)", "\t", "…and", "- ", "ten", "half a",
    "nobody", "which", "to be", "had been", ":", "?", "&", "Dr.", "U.S.", "a.m.", "\N{COMBINING ACUTE ACCENT}",
)  # fmt: skip


@cache
def pieces() -> dict[str, tuple[str, ...]]:
    """Sentences and examples by language."""
    found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for file in sorted((ROOT / "resources" / "samples").iterdir()):
        for item in readers.read(file):
            if isinstance(item, Article):
                found["en"] += re.split(r"(?<=[.!?])\s+", item.text)
    for language in LANGUAGES:
        for file in sorted((ROOT / "resources" / "grammar" / language / "times").glob("*.toml")):
            found[language] += list(_texts(tomllib.loads(file.read_text(encoding="utf-8")).get("rule", ())))
        found[language] += re.split(r"(?<=[.!?])\s+", NEWS.get(language, ""))
    for told in tomllib.loads((ROOT / "tests" / "times" / "news.toml").read_text(encoding="utf-8"))["told"]:
        found[told["language"]] += [sentence[0] for sentence in told["sentences"]]
    return {language: tuple(filter(None, texts)) for language, texts in found.items()}


def _texts(value: object) -> Iterator[str]:
    """Every text of some length within lists and tables."""
    if isinstance(value, str) and " " in value and "\\" not in value:
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


def made(seed: int) -> Article:
    """The text with this number."""
    dice = random.Random(seed)
    language = dice.choices(LANGUAGES, (4, 2, 1, 1))[0]
    words: list[str] = []
    for _ in range(dice.randrange(1, 7)):
        other = language if dice.random() < 0.85 else dice.choice(LANGUAGES)
        words += dice.choice(pieces()[other]).split(" ")
        match dice.randrange(6):
            case 0:
                del words[dice.randrange(len(words)) :]
            case 1:
                at = dice.randrange(len(words) + 1)
                words[at:at] = dice.choices(STREWN, k=dice.randrange(1, 4))
            case 2:
                dice.shuffle(words)
            case 3:
                words *= 2
    text = " ".join(words)
    if dice.random() < 0.3:
        text = text[dice.randrange(len(text) + 1) :]
    if dice.random() < 0.3:
        text = text[: dice.randrange(len(text) + 1)]
    published = None if dice.random() < 0.2 else iso(dice.randrange(-(10**6), 1_100_000_000)).partition("T")[0]
    read_as = language if dice.random() < 0.95 else dice.choice(("ru", "ar", "zh", "ja", *LANGUAGES))
    return Article(id=new_id(), text=text[:5000], language=read_as, published=published, title=text[:60])


def find(article: Article, *, times_only: bool) -> tuple[int, int]:
    """How many times and events were found; raises AssertionError where a span is not in the text."""
    expressions = (
        times.find(article.text, article.published, language=article.language, article=article.id)
        if times_only
        else analysis.find_times(article, Conventions())
    )
    assert all(article.text[each.start : each.end] == each.text for each in expressions)
    if times_only:
        return len(expressions), 0
    told = events.find(article, expressions)
    assert all(0 <= each.start <= each.end <= len(article.text) for each in told)
    return len(expressions), len(told)


def work(task: tuple[int, int, bool]) -> Iterator[tuple[int, str, int, int, float, int]]:
    """The texts of a run: number, what went wrong, times, events, seconds of processor time, peak memory."""
    first, last, times_only = task
    analysis.load()
    for seed in range(first, last):
        article, began, wrong, found = made(seed), time.process_time(), "", (0, 0)
        try:
            found = find(article, times_only=times_only)
        except Exception as error:  # noqa: BLE001 # what is looked for
            wrong = f"{explained(error)} in {json.dumps(article.text[:300])}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        yield seed, wrong, *found, time.process_time() - began, peak


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times-only", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    wrong: list[str] = []
    count = expressions = told = peak = 0
    slowest = (0.0, 0)
    with Pool(work, count=arguments.processes, seconds=60.0) as pool:
        end = arguments.seed + arguments.texts
        pool.add((at, min(at + CHUNK, end), arguments.times_only) for at in range(arguments.seed, end, CHUNK))
        for result in pool:
            if result.failure:
                wrong.append(f"{result.task[:2]}: {result.failure}")
            elif result.value is not None:
                seed, bad, some, more, seconds, memory = result.value
                count, expressions, told = count + 1, expressions + some, told + more
                slowest, peak = max(slowest, (seconds, seed)), max(peak, memory)
                if bad:
                    wrong.append(f"{seed}: {bad}")
    print(f"{count:,} texts: {expressions:,} times, {told:,} events")
    print(f"slowest {slowest[0]:.2f} s of processor time (text {slowest[1]}), peak memory {peak / 2**20:.0f} MB")
    print(f"went wrong: {len(wrong)}", *wrong[:50], sep="\n  ")
    return int(bool(wrong) or slowest[0] > SECONDS or peak > BYTES)


if __name__ == "__main__":
    sys.exit(main())
