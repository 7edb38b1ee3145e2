"""The names of an article: which words belong together, what kind of thing they name, and the fullest form of each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS
from dateline.events.syntax.parser import Sentence, Token

KINDS = {"PERSON": "person", "NORP": "group", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
         "PRODUCT": "thing", "EVENT": "thing", "WORK_OF_ART": "thing", "LAW": "thing"}  # fmt: skip
"""spaCy's labels as the model's kinds."""


@dataclass(slots=True)
class Name:
    """A name as it stands in a sentence: its tokens from ``first`` to ``last`` (the head), title words left out."""

    first: int
    last: int
    text: str


@dataclass(slots=True)
class Names:
    """The names told so far: by their last word, the forms and the kinds they were taken for."""

    forms: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    meant: dict[int, str] = field(default_factory=dict)
    """Whom the pronouns of the sentence at hand mean, by their index; only those that are certain."""
    fuller: dict[int, str] = field(default_factory=dict)
    """Fuller descriptions for the nouns of the sentence at hand that say only "the boat", by their index."""
    place: str = ""
    """The place that "the city" or "the region" means behind this sentence: the last one named."""
    _before: str = ""
    _named_at: int = -1
    bodies: dict[str, set[str]] = field(default_factory=dict)
    """The organisations of more than one word, by their first."""
    _paragraph: int = -1

    def note(self, sentence: Sentence) -> None:
        """Take in the names of a sentence, before its events are told."""
        places: list[str] = []
        for word in sentence.tokens:
            named = word.tag in ("NN", "NNS") and word.text[:1].isupper() and self.kind(word.text) == "person"
            if named and word.text in self.forms and (word.i or word.dep in SUBJECTS):
                word.tag = "NNP"  # "Sand left": a name that is a word too
        if sentence.paragraph != self._paragraph:
            self._paragraph, self.place = sentence.paragraph, ""
        self._before, self._named_at = self.place, -1
        for name in names_in(sentence):
            key = name.text.split()[-1]
            self.forms.setdefault(key, Counter())[name.text] += 1
            weight = self.kinds.setdefault(key, Counter())
            weight[_kind_by_words(name, sentence)] += 2
            label = KINDS.get(sentence.tokens[name.last].entity)
            longer = any(" " in form for form in self.forms[key])
            if label and (" " in name.text if longer else label != "person"):
                weight[label] += 1  # one word alone that looks like a person may be a firm or a town
            first, *rest = name.text.split()
            if rest and self.kind(name.text) == "organisation" and first not in ("The", "St", "New"):
                self.bodies.setdefault(first, set()).add(name.text)
            if self.kind(name.text) == "place" and sentence.tokens[name.last].dep in ("pobj", "compound"):
                places.append(name.text)
                self._named_at = name.last
        if len(set(places)) == 1:
            self.place = "" if places[0].split()[-1].lower() in words("names", "countries") else places[0]
        elif places:
            self.place = ""

    def place_at(self, index: int) -> str:
        """The place that "the city" means at a word of the sentence at hand: one named before it; "" for none."""
        return self.place if index > self._named_at else self._before

    def kind(self, text: str) -> str:
        """person, organisation, place, group or thing; "" where nothing tells."""
        found = self.kinds.get(text.rsplit(" ", 1)[-1])
        kind = max((k for k in found if k), key=lambda k: found[k], default="") if found else ""
        return "organisation" if text in self.bodies and kind not in ("place", "person") else kind

    def body(self, text: str) -> str:
        """The full name of an organisation told by its first or last words, where only one fits; else the text."""
        if text in self.bodies and self.kind(text) != "organisation":
            return text  # the town, not its hospital
        said = text[:1].upper() + text[1:]
        fitting = set(self.bodies.get(said, ()))
        for forms in self.bodies.values():
            fitting |= {form for form in forms if form.endswith(f" {said}")}
        longest = max(fitting, key=len, default="")
        return longest if longest and all(longest.endswith(form) for form in fitting) else text

    def full(self, text: str) -> str:
        """The fullest form of a person's name, where the article has only one person of that last word."""
        key = text.split()[-1]
        if self.kind(text) != "person":
            return text
        longer = [form for form in self.forms.get(key, ()) if len(form.split()) == len(set(form.split())) > 1]
        if text in longer or not longer:
            return text
        firsts = {form.split()[0] for form in longer}
        return max(longer, key=len) if len(firsts) == 1 else text


