"""Which triggers become events: what a time dates, and what a main clause tells."""

from dateline.events.find.triggers import Kind, Trigger
from dateline.events.lexicon import words
from dateline.events.syntax.clauses import SUBJECTS, Tense, child, clause_tense, tense
from dateline.events.syntax.parser import Token
from dateline.events.when.anchoring import How, Link

DIRECT = (How.ATTACHED, How.CLAUSE)
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT")
NEARBY = (How.GOVERNING, How.INNER, How.REPORTED, How.DEEP)
CLAUSES = ("ROOT", "advcl", "ccomp")
KEPT = {How.REPORTED: ("xcomp", "pcomp"), How.DEEP: ("acl",)}
"""Clauses too far from a time on such a way for it to say much of them."""
LOOSE = ("pcomp", "acl")
"""Clauses without a tense of their own, of which nothing says when they were where their sentence names no time."""


def worth_telling(trigger: Trigger, link: Link) -> bool:
    """Whether a trigger becomes an event: what a time dates, and what a main clause tells."""
    token = trigger.token
    if trigger.kind is Kind.ADJECTIVE:
        return link.how in DIRECT or (link.how is How.INNER and token.dep in CLAUSES)
    if trigger.kind is Kind.NOUN:
        return _noun(token, link)
    if link.how in (*DIRECT, *NEARBY):
        return token.dep not in KEPT.get(link.how, ())
    if trigger.kind is Kind.STATE:
        if link.time is None:
            return tense(token) is Tense.PRESENT and token.dep in CLAUSES and _finite(token)
        return token.dep in ("advcl", "acl") or (token.dep != "conj" and _finite(token))
    if link.how is How.PUBLICATION and token.dep == "relcl":
        return token.tag in ("VBD", "VBN")
    return link.how is not How.PUBLICATION or token.dep not in LOOSE


def _finite(token: Token) -> bool:
    """Whether a verb has a subject of its own and a tense."""
    return child(token, *SUBJECTS) is not None and tense(token) is not Tense.INFINITE


def _noun(token: Token, link: Link) -> bool:
    """Whether an event noun is told: dated nearby, told before, or one that the reader knows of."""
    if token.dep == "appos" and token.head.tag == "NNP" and token.head.i < token.i:
        return False  # "Alex, the first named storm of the 2010 season"
    if link.how in DIRECT:
        return link.how is How.ATTACHED or token.dep != "compound" or _hyphened(token)
    if link.how in (How.GOVERNING, How.INNER):
        return token.dep not in ("compound", "conj")
    if link.how is How.REPORTED:
        return token.dep in SUBJECTS
    return link.how is How.SAME or (link.how is How.EARLIER and token.dep in ARGUMENTS and _definite(token))


def _hyphened(token: Token) -> bool:
    """Whether the first word of what a hyphen makes one ("write-down")."""
    tokens = token.sentence
    return token.i + 1 < len(tokens) and tokens[token.i + 1].text == "-"


def _definite(token: Token) -> bool:
    """Whether an event noun in a past clause is one that the reader knows of, or is told of now."""
    if token.lemma not in words("nouns", "event"):
        return False
    said = child(token, "det", "poss")
    if said is None and token.tag == "NNS":
        return True
    if said is None or (said.dep == "det" and said.lemma in ("no", "any", "this", "some", "that", "those", "both")):
        return False
    return clause_tense(token) in (Tense.PAST, Tense.MODAL, Tense.PRESENT)
