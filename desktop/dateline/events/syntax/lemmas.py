"""The base form of each word, found once for a word with its tag and label rather than at each occurrence.

spaCy's rules for that (RULES) look at one word alone, or at two that stand side by side where the first is one of
OPENERS or an expletive ("let 's", "there 's").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from dateline.events.syntax.labels import Dep, Tag

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")
"""The components that are run here, in this order."""
COLUMNS = ("ORTH", "TAG", "DEP", "LOWER")
"""What they look at of a word, by spaCy's names."""
OPENERS = ("ai", "gon", "got", "let", "c'm", "y", "y'")
MOST = 50_000
"""How many words are remembered."""

Word = tuple[int, ...]
"""The COLUMNS of a word; for one of two side by side the COLUMNS of both, and its place among them."""


class Form(NamedTuple):
    """A word's base form in lower case, and its tag and label as the rules leave them."""

    lemma: str
    tag: Tag
    dep: Dep


class Lemmas:
    """The forms of the words met so far; ``language`` is the model whose rules find them."""

    def __init__(self, language: "Language") -> None:
        self.language = language
        self.openers = {language.vocab.strings.add(word) for word in OPENERS}
        self.expletive = language.vocab.strings.add("expl")
        self.forms: dict[Word, Form] = {}

    def of(self, doc: "Doc") -> list[Form]:
        """The form of each word of a document that only the tagger and the parser have read."""
        rows: list[Word] = list(map(tuple, doc.to_array(list(COLUMNS)).tolist()))
        words = list(rows)
        for at, (_, _, dep, lower) in enumerate(rows[:-1]):
            if dep == self.expletive or lower in self.openers:
                both = rows[at] + rows[at + 1]
                words[at], words[at + 1] = (*both, 0), (*both, 1)
        if len(self.forms) > MOST:
            self.forms.clear()
        missing = [word for word in dict.fromkeys(words) if word not in self.forms]
        if missing:
            self.forms.update(zip(missing, self._found(missing), strict=True))
        return [self.forms[word] for word in words]

    def _found(self, words: list[Word]) -> Iterator[Form]:
        """What the rules make of words, each read apart from the others."""
        from spacy.tokens import Doc  # here, as it takes long to load

        strings = self.language.vocab.strings
        rows: list[tuple[str, str, str]] = []
        places = []
        width = len(COLUMNS)
        for word in words:
            places.append(len(rows) + (word[-1] if len(word) > width else 0))
            starts = range(0, len(word) - width + 1, width)
            rows += [(strings[word[at]], strings[word[at + 1]], strings[word[at + 2]]) for at in starts]
            rows.append((".", ".", "punct"))
        texts, tags, deps = map(list, zip(*rows, strict=True))
        doc = Doc(self.language.vocab, words=texts, tags=tags, deps=deps, heads=list(range(len(rows))))
        for name in RULES:
            doc = self.language.get_pipe(name)(doc)
        for place in places:
            token = doc[place]
            yield Form(token.lemma_.lower(), cast("Tag", token.tag_), cast("Dep", token.dep_))
