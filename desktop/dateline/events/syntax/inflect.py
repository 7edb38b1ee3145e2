"""The past form of an English verb from its -ing form."""

from functools import cache

from dateline.events.lexicon import table


def past(participle: str, lemma: str) -> str:
    """ "injuring", "injure" → "injured"; "stopping" → "stopped"; "taking" → "took"."""
    irregular = _irregular().get(lemma)
    if irregular is not None:
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    stem = participle[:-3] if participle.endswith("ing") else lemma
    return stem + "ed"


@cache
def _irregular() -> dict[str, str]:
    words = table()["verbs"]["irregular"].split()
    return dict(word.split("=") for word in words)
