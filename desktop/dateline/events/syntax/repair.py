"""Mends what the parser often gets wrong: verbs in a row, "which" and names: words would go into the wrong mouth."""

from dateline.events.lexicon import any_of
from dateline.events.syntax import roots, subjects
from dateline.events.syntax.clauses import SUBJECTS, Tense, below, chain, child, tense
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.syntax.subjects import WHO, move


def mend(sentence: Sentence) -> None:
    """Move verbs that "and" joins, "which" clauses and names to the words they belong to; changes the tokens."""
    roots.settle(sentence)
    tokens = sentence.tokens
    for token in tokens:
        if token.tag == "''" and token.text in ("’", "'") and token.i:
            _own_after_s(token)
        elif token.dep == "amod" and token.tag == "JJ" and _is_complement(token):
            move(token, tokens[token.i - 1])
            token.dep = "acomp"
        elif token.dep == "compound" and token.tag.startswith("NN"):
            _place_before_day(token)
        elif token.dep == "conj" and token.tag in ("VBD", "VB", "VBP"):
            verb = _joined_to(token)
            if verb is not None:
                move(token, verb)
        elif token.dep in ("dobj", "attr", "npadvmod"):
            _settle_second_object(token)
        elif token.dep == "relcl" and any(part.tag == "WDT" and part.lemma == "which" for part in token.children):
            thing = _thing(token.head)
            if thing is not None:
                move(token, thing)
        elif token.dep == "acl" and token.text == "aged":
            _time_after_age(token)
        elif token.dep == "appos":
            _settle_apposition(token)
    for token in tokens:
        if token.tag.startswith("VB"):
            _share_perfect(token)
            subjects.give(token)


def _settle_apposition(name: Token) -> None:
    """Make a name in a row one of those joined, and give a person's name to who bears it."""
    if _in_a_row(name):
        name.dep = "conj"
    elif name.entity == "PERSON" and (person := _person(name.head)) is not None:
        move(name, person)


def _share_perfect(verb: Token) -> None:
    """Make a participle of a past form that shares "has" with the verb before it ("has killed 40 and wounded 90")."""
    before = verb.head
    if verb.tag != "VBD" or verb.dep != "conj" or before.tag != "VBN" or child(verb, *SUBJECTS, "aux") is not None:
        return
    if verb.text.endswith("ed") and any(part.lemma == "have" and part.tag != "VBD" for part in before.children):
        verb.tag = "VBN"


def _settle_second_object(noun: Token) -> None:
    """Hang what stands behind "among them" there, and make what only says more of an object its apposition ("bought
    Hell Tools, its largest purchase").
    """
    tokens, verb = noun.sentence, noun.head
    begin = min(below(noun))
    before = tokens[begin - 1] if begin else noun
    if before.tag == "PRP" and before.head.lemma in ("among", "include") and before.head.head is verb:
        move(noun, before)
        noun.dep = "appos"
        return
    first = child(verb, "dobj")
    if noun.dep != "dobj" or first is None or first.i >= begin or before.text != ",":
        return
    if child(noun, "poss", "det") is not None and child(first, "conj") is None:
        noun.dep = "appos"


def _own_after_s(mark: Token) -> None:
    """Give a plural what it owns where its mark was taken for the end of a quotation ("the Nations’ top court")."""
    tokens = mark.sentence
    owner = tokens[mark.i - 1]
    owned = next((part for part in owner.children if part.dep == "appos" and part.i > mark.i), None)
    opened = any(t.text in ("‘", "'", "`") for t in tokens[: owner.i])
    if owner.dep in ("nmod", "compound") and owner.head.i > mark.i and owner.text.endswith("s") and not opened:
        owner.dep, mark.dep, mark.tag = "poss", "case", "POS"
        return
    if owned is None or opened or not owner.text.endswith("s") or owner.head is owner:
        return
    move(owned, owner.head)
    move(owner, owned)
    owned.dep, owner.dep, mark.dep, mark.tag = owner.dep, "poss", "case", "POS"


def _time_after_age(aged: Token) -> None:
    """Give a noun the time that stands behind an age ("her death aged 50 in June")."""
    for part in [part for part in aged.children if part.dep == "prep"]:
        move(part, aged.head)


