"""Which words of a sentence tell that something happens: verbs, event nouns, and a few states."""

from dataclasses import dataclass
from enum import Enum

from dateline.events.lexicon import any_of, endings, words
from dateline.events.syntax.clauses import child, subject
from dateline.events.syntax.parser import Sentence, Token


class Kind(Enum):
    """What sort of word tells the event."""

    VERB = "verb"
    STATE = "state"
    NOUN = "noun"
    ADJECTIVE = "adjective"


@dataclass(slots=True)
class Trigger:
    """A token that tells an event; ``clause`` is the verb whose clause it stands in, or is."""

    token: Token
    kind: Kind
    clause: Token


def find(sentence: Sentence) -> list[Trigger]:
    """The triggers of a sentence in order of words; whether each becomes an event is decided by what dates it."""
    tokens = sentence.tokens
    found = []
    for token in tokens:
        kind = _kind(token)
        if kind is not None:
            found.append(Trigger(token, kind, clause_of(token)))
    return found


def is_verb(token: Token) -> bool:
    """Whether the tagger took the token for a verb."""
    return token.tag.startswith("VB")


def clause_of(token: Token) -> Token:
    """The verb whose clause the token stands in; the root where there is none."""
    here = token
    while not (is_verb(here) and here.dep not in ("aux", "auxpass", "amod", "compound")) and here.head is not here:
        here = here.head
    return here


def is_event_noun(token: Token) -> bool:
    """Whether a noun names a happening: listed, or with the ending of one."""
    tokens = token.sentence
    if token.tag not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    lemma = token.lemma
    proper = token.tag.startswith("NNP")
    if token.dep == "compound" and token.i + 2 < len(tokens) and tokens[token.i + 1].text == "-":
        lemma = f"{lemma}-{tokens[token.i + 2].lemma}"  # "buy-out" is three tokens
    if lemma in words("nouns", "event"):
        return not proper or token.text[:1].islower() or (token.entity in ("EVENT", "") and token.dep != "compound")
    if proper or len(lemma) < 6 or lemma in words("nouns", "not"):
        return False
    return lemma.endswith(endings("nouns", "suffixes"))


def _kind(token: Token) -> Kind | None:
    if is_verb(token):
        return _verb_kind(token)
    if token.tag in ("JJ", "RB", "IN", "JJR", "RBR", "RP"):
        predicate = token.dep in ("acomp", "oprd", "advmod", "prep", "acl", "relcl", "ROOT", "amod")
        if predicate and token.tag != "IN" and (token.lemma in words("adjectives", "state") or _predicate(token)):
            return None if _judges(token) else Kind.ADJECTIVE
        return None
    return Kind.NOUN if is_event_noun(token) else None


def _verb_kind(token: Token) -> Kind | None:
    if token.dep in ("aux", "auxpass", "punct", "case"):
        return None
    head = token.head
    if token.dep in ("amod", "compound") and head.i != token.i and not is_verb(head):
        return None
    if token.dep == "prep" or (token.dep == "pcomp" and token.lemma in ("accord", "include", "regard")):
        return None
    lemma = token.lemma
    if lemma == "be" and token.tag == "VBD":
        return Kind.STATE  # "was in Prague in 1968"; a bare "is" tells no event
    if lemma in words("verbs", "never"):
        return None
    appointed = token.dep not in ("acl", "relcl") or child(token, "auxpass") is not None
    if lemma in ("name", "call") and token.tag in ("VBD", "VBN") and appointed:
        return Kind.VERB  # "was named coach"; "a man named Aro" is one
    return Kind.STATE if lemma in words("verbs", "state") else Kind.VERB


def _predicate(token: Token) -> bool:
    """Whether an adjective says what something is ("sales were weak"); an event only where a time is said of it."""
    return token.dep == "acomp" and token.head.lemma == "be"


def _judges(token: Token) -> bool:
    """Whether an adjective only says how likely an event noun is: in "an agreement is unlikely" that is the event."""
    if token.lemma not in any_of(("adjectives", "likely"), ("adjectives", "unlikely")):
        return False
    who = subject(token.head)
    return who is not None and is_event_noun(who)
