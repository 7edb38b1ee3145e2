import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tests.export.made import MARKWHEN, PROJECT

from dateline.core.model import Bundle, Conventions, Event
from dateline.core.moment import DAY, moment
from dateline.errors import Refused, UsageError
from dateline.export import FORMATS, Options, format_of, markwhen, read_back, timelineproject


@pytest.mark.parametrize("name", ["json", "csv", "ics", "timelinejs"])
def test_what_was_written_is_read_back_by_its_suffix(bundle: Bundle, tmp_path: Path, name: str) -> None:
    form = FORMATS[name]
    file = tmp_path / f"Export{form.suffix.upper()}"
    file.write_bytes(form.write(bundle, Options()))
    back = read_back(file, Conventions())
    assert back is not None
    titles = {event.title for event in bundle.events if event.dated or name != "timelinejs"}
    assert {event.title for event in back.events} == titles


def test_a_timelinejs_file_is_known_by_what_is_in_it(bundle: Bundle, tmp_path: Path) -> None:
    file = tmp_path / "data.json"
    file.write_bytes(FORMATS["timelinejs"].write(bundle, Options()))
    back = read_back(file, Conventions())
    assert back is not None
    assert len(back.events) == 6


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("article.json", b'{"headline": "x"}'),
        ("page.html", b"<p>x"),
        ("notes.md", b"x"),
        ("x.dateline", b""),
        ("x", b""),
    ],
)
def test_other_files_are_left_to_the_readers(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert read_back(file, Conventions()) is None


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(b'{"format": "dateline", "version": 1, "events": [')
    with pytest.raises(Refused, match="not JSON"):
        read_back(file, Conventions())
    with pytest.raises(Refused, match="cannot be read"):
        read_back(tmp_path / "none.csv", Conventions())


def test_the_longest_suffix_decides_and_a_name_overrides(tmp_path: Path) -> None:
    assert format_of(tmp_path / "a.timelinejs.json").name == "timelinejs"
    assert format_of(tmp_path / "a.JSON").name == "json"
    assert format_of(tmp_path / "a.json", "csv").name == "csv"
    with pytest.raises(UsageError, match="no format 'doc'"):
        format_of(tmp_path / "a.json", "doc")
    with pytest.raises(UsageError, match="suffix"):
        format_of(tmp_path / "a.doc")


def test_names_labels_and_suffixes_are_distinct() -> None:
    for part in ("suffix", "label"):
        assert len({getattr(form, part) for form in FORMATS.values()}) == len(FORMATS)


ODD = Event(id=7, article=None, title="\t", text="\n", words="a\0b", note="c\x0bd", latest_start=moment(2025))


@pytest.mark.parametrize("name", [form.name for form in FORMATS.values() if form.read])
def test_odd_characters_and_half_a_date_are_written_so_that_they_are_read_back(name: str) -> None:
    form = FORMATS[name]
    placed = replace(ODD, id=8, title="Two\nlines", earliest=moment(2025))
    content = form.write(Bundle(events=(ODD, placed)), Options(title="A\nheading"))
    assert form.read is not None
    back = form.read(content)
    assert len(back.events) == (1 if name in ("timelinejs", "markwhen") else 2)  # these have events with dates only
    assert [event.dated for event in back.events].count(True) == 1


@pytest.mark.parametrize("name", ["json", "csv", "ics"])
@pytest.mark.parametrize(
    "bounds",
    [
        {"earliest": moment(2030), "latest": moment(2020)},
        {"earliest": moment(2030), "latest_start": moment(2020)},
        {"earliest": moment(2010), "earliest_end": moment(2030), "latest": moment(2020)},
    ],
)
def test_bounds_out_of_order_are_refused_with_the_row(name: str, bounds: dict[str, int]) -> None:
    form = FORMATS[name]
    assert form.read is not None
    content = form.write(Bundle(events=(Event(id=1, article=None, title="Bridge closes", **bounds),)), Options())  # type: ignore[arg-type]
    where = {"json": r"events\[0\]", "csv": "row 2", "ics": "Bridge closes"}[name]
    with pytest.raises(
        Refused, match=f"{where}.* between 2030-01-01.* and 2020-01-01.*: the first is after the second"
    ):
        form.read(content)


@pytest.mark.parametrize("name", ["json", "csv", "ics"])
def test_what_was_told_in_passing_stays_so(bundle: Bundle, name: str) -> None:
    form = FORMATS[name]
    assert form.read is not None
    back = {event.title: event.weight for event in form.read(form.write(bundle, Options())).events}
    assert back == {event.title: event.weight for event in bundle.events}
    assert 0.2 in back.values()


@pytest.mark.parametrize("suffix", [".mw", ".timeline"])
def test_what_was_written_comes_back(suffix: str, bundle: Bundle, tmp_path: Path) -> None:
    file = tmp_path / f"story{suffix}"
    write = markwhen.write if suffix == ".mw" else timelineproject.write
    file.write_bytes(write(bundle, Options()))
    back = read_back(file, Conventions())
    assert back is not None
    events = {event.title: event for event in bundle.events}
    dated = [event for event in back.events if event.earliest is not None and event.latest is not None]
    assert dated
    for event in dated:
        first = events[event.title].earliest
        assert event.certainty == events[event.title].certainty
        assert first is None or abs(first - (event.earliest or 0)) < DAY


def test_a_damaged_file_is_read_or_refused() -> None:
    dice = random.Random(3)
    for _ in range(300):
        for content in (MARKWHEN.encode(), PROJECT.encode()):
            broken = bytearray(content)
            for _ in range(dice.randint(1, 8)):
                at = dice.randrange(len(broken))
                broken[at : at + dice.randint(0, 9)] = dice.choice(
                    [b"", b"\0", b"<", b"/", b": ", b"9" * 20, b"-99999999-01-01", bytes([dice.randrange(256)])]
                )
            with suppress(Refused):  # and nothing else
                markwhen.read(bytes(broken)) if content.startswith(b"---") else timelineproject.read(bytes(broken))
