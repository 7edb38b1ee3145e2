"""A language's grammar: words and rules read from TOML, compiled to patterns over word codes.

Every token of a text becomes one character, its *code*; words of the same meaning share a code. A rule's pattern is
then a short regular expression over codes, free of spelling, case and spacing:

* ``{month}`` is any word of the table month, ``{month:other}`` captures it under another name; the name may also be
  one of the language's ``[patterns]``, or a table that holds phrases
* a bare word stands for itself, a blank for any white space within a paragraph, ``~`` for a blank or a hyphen
* ``. , : / - '`` stand for themselves, ``( | ) ? *`` mean what they mean in regular expressions

A word that the TOML writes with a capital is only recognised with one (May, March, Sun).
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from dateline import paths
from dateline.times.patterns import PART, Beginnings, Path, Pattern
from dateline.times.rules import LISTS, Rule, Toml, parse
from dateline.times.verbs import Verbs

_PHRASE = re.compile(r"[ '.-]")
_DASHES = dict.fromkeys("-‐‑–—−", "-")
_QUOTES = dict.fromkeys("'’‘`´", "'")
MARKS = {mark: mark for mark in ",.:;/()[]$£€¥%#&!?+"} | _DASHES | _QUOTES
_FIRST_CODE = 0xE000  # for private use: none of them means anything in a regular expression
_REMEMBERED_WORDS = 50_000
# one of each set of classes that numbers of three figures and more have
_SAMPLE_NUMBERS = ("000", "001", "0000", "0001", "0060", "1000", "1001", "1060", "1061", "2200", "12345")


class Codes(dict[str, str]):
    """Token to code. Unknown tokens are classified once and remembered."""

    def __init__(self, grammar: "Grammar") -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, token: str) -> str:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        code = self[token] = self._grammar.code_of(token)
        return code


def _number_classes(token: str) -> Iterator[str]:
    """The classes that a run of digits belongs to by its length and size."""
    value = int(token) if len(token) < 10 else 10**9
    yield "digits"
    if len(token) == 3:
        yield "thousands"
    if len(token) <= 2:
        if value <= 24:
            yield "hour"
        if 1 <= value <= 12:
            yield "monthnumber"
        if 1 <= value <= 31:
            yield "daynumber"
        if len(token) == 2:
            yield "twodigits"
            if value < 60:
                yield "sixty"
            if value % 10 == 0:
                yield "tens"
    elif len(token) == 4 and 1000 <= value < 2200:
        yield "year4"
        if value % 10 == 0:
            yield "decade4"
    if len(token) == 4 and value // 100 < 24 and value % 100 < 60:
        yield "hhmm"
        if value < 1000:
            yield "hhmm0"
    if len(token) == 4 and value:
        yield "fourdigits"
    if len(token) <= 4 and value:
        yield "anyyear"


class Grammar:
    """The compiled grammar of one language."""

    def __init__(self, language: str) -> None:
        folder = paths.resources() / "grammar" / language / "times"
        self.language = language
        words: Toml = {}
        self.rules: list[Rule] = []
        for file in sorted(folder.glob("*.toml")):
            text = file.read_text(encoding="utf-8")
            content = tomllib.loads(text)
            for raw in content.pop("rule", []):
                self.rules.append(parse(raw, len(self.rules), file, text))
            for name, table in content.items():
                words.setdefault(name, {}).update(table)
        self.patterns: dict[str, str] = words.pop("patterns", {})
        lists = words.pop("lists", {})
        if unknown := lists.keys() - LISTS:
            raise ValueError(f"{folder}: no list is called {', '.join(map(repr, sorted(unknown)))}")
        self.lists = {name: frozenset[str](lists.get(name, ())) for name in LISTS}
        self.verbs = Verbs.of(words.pop("verbs", {}))
        self.day_first = "day_first" in self.lists["conventions"]
        self.words: dict[str, Toml] = {}
        self.phrases: dict[str, Toml] = {}
        for name, table in words.items():
            if any(_PHRASE.search(key) for key in table):
                self.phrases[name] = {key.lower(): value for key, value in table.items()}
                self.patterns[name] = "|".join(sorted(table, key=len, reverse=True))
            else:
                self.words[name] = table
        self.phrase_ends = {PART.findall(tie)[-1][2] for tie in self.phrases.get("relation_phrase", ())}
        self._index_words()
        self._code_words()
        self.codes = Codes(self)
        read: dict[str, tuple[str, frozenset[Path]]] = {}
        for rule in self.rules:
            try:
                rule.pattern = Pattern(rule.source, self.of_class, self.patterns, read)
            except ValueError as error:
                raise ValueError(f"{rule.where}: {error}") from None
        self._beginnings = Beginnings(rule.pattern for rule in self.rules if rule.pattern)
        self.lead = re.compile(f"[{''.join(sorted(self._beginnings.first()))}]")
        self._candidates: dict[str, tuple[Rule, ...]] = {}
        self.paragraph = self.code_of("\n\n")
        self.tenses = self._tense_of_codes()

    def _code_words(self) -> None:
        """Give each word that the grammar knows its code, and a sample of each kind of number."""
        self._signatures: dict[frozenset[str], str] = {}
        self._of_class: dict[str, set[str]] = {}
        for word in (*self._plain, *self._capital):
            self.code_of(word)
            self.code_of(word.capitalize())
        verbs = self.verbs
        endings = (f"xxxx{ending}" for ending in verbs.past_endings + verbs.future_endings)
        for word in (*sorted(verbs.past | verbs.future), *endings):
            self.code_of(word)
        for mark in (*MARKS, " ", "\n\n", "x", "X"):
            self.code_of(mark)
        for length in (1, 2, 3, 4, 5):
            for value in range(10**length if length < 3 else 0):
                self.code_of(f"{value:0{length}}")
        for token in _SAMPLE_NUMBERS:
            self.code_of(token)

    def _tense_of_codes(self) -> dict[str, str]:
        tenses: dict[str, str] = {}
        for name in ("past", "future", "report", "set", "could"):
            tenses |= dict.fromkeys(self.of_class(name), name)
        for stop in (".", "!", "?", "paragraph"):
            tenses |= dict.fromkeys(self.of_class(stop), "stop")
        for pause in (",", ";", ":"):
            tenses |= dict.fromkeys(self.of_class(pause), "pause")
        return tenses

    def candidates(self, codes: str) -> tuple[Rule, ...]:
        """The rules that may match where these codes (as many as patterns tell their beginning by) stand."""
        found = self._candidates.get(codes)
        if found is None:
            found = self._candidates[codes] = tuple(self.rules[number] for number in self._beginnings.of(codes))
        return found

    def _index_words(self) -> None:
        """Collect the classes of every word; bare words of patterns are classes of their own, named ``=word``."""
        self._plain: dict[str, set[str]] = {}
        self._capital: dict[str, set[str]] = {}
        self.values: dict[str, Toml] = {}
        for name, table in self.words.items():
            values = self.values[name] = {}
            for word, value in table.items():
                lower = word.lower()
                values[lower] = value
                (self._plain if word == lower else self._capital).setdefault(lower, set()).add(name)
        for pattern in (*self.patterns.values(), *(rule.source for rule in self.rules)):
            for part in PART.finditer(pattern):
                if word := part["word"]:
                    lower = word.lower()
                    (self._plain if word == lower else self._capital).setdefault(lower, set()).add(f"={lower}")

    def code_of(self, token: str) -> str:
        """The code of a token, made when its set of classes is new."""
        return self._code(frozenset(self.classes_of(token)))

    def classes_of(self, token: str) -> Iterator[str]:
        """The classes that a token belongs to."""
        head = token[0]
        if head.isdecimal():
            yield from _number_classes(token)
        elif head.isspace():
            yield "paragraph" if token.count("\n") > 1 or "\u2029" in token else "space"
        elif head.isalpha():
            lower = token.lower()
            known = self._plain.get(lower, set())
            if head.isupper():
                known = known | self._capital.get(lower, set())
            if known:
                yield from known
                bare = all(name.startswith("=") for name in known)
                if head.islower() and (lower in self.verbs.past or bare) and (tense := self.verbs.tense(lower)):
                    yield tense
            elif head.isupper():
                yield "Name"
            else:
                yield "word"
                if tense := self.verbs.tense(lower):
                    yield tense
        else:
            yield MARKS.get(head, "mark")

    def _code(self, classes: frozenset[str]) -> str:
        code = self._signatures.get(classes)
        if code is None:
            code = self._signatures[classes] = chr(_FIRST_CODE + len(self._signatures))
            for name in classes:
                self._of_class.setdefault(name, set()).add(code)
        return code

    def of_class(self, name: str) -> set[str]:
        """The codes whose words belong to a class."""
        return self._of_class.get(name, set())


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language that has one, compiled on first use."""
    return Grammar(language)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a grammar, English first."""
    folder = paths.resources() / "grammar"
    found = sorted(child.name for child in folder.iterdir() if (child / "times").is_dir())
    return tuple(sorted(found, key=lambda language: language != "en"))
