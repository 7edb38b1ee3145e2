"""Gives verbs the subjects that the parser took for parts of something else."""

from dateline.events.lexicon import words
from dateline.events.syntax.clauses import below, child, children
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Token

WHO: tuple[Dep, ...] = ("nsubj", "nsubjpass", "csubj")
DASHES = ("-", "–", "—", "--")
FINITE = ("VBD", "VBZ", "VBP")


def give(verb: Token) -> None:
    """Look for the subject of a verb that has none; changes the tokens."""
    for helper in children(verb, "aux", "auxpass"):
        for part in children(helper, *WHO):
            move(part, verb)
    _listener(verb)
    if child(verb, *WHO, "expl") is not None:
        _subject_of_the_other(verb)
        return
    if verb.dep == "ROOT" and verb.tag == "VBD":
        _before_dash(verb)
        _speaker_aside(verb)
        _time_that_brought(verb)
    elif verb.dep in ("advcl", "conj") and verb.tag in FINITE:
        _after_as(verb)
        _speaker_behind(verb)
    elif verb.dep == "ccomp":
        _object_above(verb)


def _before_dash(verb: Token) -> None:
    """ "The rig – built in Norland – sank": the noun that an aside in dashes parts from its verb."""
    tokens = verb.sentence
    for part in [part for part in verb.children if part.i < verb.i and part.tag == "VBN"]:
        nouns = [noun for noun in part.children if noun.i < part.i and noun.tag.startswith("NN")]
        if nouns and tokens[nouns[-1].i + 1].text in DASHES and tokens[verb.i - 1].text in DASHES:
            noun = nouns[-1]
            for other in [other for other in part.children if other.i < part.i and other is not noun]:
                move(other, noun)
            move(noun, verb)
            noun.dep = "nsubj"
            move(part, noun)
            part.dep = "acl"


def _time_that_brought(verb: Token) -> None:
    """ "This week brought news": a time right before its verb, of which nobody else is the subject."""
    time = verb.sentence[verb.i - 1].head if verb.i else verb
    if time is verb:
        time = verb.sentence[verb.i - 1]
    objects = child(verb, "dobj", "attr") is not None
    if verb.i and time.dep == "npadvmod" and time.head is verb and child(verb, *WHO) is None and objects:
        time.dep = "nsubj"


def _after_as(verb: Token) -> None:
    """ "Cheered as a probe landed", "as doctors and nurses left": the noun that was taken for the object of "as"."""
    noun = verb.sentence[verb.i - 1]
    while noun.dep == "conj" and noun.tag.startswith("NN"):
        noun = noun.head
    as_ = noun.head
    if noun.dep != "pobj" or as_.lemma != "as" or as_.i > verb.i:
        return
    above = as_.head
    while not above.tag.startswith("VB") and above.head is not above:
        above = above.head
    if above is not verb.head:
        return
    move(noun, verb)
    move(as_, verb)
    noun.dep, as_.dep, verb.dep = "nsubj", "mark", "advcl"


def _speaker_behind(verb: Token) -> None:
    """ "Snow fell, the head of the guard told a paper": the verb of telling governs what was told."""
    said = verb.head
    if verb.dep != "conj" or any(t.dep == "cc" for t in verb.sentence[said.i + 1 : verb.i]):
        return
    if _speaker_aside(verb):
        _swap(said, verb)
        said.dep = "ccomp"


def _speaker_aside(verb: Token) -> bool:
    """ "At a hearing, its chairman, Jan Holt, said": who tells, taken for an apposition to the words before."""
    tokens = verb.sentence
    if verb.lemma not in words("verbs", "report"):
        return False
    for who in tokens[: verb.i]:
        after = tokens[max(below(who)) + 1 : verb.i] if who.dep == "appos" else [verb]
        if all(t.dep == "punct" for t in after) and tokens[min(below(who)) - 1].text == ",":
            move(who, verb)
            who.dep = "nsubj"
            return True
    return False


def _object_above(verb: Token) -> None:
    """ "Ordered Aro should stand trial": the subject of what is said, taken for the object of the verb that says it."""
    helper = next((part for part in verb.children if part.dep in ("aux", "auxpass")), verb)
    if helper.tag not in ("MD", *FINITE):
        return
    first = min(below(verb))
    for part in list(verb.head.children):
        if part.dep == "dobj" and verb.head.i < part.i and max(below(part)) == first - 1:
            move(part, verb)
            part.dep = "nsubj"


def _listener(verb: Token) -> None:
    """ "Told Aro News Norland had paid": who was told, taken for a part of the name behind."""
    told = child(verb, "ccomp")
    if verb.lemma != "tell" or told is None or child(verb, "dobj", "dative") is not None:
        return
    tokens = verb.sentence
    part = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else verb
    who = part.head
    if part.dep != "compound" or who.head is not told or who.dep not in WHO or part.tag != "NNP":
        return
    if part.next is not None and (part.next.entity_begins or part.next.entity != part.entity):
        move(part, verb)
        part.dep = "dobj"


def _subject_of_the_other(verb: Token) -> None:
    """ "The rocket, likened to a toy, failed": what stands in commas is only said of the subject of the last verb."""
    tokens = verb.sentence
    who = next((part for part in verb.children if part.dep in WHO), None)
    after = [part for part in verb.children if part.dep == "conj" and part.i > verb.i]
    if who is None or not after or verb.tag != "VBD" or tokens[verb.i - 1].text != "," or verb.dep != "ROOT":
        return
    other = after[0]
    aside = max(below(who)) >= verb.i - 2 and tokens[other.i - 1].text == "," and other.tag == "VBD"
    joined = any(part.dep == "cc" and part.i < other.i for part in verb.children) or child(other, *WHO)
    if not aside or joined or child(verb, "dobj"):
        return
    move(who, other)
    for part in [part for part in verb.children if part.i > other.i]:
        move(part, other)
    _swap(verb, other)
    move(verb, who)
    verb.dep, verb.tag = "acl", "VBN"


def _swap(above: Token, verb: Token) -> None:
    """Let a verb govern the one that it hung on."""
    role, over = above.dep, above.head
    verb.hang(verb if over is above else over)
    verb.dep = role
    above.hang(verb)


def move(token: Token, verb: Token) -> None:
    """Hang a word on another one, with the "and" before it; changes the tokens."""
    with_it = (part for part in token.head.children if part.i == token.i - 1 and part.dep in ("cc", "punct"))
    for part in [*with_it, token]:
        part.hang(verb)
