"""The words that a clause borrows: the subject it shares with another, its auxiliaries, and what "which" stands for."""

from dataclasses import replace

from dateline.events.find.certainty import content, outcome
from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import (
    SUBJECTS,
    Tense,
    auxiliaries,
    below,
    child,
    children,
    mandative,
    reduced,
    subject,
    tense,
)
from dateline.events.syntax.inflect import past
from dateline.events.syntax.parser import Token
from dateline.events.title.phrases import (
    ASIDE,
    RELATIVE,
    Scope,
    closed,
    phrase,
    trim,
)
from dateline.events.title.surface import LONGEST, headline, join, owner, plain
from dateline.events.who.names import persons

NOUNS = ("pobj", "dobj", "attr", "appos", "conj", "ROOT")
ADVERBIAL = ("day", "time", "moment", "way", "year", "reason", "place", "week", "month", "night", "point")

Order = list[int | str]


def is_relative(index: int, tokens: list[Token]) -> bool:
    """Whether the word opens a relative clause; past the end of a text that is cut off, none does."""
    if index >= len(tokens):
        return False
    return tokens[index].text.lower() in RELATIVE and (tokens[index].tag.startswith("W") or tokens[index].tag == "IN")


def plain_order(head: Token, inside: list[int], who: Token | None, scope: Scope) -> tuple[Order, Scope]:
    """The clause's words in the order of a plain sentence, with the subject that it shares with another clause."""
    tokens = scope.tokens
    rest: Order = list(inside)
    if mandative(head):
        at = next(
            (n for n, i in enumerate(inside) if i == head.i or (tokens[i].head is head and tokens[i].text == "be"))
        )
        rest.insert(at, "should")  # "demanded that the law be changed"
    elif who is not None and who.text.lower() not in RELATIVE:
        if _witnessed(head):
            rest = [past(tokens[i].text, head.lemma) if i == head.i else i for i in inside]
        elif head.dep == "relcl" or (
            head.tag.startswith("VB") and _owned(who) and head.dep in ("ROOT", "ccomp", "conj")
        ):
            rest, scope = _filled(head, inside, scope)
        elif who.i > head.i and head.lemma in words("verbs", "report"):
            own = below(who)
            lead = [i for i in inside if i in own]
            comma = any(tokens[i].text == "," for i in lead) and child(who, "appos") is not None
            rest = [*lead, *([","] if comma else []), *(i for i in inside if i not in own)]
        elif reduced(head):
            own = below(who)
            rest = [*(i for i in inside if i in own), _be(who, now=False), *(i for i in inside if i not in own)]
    if who is not None and who.text.lower() not in RELATIVE:
        return rest, scope
    shared = _shared(head, who)
    if shared is None or shared.i in inside:
        return rest, scope
    one = child(shared, "conj") is not None and _one_alone(head, who)
    whole = phrase(shared, scope, (*ASIDE, "acl", "mark", *(("conj", "cc") if one else ())))
    for part in children(shared, "acl"):
        if part.tag == "VB" and head.i not in below(part) and head.dep in ("acl", "relcl"):
            whole += phrase(part, scope)  # "a plan to sell the mill, agreed in March"
    lead = [i for i in whole if not _loose(i, shared)]
    if head.dep in ("relcl", "acl") and len(join(whole, scope)) < LONGEST // 2:
        lead = whole
    rest = [i for i in inside if who is None or i != who.i]
    return [*closed(trim(lead, scope), tokens), *_verb(head, shared, rest, scope)], scope


def _witnessed(head: Token) -> bool:
    """Whether a verb tells in its bare form what somebody saw or made happen ("saw the roof fall")."""
    bare = head.tag == "VB" and head.dep == "ccomp" and child(head, "aux", "auxpass", "mark") is None
    return bare and head.head.lemma in ("see", "watch", "hear", "notice", "feel", "let", "make", "witness")


