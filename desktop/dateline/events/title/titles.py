"""A title in one line, made from the clause itself, that reads without the article."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.core.model import Certainty
from dateline.events.find.certainty import content
from dateline.events.find.triggers import Kind, Trigger
from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS, Tense, below, chain, child, children, is_question, negated, tense
from dateline.events.syntax.parser import Sentence, Token, clock
from dateline.events.title.ellipsis import is_relative, plain_order
from dateline.events.title.phrases import (
    AFTERTHOUGHTS,
    ASIDE,
    Scope,
    Spans,
    afterthought,
    asked,
    for_one_to,
    holds,
    phrase,
    trim,
)
from dateline.events.title.surface import LONGEST, cut, join, shorten
from dateline.events.who.names import Names

ACRONYM = 4
"""Letters up to which a word in capitals may be an acronym."""
PLACING = ("in", "at", "near", "outside", "inside", "across", "around", "along", "into")
DURING = ("before", "after", "by", "in", "while", "since", "on")
"""Prepositions after which a verb's subject does what the -ing form says."""
APART = ("before", "after", "since", "until", "till", "by", "during", "following", "at", "despite")
"""Prepositions whose object is another event than the clause's own."""


def of(trigger: Trigger, sentence: Sentence, skip: set[int], spans: Spans, names: Names, certainty: Certainty) -> str:
    """The title of an event.

    ``skip`` holds the indices of the time words, which the date beside it says; ``spans`` the first and last index of
    each quotation.
    """
    tokens = sentence.tokens
    verb = _verb_of(trigger, skip) if trigger.kind is Kind.NOUN else _start(trigger.token)
    head = verb if verb is not None else trigger.token
    quoted = tuple(pair for pair in spans if not pair[0] <= head.i <= pair[1]) if spans else ()
    named = {tokens[i].head for i in skip if _in_a_name(tokens[i])}
    skip = skip - {part.i for name in named for part in children(name, "compound", "det")}
    silent = {i for i in skip if not any(first <= i <= last for first, last in quoted)}
    if head.lemma in words("complements", "time") and child(head, "prt", "auxpass") is None:
        silent -= _told_by_time(head, silent)
    if trigger.token.i in silent:
        silent -= {i for i in below(trigger.token) if i or not clock(tokens[i].text)}
    owners = [i for i in silent if tokens[i].dep == "poss" and tokens[i + 1].tag == "POS"]
    if owners:
        silent = silent.difference(owners).union(i + 1 for i in owners)  # "Friday's poll" is the poll
    scope = Scope(
        tokens,
        silent,
        names,
        head.i,
        trigger.token.i,
        quoted,
        instead={i: "" if tokens[i].head.tag == "NNP" else "the" for i in owners},
    )

    def told(fuller: dict[int, str]) -> str:
        return _text(trigger, head, verb is not None, replace(scope, fuller=fuller))

    text = _fuller(_text(trigger, head, verb is not None, scope), told, scope)
    text = text.replace(",,", ",").strip(" ,;:–—-") or trigger.token.text
    if text.endswith(".") and text[-3:-2].isdigit():
        text = text[:-1]  # "£70m." is one token
    if is_question(sentence) and head.dep in ("ROOT", "ccomp", "conj"):
        text += "?"
    if certainty is Certainty.DENIED and head.lemma not in words("verbs", "deny"):
        text = f"Denied: {text}"
    if plainly := _opening_capitals(tokens):
        text = " ".join(plainly.get(word, word) for word in text.split(" "))
    return text[:1].upper() + text[1:]


def _opening_capitals(tokens: Sequence[Token]) -> dict[str, str]:
    """The words in capitals with which a paragraph opens for show, as they are else written: "A BOOKKEEPER"."""
    run = list(takewhile(lambda token: token.text.isupper() and token.text.isalpha(), tokens))
    if len(run) == len(tokens) or not any(len(token.text) > ACRONYM for token in run):
        return {}
    name = all(token.tag.startswith("NNP") for token in run)
    shown = [t for t in run if len(t.text) > ACRONYM or (t.entity != "ORG" if name else t.tag[:2] != "NN")]
    return {t.text: t.text.capitalize() if name else t.text.lower() for t in shown}


