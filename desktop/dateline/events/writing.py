"""In which words a title is written, and how it is made short."""

from collections.abc import Sequence

from dateline.events.clauses import SUBJECTS, child, subject
from dateline.events.lexicon import any_of, words
from dateline.events.names import KINDS, Names, persons
from dateline.events.parser import Token, clock
from dateline.events.phrases import ASIDE, QUOTES, RELATIVE, Scope, below, phrase, trim

LONGEST = 104
"""Code points of a title; longer ones lose their last phrases, then their end."""
TAILS = ("prep", "acl", "advmod", "conj", "ccomp", "npadvmod", "advcl", "agent")
LEAD = ("prep", "acl", "relcl", "ccomp")
"""Parts that a subject can lose."""
CHANGING = ("auxpass", "pobj", "poss", "det")
"""Places in a clause at which a word may be written otherwise than it stands."""
OPENING = (*QUOTES, "—", "–", ":", "|")
"""After these a word has a capital as at the head of a sentence."""


def shorten(parts: list[int], scope: Scope, limit: int = LONGEST) -> list[int]:
    """Drop whole phrases until the title fits; the trigger and what it completes stay.

    The last phrase goes first, but where most of a title is its subject ("the number of people known to have … rose to
    nine") the last one of that.
    """
    tokens = scope.tokens
    keep = list(parts)
    if not keep or tokens[keep[-1]].end - tokens[keep[0]].start <= limit - 15 or len(join(keep, scope)) <= limit:
        return keep  # full names make some titles longer than their words
    who = child(tokens[scope.head], tokens, *SUBJECTS)
    under = set() if who is None else below(who.i, tokens)
    while len(join(keep, scope)) > limit:
        best = _droppable(max(keep), keep, scope)
        lead = [i for i in keep if i in under]
        rest = [i for i in keep if i >= scope.head]
        if who is not None and lead and scope.trigger in rest and len(join(rest, scope)) < limit // 2:
            best = _droppable(max(lead), lead, scope, who) or best
        gone = set() if best is None else below(best.i, tokens)
        smaller = [i for i in keep if i not in gone]
        if scope.trigger in gone or len(smaller) < 3 or len(smaller) == len(keep):
            break
        smaller = trim(smaller, scope)
        if len(smaller) >= len(keep):
            break  # a word of a hyphened one brings the others back
        keep = smaller
    return keep


def _droppable(last: int, keep: list[int], scope: Scope, under: Token | None = None) -> Token | None:
    """The phrase that ends with a word and can go, of what follows the verb or stands under a word."""
    tokens = scope.tokens
    tail = tokens[last]
    top = scope.head if under is None else under.i
    while tail.head != tail.i and tail.i != top and tail.i in keep:
        above = tokens[tail.head]
        if tail.dep == "ccomp" and above.lemma in words("verbs", "report"):
            return None  # a report without what it says says nothing
        if tail.dep == "acl" and tail.tag == "VB" and above.lemma in words("nouns", "plan"):
            return None  # nor does a plan without what is planned
        if (
            tail.dep in (TAILS if under is None else LEAD)
            and tail.i > top
            and tail.text not in ("longer", "never", "only", "no", "yet")
        ):
            return tail
        tail = above
    return None


def join(order: Sequence[int | str], scope: Scope, verb: Token | None = None) -> str:
    """The words of a title in this order; marks of quotation where a whole quotation stands in it."""
    tokens = scope.tokens
    here = {i for i in order if isinstance(i, int)}
    whole = [(first, last) for first, last in scope.quoted if first in here and last in here]
    opens, closes = {first for first, _ in whole}, {last for _, last in whole}
    text = ""
    before = -9
    for i in order:
        if isinstance(i, str):
            text += i if not text or i.startswith(("’s", ",")) else " " + i
            before = -9
            continue
        key = (i, verb is None)
        word = scope.written.get(key)
        if word is None:
            word = scope.written[key] = _word(tokens[i], scope, verb)
        if not word:
            before = i if before == i - 1 else before
            continue
        if i in scope.names.meant and word in text:
            word = tokens[i].text  # one name twice in a title reads badly
        glued = before == i - 1 and tokens[before].end == tokens[i].start
        if before == i - 2 and tokens[i - 1].text in (",", ":") and before not in scope.promoted:
            text += tokens[i - 1].text
        word = ("“" if i in opens else "") + word + ("”" if i in closes else "")
        text += word if (glued and i not in opens) or not text or word in (",", "’s", "'s", "%") else " " + word
        before = i
    return text


