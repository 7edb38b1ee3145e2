"""Which words of a phrase a title keeps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.events.lexicon import table, words
from dateline.events.syntax.clauses import SUBJECTS, below, better_name, chain, child, children
from dateline.events.syntax.parser import Token
from dateline.events.who.attribution import CLOSE, OPEN
from dateline.events.who.names import Names

Spans = tuple[tuple[int, int], ...]
"""First and last token of some runs of tokens."""
ASIDE = ("relcl", "advcl", "parataxis", "punct", "appos", "intj", "meta")
"""Parts of a phrase that a title leaves out."""
AFTERTHOUGHTS = ("prep", "npadvmod", "advmod", "acl", "amod", "oprd", "nmod", "dep", "ccomp")
"""Parts that a title leaves out where a comma parts them from what they belong to."""
QUOTES = (*OPEN, *CLOSE, '"', "--")
INNER_MARKS = ("-", "–", "—", "’", "'", "%", "$", "/")
RELATIVE = ("who", "which", "that", "whom", "where", "when", "whose")
WHICH = 12
"""Tokens at most of a clause that says which one is meant."""
SHARES = ("some", "those", "that", "others", "much", "most", "part", "half", "all")
"""Words that say nothing without the "of" behind them."""
LOOSE = frozenset(("prep", "prt", "agent", "pcomp", "conj", "acl", "case", "advmod", "quantmod", "appos"))
"""Parts that may lose what they stand with."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a title is made from: the tokens, those that say the time, the names told so far, the verb, the trigger."""

    tokens: list[Token]
    skip: set[int]
    names: Names
    head: int
    trigger: int
    quoted: Spans = ()
    """First and last token of each quotation, without its marks."""
    promoted: set[int] = field(default_factory=set)
    """Last tokens of appositions that stand for their noun: no comma follows them."""
    instead: dict[int, str] = field(default_factory=dict)
    """What is written for some tokens: the owner for "whose"."""
    fuller: dict[int, str] = field(default_factory=dict)
    """What is written for nouns that say only "the boat"."""
    written: dict[tuple[int, bool], str] = field(default_factory=dict, init=False)
    """The words written so far, by token and whether under the clause's own verb; a changed scope starts anew."""


def quotations(tokens: Sequence[Token]) -> Spans:
    """The quotations that open and close within a sentence, by their first and last token."""
    found: list[tuple[int, int]] = []
    begin = None
    for token in tokens:
        if token.text[0].isalnum():
            continue
        if token.text in OPEN or (token.text == '"' and begin is None):
            begin = token.i + 1
        elif (token.text in CLOSE or token.text == '"') and begin is not None:
            last = token.i - 1
            while last > begin and tokens[last].text in (",", ".", "!"):
                last -= 1
            if last >= begin:
                found.append((begin, last))
            begin = None
    return tuple(found)


# Which tokens ---------------------------------------------------------------------------------------------------------


def phrase(head: Token, scope: Scope, without: tuple[str, ...] = ASIDE) -> list[int]:
    """The indices under a token, the parts that a title leaves out left out."""
    inside, stack = set(), [head]
    while stack:
        here = stack.pop()
        if here.i in scope.skip:
            continue
        name = better_name(here) if here.apposed and here.i != scope.trigger else None
        if name is not None:
            stack.append(name)
            scope.promoted.add(_edges(name)[1])
            continue
        inside.add(here.i)
        if here.i in scope.names.meant:
            inside |= {part.i for part in here.children if part.dep == "case"}
            continue  # a name stands for all of it
        for part in here.children:
            if part.dep == "acl" and "acl" not in without and _only_dated(part, scope):
                inside |= below(part)  # "launched in January" is nothing without the time
            elif _kept(part, here, scope, without):
                stack.append(part)
                inside |= commas(part) if part.dep == "appos" else set()
    return sorted(inside)