def _told_by_time(verb: Token, silent: set[int]) -> set[int]:
    """The words of the time without which a verb says nothing ("took until May", "lasted nine days")."""
    parts = [
        part for part in verb.children if part.dep in ("dobj", "attr", "oprd", "prep", "npadvmod", "ccomp", "xcomp")
    ]
    return set().union(*map(below, parts)) if parts and all(silent & below(part) for part in parts) else set()


def stands(title: str, trigger: Token | None = None) -> bool:
    """Whether a title stands by itself: "Was ended" and "Led a force" have lost who it was, "That led to it" what."""
    first = title.partition(" ")[0].lower()
    opens = trigger is not None and trigger.tag == "VBD" and first == trigger.text.lower()
    if trigger is not None and first in ("that", "this"):
        opens = any(part.text.lower() == first for verb in chain(trigger) for part in children(verb, *SUBJECTS))
    return title.endswith("?") or not (opens or first in words("verbs", "auxiliaries"))


def _text(trigger: Trigger, head: Token, clause: bool, scope: Scope) -> str:
    text = _clause(head, scope) if clause else _noun(head, scope)
    if len(text) > LONGEST and trigger.token.dep == "advcl":
        text = _clause(trigger.token, replace(scope, head=trigger.token.i))
    return text


def _fuller(text: str, told: Callable[[dict[int, str]], str], scope: Scope) -> str:
    """A title with fuller descriptions for "the boat" and "the plan", as many as leave all its own words standing."""
    tokens = scope.tokens
    own = text.lower().split()
    fitting = {i: more for i, more in scope.names.fuller.items() if not _again(more, tokens[i].text, own)}
    while fitting:
        longer = told(fitting)
        replaced = {"the", "this", "these", *(tokens[i].text for i in fitting)}
        lost = Counter(own) - Counter(longer.lower().split())
        if len(longer) <= LONGEST and replaced.issuperset(lost):
            return longer
        fitting.popitem()
    return text


def _in_a_name(token: Token) -> bool:
    """Whether a word of a time is a part of a name: "the Millennium Stadium", but not "the Monday Derby"."""
    head = token.head
    named = token.dep == "compound" and token.tag == "NNP" and head.tag == "NNP" and head.i == token.i + 1
    return named and head.entity not in ("DATE", "TIME") and token.text.lower() in words("names", "ages")


def _again(more: str, noun: str, title: Sequence[str]) -> bool:
    """Whether a description repeats words that the title has already."""
    return any(word in title for word in more.lower().split() if len(word) > 3 and word != noun)


def _noun(head: Token, scope: Scope) -> str:
    joined = {i for part in children(head, "conj", "cc") for i in below(part)}
    inside = trim([i for i in phrase(head, scope) if i not in joined], scope)
    return cut(join(shorten(inside, scope), scope))


def _verb_of(trigger: Trigger, skip: set[int]) -> Token | None:
    """The verb whose clause tells of an event noun: where the clause denies it, or the noun alone says too little."""
    tokens = trigger.token.sentence
    noun, verb = trigger.token, trigger.clause
    prep = noun.head if noun.dep == "pobj" else None
    direct = noun.dep in (*SUBJECTS, "dobj") and noun.head is verb
    if prep is not None:
        direct = prep.head is verb and prep.lemma not in APART
    if not direct or not verb.tag.startswith("VB") or verb.dep in ("amod", "compound"):
        return None
    under = below(noun)
    if negated(verb) or verb.lemma in words("verbs", "negate"):
        return _start(verb)
    if noun.dep in SUBJECTS and skip and skip <= under and tense(verb) in (Tense.PAST, Tense.PERFECT):
        return _start(verb)  # what came of it, where nothing else has a time
    said = [i for i in under - skip if tokens[i].dep not in ("det", "punct", "poss", "case", "prep", "relcl")]
    return _start(verb) if len(said) < 2 and not under & skip else None


