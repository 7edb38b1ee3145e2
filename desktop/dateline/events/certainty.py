"""How surely an event happened, by the words around its trigger, and who says so."""

from dataclasses import dataclass

from dateline.core.model import Certainty
from dateline.events.clauses import SUBJECTS, Tense, child, children, is_question, negated, subject, tense
from dateline.events.lexicon import words
from dateline.events.parser import Sentence, Token


@dataclass(frozen=True, slots=True)
class Judgement:
    """A certainty, the words it rests on, and the head word of the source where one is named."""

    certainty: Certainty
    because: str = ""
    source: Token | None = None


_RANK = {Certainty.REPORTED: 0, Certainty.CLAIMED: 1, Certainty.PLANNED: 2, Certainty.POSSIBLE: 3,
         Certainty.UNLIKELY: 4, Certainty.DENIED: 5}  # fmt: skip


def judge(sentence: Sentence, token: Token) -> Judgement:
    """The certainty of what a token tells: the strongest doubt on the way from it up to the root."""
    tokens = sentence.tokens
    found = _own(token, tokens)
    source: Token | None = None
    if is_question(sentence):
        found = _worse(found, Judgement(Certainty.POSSIBLE, "?"))
    here = token
    while here.head != here.i:
        above = tokens[here.head]
        if source is None:
            source = _source_of(here, above, tokens)
        found = _worse(found, _under(here, above, tokens))
        if here.dep in ("relcl", "acl") and here.tag != "VB" and not above.tag.startswith("VB"):
            break  # what a noun's clause tells stands by itself
        here = above
        if here.tag.startswith("VB") and token.tag.startswith("NN"):
            found = _worse(found, _own(here, tokens))
    according = _according(token, tokens)
    if according is not None:
        source = source or according
        found = _worse(found, Judgement(Certainty.CLAIMED, "according to", according))
    return Judgement(found.certainty, found.because, source or found.source)


def _worse(one: Judgement, other: Judgement) -> Judgement:
    return other if _RANK[other.certainty] > _RANK[one.certainty] else one


def _own(token: Token, tokens: list[Token]) -> Judgement:
    """What the words of the clause itself say: negation, modals, adverbs, adjectives."""
    if negated(token, tokens):
        return Judgement(Certainty.DENIED, "not")
    for part in children(token, tokens, "aux"):
        form = part.text.lower()
        if part.tag == "MD" and form in words("modals", "planned"):
            return Judgement(Certainty.PLANNED, form)
        if part.tag == "MD":
            return Judgement(Certainty.POSSIBLE, form)
    for part in children(token, tokens, "advmod", "amod", "acomp", "nmod"):
        lemma = part.text.lower()
        if lemma in words("adverbs", "hearsay"):
            return Judgement(Certainty.CLAIMED, lemma)
        if lemma in words("adverbs", "possible"):
            return Judgement(Certainty.POSSIBLE, lemma)
        if lemma in words("adverbs", "unlikely"):
            return Judgement(Certainty.UNLIKELY, lemma)
        if part.dep in ("amod", "nmod") and token.tag.startswith("NN"):
            by_adjective = _adjective(lemma)
            if by_adjective is not None:
                return by_adjective
    if token.tag.startswith("NN") and token.dep in SUBJECTS:
        said = child(tokens[token.head], tokens, "acomp")
        if said is not None and said.lemma in words("adjectives", "unlikely"):
            return Judgement(Certainty.UNLIKELY, said.text)
        if said is not None and said.lemma in words("adjectives", "likely"):
            return Judgement(Certainty.POSSIBLE, said.text)
    if child(token, tokens, "mark") is not None:
        mark = child(token, tokens, "mark")
        if mark is not None and mark.lemma in words("conditions", "markers"):
            return Judgement(Certainty.POSSIBLE, mark.text)
    if tense(token, tokens) is Tense.FUTURE:
        return Judgement(Certainty.PLANNED, "going to")
    infinitive = token.tag == "VB" and any(t.text.lower() == "to" for t in children(token, tokens, "aux"))
    if infinitive and token.dep in ("advcl", "acl", "relcl"):
        return Judgement(Certainty.PLANNED, "to")
    return Judgement(Certainty.REPORTED)


