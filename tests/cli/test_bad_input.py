"""Files that no reader can use: each refused with a reason, the rest goes on, nothing half-written."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Write = Callable[..., Path]

GOOD = "HARVEN, March 3, 2026 (Northern Press) — The embankment at Marl Bridge broke on Monday, police said.\n"
NO_ARTICLE = (
    "<!DOCTYPE html><html><head><title>Menu</title></head><body><nav><a href='/'>Home</a> <a href='/b'>News</a></nav>"
    "<script>var x = 1;</script><footer>© 2026</footer></body></html>"
)
BAD: dict[str, bytes | None] = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n",
    "binary.txt": bytes(range(256)) * 40,
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10" + bytes(2000),
    "noarticle.html": NO_ARTICLE.encode(),
    "empty.html": b"",
    "program.exe": b"MZ\x90\x00" + bytes(500),
}


@pytest.fixture(params=BAD)
def bad(request: pytest.FixtureRequest, tmp_path: Path, write: Write) -> Path:
    content = BAD[request.param]
    return tmp_path / request.param if content is None else write(request.param, content)


def test_the_reason_is_said_and_the_rest_goes_on(bad: Path, dateline: Any, write: Write) -> None:
    good = write("good.txt", GOOD)
    ran = dateline("times", bad, good)
    assert ran.status == 1
    (line,) = ran.err.splitlines()
    assert line.startswith(f"{bad}: ")
    assert len(line) > len(f"{bad}: ") + 8
    assert "Error" not in line
    assert f"{good}: published 2026-03-03" in ran.out
    assert "Monday" in ran.out


def test_a_manifest_says_the_reason_too(dateline: Any, write: Write, tmp_path: Path) -> None:
    import json

    for name, content in BAD.items():
        if content is not None:
            write(name, content)
    lines = [json.dumps({"id": name, "path": str(tmp_path / name), "published": "2026-03-03"}) for name in BAD]
    ran = dateline("times", "--format", "jsonl", "--manifest", "-", stdin="\n".join(lines).encode())
    assert ran.status == 1
    assert {r["doc"] for r in ran.records if "error" in r} == set(BAD)
    assert all(len(r["error"]) > 8 for r in ran.records if "error" in r)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "Die Brücke stürzte am 3. März 2026 ein. The bridge collapsed on 3 March 2026, police said."),
        ("cp1252", "The “bridge” at Sørmo collapsed on 3 March 2026 – police said. It cost €4 million."),
        ("utf-8-sig", "The bridge collapsed on 3 March 2026, police said."),
    ],
)
def test_other_encodings_are_read(encoding: str, text: str, dateline: Any, write: Write) -> None:
    ran = dateline("times", write("a.txt", text.encode(encoding)), "--published", "2026-03-05")
    assert (ran.status, ran.err) == (0, "")
    assert "2026-03-03 to 2026-03-04" in ran.out


def test_undecodable_bytes_are_refused_or_read_with_the_good_part(dateline: Any, write: Write) -> None:
    text = "The bridge collapsed on 3 March 2026, police said. " * 20
    file = write("a.txt", text.encode() + b"\x81\x8d\x8f\x90\x9d\xff\xfe\xc3 " + text.encode())
    ran = dateline("times", file)
    if ran.status == 0:
        assert "2026-03-03" in ran.out
    else:
        assert ran.status == 1
        assert len(ran.err.splitlines()) == 1


def test_a_long_text_is_read_to_its_end(dateline: Any, write: Write) -> None:
    paragraph = "The ministry said that the talks had been moved. " * 10 + "\n\n"
    file = write("long.txt", paragraph * 4_000 + "They will be held on 3 May 2026.")
    ran = dateline("times", file, "--published", "2026-03-05")
    assert ran.status == 0
    assert "2026-05-03 to 2026-05-04" in ran.out


def test_a_file_over_the_limit_is_refused_before_it_is_read(dateline: Any, write: Write, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(3_000_000_000)  # sparse: takes no room on the disk
    good = write("good.txt", GOOD)
    ran = dateline("times", huge, good)
    assert ran.status == 1
    assert ran.err.startswith(f"{huge}: ")
    assert "MB" in ran.err
    assert f"{good}: published 2026-03-03" in ran.out


def test_nothing_is_written_when_nothing_could_be_read(dateline: Any, write: Write, folder: Path) -> None:
    ran = dateline("timeline", write("empty.txt", b""), "-o", "out.png")
    assert ran.status == 1
    assert "empty.txt" in ran.err
    assert list(folder.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(dateline: Any, write: Write, folder: Path) -> None:
    ran = dateline("timeline", write("good.txt", GOOD), "-o", "no/such/folder/out.json")
    assert ran.status == 1
    assert "no/such/folder" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert list(folder.iterdir()) == []


def test_the_timeline_of_what_could_be_read_is_written(dateline: Any, write: Write, folder: Path) -> None:
    ran = dateline("timeline", write("empty.txt", b""), write("good.txt", GOOD), "-o", "out.json")
    assert ran.status == 1
    assert "empty.txt" in ran.err
    assert [file.name for file in folder.iterdir()] == ["out.json"]
    assert "Marl Bridge" in (folder / "out.json").read_text(encoding="utf-8")


def test_a_folder_with_nothing_readable(dateline: Any, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    ran = dateline("times", tmp_path / "nothing")
    assert ran.status == 1
    assert "nothing" in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
@pytest.mark.parametrize(
    "command", [["times"], ["times", "--format", "jsonl"], ["events", "--format", "jsonl"], ["timeline"]]
)
def test_a_name_that_is_no_unicode_is_shown_as_far_as_it_goes(command: list[str], dateline: Any, folder: Path) -> None:
    (folder / os.fsdecode(b"hafen\xff.txt")).write_text(GOOD)
    ran = dateline(*command, ".", PYTHONUTF8="0", PYTHONIOENCODING="utf-8:strict")
    assert (ran.status, ran.err) == (0, "")
    assert "hafen?.txt" in ran.out or "2026-03-03" in ran.out


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_an_odd_name_or_half_a_character_costs_an_import_nothing(dateline: Any, folder: Path) -> None:
    (folder / os.fsdecode(b"a\xff.txt")).write_text(GOOD)
    (folder / os.fsdecode(b"b\xff.txt")).write_bytes(b"")
    (folder / "c.json").write_text(
        '{"title": "A \\ud800 flood", "author": "Ines \\udc00", "text": "It broke on 3 March 2026."}'
    )
    (folder / "d.txt").write_text("The bridge at Olm fell on 4 March 2026, police said.")
    ran = dateline("import", "--library", "../l.dateline", ".")
    assert ran.status == 1
    assert ran.err == "b?.txt: refused: it is empty\n"
    assert "3 read, 1 refused" in ran.out
    assert "A \ufffd flood" in dateline("library", "list", "--library", "../l.dateline").out


def test_a_terminal_without_the_characters_gets_the_rest(dateline: Any, write: Write) -> None:
    ran = dateline("times", write("good.txt", GOOD), PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert ran.status == 0
    assert "2026-03-03 to 2026-03-04" in ran.out


def test_json_lines_are_utf8_whatever_the_terminal_speaks(dateline: Any, write: Write) -> None:
    ran = dateline(
        "times", "--format", "jsonl", write("Überflutung.txt", GOOD), PYTHONUTF8="0", PYTHONIOENCODING="latin-1"
    )
    assert ran.records[0]["doc"].endswith("Überflutung.txt")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('"path": "a.txt", "published": 2025', '"published" is 2025; write it as text, in quotes'),
        ('"path": "a.txt", "published": "20250330"', "“20250330” is not a date"),
        ('"path": "a.txt", "language": 5', '"language" is 5; write it as text, in quotes'),
        ('"path": "a.txt", "language": "xx"', "'xx' is not the code of a language"),
        ('"path": "a\\u0000.txt"', "cannot be read"),
        ('"path": ""', "cannot be read"),
        ('"path": 5', 'is not a JSON object with "id" and "path"'),
    ],
)
def test_what_is_wrong_with_a_line_of_a_manifest_is_said(entry: str, said: str, dateline: Any) -> None:
    ran = dateline("times", "--format", "jsonl", "--manifest", "-", stdin=f'{{"id": "a", {entry}}}'.encode())
    assert ran.status == 1
    assert said in ran.records[0]["error"]
