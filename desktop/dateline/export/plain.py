"""Rows as plain JSON values and back, checked by type: what own JSON and its reader share.

Moments become ISO text, enums their values, tuples lists, dataclasses objects. Reading raises `Refused` with the
place and the reason on anything that is not what `of` writes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dateline.core import message
from dateline.core.message import Message
from dateline.core.model import up_to_date
from dateline.core.moment import iso, parse_iso
from dateline.errors import Refused

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R")

MOMENTS = frozenset({"begin", "until", "earliest", "latest_start", "earliest_end", "latest"})
"""The fields that hold moments; `Moment` is an int to the type system."""

_SMALLEST, _LARGEST = -(2**63), 2**63 - 1  # what a library's column can hold
_FARTHEST_YEAR = 9_999_999
_FAR = re.compile(r"[+-](\d{1,18})-\d\d-\d\d(?:T\d\d:\d\d)?")


def of(row: "DataclassInstance") -> dict[str, object]:
    """A dataclass as a JSON object, with every field."""
    return {
        field.name: _moment_text(value) if field.name in MOMENTS else _plain(value)
        for field in fields(row)
        for value in (getattr(row, field.name),)
    }


def read(kind: type[R], value: object, where: str) -> R:
    """The dataclass that `of` took apart; a field left out keeps its default, others are passed over.

    Raises:
        Refused: where a field is missing, or is not of its type; ``where`` names the object in the message.
    """
    if not isinstance(value, dict):
        raise Refused(f"{where} is not an object")
    value = up_to_date(kind, value)
    found: dict[str, object] = {}
    for name, (decode, required) in _decoders(cast("type[DataclassInstance]", kind)).items():
        if name in value:
            found[name] = decode(value[name], f"{where}, {name}")
        elif required:
            raise Refused(f"{where} has no {name}")
    return kind(**found)


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return value.as_json()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return of(value) if is_dataclass(value) and not isinstance(value, type) else value


def _moment_text(value: int | None) -> str | None:
    return None if value is None else iso(value)


Decode = Callable[[Any, str], Any]


@cache
def _decoders(kind: "type[DataclassInstance]") -> dict[str, tuple[Decode, bool]]:
    hints = get_type_hints(kind)
    required = {
        field.name
        for field in fields(kind)
        if field.default is field.default_factory  # both are the marker for "none given"
    }
    return {
        name: (_or_none(_moment) if name in MOMENTS else _decoder(hint), name in required)
        for name, hint in hints.items()
        if name in {field.name for field in fields(kind)}
    }


def _decoder(hint: Any) -> Decode:
    origin = get_origin(hint)
    if Message in get_args(hint):
        return _sentence
    if origin in (Union, UnionType):
        (inner,) = [part for part in get_args(hint) if part is not type(None)]
        return _or_none(_decoder(inner))
    if origin is tuple:
        return _list(_decoder(get_args(hint)[0]))
    if origin is Literal:
        return _one_of({value: value for value in get_args(hint)})
    if is_dataclass(hint):
        return lambda value, where: read(hint, value, where)  # type: ignore[arg-type] # a class, not a value
    if issubclass(hint, Enum):
        return _one_of({member.value: member for member in hint})
    return {str: _text, int: _whole, float: _number, bool: _flag}[hint]


def _or_none(decode: Decode) -> Decode:
    return lambda value, where: None if value is None else decode(value, where)


def _list(decode: Decode) -> Decode:
    def items(value: object, where: str) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise Refused(f"{where} is not a list")
        return tuple(decode(item, f"{where}[{i}]") for i, item in enumerate(value))

    return items


def _one_of(choices: Mapping[str, object]) -> Decode:
    def choice(value: object, where: str) -> object:
        if not isinstance(value, str) or value not in choices:
            raise Refused(f"{where} is {value!r}, and can only be one of: {', '.join(map(str, choices))}")
        return choices[value]

    return choice


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise Refused(f"{where} is not text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Refused(f"{where} holds half a character (a lone surrogate)") from None
    return value.replace("\0", "\ufffd")  # SQLite ends a name there; offsets stay true


def _sentence(value: object, where: str) -> str:
    if isinstance(value, str):
        return _text(value, where)
    try:
        sentence = message.from_json(value)
    except (ValueError, KeyError, TypeError):
        raise Refused(f"{where} is neither text nor a sentence with its parts") from None
    _text(str(sentence), where)
    return sentence


def _whole(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not _SMALLEST <= value <= _LARGEST:
        raise Refused(f"{where} is not a whole number of at most 64 bits")
    return value


def _number(value: object, where: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= _LARGEST:
        raise Refused(f"{where} is not a number")
    return float(value)


def _flag(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise Refused(f"{where} is neither true nor false")
    return value


def _moment(value: object, where: str) -> int | None:
    try:
        text = _text(value, where)
        found = _FAR.fullmatch(text)
        if found and len(found[1]) > len(str(_FARTHEST_YEAR)):
            return None  # older versions wrote what lies that far away
        return parse_iso(text)
    except (ValueError, TypeError):
        raise Refused(f"{where} is {value!r}, not a date like 2025-03-30 or 2025-03-30T14:05") from None
