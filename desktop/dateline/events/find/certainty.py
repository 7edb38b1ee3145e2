"""How surely an event happened, by the words around its trigger, and who says so."""

from dataclasses import dataclass

from dateline.core.model import Certainty
from dateline.events.find.conditions import condition, imagined
from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import (
    SUBJECTS,
    Tense,
    auxiliaries,
    child,
    children,
    is_question,
    mandative,
    negated,
    subject,
    tense,
)
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Sentence, Token


@dataclass(frozen=True, slots=True)
class Judgement:
    """A certainty, the words it rests on, and the head word of the source where one is named."""

    certainty: Certainty
    because: str = ""
    source: Token | None = None


AROUND: tuple[Dep, ...] = ("prt", "advmod", "prep")
_RANK = {Certainty.REPORTED: 0, Certainty.CLAIMED: 1, Certainty.PLANNED: 2, Certainty.POSSIBLE: 3,
         Certainty.UNLIKELY: 4, Certainty.DENIED: 5}  # fmt: skip


def judge(sentence: Sentence, token: Token) -> Judgement:
    """The certainty of what a token tells: the strongest doubt on the way from it up to the root.

    What did not happen is told so by its title and stays as sure as its source; "denied" is what a source denies.
    """
    found = _own(token)
    source: Token | None = None
    if is_question(sentence):
        found = _worse(found, Judgement(Certainty.POSSIBLE, "?"))
    here = token
    apart = False  # beyond an adverbial clause that stands by itself only who says so still counts
    noun = token.tag.startswith("NN") or (token.tag == "VBG" and token.dep in (*SUBJECTS, "dobj"))
    while here.head is not here:
        above = here.head
        if source is None:
            source = _source_of(here, above)
        under = _under(here, above)
        if not apart or under.certainty is Certainty.CLAIMED:
            found = _worse(found, under)
        if here.dep in ("relcl", "acl") and here.tag != "VB" and not above.tag.startswith("VB"):
            break  # what a noun's clause tells stands by itself
        if here.dep == "advcl" and tense(here) is not Tense.INFINITE:
            if here.lemma in words("verbs", "report") and _marked(here, "as"):
                break  # "…, as the union has claimed"
            apart = True
        here = above
        if noun and here.tag.startswith("VB"):
            noun = False  # a noun shares the doubt of its own clause, not that of those above
            if _happens_if(token, here):
                found = _worse(found, _own(here))
    according = _according(token)
    if according is not None:
        source = source or according
        found = _worse(found, Judgement(Certainty.CLAIMED, "according to", according))
    return Judgement(found.certainty, found.because, source or found.source)


def _happens_if(noun: Token, verb: Token) -> bool:
    """Whether an event noun is as doubtful as its verb: not where the verb tells of what is there anyway."""
    if noun.dep not in SUBJECTS or verb.lemma == "be":
        return True
    ends = verb.lemma in ("end", "stop", "continue", "break", "last")
    return verb.lemma in any_of(("verbs", "happen"), ("verbs", "light"), ("verbs", "plan")) and not ends


def content(part: Token, verb: Token) -> bool:
    """Whether a clause is what a verb says; not where a semicolon, or what the verb says besides, parts the two."""
    if part.dep != "ccomp":
        return False
    if part.i > verb.i:
        return True
    between = part.sentence[part.i : verb.i]
    other = any(t.i > verb.i for t in children(verb, "ccomp"))
    return not other and not any(t.text in (";", ":", "—", "–", "--") and t.head is verb for t in between)


def _worse(one: Judgement, other: Judgement) -> Judgement:
    return other if _RANK[other.certainty] > _RANK[one.certainty] else one


def _own(token: Token) -> Judgement:
    """What the words of the clause itself say: negation, modals, adverbs, adjectives."""
    supposed = condition(token) or imagined(token)
    if supposed:
        return Judgement(Certainty.POSSIBLE, supposed)
    judged = _by_modal(token) or _by_modifier(token)
    if judged is not None:
        return judged
    if token.tag.startswith("NN") and token.dep == "nsubjpass" and token.head.lemma in words("verbs", "plan"):
        return Judgement(Certainty.PLANNED, token.head.text)
    if token.lemma == "be" or (token.tag.startswith("NN") and token.dep in SUBJECTS):
        said = child(token if token.lemma == "be" else token.head, "acomp")
        judged = _listed(said.lemma, said.text, "adjectives", "unlikely", "likely") if said is not None else None
        if judged is not None:
            return judged
    return _by_form(token)


