"""Sentences for the reader that are made below the window: English where text is wanted, a template where it is not.

A `Message` is its English sentence, so it can be shown, compared and written as it is. It also keeps the template
that it was made of and what filled it, so that the window can say the same in its own language
(`gui.language.told.say`), and it keeps both through a worker, a library and an export.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from dateline.core.moment import DAY, HOUR, WEEK, Granularity, Moment, add_months, civil, weekday

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


_MINUTES = {
    Granularity.MINUTE: 1, Granularity.HOUR: HOUR, Granularity.DAY_PART: DAY, Granularity.DAY: DAY,
    Granularity.WEEKEND: 2 * DAY, Granularity.WEEK: WEEK,
}  # fmt: skip
_MONTHS = {
    Granularity.MONTH: 1, Granularity.SEASON: 3, Granularity.QUARTER: 3, Granularity.HALF: 6,
    Granularity.DECADE: 120, Granularity.CENTURY: 1200, Granularity.MILLENNIUM: 12_000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A date within a sentence: the day, week, month … (``granularity``) that begins at a moment."""

    at: Moment
    granularity: Granularity = Granularity.DAY

    @property
    def until(self) -> Moment:
        """Where it ends."""
        minutes = _MINUTES.get(self.granularity)
        return self.at + minutes if minutes else add_months(self.at, _MONTHS.get(self.granularity, 12))

    def __str__(self) -> str:
        return _named(self.at, self.granularity)


P = TypeVar("P")
Part: TypeAlias = "str | int | Message | Unit"
"""What fills a gap."""

_GAP = re.compile(r"\{(\w+)\}")
_PACKED = '{"say": '


class Message(str):
    """A sentence: ``Message("carried over from {n} sentences before", n=2)``.

    ``template`` is the English sentence with gaps in braces, by which translations are found; ``parts`` fill them.
    A string among the parts is quoted from somewhere and never translated; what is to be is a `Message` itself.
    """

    template: str
    parts: Mapping[str, Part]

    def __new__(cls, template: str, /, **parts: Part) -> "Message":
        """Raises KeyError where a gap of the template is not filled."""
        self = super().__new__(cls, filled(template, parts, str))
        self.template, self.parts = template, parts
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (self.template, dict(self.parts))

    def packed(self) -> str:
        """As text that `unpacked` reads: JSON with the template under ``say``."""
        return json.dumps(self.as_json(), ensure_ascii=False)

    def as_json(self) -> dict[str, object]:
        """``{"say": template, "with": {gap: text, number, sentence or {"at": moment, "unit": granularity}}}``."""
        return {"say": self.template} | ({"with": {k: _plain(v) for k, v in self.parts.items()}} if self.parts else {})


class Say(Protocol):
    """Puts the English words of a layer below the window into the reader's language."""

    def __call__(self, english: str, n: int = ..., /) -> str:
        """``n`` is what fills the gap of that name: in some languages the words hang on it."""


def in_english(english: str, _n: int = 0, /) -> str:
    """The words as they are: a `Say` where there is no window."""
    return english


def filled(template: str, parts: Mapping[str, P], words: Callable[[P], str]) -> str:
    """The template with its gaps filled by ``words`` of each part."""
    return _GAP.sub(lambda gap: words(parts[gap[1]]), template) if "{" in template else template


def together(sentences: Iterable[str], mark: str = "; ") -> Message:
    """Several sentences as one, ``mark`` between them."""
    parts = {f"s{n}": sentence for n, sentence in enumerate(sentences)}
    return Message(mark.join(f"{{{name}}}" for name in parts), **parts)


def as_message(text: str) -> Message:
    """A sentence without gaps as a `Message`, by whose words its translation is found; a `Message` as it is."""
    return text if isinstance(text, Message) else Message("{text}", text=text) if "{" in text else Message(text)


def unpacked(text: str) -> str:
    """The `Message` that was packed, or the text itself where it is a plain sentence."""
    if not text.startswith(_PACKED):
        return text
    try:
        return from_json(json.loads(text))
    except (ValueError, KeyError, TypeError):
        return text


def from_json(value: object) -> Message:
    """What `Message.as_json` took apart; raises ValueError, KeyError or TypeError on anything else."""
    if not isinstance(value, dict) or not isinstance(value["say"], str):
        raise ValueError("this is no message")
    parts = value.get("with", {})
    if not isinstance(parts, dict):
        raise ValueError("this is no message")
    return Message(value["say"], **{name: _part(part) for name, part in parts.items()})


def pack(text: str) -> str:
    """A sentence as a column has it: a `Message` packed, any other as it stands."""
    return text.packed() if isinstance(text, Message) else text


def _made(template: str, parts: Mapping[str, Part]) -> Message:
    return Message(template, **parts)


def _plain(part: Part) -> object:
    if isinstance(part, Message):
        return part.as_json()
    return {"at": part.at, "unit": part.granularity.value} if isinstance(part, Unit) else part


def _part(value: object) -> Part:
    if isinstance(value, dict):
        return Unit(int(value["at"]), Granularity(value["unit"])) if "at" in value else from_json(value)
    if not isinstance(value, str | int):
        raise TypeError(f"{value!r} fills no gap")
    return value


def _named(at: Moment, granularity: Granularity) -> str:
    c = civil(at)
    year = str(c.year) if c.year > 0 else f"{1 - c.year} BC"
    day = f"{WEEKDAYS[weekday(at)]} {c.day} {MONTHS[c.month - 1]} {year}"
    match granularity:
        case Granularity.MINUTE | Granularity.HOUR:
            return f"{c.hour:02d}:{c.minute:02d} on {day}"
        case Granularity.DAY | Granularity.DAY_PART:
            return day
        case Granularity.WEEK | Granularity.WEEKEND:
            return f"the {granularity.value} of {day}"
        case Granularity.MONTH:
            return f"{MONTHS[c.month - 1]} {year}"
        case Granularity.QUARTER:
            return f"quarter {(c.month + 2) // 3} of {year}"
        case Granularity.HALF:
            return f"half {(c.month + 5) // 6} of {year}"
        case Granularity.SEASON:
            return f"the season from {MONTHS[c.month - 1]} {year}"
        case Granularity.DECADE | Granularity.CENTURY:
            return f"the {granularity.value} from {year}"
        case _:
            return year