def _kept(part: Token, here: Token, scope: Scope, without: tuple[str, ...]) -> bool:
    """Whether a part stays in a title's phrase."""
    tokens = scope.tokens
    if part.i and tokens[part.i - 1].text == "(":
        return False
    if part.dep == "punct":
        return (part.text in INNER_MARKS and _glued(part)) or _parts_list(part)
    if part.dep == "appos":
        return names_it(part, here)
    if part.dep in ("conj", "cc") and (_said_besides(here) or _clause_besides(here)):
        return False
    if part.dep == "advmod" and part.lemma in ("even", "also", "too") and here.tag.startswith(("NN", "PRP")):
        return False
    if part.dep == "relcl" and "acl" not in without:
        to = child(part, "aux")
        who = child(part, *SUBJECTS)
        if who is not None and _tells_which(part, here, who):
            return True
        if who is None:
            return to is not None and to.text.lower() == "to"  # "a day to remember"
        return here.lemma in words("complements", "clause") and who.tag[0] != "W"  # "the fact he had gone"
    if part.dep in without:
        return part.dep == "advcl" and (holds(part, scope) or for_one_to(part, here) or asked(part, here))
    quoted = any(first <= part.i <= last for first, last in scope.quoted)
    return quoted or part.dep not in AFTERTHOUGHTS or not afterthought(part, here)


def _tells_which(part: Token, here: Token, who: Token) -> bool:
    """Whether a clause says which is meant of a subject that says nothing else: "a bill that would ban old ships"."""
    tokens = part.sentence
    one = child(here, "det")
    if here.dep not in SUBJECTS or one is None or one.lemma not in ("a", "an") or who.text.lower() not in RELATIVE:
        return False
    bare = not any(each.dep in ("amod", "compound", "prep", "acl", "poss", "appos") for each in here.children)
    inside = below(part)
    return bare and tokens[min(inside) - 1] is here and len(inside) <= WHICH


def _said_besides(verb: Token) -> bool:
    """Whether a verb is joined to a "that" clause without being one: somebody above says both ("he had told them to
    stop and that it had not helped").
    """
    joined = child(verb, "conj")
    mark = child(joined, "mark") if joined is not None else None
    return mark is not None and mark.text.lower() == "that" and child(verb, "mark") is None


def _clause_besides(noun: Token) -> bool:
    """Whether a noun is joined to a clause that only says more of it ("a chemist, and who later warned of it")."""
    joined = child(noun, "conj")
    who = child(joined, *SUBJECTS) if joined is not None else None
    return noun.tag.startswith("NN") and who is not None and who.text.lower() in RELATIVE


def _glued(mark: Token) -> bool:
    """Whether no blanks stand around a mark, as they do around a dash."""
    tokens = mark.sentence
    before = mark.i > 0 and tokens[mark.i - 1].end == mark.start
    return before or (mark.i + 1 < len(tokens) and mark.end == tokens[mark.i + 1].start)


def holds(part: Token, scope: Scope) -> bool:
    """Whether the event of the title stands in a part of the sentence, but is not what a title leaves out anyway."""
    return part.tag in ("VB", "VBG") and scope.trigger != scope.head and scope.trigger in below(part)


def for_one_to(part: Token, here: Token) -> bool:
    """Whether a clause is what a verb of wishing needs: "called for the mayor to resign"."""
    mark, who = child(part, "mark"), child(part, *SUBJECTS)
    infinitive = part.tag == "VB" or any(helper.text == "to" for helper in children(part, "aux"))
    wish = mark is not None and mark.lemma == "for" and who is not None and infinitive and part.i > here.i
    return wish and child(here, "dobj", "ccomp") is None and not afterthought(part, here)


def asked(part: Token, here: Token) -> bool:
    """Whether a clause is what somebody asks or wonders ("asked when the smoke would stop")."""
    mark = child(part, "mark", "advmod")
    asks = here.lemma in ("ask", "wonder", "question", "inquire", "enquire") and part.i > here.i
    return asks and mark is not None and mark.lemma in ("when", "where", "why", "how", "whether", "if")


def needed(part: Token) -> bool:
    """Whether a word says little without a phrase that hangs on it or on a verb's object ("accused the mayor of lying",
    "no interest in the mill").
    """
    if part.lemma not in table()["complements"]:
        return False
    verb = part.head
    if verb.tag.startswith("NN") and verb.lemma in words("complements", part.lemma):
        return verb.i < part.i
    if verb.dep in ("dobj", "nsubjpass") and verb.i < part.i:
        verb = verb.head
    return verb.tag.startswith("VB") and verb.i < part.i and verb.lemma in words("complements", part.lemma)


