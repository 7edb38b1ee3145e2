"""A title in one line, made from the clause itself, that reads without the article."""

from dateline.events.clauses import SUBJECTS, Tense, child, subject, tense
from dateline.events.inflect import past
from dateline.events.lexicon import words
from dateline.events.names import Names
from dateline.events.parser import Sentence, Token
from dateline.events.triggers import Kind, Trigger

LONGEST = 110
"""Code points of a title; longer ones lose their last phrases, then their end."""
CLAUSES = (
    "relcl",
    "advcl",
    "parataxis",
    "ccomp",
    "csubj",
    "mark",
    "cc",
    "preconj",
    "punct",
    "intj",
    "discourse",
    "meta",
)
PRONOUNS = {"he", "she", "him", "her"}


def of(trigger: Trigger, sentence: Sentence, skip: set[int], names: Names) -> str:
    """The title of an event; ``skip`` holds the indices of the time words, which the date beside it says."""
    tokens = sentence.tokens
    head = _start(trigger, tokens)
    parts = _noun(head, tokens, skip) if trigger.kind is Kind.NOUN else _verb(head, tokens, skip)
    keep = _shorten(parts, head, tokens, sentence)
    text = _join(keep, tokens, names, head if trigger.kind is not Kind.NOUN else None)
    if trigger.kind is not Kind.NOUN:
        text = _with_subject(text, head, keep, tokens, names)
    return text[:1].upper() + text[1:]


def _start(trigger: Trigger, tokens: list[Token]) -> Token:
    """The token whose phrase is the title: the verb that a completing infinitive hangs on, else the trigger."""
    head = trigger.token
    while head.dep in ("xcomp", "acomp", "oprd") and head.head != head.i and tokens[head.head].tag.startswith("VB"):
        head = tokens[head.head]
    return head


def _noun(head: Token, tokens: list[Token], skip: set[int]) -> list[int]:
    inside = _gather(head, tokens, skip, ("relcl", "appos", "conj", "cc", "punct", "mark", "advcl"))
    return _bare(inside, tokens, skip)


def _verb(head: Token, tokens: list[Token], skip: set[int]) -> list[int]:
    keep_content = head.lemma in words("verbs", "report") or head.lemma in words("verbs", "plan")
    inside = {head.i}
    for i in head.children:
        part = tokens[i]
        if part.dep == "conj" or (part.dep in CLAUSES and not (part.dep == "ccomp" and keep_content and i > head.i)):
            continue
        if part.dep == "advmod" and part.i < head.i and part.lemma in words("adverbs", "linking"):
            continue
        if part.i in skip:
            continue
        inside |= set(_gather(part, tokens, skip, ("relcl", "advcl", "punct", "parataxis", "appos", "mark")))
    return _bare(sorted(inside), tokens, skip)


def _gather(head: Token, tokens: list[Token], skip: set[int], without: tuple[str, ...]) -> list[int]:
    inside = set()
    stack = [head]
    while stack:
        here = stack.pop()
        if here.i in skip:
            continue
        inside.add(here.i)
        for i in here.children:
            part = tokens[i]
            if part.dep in without and not (part.dep == "punct" and part.text in ("-", "–", "’", "'", "%", "$")):
                if not (part.dep == "mark" and here.dep == "ccomp") and not (
                    part.dep == "punct" and _within_list(part, tokens)
                ):
                    continue
            stack.append(part)
    return sorted(inside)


def _within_list(part: Token, tokens: list[Token]) -> bool:
    """Whether a comma parts members of a list."""
    head = tokens[part.head]
    return part.text == "," and any(tokens[i].dep == "conj" and i > part.i for i in head.children) and part.i > head.i


def _bare(inside: list[int], tokens: list[Token], skip: set[int]) -> list[int]:
    """Without prepositions whose object was a time, and without stray marks at the ends."""
    left = set(inside)
    for i in inside:
        token = tokens[i]
        if token.dep in ("prep", "mark", "pcomp") and token.children and any(c in skip for c in token.children):
            if not any(c in left for c in token.children if tokens[c].dep in ("pobj", "pcomp")):
                left.discard(i)
        if token.dep == "case" and token.head not in left:
            left.discard(i)
        if token.head in skip and token.i != token.head:
            left.discard(i)
    ordered = sorted(left)
    while ordered and (tokens[ordered[-1]].dep in ("punct", "cc") and tokens[ordered[-1]].text not in ("%",)):
        ordered.pop()
    while ordered and (tokens[ordered[0]].dep in ("punct", "cc") and tokens[ordered[0]].text not in ("$", "#")):
        ordered.pop(0)
    return ordered


def _shorten(parts: list[int], head: Token, tokens: list[Token], sentence: Sentence) -> list[int]:
    """Drop whole phrases from the end until the title fits."""
    keep = list(parts)
    while sum(len(tokens[i].text) + 1 for i in keep) > LONGEST:
        tails = [
            i for i in keep if i > head.i and tokens[i].dep in ("prep", "acl", "advmod", "conj", "ccomp", "npadvmod")
        ]
        last = next((i for i in reversed(tails) if tokens[i].head in keep), None)
        if last is None:
            break
        below = _below(last, tokens)
        smaller = [i for i in keep if i not in below]
        if len(smaller) == len(keep) or len(smaller) < 3:
            break
        keep = _bare(smaller, tokens, set())
    return keep


def _below(index: int, tokens: list[Token]) -> set[int]:
    inside = {index}
    stack = [index]
    while stack:
        for i in tokens[stack.pop()].children:
            inside.add(i)
            stack.append(i)
    return inside


def _join(keep: list[int], tokens: list[Token], names: Names, verb: Token | None) -> str:
    text = ""
    before = None
    for i in keep:
        token = tokens[i]
        word = _word(token, tokens, names, verb)
        if not word:
            continue
        glued = before is not None and before == i - 1 and tokens[before].end == token.start
        text += word if glued or not text else " " + word
        before = i
    text = text.replace(" ,", ",").replace(" ’s", "’s").replace(" 's", "'s").replace(" )", ")").replace("( ", "(")
    if len(text) > LONGEST + 10:
        text = text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return text


def _word(token: Token, tokens: list[Token], names: Names, verb: Token | None) -> str:
    if verb is not None and token.dep == "auxpass" and token.head == verb.i and token.text in ("was", "were"):
        return ""
    if token.tag == "NNP" and token.dep != "compound" and not any(tokens[i].dep == "compound" for i in token.children):
        return names.full(token.text)
    if token.text in ("He", "She") or (token.text in ("he", "she") and token.dep in SUBJECTS):
        return names.person or token.text
    return token.text


def _with_subject(text: str, head: Token, keep: list[int], tokens: list[Token], names: Names) -> str:
    """Give a clause without a subject of its own the one it shares, and a participle its past form."""
    if child(head, tokens, *SUBJECTS) is not None:
        return text
    who = subject(head, tokens)
    if who is None and head.dep in ("acl", "relcl") and head.head != head.i:
        who = tokens[head.head]
    if who is None or who.i in keep:
        return text
    low = _gather(who, tokens, set(), ("relcl", "appos", "acl", "punct", "prep", "advcl"))
    lead = _join(low, tokens, names, None)
    if head.tag == "VBG" and tense(head, tokens) is Tense.INFINITE and text.startswith(head.text):
        text = past(head.text, head.lemma) + text[len(head.text) :]
    return f"{lead} {text}"