def _by_modal(token: Token) -> Judgement | None:
    helpers = auxiliaries(token)
    unreal = any(part.text.lower() == "have" for part in helpers)  # "would have voted"
    for part in helpers:
        form = part.text.lower()
        if part.tag == "MD" and (
            form in words("modals", "planned") or (form == "would" and not unreal and _intends(token))
        ):
            return Judgement(Certainty.PLANNED, form)
        if part.tag == "MD" and not (form == "would" and token.dep in ("ROOT", "conj") and _refuses(token)):
            return Judgement(Certainty.POSSIBLE, form)
    return None


def _by_modifier(token: Token) -> Judgement | None:
    for part in children(token, "advmod", "amod", "acomp", "nmod"):
        form = part.text.lower()
        said = _listed(form, form, "adverbs", "hearsay", "possible", "unlikely")
        if said is None and part.dep in ("amod", "nmod") and token.tag.startswith("NN"):
            said = _listed(form, form, "adjectives", "alleged", "planned", "likely", "unlikely")
        if said is not None:
            return said
    return None


def _listed(word: str, told: str, kind: str, *lists: str) -> Judgement | None:
    """What a word says that is in one of these lists of its kind, and as it is ``told``."""
    return next((Judgement(_SAYS[name], told) for name in lists if word in words(kind, name)), None)


_SAYS = {
    "hearsay": Certainty.CLAIMED, "alleged": Certainty.CLAIMED, "planned": Certainty.PLANNED,
    "plan": Certainty.PLANNED, "possible": Certainty.POSSIBLE, "likely": Certainty.POSSIBLE,
    "unlikely": Certainty.UNLIKELY, "deny": Certainty.DENIED, "disown": Certainty.DENIED,
}  # fmt: skip
"""What the words of a list say."""


def _by_form(token: Token) -> Judgement:
    """What the form of the verb says: that it is to come, or is meant."""
    if tense(token) is Tense.FUTURE:
        return Judgement(Certainty.PLANNED, "going to")
    if _is_set(token):
        return Judgement(Certainty.PLANNED, token.text)
    ahead = child(token, "xcomp") if token.lemma == "be" else None
    if ahead is not None and ahead.tag in ("VB", "VBN") and child(ahead, "aux") is not None:
        return Judgement(Certainty.PLANNED, f"{token.text} to")  # "is to open"
    infinitive = token.tag in ("VB", "VBN") and _infinitive(token)
    if infinitive and token.dep in ("advcl", "acl", "relcl") and not outcome(token):
        return Judgement(Certainty.PLANNED, "to")
    return Judgement(Certainty.REPORTED)


def _is_set(token: Token) -> bool:
    """Whether a word only says that something lies ahead: "is due to open", "was set for Friday", "is expected"."""
    if (
        token.lemma not in words("verbs", "ahead")
        or token.tag not in ("VBN", "JJ")
        or token.dep in ("amod", "compound")
    ):
        return False
    to = child(token, "xcomp")
    if to is not None:
        return to.tag in ("VB", "VBN") and child(to, "aux") is not None
    bound = any(prep.lemma == "for" for prep in children(token, "prep"))
    return bound or (token.lemma not in ("set", "due", "poise") and child(token, "auxpass") is not None)


def outcome(token: Token) -> bool:
    """Whether an infinitive tells what came of it, not what was meant ("beat Vask to win the cup")."""
    above = token.head
    contest = above.lemma in words("verbs", "contest") or token.lemma in words("verbs", "closing")
    if above.lemma in ("come", "go", "fight", "hang", "hit", "claw") and token.lemma in words("verbs", "achieve"):
        contest = any(part.text.lower() in ("back", "on", "from") for part in children(above, *AROUND))
    return (
        contest
        and token.dep == "advcl"
        and token.i > above.i
        and tense(above) in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    )


