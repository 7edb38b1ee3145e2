"""Fit the weights by which events are shown (`dateline.events.weight`), and print how well they do.

    .venv/bin/python tests/benchmarks/events_weight.py [SETS] [--write] [--worth] [--shown]

Fitted on our own articles with an editor's choice (tests/events/editor) and on editor sets (SETS, a folder of folders
with set.json; ../shared/eval/events/editor by default; left out where absent). Prints for several thresholds the share
of wanted events that are told (recall) and reached at all, and of shown lines that an editor takes (accepted), that are
faulty, that must never be shown, and that tell again: once fitted on all, and once each article by weights that it had
no part in. --write puts the weights into resources/weights, moved so that the best threshold is 0.5; --worth prints
what each feature is worth, --shown every line shown by weights that its article had no part in.
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from dateline import events, paths, times
from dateline.core.model import MAIN_WEIGHT, Article, Event
from dateline.core.moment import DAY, moment
from dateline.events.weight import Weigher, model
from dateline.events.weight.features import Marks, Telling, reads_alone
from dateline.readers.text import headline

HERE = Path(__file__).resolve().parent
OWN = HERE.parent / "events" / "editor"
SETS = HERE.parents[2] / "shared" / "eval" / "events" / "editor"
REGULAR = 3.0
"""What a weight pays for its size (ridge)."""
VALUE = {"told": 1.0, "may": 0.9, "faulty": 0.4, "faulty may": 0.2, "extra": 0.05, "never": 0.0, "again": 0.1}
"""How much an editor wants a line: a wrong date or title is mended elsewhere, and only lowers it."""
GIVEN = {
    "shown": {"lost its subject": -4.0},
    "told": {"says nothing new": -2.0, "told better by headline or text": -1.5},
}
"""Weights that are not fitted, for the articles hold too few of their kind."""
ALL_GIVEN = GIVEN["shown"] | GIVEN["told"]
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
Weights = dict[str, dict[str, float]]


# What an editor chose ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event for the timeline, or one that may stand: where it is told, its days, and the words its title needs."""

    spans: tuple[tuple[int, int], ...]
    first: date
    last: date
    title: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ("reported", "claimed")
    loose: int | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """An article and what of it an editor puts on a timeline, may put there, and never would."""

    article: Article
    want: tuple[Wanted, ...]
    may: tuple[Wanted, ...]
    never: tuple[tuple[int, int], ...]


def own() -> list[Choice]:
    """Our own articles: TOML with words of the text in brackets where an event is told."""
    return [_own(tomllib.loads(file.read_text(encoding="utf-8"))) for file in sorted(OWN.glob("*.toml"))]


def _own(raw: dict[str, Any]) -> Choice:
    text = raw["text"].strip()
    article = Article(id=1, text=text, title=headline(text), published=raw["published"], language="en")

    def wanted(row: dict[str, Any]) -> Wanted:
        first, last = (date.fromisoformat(day) for day in (row["days"] * 2)[:2])
        certainty = tuple(row.get("certainty", "reported claimed").split())
        title = tuple(row.get("title", "").split())
        return Wanted(tuple(_span(words, text) for words in row["at"]), first, last, title, certainty,
                      row.get("loose"), row.get("open", False))  # fmt: skip

    never = tuple(_span(f"[{words}]", text) for words in raw.get("never", ()))
    return Choice(article, tuple(map(wanted, raw["want"])), tuple(map(wanted, raw.get("may", ()))), never)


def _span(words: str, text: str) -> tuple[int, int]:
    """Where words of the text stand, or the part of them in brackets."""
    plain = words.replace("[", "").replace("]", "")
    if text.count(plain) != 1:
        raise ValueError(f"stands {text.count(plain)} times in the text: {plain}")
    at = text.index(plain)
    return at + words.index("["), at + words.index("]") - 1


