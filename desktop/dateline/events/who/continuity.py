"""What "it", "they" and "the two" at the head of a sentence go on about, where nothing rivals the subject before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS, below, child
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.who.coreference import BLOCKER, UNNAMED, Pronouns
from dateline.events.who.names import Names, persons
from dateline.events.who.roles import acts, begins, told_again

LONGEST = 60
"""Code points of what a title says for "it"; a longer description would leave no room for what happened."""
RIVALS: tuple[Dep, ...] = ("dobj", "conj", "oprd", "dative", "nsubj", "nsubjpass")
"""Places in a clause from which the next sentence may go on as well as from its subject."""
PAIR = ("two", "pair", "both", "duo")
"""Words for exactly two."""


@dataclass(slots=True)
class Continuity:
    """Follows what the sentences are about; ``hear`` tells what stands for the pronouns of the next one."""

    _subject: Token | None = None
    _before: str = ""
    """What the last sentence was about, as a title says it."""
    _pair: str = ""
    """The two persons of the last sentence, where it told of exactly two."""
    _crowd: bool = False
    """Whether the last sentence told of several persons without a name."""
    _one: bool = False
    """Whether the last sentence was about one thing or body."""
    _beside: list[Token] = field(default_factory=list)
    """The other things that it told of."""

    def close(self) -> None:
        """Forget what was told: what follows a heading begins anew."""
        self._subject, self._pair, self._crowd, self._one = None, "", False, False

    def hear(
        self, sentence: Sentence, names: Names, pronouns: Pronouns, quoted: Callable[[Token], bool]
    ) -> dict[int, str]:
        """What the pronouns of the next sentence mean, by index; ``names`` still has the meanings of the last one."""
        self._before = _told(self._subject, names) if self._subject is not None else ""
        found: dict[int, str] = {}
        said = " ".join(token.text for token in sentence.tokens)
        for token in sentence.tokens:
            if token.i in pronouns.meant or quoted(token):
                continue
            lower = token.text.lower()
            text = ""
            if lower == "it" and token.dep in SUBJECTS and _tells(token.head):
                text = self._thing(token, names, pronouns)
            elif lower == "its" and self._owns(token):
                text = f"{self._before}’s" if self._one and self._before else ""
            elif lower == "they" and begins(token) and token.dep in SUBJECTS:
                text = self._pair if self._pair and not self._crowd else self._group()
            elif token.dep in SUBJECTS and _two(token) and begins(token):
                text = self._pair
            if text and text not in said:
                found[token.i] = text
        self._note(sentence, pronouns, quoted)
        return found

    def _thing(self, token: Token, names: Names, pronouns: Pronouns) -> str:
        """What "it" goes on about: the subject of the clause that its own is joined to, or of the sentence before."""
        verb = token.head
        if verb.dep == "conj" and verb.head.tag.startswith("VB"):
            who = child(verb.head, *SUBJECTS)
            if who is not None and _single(who, pronouns) and not any(_rivals(who, token.i, pronouns)):
                return _told(who, names, here=True)
            return ""
        if not begins(token) or self._subject is None or verb.dep != "ROOT" or not self._one:
            return ""
        bodies = any_of(("names", "organisations"), ("mentions", "firms"))
        body = self._subject.lemma in bodies
        placed = self._subject.lemma in words("names", "places") or self._subject.tag == "NNP"
        if acts(token) and not (body or placed or self._subject.text == "It"):
            return ""  # no deal halts work
        if body and child(verb, "dobj", "auxpass", "agent") is None and not acts(token):
            return ""  # what crashed is no airline
        sure = body and acts(token)
        return "" if any(not sure or rival.lemma in bodies for rival in self._beside) else self._before

    def _owns(self, token: Token) -> bool:
        """Whether "its" begins a sentence, or owns what persons did something to: "Aides searched its office"."""
        owned = token.head
        if token.i == 0:
            return owned.dep in SUBJECTS
        who = child(owned.head, "nsubj")
        many = who is not None and who.tag == "NNS" and who.lemma in persons()
        return many and owned.dep == "dobj" and owned.head.dep == "ROOT"

    def _group(self) -> str:
        """The several persons that the last sentence was about, where it told of no others."""
        who = self._subject
        teams = words("prominence", "collective")
        if who is None or who.tag not in ("NNS", "NNPS") or who.lemma not in persons() | teams:
            return ""
        inside = below(who)
        others = [t for t in who.sentence if t.tag in ("NNS", "NNPS") and t.i not in inside and t.lemma in persons()]
        return "" if others or any(t.lemma in teams for t in who.sentence if t is not who) else self._before

    def _note(self, sentence: Sentence, pronouns: Pronouns, quoted: Callable[[Token], bool]) -> None:
        root = next((token for token in sentence.tokens if token.dep == "ROOT"), None)
        who = _about(root, pronouns) if root is not None else None
        self._subject = None if who is None or quoted(who) or child(who, "conj") is not None else who
        self._one = self._subject is not None and (self._subject.text == "It" or _single(self._subject, pronouns))
        self._beside = [] if who is None else list(_rivals(who, len(sentence.tokens), pronouns))
        people = list(dict.fromkeys(pronouns.spoken))
        named = len(people) == 2 and BLOCKER not in people and not set(people) & set(UNNAMED.values())
        together = who is not None and root is not None and _together(root, who, pronouns)
        self._pair = " and ".join(people) if named and together and all(" " in one for one in people) else ""
        self._crowd = any(t.tag in ("NNS", "NNPS") and t.lemma in persons() for t in sentence.tokens)


def _together(verb: Token, who: Token, pronouns: Pronouns) -> bool:
    """Whether a sentence tells what two did with each other: both are its subject, or one met or married the other."""
    if any(part.dep == "conj" and part.i in pronouns.told for part in who.children):
        return True
    other = child(verb, "dobj", "npadvmod")
    others = [other] if other is not None else [child(prep, "pobj") for prep in verb.children if prep.lemma == "with"]
    known = any(one is not None and (one.i in pronouns.told or one.i in pronouns.meant) for one in others)
    return known and verb.lemma in words("mentions", "mutual")


def _about(root: Token, pronouns: Pronouns) -> Token | None:
    """The subject of a sentence; of what somebody says in it, where that is somebody and "it" is not."""
    who = child(root, *SUBJECTS)
    said = child(root, "ccomp")
    if said is None or root.lemma not in words("verbs", "report"):
        return who
    content = child(said, *SUBJECTS)
    if who is None or content is None:
        return None
    if who.i in pronouns.told:
        return content
    same = content.i in pronouns.meant or (content.text.lower() == "they" and who.tag == "NNS")
    theirs = same or content.i in pronouns.told or content.tag in ("NNS", "NNPS")
    return who if theirs else None  # "The mill said a docker was hurt": "it" is the mill


def _rivals(who: Token, end: int, people: Pronouns) -> Iterator[Token]:
    """The other things told of up to a word that "it" may mean as well as a subject."""
    own = below(who)
    passive = child(who.head, "auxpass") is not None
    for token in who.sentence[:end]:
        if token.i in own or token.tag not in ("NN", "NNP") or token.entity in ("DATE", "TIME", "MONEY", "PERCENT"):
            continue
        if token.tag == "NN" and token.text.endswith("ing") and child(token, "det") is None:
            continue
        if token.lemma in persons() or token.lemma in words("mentions", "never") or people.named(token):
            continue
        beside = token.dep == "pobj" and token.head.lemma in (("with",) if passive else ("with", "by"))
        if token.dep in RIVALS or beside:
            yield token


def _single(who: Token, pronouns: Pronouns) -> bool:
    """Whether a subject is one thing or body that "it" may mean."""
    if who.tag not in ("NN", "NNP") or who.entity in ("DATE", "TIME") or who.lemma in persons():
        return False
    return not pronouns.named(who)


def _told(who: Token, names: Names, here: bool = False) -> str:
    """A subject as a title says it again; "" where that says too little or too much."""
    if who.i in names.meant and not here:
        return names.meant[who.i]
    text = names.fuller.get(who.i, "") if not here else ""
    text = text or told_again(who)
    return text if len(text) <= LONGEST else ""


def _tells(verb: Token) -> bool:
    """Whether "it" does something, rather than points to what follows ("it emerged that", "it was clear")."""
    if verb.lemma in words("mentions", "empty") or not verb.tag.startswith("VB"):
        return False
    return child(verb, "ccomp", "csubj", "acomp") is None or verb.lemma in words("verbs", "report")


def _two(token: Token) -> bool:
    """Whether a subject says no more than that there are two: "the two", "the pair", "the two leaders"."""
    article = child(token, "det")
    the = article is not None and article.lemma == "the"
    said = [part for part in token.children if part.dep not in ("punct", "case")]
    if token.text.lower() in PAIR:
        return (the and len(said) == 1) or (token.text.lower() == "both" and not said)
    number = child(token, "nummod")
    two = the and number is not None and number.text.lower() == "two" and len(said) == 2
    return two and token.tag == "NNS" and token.lemma in words("prominence", "groups") | {"man", "woman"}
