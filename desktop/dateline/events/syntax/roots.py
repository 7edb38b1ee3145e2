"""Finds the main verb where the parser took a participle or a clause of time for it."""

from dateline.events.lexicon import words
from dateline.events.syntax.clauses import auxiliaries, chain, child, children
from dateline.events.syntax.parser import Sentence, Token

UNTIL = ("until", "till", "since", "before", "after")
"""Words before a time that the parser takes for the beginning of a clause."""
CLAUSAL = ("as", "after", "before", "until")
"""Words that open a clause, or stand before a noun."""
FINITE = ("VBD", "VBN", "VBZ", "VBP")


def settle(sentence: Sentence) -> None:
    """Hang a sentence on its main verb; changes the tokens."""
    root = next((token for token in sentence.tokens if token.dep == "ROOT"), None)
    if root is None:
        return
    for token in sentence.tokens:
        if token.dep == "csubj" and token.tag in ("VBN", "VBD"):
            _participle_as_subject(token)
        elif token.dep == "conj" and token.tag.startswith("VB"):
            if not _clause_of_as(token):
                _goes_on_with_what_was_said(token)
        elif token.dep in ("advcl", "acl", "relcl") and root.tag.startswith("NN"):
            _time_as_subject(token, root)
        elif token.dep == "advcl" and token.tag in ("VBN", "VBD") and child(token, "dobj", "ccomp") is not None:
            _clause_of_as(token)
    if root.tag in ("VBD", "VBN"):
        _aside_as_root(root)
    elif root.tag in ("NN", "NNP", "NNS", "NNPS"):
        _noun_as_root(root)


def _participle_as_subject(verb: Token) -> None:
    """ "A probe lost in May has sent a signal": what was lost is what sent it."""
    noun = child(verb, "nsubj", "nsubjpass")
    if noun is None or noun.i > verb.i or auxiliaries(verb) or child(verb, "mark", "dobj") is not None:
        return
    noun.hang(verb.head)
    noun.dep = "nsubj"
    verb.hang(noun)
    verb.dep, verb.tag = "acl", "VBN"


def _goes_on_with_what_was_said(verb: Token) -> None:
    """ "He said the mill was old and had flooded": with an auxiliary of its own it goes on with what he said."""
    above = verb.head
    if verb.tag not in ("VBN", "VB", "VBG"):
        return
    said = next((part for part in children(above, "ccomp") if above.i < part.i < verb.i), None)
    tells = above.tag == "VBD" and above.lemma in words("verbs", "report") and not auxiliaries(above)
    helpers = [part.text.lower() for part in children(verb, "aux")]
    if said is None or not tells or child(verb, "nsubj", "nsubjpass") is not None:
        return
    if {"had", "would", "will", "was", "were"}.intersection(helpers) and child(said, "nsubj", "nsubjpass") is not None:
        for part in [part for part in above.children if part.dep == "cc" and said.i < part.i < verb.i]:
            part.hang(said)
        verb.hang(said)


def _clause_of_as(verb: Token) -> bool:
    """ "Riders face delays as drivers at Norr, the old firm, continue a strike": what stands behind "as" does it."""
    above = verb.head
    if child(verb, "nsubj", "nsubjpass", "mark") is not None or any(part.dep == "cc" for part in above.children):
        return False
    mark = next((part for part in children(above, "prep") if above.i < part.i < verb.i and part.lemma in CLAUSAL), None)
    noun = child(mark, "pobj") if mark is not None else None
    if mark is None or noun is None or noun.tag not in ("NNS", "NNP", "NNPS", "NN") or noun.i > verb.i:
        return False
    noun.hang(verb)
    mark.hang(verb)
    noun.dep, mark.dep, verb.dep = "nsubj", "mark", "advcl"
    if verb.tag == "VBN" and not auxiliaries(verb):
        verb.tag = "VBD"
    return True


def _noun_as_root(root: Token) -> None:
    """ "Holt, a chemist, and who later warned of it, died on Tuesday": the noun does what stands behind its asides."""
    verb = next((part for part in reversed(root.sentence) if _closes(part, root)), None)
    if verb is None:
        return
    _make_root(verb, root)
    root.hang(verb)
    root.dep = "nsubj"


def _closes(verb: Token, root: Token) -> bool:
    """Whether a finite verb stands right behind a comma, joined to a noun's asides, with nobody of its own."""
    if (
        verb.dep != "conj"
        or verb.tag not in ("VBD", "VBZ", "VBP")
        or verb.i < 2
        or verb.sentence[verb.i - 1].text != ","
    ):
        return False
    bare = child(verb, "nsubj", "nsubjpass", "mark") is None and not any(part.dep == "cc" for part in verb.children)
    return bare and root in chain(verb) and not any(part.dep == "cc" and part.i == verb.i - 2 for part in root.sentence)


def _time_as_subject(verb: Token, root: Token) -> None:
    """ "His motion to delay it until April was lost": a time is the subject of nothing, what stands before it is."""
    mark, time = child(verb, "mark"), child(verb, "nsubj", "nsubjpass")
    if mark is None or time is None or mark.lemma not in UNTIL or time.i != mark.i + 1 or root.i > mark.i:
        return
    if time.entity not in ("DATE", "TIME") or not auxiliaries(verb) or verb.i <= time.i:
        return
    _make_root(verb, root)
    root.hang(verb)
    root.dep = time.dep
    mark.hang(mark.sentence[mark.i - 1])
    mark.dep = "prep"
    time.hang(mark)
    time.dep = "pobj"


def _aside_as_root(root: Token) -> None:
    """ "The dam, finished in 2009, held": the verb between commas is said of the noun, the other is the sentence's."""
    tokens = root.sentence
    noun = child(root, "nsubj", "nsubjpass")
    if noun is None or root.i < 2 or tokens[root.i - 1].text != "," or noun.i > root.i or auxiliaries(root):
        return
    verb = next((part for part in children(root, "advcl", "conj", "ccomp", "dep") if _follows(part, root)), None)
    if verb is None or any(t.dep == "punct" and t.text == "," for t in tokens[noun.i : root.i - 1]):
        return
    _make_root(verb, root)
    noun.hang(verb)
    noun.dep = "nsubj"
    root.hang(noun)
    root.dep, root.tag = "acl", "VBN"
    if not auxiliaries(verb) and verb.tag == "VBN":
        verb.tag = "VBD"


def _follows(verb: Token, root: Token) -> bool:
    """Whether a verb stands right behind the comma that closes an aside, with nobody of its own."""
    bare = child(verb, "nsubj", "nsubjpass", "mark", "advmod") is None and not any(p.dep == "cc" for p in verb.children)
    behind = verb.i > root.i + 1 and verb.sentence[verb.i - 1].text == ","
    return verb.tag in FINITE and bare and behind


def _make_root(verb: Token, root: Token) -> None:
    verb.hang(verb)
    verb.dep = "ROOT"
    for mark in children(root, "punct"):
        if mark.i > verb.i:
            mark.hang(verb)