def _intends(token: Token) -> bool:
    """Whether "would" tells what a speaker means to do ("said it would pay", "said its board would meet")."""
    while token.dep == "conj" and child(token, *SUBJECTS) is None and token.head is not token:
        token = token.head  # "said it would pay and close two sites"
    who = child(token, *SUBJECTS)
    above = token.head
    if who is None or token.dep != "ccomp" or above.lemma not in words("verbs", "report"):
        return False
    if above.tag == "VBD" and token.tag == "VB" and _dated(token):
        return True  # "said that fares would rise on Monday"
    own = child(who, "poss")
    return (own if own is not None else who).text.lower() in ("he", "she", "it", "they", "his", "her", "its", "their")


def _dated(token: Token) -> bool:
    """Whether a time stands in a clause."""
    for part in children(token, "prep", "npadvmod"):
        said = child(part, "pobj") if part.dep == "prep" else part
        if said is not None and said.entity in ("DATE", "TIME"):
            return True
    return False


def _refuses(token: Token) -> bool:
    """Whether "would" with a negation tells a refusal ("would neither confirm nor deny")."""
    return any(part.lemma in ("not", "neither", "n't", "n’t") for part in children(token, "neg", "preconj", "cc"))


def _marked(token: Token, word: str) -> bool:
    return any(part.text.lower() == word for part in children(token, "mark", "advmod", "prep"))


def _under(here: Token, above: Token) -> Judgement:
    """What the governing word does to what stands under it."""
    lemma = above.lemma
    if here.dep == "ccomp" and above.text.lower() in words("conditions", "markers"):
        return Judgement(Certainty.POSSIBLE, above.text)  # "provided that the board agrees"
    if mandative(here) and lemma not in words("conditions", "markers"):
        return Judgement(Certainty.PLANNED, above.text)
    if here.dep == "xcomp" or (here.dep == "ccomp" and (here.tag == "VB" or _infinitive(here))):
        return _completing(above)
    if here.dep == "ccomp" and lemma in words("verbs", "mandate") and {here.tag, above.tag} == {"VBP", "VBD"}:
        return Judgement(Certainty.PLANNED, above.text)  # "recommended that they accept it"
    if content(here, above):
        said = _said_by(above)
        if said is not None:
            return said
    if here.dep == "advcl" and here.tag in ("VBZ", "VBP") and _marked_time(here):
        own = _own(above)  # "will go on until the shareholders meet"
        return own if own.certainty in (Certainty.PLANNED, Certainty.POSSIBLE) else Judgement(Certainty.REPORTED)
    if here.dep == "prep":
        alleged = _alleged(here, above)
        if alleged is not None:
            return alleged
    if here.dep in ("dobj", "prep") and above.tag.startswith("VB"):
        if here.dep == "dobj" and lemma in words("verbs", "disown"):
            return Judgement(Certainty.DENIED, above.text)
        if lemma in words("verbs", "plan") and lemma not in ("agree", "decide", "set", "offer", "order", "enable"):
            return Judgement(Certainty.PLANNED, above.text)
    return _under_noun(here, above)


def _said_by(verb: Token) -> Judgement | None:
    """What a verb says of its content; None where it is none of saying."""
    said = _listed(verb.lemma, verb.text, "verbs", "deny", "possible")
    if said is not None:
        return said
    if verb.lemma in words("verbs", "factive") and not negated(verb):
        return Judgement(Certainty.REPORTED)
    if verb.lemma in words("verbs", "report"):
        return Judgement(Certainty.CLAIMED, verb.text)
    return None


def _under_noun(here: Token, above: Token) -> Judgement:
    """What a noun does to the clause under it: "plans to close", "the claim that it was shut"."""
    if here.dep in ("acl", "relcl") and above.lemma in words("nouns", "plan") and here.tag == "VB":
        return Judgement(Certainty.PLANNED, above.text)
    if here.dep == "acl" and above.lemma in words("nouns", "claim"):
        verb = above.head
        denied = above.dep == "dobj" and verb.lemma in words("verbs", "deny")
        return Judgement(Certainty.DENIED if denied else Certainty.CLAIMED, (verb if denied else above).text)
    return Judgement(Certainty.REPORTED)


