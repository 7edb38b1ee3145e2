"""Tables of articles (CSV, XLSX): a row is an article where a column holds texts. Tables of links are refused."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates, text_dates
from dateline.readers.addresses import from_url
from dateline.readers.archive import member_bytes, opened_document
from dateline.readers.base import Found, Read, Source
from dateline.readers.bylines import authors_of
from dateline.readers.encoding import decode
from dateline.readers.evidence import Clue
from dateline.readers.markup import text_of, xml
from dateline.readers.patterns import any_of

_COLUMNS = {
    "text": any_of("full ?text  text  body  (?:article )?content  article(?: text| body)?  main ?text  story  volltext"
                   "  inhalt  artikel(?:text)?  artículo  texte(?: intégral)?  texto(?: completo)?  contenido"
                   "  message"),
    "title": any_of("title  headline  head ?line  heading  article title  subject  titel  überschrift  titre  título"
                    "  titular"),
    "published": any_of("date  published(?: at| on| date)?  publish(?:ed)? ?date  pub ?date  publication(?: date)?"
                        "  date published  publication day  datum  erschienen(?: am)?  erscheinungsdatum"
                        "  date de publication  fecha  fecha de publicación  created ?at  timestamp  time  day"),
    "updated": any_of("updated(?: at)?  modified(?: at)?  last modified  date modified"),
    "saved": any_of("time added  saved(?: at)?  date added  added(?: at)?  accessed  retrieved  crawled(?: at)?"
                    "  scraped(?: at)?  download(?:ed)?(?: date)?  date download"),
    "author": any_of("authors?  byline  by  creator  writer  autor(?:en|es)?  auteurs?"),
    "url": any_of("url  link  href  address  web ?address  permalink  uri  source url  article url"),
    "site": any_of("source  publication(?: name| title)?  publisher  newspaper  outlet  site  website  domain  medium"
                   "  quelle  zeitung  journal  fuente"),
    "language": any_of("lang(?:uage)?  sprache"),
}  # fmt: skip
_ROWS = 50_000
_MOST_CELLS = 3_000_000
_WORDS = 25  # letters that a text column has in the median at least
_ARTICLE = 400  # and one whose name says nothing, in a table with titles and days
_XL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_EVENTS = any_of("end(?: date| year)?  start(?: date| year)?  earliest  latest  year  begin")

Row = Mapping[str, str]


def read_csv(source: Source) -> Read:
    """The articles in a table of text."""
    yield from _articles(list(csv_rows(decode(source.data))))


def read_xlsx(source: Source) -> Read:
    """The articles in the first sheet of a workbook that holds any; formulas are not computed, macros not run."""
    with opened_document(source) as archive:
        reason = "it is a workbook without a table"
        for name in sorted(n for n in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)):
            rows = list(_sheet(archive, name, source))
            try:
                found = list(_articles(rows))
            except Refused as refused:
                reason = refused.reason
                continue
            yield from found
            return
    raise Refused(reason)


def is_for_readers(data: bytes) -> bool:
    """Whether a CSV file is a table of articles or of links, not of events."""
    try:
        rows = list(islice(csv_rows(decode(data[:400_000])), 200))
    except Refused:
        return False
    columns = columns_of(rows)
    return "text" in columns or ("url" in columns and "published" not in columns and not _tells_events(rows))


def _tells_events(rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows) and any(_EVENTS.fullmatch(_key(name)) for name in rows[0])


def csv_rows(text: str) -> Iterator[list[str]]:
    """The rows of a table of text, whatever parts its cells."""
    if match := re.match(r"sep=(.)\r?\n", text):
        delimiter, text = match[1], text[match.end() :]
    else:
        first = text[:20_000].partition("\n")[0]
        delimiter = max(",;\t|", key=first.count)
    limit = csv.field_size_limit(100_000_000)
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter, strict=False):
            cells += len(row)
            if cells > _MOST_CELLS:
                raise Refused("it is a larger table than Dateline reads at once")
            if any(cell.strip() for cell in row):
                yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise Refused("it is a damaged table (CSV)") from error
    finally:
        csv.field_size_limit(limit)


def columns_of(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Which column holds what: the role and its number. A column is of texts where its cells are long enough."""
    if len(rows) < 2:
        return {}
    columns: dict[str, int] = {}
    for role, pattern in _COLUMNS.items():
        for number, name in enumerate(rows[0]):
            if number not in columns.values() and pattern.fullmatch(_key(name)):
                if role == "text" and not _long(rows, number):
                    continue
                columns.setdefault(role, number)
    if "text" not in columns and {"title", "published"} <= columns.keys():
        for number in range(len(rows[0])):
            if number not in columns.values() and _long(rows, number, _ARTICLE):
                columns.setdefault("text", number)
    return columns


def _key(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).strip().casefold()


