"""What a word's place in its clause tells of whom another word may mean."""

from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS, Tense, child, tense
from dateline.events.syntax.parser import Token
from dateline.events.who.names import persons
from dateline.events.who.participants import phrase

FEW = 5
"""Words that may stand between an article and the last words of what a body is called."""
OBJECTS = {"him": "m", "his": "m", "her": "f"}
"""Pronouns that are no subjects, and whether they mean a man or a woman."""


def given(token: Token) -> bool:
    """Whether "her" before a sum is whom it is given to ("lent her 400 euros")."""
    owned = token.head
    number = child(owned, "nummod")
    return owned.dep == "dobj" and number is not None and owned.head.lemma in words("verbs", "bestow")


def told_before(who: Token, gender: str) -> bool:
    """Whether a pronoun before a subject means another of that gender ("Sentencing him, Judge Aro said he …")."""
    return any(OBJECTS.get(token.text.lower()) == gender for token in who.sentence[: who.i])


def told_again(noun: Token) -> str:
    """A noun with the words that tell which one: what is told again is "the"."""
    tokens = noun.sentence
    low, high = phrase(noun)
    article = child(noun, "det")
    if article is not None and article.i < low <= article.i + FEW:
        low = article.i  # "the energy and transport committee"
    text = "".join(" " * min(1, t.start - tokens[max(low, t.i - 1)].end) + t.text for t in tokens[low : high + 1])
    first, _, rest = text.partition(" ")
    if first.lower() in ("a", "an", "the", "this", "that") and rest:
        return f"the {rest}"
    if tokens[low].tag == "CD" and noun.tag == "NNS":
        return f"the {text[:1].lower()}{text[1:]}"
    if noun.tag == "NNS" and not tokens[low].tag.startswith("NNP"):
        return text[:1].lower() + text[1:]
    return text if tokens[low].tag.startswith("NNP") or tokens[low].dep == "poss" else ""


def within_deed(token: Token) -> bool:
    """Whether a word is only named inside what somebody is said to have done ("guilty of threatening a senator")."""
    return token.dep == "dobj" and token.head.dep == "pcomp"


def begins(token: Token) -> bool:
    """Whether a pronoun begins its sentence, but for a time ("In November it rejected …")."""
    before = token.sentence[: token.i]
    return all(t.entity in ("DATE", "TIME") or t.tag in ("IN", "DT", ",", "RB", "JJ") for t in before)


def acts(token: Token) -> bool:
    """Whether "it" does what only somebody does: says, plans, decides; does something to something."""
    verb = token.head
    if verb.lemma == "have":
        verb = child(verb, "xcomp") or verb  # "had to cancel"
    does = verb.lemma in words("prominence", "acts") and child(verb, "dobj") is not None
    return token.dep == "nsubj" and (does or verb.lemma in any_of(("verbs", "report"), ("verbs", "plan")))


def rivals(other: Token, groups: list[Token]) -> bool:
    """Whether "they" may mean another word than the only group: some persons, a family, or things named since."""
    if other in groups or not other.tag.startswith("NN") or other.entity in ("DATE", "TIME"):
        return False
    many = other.tag in ("NNS", "NNPS")
    since = bool(groups) and other.i > groups[-1].i
    return (many and (since or other.lemma in persons())) or other.lemma in words("prominence", "collective")


def clause_of(token: Token) -> Token:
    """The verb that a word stands under."""
    while token.head is not token and not token.tag.startswith("VB"):
        token = token.head
    return token


def dies(token: Token) -> bool:
    """Whether a sentence tells of somebody's death as an obituary does ("Ane Moe has died at 91")."""
    verb = token.head
    return token.dep == "nsubj" and verb.lemma == "die" and verb.dep == "ROOT" and tense(verb) is Tense.PERFECT


def is_main(token: Token) -> bool:
    """Whether a word, or what it stands in apposition to, is the subject of a sentence's main verb."""
    if token.dep == "appos":
        token = token.head
    return token.dep in SUBJECTS and token.head.dep == "ROOT"


def says(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying."""
    return token.dep == "nsubj" and token.head.lemma in words("verbs", "report")