def _adjective(word: str) -> Judgement | None:
    if word in words("adjectives", "alleged"):
        return Judgement(Certainty.CLAIMED, word)
    if word in words("adjectives", "planned"):
        return Judgement(Certainty.PLANNED, word)
    if word in words("adjectives", "likely"):
        return Judgement(Certainty.POSSIBLE, word)
    if word in words("adjectives", "unlikely"):
        return Judgement(Certainty.UNLIKELY, word)
    return None


def _under(here: Token, above: Token, tokens: list[Token]) -> Judgement:
    """What the governing word does to what stands under it."""
    lemma = above.lemma
    complement = here.dep in ("xcomp", "ccomp") or (here.dep in ("dobj", "pobj", "prep") and here.tag != "VBD")
    if here.dep == "xcomp" or (here.dep == "ccomp" and here.tag == "VB"):
        for name, certainty in (
            ("negate", Certainty.DENIED),
            ("plan", Certainty.PLANNED),
            ("possible", Certainty.POSSIBLE),
        ):
            if lemma in words("verbs", name):
                return Judgement(certainty, above.text)
        own = _own(above, tokens)
        return own if above.tag.startswith("VB") else _under_adjective(above)
    if here.dep == "ccomp":
        if lemma in words("verbs", "deny"):
            return Judgement(Certainty.DENIED, above.text)
        if lemma in words("verbs", "possible"):
            return Judgement(Certainty.POSSIBLE, above.text)
        if lemma in words("verbs", "factive") and not negated(above, tokens):
            return Judgement(Certainty.REPORTED)
        if lemma in words("verbs", "report"):
            return Judgement(Certainty.CLAIMED, above.text)
    if complement and here.dep in ("dobj", "prep") and above.tag.startswith("VB"):
        if lemma in words("verbs", "deny"):
            return Judgement(Certainty.DENIED, above.text)
        if lemma in words("verbs", "negate"):
            return Judgement(Certainty.DENIED, above.text)
        if lemma in words("verbs", "plan") and lemma not in ("agree", "decide", "set", "offer", "order", "enable"):
            return Judgement(Certainty.PLANNED, above.text)
    if here.dep in ("acl", "relcl") and above.lemma in words("nouns", "plan") and here.tag == "VB":
        return Judgement(Certainty.PLANNED, above.text)
    if here.dep == "acl" and above.lemma in words("nouns", "claim"):
        return Judgement(Certainty.CLAIMED, above.text)
    return Judgement(Certainty.REPORTED)


def _under_adjective(above: Token) -> Judgement:
    if above.lemma in words("adjectives", "unlikely"):
        return Judgement(Certainty.UNLIKELY, above.text)
    if above.lemma in words("adjectives", "likely"):
        return Judgement(Certainty.POSSIBLE, above.text)
    return Judgement(Certainty.REPORTED)


def _source_of(here: Token, above: Token, tokens: list[Token]) -> Token | None:
    """The subject of the reporting verb that this clause is the content of."""
    if here.dep != "ccomp" or above.lemma not in words("verbs", "report"):
        return None
    passive = child(above, tokens, "agent")
    if passive is not None:
        return child(passive, tokens, "pobj")
    return subject(above, tokens)


def _according(token: Token, tokens: list[Token]) -> Token | None:
    here = token
    while True:
        for part in children(here, tokens, "prep"):
            if part.lemma in ("accord", "according"):
                to = child(part, tokens, "prep")
                said = child(to, tokens, "pobj") if to is not None else None
                if said is not None:
                    return said
        if here.head == here.i:
            return None
        here = tokens[here.head]
