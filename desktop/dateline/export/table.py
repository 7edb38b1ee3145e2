"""CSV: one row an event, safe to open in a spreadsheet; read back with a mapping of columns.

A cell that a spreadsheet would take for a formula (it starts with ``= + - @``, tab or line break, also after blanks
or as full-width signs) gets an apostrophe in front, and so does one that already has apostrophes before such a sign;
taking one apostrophe away undoes it exactly.
"""

import csv
import io
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.core.model import Bundle, Certainty, Conventions, Event, Relation
from dateline.core.moment import Granularity, Moment, iso, parse_iso
from dateline.errors import Refused
from dateline.export import incoming
from dateline.export.common import Lookup, Options, chronological, public, xml_text

_FORMULA = re.compile(r"'*(\s*[=+\-@＝＋－＠]|[\t\r\n])")
_ESCAPED = re.compile(r"'+(\s*[=+\-@＝＋－＠]|[\t\r\n])")

FIELDS: dict[str, str] = {
    "title": "What happened",
    "date": "Date, or date it began",
    "end": "Date it ended",
    "words": "Date in words",
    "earliest": "Began at the earliest",
    "latest_start": "Began at the latest",
    "earliest_end": "Ended at the earliest",
    "latest": "Ended at the latest",
    "precision": "How fine the date is",
    "relation": "How the event lies to the date",
    "certainty": "Certainty",
    "attributed_to": "Who says so",
    "trigger": "Word that tells it",
    "quote": "Quote",
    "source": "Source",
    "why": "Why this date",
    "tags": "Tags",
    "note": "Note",
    "main": "Told outright (yes) or in passing (no)",
    "weight": "Weight (0 to 1)",
}
"""What a column can be read as: field → words for the mapping dialog."""

_SYNONYMS = {
    "title": ("title", "event", "headline", "name", "summary", "subject", "what", "was", "titel", "ereignis"),
    "date": ("date", "start", "start date", "startdate", "begin", "from", "day", "datum", "beginn", "von"),
    "end": ("end", "end date", "enddate", "until", "to", "finish", "ende", "bis"),
    "words": ("words", "display date", "when", "date words", "wann"),
    "precision": ("precision", "granularity"),
    "quote": ("quote", "citation", "zitat"),
    "source": ("article", "source", "url", "link", "quelle"),
    "tags": ("tags", "categories", "category", "group", "type", "schlagworte"),
    "note": ("note", "notes", "description", "text", "details", "comment", "notiz", "beschreibung"),
}