def names_it(part: Token, here: Token) -> bool:
    """Whether an apposition says which one is meant ("the coach, Pim Aro", "the river Sava")."""
    tokens = part.sentence
    if here.tag.startswith("NN") and part.i < here.i:
        return True
    if not here.tag.startswith("NN") or not part.tag.startswith("NN"):
        return False
    left, _ = _edges(part)
    if not below(here).issuperset(range(here.i, left)):
        return False  # behind the verb that the noun is the subject of
    said = [each.i for each in part.children if each.dep not in ("relcl", "acl", "punct", "appos", "advcl")]
    capital = part.tag.startswith("NNP") and part.text[:1].isupper()
    named = capital and not here.tag.startswith("NNP") and len(said) < 4
    close = tokens[left - 1].text in QUOTES or tokens[left - 1] in (here, *here.children)
    return named or (close and tokens[left - 1].dep != "punct")


def afterthought(part: Token, here: Token) -> bool:
    """Whether a comma parts what follows from what it belongs to; a comma that closes an aside parts nothing."""
    tokens = part.sentence
    left, _ = _edges(part)
    left += left < part.i and _parts(tokens[left])
    if part.i < here.i or left < 2 or not _parts(tokens[left - 1]):
        return False
    if part.dep == "ccomp" and child(part, "mark") is not None:
        return False
    before = tokens[left - 2]
    for above in chain(before):
        if above is here:
            break
        if above.dep != "conj" and above.i > here.i and tokens[_edges(above)[0] - 1].text == ",":
            return False
    return True


def _parts(mark: Token) -> bool:
    """Whether a mark parts what follows from what stands before: a comma, a colon, a dash between blanks."""
    return mark.text in (",", ";", "—", "–", ":", "--") or (mark.text == "-" and not _glued(mark))


def commas(part: Token) -> set[int]:
    """The indices of the commas around a part."""
    tokens = part.sentence
    left, right = _edges(part)
    right += right + 1 < len(tokens) and tokens[right + 1].text == ")"
    return {i for i in (left - 1, right + 1) if 0 <= i < len(tokens) and tokens[i].text == ","}


def _edges(token: Token) -> tuple[int, int]:
    inside = below(token)
    return min(inside), max(inside)


def _only_dated(part: Token, scope: Scope) -> bool:
    """Whether a participle has nothing beside it but the time that the title leaves out."""
    under = below(part)
    left = {i for i in under - scope.skip if scope.tokens[i].dep not in ("prep", "punct", "mark")}
    return part.tag == "VBN" and left == {part.i} and len(under) > 1 and not afterthought(
        part, part.head
    )  # fmt: skip


def _parts_list(part: Token) -> bool:
    """Whether a comma parts members of a list of things."""
    head = part.head
    return (
        part.text == ","
        and head.tag.startswith("NN")
        and part.i > head.i
        and any(each.dep == "conj" and each.i > part.i and each.tag[:2] != "VB" for each in head.children)
    )


def trim(inside: Iterable[int], scope: Scope) -> list[int]:
    """Without prepositions that lost their object, orphaned marks, and marks at the ends."""
    tokens = scope.tokens
    left = set(inside)
    loose = {i for i in left if tokens[i].dep in LOOSE or tokens[i].tag in ("RB", "DT") or tokens[i].text in SHARES}
    changed = bool(loose)
    while changed:
        lost = {i for i in loose if _hangs(tokens[i], left, scope)}
        left -= lost
        loose -= lost
        changed = bool(lost)
    for first, last in pairs_of_words(tokens, left.difference(scope.names.meant)):
        left |= set(range(first, last + 1))
    ordered = sorted(left)
    while ordered and tokens[ordered[-1]].dep in ("punct", "cc") and tokens[ordered[-1]].text != "%":
        ordered.pop()
    while ordered and (
        (tokens[ordered[0]].dep in ("punct", "cc") and tokens[ordered[0]].text not in ("$", "#"))
        or (tokens[ordered[0]].dep == "mark" and tokens[ordered[0]].lemma not in words("conditions", "markers"))
    ):
        ordered.pop(0)
    return ordered


