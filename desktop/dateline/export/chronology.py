"""A chronology for people: numbered entries in the order of time, then the articles with the hashes of their files.

It is made of styled paragraphs, which Word (`docx`) and PDF (`image.chronology_pdf`) each write in their way. What an
entry has is said by its layout: for a court, a newsroom's desk, or a thesis.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dateline.core.model import Article, Bundle, Event, Status
from dateline.export.common import (
    Lookup,
    Options,
    citation,
    counted,
    one_line,
    public,
    sections,
    tellings,
    uncertain,
    web_address,
    when,
)

Style = Literal["title", "subtitle", "heading", "entry", "quote", "source", "exhibit", "hash"]


class Run(NamedTuple):
    """Some words, bold or not."""

    text: str
    bold: bool = False


class Paragraph(NamedTuple):
    """One paragraph and the style it has."""

    style: Style
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a chronology has: ``exhibit`` is what an article is called, "" for a bare number in brackets."""

    label: str
    exhibit: str
    sources: str
    quotes: bool = True
    hashes: bool = False
    notes: bool = True


LAYOUTS = {
    "court": Layout("Court: exhibits with the hashes of their files", "Exhibit", "Exhibits", hashes=True, notes=False),
    "desk": Layout("Desk: a line an event", "", "Sources", quotes=False),
    "thesis": Layout("Thesis: quotations and numbered sources", "", "Sources"),
}
"""Each layout by its name; the first is the one that is taken where none is named."""


def paragraphs(bundle: Bundle, options: Options) -> Iterator[Paragraph]:
    """The chronology from title to last source; what the reader rejected is left out."""
    layout = LAYOUTS[options.layout]
    told = tuple(event for event in bundle.events if event.status is not Status.REJECTED and not event.binned)
    lookup = Lookup(bundle)
    numbers = {article.id: n for n, article in enumerate(bundle.articles, 1)}
    leading = tellings(told)
    yield Paragraph("title", (Run(one_line(options.heading)),))
    counts = counted(len(leading), "event"), counted(len(bundle.articles), "article")
    yield Paragraph(
        "subtitle", (Run(f"{counts[0]} from {counts[1]}. Times are those of the articles, without a zone."),)
    )
    number = 0
    for heading, events in sections(tuple(members[0] for members in leading.values()), options):
        yield Paragraph("heading", (Run(heading),))
        for event in events:
            number += 1
            yield from _entry(number, leading[event.id], lookup, numbers, options)
    if bundle.articles:
        yield Paragraph("heading", (Run(layout.sources),))
    for article in bundle.articles:
        yield from _exhibit(numbers[article.id], public(article, options), layout)


def _entry(
    number: int, members: list[Event], lookup: Lookup, numbers: dict[int, int], options: Options
) -> Iterator[Paragraph]:
    """An event, or several that tell the same, with the sources of each."""
    layout = LAYOUTS[options.layout]
    event = members[0]
    title = one_line(lookup.merged_title(event) or lookup.title(event))
    where = [_place(each, numbers, layout) for each in members if each.article in numbers]
    last = "" if layout.quotes or not where else f" {' '.join(dict.fromkeys(where))}"
    runs = Run(f"{number}. "), Run(when(event, options), bold=True), Run(f": {title}{_certainty(event)}{last}")
    yield Paragraph("entry", runs)
    if layout.quotes:
        for each in members:
            if quote := one_line(lookup.quote(each)):
                yield Paragraph("quote", (Run(f"“{quote}”"),))
            if each.article in numbers:
                span = f", characters {each.sentence_start}–{each.sentence_end}"
                yield Paragraph(
                    "source", (Run(_place(each, numbers, layout) + span + _certainty(each, brackets=False)),)
                )
    if layout.notes:
        yield from (Paragraph("source", (Run(one_line(each.note)),)) for each in members if each.note)


def _place(event: Event, numbers: dict[int, int], layout: Layout) -> str:
    return _label(numbers[event.article or 0], layout)


def _label(number: int, layout: Layout) -> str:
    return f"{layout.exhibit} {number}" if layout.exhibit else f"[{number}]"


def _certainty(event: Event, *, brackets: bool = True) -> str:
    """How sure and on whose word, where it is more than reported."""
    speaker = one_line(event.attributed_to)
    words = event.certainty.value if uncertain(event) else ""
    if speaker:
        words = f"{words or 'reported'} by {speaker}"
    if not words:
        return ""
    return f" ({words})" if brackets else f", {words}"


def _exhibit(number: int, article: Article, layout: Layout) -> Iterator[Paragraph]:
    address = web_address(article.url)
    words = one_line(citation(article)) + (f" {address}" if address else "")
    yield Paragraph("exhibit", (Run(_label(number, layout), bold=True), Run(f" {words}")))
    if layout.hashes:
        file = f"File {article.file}" if article.file else "No file"
        added = f", imported {article.added.replace('T', ' ')}" if article.added else ""
        proof = f", SHA-256 {article.sha256}" if article.sha256 else ", no hash was kept"
        yield Paragraph("hash", (Run(file + added + proof),))