def _word(token: Token, scope: Scope, verb: Token | None) -> str:
    tokens, names = scope.tokens, scope.names
    lower = token.text.lower()
    if token.i in scope.instead:
        return scope.instead[token.i]
    ordinary = token.text.islower() and token.dep not in CHANGING and not token.tag.startswith("NNP")
    if ordinary and token.i not in names.meant and lower not in words("names", "towns"):
        return token.text  # most words
    if token.text in QUOTES:
        return ""
    if scope.quoted and any(first <= token.i <= last for first, last in scope.quoted):
        return token.text
    if verb is not None and token.dep == "auxpass" and token.head == verb.i and lower in ("was", "were"):
        return "" if headline(verb, tokens) else token.text
    if lower in RELATIVE and token.tag.startswith("W") and token.dep in ("pobj", "poss"):
        return ""
    if token.i in names.meant:
        return names.meant[token.i]
    if lower in ("its", "their") and token.dep == "poss":
        return _owner(token, scope) or plain(token, tokens)
    if lower in ("the", "this") and token.dep == "det" and names.place and _needs_name(tokens[token.head], scope):
        return "the " + names.place if tokens[token.head].lemma in words("names", "areas") else ""
    if names.place and lower in words("names", "towns") and _needs_name(token, scope):
        return names.place
    if _is_name(token, names) and token.dep != "compound":
        before = [tokens[i].text for i in token.children if tokens[i].dep == "compound"]
        if not before or all(word.lower().rstrip(".") in words("names", "titles") for word in before):
            return names.full(token.text)
    if token.dep == "compound" and lower.rstrip(".") in words("names", "address"):
        return "" if names.full(tokens[token.head].text) != tokens[token.head].text else token.text
    return token.text if lower not in ("a", "the") and _is_name(token, names) else plain(token, tokens)


def _is_name(token: Token, names: Names) -> bool:
    """Whether a word is a name, also where the tagger missed it at the head of a sentence."""
    return token.tag == "NNP" or (token.tag == "NN" and token.text[:1].isupper() and token.text in names.forms)


def plain(token: Token, tokens: list[Token]) -> str:
    """The word as it is written within a sentence: only names keep the capital of the first word."""
    first = token.i == 0 or tokens[token.i - 1].text in OPENING or (token.i == 1 and clock(tokens[0].text))
    name = token.tag.startswith("NNP") or token.entity in KINDS
    common = token.text in ("A", "The") or (not name and token.text != "I" and token.text[1:].islower())
    return token.text[:1].lower() + token.text[1:] if first and common else token.text


def headline(verb: Token, tokens: list[Token]) -> bool:
    """Whether a passive may go without "was": what it tells cannot be taken for what its subject did."""
    who = child(verb, tokens, *SUBJECTS)
    named = who is not None and who.tag.startswith("N") and who.lemma not in ("nobody", "nothing", "none")
    return named and verb.lemma in words("prominence", "headline") and child(verb, tokens, "neg") is None


def _needs_name(token: Token, scope: Scope) -> bool:
    """Whether "the city", "the region" is said of a place that only the text before names."""
    tokens = scope.tokens
    if token.lemma not in any_of(("names", "areas"), ("names", "towns")) or token.tag != "NN":
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
    if who.lemma in persons() or scope.names.kind(who.text) == "person":
        return ""  # "its troops" are not a spokesman's
    return owner(who, scope)


def owner(who: Token, scope: Scope) -> str:
    """A noun's phrase as the owner of something: "the ministry’s"."""
    name = join(trim(phrase(who, scope, (*ASIDE, "prep", "acl", "conj", "cc")), scope), scope)
    return f"{name}’s"


def cut(text: str) -> str:
    """A title that is still too long, without its end: whole words, none of which wants another behind it."""
    if len(text) <= LONGEST + 6:
        return text
    parts = text[:LONGEST].rsplit(" ", 1)[0].split()
    commas = [place for place, word in enumerate(parts) if word.endswith((",", ";")) and place > len(parts) // 2]
    if commas:
        parts = parts[: commas[-1] + 1]
    while len(parts) > 3 and parts[-1].lower().strip(",;:“”") in words("prominence", "dangling"):
        parts.pop()
    text = " ".join(parts).rstrip(",;:–—- ")
    return text + "”" if text.count("“") > text.count("”") else text
