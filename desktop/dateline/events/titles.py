"""A title in one line, made from the clause itself, that reads without the article."""

from dataclasses import dataclass

from dateline.events.clauses import SUBJECTS, Tense, child, children, subject, tense
from dateline.events.inflect import past
from dateline.events.lexicon import words
from dateline.events.names import Names
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Kind, Trigger

LONGEST = 120
"""Code points of a title; longer ones lose their last phrases, then their end."""
ASIDE = ("relcl", "advcl", "parataxis", "punct", "appos", "mark", "intj", "meta", "preconj")
"""Parts of a phrase that a title leaves out."""
INNER_MARKS = ("-", "–", "’", "'", "%", "$", "/")
PLACING = ("in", "at", "near", "outside", "inside", "across", "around", "along", "into")
RELATIVE = ("who", "which", "that", "whom", "where", "when", "whose")
TAILS = ("prep", "acl", "advmod", "conj", "ccomp", "npadvmod", "advcl", "agent", "xcomp", "oprd")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a title is made from: the tokens, those that say the time, the names told so far, and the head's index."""

    tokens: list[Token]
    skip: set[int]
    names: Names
    head: int


def of(trigger: Trigger, sentence: Sentence, skip: set[int], names: Names) -> str:
    """The title of an event; ``skip`` holds the indices of the time words, which the date beside it says."""
    head = trigger.token if trigger.kind is Kind.NOUN else _start(trigger, sentence.tokens)
    scope = Scope(sentence.tokens, skip, names, head.i)
    if trigger.kind is Kind.NOUN:
        joined = {i for part in children(head, sentence.tokens, "conj", "cc") for i in _below(part.i, sentence.tokens)}
        inside = _trim([i for i in _phrase(head, scope, ASIDE) if i not in joined], scope)
        text = _cut(_join(_shorten(inside, head, scope), scope))
    else:
        text = _clause(head, scope)
    text = text.strip(" ,;:–—-") or trigger.token.text
    return text[:1].upper() + text[1:]


def _start(trigger: Trigger, tokens: list[Token]) -> Token:
    """The verb whose clause is the title: the one that a completing infinitive hangs on, else the trigger."""
    head = trigger.token
    while head.dep in ("xcomp", "acomp", "oprd") and head.head != head.i and tokens[head.head].tag.startswith("VB"):
        head = tokens[head.head]
    return head


# Which tokens ---------------------------------------------------------------------------------------------------------


def _clause(head: Token, scope: Scope) -> str:
    tokens = scope.tokens
    reporting = head.lemma in words("verbs", "report")
    who = child(head, tokens, *SUBJECTS)
    opening = min(who.i if who is not None else head.i, head.i)
    inside, moved, quoted = {head.i}, [], None
    for part in (tokens[i] for i in head.children):
        if part.i in scope.skip or part.dep in ("conj", "cc", "preconj", "mark", "intj"):
            continue
        if part.dep == "ccomp" and reporting and part.i < head.i:
            quoted = part
            continue
        if part.dep in ("ccomp", "xcomp") or part.dep not in ASIDE or _while(part, tokens):
            fronted = part.i < opening and part.dep in ("prep", "advmod", "npadvmod")
            if fronted and not _is_place(part, scope):
                continue
            marked = part.dep in ("ccomp", "advcl")
            found = _phrase(part, scope, tuple(dep for dep in ASIDE if dep != "mark") if marked else ASIDE)
            if fronted:
                moved = found
            else:
                inside |= set(found)
    text = _join(_shorten(_trim(sorted(inside), scope), head, scope), scope, head)
    text = _with_subject(text, head, inside, scope)
    if reporting and who is not None and who.i > head.i:
        text = _turned(text, head, who, scope)
    if moved and len(text) < LONGEST - 25:
        where = _join(_trim(moved, scope), scope)
        text = f"{text} {where[:1].lower()}{where[1:]}"
    if quoted is not None:
        said = _join(_shorten(_trim(_phrase(quoted, scope, ()), scope), quoted, scope), scope)
        text = f"{text}: {said}"
    return _cut(_with_gap(text, head, scope))


def _turned(text: str, head: Token, who: Token, scope: Scope) -> str:
    """ "said Petra Lindh" in the usual order."""
    name = _join(_trim(_phrase(who, scope, ASIDE), scope), scope)
    inverted = f"{head.text} {name}"
    return f"{name} {head.text.lower()}{text[len(inverted) :]}" if text.lower().startswith(inverted.lower()) else text


def _while(part: Token, tokens: list[Token]) -> bool:
    """Whether a clause says in short what went on meanwhile ("while covering the clashes")."""
    mark = child(part, tokens, "mark", "advmod")
    return part.dep == "advcl" and part.tag == "VBG" and mark is not None and mark.lemma in ("while", "when", "after")