def _start(head: Token) -> Token:
    """The verb whose clause is the title: the one that an infinitive or a remark completes, else the verb itself."""
    while head.head is not head:
        above = head.head
        if head.dep in ("acl", "relcl") and head.tag == "VB" and above.dep == "attr" and above.head.lemma == "be":
            head = above.head  # "is the second minister to leave"
            continue
        if head.dep == "advcl" and head.i > above.i and above.tag.startswith("VB") and _completes(head, above):
            head = above
            continue
        if head.dep in ("xcomp", "acomp", "oprd") and (above.tag.startswith("VB") or above.dep == "acomp"):
            head = above
        elif head.dep == "conj" and child(head, *SUBJECTS) is None and _nor(above):
            head = above  # "neither confirmed nor denied"
        elif head.dep == "advcl" and head.tag == "VBN" and child(head, "mark", "advmod", *SUBJECTS) is not None:
            if child(head, *SUBJECTS) is not None or child(head, "aux", "auxpass") is not None:
                break
            head = above  # "as expected"
        elif head.dep == "pcomp" and above.lemma not in DURING and (verb := _ruling(above)) is not None:
            head = verb  # "without giving a reason"
        elif head.dep == "advcl" and for_one_to(head, above):
            head = above
        else:
            break
    return head


def _ruling(prep: Token) -> Token | None:
    """The verb that a preposition goes with, also over its object ("accused the mayor of …")."""
    above = prep.head
    if above.dep == "dobj" and above.head.lemma in words("verbs", "accuse"):
        above = above.head
    return above if above.tag.startswith("VB") else None


def _completes(part: Token, above: Token) -> bool:
    """Whether a clause says what for, or what was ruled out ("left to work at sea", "ruled out striking")."""
    if child(part, *SUBJECTS) is not None:
        return False
    if part.tag == "VB":
        return any(helper.text.lower() == "to" for helper in children(part, "aux"))
    bare = child(part, "mark", "advmod", "aux", "auxpass") is None
    after = child(above, "prt")
    return part.tag == "VBG" and bare and after is not None and after.i == part.i - 1


def _nor(verb: Token) -> bool:
    return any(part.text.lower() in ("nor", "neither") for part in children(verb, "cc", "preconj", "neg"))


