"""What makes of a clause a supposition: what would follow, is awaited, or only thought of."""

from dateline.events.lexicon import words
from dateline.events.syntax.clauses import SUBJECTS, Tense, auxiliaries, child, children, tense
from dateline.events.syntax.parser import Token

AWAITED = ("once", "before", "until")
"""Words before what would be, beside "would" ("it would be weeks before oil reached the shore")."""


def condition(token: Token) -> str:
    """The word that makes a clause a supposition, or what would follow from one; "" where none does."""
    mark = child(token, "mark")
    if mark is not None and mark.lemma in words("conditions", "markers"):
        return mark.text
    if mark is not None and mark.lemma in AWAITED and token.dep == "advcl" and tense(token.head) is Tense.MODAL:
        return mark.text
    if tense(token) not in (Tense.FUTURE, Tense.MODAL, Tense.PRESENT):
        return ""
    for part in children(token, "advcl"):
        mark = child(part, "mark")
        set_down = mark is not None and mark.lemma == "unless" and token.lemma in words("verbs", "ahead")
        if mark is not None and mark.lemma in ("if", "unless", "provided") and not set_down:
            return mark.text
    return ""


def imagined(token: Token) -> str:
    """The verb by which something is only thought of: "a release begun in May would have saved the town"; "" else."""
    noun = token.head
    said = child(noun, "det")
    if token.dep != "acl" or noun.dep not in SUBJECTS or said is None or said.text.lower() not in ("a", "an"):
        return ""
    forms = [part.text.lower() for part in auxiliaries(noun.head)]
    return " ".join(forms) if "have" in forms and not {"would", "could", "might"}.isdisjoint(forms) else ""
