"""The names of what events have by code: tags, people, places and collections, and the lanes that they make."""

import json
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.library.connection import Connection
from dateline.library.index import COLLECTION, PERSON, PLACE, TAG, Index, Ints
from dateline.timeline.spans import CERTAINTIES

LINKED = {"tags": TAG, "people": PERSON, "places": PLACE, "collections": COLLECTION}
"""A part of the filter that goes by names, and the kind of its names."""


def lane_codes(index: Index, db: Connection, slots: Ints, by: str) -> tuple[npt.NDArray[np.int32], list[str]]:
    """For each slot a place in the list of names returned; the name at 0 is "" (none), also for a slot of -1."""
    there = slots >= 0
    result = np.zeros(len(slots), np.int32)
    result[there], names = _lanes(index, db, slots[there], by)
    return result, names


def _lanes(index: Index, db: Connection, slots: Ints, by: str) -> tuple[npt.NDArray[np.int32], list[str]]:
    result = np.zeros(len(slots), np.int32)
    if by == "certainty":
        result[:] = index["certainty"][slots] + 1
        return result, ["", *(str(value) for value in CERTAINTIES)]
    if by == "article":
        codes, result[:] = np.unique(index["article"][slots], return_inverse=True)
        titles = dict(
            db.execute(
                "SELECT slot, title FROM articles WHERE slot IN (SELECT value FROM json_each(?))",
                [json.dumps(codes.tolist())],
            ).fetchall()
        )
        if len(codes) and codes[0] == 0:
            return result, ["", *(titles[code] for code in codes[1:].tolist())]
        return result + 1, ["", *(titles[code] for code in codes.tolist())]
    event_slots, event_codes = index.pairs(by)
    first = np.zeros(len(index), np.int64)
    first[event_slots[::-1]] = event_codes[::-1]  # the first of several is written last
    codes, places = np.unique(first[slots], return_inverse=True)
    names = names_of(db, codes.tolist())
    if len(codes) and codes[0] == 0:
        result[:] = places
        return result, ["", *(names[code] for code in codes[1:].tolist())]
    result[:] = places + 1
    return result, ["", *(names[code] for code in codes.tolist())]


def known_names(db: Connection, part: str, beginning: str, limit: int) -> list[str]:
    """Names of a part that begin so, case aside, in alphabetical order."""
    whole = beginning.encode(errors="replace").decode()  # half a character is typed on the way to an emoji
    rows = db.execute(
        "SELECT name FROM names WHERE kind = ? AND name LIKE ? ESCAPE '\\' ORDER BY name COLLATE NOCASE LIMIT ?",
        [LINKED[part], re.sub(r"([\\%_])", r"\\\1", whole) + "%", limit],
    )
    return [row[0] for row in rows]


def codes_of(db: Connection, part: str, names: Sequence[str]) -> dict[str, int]:
    """The codes of names that the library knows."""
    return dict(
        db.execute(
            "SELECT name, code FROM names WHERE kind = ? AND name IN (SELECT value FROM json_each(?))",
            [LINKED[part], json.dumps(list(names))],
        ).fetchall()
    )


def names_of(db: Connection, codes: Sequence[int]) -> dict[int, str]:
    """The names of codes."""
    return dict(
        db.execute(
            "SELECT code, name FROM names WHERE code IN (SELECT value FROM json_each(?))", [json.dumps(list(codes))]
        ).fetchall()
    )
