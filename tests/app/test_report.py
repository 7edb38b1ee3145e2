"""The lines of an import's report, as a library keeps them."""

from dateline.app.report import Line, as_json, from_json, row_of
from dateline.core.message import Message

READ = Line("boats.txt", "read", title="Boats – “sunk”", published="2025-03-31", article=7, events=2, entry=1)
REFUSED = Line("empty.txt", "refused", Message("{count} pages have no text", count=3))


def test_lines_are_read_as_they_were_written() -> None:
    again = from_json(as_json([READ, REFUSED]))
    assert again == [READ, REFUSED]
    assert isinstance(again[1].reason, Message)
    assert again[1].reason.template == "{count} pages have no text"
    assert from_json(as_json([])) == []


def test_a_line_of_another_version_is_read_as_far_as_it_is_known() -> None:
    assert from_json('{"file": "boats.txt", "outcome": "read", "colour": "blue"}\n\n') == [Line("boats.txt", "read")]


def test_the_row_of_a_library_has_all_lines() -> None:
    row = row_of("Dropped 2 files", [READ, REFUSED])
    assert (row.label, from_json(row.report)) == ("Dropped 2 files", [READ, REFUSED])
    assert len(row.when) == len("2025-03-31T12:00:00")