def _long(rows: Sequence[Sequence[str]], column: int, least: int = _WORDS) -> bool:
    sizes = sorted(len(row[column]) for row in rows[1:200] if column < len(row) and row[column])
    return (
        bool(sizes)
        and sizes[len(sizes) // 2] >= least
        and " " in max((row[column] for row in rows[1:50] if column < len(row)), key=len)
    )


def _articles(rows: list[list[str]]) -> Iterator[Found]:
    columns = columns_of(rows)
    if "text" not in columns:
        if "url" in columns:
            raise Refused("it is a list of links, not of articles: no column holds their text; open each in a browser "
                          "and save it")  # fmt: skip
        raise Refused("it is a table without a column of texts (text, body or content); a table of events is added "
                      "with Add events from a file")  # fmt: skip
    if len(rows) > _ROWS:
        raise Refused(Message("it has more than {n} rows", n=_ROWS))
    day_first = _day_first(row[columns["published"]] for row in rows[1:] if len(row) > columns["published"]) if (
        "published" in columns
    ) else None  # fmt: skip
    for row in rows[1:]:
        cell = {role: row[number] for role, number in columns.items() if number < len(row)}
        if re.search(r"[^\W\d_]{2}", cell.get("text", "")):
            yield _article(cell, day_first)


def _article(cell: Row, day_first: bool | None) -> Found:
    text = cell["text"].replace("\r\n", "\n")
    if len(re.findall(r"</?(?:p|div|br|a|h\d|span|em|strong)\b[^>]*>", text[:5000])) >= 2:
        text = text_of(text)
    url = cell.get("url", "")
    clues = list(text_dates.find(text))
    for role, kind, sure in (
        ("published", "published", Confidence.CERTAIN), ("updated", "updated", Confidence.LIKELY),
        ("saved", "saved", Confidence.GUESS),
    ):  # fmt: skip
        value = cell.get(role, "")
        if value and (day := dates.machine(value, day_first=day_first)):
            clues.append(Clue(day, "field", f"the table's column of dates ({role})", value, sure, kind))  # type: ignore[arg-type] # one of the literals above
    return Found(
        text=text,
        format="table",
        title=" ".join(cell.get("title", "").split())[:1000],
        authors=authors_of(re.split(r"\s*(?:;|,| and )\s*", cell.get("author", ""))),
        site=cell.get("site", "")[:200],
        url=url if url.startswith("http") else "",
        language=cell.get("language", "")[:8],
        clues=(*clues, *from_url(url)),
        exact=True,
    )


def _day_first(values: Iterator[str]) -> bool | None:
    """Which of two figures is the day, for the whole column: one cell with a figure over 12 tells it."""
    for value in values:
        if match := re.match(r"\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b", value):
            first, second = int(match[1]), int(match[2])
            if (first > 12) != (second > 12):
                return first > 12
    return None


# Workbooks -----------------------------------------------------------------------------------------------------------


def _sheet(archive: zipfile.ZipFile, name: str, source: Source) -> Iterator[list[str]]:
    shared = _shared(archive, source)
    dated = _dated_styles(archive, source)
    root = xml(member_bytes(archive, archive.getinfo(name), source))
    for row in islice(root.iter(f"{_XL}row"), _ROWS + 2):
        cells: list[str] = []
        for cell in row.iter(f"{_XL}c"):
            letters = re.match(r"[A-Z]{1,3}", cell.get("r") or "")
            number = _number(letters[0]) if letters else len(cells)
            if number > 1000:
                break
            cells += [""] * (number - len(cells))
            cells.append(_value(cell, shared, dated))
        if any(cells):
            yield cells


def _value(cell: "object", shared: list[str], dated: set[int]) -> str:
    kind, style = cell.get("t"), int(cell.get("s") or 0)  # type: ignore[attr-defined] # an element
    if kind == "inlineStr":
        return "".join(str(t.text or "") for t in cell.iter(f"{_XL}t"))  # type: ignore[attr-defined]
    value = (cell.findtext(f"{_XL}v") or "").strip()  # type: ignore[attr-defined]
    if kind == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    if kind in (None, "n") and style in dated and re.fullmatch(r"\d{1,6}(?:\.\d+)?", value):
        return (date(1899, 12, 30) + timedelta(days=int(float(value)))).isoformat()
    return value


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _shared(archive: zipfile.ZipFile, source: Source) -> list[str]:
    name = "xl/sharedStrings.xml"
    if name not in archive.namelist():
        return []
    root = xml(member_bytes(archive, archive.getinfo(name), source))
    return ["".join(str(t.text or "") for t in item.iter(f"{_XL}t")) for item in root.iter(f"{_XL}si")]


def _dated_styles(archive: zipfile.ZipFile, source: Source) -> set[int]:
    """The numbers of the cell styles that show a date."""
    name = "xl/styles.xml"
    if name not in archive.namelist():
        return set()
    root = xml(member_bytes(archive, archive.getinfo(name), source))
    own = {
        e.get("numFmtId")
        for e in root.iter(f"{_XL}numFmt")
        if re.search(r"[dy]", re.sub(r"\[[^]]*\]|\"[^\"]*\"", "", e.get("formatCode") or ""), re.IGNORECASE)
    }
    formats = root.find(f"{_XL}cellXfs")
    styles = [] if formats is None else [e.get("numFmtId") or "" for e in formats]
    return {n for n, f in enumerate(styles) if f in own or (f.isdigit() and int(f) in _DATE_FORMATS)}
