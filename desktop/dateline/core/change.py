"""A change: rows before and rows after. Every edit and every import is one, so each can be undone."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dateline.core.message import Message, pack, unpacked
from dateline.core.model import TABLES, Row, up_to_date

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = str | int | float | None
"""What one column holds."""

_TABLE_OF = {kind: name for name, kind in TABLES.items()}
R = TypeVar("R")
Code = Callable[[Any], Any]  # of one field to its column, or back


class RowChange(NamedTuple):
    """One row before and after; None before means it is added, None after that it is removed."""

    table: str
    id: int
    before: Row | None
    after: Row | None


class Change(NamedTuple):
    """Rows changed together under a label in the reader's words ("Moved 'Two civilians killed' to 29 March")."""

    label: str
    rows: tuple[RowChange, ...] = ()

    def inverse(self) -> "Change":
        """The change that undoes this one."""
        return Change(self.label, tuple(RowChange(r.table, r.id, r.after, r.before) for r in reversed(self.rows)))

    def __bool__(self) -> bool:
        return bool(self.rows)


def added(label: str, rows: Iterable[Row]) -> Change:
    """The change that adds these rows."""
    return Change(label, tuple(RowChange(_TABLE_OF[type(row)], row.id, None, row) for row in rows))


def removed(label: str, rows: Iterable[Row]) -> Change:
    """The change that removes these rows."""
    return added(label, rows).inverse()


def edited(label: str, pairs: Iterable[tuple[Row, Row]]) -> Change:
    """The change from each first row to its second; pairs that are equal are left out."""
    return Change(label, tuple(RowChange(_TABLE_OF[type(old)], old.id, old, new) for old, new in pairs if old != new))


def joined(label: str, changes: Iterable[Change]) -> Change:
    """Several changes as one."""
    return Change(label, tuple(row for change in changes for row in change.rows))


def to_columns(row: "DataclassInstance") -> dict[str, Value]:
    """A dataclass as flat columns: enums by value, tuples as JSON text, flags as 0 and 1."""
    return {name: encode(getattr(row, name)) for name, encode in _encoders(type(row))}


def from_columns(kind: type[R], columns: Mapping[str, Value]) -> R:
    """The dataclass that `to_columns` took apart; columns it does not know are passed over."""
    there = up_to_date(kind, columns)
    decoders = _decoders(cast("type[DataclassInstance]", kind))
    return kind(**{name: decode(there[name]) for name, decode in decoders if name in there})


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return value.packed()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _packed(value: tuple[object, ...]) -> str:
    return json.dumps([_plain(item) for item in value], ensure_ascii=False) if value else "[]"


def _same(value: object) -> object:
    return value


@cache
def _encoders(kind: "type[DataclassInstance]") -> tuple[tuple[str, Code], ...]:
    # Worked out once a class: an import encodes hundreds of thousands of rows.
    hints = get_type_hints(kind)
    return tuple((field.name, _encoder(hints[field.name])) for field in fields(kind))


def _encoder(hint: object) -> Code:
    if Message in get_args(hint):
        return pack
    if get_origin(hint) is tuple:
        return _packed
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    special = any(isinstance(part, type) and (issubclass(part, Enum) or part is bool) for part in parts)
    return _plain if special else _same


@cache
def _decoders(kind: "type[DataclassInstance]") -> tuple[tuple[str, Code], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, _decoder(hints[field.name])) for field in fields(kind))


def _decoder(hint: object) -> Code:
    if Message in get_args(hint):
        return unpacked
    if get_origin(hint) in (Union, UnionType):
        inner = [_decoder(part) for part in get_args(hint) if part is not type(None)]
        special = [part for part in inner if part is not _same]
        return (lambda value: None if value is None else special[0](value)) if special else _same
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        if is_dataclass(item):
            return lambda text: tuple(from_columns(item, part) for part in json.loads(text))  # type: ignore[arg-type]
        return lambda text: tuple(json.loads(text))
    if isinstance(hint, type) and (issubclass(hint, Enum) or hint is bool):
        return hint
    return _same
