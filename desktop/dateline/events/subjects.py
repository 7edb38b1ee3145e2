"""Gives verbs the subjects that the parser took for parts of something else."""

from dateline.events.clauses import below, child
from dateline.events.labels import Dep
from dateline.events.lexicon import words
from dateline.events.parser import Token

WHO: tuple[Dep, ...] = ("nsubj", "nsubjpass", "csubj")
DASHES = ("-", "–", "—", "--")
FINITE = ("VBD", "VBZ", "VBP")


def give(verb: Token, tokens: list[Token]) -> None:
    """Look for the subject of a verb that has none; changes the tokens."""
    for helper in [tokens[i] for i in verb.children if tokens[i].dep in ("aux", "auxpass")]:
        for part in [tokens[i] for i in helper.children if tokens[i].dep in WHO]:
            move(part, verb, tokens)
    if child(verb, tokens, *WHO, "expl") is not None:
        _subject_of_the_other(verb, tokens)
        return
    if verb.dep == "ROOT" and verb.tag == "VBD":
        _before_dash(verb, tokens)
        _speaker_aside(verb, tokens)
    elif verb.dep in ("advcl", "conj") and verb.tag in FINITE:
        _after_as(verb, tokens)
        _speaker_behind(verb, tokens)
    elif verb.dep == "ccomp":
        _object_above(verb, tokens)


def _before_dash(verb: Token, tokens: list[Token]) -> None:
    """ "The rig – built in Norland – sank": the noun that an aside in dashes parts from its verb."""
    for part in (tokens[i] for i in verb.children if i < verb.i and tokens[i].tag == "VBN"):
        nouns = [tokens[i] for i in part.children if i < part.i and tokens[i].tag.startswith("NN")]
        if nouns and tokens[nouns[-1].i + 1].text in DASHES and tokens[verb.i - 1].text in DASHES:
            noun = nouns[-1]
            for i in [i for i in part.children if i < part.i and i != noun.i]:
                move(tokens[i], noun, tokens)
            move(noun, verb, tokens)
            noun.dep = "nsubj"
            move(part, noun, tokens)
            part.dep = "acl"


def _after_as(verb: Token, tokens: list[Token]) -> None:
    """ "Cheered as a probe landed", "as doctors and nurses left": the noun that was taken for the object of "as"."""
    noun = tokens[verb.i - 1]
    while noun.dep == "conj" and noun.tag.startswith("NN"):
        noun = tokens[noun.head]
    as_ = tokens[noun.head]
    if noun.dep != "pobj" or as_.lemma != "as" or as_.i > verb.i:
        return
    above = tokens[as_.head]
    while not above.tag.startswith("VB") and above.head != above.i:
        above = tokens[above.head]
    if above.i != verb.head:
        return
    move(noun, verb, tokens)
    move(as_, verb, tokens)
    noun.dep, as_.dep, verb.dep = "nsubj", "mark", "advcl"


def _speaker_behind(verb: Token, tokens: list[Token]) -> None:
    """ "Snow fell, the head of the guard told a paper": the verb of telling governs what was told."""
    said = tokens[verb.head]
    if verb.dep != "conj" or any(t.dep == "cc" for t in tokens[said.i + 1 : verb.i]):
        return
    if _speaker_aside(verb, tokens):
        _swap(said, verb, tokens)
        said.dep = "ccomp"


def _speaker_aside(verb: Token, tokens: list[Token]) -> bool:
    """ "At a hearing, its chairman, Jan Holt, said": who tells, taken for an apposition to the words before."""
    if verb.lemma not in words("verbs", "report"):
        return False
    for who in tokens[: verb.i]:
        after = tokens[max(below(who.i, tokens)) + 1 : verb.i] if who.dep == "appos" else [verb]
        if all(t.dep == "punct" for t in after) and tokens[min(below(who.i, tokens)) - 1].text == ",":
            move(who, verb, tokens)
            who.dep = "nsubj"
            return True
    return False


def _object_above(verb: Token, tokens: list[Token]) -> None:
    """ "Ordered Aro should stand trial": the subject of what is said, taken for the object of the verb that says it."""
    helper = next((tokens[i] for i in verb.children if tokens[i].dep in ("aux", "auxpass")), verb)
    if helper.tag not in ("MD", *FINITE):
        return
    first = min(below(verb.i, tokens))
    for part in (tokens[i] for i in tokens[verb.head].children):
        if part.dep == "dobj" and verb.head < part.i and max(below(part.i, tokens)) == first - 1:
            move(part, verb, tokens)
            part.dep = "nsubj"


def _subject_of_the_other(verb: Token, tokens: list[Token]) -> None:
    """ "The rocket, likened to a toy, failed": what stands in commas is only said of the subject of the last verb."""
    who = next((tokens[i] for i in verb.children if tokens[i].dep in WHO), None)
    after = [tokens[i] for i in verb.children if tokens[i].dep == "conj" and i > verb.i]
    if who is None or not after or verb.tag != "VBD" or tokens[verb.i - 1].text != "," or verb.dep != "ROOT":
        return
    other = after[0]
    aside = max(below(who.i, tokens)) >= verb.i - 2 and tokens[other.i - 1].text == "," and other.tag == "VBD"
    joined = any(tokens[i].dep == "cc" and i < other.i for i in verb.children) or child(other, tokens, *WHO)
    if not aside or joined or child(verb, tokens, "dobj"):
        return
    move(who, other, tokens)
    for i in [i for i in verb.children if i > other.i]:
        move(tokens[i], other, tokens)
    _swap(verb, other, tokens)
    move(verb, who, tokens)
    verb.dep, verb.tag = "acl", "VBN"


def _swap(above: Token, verb: Token, tokens: list[Token]) -> None:
    """Let a verb govern the one that it hung on."""
    role, over = above.dep, tokens[above.head]
    above.children.remove(verb.i)
    if over is above:
        verb.head = verb.i
    else:
        over.children = sorted({*over.children, verb.i} - {above.i})
        verb.head = over.i
    verb.dep = role
    above.head = verb.i
    verb.children = sorted({*verb.children, above.i})


def move(token: Token, verb: Token, tokens: list[Token]) -> None:
    """Hang a word on another one, with the "and" before it; changes the tokens."""
    old = tokens[token.head]
    moved = [i for i in old.children if i == token.i or (i == token.i - 1 and tokens[i].dep in ("cc", "punct"))]
    for i in moved:
        old.children.remove(i)
        tokens[i].head = verb.i
    verb.children = sorted([*verb.children, *moved])
