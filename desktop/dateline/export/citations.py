"""Articles as sources for a bibliography: CSL JSON, RIS and BibTeX, each with the events that it tells as a note.

Zotero, Citavi, EndNote, pandoc and LaTeX read them. All articles are newspaper articles to them, which have the fields
that an article here has.
"""

import json
import re
import unicodedata
from collections.abc import Iterator

from dateline.core.model import Article, Bundle, Event
from dateline.export.common import Lookup, Options, certainty_mark, chronological, one_line, web_address, when

# Words that only the name of an office has: it is no person, whose last word is the family's.
_OFFICE = re.compile(
    r"\b(?:agency|agence|agentur|associated|board|bureau|correspondent|desk|editors?|editorial|news|newsroom|office"
    r"|online|press|presse|redaktion|reporters?|reuters|service|staff|team|times)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?P<given>.*?)\s+(?P<family>(?:(?:al|da|de|del|den|der|di|du|la|le|ten|van|von|zu)\s+)*\S+)")
_SUFFIX = re.compile(r",\s*(?:jr|sr|[ivx]+)\.?$", re.IGNORECASE)
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
}  # fmt: skip


def write_csl(bundle: Bundle, options: Options) -> bytes:
    """CSL JSON, as Zotero, pandoc and citeproc read it."""
    lookup = Lookup(bundle)
    items = [_csl(article, lookup, options) for article in bundle.articles]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def write_ris(bundle: Bundle, options: Options) -> bytes:
    """RIS, as reference managers exchange it: a tag and a value a line."""
    lookup = Lookup(bundle)
    lines: list[str] = []
    for article in bundle.articles:
        fields = [("TY", "NEWS"), ("TI", title(article))]
        fields += [("AU", ", ".join(part for part in name(author) if part)) for author in article.authors]
        fields += [("T2", article.site)]
        if date := _date(article):
            fields += [("PY", date[0]), ("DA", "/".join((*date, "", "")[:3]) + "/")]
        fields += [("UR", web_address(article.url)), ("LA", article.language)]
        fields += [("N1", note) for note in notes(article, lookup, options)]
        lines += [f"{tag}  - {one_line(value)}" for tag, value in fields if value]
        lines += ["ER  - ", ""]
    return "".join(line + "\r\n" for line in lines).encode()


def write_bibtex(bundle: Bundle, options: Options) -> bytes:
    """BibTeX in UTF-8; each entry's key is family name, year and a word of the title."""
    lookup = Lookup(bundle)
    taken: set[str] = set()
    entries = []
    for article in bundle.articles:
        people = " and ".join(_tex_name(author) for author in article.authors)
        fields = {"title": "{" + _tex(title(article)) + "}", "author": people, "journal": _tex(article.site)}
        fields |= dict(zip(("year", "month", "day"), _date(article), strict=False))
        fields |= {"url": web_address(article.url), "language": article.language}
        fields["annote"] = _tex("; ".join(notes(article, lookup, options)))
        lines = [f"  {field} = {{{one_line(value)}}}" for field, value in fields.items() if value]
        entries.append(f"@article{{{_key(article, taken)},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(entries).encode()


def title(article: Article) -> str:
    """What the article is cited as; never blank."""
    return one_line(article.title) or article.file.replace("\\", "/").rpartition("/")[2] or "Untitled article"


def name(author: str) -> tuple[str, str]:
    """A person's family and given names; all of it and "" for an office, and for a person of one name."""
    author = one_line(author)
    family, comma, given = author.partition(", ")
    if comma and not _SUFFIX.search(author):
        return family, given
    words = len(author.split())
    found = _PERSON.fullmatch(_SUFFIX.sub("", author))
    if found is None or words > 5 or _OFFICE.search(author):
        return author, ""
    return found["family"], found["given"]


def notes(article: Article, lookup: Lookup, options: Options) -> Iterator[str]:
    """What the article is cited for: each event with its date, how sure it is, and the words that tell it."""
    for event in chronological(tuple(lookup.events_of(article))):
        yield note(event, lookup, options)


def note(event: Event, lookup: Lookup, options: Options) -> str:
    """An event in one line."""
    quote = one_line(lookup.quote(event))
    told = f": “{quote}”" if quote else ""
    return f"{when(event, options)}: {one_line(lookup.title(event))}{certainty_mark(event)}{told}"


def _csl(article: Article, lookup: Lookup, options: Options) -> dict[str, object]:
    item: dict[str, object] = {"id": str(article.id), "type": "article-newspaper", "title": title(article)}
    if article.authors:
        item["author"] = [
            {"family": family, "given": given} if given else {"literal": family}
            for family, given in map(name, article.authors)
        ]
    if date := _date(article):
        item["issued"] = {"date-parts": [list(map(int, date))]}
    more = {
        "container-title": article.site,
        "URL": web_address(article.url),
        "language": article.language,
        "note": "\n".join(notes(article, lookup, options)),
    }
    return item | {field: value for field, value in more.items() if value}


def _date(article: Article) -> list[str]:
    """Year, month and day of publication as far as they are known; nothing for a date that these forms cannot hold."""
    published = (article.published or "").partition("T")[0]
    return published.split("-") if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", published) else []


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in text)


def _tex_name(author: str) -> str:
    family, given = name(author)
    return f"{_tex(family)}, {_tex(given)}" if given else "{" + _tex(family) + "}"


def _key(article: Article, taken: set[str]) -> str:
    first = name(article.authors[0])[0] if article.authors else article.site
    word = next((word for word in title(article).split() if len(word) > 3), "")
    year = "".join(_date(article)[:1])
    plain = unicodedata.normalize("NFKD", f"{first}{year}{word}").encode("ascii", "ignore").decode()
    key = re.sub(r"[^A-Za-z0-9]", "", plain) or "article"
    number = 1
    while (made := key if number == 1 else f"{key}-{number}") in taken:
        number += 1
    taken.add(made)
    return made