def _alleged(prep: Token, above: Token) -> Judgement | None:
    """What "of", "for" or "with" after some words says of what follows ("accused of", "reports of", "the risk of")."""
    if _accuser(prep, above) is not None:
        return Judgement(Certainty.CLAIMED, (above if above.tag.startswith("VB") else above.head).text)
    if above.lemma == "warn" and prep.lemma in ("of", "about"):
        return Judgement(Certainty.POSSIBLE, above.text)
    if not above.tag.startswith("NN") or prep.lemma not in ("of", "for"):
        return None
    if prep.lemma == "of" and above.lemma in words("nouns", "claim"):
        return Judgement(Certainty.CLAIMED, above.text)
    if prep.lemma == "of" and above.lemma in words("nouns", "possible"):
        return Judgement(Certainty.POSSIBLE, above.text)
    if prep.lemma == "for" and above.lemma in words("nouns", "wanted"):
        return Judgement(Certainty.PLANNED, above.text)
    return None


def _accuser(prep: Token, above: Token) -> Token | None:
    """The verb that accuses somebody of what a preposition brings."""
    if prep.lemma not in ("of", "with", "for"):
        return None
    verb = above.head if above.dep in ("dobj", "nsubjpass") else above
    return verb if verb.lemma in words("verbs", "accuse") and verb.tag.startswith("VB") else None


def _infinitive(token: Token) -> bool:
    return any(part.text.lower() == "to" for part in children(token, "aux"))


def _completing(above: Token) -> Judgement:
    """What a word does to the verb that completes it ("plans to close", "is said to have left", "is due to open")."""
    lemma = above.lemma
    if not above.tag.startswith("VB"):
        return _under_adjective(above)
    said = _listed(lemma, above.text, "verbs", "disown", "plan", "possible")
    if said is not None:
        refused = said.certainty is Certainty.PLANNED and negated(above) and lemma not in words("verbs", "ahead")
        return Judgement(Certainty.REPORTED) if refused else said  # "was not allowed to enter"
    if lemma in ("appear", "seem") and above.next and above.next.text.lower() in ("to", "not"):
        return Judgement(Certainty.POSSIBLE, above.text)
    told = lemma in words("verbs", "claim") or lemma == "understand"
    told = told and (lemma in ("claim", "allege", "purport") or above.tag == "VBN")
    return Judgement(Certainty.CLAIMED, above.text) if told else _own(above)


def _marked_time(token: Token) -> bool:
    return any(_marked(token, word) for word in ("when", "once", "until", "till", "before", "after", "as"))


def _under_adjective(above: Token) -> Judgement:
    ahead = Judgement(Certainty.PLANNED, above.text) if above.lemma in ("due", "set") else Judgement(Certainty.REPORTED)
    return _listed(above.lemma, above.text, "adjectives", "unlikely", "likely") or ahead


def _source_of(here: Token, above: Token) -> Token | None:
    """The subject of the reporting verb that this clause is the content of."""
    told = content(here, above) and above.lemma in words("verbs", "report")
    told = told or (here.dep == "ccomp" and mandative(here))
    accused = _accuser(here, above) if here.dep == "prep" else None
    if accused is not None:
        told, above = True, accused
        if child(accused, "auxpass") is not None and child(accused, "agent") is None:
            return None
    said_of = here.dep == "xcomp" and (above.lemma in words("verbs", "disown") or above.lemma == "claim")
    if here.dep in ("acl", "dobj") and not told:  # "denied reports that …", "denied the sale"
        apart = here.dep == "acl" and above.dep == "dobj"
        above = above.head if apart else above
        told = above.lemma in words("verbs", "deny" if apart else "disown")
    if not told and not said_of:
        return None
    passive = child(above, "agent")
    if passive is not None:
        return child(passive, "pobj")
    who = subject(above)
    if who is not None and who.tag in ("WP", "WDT") and who.head.dep == "relcl":
        return who.head.head  # "her daughter, who said that …"
    return who


def _according(token: Token) -> Token | None:
    here = token
    while True:
        for part in children(here, "prep"):
            if part.lemma in ("accord", "according"):
                to = child(part, "prep")
                said = child(to, "pobj") if to is not None else None
                if said is not None:
                    return said
        if here.head is here:
            return None
        here = here.head
