"""The model's rows as they are read from the file's tables."""

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from dateline.core.change import Value, from_columns
from dateline.core.model import TABLES, Row

Fields = dict[str, Any]
"""Some fields of a row by their names, each as the model has it."""


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """A table's columns as the model has them."""
    return tuple(field.name for field in fields(TABLES[table]))


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


@cache
def selected(table: str) -> str:
    """The columns for a SELECT, quoted, in the order of `columns_of`."""
    return ", ".join(f'"{name}"' for name in columns_of(table))


def read_row(table: str, values: Sequence[Value]) -> Row:
    """The model's row from the values that a SELECT of `selected` gave."""
    return from_columns(TABLES[table], dict(zip(columns_of(table), values, strict=True)))
