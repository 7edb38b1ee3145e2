"""Which triggers become events: what a time dates, and what a main clause tells."""

from dateline.events.anchoring import How, Link
from dateline.events.clauses import Tense, child, clause_tense
from dateline.events.lexicon import words
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Kind, Trigger

DIRECT = (How.ATTACHED, How.CLAUSE)
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT")
NEARBY = (How.GOVERNING, How.INNER, How.CARRIED, How.REPORTED)
CLAUSES = ("ROOT", "advcl", "ccomp")


def worth_telling(trigger: Trigger, link: Link, sentence: Sentence) -> bool:
    """Whether a trigger becomes an event: what a time dates, and what a main clause tells."""
    tokens = sentence.tokens
    token = trigger.token
    if token.lemma == "be" or trigger.kind is Kind.ADJECTIVE:
        return link.how in DIRECT or (link.how is How.INNER and token.dep in CLAUSES)
    if link.how is How.DEEP:
        return trigger.kind is Kind.VERB and token.dep != "acl"
    if trigger.kind is Kind.STATE:
        near = link.how in (*DIRECT, *NEARBY)
        return near or (link.time is not None and token.dep in ("ROOT", "advcl"))
    if trigger.kind is Kind.NOUN:
        if link.how in DIRECT:
            return link.how is How.ATTACHED or token.dep != "compound" or _hyphened(token, tokens)
        if link.how in (How.GOVERNING, How.INNER):
            return token.dep in ARGUMENTS
        return link.how is How.SAME or (link.how is How.EARLIER and token.dep in ARGUMENTS and _definite(token, tokens))
    if link.how is How.PUBLICATION:
        if token.dep == "relcl":
            return token.tag in ("VBD", "VBN")
        return token.dep == "ROOT" and child(token, tokens, "nsubj", "nsubjpass") is not None
    if link.how is How.EARLIER:
        return token.dep not in ("xcomp", "pcomp", "acl") or (token.tag == "VBG" and token.dep != "pcomp")
    if link.how is How.REPORTED:
        return token.dep in ("ccomp", "conj", "relcl", "advcl")
    return True


def _hyphened(token: Token, tokens: list[Token]) -> bool:
    """Whether the first word of what a hyphen makes one ("write-down")."""
    return token.i + 1 < len(tokens) and tokens[token.i + 1].text == "-"


def _definite(token: Token, tokens: list[Token]) -> bool:
    """Whether an event noun in a past clause is one that the reader knows of, or is told of now."""
    if token.lemma not in words("nouns", "event"):
        return False
    said = child(token, tokens, "det", "poss")
    if said is None or (said.dep == "det" and said.lemma in ("no", "any", "this", "some", "that", "those", "both")):
        return False
    return clause_tense(token, tokens) in (Tense.PAST, Tense.MODAL, Tense.PRESENT)
