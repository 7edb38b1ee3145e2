"""Exports: a bundle in, an image or data out; one module a format. Some formats are read back."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.core.model import Bundle, Conventions
from dateline.errors import Refused, UsageError

if TYPE_CHECKING:
    from dateline.export.common import Options

__all__ = ["FOREIGN", "FORMATS", "Foreign", "Format", "Options", "format_of", "read_back", "suffixes_read"]

MOST_BYTES = 500_000_000
"""A file larger than this is not read back."""

_JSON_MARKS = {
    "json": re.compile(rb'\A\s*\{\s*"format"\s*:\s*"dateline"'),
    "timelinejs": re.compile(rb'"events"\s*:\s*\['),
}
"""What a JSON file of a format that is read back has in it; an article in JSON has neither."""


class Format(NamedTuple):
    """One data format. ``read`` gives the bundle back, or raises Refused and nothing else; None where it cannot.

    Where dates are ``typed`` by people, ``read`` takes the reader's conventions too.
    """

    name: str
    suffix: str
    label: str
    write: "Callable[[Bundle, Options], bytes]"
    read: Callable[..., Bundle] | None = None
    typed: bool = False


def _later(module: str, function: str) -> Callable[..., Any]:
    """A function of one of our modules, imported when it is called: the window opens without all of them."""

    def call(*arguments: object) -> object:
        return getattr(import_module(f"dateline.export.{module}"), function)(*arguments)

    return call


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format(
            "json", ".json", "Dateline data (JSON)", _later("dateline_json", "write"), _later("dateline_json", "read")
        ),
        Format("csv", ".csv", "Table (CSV)", _later("table", "write"), _later("table", "read"), typed=True),
        Format("html", ".html", "Web page with the timeline beside the text", _later("page", "write")),
        Format("markdown", ".md", "Chronology with sources (Markdown)", _later("markdown", "write")),
        Format("docx", ".docx", "Chronology with exhibits (Word)", _later("docx", "write")),
        Format(
            "chronology",
            ".chronology.pdf",
            "Chronology with exhibits (PDF)",
            _later("image.chronology_pdf", "write"),
        ),
        Format("csl", ".csl.json", "Sources (CSL JSON, Zotero)", _later("citations", "write_csl")),
        Format("ris", ".ris", "Sources (RIS)", _later("citations", "write_ris")),
        Format("bibtex", ".bib", "Sources (BibTeX)", _later("citations", "write_bibtex")),
        Format("ics", ".ics", "Calendar (iCalendar)", _later("calendar", "write"), _later("calendar", "read")),
        Format(
            "timelinejs",
            ".timelinejs.json",
            "TimelineJS 3",
            _later("timelinejs", "write"),
            _later("timelinejs", "read"),
        ),
        Format("ftm", ".ftm.json", "Entities (FollowTheMoney)", _later("ftm", "write")),
        Format("timesketch", ".timesketch.jsonl", "Timesketch", _later("timesketch", "write")),
        Format("markwhen", ".mw", "markwhen", _later("markwhen", "write"), _later("markwhen", "read"), typed=True),
        Format(
            "timelineproject",
            ".timeline",
            "Timeline Project",
            _later("timelineproject", "write"),
            _later("timelineproject", "read"),
        ),
        Format("timeml", ".tml", "Annotated text (TimeML)", _later("timeml", "write")),
        Format("edtf", ".edtf.txt", "List of dates (EDTF)", _later("edtf_list", "write")),
    )
}
"""Every data format by name, in the order a menu shows them. Images are `dateline.export.image`."""


class Foreign(NamedTuple):
    """A format of another timeline program that is read and not written; ``read`` as that of `Format`."""

    label: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], Bundle]


FOREIGN = (Foreign("Aeon Timeline", (".aeonzip", ".aeon"), _later("aeon", "read")),)


def suffixes_read() -> list[str]:
    """The last suffix of each format whose events are read."""
    own = (f".{form.suffix.rpartition('.')[2]}" for form in FORMATS.values() if form.read)
    return list(dict.fromkeys([*own, *(suffix for each in FOREIGN for suffix in each.suffixes)]))


def __getattr__(name: str) -> object:
    if name == "Options":  # the window opens without it
        from dateline.export.common import Options

        return Options
    raise AttributeError(name)


def format_of(path: Path, name: str | None = None) -> Format:
    """The format with this name, else the one of the file's suffix (the longest that fits); raises UsageError."""
    if name is not None:
        if name not in FORMATS:
            raise UsageError(f"there is no format {name!r}; choose one of: {', '.join(FORMATS)}")
        return FORMATS[name]
    fitting = [f for f in FORMATS.values() if path.name.lower().endswith(f.suffix)]
    if not fitting:
        suffixes = ", ".join(f.suffix for f in FORMATS.values())
        raise UsageError(f"{path.name}: no format has this suffix; use one of {suffixes}, or name the format")
    return max(fitting, key=lambda f: len(f.suffix))


def read_back(path: Path, conventions: Conventions) -> Bundle | None:
    """The bundle in a file that an export, or another timeline program, made; None where it is no such file.

    A JSON file counts as one only when it says so inside, so that an article in JSON is left to the readers.

    Raises:
        Refused: when the file is of a format that is read back, but is broken; the message says where.
    """
    other = next((each for each in FOREIGN if path.name.lower().endswith(each.suffixes)), None)
    try:
        form = None if other else format_of(path)
    except UsageError:
        return None
    if other is None and (form is None or form.read is None):
        return None
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path.name} cannot be read: {error.strerror}") from None
    if other is not None:
        return other.read(content)
    if form and form.suffix.endswith(".json"):
        form = next((FORMATS[name] for name, mark in _JSON_MARKS.items() if mark.search(content)), None)
    if form is None or form.read is None:
        return None
    return form.read(content, conventions) if form.typed else form.read(content)
