"""Publication dates on made-up pages in the layouts of real sites, against htmldate on the same pages.

    .venv/bin/python tests/benchmarks/readers_dates.py [--pages 880] [--show]

Prints how many dates that Dateline calls certain or likely are wrong (the issue: at most 3 %), how many pages that
state their date in metadata are dated (at least 92 %), and what htmldate makes of the same pages. Exit status 1 when
a figure is missed.
"""

import argparse
import logging
import sys
from collections import Counter

from htmldate import find_date
from readers_pages import LAYOUTS, Page, pages

from dateline.core.model import Article
from dateline.readers import read_clipboard


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=20 * len(LAYOUTS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="list the layouts with wrong or missing dates")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    counts: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for page in pages(arguments.pages, arguments.seed):
        outcome = _judged(page)
        counts.update(outcome)
        if {"wrong", "missed"} & set(outcome):
            failed[f"{page.layout}: {' '.join(outcome)}"] += 1
    given, stated = counts["given"], counts["metadata"]
    wrong, found = counts["wrong"] / given, counts["metadata found"] / stated
    print(f"{arguments.pages} pages in {len(LAYOUTS)} layouts")
    print("dateline:")
    print(f"  {given} dates given as certain or likely, {counts['wrong']} wrong ({wrong:.1%}; at most 3 %)")
    print(f"  {counts['metadata found']} of {stated} pages with a date in metadata dated ({found:.1%}; at least 92 %)")
    print(f"  {counts['guess']} further dates offered as guesses, {counts['none']} pages left without any")
    for kind in ("extensive", "strict"):
        right, bad, no = (counts[f"htmldate {kind} {what}"] for what in ("right", "wrong", "none"))
        print(
            f"htmldate, {kind}: {right} right, {bad} wrong ({bad / max(right + bad, 1):.1%} of those given), {no} none"
        )
    if arguments.show:
        print(*(f"{n:4} {what}" for what, n in failed.most_common()), sep="\n")
    return 1 if wrong > 0.03 or found < 0.92 else 0


def _judged(page: Page) -> list[str]:
    """What became of one page, as the names of counters."""
    said: list[str] = []
    article = read_clipboard("", page.html)
    published = article.published if isinstance(article, Article) else None
    gold = page.published.isoformat() if page.published else None
    if published:
        said += ["given"] if published == gold else ["given", "wrong"]
    elif isinstance(article, Article) and article.candidates:
        said.append("guess")
    else:
        said.append("none")
    if page.in_metadata:
        said += ["metadata", "metadata found"] if published == gold else ["metadata", "missed"]
    elif gold and not published:
        said.append("missed")
    for kind, extensive in (("extensive", True), ("strict", False)):
        rival = find_date(page.html, extensive_search=extensive, original_date=True)
        said.append(f"htmldate {kind} {'none' if not rival else 'right' if rival == gold else 'wrong'}")
    return said


if __name__ == "__main__":
    sys.exit(main())