def write(bundle: Bundle, options: Options) -> bytes:
    """Every event of the bundle as CSV: UTF-8 with a byte-order mark (spreadsheets need it), CRLF, header first."""
    lookup = Lookup(replace(bundle, articles=tuple(public(article, options) for article in bundle.articles)))
    out = io.StringIO()
    rows = [_row(event, lookup) for event in chronological(bundle.events)]
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([escape(xml_text(row[name])) for name in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def escape(cell: str) -> str:
    """The cell so that no spreadsheet computes it."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unescape(cell: str) -> str:
    """The cell before `escape`."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def _row(event: Event, lookup: Lookup) -> dict[str, str]:
    article = lookup.article(event)
    row = {
        "id": str(event.id),
        "title": lookup.title(event),
        "words": event.words,
        "earliest": _iso(event.earliest),
        "latest_start": _iso(event.latest_start),
        "earliest_end": _iso(event.earliest_end),
        "latest": _iso(event.latest),
        "precision": event.granularity.value,
        "relation": event.relation.value,
        "edtf": lookup.edtf(event),
        "certainty": event.certainty.value,
        "attributed_to": event.attributed_to,
        "who": "; ".join(p.name or p.text for p in event.participants if p.role != "place"),
        "where": "; ".join(p.name or p.text for p in event.participants if p.role == "place"),
        "quote": lookup.quote(event),
        "trigger": event.text,
        "why": event.why,
        "confidence": f"{event.confidence:.3f}",
        "status": event.status.value,
        "main": "yes" if event.main else "no",
        "weight": incoming.weight_text(event.weight),
        "merged_as": lookup.merged_title(event),
        "tags": "; ".join(event.tags),
        "note": event.note,
    }
    spans = ("quote_start", "quote_end", "trigger_start", "trigger_end")
    sources = ("article_id", "article", "authors", "published", "published_confidence", "site", "url", "file")
    if article is None:
        return row | dict.fromkeys(spans + sources, "")
    row |= dict(zip(spans, map(str, (event.sentence_start, event.sentence_end, event.start, event.end)), strict=True))
    return row | {
        "article_id": str(article.id),
        "article": article.title,
        "authors": "; ".join(article.authors),
        "published": article.published or "",
        "published_confidence": article.published_confidence.value,
        "site": article.site,
        "url": article.url,
        "file": article.file,
    }


COLUMNS: tuple[str, ...] = (
    "id", "title", "words", "earliest", "latest_start", "earliest_end", "latest", "precision", "relation", "edtf",
    "certainty", "attributed_to", "who", "where", "quote", "quote_start", "quote_end", "trigger", "trigger_start",
    "trigger_end", "why", "confidence", "status", "main", "weight", "merged_as", "tags", "note", "article_id",
    "article", "authors", "published", "published_confidence", "site", "url", "file",
)  # fmt: skip
"""The header that `write` gives. Moments are ISO, half-open (``latest`` is the first moment after); lists by '; '."""


def header(content: bytes) -> list[str]:
    """The column names of a CSV file, for the mapping dialog; raises Refused where there is no table."""
    return next(_lines(content))


def guess_mapping(names: Sequence[str]) -> dict[str, str]:
    """Which column to read each field from, as far as the names tell: field → column name."""
    by_word = {re.sub(r"[\s_-]+", " ", name).strip().casefold(): name for name in reversed(names)}
    mapping: dict[str, str] = {}
    for field in FIELDS:
        for word in (field.replace("_", " "), *_SYNONYMS.get(field, ())):
            if word in by_word and by_word[word] not in mapping.values():
                mapping[field] = by_word[word]
                break
    return mapping


def read(content: bytes, conventions: Conventions = Conventions()) -> Bundle:  # frozen
    """The events of a CSV file, its columns guessed from their names, its dates read by the reader's conventions."""
    return read_csv(content, guess_mapping(header(content)), conventions)


def read_csv(content: bytes, mapping: Mapping[str, str], conventions: Conventions) -> Bundle:
    """The events of a CSV file, without an article.

    Args:
        content: the file; comma, semicolon or tab between the cells; UTF-8, UTF-16 with a mark, or Windows-1252.
        mapping: field of `FIELDS` → name of the column it is read from. ``title`` must be among them.
        conventions: how dates in figures are read.

    Raises:
        Refused: where the file is no table, lacks a mapped column, has no row with a title, or one whose bounds are
            out of order.
    """
    lines = _lines(content)
    names = next(lines)
    if "title" not in mapping:
        raise Refused("no column says what happened; choose one for the title")
    missing = [column for column in mapping.values() if column not in names]
    if missing:
        raise Refused(f"the table has no column {missing[0]!r}")
    places = {field: names.index(column) for field, column in mapping.items() if field in FIELDS}
    rows = list(itertools.islice(lines, incoming.MOST_EVENTS + 2))
    parted = _parted(names) if mapping.get("date", "").casefold() in ("", *_PARTS) else None
    if parted is not None:
        rows = [cells for cells in rows if "title" not in (cell.strip() for cell in cells)]  # TimelineJS's first slide
        rows = [[*cells, *(_joined(cells, columns) for columns in parted)] for cells in rows]
        places |= {"date": len(names), "end": len(names) + 1}
    dated = [places[field] for field in ("date", "end") if field in places]
    conventions = _in_order(rows, dated, conventions)
    events = []
    for number, cells in enumerate(rows, start=2):
        row = {field: unescape(cells[at]).strip() if at < len(cells) else "" for field, at in places.items()}
        if row["title"]:
            event = _event(row, f"row {number} of a CSV file", conventions)
            events.append(incoming.ordered(event, f"row {number}"))
        if len(events) > incoming.MOST_EVENTS:
            break
    return incoming.bundle(events, "table")


_PARTS = ("year", "month", "day", "time")


def _parted(names: Sequence[str]) -> tuple[list[int], list[int]] | None:
    """The columns of year, month, day and time, and those of the end, as TimelineJS's sheet has them; None without."""
    lower = [name.casefold() for name in names]
    if "year" not in lower:
        return None
    begin, end = (
        [lower.index(lead + part) if lead + part in lower else -1 for part in _PARTS] for lead in ("", "end ")
    )
    return begin, end


def _joined(cells: Sequence[str], columns: Sequence[int]) -> str:
    """Year, month, day and time of a row as one ISO date; "" without a year."""
    year, month, day, time = (cells[at].strip() if 0 <= at < len(cells) else "" for at in columns)
    if not re.fullmatch(r"\d{1,4}", year):
        return year
    parts = [year.zfill(4), *(part.zfill(2) for part in itertools.takewhile(str.isdigit, (month, day)))]
    clock = re.match(r"(\d{1,2}):(\d\d)", time) if len(parts) == 3 else None
    return "-".join(parts) + (f"T{int(clock[1]):02}:{clock[2]}" if clock else "")


def _in_order(rows: Sequence[Sequence[str]], dated: Sequence[int], conventions: Conventions) -> Conventions:
    """The conventions, with the order of day and month that one cell tells for all of its column."""
    for cells in rows:
        for cell in (cells[at] for at in dated if at < len(cells)):
            if match := re.match(r"\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b", cell):
                first, second = int(match[1]), int(match[2])
                if (first > 12) != (second > 12):
                    return replace(conventions, day_first=first > 12)
    return conventions


def _event(row: dict[str, str], source: str, conventions: Conventions) -> Event:
    get = row.get
    quote = f"“{row['quote']}”" if get("quote") else ""
    event = incoming.added(
        row["title"],
        words=get("words", "") or get("date", ""),
        note="\n".join(part for part in (get("note", ""), quote, get("source", "")) if part),
        certainty=incoming.one_of(Certainty, get("certainty", "")) or Certainty.REPORTED,
        tags=tuple(tag for part in get("tags", "").split(";") if (tag := part.strip())),
        source=get("why", "") or source,
    )
    weight = incoming.read_weight(get("weight", ""), get("main", ""))
    event = replace(event, attributed_to=get("attributed_to", ""), text=get("trigger", ""), weight=weight)
    start = incoming.read_date(get("date", ""), conventions) or incoming.read_date(get("words", ""), conventions)
    event = incoming.dated(event, start, incoming.read_date(get("end", ""), conventions))
    bounds = [_moment(get(name, ""), conventions) for name in ("earliest", "latest_start", "earliest_end", "latest")]
    if any(bound is not None for bound in bounds):
        earliest, latest_start, earliest_end, latest = bounds
        event = replace(
            event,
            earliest=earliest,
            latest_start=latest_start,
            earliest_end=earliest_end,
            latest=latest,
            granularity=Granularity.DAY,
            relation=Relation.ON,
        )
    if event.dated:
        event = replace(
            event,
            granularity=incoming.one_of(Granularity, get("precision", "")) or event.granularity,
            relation=incoming.one_of(Relation, get("relation", "")) or event.relation,
        )
    return event


def _iso(m: Moment | None) -> str:
    return "" if m is None else iso(m)


def _moment(text: str, conventions: Conventions) -> Moment | None:
    if not text or len(text) > 24:
        return None
    try:
        return parse_iso(text.replace(" ", "T", 1) if ":" in text else text)
    except ValueError:
        bounds = incoming.read_date(text, conventions)
        return bounds.earliest if bounds else None


def _lines(content: bytes) -> Iterator[list[str]]:
    text = _decode(content)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = next((cells for cells in lines if any(cell.strip() for cell in cells)), None)
        if names is None:
            raise Refused("it is empty")
        if len(names) < 2:
            raise Refused("this is no table: its first line has fewer than two columns; if it is text, name it .txt")
        yield [unescape(name.strip()) for name in names]
        yield from (cells for cells in lines if any(cell.strip() for cell in cells))
    except csv.Error as error:
        raise Refused(f"this table cannot be read, near line {lines.line_num}: {error}") from None


def _decode(content: bytes) -> str:
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("this is not text, or in an encoding that is not read (save it as UTF-8)")