def shared(folder: Path) -> Iterator[Choice]:
    """The articles of editor sets; none where the folder is not there."""
    for file in sorted(folder.glob("*/set.json")):
        for raw in json.loads(file.read_text(encoding="utf-8"))["articles"]:
            text = (file.parent / raw["text"]).read_bytes().decode("utf-8")
            article = Article(id=1, text=text, title=headline(text), published=raw["published"], language="en")
            want = tuple(_wanted(row, row["spans"]) for row in raw["want"])
            may = tuple(_wanted(row, [row["span"]]) for row in raw["also"])
            yield Choice(article, want, may, tuple((low, high) for low, high in (row["span"] for row in raw["never"])))


def _wanted(row: dict[str, Any], spans: Sequence[Sequence[int]]) -> Wanted:
    first, last = date.fromisoformat(row["begin"]), date.fromisoformat(row["end"])
    return Wanted(tuple((low, high) for low, high in spans), first, last, tuple(row.get("gist", ())),
                  tuple(row.get("certainty", ())), row.get("loose"), bool(row.get("open")))  # fmt: skip


# How an event does by it ---------------------------------------------------------------------------------------------


def on(event: Event, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether an event's trigger stands in one of the spans."""
    return any(event.start < high and low < event.end for low, high in spans)


def dated(event: Event, wanted: Wanted) -> bool:
    """Whether an event's bounds hold the days and few more, or lie in a long span of days."""
    first, last = (moment(day.year, day.month, day.day) for day in (wanted.first, wanted.last))
    last += DAY
    size = last - first
    if event.earliest is None or event.latest is None:
        low = event.earliest is None or event.earliest < last
        high = event.latest is None or event.latest > first
        return wanted.open and low and high and event.dated
    slack = max((wanted.loose or 0) * DAY, size, 2 * DAY)
    if event.earliest // DAY * DAY <= first and last <= -(-event.latest // DAY) * DAY:
        return wanted.open or event.latest - event.earliest <= slack
    wide = size <= 3 * DAY or wanted.loose is not None or event.latest - event.earliest >= 5 * DAY
    return first <= event.earliest and event.latest <= last and size > DAY and wide


def titled(event: Event, wanted: Wanted) -> bool:
    """Whether a title reads alone and has a word of each group of those it needs."""
    title = event.title
    if not reads_alone(title) or len(title) > 110 or "…" in title:
        return False
    parts = {part.strip(".,;:'\"“”’") for word in title.lower().split() for part in (word, *word.split("-"))}
    return all(
        any(
            part == one or (len(one) > 2 and part.startswith(one)) for one in group.lower().split("|") for part in parts
        )
        or any(one in title.lower() for one in group.lower().split("|") if not one.isalpha())
        for group in wanted.title
    )


@dataclass(slots=True)
class Case:
    """One article's events with their marks, and what an editor says to each line."""

    choice: Choice
    events: list[Event]
    tellings: dict[int, Telling]
    told: dict[int, set[int]] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    touched: dict[int, set[int]] = field(default_factory=dict)

    def judge(self) -> None:
        """Fill what an editor says to each event, if it were shown alone."""
        for event in self.events:
            sentence = (event.sentence_start, event.sentence_end)
            touched = {i for i, one in enumerate(self.choice.want) if on(event, one.spans)}
            told = {i for i in touched if self._right(event, self.choice.want[i])}
            may = [one for one in self.choice.may if on(event, one.spans)]
            never = any(sentence[0] <= low < sentence[1] or on(event, [(low, high)]) for low, high in self.choice.never)
            kind = "told" if told else "faulty" if touched else "never" if never and not may else "extra"
            if not touched and may:
                kind = "may" if any(dated(event, one) and titled(event, one) for one in may) else "faulty may"
            self.kinds[event.id], self.told[event.id], self.touched[event.id] = kind, told, touched

    def chosen(self, shown: Mapping[str, float]) -> set[int]:
        """Of the events on each wanted one the best: rightly told, else of most worth."""
        found = set()
        for i in range(len(self.choice.want)):
            there = [event for event in self.events if i in self.touched[event.id]]
            order = sorted(
                there, key=lambda one: (i not in self.told[one.id], -model.worth(self.tellings[one.id].shown, shown))
            )
            found |= {event.id for event in order[:1]}
        return found

    @staticmethod
    def _right(event: Event, wanted: Wanted) -> bool:
        return dated(event, wanted) and titled(event, wanted) and event.certainty.value in wanted.certainty


def read(choices: Sequence[Choice]) -> list[Case]:
    """The events of the articles with their marks, judged."""
    pairs = [(one.article, times.find(one.article.text, one.article.published, article=1)) for one in choices]
    found: list[dict[int, Telling]] = []
    weigh = Weigher.weigh

    def keeping(self: Weigher, told: Sequence[Event]) -> list[Event]:
        found.append(self.tellings)
        return weigh(self, told)

    with patch.object(Weigher, "weigh", keeping):
        told = list(events.find_all(pairs))
    cases = [Case(*row) for row in zip(choices, told, found, strict=True)]
    for case in cases:
        case.judge()
    return cases


def counts(case: Case, chances: Mapping[int, float], threshold: float) -> Counter[str]:
    """How many lines of each kind are shown from a threshold on, and how many wanted events are told."""
    found: Counter[str] = Counter(want=len(case.choice.want))
    shown = [event for event in case.events if chances[event.id] >= threshold]
    told: set[int] = set()
    reached: set[int] = set()
    for event in shown:
        kind = case.kinds[event.id]
        reached |= case.touched[event.id]
        if kind == "told" and case.told[event.id] <= told:
            kind = "again"
        told |= case.told[event.id]
        found["accepted" if kind in ("told", "may") else "faulty" if kind == "faulty may" else kind] += 1
    return found + Counter(shown=len(shown), recall=len(told), reached=len(reached))


def figures(cases: Sequence[Case], chances: Mapping[int, float], threshold: float) -> dict[str, float]:
    """The shares that are printed, in per cent."""
    total: Counter[str] = sum((counts(case, chances, threshold) for case in cases), Counter())
    row = {name: round(100 * total[name] / max(1, total["want"]), 1) for name in ("recall", "reached")}
    lines = ("accepted", "faulty", "extra", "never", "again")
    row |= {name: round(100 * total[name] / max(1, total["shown"]), 1) for name in lines}
    return row | {"shown": total["shown"], "threshold": round(threshold, 2)}


# The fit -------------------------------------------------------------------------------------------------------------


def fit(rows: Sequence[Marks], values: Sequence[float], begin: Mapping[str, float]) -> dict[str, float]:
    """Weights of the features by logistic regression (Newton's steps from where to begin), "" for the constant."""
    names = ["", *sorted({name for row in rows for name in row if name not in ALL_GIVEN})]
    place = {name: i for i, name in enumerate(names)}
    seen = np.zeros((len(rows), len(names)))
    seen[:, 0] = 1
    for i, row in enumerate(rows):
        for name in row.keys() & place.keys():
            seen[i, place[name]] = row[name]
    given = np.array([sum(ALL_GIVEN[name] * value for name, value in row.items() if name in ALL_GIVEN) for row in rows])
    wanted, ridge = np.array(values), np.diag([0.01, *[REGULAR] * (len(names) - 1)])
    found = np.array([begin.get(name, 0.0) for name in names])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-seen @ found - given))
        slope = seen.T @ (chance - wanted) + ridge @ found
        bend = (seen * (chance * (1 - chance))[:, None]).T @ seen + ridge
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 0.002:
            break
    return {name: round(float(found[i]), 2) for name, i in place.items()}


