"""Mends what the parser often gets wrong: verbs in a row, "which" and names: words would go into the wrong mouth."""

from dateline.events import subjects
from dateline.events.clauses import child
from dateline.events.lexicon import any_of
from dateline.events.parser import Sentence, Token
from dateline.events.subjects import WHO, move


def mend(sentence: Sentence) -> None:
    """Move verbs that "and" joins, "which" clauses and names to the words they belong to; changes the tokens."""
    tokens = sentence.tokens
    for token in tokens:
        if token.tag == "''" and token.text in ("’", "'") and token.i:
            _own_after_s(token, tokens)
        elif token.dep == "amod" and token.tag == "JJ" and _is_complement(token, tokens):
            move(token, tokens[token.i - 1], tokens)
            token.dep = "acomp"
        elif token.dep == "compound" and token.tag.startswith("NN"):
            _place_before_day(token, tokens)
        elif token.dep == "conj" and token.tag == "VBD" and tokens[token.head].tag.startswith("VB"):
            verb = _teller(token, tokens) or _clause_before(token, tokens)
            if verb is not None:
                move(token, verb, tokens)
        elif token.dep == "relcl" and any(
            tokens[i].tag == "WDT" and tokens[i].lemma == "which" for i in token.children
        ):
            thing = _thing(tokens[token.head], tokens)
            if thing is not None:
                move(token, thing, tokens)
        elif token.dep == "acl" and token.text == "aged":
            _time_after_age(token, tokens)
        elif token.dep == "appos" and token.entity == "PERSON":
            person = _person(tokens[token.head], tokens)
            if person is not None:
                move(token, person, tokens)
    for token in tokens:
        if token.tag.startswith("VB"):
            subjects.give(token, tokens)


def _own_after_s(mark: Token, tokens: list[Token]) -> None:
    """Give a plural what it owns where its mark was taken for the end of a quotation ("the Nations’ top court")."""
    owner = tokens[mark.i - 1]
    owned = next((tokens[i] for i in owner.children if tokens[i].dep == "appos" and i > mark.i), None)
    opened = any(t.text in ("‘", "'", "`") for t in tokens[: owner.i])
    if owned is None or opened or not owner.text.endswith("s") or owner.head == owner.i:
        return
    move(owned, tokens[owner.head], tokens)
    move(owner, owned, tokens)
    owned.dep, owner.dep, mark.dep, mark.tag = owner.dep, "poss", "case", "POS"


def _time_after_age(aged: Token, tokens: list[Token]) -> None:
    """Give a noun the time that stands behind an age ("her death aged 50 in June")."""
    for part in [tokens[i] for i in aged.children if tokens[i].dep == "prep"]:
        move(part, tokens[aged.head], tokens)


def _is_complement(token: Token, tokens: list[Token]) -> bool:
    """Whether an adjective between a verb and a bare day says how the verb was done ("pleaded guilty Monday night")."""
    verb, day = tokens[token.i - 1], tokens[token.head]
    begins = tokens[token.i + 1].entity_begins and tokens[token.i + 1].tag == "NNP"
    bare = day.dep == "npadvmod" and day.head == verb.i and day.entity in ("DATE", "TIME") and begins
    return token.i > 0 and bare and verb.tag.startswith("VB") and token.entity not in ("DATE", "TIME")


def _place_before_day(name: Token, tokens: list[Token]) -> None:
    """Part a noun from the bare day behind it, which stands by itself ("sent an envoy to Norland Monday")."""
    day = tokens[name.head]
    dated = day.entity in ("DATE", "TIME") and name.entity not in ("DATE", "TIME")
    if not dated or not tokens[name.i + 1].entity_begins or day.dep not in ("pobj", "dobj", "dative"):
        return
    verb = tokens[day.head]
    while not verb.tag.startswith("VB") and verb.head != verb.i:
        verb = tokens[verb.head]
    for i in [i for i in day.children if i < name.i]:
        move(tokens[i], name, tokens)
    move(name, tokens[day.head], tokens)
    name.dep = day.dep
    move(day, verb, tokens)
    day.dep = "npadvmod"


def _teller(token: Token, tokens: list[Token]) -> Token | None:
    """The verb of telling that a second one goes on with ("said profit had halved and announced a sale")."""
    first = tokens[token.head]
    above = tokens[first.head]
    tells = any_of(("verbs", "report"), ("verbs", "plan"))
    if first.dep != "ccomp" or token.lemma not in tells or above.lemma not in tells or above.tag != "VBD":
        return None
    if first.i < above.i or not child(first, tokens, "aux") or child(token, tokens, *WHO):
        return None
    return above


def _clause_before(token: Token, tokens: list[Token]) -> Token | None:
    """The verb of a "which" clause whose list a verb stands in ("a storm, which cut lines, felled trees and …")."""
    first = tokens[token.head]
    if first.dep == "relcl" or tokens[token.i - 1].text != "," or child(token, tokens, *WHO):
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
