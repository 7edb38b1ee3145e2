"""Body text, titles and boilerplate of pages, against trafilatura alone on the same pages in one run.

    .venv/bin/python tests/benchmarks/readers_body.py [--pages 300] [--show] [FOLDER]

Without a folder the pages are made up here, with known text in varied markup and furniture. A folder holds saved
pages, NAME.html, each with the text expected of it in NAME.txt (and its title in NAME.title, where known). Prints
precision, recall and F1 of the words, and of the made-up pages the lines of furniture left. Exit status 1 when
Dateline's F1 is below that of trafilatura, set as it comes or for precision.
"""

import argparse
import logging
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from readers_pages import Case, furnished
from trafilatura import extract

from dateline.core.model import Article
from dateline.readers import read_clipboard
from dateline.readers.encoding import decode

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_HEADINGS = ("What the council knew", "A long dispute", "Who will pay", "The night of the storm")
_ITEMS = ("the beams were replaced in spring", "two walls were left as they were", "the roof was never looked at")
_BETWEEN = (
    "Advertisement", "Read more: Ferry timetable changes again", "Story continues below advertisement",
    "Share this article",
)  # fmt: skip
_ABOVE = ("Skip to main content", "Share on Facebook", "Tweet", "3 min read")
_BELOW = (
    "Comments", "2 Comments", "Post a comment", "Related articles", "Sign up for our newsletter", "More stories",
    "We use cookies to make this site work.", "Tags: council, roof", "Follow us on social media",
    "Copyright The Arle Post",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """A page, the text and title expected of it ("" where not known), and lines that are not the article's."""

    name: str
    html: str
    text: str
    title: str
    noise: frozenset[str] = frozenset()


def made_up(count: int, seed: int = 1) -> Iterator[Sample]:
    """So many invented pages; the markup of paragraphs, heads and furniture varies with each."""
    for number in range(count):
        dice = random.Random(seed * 100_003 + number)
        case = Case(date(2019, 1, 1), dice)
        blocks = list(_blocks(case, dice))
        style = dice.choice((_paragraphs, _wrapped, _divisions, _breaks, _articles))
        between = dice.sample(_BETWEEN, dice.randrange(3))
        html = _page(case, dice, style(blocks, between), below := dice.sample(_BELOW, dice.randrange(1, 6)))
        yield Sample(
            f"{style.__name__} {number}",
            furnished(html, number) if dice.random() < 0.5 else html,
            "\n".join(text for _, text in blocks),
            case.title,
            frozenset([*between, *below, *_ABOVE]),
        )


def _blocks(case: Case, dice: random.Random) -> Iterator[tuple[str, str]]:
    """The kind and text of each block of an article."""
    for part in range(dice.randrange(2, 5)):
        if part and dice.random() < 0.6:
            yield "h2", _HEADINGS[part % len(_HEADINGS)]
        for paragraph in re.findall(r"<p>(.*?)</p>", case.body(), re.DOTALL):
            yield "p", " ".join(paragraph.split())
        if dice.random() < 0.2:
            yield from (("li", item) for item in _ITEMS)


def _linked(text: str) -> str:
    """The text as markup, some words of it links or stressed."""
    words = escape(text, quote=False).split(" ")
    if len(words) < 9:
        return text
    words[3:5] = [f'<a href="/topic/{len(words)}">{" ".join(words[3:5])}</a>']
    return " ".join([*words[:-2], f"<em>{words[-2]}</em>", words[-1]])


def _rendered(blocks: list[tuple[str, str]], between: list[str], show: Callable[[str, str], str], ad: str) -> str:
    parts = [show(kind, text) for kind, text in blocks]
    for place, words in enumerate(between, 1):
        parts.insert(place * len(parts) // 3, ad.format(escape(words)))
    return "\n".join(parts)


def _paragraphs(blocks: list[tuple[str, str]], between: list[str]) -> str:
    return _rendered(
        blocks, between, lambda kind, text: f"<{kind}>{_linked(text)}</{kind}>", '<div class="ad">{}</div>'
    )


def _wrapped(blocks: list[tuple[str, str]], between: list[str]) -> str:
    """Paragraphs that the source breaks into short lines."""
    return re.sub(
        r" (?=\w+ \w+ \w+)(?![^<]*>)", lambda m: "\n      " if m.start() % 7 == 0 else " ", _paragraphs(blocks, between)
    )


def _divisions(blocks: list[tuple[str, str]], between: list[str]) -> str:
    tags = {"p": "div", "h2": "h3", "li": "li"}
    return _rendered(
        blocks, between, lambda kind, text: f'<{tags[kind]} class="text">{_linked(text)}</{tags[kind]}>', "<p>{}</p>"
    )  # fmt: skip


def _breaks(blocks: list[tuple[str, str]], between: list[str]) -> str:
    show = _rendered(
        blocks, between, lambda kind, text: f"{_linked(text)}<br><br>" if kind == "p" else f"<b>{text}</b><br>", ""
    )
    return f"<div>{show}</div>"


def _articles(blocks: list[tuple[str, str]], between: list[str]) -> str:
    inner = _rendered(
        blocks,
        between,
        lambda kind, text: f"<section><{kind}>{_linked(text)}</{kind}></section>",
        '<aside class="promo">{}</aside>',
    )
    return f'<figure><img src="a.jpg" alt=""><figcaption>File picture</figcaption></figure>{inner}'


def _page(case: Case, dice: random.Random, body: str, below: list[str]) -> str:
    head = f'<meta property="og:title" content="{escape(case.title)}">' if dice.random() < 0.6 else ""
    above = "".join(f"<li>{words}</li>" for words in dice.sample(_ABOVE, 2))
    place = dice.choice(('<div class="after">{}</div>', '<section id="extra">{}</section>', "{}"))
    extra = place.format("".join(f"<p>{words}</p>" for words in below))
    byline = f'<p class="byline">By {case.author}</p><time datetime="{case.iso()}">{case.words()}</time>'
    byline += f'<ul class="share">{above}</ul>'
    return case.page(head, byline, body=body, after=extra)


def saved(folder: Path) -> Iterator[Sample]:
    """The pages of a folder of which the text is known."""
    for file in sorted(folder.glob("*.htm*")):
        text, title = file.with_suffix(".txt"), file.with_suffix(".title")
        if text.exists():
            yield Sample(
                file.stem,
                decode(file.read_bytes(), None, lenient=True),
                text.read_text("utf-8"),
                title.read_text("utf-8").strip() if title.exists() else "",
            )


def score(found: str, expected: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words (of the letters, where a script sets none apart), order aside."""
    token = r"\w" if _UNSPACED.search(expected) else r"\w+"
    a, b = (Counter(re.findall(token, text.casefold())) for text in (found, expected))
    common = (a & b).total()
    precision, recall = common / max(a.total(), 1), common / max(b.total(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _alone(html: str, *, precise: bool) -> str:
    return extract(html, include_comments=False, favor_precision=precise) or ""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument(
        "--show", action="store_true", help="list the pages of which Dateline reads less than trafilatura"
    )
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    samples = list(saved(arguments.folder) if arguments.folder else made_up(arguments.pages))
    if not samples:
        parser.error(f"no page with its text in {arguments.folder}")
    scores: dict[str, list[tuple[float, float, float]]] = {"dateline": [], "trafilatura": [], "trafilatura precise": []}
    left: Counter[str] = Counter()
    titles = apart = 0
    for sample in samples:
        article = read_clipboard("", sample.html)
        texts = {
            "dateline": article.text if isinstance(article, Article) else "",
            "trafilatura": _alone(sample.html, precise=False),
            "trafilatura precise": _alone(sample.html, precise=True),
        }
        for who, text in texts.items():
            scores[who].append(score(text, sample.text))
            left[who] += sum(line.strip(" -") in sample.noise for line in text.split("\n"))
        titles += isinstance(article, Article) and article.title == sample.title
        apart += bool(sample.title) and texts["dateline"].partition("\n")[0] != sample.title
        if arguments.show and scores["dateline"][-1][2] < max(s[-1][2] for s in scores.values()) - 0.005:
            print(sample.name, *(f"{who} {s[-1][2]:.3f}" for who, s in scores.items()))
    print(f"{len(samples)} pages")
    means = {who: [sum(column) / len(samples) for column in zip(*rows, strict=True)] for who, rows in scores.items()}
    for who, (precision, recall, f1) in means.items():
        furniture = "" if arguments.folder else f", {left[who]} lines of furniture left"
        print(f"{who:20} precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}{furniture}")
    known = sum(bool(sample.title) for sample in samples)
    if known:
        print(f"titles: {titles} of {known} as expected; {apart} of {known} kept out of the text")
    return 0 if means["dateline"][2] >= max(f1 for _, _, f1 in means.values()) - 1e-9 else 1


if __name__ == "__main__":
    sys.exit(main())
