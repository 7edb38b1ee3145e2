"""The little language of the grammar's patterns, turned into regular expressions over codes.

``{month}`` is any word of the table month and ``{month:other}`` captures it under another name; the name may also be
that of a pattern. A bare word stands for itself, a blank for any white space within a paragraph, ``~`` for a blank or
a hyphen. ``. , : / - ' $`` stand for themselves, ``( | ) ? *`` mean what they mean in regular expressions.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import product

PART = re.compile(r"\{(?P<name>\w+)(?::(?P<alias>\w+))?\}|(?P<word>[^\W\d_]+)|(?P<mark>[^\w{}])")
BEGINNING = 3  # codes by which the beginning of a pattern is told: a word, a blank, a word

Path = tuple[frozenset[str], ...]
"""One way that a pattern may begin: the codes of its first tokens, at most ``BEGINNING`` of them."""
_EMPTY: frozenset[Path] = frozenset({()})


class Pattern:
    """A compiled pattern: ``regex`` over codes, its ``groups`` with what each captures, the ``paths`` it begins by.

    ``read`` keeps the named patterns that others have read already. Raises ValueError where the pattern cannot be read
    or names what does not exist.
    """

    def __init__(
        self,
        source: str,
        codes_of: Callable[[str], set[str]],
        patterns: Mapping[str, str],
        read: dict[str, tuple[str, frozenset[Path]]],
    ) -> None:
        self._codes_of = codes_of
        self._patterns = patterns
        self._read = read
        self.groups: dict[str, str] = {}
        self._inside = 0  # words within a named pattern are read with it, not one by one
        self.regex, self.paths = self._compile(source)

    def _compile(self, source: str) -> tuple[str, frozenset[Path]]:
        parts = list(PART.finditer(source))
        if "".join(part[0] for part in parts) != source:
            raise ValueError(f"cannot read the pattern {source!r}")
        regex, begin, at = self._choice(parts, 0)
        if at != len(parts):
            raise ValueError(f"unbalanced brackets in the pattern {source!r}")
        return regex, begin

    def _choice(self, parts: list[re.Match[str]], at: int) -> tuple[str, frozenset[Path], int]:
        branches, begin = [], frozenset[Path]()
        while True:
            regex, branch, at = self._sequence(parts, at)
            branches.append(regex)
            begin |= branch
            if at < len(parts) and parts[at][0] == "|":
                at += 1
            else:
                return "|".join(branches), begin, at

    def _sequence(self, parts: list[re.Match[str]], at: int) -> tuple[str, frozenset[Path], int]:
        regex, begin = [], _EMPTY
        while at < len(parts) and parts[at][0] not in "|)":
            item, paths, at = self._item(parts, at)
            if at < len(parts) and parts[at][0] in "?*":
                item += parts[at][0]
                paths = _EMPTY | paths | (_chain(paths, paths) if parts[at][0] == "*" else _EMPTY)
                at += 1
            regex.append(item)
            begin = _chain(begin, paths)
        return "".join(regex), begin, at

    def _item(self, parts: list[re.Match[str]], at: int) -> tuple[str, frozenset[Path], int]:
        part = parts[at]
        if part[0] == "(":
            regex, begin, at = self._choice(parts, at + 1)
            if at >= len(parts) or parts[at][0] != ")":
                raise ValueError(f"unbalanced brackets in the pattern {part.string!r}")
            return f"(?:{regex})", begin, at + 1
        if name := part["name"]:
            return (*self._named(name, part["alias"] or name), at + 1)
        if word := part["word"]:
            codes = self._codes_of(f"={word.lower()}")
        elif part["mark"] in " ~":
            codes = self._codes_of("space") | (self._codes_of("-") if part["mark"] == "~" else set())
        else:
            codes = self._codes_of(part["mark"])
        return (*_one_of(codes, part[0]), at + 1)

    def _named(self, name: str, alias: str) -> tuple[str, frozenset[Path]]:
        opening = "(?:"
        if not self._inside:
            group = f"{alias}__{len(self.groups)}"
            self.groups[group] = name
            opening = f"(?P<{group}>"
        if (found := self._read.get(name)) is None:
            if (source := self._patterns.get(name)) is not None:
                self._inside += 1
                found = self._compile(source)
                self._inside -= 1
            else:
                found = _one_of(self._codes_of(name), name)
            self._read[name] = found
        regex, begin = found
        return f"{opening}{regex})", begin


class Beginnings:
    """Which patterns may begin as some codes do.

    Every path of every pattern is a bit: for each step there is, for each code, the set of the paths that go on with
    it, and the paths that have come to their end go on with any.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns: list[int] = []  # the paths of each, as bits
        self._steps: list[dict[str, int]] = [{} for _ in range(BEGINNING)]
        self._ended = [0] * BEGINNING
        bit = 1
        for pattern in patterns:
            first = bit
            for path in pattern.paths:
                for step, codes in enumerate(path):
                    table = self._steps[step]
                    for code in codes:
                        table[code] = table.get(code, 0) | bit
                for step in range(len(path), BEGINNING):
                    self._ended[step] |= bit
                bit <<= 1
            self._patterns.append(bit - first)

    def first(self) -> Iterable[str]:
        """The codes that a pattern may begin with."""
        return self._steps[0].keys()

    def of(self, codes: str) -> list[int]:
        """The numbers of the patterns that may match where these codes, ``BEGINNING`` of them or the last, stand."""
        paths = -1
        for step, ended in enumerate(self._ended):
            paths &= ended | self._steps[step].get(codes[step : step + 1], 0)
        return [number for number, own in enumerate(self._patterns) if own & paths] if paths else []


def _one_of(codes: set[str], what: str) -> tuple[str, frozenset[Path]]:
    if not codes:
        raise ValueError(f"nothing is called {what!r} in the grammar")
    regex = "".join(sorted(codes))
    return f"[{regex}]" if len(codes) > 1 else regex, frozenset({(frozenset(codes),)})


def _chain(one: frozenset[Path], two: frozenset[Path]) -> frozenset[Path]:
    """The ways to begin with the one and go on with the other."""
    if one == _EMPTY:
        return two
    done = {path for path in one if len(path) == BEGINNING}
    if len(done) == len(one):
        return one
    return frozenset(done | {(a + b)[:BEGINNING] for a, b in product(one - done, two)})