def _phrase(head: Token, scope: Scope, without: tuple[str, ...]) -> list[int]:
    """The indices under a token, the parts that a title leaves out left out."""
    tokens = scope.tokens
    inside, stack = set(), [head]
    while stack:
        here = stack.pop()
        if here.i in scope.skip:
            continue
        inside.add(here.i)
        stack.extend(tokens[i] for i in here.children if _kept(tokens[i], here, tokens, without))
    return sorted(inside)


def _kept(part: Token, here: Token, tokens: list[Token], without: tuple[str, ...]) -> bool:
    """Whether a part stays in a title's phrase: also marks inside words and lists, and a description before a name."""
    if part.dep == "punct" and (part.text in INNER_MARKS or _parts_list(part, tokens)):
        return True
    if part.dep == "appos" and here.tag.startswith("NN") and part.i < here.i:
        return True
    return part.dep not in without


def _parts_list(part: Token, tokens: list[Token]) -> bool:
    """Whether a comma parts members of a list of things."""
    head = tokens[part.head]
    return (
        part.text == ","
        and head.tag.startswith("NN")
        and part.i > head.i
        and any(tokens[i].dep == "conj" and i > part.i for i in head.children)
    )


def _is_place(part: Token, scope: Scope) -> bool:
    """Whether a phrase before the subject says where ("In Donetsk", "Elsewhere in the city")."""
    tokens = scope.tokens
    prep = part if part.dep == "prep" else child(part, tokens, "prep")
    if prep is None or prep.lemma not in PLACING or (part.dep == "advmod" and part.lemma != "elsewhere"):
        return False
    place = child(prep, tokens, "pobj")
    if place is None:
        return False
    if place.tag.startswith("NNP"):
        return scope.names.kind(place.text) in ("place", "") and place.entity in ("GPE", "LOC", "FAC", "")
    return place.lemma in words("names", "places")


def _trim(inside: list[int], scope: Scope) -> list[int]:
    """Without prepositions that lost their object, orphaned marks, and marks at the ends."""
    tokens = scope.tokens
    left = set(inside)
    changed = True
    while changed:
        lost = {i for i in left if _hangs(tokens[i], left, scope)}
        left -= lost
        changed = bool(lost)
    ordered = sorted(left)
    while ordered and tokens[ordered[-1]].dep in ("punct", "cc") and tokens[ordered[-1]].text != "%":
        ordered.pop()
    while ordered and tokens[ordered[0]].dep in ("punct", "cc", "mark") and tokens[ordered[0]].text not in ("$", "#"):
        ordered.pop(0)
    return ordered


def _hangs(token: Token, left: set[int], scope: Scope) -> bool:
    tokens = scope.tokens
    if token.dep in ("prep", "agent", "pcomp") and token.tag in ("IN", "TO") and token.children:
        return not any(i in left for i in token.children if tokens[i].dep not in ("punct", "advmod"))
    if token.dep in ("pobj", "pcomp") and token.text in ("some", "those", "that") and tokens[token.head].i in left:
        return not any(i in left for i in token.children)
    return token.dep == "case" and token.head not in left


def _shorten(parts: list[int], head: Token, scope: Scope) -> list[int]:
    """Drop whole phrases from the end until the title fits."""
    tokens = scope.tokens
    keep = list(parts)
    while sum(len(tokens[i].text) + 1 for i in keep) > LONGEST:
        last = max(keep)
        tail = tokens[last]
        best = None
        while tail.head != tail.i and tail.i != head.i and tail.i in keep:
            if tail.dep == "ccomp" and tokens[tail.head].lemma in words("verbs", "report"):
                break  # a report without what it says says nothing
            if tail.dep in TAILS and tail.i > head.i:
                best = tail
                break
            tail = tokens[tail.head]
        smaller = [] if best is None else [i for i in keep if i not in _below(best.i, tokens)]
        if len(smaller) < 3 or len(smaller) == len(keep):
            break
        keep = _trim(smaller, scope)
    return keep


def _below(index: int, tokens: list[Token]) -> set[int]:
    inside, stack = {index}, [index]
    while stack:
        for i in tokens[stack.pop()].children:
            inside.add(i)
            stack.append(i)
    return inside


# In which words -------------------------------------------------------------------------------------------------------


