"""Whom or what "the airline" or "the judge" means, only where one name fits far better: a wrong name is worse."""

from dataclasses import dataclass, field

from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS, child, children
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.who.names import Name, Names, names_in, persons
from dateline.events.who.roles import told_again

UNNAMED = ""
"""Stands for one of whom an article tells without a name ("an engineer")."""
ROLES = (*SUBJECTS, "dobj", "pobj", "poss", "dative")
"""Places in a clause at which somebody or something is told of."""
ENOUGH, MARGIN = 5, 2
"""How well a firm has to fit "the company", and how much better than any other."""
OFTEN = 3
"""How often a firm is named for the article to be about it."""


@dataclass(slots=True)
class Firm:
    """A body that may be a firm: whether it surely is, how often it was named, and where last, and as the subject."""

    sure: bool = False
    told: int = 0
    last: int = -9
    subject: int = -9
    place: int = -9
    """The paragraph in which it was told of last."""


@dataclass(slots=True)
class Descriptions:
    """What names were called so far, by lemma; ``meant`` tells which name each "the judge" of a sentence means."""

    called: dict[str, set[str]] = field(default_factory=dict)
    firms: dict[str, Firm] = field(default_factory=dict)
    _said: dict[str, set[str]] = field(default_factory=dict)
    """The words that stood before the noun by which a name was called ("oil" of "the oil giant")."""
    _sentence: int = 0

    def hear(self, sentence: Sentence, names: Names, alone: str = UNNAMED, sole: str = UNNAMED) -> dict[int, str]:
        """The names that the descriptions of the next sentence mean, by the index of their noun.

        ``alone`` is the one person of whom the sentence before told, ``sole`` the same where there are no others.
        """
        self._sentence += 1
        meant = {}
        tokens = sentence.tokens
        for token in tokens:
            if token.dep not in ROLES:
                continue
            name = UNNAMED
            if _aged(token):
                name = alone or _leading(names) if token.dep in SUBJECTS else UNNAMED
            elif alone and token.dep in SUBJECTS and self._varies(token, sure=bool(sole)):
                name = alone
            elif token.tag == "NN" and not _of_a_place(token) and (said := _definite(token)) is not None:
                name = self._one(token.lemma, said, names)
                if not name and token.lemma in words("mentions", "firms"):
                    name = self._firm(sentence, token, said)
            if name and not any(t.text == name.split()[-1] for t in tokens):
                meant[token.i] = name
        self._note(sentence, names)
        return meant

    def _varies(self, noun: Token, *, sure: bool) -> bool:
        """Whether a noun only says in other words who was just named ("the striker", "the former Norland winger")."""
        article, helper = child(noun, "det"), child(noun.head, "aux", "auxpass")
        many = helper is not None and helper.text.lower() in ("were", "are", "have")
        one_of_a_people = (
            noun.entity == "NORP" and noun.tag in ("NNP", "NN", "JJ") and not noun.text.endswith(("s", "ese", "ish"))
        )
        epithets = any_of(("mentions", "epithets"), ("mentions", "callings")) if sure else words("mentions", "epithets")
        said = noun.tag == "NN" and noun.lemma in epithets and noun.head.dep == "ROOT"
        the = article is not None and article.lemma == "the"
        return the and (said or (one_of_a_people and not many)) and UNNAMED not in self.called.get(noun.lemma, ())

    def _one(self, lemma: str, said: set[str], names: Names) -> str:
        """The one name that was called so, with all that is said of it now."""
        called = self.called.get(lemma, set())
        if UNNAMED in called and not said:
            return UNNAMED
        full = {names.full(name) for name in called if name and said <= self._said.get(name, set())}
        return full.pop() if len(full) == 1 else UNNAMED

    def _firm(self, sentence: Sentence, noun: Token, said: set[str]) -> str:
        """The firm that "the company" means: by whether it was the subject just before, and the one told of most."""
        most = sum(firm.told for firm in self.firms.values())
        kinds = {t.lemma for t in children(noun, "compound")}
        scores = {}
        for name, firm in self.firms.items():
            before = self._sentence - firm.subject == 1
            leads = firm.told >= OFTEN and 2 * firm.told > most
            fits = said <= self._said.get(name, set()) | kinds
            scores[name] = fits * (2 * firm.sure + 2 * before + 2 * leads + (self._sentence - firm.last <= 1))
            alone = len(self.firms) == 1 and self._sentence - firm.last == 1
            alone = alone and (firm.sure or firm.place == sentence.paragraph)
            scores[name] += fits * (ENOUGH - 1) * alone
        here = {name for name in self.firms for t in sentence.tokens[: noun.i] if t.text == name.split()[-1]}
        best, *others = sorted(scores, key=lambda name: -scores[name]) or [UNNAMED]
        clear = best and scores[best] >= ENOUGH and all(scores[best] - scores[one] >= MARGIN for one in others)
        return best if clear and not here else UNNAMED

    def _note(self, sentence: Sentence, names: Names) -> None:
        tokens = sentence.tokens
        described: set[int] = set()
        for name in names_in(sentence):
            kind = names.kind(name.text)
            for noun in _beside(name, tokens):
                if _fits(noun, kind):
                    described.add(noun.i)
                    self.called.setdefault(noun.lemma.lower(), set()).add(name.text)
                    before = children(noun, "compound", "amod", "nmod")
                    self._said.setdefault(name.text, set()).update(t.lemma for t in before if t.i not in _run(name))
            own = tokens[name.last].lemma.rstrip(".")
            whole = _whole(name, tokens)
            bodies = any_of(("names", "organisations"), ("mentions", "sites"))
            if " " in whole.removeprefix("the ") and own in bodies and kind != "person":
                self.called.setdefault(own, set()).add(whole)
            if kind == "organisation" and own not in _public():
                firm = self.firms.setdefault(name.text, Firm())
                firm.sure |= self._is_firm(name, tokens)
                firm.told, firm.last, firm.place = firm.told + 1, self._sentence, sentence.paragraph
                if tokens[name.last].dep in SUBJECTS:
                    firm.subject = self._sentence
        for token in tokens:
            article = child(token, "det")
            new = token.tag == "NN" and article is not None and article.lemma in ("a", "an", "another")
            if (new or token.tag == "NNS") and token.i not in described and token.dep not in ("compound", "attr"):
                self.called.setdefault(token.lemma, set()).add(UNNAMED)

    def _is_firm(self, name: Name, tokens: list[Token]) -> bool:
        """Whether a name is a firm's: called so, of a firm's form, or with shares, profits and the like."""
        last = tokens[name.last]
        if any(name.text in self.called.get(noun, ()) for noun in words("mentions", "firms")):
            return True
        if last.lemma.rstrip(".") in words("mentions", "forms"):
            return name.first < name.last
        owned = last.head if last.dep in ("poss", "compound") else last
        return owned is not last and owned.lemma in words("mentions", "business")