def _one_alone(head: Token, who: Token | None) -> bool:
    """Whether a relative clause tells of one of several that were named ("Moe and Aro, who was hurt")."""
    if who is None or who.text.lower() not in RELATIVE:
        return False
    verbs = [part.text.lower() for part in (*auxiliaries(head), head)]
    return bool({"was", "has", "is"}.intersection(verbs)) or head.tag == "VBZ"


def _loose(index: int, noun: Token) -> bool:
    """Whether a word stands under a preposition other than "of" that hangs on a borrowed subject."""
    tokens = noun.sentence
    while index not in (noun.i, tokens[index].head.i):
        if tokens[index].dep == "prep" and tokens[index].head is noun:
            return tokens[index].lemma != "of"
        index = tokens[index].head.i
    return False


def _shared(head: Token, who: Token | None) -> Token | None:
    """The subject of a clause that has none of its own, or only "which"."""
    if who is None:
        who = subject(head)
        if who is None and head.dep == "pcomp":
            who = subject(head.head.head)
    base = _base(head)
    if who is None and base.dep in ("acl", "relcl") and base.head.tag.startswith(("NN", "PRP", "CD")):
        return _qualified(base)
    if who is not None and who.text.lower() in RELATIVE and who.head.dep == "relcl":
        return _antecedent(who.head)
    above = head.head
    tells = words("verbs", "report")
    if head.dep == "advcl" and above.lemma in tells and above.i < head.i and head.lemma not in tells:
        told = next((part for part in children(above, "ccomp") if part.i < above.i), None)
        if told is not None and content(told, above):
            return subject(told)  # "Rebels shot it down, the army said, killing five"
    return who


def _base(head: Token) -> Token:
    """The first of the verbs that "and" joins."""
    while head.dep == "conj" and head.head is not head:
        head = head.head
    return head


def _qualified(clause: Token) -> Token:
    """What a participle is said of: not the place before its comma, nor the amount behind an "of"."""
    tokens = clause.sentence
    noun = clause.head
    apart = tokens[min(below(clause)) - 1].text == ","
    while clause.tag == "VBN" and noun.dep == "pobj":
        prep = noun.head
        above = prep.head
        place = apart and noun.tag == "NNP" and prep.lemma in ("in", "at", "near", "on")
        amount = prep.lemma == "of" and child(noun, "nummod") is not None
        if not (place or amount) or not above.tag.startswith(("NN", "VB")) or above.dep not in (*NOUNS, *SUBJECTS):
            break
        noun = above
    return noun


def _antecedent(clause: Token) -> Token:
    """What "which" stands for: the noun before it, or the one that this hangs on where only that fits in number."""
    noun = clause.head
    if any(t.dep == "poss" and t.tag == "WP$" for part in children(clause, *SUBJECTS, "dobj") for t in part.children):
        return noun  # what it owns has the number, not the one whose it is
    while noun.dep == "pobj" and noun.entity in ("DATE", "TIME") and noun.head.head.tag.startswith("NN"):
        noun = noun.head.head  # "a raid on 4 May in which …"
    if (happened := _harmed_by(clause, noun)) is not None:
        return happened
    helper = next((t.text.lower() for t in auxiliaries(clause)), clause.text.lower())
    who = child(clause, "nsubj", "nsubjpass")
    if who is not None and who.text.lower() == "who" and noun.dep == "pobj" and noun.tag.startswith("NN"):
        above = noun.head.head
        if above.lemma in any_of(("names", "professions"), ("prominence", "people")):
            return above  # "an engineer at the dam, who …"
    if (built := _put_there(noun)) is not None and helper in ("was", "is", "has"):
        return built
    while helper in ("was", "has", "is", "were", "have", "are") and noun.dep == "pobj":
        above = noun.head.head
        fits = _plural(noun) == (helper in ("were", "have", "are"))
        where = noun.tag == "NNP" and noun.head.lemma in ("at", "in", "near", "on") and above.tag == "NN"
        if (fits and not where) or not above.tag.startswith("NN"):
            break
        noun = above
    above = noun.head.head
    thing = who is not None and who.text.lower() in ("that", "which") and noun.entity == "PERSON"
    if thing and noun.dep == "pobj" and above.tag.startswith("NN"):
        return above  # "an opera by Amalia Renn that was lost"
    named = noun.head
    if noun.dep == "appos" and named.tag == "NNP" and named.i < noun.i:
        while (after := child(named, "conj")) is not None and after.i < noun.i:
            named = after
        return named  # "Jan Holt, an engineer who died"; of two, the last
    return noun