def train(cases: Sequence[Case], begin: Weights | None = None) -> Weights:
    """What features are worth; what is told again is looked for by what the tellings are worth without it."""
    weights: Weights = begin or {"shown": {}, "told": {}}
    for _ in range(1 if begin else 3):
        rows, values = [], []
        for case in cases:
            model.compare(list(case.tellings.values()), weights)
            chosen = case.chosen(weights["shown"])
            for event in case.events:
                telling = case.tellings[event.id]
                again = case.touched[event.id] and event.id not in chosen
                rows.append(telling.shown | telling.again)
                values.append(VALUE["again" if again else case.kinds[event.id]])
        found = fit(rows, values, weights["shown"] | weights["told"])
        repeated = {name for case in cases for one in case.tellings.values() for name in one.again}
        weights = {
            "shown": {name: value for name, value in found.items() if name not in repeated} | GIVEN["shown"],
            "told": {name: value for name, value in found.items() if name in repeated} | GIVEN["told"],
        }
    return weights


def chances(cases: Iterable[Case], weights: Weights) -> dict[int, float]:
    """The weight of each event by these weights."""
    found: dict[int, float] = {}
    for case in cases:
        model.compare(list(case.tellings.values()), weights)
        found |= {key: model.chance(one, weights) for key, one in case.tellings.items()}
    return found


