"""Whom or what "the airline" or "the judge" means, only where one name alone was called so: a wrong name is worse."""

from dataclasses import dataclass, field

from dateline.events.clauses import SUBJECTS, child, children
from dateline.events.lexicon import any_of, words
from dateline.events.names import Name, Names, names_in, persons
from dateline.events.parser import Sentence, Token

UNNAMED = ""
"""Stands for one of whom an article tells without a name ("an engineer")."""


@dataclass(slots=True)
class Descriptions:
    """What names were called so far, by lemma; ``meant`` tells which name each "the judge" of a sentence means."""

    called: dict[str, set[str]] = field(default_factory=dict)

    def hear(self, sentence: Sentence, names: Names) -> dict[int, str]:
        """The names that the descriptions of the next sentence mean, by the index of their noun."""
        meant = {}
        tokens = sentence.tokens
        for token in tokens:
            if token.dep not in SUBJECTS:
                continue
            name = UNNAMED
            if _aged(token, tokens):
                name = _leading(names)
            elif token.tag == "NN" and _alone(token, tokens):
                name = self._one(token.lemma, names)
            if name and not any(t.text == name.split()[-1] for t in tokens):
                meant[token.i] = name
        self._note(sentence, names)
        return meant

    def _one(self, lemma: str, names: Names) -> str:
        """The one name that was called so."""
        said = self.called.get(lemma, set())
        full = set() if UNNAMED in said else {names.full(name) for name in said}
        return full.pop() if len(full) == 1 else UNNAMED

    def _note(self, sentence: Sentence, names: Names) -> None:
        tokens = sentence.tokens
        described: set[int] = set()
        for name in names_in(sentence):
            for noun in _beside(name, tokens):
                if _fits(noun, names.kind(name.text)):
                    described.add(noun.i)
                    self.called.setdefault(noun.lemma.lower(), set()).add(name.text)
        for token in tokens:
            article = child(token, tokens, "det")
            new = token.tag == "NN" and article is not None and article.lemma in ("a", "an", "another")
            if (new or token.tag == "NNS") and token.i not in described:
                self.called.setdefault(token.lemma, set()).add(UNNAMED)


def _beside(name: Name, tokens: list[Token]) -> list[Token]:
    """The nouns that say what a name is: before it, and in apposition on either side."""
    last = tokens[name.last]
    if last.dep == "poss" or tokens[min(name.last + 1, len(tokens) - 1)].tag == "POS":
        return []  # "Plexa's airline"
    found = [tokens[i] for i in last.children if tokens[i].dep == "appos" and tokens[i].tag == "NN"]
    if last.dep == "appos" and tokens[last.head].tag == "NN":
        found.append(tokens[last.head])
    if (
        name.first
        and tokens[name.first - 1].tag in ("NN", "NNP")
        and name.last in _above(tokens[name.first - 1], tokens)
    ):
        found.append(tokens[name.first - 1])
    return found


def _above(token: Token, tokens: list[Token]) -> tuple[int, int]:
    return token.head, tokens[token.head].head


def _fits(noun: Token, kind: str) -> bool:
    lemma = noun.lemma.lower()
    if kind == "person":
        return lemma in any_of(("names", "professions"), ("names", "titles")) or lemma in persons()
    return kind == "organisation" and lemma in words("names", "organisations")


def _aged(noun: Token, tokens: list[Token]) -> bool:
    """Whether somebody is told by the age alone ("the 48-year-old", "the 48-year-old Australian")."""
    old = next((t for t in (noun, *children(noun, tokens, "amod")) if t.text == "old" and t.i > 4), None)
    if old is None or tokens[old.i - 2].text != "year" or tokens[old.i - 5].text.lower() != "the":
        return False
    return noun is old or noun.entity == "NORP"


def _leading(names: Names) -> str:
    """The one person of whom an article tells, or tells three times as often as of any other."""
    told = {key: sum(forms.values()) for key, forms in names.forms.items() if names.kind(key) == "person"}
    first, *rest = sorted(told, key=lambda key: -told[key]) or [UNNAMED]
    alone = not rest or told[first] >= 3 * told[rest[0]]
    return names.full(first) if first and alone else UNNAMED


def _alone(noun: Token, tokens: list[Token]) -> bool:
    """Whether a noun is told as known with nothing else said of it: "the airline"."""
    parts = [tokens[i] for i in noun.children if tokens[i].dep != "punct"]
    return len(parts) == 1 and parts[0].dep == "det" and parts[0].lemma == "the"
