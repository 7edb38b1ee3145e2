"""Projects of Aeon Timeline, 2 (.aeonzip) and 3 (.aeon), read: an event for each of theirs that has a date.

Both keep JSON, version 2 in an archive and version 3 within a file of its own; moments are seconds since the first of
January of the year 1. Of a date's precision in version 3 only that of a day and of finer is sure: what is coarser is
taken as a month or a year, whichever holds it.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator

from dateline.core.bounds import Bounds
from dateline.core.model import Bundle, Event
from dateline.core.moment import DAY, Granularity, Moment, add_months, civil, month_start, year_start
from dateline.errors import Refused
from dateline.export import incoming

_MEMBER = "timeline.json"
_MOST_BYTES = 200_000_000
_FARTHEST = incoming.FARTHEST_YEAR * 366 * DAY
_STARTS = 20  # braces before that of the JSON, at most
_MONTHS = 12
_DAY, _MONTH = 5, 4  # of version 3's precisions
_GRAINS = {
    "second": Granularity.MINUTE,
    "minute": Granularity.MINUTE,
    "hour": Granularity.MINUTE,
    "day": Granularity.DAY,
    "week": Granularity.DAY,
    "month": Granularity.MONTH,
}
_MINUTES = {"minutes": 1, "hours": 60, "days": DAY, "weeks": 7 * DAY}
_WORDS = frozenset({"summary", "description", "notes", "note"})
_SOURCE = "A project of Aeon Timeline gives this date."
_OWN_CALENDAR = "this project of Aeon Timeline has a calendar of its own; export it there as CSV with dates of ours"


def read(content: bytes) -> Bundle:
    """The events of a project, without an article; raises Refused."""
    packed = content.startswith(b"PK")
    project = _json(_unpacked(content) if packed else content)
    events = list(_of_second(project) if packed else _of_third(project))
    return incoming.bundle(events, "project of Aeon Timeline")


def _unpacked(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            info = archive.getinfo(_MEMBER)
            if info.file_size > _MOST_BYTES:
                raise Refused(f"its {_MEMBER} is larger than {_MOST_BYTES // 1_000_000} MB")
            with archive.open(info) as stream:
                return stream.read(_MOST_BYTES)
    except KeyError:
        raise Refused(f"this is no project of Aeon Timeline (there is no {_MEMBER} in it)") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise Refused("this project of Aeon Timeline is damaged") from None


def _json(content: bytes) -> dict[str, object]:
    """The first object in the file that is a project's."""
    text, at = content.decode("utf-8", "replace"), -1
    for _ in range(_STARTS):
        at = text.find("{", at + 1)
        if at < 0:
            break
        try:
            found, _ = json.JSONDecoder().raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and ("core" in found or "events" in found):
            return found
    raise Refused("this is no whole project of Aeon Timeline")


def _of_second(project: dict[str, object]) -> Iterator[Event]:
    template = _mapping(project.get("template"))
    names = {
        each.get("guid"): str(each.get("name", "")).casefold() for each in _mappings(template.get("properties", []))
    }
    ranges = list(_mappings(template.get("rangeProperties", [])))
    for each in ranges:
        _check_months(_mapping(each.get("calendar")).get("months"))
    dates = {each.get("guid") for each in ranges if each.get("type", "date") == "date"}
    for entry in _mappings(project.get("events", [])):
        notes = [
            str(value.get("value") or "")
            for value in _mappings(entry.get("values", []))
            if names.get(value.get("property")) in _WORDS
        ]
        event = _event(entry.get("title"), notes, [tag for tag in _list(entry.get("tags")) if isinstance(tag, str)])
        placed = [
            each for each in _mappings(entry.get("rangeValues", [])) if not dates or each.get("rangeProperty") in dates
        ]
        yield incoming.dated(event, *_second(placed[0])) if placed else event


def _second(value: dict[str, object]) -> tuple[Bounds | None, Bounds | None]:
    """The bounds of a position, and of the last day or minute of the span from it."""
    position, lasting = _mapping(value.get("position")), _mapping(value.get("span"))
    begin = _moment(position.get("timestamp"))
    if begin is None:
        return None, None
    grain = _GRAINS.get(str(position.get("precision")), Granularity.YEAR)
    months = 12 * _whole(lasting.get("years")) + _whole(lasting.get("months"))
    minutes = sum(_whole(lasting.get(unit)) * size for unit, size in _MINUTES.items())
    until = min(add_months(begin, months) + minutes, _FARTHEST)
    return _bounds(begin, grain), _bounds(until - 1, grain) if until > begin else None


def _of_third(project: dict[str, object]) -> Iterator[Event]:
    core = _mapping(project.get("core"))
    data = _mapping(core.get("data"))
    _check_months(_mapping(_mapping(core.get("definitions")).get("calendar")).get("months"))
    dates, tags = _mapping(data.get("itemDatesById")), _mapping(data.get("tags"))
    for key, entry in _mapping(data.get("itemsById")).items():
        item, placed = _mapping(entry), _mapping(dates.get(key))
        start = _third(placed.get("startDate"))
        if start is None and item.get("type") != "defaultEvent":
            continue  # a person, a place
        event = _event(
            item.get("label"), [str(item.get("summary") or "")], [str(tags[t]) for t in _keys(item.get("tags"), tags)]
        )
        yield incoming.dated(event, start, _third(placed.get("endDate")))


def _third(value: object) -> Bounds | None:
    """The bounds of one date."""
    date = _mapping(value)
    begin = _moment(date.get("timestamp"))
    if begin is None:
        return None
    told = civil(begin)
    if any(isinstance(date.get(name), int) and date[name] != getattr(told, name) for name in ("month", "day")):
        raise Refused(_OWN_CALENDAR)
    precision = _whole(date.get("precision"))
    if date.get("month") is None or precision < _MONTH:
        return _bounds(begin, Granularity.YEAR)
    if date.get("day") is None or precision < _DAY:
        return _bounds(begin, Granularity.MONTH)
    return _bounds(begin, Granularity.DAY if precision == _DAY or date.get("hour") is None else Granularity.MINUTE)


def _bounds(begin: Moment, grain: Granularity) -> Bounds:
    if grain == Granularity.YEAR:
        first = year_start(begin)
        return incoming.span(first, add_months(first, 12), grain)
    if grain == Granularity.MONTH:
        first = month_start(begin)
        return incoming.span(first, add_months(first, 1), grain)
    step = DAY if grain == Granularity.DAY else 1
    return incoming.span(begin - begin % step, begin - begin % step + step, grain)


def _event(title: object, notes: list[str], tags: list[str]) -> Event:
    words = "\n\n".join(filter(None, notes))
    return incoming.added(str(title or "") or "Untitled event", note=words, tags=tuple(tags), source=_SOURCE)


def _check_months(months: object) -> None:
    if isinstance(months, list) and len(months) != _MONTHS:
        raise Refused(_OWN_CALENDAR)


def _moment(seconds: object) -> Moment | None:
    """A moment of so many seconds; None where it is no number, or so far off that it stands for "no date"."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not abs(seconds) < 60 * _FARTHEST:
        return None
    return int(seconds // 60)


def _whole(value: object) -> int:
    """A whole number within reason, 0 for anything else."""
    return value if isinstance(value, int) and abs(value) < incoming.FARTHEST_YEAR else 0


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _mappings(value: object) -> Iterator[dict[str, object]]:
    return (each for each in _list(value) if isinstance(each, dict))


def _keys(value: object, known: dict[str, object]) -> list[str]:
    return [each for each in _list(value) if isinstance(each, str) and each in known]
