"""Sources, as programs that are not ours read them."""

import importlib
import json
from dataclasses import replace

import pytest
import rispy
from pybtex.database import Person, parse_string

from dateline.core.model import Article, Bundle
from dateline.export import Options
from dateline.export.citations import name, note, write_bibtex, write_csl, write_ris
from dateline.export.common import Lookup


def test_ris_is_read_by_rispy(bundle: Bundle) -> None:
    first, second = rispy.loads(write_ris(bundle, Options()).decode())
    assert first["type_of_reference"] == "NEWS"
    assert first["title"] == "Crane falls into “old” harbour [live] *updated*"
    assert first["authors"] == ["Pine, Ada", "Marsh, Bo"]
    assert first["secondary_title"] == "Harbour & Quay Herald"
    assert (first["year"], first["date"]) == ("2025", "2025/03/30/")
    assert first["urls"] == ["https://herald.example/crane?a=1&b=2"]
    fell = next(each for each in first["notes"] if "A crane fell" in each)
    assert fell.startswith("29 March 2025, night (“Saturday night”): ")
    assert fell.endswith(": “A crane fell into the old harbour on Saturday night, the port said.”")
    assert second["title"] == "Crane"
    assert not {"date", "authors", "urls"} & second.keys()


def test_bibtex_is_read_by_pybtex(bundle: Bundle) -> None:
    entries = parse_string(write_bibtex(bundle, Options()).decode(), "bibtex").entries
    assert list(entries) == ["Pine2025Crane", "Crane"]
    entry = entries["Pine2025Crane"]
    assert entry.persons["author"] == [Person("Pine, Ada"), Person("Marsh, Bo")]
    assert entry.fields["journal"] == r"Harbour \& Quay Herald"
    assert [entry.fields[field] for field in ("year", "month", "day")] == ["2025", "03", "30"]
    assert "“A crane fell into the old harbour on Saturday night, the port said.”" in entry.fields["annote"]


def test_csl_is_read_by_citeproc(bundle: Bundle) -> None:
    citeproc = pytest.importorskip("citeproc")
    written = json.loads(write_csl(bundle, Options()))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    read = importlib.import_module("citeproc.source.json").CiteProcJSON(written)
    made = citeproc.CitationStylesBibliography(style, read, citeproc.formatter.plain)
    for each in written:
        made.register(citeproc.Citation([citeproc.CitationItem(each["id"])]))
    (first, second) = (str(entry) for entry in made.bibliography())
    assert first.startswith("Pine, A. and Marsh, B. (2025) “Crane falls into “old” harbour")
    assert "Harbour & Quay Herald" in first
    assert "30 March" in first
    assert "Crane" in second


def test_csl_holds_names_and_a_date_in_parts(bundle: Bundle) -> None:
    first, second = json.loads(write_csl(bundle, Options()))
    assert first["author"] == [{"family": "Pine", "given": "Ada"}, {"family": "Marsh", "given": "Bo"}]
    assert first["issued"] == {"date-parts": [[2025, 3, 30]]}
    assert first["container-title"] == "Harbour & Quay Herald"
    assert "A crane fell" in first["note"]
    assert "issued" not in second


def test_any_article_makes_an_entry_that_is_read() -> None:
    odd = '50% {of} \\all_ #1 & $5 ~ ^\nTY  - \u2028 é "q" @x'
    articles = tuple(
        Article(id=n, text=odd, title=odd, authors=(odd, "", "Ünal"), site=odd, published=published, language="en")
        for n, published in enumerate((None, "2025", "2025-03", "-0043-03-15", "12025"))
    )
    bundle = Bundle(articles)
    read = rispy.loads(write_ris(bundle, Options()).decode())
    assert [each["title"] for each in read] == [" ".join(odd.split())] * 5
    entries = parse_string(write_bibtex(bundle, Options()).decode(), "bibtex").entries
    assert len(entries) == 5
    assert [entry.fields.get("year") for entry in entries.values()] == [None, "2025", "2025", None, None]
    issued = [each.get("issued") for each in json.loads(write_csl(bundle, Options()))]
    assert issued == [None, {"date-parts": [[2025]]}, {"date-parts": [[2025, 3]]}, None, None]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ada Pine", ("Pine", "Ada")),
        ("Pine, Ada", ("Pine", "Ada")),
        ("Ludwig van der Rohe", ("van der Rohe", "Ludwig")),
        ("John Smith, Jr.", ("Smith", "John")),
        ("Associated Press", ("Associated Press", "")),
        ("Herald staff", ("Herald staff", "")),
        ("Plato", ("Plato", "")),
    ],
)
def test_an_office_is_no_person(author: str, expected: tuple[str, str]) -> None:
    assert name(author) == expected


def test_a_note_says_how_sure_the_event_is(bundle: Bundle) -> None:
    planned = next(event for event in bundle.events if event.certainty.value == "planned")
    assert "(planned)" in note(planned, Lookup(bundle), Options())
    assert "“" not in note(replace(planned, article=None, words=""), Lookup(bundle), Options())