def names_in(sentence: Sentence) -> Iterable[Name]:
    """Runs of proper nouns, without the titles before them."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if not _proper(tokens[i]):
            i += 1
            continue
        first = i
        while i + 1 < len(tokens) and (step := _goes_on(tokens, i)):
            i += step
        last = i
        first += 0 if first == last else titles_before(tuple(t.text for t in tokens[first : last + 1]))
        if first < last and tokens[first].lemma in words("names", "portfolios") and _of_title(first, tokens):
            first += 1
        yield Name(first, last, " ".join(t.text for t in tokens[first : last + 1]).replace(" - ", "-"))
        i += 1


def _goes_on(tokens: list[Token], i: int) -> int:
    """How many words further a name goes on: 1, or 2 over the "&" of a firm or the hyphen of a person; else 0."""
    if _proper(tokens[i + 1]) and tokens[i + 1].start - tokens[i].end <= 1:
        return 1
    if i + 2 >= len(tokens) or not _proper(tokens[i + 2]):
        return 0
    glued = tokens[i].end == tokens[i + 1].start and tokens[i + 1].end == tokens[i + 2].start
    person = tokens[i].entity == tokens[i + 2].entity == "PERSON"
    return 2 if tokens[i + 1].text == "&" or (tokens[i + 1].text == "-" and glued and person) else 0


def _of_title(index: int, tokens: list[Token]) -> bool:
    """Whether a word ends a title ("Secretary of State")."""
    return index > 1 and tokens[index - 1].lemma == "of" and tokens[index - 2].lemma in words("names", "titles")


@lru_cache(maxsize=4096)
def titles_before(parts: tuple[str, ...]) -> int:
    """How many of the words of a name are titles and what goes with them ("Transport Minister Olena Ruiz" has two)."""
    if len(parts) == 1:
        return 0
    lower = [part.lower().rstrip(".") for part in parts]
    if lower[-1] in any_of(("names", "organisations"), ("names", "places")):
        return 0
    count = 0
    while count < len(parts) - 1 and lower[count] in words("names", "titles"):
        if count == len(parts) - 2 and lower[count] in words("names", "crowned"):
            break
        count += 1
    while count < len(parts) - 2 and lower[count] in any_of(("names", "titles"), ("names", "persons")):
        count += 1
    offices = [i for i in range(count, len(parts) - 2) if lower[i] in words("names", "offices")]
    return offices[-1] + 1 if offices else count


def _proper(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.text[:1].isupper() and token.entity not in ("DATE", "TIME")


def _kind_by_words(name: Name, sentence: Sentence) -> str:
    """What the words around a name say: a title, a place word, a preposition, a verb of saying."""
    tokens = sentence.tokens
    last = tokens[name.last]
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if before is not None and (
        before.text.lower().rstrip(".") in words("names", "titles") or before.lemma in persons()
    ):
        return "person"
    if _aged(name.last, tokens) or (name.last > name.first and tokens[name.first].lemma in words("names", "crowned")):
        return "person"
    if after is not None and after.lemma in words("names", "places"):
        return "place"
    if last.lemma.rstrip(".") in words("names", "organisations") or (
        after is not None and after.lemma in words("names", "bodies")
    ):
        return "organisation"
    said = _described(name, tokens)
    if said:
        return said
    if (
        before is not None
        and before.lemma == "of"
        and name.first > 1
        and tokens[name.first - 2].lemma in words("names", "places")
    ):
        return "place"
    if _bears_first_name(name, tokens):
        return "person"
    head = last.head
    if last.dep == "pobj" and head.lemma in ("to", "from") and head.head.lemma in words("names", "travels"):
        return "place"
    if last.dep == "pobj" and head.lemma in ("in", "into", "near", "across", "throughout", "inside", "outside"):
        return "place"
    the = before is not None and before.tag == "DT"
    if (
        name.last > name.first
        and not the
        and last.entity not in ("GPE", "LOC", "FAC")
        and (
            (last.dep == "nsubj" and head.lemma in any_of(("verbs", "report"), ("names", "does")))
            or (last.dep in ("dobj", "nsubjpass") and head.lemma in words("names", "suffers"))
        )
    ):
        return "person"
    return ""


def _aged(last: int, tokens: list[Token]) -> bool:
    """Whether an age in commas follows a name ("Marian Tolley, 58, …")."""
    if last + 3 >= len(tokens):
        return False
    comma, age, end = tokens[last + 1 : last + 4]
    return comma.text == "," and age.text.isdigit() and len(age.text) < 3 and end.text in (",", ".")


def _bears_first_name(name: Name, tokens: list[Token]) -> bool:
    """Whether a name of two or three words begins as a person's does, and no article stands before it."""
    first, last = tokens[name.first], tokens[name.last]
    known = first.text.lower() in any_of(("names", "masculine"), ("names", "feminine"))
    other = last.entity in ("FAC", "EVENT", "WORK_OF_ART", "LAW") or last.lemma in any_of(
        ("names", "places"), ("names", "organisations"), ("mentions", "forms")
    )
    article = name.first > 0 and tokens[name.first - 1].tag == "DT"
    return known and not other and not article and 1 <= name.last - name.first <= 2


def _described(name: Name, tokens: list[Token]) -> str:
    """What the noun beside a name calls it: "the owner, Jan Holt", "the network Plexa", "Plexa's shareholders"."""
    last = tokens[name.last]
    beside = [part for part in last.children if part.dep == "appos"] if last.apposed else []
    if last.dep in ("appos", "poss"):
        beside.append(last.head)
    if name.first and tokens[name.first - 1].tag == "NN":
        beside.append(tokens[name.first - 1])
    if last.dep == "pobj" and last.head.lemma == "in" and last.head.head.lemma == "share":
        return "organisation"
    for noun in beside:
        if last.dep == "poss" and noun is last.head:
            if noun.lemma in words("names", "owned"):
                return "organisation"
        elif noun.lemma in words("names", "organisations"):
            return "organisation"
        elif noun.lemma in persons():
            return "person"
    return ""


@cache
def persons() -> frozenset[str]:
    """The nouns that are said of persons."""
    human = any_of(("names", "professions"), ("names", "persons"), ("prominence", "people"), ("prominence", "groups"))
    return human - words("names", "unsure")
