"""An archive's output: four tables in shards of some hundred articles each, as JSON Lines or Parquet.

Rows are those of Dateline's JSON with the article's name as ``doc``, reasons as text, and ids that are the same each
time the same list is worked through. ``articles`` has the texts, and a row with ``error`` for each that failed;
``days`` counts, for each topic, the articles that name a day, name it a week or more later, or were published on it:
counts of several shards add up.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from types import ModuleType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from dateline import paths
from dateline.app.key import named_days
from dateline.core.message import Message
from dateline.core.model import Article, Bundle, Event, TimeExpression
from dateline.core.moment import DAY, iso
from dateline.errors import DatelineError, Refused
from dateline.export import plain
from dateline.timeline.keydays import LATER, UNKNOWN
from dateline.timeline.keyevents import published_day

HEAD = "archive.json"
"""The file that says what a folder is an archive of."""
FORMS = ("jsonl", "parquet")
TABLES: dict[str, type[Article] | type[TimeExpression] | type[Event] | None] = {
    "articles": Article,
    "times": TimeExpression,
    "events": Event,
    "days": None,
}
_ADDED = {"articles": ("doc", "topic", "error"), "times": ("doc",), "events": ("doc",), "days": ("topic", "day")}


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a list, worked through: each table as JSON Lines. ``first`` of them is the place in the list."""

    first: int
    articles: int
    failed: int
    tables: Mapping[str, bytes]


def part(first: int, told: Sequence[tuple[str, str, Bundle | str]]) -> Part:
    """Rows as a part: of each its name, its topic, and what was found or what went wrong."""
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    sound: list[tuple[str, Bundle]] = []
    for number, (doc, topic, found) in enumerate(told, first):
        if isinstance(found, str):
            rows["articles"].append({"doc": doc, "topic": topic, "error": found})
            continue
        bundle = _numbered(found, number)
        sound.append((topic, bundle))
        (article,) = bundle.articles
        rows["articles"].append({"doc": doc, "topic": topic, **plain.of(article)})
        rows["times"] += [{"doc": doc, **plain.of(each)} for each in bundle.expressions]
        rows["events"] += [{"doc": doc, **plain.of(each)} for each in bundle.events]
    rows["days"] = list(_days(sound))
    tables = {name: "".join(map(_line, each)).encode() for name, each in rows.items()}
    return Part(first, len(sound), len(told) - len(sound), tables)


def write(out: Path, number: int, form: str, parts: Iterable[Part]) -> None:
    """Write a shard: each table whole or not at all, and last that it is done."""
    parts = sorted(parts, key=lambda each: each.first)
    for name in TABLES:
        content = b"".join(each.tables[name] for each in parts)
        file = out / name / f"{number:06}.{form}"
        file.parent.mkdir(exist_ok=True)
        paths.replace_file(file, content if form == "jsonl" else _parquet(name, content))
    counts = {name: sum(each.tables[name].count(b"\n") for each in parts) for name in TABLES}
    counts |= {"articles": sum(each.articles for each in parts), "failed": sum(each.failed for each in parts)}
    done(out, number).parent.mkdir(exist_ok=True)
    paths.replace_file(done(out, number), _line(counts).encode())


def done(out: Path, number: int) -> Path:
    """The file that says that a shard is whole, with how many rows it has."""
    return out / "done" / f"{number:06}.json"


def totals(out: Path) -> Counter[str]:
    """How many rows the tables have, and how many articles ``failed``."""
    counts: Counter[str] = Counter()
    for file in (out / "done").glob("*.json"):
        counts.update(json.loads(file.read_text(encoding="utf-8")))
    return counts


def table_of(file: Path) -> str | None:
    """Which table of an archive a file is a shard of; "" for the archive's other files, None for a file of none."""
    if file.name == HEAD:
        return ""
    inside = file.suffix[1:] in (*FORMS, "json") and (file.parent.parent / HEAD).is_file()
    if not inside or file.parent.name not in (*TABLES, "done"):
        return None
    return file.parent.name if file.parent.name in TABLES else ""


def read(file: Path) -> Iterator[tuple[str, str, Bundle | str]]:
    """Each article of a shard of ``articles``: name, topic, and all that was found in it, or why it failed.

    Raises Refused where a file is no such shard.
    """
    expressions: dict[object, list[TimeExpression]] = defaultdict(list)
    told: dict[object, list[Event]] = defaultdict(list)
    for n, row in enumerate(_rows(file.parent.parent / "times" / file.name)):
        expressions[row["doc"]].append(plain.read(TimeExpression, row, f"times[{n}]"))
    for n, row in enumerate(_rows(file.parent.parent / "events" / file.name)):
        told[row["doc"]].append(plain.read(Event, row, f"events[{n}]"))
    for n, row in enumerate(_rows(file)):
        doc, topic = str(row["doc"]), str(row["topic"])
        if row.get("error") is not None:
            yield doc, topic, str(row["error"])
            continue
        article = plain.read(Article, row, f"articles[{n}]")
        mine = (tuple(each for each in rows[doc] if each.article == article.id) for rows in (expressions, told))
        yield doc, topic, Bundle((article,), *mine)  # type: ignore[arg-type] # of each kind its own rows


