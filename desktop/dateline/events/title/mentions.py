"""What "the boat" is, told in a title as the article told it first: "the migrant boat off Sund"; of two, neither."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline.events.lexicon import any_of, lines, words
from dateline.events.syntax.clauses import below, child
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.title.surface import plain
from dateline.events.who.names import Names
from dateline.events.who.participants import phrase

BEFORE = ("det", "amod", "compound", "nmod", "nummod", "poss", "case", "quantmod", "punct")
"""Parts before a noun that say which one it is."""
KNOWN = ("the", "this", "that", "these", "those")
OTHERS = ("no", "any", "every", "each", "what", "which", "whatever", "another")
"""With these a noun means none of those told of before."""
LONGEST = 44
"""Code points of a description."""
FAR = 12
"""Sentences after which what was told once is no longer meant."""
ROLES = ("compound", "amod", "nmod", "npadvmod", "attr", "oprd", "intj", "meta", "dep")
"""Places in a clause at which a noun brings in nothing that is told of again."""


@dataclass(slots=True)
class Thing:
    """Something that an article tells of: its fullest description, and when it was told of last."""

    text: str
    said: frozenset[str]
    last: int
    times: int = 1


@dataclass(slots=True)
class Mentions:
    """The things told of so far, by lemma and number."""

    things: dict[tuple[str, bool], list[Thing]] = field(default_factory=dict)
    _sentence: int = 0

    def hear(self, sentence: Sentence, names: Names) -> dict[int, str]:
        """Fuller descriptions for the nouns of the next sentence that say only "the boat", by the noun's index."""
        self._sentence += 1
        fuller = {}
        tokens = sentence.tokens
        for token in tokens:
            if not _tells_of(token):
                continue
            key = (token.lemma, token.tag == "NNS")
            known = self.things.setdefault(key, [])
            article = child(token, "det")
            definite = article is not None and article.lemma in KNOWN
            if definite and _bare(token):
                thing = self._meant(*key)
                if thing is None:
                    known.append(Thing("", frozenset(), self._sentence))
                elif thing.text and token.i not in names.meant:
                    fuller[token.i] = thing.text
            else:
                self._note(_described(token, names), known, definite)
        return fuller

    def _meant(self, lemma: str, many: bool) -> Thing | None:
        """The only thing of the kind, or the one that is told of now where the others are far."""
        known = self.things[lemma, many]
        if not known:  # "the ship" for what was called a trawler
            known = [one for mate in _mates().get(lemma, ()) for one in self.things.get((mate, many), ())]
        near = [one for one in known if self._sentence - one.last <= FAR * min(one.times, 3)]
        if len(near) > 1:
            near = [one for one in near if self._sentence - one.last <= 1 and one.times > 1]
        if len(near) != 1:
            return None
        near[0].last, near[0].times = self._sentence, near[0].times + 1
        return near[0]

    def _note(self, told: tuple[str, frozenset[str]], known: list[Thing], definite: bool) -> None:
        """Take in a description: of something new, or of what an earlier one told in as many words or fewer."""
        text, said = told
        alone = definite and len(known) == 1
        for one in known:
            same = bool(said & one.said) if said and one.said else definite or not said
            if alone or (same and (definite or said <= one.said or one.said <= said)):
                if len(said) > len(one.said):
                    one.text, one.said = text, said
                one.last, one.times = self._sentence, one.times + 1
                return
        known.append(Thing(text, said, self._sentence))


@cache
def _mates() -> dict[str, list[str]]:
    """The nouns by which the same may be told, by each of them."""
    groups = map(str.split, lines("mentions", "same"))
    return {word: [other for other in group if other != word] for group in groups for word in group}


def _tells_of(token: Token) -> bool:
    """Whether a noun tells of a thing or of persons, and not of a time or an amount."""
    if token.tag not in ("NN", "NNS") or token.dep in ROLES or token.entity in ("DATE", "TIME"):
        return False
    if token.lemma in any_of(("names", "parts"), ("mentions", "never")) or not token.text[:1].islower():
        return False
    said = [part.lemma for part in token.children if part.dep in ("det", "amod")]
    return not said or not set(said) & {*OTHERS, *words("mentions", "others")}


def _bare(noun: Token) -> bool:
    """Whether nothing but an article stands with a noun."""
    return all(part.dep in ("det", "punct", "relcl", "cc", "conj", "appos", "case") for part in noun.children)


def _described(noun: Token, names: Names) -> tuple[str, frozenset[str]]:
    """How a noun is described, as of something known, and the lemmas of what is said of it; "" where nothing is."""
    tokens = noun.sentence
    low = phrase(noun, BEFORE)[0]
    while low and tokens[low].entity and not tokens[low].entity_begins:
        low -= 1  # "Gulf of Sund oil spill"
    before = [token for token in tokens[low : noun.i] if token.dep not in ("det", "predet")]
    if any(token.tag == "PRP$" or token.entity in ("DATE", "TIME") for token in before):
        return "", frozenset()
    which = [token for token in before if not _vague(token)]
    while which and which[0].dep in ("punct", "case"):
        which.pop(0)
    run = [*which, noun]
    low = run[0].i
    half = low > 0 and tokens[low - 1].text in ("-", "–") and tokens[low - 1].end == run[0].start
    if len(run) > 5 or half or run != tokens[low : noun.i + 1]:
        return "", frozenset()
    article = child(noun, "det")
    loose = article is not None and article.lemma in KNOWN and noun.dep == "dobj"
    after = [] if len(which) < len(before) or loose else _after(noun, LONGEST - (noun.end - run[0].start))
    said = frozenset(t.lemma for t in (*run[:-1], *after) if t.tag[:2] in ("NN", "JJ", "CD", "VB"))
    if not said:
        return "", said
    text = _text([*run, *after], names)
    return text if run[0].dep == "poss" or _owner_opens(run) else f"the {text}", said


def _owner_opens(run: Sequence[Token]) -> bool:
    return any(token.dep == "case" and token.tag == "POS" for token in run[:-1])


def _vague(token: Token) -> bool:
    return token.lemma in words("mentions", "vague") or token.tag in ("JJR", "RBR", "PDT")


def _after(noun: Token, room: int) -> list[Token]:
    """What follows a noun and says which one: phrases with "of", "on", "in" and their like, or what it is to do."""
    tokens = noun.sentence
    after: list[Token] = []
    end = noun.i + 1
    for part in (part for part in noun.children if part.i > noun.i):
        under = sorted(below(part))
        purpose = part.dep == "acl" and part.tag in ("VB", "VBG")
        solid = under[0] == end and under == list(range(under[0], under[-1] + 1))
        if not solid or not (purpose or (part.dep == "prep" and part.lemma in words("mentions", "telling"))):
            break
        found = [tokens[i] for i in under]
        if tokens[under[-1]].end - noun.end > room or not all(map(_plain, found)):
            break
        after, end = [*after, *found], under[-1] + 1
    return after


def _plain(token: Token) -> bool:
    """Whether a word can stand in a description: no pronoun, no time, no mark, and no clause of its own."""
    return not (
        token.tag in ("PRP", "PRP$", "WDT", "WP", "EX", "MD", "VBD", "VBZ", "VBP")
        or token.entity in ("DATE", "TIME")
        or token.dep in ("relcl", "appos", "advcl")
        or (token.dep == "punct" and token.text not in ("-", "–", "’"))
    )


def _text(run: Iterable[Token], names: Names) -> str:
    text, end = "", -1
    for token in run:
        text += " " * (0 <= end < token.start) + names.meant.get(token.i, plain(token))
        end = token.end
    return text
