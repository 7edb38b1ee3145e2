"""Projects of Aeon Timeline are read."""

import io
import json
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from dateline.core.model import Conventions
from dateline.core.moment import civil, moment
from dateline.errors import Refused
from dateline.export import aeon, read_back

SECOND = {
    "template": {
        "properties": [{"guid": "P1", "name": "Summary"}, {"guid": "P2", "name": "Tension"}],
        "rangeProperties": [{"guid": "R1", "type": "date", "calendar": {"months": [{}] * 12}}],
    },
    "events": [
        {
            "title": "The crane falls",
            "tags": ["port"],
            "values": [{"property": "P1", "value": "Nobody was hurt."}, {"property": "P2", "value": "3"}],
            "rangeValues": [
                {
                    "rangeProperty": "R1",
                    "position": {"precision": "minute", "timestamp": moment(2025, 3, 30, 14, 5) * 60},
                    "span": {"hours": 2},
                }
            ],
        },
        {
            "title": "The port is closed",
            "rangeValues": [
                {
                    "rangeProperty": "R1",
                    "position": {"precision": "day", "timestamp": moment(2025, 4, 3) * 60},
                    "span": {"days": 3},
                }
            ],
        },
        {
            "title": "A year of plans",
            "rangeValues": [{"position": {"precision": "year", "timestamp": moment(2024) * 60}, "rangeProperty": "R1"}],
        },
        {"title": "Some day", "rangeValues": []},
    ],
}


def _date(precision: int, *parts: int) -> dict[str, int]:
    begin = moment(*parts)
    told = civil(begin)
    return told._asdict() | {"timestamp": begin * 60, "precision": precision, "second": 0}


THIRD = {
    "core": {
        "data": {
            "itemsById": {
                "A": {"label": "The crane falls", "summary": "Nobody was hurt.", "tags": ["T"], "type": "defaultEvent"},
                "B": {"label": "The port is closed", "type": "defaultEvent"},
                "C": {"label": "Jane Roe", "type": "defaultPerson"},
                "D": {"label": "Some day", "type": "defaultEvent"},
                "E": {"label": "A spring of plans", "type": "defaultEvent"},
            },
            "itemDatesById": {
                "A": {"startDate": _date(7, 2025, 3, 30, 14, 5), "endDate": _date(7, 2025, 3, 30, 16, 4)},
                "B": {"startDate": _date(5, 2025, 4, 3), "endDate": _date(5, 2025, 4, 5)},
                "C": {"startDate": None},
                "D": {"startDate": None},
                "E": {"startDate": _date(4, 2024, 3)},
            },
            "tags": {"T": "port"},
        }
    }
}
ELSEWHERE = {"startDate": _date(5, 9, 9, 9) | {"day": 4}}


def aeon_2(project: object = SECOND, member: str = "timeline.json") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, json.dumps(project))
    return stream.getvalue()


def aeon_3(project: object = THIRD) -> bytes:
    return b"AEON\0\x03{\xff\0" + json.dumps(project).encode() + b"\0\0tail"


@pytest.mark.parametrize("name", ["project.aeonzip", "project.aeon"])
def test_the_events_of_aeon_timeline(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(aeon_2() if name.endswith("zip") else aeon_3())
    back = read_back(file, Conventions())
    assert back is not None
    events = {event.title: event for event in back.events}
    fall, closed = events["The crane falls"], events["The port is closed"]
    assert (fall.note, fall.tags) == ("Nobody was hurt.", ("port",))
    assert (fall.earliest, fall.latest) == (moment(2025, 3, 30, 14, 5), moment(2025, 3, 30, 16, 5))
    assert (closed.earliest, closed.latest) == (moment(2025, 4, 3), moment(2025, 4, 6))
    assert not events["Some day"].dated
    assert len(events) == 4  # and no person
    plans = next(event for title, event in events.items() if title.endswith("of plans"))
    year_or_month = (moment(2025) if name.endswith("zip") else moment(2024, 4)), plans.granularity
    assert (plans.latest, plans.granularity) == year_or_month


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no whole project"),
        (b"PK\x03\x04 and no more", "damaged"),
        (aeon_2(member="other.json"), r"no timeline\.json"),
        (aeon_2({"events": []}), "no events"),
        (b"AEON" + b"{" * 100_000, "no whole project"),
        (b"[" * 100_000, "no whole project"),
        (aeon_3()[:-200], "no whole project"),
        (aeon_2(SECOND | {"template": {"rangeProperties": [{"calendar": {"months": [{}] * 13}}]}}), "of its own"),
        (aeon_3({"core": {"data": {"itemsById": {"A": {}}, "itemDatesById": {"A": ELSEWHERE}}}}), "of its own"),
    ],
)  # fmt: skip
def test_what_is_no_whole_project_of_aeon_timeline_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        aeon.read(content)


def test_a_damaged_project_of_aeon_timeline_is_read_or_refused() -> None:
    dice = random.Random(5)
    for _ in range(1000):
        for text, packed in ((json.dumps(SECOND), True), (json.dumps(THIRD), False)):
            at = dice.randrange(len(text))
            broken = text[:at] + dice.choice(_BROKEN) + text[at + dice.randint(0, 30) :]
            with suppress(Refused):  # and nothing else
                aeon.read(_packed(broken) if packed else broken.encode("utf-8", "replace"))
    whole = aeon_2()
    for _ in range(500):
        archive = bytearray(whole)
        archive[dice.randrange(len(whole))] = dice.randrange(256)
        with suppress(Refused):
            aeon.read(bytes(archive))


_BROKEN = ("", "null", "[]", "{}", "9" * 30, "-1e308", "true", '"', "1e99", "\ufffd", "NaN", "-9" * 9)


def _packed(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("timeline.json", text)
    return stream.getvalue()