def _put_there(place: Token) -> Token | None:
    """The thing whose place is named right behind it: "open a station on the North Shore, which was built in 2012"."""
    prep = place.head
    if place.dep != "pobj" or place.tag != "NNP" or prep.lemma not in ("at", "in", "near", "on"):
        return None
    thing = child(prep.head, "dobj")
    return thing if thing is not None and thing.i == prep.i - 1 and thing.tag == "NN" else None


def _harmed_by(clause: Token, noun: Token) -> Token | None:
    """The happening that killed or wrecked, where a relative clause stands by its place: "a blast at a mill that …"."""
    happened = noun.head.head
    harm = clause.lemma in any_of(("prominence", "headline"), ("prominence", "harm"))
    place = noun.dep == "pobj" and noun.lemma not in persons() | words("prominence", "happenings")
    active = harm and child(clause, "auxpass") is None
    if active and place and happened.lemma in words("prominence", "happenings"):
        return happened
    told = [noun.sentence[i] for i in sorted(below(noun)) if i < clause.i]
    told = [one for one in told if one.lemma in words("prominence", "happenings")]
    return told[-1] if active and told and noun not in told else None


def _plural(noun: Token) -> bool:
    joined = any(part.text == "and" for part in children(noun, "cc"))
    the = any(part.text.lower() == "the" for part in children(noun, "det"))
    many = noun.tag == "NNS" or (noun.tag == "NNPS" and the) or noun.lemma in ("police", "people", "they", "we")
    return many or joined or (noun.tag == "CD" and noun.lemma not in ("one", "1"))


def _verb(head: Token, who: Token, rest: Order, scope: Scope) -> Order:
    """The words after a borrowed subject: with the auxiliaries that the verb shares, a participle as a past form."""
    tokens = scope.tokens
    base = _base(head)
    own = [part.text.lower() for part in children(head, "aux", "auxpass")]
    shared = auxiliaries(head)
    if head.dep == "conj" and head.tag == "VB" and base.dep == "xcomp" and [t.text.lower() for t in shared] == ["to"]:
        return [*_governing(base), *([] if own else ["to"]), *rest]  # "is to hold talks and (to) report"
    participle = head.tag == "VBN" or (head.tag == "VBD" and head.dep == "acl")
    if own == ["to"] and outcome(head):
        return [
            past(head.text, head.lemma) if i == head.i else i
            for i in rest
            if i == head.i or tokens[int(i)].dep != "aux"
        ]
    if own or not (participle or shared or head.tag in ("VB", "VBG")):
        return rest
    if shared:
        joint = head.head
        if headline(joint) and head.lemma in words("prominence", "headline"):
            return rest
        words_ = [t.text.lower() for t in shared]
        missing = child(joint, "neg")
        but = any(part.text == "but" for part in children(joint, "cc"))
        return [*words_, *([missing.text] if missing is not None and not but else []), *rest]
    if participle:
        shares = base.tag in ("VBN", head.tag) and base.dep in ("acl", "advcl", "relcl")
        misread = head.lemma == "hear" or who.head.lemma == "than"
        acts = child(head, "dobj") is not None or (head.lemma in words("verbs", "report") and child(head, "ccomp"))
        acted = bool(acts) and head.lemma not in words("verbs", "bestow")
        if not shares or misread or acted or head.lemma in words("prominence", "headline"):
            return rest
        if head.lemma in ("end", "begin", "start", "expire"):
            return [past(head.text, head.lemma) if i == head.i else i for i in rest]  # "the week ended on Thursday"
        ahead = head.lemma in ("expect", "schedule", "plan", "set", "name", "call")
        return [_be(who, now=ahead), *rest]
    if head.tag == "VBG" and head.i in rest:
        at = rest.index(head.i)
        return [*rest[:at], *_doing(head, who), *rest[at + 1 :]]
    return rest


