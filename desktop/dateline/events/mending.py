"""Mends what the parser often gets wrong: verbs in a row, "which" and names: words would go into the wrong mouth."""

from dateline.events.lexicon import any_of
from dateline.events.parser import Sentence, Token

WHO = ("nsubj", "nsubjpass", "csubj")
DASHES = ("-", "–", "—", "--")


def mend(sentence: Sentence) -> None:
    """Move verbs that "and" joins, "which" clauses and names to the words they belong to; changes the tokens."""
    tokens = sentence.tokens
    for token in tokens:
        if token.tag == "''" and token.text in ("’", "'") and token.i:
            _own_after_s(token, tokens)
        elif token.dep in ("aux", "auxpass"):
            for part in [tokens[i] for i in token.children if tokens[i].dep in WHO]:
                _move(part, tokens[token.head], tokens)
        elif token.dep == "ROOT" and token.tag == "VBD" and not _has(token, tokens, *WHO):
            _subject_before_dash(token, tokens)
        elif token.dep == "advcl" and token.tag == "VBD" and not _has(token, tokens, *WHO):
            _subject_after_as(token, tokens)
        elif token.dep == "amod" and token.tag == "JJ" and _is_complement(token, tokens):
            _move(token, tokens[token.i - 1], tokens)
            token.dep = "acomp"
        elif token.dep == "conj" and token.tag == "VBD" and tokens[token.head].tag.startswith("VB"):
            verb = _teller(token, tokens) or _clause_before(token, tokens)
            if verb is not None:
                _move(token, verb, tokens)
        elif token.dep == "relcl" and any(
            tokens[i].tag == "WDT" and tokens[i].lemma == "which" for i in token.children
        ):
            thing = _thing(tokens[token.head], tokens)
            if thing is not None:
                _move(token, thing, tokens)
        elif token.dep == "acl" and token.text == "aged":
            _time_after_age(token, tokens)
        elif token.dep == "appos" and token.entity == "PERSON":
            person = _person(tokens[token.head], tokens)
            if person is not None:
                _move(token, person, tokens)


def _own_after_s(mark: Token, tokens: list[Token]) -> None:
    """Give a plural what it owns where its mark was taken for the end of a quotation ("the Nations’ top court")."""
    owner = tokens[mark.i - 1]
    owned = next((tokens[i] for i in owner.children if tokens[i].dep == "appos" and i > mark.i), None)
    opened = any(t.text in ("‘", "'", "`") for t in tokens[: owner.i])
    if owned is None or opened or not owner.text.endswith("s") or owner.head == owner.i:
        return
    _move(owned, tokens[owner.head], tokens)
    _move(owner, owned, tokens)
    owned.dep, owner.dep, mark.dep, mark.tag = owner.dep, "poss", "case", "POS"


def _time_after_age(aged: Token, tokens: list[Token]) -> None:
    """Give a noun the time that stands behind an age ("her death aged 50 in June")."""
    for part in [tokens[i] for i in aged.children if tokens[i].dep == "prep"]:
        _move(part, tokens[aged.head], tokens)


def _subject_before_dash(verb: Token, tokens: list[Token]) -> None:
    """Give a verb the noun that an aside in dashes parts from it ("the rig – built in Norland – sank")."""
    for part in (tokens[i] for i in verb.children if i < verb.i and tokens[i].tag == "VBN"):
        nouns = [tokens[i] for i in part.children if i < part.i and tokens[i].tag.startswith("NN")]
        if nouns and tokens[nouns[-1].i + 1].text in DASHES and tokens[verb.i - 1].text in DASHES:
            noun = nouns[-1]
            for i in [i for i in part.children if i < part.i and i != noun.i]:
                _move(tokens[i], noun, tokens)
            _move(noun, verb, tokens)
            noun.dep = "nsubj"
            _move(part, noun, tokens)
            part.dep = "acl"


def _subject_after_as(verb: Token, tokens: list[Token]) -> None:
    """Give a verb the noun that was taken for the object of "as" ("cheered as a probe landed")."""
    noun = tokens[verb.i - 1]
    as_ = tokens[noun.head]
    if noun.dep == "pobj" and as_.lemma == "as" and as_.head == verb.head:
        _move(noun, verb, tokens)
        _move(as_, verb, tokens)
        noun.dep, as_.dep = "nsubj", "mark"


def _is_complement(token: Token, tokens: list[Token]) -> bool:
    """Whether an adjective between a verb and a bare day says how the verb was done ("pleaded guilty Monday")."""
    verb, day = tokens[token.i - 1], tokens[token.head]
    bare = day.dep == "npadvmod" and day.head == verb.i and day.tag == "NNP" and day.i == token.i + 1
    return token.i > 0 and bare and verb.tag.startswith("VB") and token.entity not in ("DATE", "TIME")


def _teller(token: Token, tokens: list[Token]) -> Token | None:
    """The verb of telling that a second one goes on with ("said profit had halved and announced a sale")."""
    first = tokens[token.head]
    above = tokens[first.head]
    tells = any_of(("verbs", "report"), ("verbs", "plan"))
    if first.dep != "ccomp" or token.lemma not in tells or above.lemma not in tells or above.tag != "VBD":
        return None
    if first.i < above.i or not _has(first, tokens, "aux") or _has(token, tokens, *WHO):
        return None
    return above


def _clause_before(token: Token, tokens: list[Token]) -> Token | None:
    """The verb of a "which" clause whose list a verb stands in ("a storm, which cut lines, felled trees and …")."""
    first = tokens[token.head]
    if first.dep == "relcl" or tokens[token.i - 1].text != "," or _has(token, tokens, *WHO):
        return None
    last = None
    for between in tokens[first.i + 1 : token.i]:
        if between.dep == "cc" and between.head == first.i:
            return None
        if between.dep == "relcl" and between.tag == "VBD":
            last = between
    which = last is not None and any(tokens[i].dep == "nsubj" and tokens[i].tag == "WDT" for i in last.children)
    more = any(tokens[i].dep == "conj" and tokens[i].tag == "VBD" for i in token.children)
    return last if which and more else None


def _thing(noun: Token, tokens: list[Token]) -> Token | None:
    """What a phrase that ends with people tells of ("a strike by doctors, which began"): "which" never means people."""
    above = noun
    while _human(above) and above.dep == "pobj" and tokens[above.head].dep == "prep":
        above = tokens[tokens[above.head].head]
    return above if above is not noun and above.tag.startswith("NN") else None


def _person(noun: Token, tokens: list[Token]) -> Token | None:
    """Whom a name behind a body or place is of ("the head of Brightwell, Simon Adler")."""
    if noun.dep != "pobj" or noun.entity == "PERSON" or tokens[noun.head].lemma != "of":
        return None
    above = tokens[tokens[noun.head].head]
    return above if _human(above) else None


def _human(noun: Token) -> bool:
    return noun.lemma in any_of(("names", "professions"), ("prominence", "people"), ("prominence", "groups"))


def _has(token: Token, tokens: list[Token], *deps: str) -> bool:
    return any(tokens[i].dep in deps for i in token.children)


def _move(token: Token, verb: Token, tokens: list[Token]) -> None:
    """Join a verb to another one, with the "and" before it."""
    old = tokens[token.head]
    moved = [i for i in old.children if i == token.i or (i == token.i - 1 and tokens[i].dep in ("cc", "punct"))]
    for i in moved:
        old.children.remove(i)
        tokens[i].head = verb.i
    verb.children = sorted([*verb.children, *moved])