def _public() -> frozenset[str]:
    """Last words of bodies that are no firms."""
    return words("names", "organisations") - any_of(("mentions", "firms"), ("mentions", "forms"))


def _whole(name: Name, tokens: list[Token]) -> str:
    """A body's name with the owner before it and what "and" joins to it ("the Dockers' Union")."""
    before = tokens[name.first - 1] if name.first else None
    if before is not None and before.tag in ("POS", "CC"):
        return told_again(tokens[name.last]) or name.text
    return f"the {name.text}" if before is not None and before.lemma == "the" else name.text


def _run(name: Name) -> range:
    return range(name.first, name.last + 1)


def _beside(name: Name, tokens: list[Token]) -> list[Token]:
    """The nouns that say what a name is: before it, and in apposition on either side."""
    last = tokens[name.last]
    if last.dep == "poss" or tokens[min(name.last + 1, len(tokens) - 1)].tag == "POS":
        return []  # "Plexa's airline"
    found = [part for part in last.children if part.dep == "appos" and part.tag == "NN"]
    if last.dep == "appos" and last.head.tag == "NN":
        found.append(last.head)
    if name.first and tokens[name.first - 1].tag in ("NN", "NNP") and last in _above(tokens[name.first - 1]):
        found.append(tokens[name.first - 1])
    return found


def _above(token: Token) -> tuple[Token, Token]:
    return token.head, token.head.head


def _fits(noun: Token, kind: str) -> bool:
    lemma = noun.lemma.lower()
    human = lemma in any_of(("names", "professions"), ("names", "titles")) or lemma in persons()
    if kind == "person":
        return human
    if kind == "organisation":
        return lemma in any_of(("names", "organisations"), ("mentions", "firms"))
    return kind in ("thing", "") and noun.dep == "appos" and not human


def _aged(noun: Token) -> bool:
    """Whether somebody is told by the age alone ("the 48-year-old", "the 48-year-old Australian")."""
    tokens = noun.sentence
    old = next((t for t in (noun, *children(noun, "amod")) if t.text == "old" and t.i > 4), None)
    if old is None or tokens[old.i - 2].text != "year" or tokens[old.i - 5].text.lower() != "the":
        return False
    return noun is old or noun.entity == "NORP"


def _leading(names: Names) -> str:
    """The one person of whom an article tells, or tells three times as often as of any other."""
    told = {key: sum(forms.values()) for key, forms in names.forms.items() if names.kind(key) == "person"}
    first, *rest = sorted(told, key=lambda key: -told[key]) or [UNNAMED]
    alone = not rest or told[first] >= 3 * told[rest[0]]
    return names.full(first) if first and alone else UNNAMED


def _aside(part: Token, noun: Token) -> bool:
    """Whether a clause behind a comma only adds to what is known ("the company, which was founded in 2004, …")."""
    behind = part.dep in ("relcl", "acl") and part.i > noun.i + 1
    return behind and noun.sentence[noun.i + 1].text == ","


def _of_a_place(noun: Token) -> bool:
    """Whether a noun belongs to what "in which" or "where" tells of ("a shop in which the owner was hit")."""
    if noun.head.dep != "relcl" or noun.dep not in SUBJECTS:
        return False
    return any(part.tag in ("WDT", "WRB") for token in noun.head.children for part in (token, *token.children))


def _definite(noun: Token) -> set[str] | None:
    """What is said of a noun that is told as known: nothing of "the airline", "oil" of "the oil giant"; else None."""
    parts = [part for part in noun.children if part.dep not in ("punct", "case") and not _aside(part, noun)]
    the = [part for part in parts if part.dep == "det" and part.lemma == "the"]
    said = {part.lemma for part in parts if part.dep in ("compound", "amod", "nmod")}
    return said if the and len(parts) == 1 + len(said) else None
