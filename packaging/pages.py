"""Writes the pages of the guide that are made of tables in the code: formats, and keys.

.venv/bin/python packaging/pages.py
"""

from collections.abc import Iterator
from pathlib import Path

from dateline import export
from dateline.gui.commands.actions import plain
from dateline.gui.commands.menus import MENUS
from dateline.readers import formats

DOCS = Path(__file__).resolve().parents[1] / "resources" / "docs"


def formats_page() -> str:
    """What is read, and what is written."""
    return "\n".join(_formats()) + "\n"


def _formats() -> Iterator[str]:
    yield "# Formats"
    yield ""
    yield "Made from the tables in the program by `packaging/pages.py`. A file is told by its content first, then by"
    yield "its suffix; what packs others (ZIP, tar, gzip) is opened; links and lists of feeds (`.opml`) are told, and"
    yield "refused: Dateline never goes online. [What is read](guide.md#what-is-read) says more of each."
    yield ""
    yield "## Read"
    yield ""
    yield "| format | suffixes |"
    yield "|---|---|"
    rows: dict[str, list[str]] = {}
    for form in formats.FORMATS:
        rows.setdefault(form.words, []).extend(suffix for suffix in form.suffixes if suffix)
    for words, suffixes in rows.items():
        yield f"| {words} | {' '.join(f'`{suffix}`' for suffix in suffixes) or 'told by its content'} |"
    yield ""
    yield "## Written"
    yield ""
    yield "Names are for `--format`, which pictures have too: `png`, `svg` and `pdf`, by their suffixes."
    yield ""
    yield "| format | suffix | name | read back |"
    yield "|---|---|---|---|"
    for written in export.FORMATS.values():
        yield f"| {written.label} | `{written.suffix}` | `{written.name}` | {'yes' if written.read else 'no'} |"
    for foreign in export.FOREIGN:
        suffixes = " ".join(f"`{suffix}`" for suffix in foreign.suffixes)
        yield f"| {foreign.label} | {suffixes} | not written | yes |"
    yield ""
    yield "Programs that are not Dateline's read what it writes, in its tests: python-docx and LibreOffice the Word"
    yield "chronology, PDFium the PDF, citeproc-py CSL JSON, rispy RIS, pybtex BibTeX, icalendar the calendar; and in"
    yield "`packaging/check-exports` TimelineJS, markwhen's parser, edtf.js and a browser theirs."


def keyboard_page() -> str:
    """Every key of the menus."""
    return "\n".join(_keyboard()) + "\n"


def _keyboard() -> Iterator[str]:
    yield "# Keys"
    yield ""
    yield "Made from the menus by `packaging/pages.py`. [Keyboard](guide.md#keyboard) tells how to go about without"
    yield "a mouse. On a Mac, Ctrl is the command key."
    for title, entries in MENUS:
        keyed = [each for each in entries if each is not None and each.keys]
        if not keyed:
            continue
        yield ""
        yield f"| {plain(title)} | keys |"
        yield "|---|---|"
        for each in keyed:
            yield f"| {plain(each.text)} | {' '.join(f'`{keys}`' for keys in each.keys)} |"


def main() -> None:
    """Write both."""
    (DOCS / "formats.md").write_text(formats_page(), encoding="utf-8")
    (DOCS / "keyboard.md").write_text(keyboard_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