def _is_complement(token: Token) -> bool:
    """Whether an adjective between a verb and a bare day says how the verb was done ("pleaded guilty Monday night")."""
    tokens = token.sentence
    verb, day = tokens[token.i - 1], token.head
    begins = token.next is not None and token.next.entity_begins and token.next.tag == "NNP"
    bare = day.dep == "npadvmod" and day.head is verb and day.entity in ("DATE", "TIME") and begins
    return token.i > 0 and bare and verb.tag.startswith("VB") and token.entity not in ("DATE", "TIME")


def _place_before_day(name: Token) -> None:
    """Part a noun from the bare day behind it, which stands by itself ("sent an envoy to Norland Monday")."""
    day = name.head
    dated = day.entity in ("DATE", "TIME") and name.entity not in ("DATE", "TIME")
    if not dated or name.next is None or not name.next.entity_begins or day.dep not in ("pobj", "dobj", "dative"):
        return
    verb = day.head
    while not verb.tag.startswith("VB") and verb.head is not verb:
        verb = verb.head
    for i in [part.i for part in day.children if part.i < name.i]:
        move(name.sentence[i], name)
    move(name, day.head)
    name.dep = day.dep
    move(day, verb)
    day.dep = "npadvmod"


def _joined_to(token: Token) -> Token | None:
    """The verb that a verb goes on with, where the parser joined it to another."""
    if token.tag != "VBD":
        return _infinitive_before(token)
    return (_teller(token) or _clause_before(token)) if token.head.tag.startswith("VB") else None


def _teller(token: Token) -> Token | None:
    """The verb of telling that a second one goes on with ("said profit had halved and announced a sale")."""
    first = token.head
    above = first.head
    tells = any_of(("verbs", "report"), ("verbs", "plan"))
    if first.dep != "ccomp" or token.lemma not in tells or above.lemma not in tells or above.tag != "VBD":
        return None
    if first.i < above.i or not child(first, "aux") or child(token, *WHO):
        return None
    return above


def _clause_before(token: Token) -> Token | None:
    """The verb of a "which" clause whose list a verb stands in ("a storm, which cut lines, felled trees and …")."""
    tokens = token.sentence
    first = token.head
    if first.dep == "relcl" or tokens[token.i - 1].text != "," or child(token, *WHO):
        return None
    last = None
    for between in tokens[first.i + 1 : token.i]:
        if between.dep == "cc" and between.head is first:
            return None
        if between.dep == "relcl" and between.tag == "VBD":
            last = between
    who = child(last, "nsubj") if last is not None else None
    if who is None:
        return None
    if who.tag == "WP" and tense(first) is Tense.PRESENT:
        return last  # "are looking for two men who robbed a shop, tied up its owner and fled"
    more = any(part.dep == "conj" and part.tag == "VBD" for part in token.children)
    return last if who.tag == "WDT" and more else None


def _in_a_row(name: Token) -> bool:
    """Whether a person stands in a row with the one before and one behind ("Ane Moe, Pim Aro and Lea Voss")."""
    after = child(name, "conj")
    return after is not None and {name.entity, name.head.entity, after.entity} == {"PERSON"} and name.i > name.head.i


def _infinitive_before(token: Token) -> Token | None:
    """The infinitive that a bare form goes on with where it was joined to a finite verb of another form ("came to open
    a school, meet its teachers and thank them").
    """
    above = token.head
    while above.dep == "conj" and not above.tag.startswith("VB"):
        above = above.head
    if above.tag not in ("VBD", "VBZ", "VBN", "VBG") or child(token, *WHO, "expl", "aux", "auxpass") is not None:
        return None
    between = token.sentence[above.i + 1 : token.i]
    to = [part for part in between if part.tag == "VB" and child(part, "aux") is not None and above in chain(part)]
    return to[-1] if to else None


def _thing(noun: Token) -> Token | None:
    """What a phrase that ends with people tells of ("a strike by doctors, which began"): "which" never means people."""
    above = noun
    while _human(above) and above.dep == "pobj" and above.head.dep == "prep":
        above = above.head.head
    return above if above is not noun and above.tag.startswith("NN") else None


def _person(noun: Token) -> Token | None:
    """Whom a name behind a body or place is of ("the head of Brightwell, Simon Adler")."""
    if noun.dep != "pobj" or noun.entity == "PERSON" or noun.head.lemma != "of":
        return None
    above = noun.head.head
    return above if _human(above) else None


def _human(noun: Token) -> bool:
    return noun.lemma in any_of(("names", "professions"), ("prominence", "people"), ("prominence", "groups"))