def left_out(cases: Sequence[Case], weights: Weights) -> dict[int, float]:
    """The weight of each event by weights that its article had no part in."""
    found: dict[int, float] = {}
    for i, case in enumerate(cases):
        found |= chances([case], train([*cases[:i], *cases[i + 1 :]], weights))
    return found


def best(cases: Sequence[Case], found: Mapping[int, float]) -> float:
    """The threshold by which most wanted events are reached and most lines are worth their place."""

    def merit(threshold: float) -> float:
        row = figures(cases, found, threshold)
        reached, worth = row["reached"], row["accepted"] + row["faulty"]
        bad = max(0.0, row["never"] - 5.5) + max(0.0, row["again"] - 4)
        return 2 * reached * worth / max(1.0, reached + worth) - 1.5 * bad

    return max((step / 100 for step in range(20, 70)), key=merit)


def moved(weights: Weights, threshold: float) -> Weights:
    """The weights with the constant changed so that a threshold becomes MAIN_WEIGHT."""
    logit = float(np.log(threshold / (1 - threshold)) - np.log(MAIN_WEIGHT / (1 - MAIN_WEIGHT)))
    return weights | {"shown": weights["shown"] | {"": round(weights["shown"][""] - logit, 2)}}


def written(weights: Weights) -> str:
    """The weights as the file has them."""
    lines = [
        "# What each feature of an event says about whether a careful editor gives it a line, as a logistic regression",
        '# has it ("" is the constant). Fitted by tests/benchmarks/events_weight.py; read by dateline.events.weight.',
    ]
    for part, about in (("shown", "What its sentence and its place in the article show"),
                        ("told", "What others, better told, have told already")):  # fmt: skip
        lines += ["", f"# {about}.", f"[{part}]"]
        lines += [f"{json.dumps(name)} = {value}" for name, value in sorted(weights[part].items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="?", type=Path, default=SETS)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--worth", action="store_true")
    parser.add_argument("--shown", action="store_true")
    arguments = parser.parse_args()
    cases = read([*own(), *shared(arguments.sets)])
    weights = train(cases)
    fitted, apart = chances(cases, weights), left_out(cases, weights)
    for name, found in (("fitted", fitted), ("left out", apart)):
        for threshold in THRESHOLDS:
            print(json.dumps({"": name} | figures(cases, found, threshold)))
    threshold = best(cases, apart)
    print(json.dumps({"": "chosen"} | figures(cases, apart, threshold)))
    if arguments.worth:
        print(written(weights))
    if arguments.shown:
        for case in cases:
            for event in case.events:
                if apart[event.id] >= threshold:
                    print(f"{apart[event.id]:.2f} {case.kinds[event.id]:10} {event.title}")
    if arguments.write:
        file = paths.resources() / "weights" / "events.toml"
        file.write_text(written(moved(weights, threshold)), encoding="utf-8")


if __name__ == "__main__":
    main()