def _join(keep: list[int], scope: Scope, verb: Token | None = None) -> str:
    tokens = scope.tokens
    text = ""
    before = None
    for i in keep:
        word = _word(tokens[i], scope, verb)
        if not word:
            continue
        if i in scope.names.meant and word in text:
            word = tokens[i].text  # one name twice in a title reads badly
        glued = before is not None and (before == i - 1 and tokens[before].end == tokens[i].start)
        text += word if glued or not text or word in (",", "’s", "'s", "%") else " " + word
        before = i
    return text


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST + 30 else text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _word(token: Token, scope: Scope, verb: Token | None) -> str:
    tokens, names = scope.tokens, scope.names
    lower = token.text.lower()
    if token.text in ("“", "”", '"', "``", "''"):
        return ""
    if verb is not None and token.dep == "auxpass" and token.head == verb.i and lower in ("was", "were"):
        who = child(verb, tokens, *SUBJECTS)
        plain = who is not None and who.tag.startswith("N") and verb.lemma in words("prominence", "headline")
        return "" if plain and child(verb, tokens, "neg") is None else token.text
    if lower in RELATIVE and token.tag.startswith("W") and token.dep in ("pobj", "poss"):
        return ""
    if token.i in names.meant:
        return names.meant[token.i]
    if lower in ("its", "their") and token.dep == "poss":
        return _owner(token, scope) or token.text
    if lower in ("the", "this") and token.dep == "det" and names.place and _needs_name(tokens[token.head], scope):
        return "the " + names.place if tokens[token.head].lemma in words("names", "areas") else ""
    if names.place and lower in words("names", "towns") and _needs_name(token, scope):
        return names.place
    if token.tag == "NNP" and token.dep != "compound" and not any(tokens[i].dep == "compound" for i in token.children):
        return names.full(token.text)
    return token.text


def _needs_name(token: Token, scope: Scope) -> bool:
    """Whether "the city", "the region" is said of a place that only the text before names."""
    tokens = scope.tokens
    if token.lemma not in words("names", "areas") | words("names", "towns") or token.tag != "NN":
        return False
    said = child(token, tokens, "det")
    others = [i for i in token.children if tokens[i].dep not in ("det", "punct")]
    return said is not None and said.text.lower() in ("the", "this") and not others


def _owner(token: Token, scope: Scope) -> str:
    """ "its troops" in what a ministry claims are the ministry's."""
    tokens = scope.tokens
    owned = tokens[token.head]
    clause = tokens[owned.head]
    if owned.dep not in SUBJECTS or clause.dep != "ccomp" or clause.head == scope.head:
        return ""
    who = subject(tokens[clause.head], tokens)
    if who is None or not who.tag.startswith("NN") or (token.text.lower() == "its") == who.tag.endswith("S"):
        return ""
    name = _join(_trim(_phrase(who, scope, (*ASIDE, "prep", "acl", "conj", "cc")), scope), scope)
    return f"{name}’s"


def _with_subject(text: str, head: Token, inside: set[int], scope: Scope) -> str:
    """Give a clause without a subject of its own the one it shares, and a participle its past form."""
    tokens = scope.tokens
    own = child(head, tokens, *SUBJECTS)
    if own is not None and own.text.lower() not in RELATIVE:
        return text
    who = subject(head, tokens) if own is None else None
    if who is None and head.dep in ("acl", "relcl") and tokens[head.head].tag.startswith(("NN", "PRP", "CD")):
        who = tokens[head.head]
    if who is None or (who.i in inside and own is None):
        return text
    if who.text.lower() in RELATIVE and tokens[who.head].dep == "relcl":
        who = tokens[tokens[who.head].head]
    lead = _join(_trim(_phrase(who, scope, (*ASIDE, "acl", "prep") if own is None else (*ASIDE, "acl")), scope), scope)
    if own is not None:
        text = text[len(own.text) :].lstrip() if text.lower().startswith(own.text.lower()) else text
    elif head.tag == "VBG" and tense(head, tokens) is Tense.INFINITE and text.startswith(head.text):
        text = past(head.text, head.lemma) + text[len(head.text) :]
    return f"{lead} {text}"


def _with_gap(text: str, head: Token, scope: Scope) -> str:
    """ "the region, where they had seized …": they had seized … in the region."""
    tokens = scope.tokens
    if head.dep != "relcl" or not text:
        return text
    opener = next((t for t in children(head, tokens, "advmod", "dobj", "pobj") if t.text.lower() in RELATIVE), None)
    if opener is None:
        return text
    if text.lower().startswith(opener.text.lower() + " "):
        text = text[len(opener.text) :].lstrip()
    place = _join(_trim(_phrase(tokens[head.head], scope, (*ASIDE, "acl", "prep")), scope), scope)
    if opener.text.lower() == "where" and len(text) + len(place) < LONGEST:
        return f"{text} in {place}"
    return f"{text} {place}" if opener.dep == "dobj" and len(text) + len(place) < LONGEST else text