def articles(out: Path) -> list[Path]:
    """The shards of ``articles`` that are done, in order; raises DatelineError where the folder is no archive."""
    if not (out / HEAD).is_file():
        raise DatelineError(f"{out} is no output of dateline archive (it has no {HEAD})")
    return [file for file in sorted((out / "articles").glob("*.*")) if done(out, int(file.stem)).exists()]


def _numbered(bundle: Bundle, number: int) -> Bundle:
    """The bundle with ids that follow from the row's place, name and text, and with its reasons as text."""
    (article,) = bundle.articles
    seed = f"{number}\n{article.file}\n{article.text}".encode("utf-8", "replace")
    new: dict[int, int] = {}
    ids = (article.id, *(each.id for each in bundle.expressions), *(each.id for each in bundle.events))
    for place, old in enumerate(ids):
        new[old] = int.from_bytes(blake2b(seed, digest_size=7, salt=place.to_bytes(8)).digest()) >> 3
    return Bundle(
        (replace(article, id=new[article.id], evidence=str(article.evidence)),),
        tuple(
            replace(each, id=new[each.id], article=new[each.article], why=str(each.why)) for each in bundle.expressions
        ),
        tuple(
            replace(
                each,
                id=new[each.id],
                article=new[article.id],
                expression=None if each.expression is None else new[each.expression],
                why=str(each.why),
            )
            for each in bundle.events
        ),
    )


def _days(told: Iterable[tuple[str, Bundle]]) -> Iterator[dict[str, object]]:
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for topic, bundle in told:
        published = published_day(bundle.articles[0].published)
        if published != UNKNOWN:
            counts[topic, published]["published"] += 1
        for day in {day for day, _ in named_days(bundle.expressions)}:
            back = published != UNKNOWN and published - day >= LATER
            counts[topic, day].update(articles=1, later=int(back))
    for (topic, day), each in sorted(counts.items()):
        named = {name: each[name] for name in ("articles", "later", "published")}
        yield {"topic": topic, "day": iso(day * DAY), **named}


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n"


def _rows(file: Path) -> Iterator[dict[str, object]]:
    try:
        if file.suffix == ".parquet":
            yield from arrow().parquet.read_table(file).to_pylist()
            return
        with file.open("rb") as lines:
            for line in lines:
                row = json.loads(line)
                if not isinstance(row, dict) or "doc" not in row:
                    raise Refused(f"{file.name} is no shard of an archive")
                yield row
    except (OSError, ValueError) as error:
        raise Refused(f"{paths.shown(file)} cannot be read: {error}") from None


# Parquet ------------------------------------------------------------------------------------------------------------


def arrow() -> ModuleType:
    """Pyarrow with what reads and writes Parquet; raises DatelineError where it is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.json
        import pyarrow.parquet
    except ImportError:
        raise DatelineError("Parquet needs the extra “archive”: pip install 'dateline[archive]'") from None
    made: ModuleType = pa
    return made


def _parquet(table: str, lines: bytes) -> bytes:
    pa = arrow()
    kind = TABLES[table]
    names = [(name, pa.int64()) for name in ("articles", "later", "published")] if kind is None else _columns(kind)
    schema = pa.schema([*((name, pa.string()) for name in _ADDED[table]), *names])
    rows = schema.empty_table()
    if lines:
        parse = pa.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
        whole = pa.json.ReadOptions(block_size=len(lines) + 1)  # a row must lie in one block
        rows = pa.json.read_json(pa.BufferReader(lines), whole, parse).select(schema.names)
    sink = pa.BufferOutputStream()
    pa.parquet.write_table(rows, sink, compression="zstd")
    return bytes(sink.getvalue())


def _columns(kind: type) -> list[tuple[str, object]]:
    hints = get_type_hints(kind)
    text = arrow().string()
    return [(field.name, text if field.name in plain.MOMENTS else _type(hints[field.name])) for field in fields(kind)]


def _type(hint: object) -> object:
    pa = arrow()
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (hint,) = [each for each in get_args(hint) if each not in (type(None), Message)]
        return _type(hint)
    if origin is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if origin is Literal or (isinstance(hint, type) and issubclass(hint, Enum)):
        return pa.string()
    if isinstance(hint, type) and is_dataclass(hint):
        return pa.struct(_columns(hint))
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[hint]  # type: ignore[index]
