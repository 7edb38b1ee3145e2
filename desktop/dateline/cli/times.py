"""`dateline times`: the time expressions of articles and what they mean."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from dateline.app import analysis
from dateline.cli import annotate
from dateline.cli.batches import find_each
from dateline.core.model import Article, Conventions, TimeExpression
from dateline.core.moment import iso_or_none

FEW = 12
"""Batches that are read in this process: less work than starting others."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `times`."""
    annotate.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the expressions; the exit status is 1 where a file could not be read."""
    found = find_each(
        annotate.documents(arguments), find_all, load, FEW, arguments.preferences, verbose=arguments.verbose
    )
    if arguments.format == "jsonl":
        return annotate.write_jsonl(found, record, sys.stdout)
    return annotate.print_each(found, _for_people, "no time expressions found")


def record(expression: TimeExpression) -> dict[str, object]:
    """An expression as the contract has it."""
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "mod": expression.mod,
        "quant": expression.quant,
        "freq": expression.freq,
        "begin": iso_or_none(expression.begin),
        "until": iso_or_none(expression.until),
        "granularity": expression.granularity.value,
        "anchor": expression.anchor,
        "rule": expression.rule,
        "why": expression.why,
    }


def load() -> None:
    """Load the grammar."""
    from dateline import times

    times.find("", None)


def find_all(articles: Sequence[Article], conventions: Conventions) -> Iterator[list[TimeExpression]]:
    """The expressions of each article."""
    for article in articles:
        yield analysis.find_times(article, conventions)


def _for_people(expressions: list[TimeExpression]) -> Iterator[str]:
    return map(_line, expressions)


def _line(expression: TimeExpression) -> str:
    begin, until = iso_or_none(expression.begin), iso_or_none(expression.until)
    span = f"{begin or '…'} to {until or '…'}" if expression.resolved else "unresolved"
    return f"  {' '.join(expression.text.split()):<28} {span:<34} {expression.why}"