def pairs_of_words(tokens: list[Token], left: set[int]) -> list[tuple[int, int]]:
    """The runs that hyphens make one word of which a part is kept ("re-elected")."""
    found = []
    for i in left:
        first = last = i
        while first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].end == tokens[first - 1].start:
            first -= 2
        while (
            last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 1].end == tokens[last + 2].start
        ):
            last += 2
        if last > first and all(
            a.end == b.start for a, b in zip(tokens[first:last], tokens[first + 1 :], strict=False)
        ):
            found.append((first, last))
    return found


def _hangs(token: Token, left: set[int], scope: Scope) -> bool:
    governs = token.tag in ("IN", "TO") or (token.tag == "VBG" and token.dep == "prep")
    if token.dep in ("prep", "agent", "pcomp", "conj") and governs and token.children:
        parts = [part for part in token.children if part.dep not in ("punct", "advmod", "cc", "conj")]
        return all(left.isdisjoint(below(part)) for part in parts)
    if token.dep in ("pobj", "pcomp", "conj", "appos") and token.text in SHARES:
        return token.head.i in left and bool(token.children) and not any(part.i in left for part in token.children)
    if token.dep == "prep" and any(part.i in scope.skip for part in children(token, "pobj")):
        return True  # "over eight months before and after the vote"
    if _by_a_time(token, left, scope):
        return True
    if token.tag == "RB" and token.text in ("early", "late", "soon", "long", "far", "much", "little", "as"):
        compared = [part for part in token.children if part.text == "as" and part.i > token.i]
        return any(part.i not in left for part in compared) or (token.text == "as" and token.head.i not in left)
    if token.dep == "advmod" and token.text in ("ahead", "along", "instead", "apart"):
        of = children(token, "prep")
        return bool(of) and not any(part.i in left for part in of)
    if token.dep == "acl" and token.tag in ("VBN", "VBG"):  # "officers assigned to a task force" without "to …"
        parts = [part for part in token.children if part.dep != "punct" and scope.skip.isdisjoint(below(part))]
        return bool(parts) and not any(part.i in left for part in token.children)
    return token.dep == "case" and token.head.i not in left


def _bare_time(token: Token) -> bool:
    """Whether the time behind "in" goes without a preposition, so that it is the verb's: "was handed in last week"."""
    after = token.sentence[token.i + 1]
    return token.dep == "prt" and after.text.lower() in (
        "last",
        "next",
        "this",
        "yesterday",
        "earlier",
        "late",
        "early",
    )


def _by_a_time(token: Token, left: set[int], scope: Scope) -> bool:
    """Whether a word only stands by a time that is left out ("on" of "will come on Monday", "shortly before …")."""
    if token.i + 1 >= len(scope.tokens):
        return False
    if token.dep in ("prt", "prep") and not token.children:
        timed = token.text in ("on", "in", "at", "by") and token.i + 1 in scope.skip and not _bare_time(token)
        return timed or (token.dep == "prep" and scope.tokens[token.i + 1].text == ",")  # "rallied against, among …"
    after = scope.tokens[token.i + 1]
    lost = (
        after.i in scope.skip
        or after.i in prepositions_of_times(scope)
        or (after.lemma in ("before", "after") and after.i not in left)
    )
    return lost and token.text in ("shortly", "soon", "just", "only", "about", "exactly", "immediately")


def prepositions_of_times(scope: Scope) -> set[int]:
    """The prepositions of the times that the title leaves out."""
    return {scope.tokens[i].head.i for i in scope.skip if scope.tokens[i].dep == "pobj"}


def closed(ordered: list[int], tokens: list[Token]) -> list[int]:
    """A trimmed phrase with the comma that ends its apposition, where words follow ("the owner, Jan Holt, left")."""
    after = ordered[-1] + 1 if ordered else 0
    comma = any(tokens[i].text == "," for i in ordered)
    return [*ordered, after] if comma and after < len(tokens) and tokens[after].text == "," else ordered