def _shares_object(verb: Token) -> bool:
    """Whether a verb has its object behind the one that it is joined to: "destroyed and jammed 549 drones"."""
    joined = child(verb, "conj")
    if joined is None or joined.i != verb.i + 2 or not joined.tag.startswith("VB"):
        return False
    alone = child(verb, "dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "oprd", "prt", "agent") is None
    return alone and child(joined, "dobj") is not None


# The words of the clause ----------------------------------------------------------------------------------------------


def _clause(head: Token, scope: Scope) -> str:
    subjects = children(head, *SUBJECTS)
    who = next((part for part in subjects if part.i not in scope.skip), next(iter(subjects), None))
    if who is not None and who.i in scope.skip:
        scope = replace(scope, skip=scope.skip - below(who))  # "Saturday brought a march"
    inside, moved, said = _parts(head, who, scope)
    kept = shorten(trim(inside, scope), scope, LONGEST // 2 if said else LONGEST)
    order, scope = plain_order(head, kept, who, scope)
    text = join(order, scope, head)
    where = join(trim(moved, scope), scope)
    if where and len(text) + len(where) < LONGEST:
        text = f"{text} {where}"
    if said:
        text = f"{text}: {join(shorten(trim(said, scope), scope, max(40, LONGEST - len(text))), scope)}"
    return cut(text)


def _parts(head: Token, who: Token | None, scope: Scope) -> tuple[set[int], list[int], list[int]]:
    """The indices of the clause's words, of a place before its subject, and of what it says."""
    tokens = scope.tokens
    reporting = head.lemma in any_of(("verbs", "report"), ("verbs", "verdict"))
    opening = min(who.i if who is not None else head.i, head.i)
    over = False
    inverted = who is not None and who.i > head.i and not reporting
    inside: set[int] = {head.i}
    moved: list[int] = []
    said: list[int] = []
    for part in (part for part in head.children):
        if part.i in scope.skip or not _belongs(part, head, scope):
            continue
        if part.dep == "ccomp" and part.i < head.i:
            if reporting and content(part, head):
                said = phrase(part, scope, ("relcl", "parataxis", "punct", "appos", "intj"))
            continue
        fronted = part.i < opening and part.dep in ("prep", "advmod", "npadvmod")
        relative = head.dep == "relcl" and is_relative(part.i + 1 if part.dep == "prep" else part.i, tokens)
        if fronted and not relative and not _is_place(part, scope) and not (inverted and part.dep == "prep"):
            continue
        if part.dep in AFTERTHOUGHTS and head.lemma not in words("verbs", "report"):
            aside = afterthought(part, head)
            over = over or aside
            if aside or (over and (part.dep != "ccomp" or child(part, "mark") is None)):
                continue
        found = phrase(part, scope)
        if fronted and not inverted and not relative:
            moved = found
        else:
            inside |= set(found)
    return inside, moved, said


def _belongs(part: Token, head: Token, scope: Scope) -> bool:
    """Whether a part of a clause belongs in its title."""
    if part.dep in ("conj", "cc", "preconj"):
        return (_nor(head) and child(head, "conj") is not None) or _shares_object(head)
    if part.dep == "mark":
        return part.lemma in words("conditions", "markers")
    if part.dep == "intj":
        return part.lemma in ("no", "yes") and part.i > head.i
    if part.dep == "advmod" and part.lemma in words("adverbs", "linking"):
        return False
    if part.dep == "advcl":
        return _while(part) or asked(part, head) or _needed(part, head, scope)
    if part.tag[:2] in ("NN", "CD", "JJ") and part.i > head.i and part.dep not in SUBJECTS and part.dep != "pobj":
        return part.dep not in ASIDE and not afterthought(part, head)
    return part.dep not in ASIDE


def _needed(part: Token, head: Token, scope: Scope) -> bool:
    """Whether a clause is the event of the title, or what its verb lacks without it."""
    if for_one_to(part, head):
        return True
    if not _completes(part, head):
        return False
    vows = head.lemma in words("verbs", "plan") and child(head, "dobj", "ccomp", "xcomp") is None
    return part.tag == "VBG" or vows or holds(part, scope) or _alone(head, scope)


def _alone(verb: Token, scope: Scope) -> bool:
    """Whether a verb has nothing else that says what was done ("were working on Thursday to plug the leak")."""
    if child(verb, "dobj", "ccomp", "xcomp", "acomp", "attr", "oprd", "dative", "auxpass", "prt") is not None:
        return False
    return all(scope.skip.intersection(below(part)) for part in children(verb, "prep"))


def _while(part: Token) -> bool:
    """Whether a clause says in short what went on meanwhile ("while covering the clashes")."""
    mark = child(part, "mark", "advmod")
    return part.tag == "VBG" and mark is not None and mark.lemma in ("while", "when", "after")


def _is_place(part: Token, scope: Scope) -> bool:
    """Whether a phrase before the subject says where ("In Donetsk", "Elsewhere in the city")."""
    prep = part if part.dep == "prep" else child(part, "prep")
    if prep is None or prep.lemma not in PLACING or (part.dep == "advmod" and part.lemma != "elsewhere"):
        return False
    place = child(prep, "pobj")
    if place is None:
        return False
    if place.tag.startswith("NNP"):
        return scope.names.kind(place.text) in ("place", "") and place.entity in ("GPE", "LOC", "FAC", "")
    return place.lemma in words("names", "places")