def _doing(head: Token, who: Token) -> Order:
    """An -ing form in the tense of the clause that it hangs on."""
    above = head.head
    of = child(head, "prep")
    if who.head.lemma in ("like", "than") or (of is not None and of.i == head.i + 1 and of.lemma == "of"):
        return [head.i]  # "a crack like a tree falling"
    found = tense(above) if above.tag.startswith("VB") else Tense.PAST
    if found in (Tense.FUTURE, Tense.MODAL):
        modal = next((t.text.lower() for t in auxiliaries(above) if t.tag == "MD"), "will")
        return [modal, head.lemma]
    if found is Tense.PRESENT and head.dep == "advcl":
        return [_be(who, now=True), plain(head)]
    return [past(head.text.lower(), head.lemma)] if tense(head) is Tense.INFINITE else [head.i]


def _be(who: Token, now: bool) -> str:
    plural = _plural(who)
    if now:
        return "are" if plural else "is"
    return "were" if plural else "was"


def _governing(base: Token) -> Order:
    """The words that an infinitive hangs on: "is due", "has promised"."""
    above = base.head
    found = [above]
    while found[0].dep in ("acomp", "xcomp") and found[0].head is not found[0]:
        found.insert(0, found[0].head)
    helpers = [*children(found[0], "aux", "auxpass", "neg")]
    return [t.i for t in sorted({t.i: t for t in (*helpers, *found)}.values(), key=lambda t: t.i)]


def _owned(noun: Token) -> bool:
    own = child(noun, "poss")
    return own is not None and own.text.lower() == "whose"


def _filled(head: Token, inside: list[int], scope: Scope) -> tuple[Order, Scope]:
    """A relative clause as a sentence: "the region, where they had seized a fort" is they had seized a fort in it."""
    tokens = scope.tokens
    clause = _base(head)
    noun = _antecedent(clause) if clause.dep == "relcl" else tokens[max(0, min(inside) - 2)]
    name: Order = [*trim([i for i in phrase(noun, scope, (*ASIDE, "acl")) if not _loose(i, noun)], scope)]
    rest: Order = list(inside)
    opener = next((tokens[i] for i in inside if is_relative(i, tokens) and i < head.i), None)
    if opener is None or (opener.text.lower() in ("that", "which") and opener.dep not in ("dobj", "pobj")):
        rest = [i for i in rest if opener is None or i != opener.i]
        adverbial = noun.lemma in ADVERBIAL or child(head, "dobj", "ccomp", "xcomp", "attr") is not None
        return (rest if adverbial else _after(head, name, rest)), scope
    lower = opener.text.lower()
    if lower == "whose":
        return rest, replace(scope, instead={opener.i: owner(noun, scope)})
    rest = [i for i in rest if i != opener.i]
    if lower == "where":
        return [*rest, "in", *name], scope
    if opener.dep == "dobj":
        return _after(opener.head, name, rest), scope
    if opener.dep == "pobj":
        prep = opener.head
        return [*(i for i in rest if i != prep.i), prep.text.lower(), *name], scope
    return rest, scope


def _after(verb: Token, name: Order, rest: Order) -> Order:
    """The object after its verb, or after the preposition that was left without one."""
    stranded = next((part for part in children(verb, "prep") if not part.children), None)
    name = [*([stranded.text] if stranded is not None and stranded.i not in rest else []), *name]
    places = [part.i for part in children(verb, "prt", "prep") if part.dep == "prt" or part is stranded]
    at = max((rest.index(i) for i in (verb.i, *places) if i in rest), default=len(rest) - 1)
    return [*rest[: at + 1], *name, *rest[at + 1 :]]
