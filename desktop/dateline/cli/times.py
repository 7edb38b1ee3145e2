"""`dateline times`: the time expressions of articles and what they mean."""

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from dateline.cli import annotate
from dateline.cli.annotate import Document
from dateline.core.model import Article, Conventions, TimeExpression
from dateline.core.moment import iso_or_none


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `times`."""
    annotate.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the expressions; the exit status is 1 where a file could not be read."""
    found = _find(annotate.documents(arguments), arguments.preferences.conventions)
    if arguments.format == "jsonl":
        rows = ((document, [record(e) for e in expressions], ms) for document, expressions, ms in found)
        return annotate.write_jsonl(rows, _Clock.load_ms, sys.stdout)
    failed = 0
    for document, expressions, _ in found:
        if document.article is None:
            failed = 1
            annotate.report_error(document)
        else:
            print("\n".join(_for_people(document.article, document.name, expressions)))
    return failed


def record(expression: TimeExpression) -> dict[str, Any]:
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


class _Clock:
    """How long loading the grammar took; the first call of `find` loads it."""

    loaded = 0.0

    @classmethod
    def load_ms(cls) -> float:
        return cls.loaded


def _find(
    documents: Iterator[Document], conventions: Conventions
) -> Iterator[tuple[Document, list[TimeExpression], float]]:
    began = annotate.milliseconds()
    from dateline import times

    times.find("", None)
    _Clock.loaded = annotate.milliseconds() - began
    for document in documents:
        began = annotate.milliseconds()
        article = document.article
        found: list[TimeExpression] = []
        if article is not None:
            language = article.language or "en"
            found = times.find(article.text, article.published, language=language, conventions=conventions)
        yield document, found, annotate.milliseconds() - began


def _for_people(article: Article, name: str, expressions: list[TimeExpression]) -> Iterator[str]:
    yield annotate.describe(article, name)
    if not expressions:
        yield "  no time expressions found"
    for expression in expressions:
        begin, until = iso_or_none(expression.begin), iso_or_none(expression.until)
        span = f"{begin or '…'} to {until or '…'}" if expression.resolved else "unresolved"
        yield f"  {' '.join(expression.text.split()):<28} {span:<34} {expression.why}"
