"""Dateline's own JSON: every row of a bundle, re-importable without loss (`resources/schema/dateline-1.json`).

Rows carry every field of `core.model`, moments as ISO text. What a reader of the file would have to work out (the
quote, the EDTF string, the words) stands beside them under ``derived`` and is passed over on reading.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from dateline.core.digest import digest
from dateline.core.model import Apart, Article, Bundle, Event, Merge, TimeExpression, weight_of
from dateline.core.moment import iso_or_none, parse_partial
from dateline.errors import Refused
from dateline.export import edtf, incoming, plain
from dateline.export.common import Lookup, Options, citation, extent, public
from dateline.version import __version__

VERSION = 1
R = TypeVar("R", Article, TimeExpression, Event, Merge, Apart)


def write(bundle: Bundle, options: Options) -> bytes:
    """The bundle as JSON, UTF-8, one row a line so that two exports can be compared."""
    lookup = Lookup(bundle)
    parts: dict[str, list[dict[str, object]]] = {
        "articles": [_article(row, options) for row in bundle.articles],
        "expressions": [plain.of(row) | {"derived": {"edtf": edtf.of_expression(row)}} for row in bundle.expressions],
        "events": [plain.of(row) | {"main": row.main, "derived": _derived(row, lookup)} for row in bundle.events],
        "merges": [plain.of(row) for row in bundle.merges],
        "apart": [plain.of(row) for row in bundle.apart],
    }
    head = {"format": "dateline", "version": VERSION, "generator": f"Dateline {__version__}", "title": options.title}
    lines = [f" {_json(name)}: {_json(value)}" for name, value in head.items()]
    lines += [f" {_json(name)}: {_rows(rows)}" for name, rows in parts.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read(content: bytes) -> Bundle:
    """The bundle that `write` took away; raises Refused, with the place and reason, on anything else."""
    data = incoming.json_of(content)
    if not isinstance(data, dict) or data.get("format") != "dateline":
        raise Refused('this JSON is not a Dateline export (it has no "format": "dateline")')
    if data.get("version") != VERSION:
        raise Refused(f"this is version {data.get('version')!r} of Dateline's JSON, and this Dateline reads {VERSION}")
    bundle = Bundle(
        tuple(map(_known_by_its_text, _table(Article, data, "articles"))),
        _table(TimeExpression, data, "expressions"),
        _table(Event, data, "events"),
        _table(Merge, data, "merges"),
        _table(Apart, data, "apart"),
    )
    _check(bundle)
    return bundle


def _known_by_its_text(article: Article) -> Article:
    """The article with the digest of the text that it has: by another it would be taken for another article."""
    right = not article.text or len(article.digest) != len(digest("")) or article.digest == digest(article.text)
    return article if right else replace(article, digest=digest(article.text))


def _article(article: Article, options: Options) -> dict[str, object]:
    texts = {} if options.texts else {"text": ""}
    return plain.of(public(article, options)) | texts | {"derived": {"citation": citation(article)}}


def _derived(event: Event, lookup: Lookup) -> dict[str, object]:
    drawn = extent(event)
    return {
        "quote": lookup.quote(event),
        "edtf": edtf.of_event(event),
        "begin": iso_or_none(drawn.begin) if drawn else None,
        "until": iso_or_none(drawn.until) if drawn else None,
    }


def _weighed(row: object) -> object:
    """An event's row with its weight, where an older file says no more than whether it is a main event."""
    if isinstance(row, dict) and "weight" not in row and row.get("main") is False:
        return row | {"weight": weight_of(main=False)}
    return row


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rows(rows: Sequence[dict[str, object]]) -> str:
    return "[\n  " + ",\n  ".join(map(_json, rows)) + "\n ]" if rows else "[]"


def _table(kind: type[R], data: dict[str, object], name: str) -> tuple[R, ...]:
    rows = data.get(name, [])
    if not isinstance(rows, list):
        raise Refused(f"{name} is not a list")
    if kind is Event:
        rows = [_weighed(row) for row in rows]
    found = tuple(plain.read(kind, row, f"{name}[{i}]") for i, row in enumerate(rows))
    if len({row.id for row in found}) != len(found):
        raise Refused(f"two of the {name} have the same id")
    return found


def _check(bundle: Bundle) -> None:
    """Offsets lie within their article and every reference leads to a row of the file."""
    lookup = Lookup(bundle)
    sound: set[int] = set()
    for i, article in enumerate(bundle.articles):
        _date(f"articles[{i}]", article.published)
        _versions(f"articles[{i}]", article, lookup, sound)
    for i, expression in enumerate(bundle.expressions):
        teller = lookup.articles.get(expression.article)
        if teller is None:
            raise Refused(f"expressions[{i}] belongs to article {expression.article}, which is not in the file")
        _within(f"expressions[{i}]", teller, expression.start, expression.end)
    for i, event in enumerate(bundle.events):
        where = f"events[{i}]"
        incoming.ordered(event, where)
        for name, reference, known in (
            ("article", event.article, lookup.articles),
            ("expression", event.expression, lookup.expressions),
            ("merge", event.merge, lookup.merges),
        ):
            if reference is not None and reference not in known:
                raise Refused(f"{where} names {name} {reference}, which is not in the file")
        owner = lookup.article(event)
        if owner is not None:
            _within(where, owner, event.start, event.end)
            _within(where, owner, event.sentence_start, event.sentence_end)
            _within(where, owner, event.via_start or 0, event.via_end or event.via_start or 0)
            for participant in event.participants:
                _within(where, owner, participant.start, participant.end)

    told = {event.id for event in bundle.events}
    for i, pair in enumerate(bundle.apart):
        if not {pair.one, pair.other} <= told or pair.one == pair.other:
            raise Refused(f"apart[{i}] does not name two events of the file")


def _versions(where: str, article: Article, lookup: Lookup, sound: set[int]) -> None:
    """An article is a version of one that is no version of it; ``sound`` are those known to be none of themselves."""
    seen: set[int] = set()
    other: Article | None = article
    while other is not None and other.id not in sound:
        if other.id in seen:
            raise Refused(f"{where} is a version of itself")
        seen.add(other.id)
        other = None if other.version_of is None else lookup.articles.get(other.version_of)
    sound |= seen


def _within(where: str, article: Article, start: int, end: int) -> None:
    if not 0 <= start <= end or (article.text and end > len(article.text)):  # without its text: an export of the rest
        raise Refused(f"{where} spans {start} to {end}, outside its article's {len(article.text)} characters")


def _date(where: str, published: str | None) -> None:
    try:
        parse_partial(published or "2000")
    except (ValueError, TypeError):
        raise Refused(f"{where}, published is {published!r}, not a whole or partial ISO date") from None
