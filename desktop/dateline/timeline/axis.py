"""The axis in two rows: fine ticks and the coarser unit they belong to, from minutes to millennia."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dateline.core.moment import DAY, HOUR, WEEK, Moment, civil, moment, month_start, week_start, weekday
from dateline.timeline.scale import Piece, Scale
from dateline.timeline.words import day_words, months, year_words

_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
}


def weekday_name(m: Moment, locale: str = "en_GB") -> str:
    """The weekday of a moment, short: "Wed"."""
    return _DAYS["de" if locale.startswith("de") else "en"][weekday(m)]


class Tick(NamedTuple):
    """A tick at pixel ``at`` along the axis; ``until`` is where its unit ends (both within the scale)."""

    at: float
    until: float
    label: str
    short: str
    """The label where ``label`` has no room."""
    begins: bool
    """Whether the unit begins here; False for one that began before the range."""


class Axis(NamedTuple):
    """Ticks of both rows, and the stretches (from, to) that are pressed together."""

    minor: tuple[Tick, ...]
    major: tuple[Tick, ...]
    breaks: tuple[tuple[float, float], ...] = ()


class Unit(NamedTuple):
    """A step of ticks: about ``minutes`` long, ``major`` the unit of the row above it."""

    name: str
    minutes: int
    step: int
    major: str
    room: float
    """How much wider than the reference label (1) its labels are."""


_DAY_ROOM = 92.0  # pixels that the row above needs to name a day
_YEAR = 365 * DAY + 349
_UNITS: tuple[Unit, ...] = (
    *(Unit("minute", n, n, "day", 0.8) for n in (1, 5, 15, 30)),
    *(Unit("hour", n * HOUR, n, "day", 0.8) for n in (1, 3, 6, 12)),
    Unit("day", DAY, 1, "month", 1.0),
    Unit("week", WEEK, 1, "month", 1.0),
    Unit("month", 30 * DAY, 1, "year", 0.8),
    Unit("month", 91 * DAY, 3, "year", 0.8),
    *(Unit("year", n * _YEAR, n, "decade", 0.8) for n in (1, 2, 5)),
    *(Unit("year", n * _YEAR, n, "century", 0.8) for n in (10, 20, 50)),
    *(Unit("year", n * _YEAR, n, "millennium", 1.0) for n in (100, 200, 500)),
    *(Unit("year", n * 10**k * _YEAR, n * 10**k, "", 1.1) for k in range(3, 9) for n in (1, 2, 5)),
)


def ticks(scale: Scale, label: float, *, locale: str = "en_GB", first_weekday: int = 0) -> Axis:
    """The axis of a scale; ``label`` is the room in pixels that a label such as "Sat 29" wants along the axis."""
    minor: list[Tick] = []
    major: list[Tick] = []
    for piece in scale.pieces:
        if piece.pressed:
            continue
        unit = unit_of(piece, label, piece.finest)
        _join(minor, _row(piece, unit.name, unit.step, _labeller(unit.name, locale), first_weekday))
        if unit.major:
            _join(major, _row(piece, unit.major, 1, _labeller(unit.major, locale, major=True), first_weekday))
    breaks = tuple((piece.low, piece.high) for piece in scale.pieces if piece.pressed)
    return Axis(tuple(minor), tuple(major), breaks)


def _join(row: list[Tick], more: Iterable[Tick]) -> None:
    """Add ticks to a row; one that only carries on the last one's unit in the next piece makes that longer."""
    for tick in more:
        if row and row[-1].label == tick.label and row[-1].until == tick.at:
            row[-1] = row[-1]._replace(until=tick.until)
        else:
            row.append(tick)


def unit_of(piece: Piece, label: float, finest: int = 1) -> Unit:
    """The finest unit of at least ``finest`` minutes whose labels have room."""
    for unit in _UNITS:
        if unit.major == "day" and piece.per_minute * DAY < _DAY_ROOM:
            continue
        if unit.minutes >= finest and piece.per_minute * unit.minutes >= label * unit.room:
            return unit
    return _UNITS[-1]


def _row(piece: Piece, name: str, step: int, labeller: Callable[[Moment], str], first_weekday: int) -> Iterator[Tick]:
    starts = _starts(piece, name, step, first_weekday)
    begin = next(starts)
    while begin < piece.until:
        end = next(starts)
        if end > piece.begin:
            at = piece.low + (max(begin, piece.begin) - piece.begin) * piece.per_minute
            until = piece.low + (min(end, piece.until) - piece.begin) * piece.per_minute
            words = labeller(begin)
            yield Tick(at, until, words, _shortened(words), begin >= piece.begin)
        begin = end


def _starts(piece: Piece, name: str, step: int, first_weekday: int) -> Iterator[Moment]:
    """Unit starts from the one that holds the piece's begin; they never end."""
    begin = piece.begin
    if name in ("minute", "hour", "day"):
        size = step * {"minute": 1, "hour": HOUR, "day": DAY}[name]
        at = begin // size * size
        while True:
            yield at
            at += size
    if name == "week":
        at = week_start(begin, first_weekday)
        while True:
            yield at
            at += WEEK
    if name == "month":
        c = civil(month_start(begin))
        number = (c.year * 12 + c.month - 1) // step * step
        while True:
            yield moment(number // 12, number % 12 + 1)
            number += step
    years = step * {"year": 1, "decade": 10, "century": 100, "millennium": 1000}[name]
    shift = 1 if name in ("century", "millennium") else 0
    year = (civil(begin).year - shift) // years * years + shift
    while True:
        yield moment(year)
        year += years


def _shortened(label: str) -> str:
    """ "Sat 29 March 2025" as "29 Mar 2025", "March 2025" as "Mar 2025"."""
    words = label.split()
    if len(words) < 2:
        return label
    words = words[1:] if len(words) > 3 else words
    return " ".join(word[:3] if word.isalpha() else word for word in words)


def _labeller(name: str, locale: str, *, major: bool = False) -> Callable[[Moment], str]:
    language = "de" if locale.startswith("de") else "en"
    names = months(locale)

    def clock(m: Moment) -> str:
        c = civil(m)
        return f"{c.hour:02d}:{c.minute:02d}"

    def day(m: Moment) -> str:
        if major:
            return f"{weekday_name(m, locale)} {day_words(m, locale)}"
        return f"{weekday_name(m, locale)} {civil(m).day}"

    def week(m: Moment) -> str:
        c = civil(m)
        short = names[c.month - 1][:3]
        return {"en_US": f"{short} {c.day}", "de_DE": f"{c.day}. {short}"}.get(locale, f"{c.day} {short}")

    def month(m: Moment) -> str:
        c = civil(m)
        if locale == "iso":
            return f"{year_words(c.year, locale)}-{c.month:02d}" if major else f"{c.month:02d}"
        return f"{names[c.month - 1]} {year_words(c.year, locale)}" if major else names[c.month - 1][:3]

    def year(m: Moment) -> str:
        return year_words(civil(m).year, locale)

    def span(years: int) -> Callable[[Moment], str]:
        def label(m: Moment) -> str:
            first = civil(m).year
            if years == 10 and first > 0:
                return f"{first}er" if language == "de" else f"{first}s"
            return f"{year_words(first, locale)}–{year_words(first + years - 1, locale)}"

        return label

    return {
        "minute": clock, "hour": clock, "day": day, "week": week, "month": month, "year": year,
        "decade": span(10), "century": span(100), "millennium": span(1000),
    }[name]  # fmt: skip
