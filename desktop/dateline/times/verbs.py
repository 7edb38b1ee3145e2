"""How the verbs of a language show by their form whether they look back or ahead."""

from dataclasses import dataclass

from dateline.times.rules import Toml

_SHORTEST_STEM = 1
_LONGEST_WEAK = 3  # letters of an ending that is no word
_SHORTEST_PARTICIPLE = 3


@dataclass(frozen=True, slots=True)
class Verbs:
    """How the verbs of a language show whether they look back or ahead, in lower case.

    ``past`` and ``future`` are forms that say so by themselves, the endings those of all others but ``other``.
    ``planned`` are those of what was to come at the time of what is told ("devait").
    ``prefixes`` are all that may stand before an ending that is a strong form itself ("verließen", not "schließen").
    ``perfect`` are auxiliaries that look back with a participle in their clause: one by its beginning and ending, or
    one of ``participles``. ``passive`` are those with which only some participles do ("est mort", not "est prévu"):
    the ``done``, and all behind one of ``reflexive``. ``articles`` before a form make it an adjective. ``anywhere``
    says that the participle may stand far from its auxiliary, on either side. A language with ``perfect`` is read
    clause by clause.
    """

    past: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    prefixes: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    other: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    participle_beginnings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    reflexive: frozenset[str] = frozenset()
    anywhere: bool = False

    @classmethod
    def of(cls, table: Toml) -> "Verbs":
        """The verbs as the TOML has them; raises TypeError on a name that is none of these."""
        ordered = ("past_endings", "future_endings", "participle_beginnings", "participle_endings")
        kept: Toml = {
            name: words if words is True else (tuple if name in ordered else frozenset)(words)
            for name, words in table.items()
        }
        return cls(**kept)

    def tense(self, word: str) -> str:
        """What the form of a word in lower case says: past, future or ""."""
        if word in self.past:
            return "past"
        if word in self.future:
            return "future"
        if word in self.other:
            return ""
        for tense, endings in (("future", self.future_endings), ("past", self.past_endings)):
            if word.endswith(endings) and any(self._ends(word, ending) for ending in endings):
                return tense
        return ""

    def is_participle(self, word: str) -> bool:
        """Whether a word in lower case is a participle by its form."""
        if word in self.participles:
            return True
        return (
            word not in self.other
            and len(word) > _SHORTEST_PARTICIPLE
            and word.endswith(self.participle_endings or ("\0",))
            and (not self.participle_beginnings or self._begins(word))
        )

    def _begins(self, word: str) -> bool:
        inside = "ge" in self.participle_beginnings and "ge" in word[2:7]  # festgenommen
        return inside or word.endswith("iert") or word.startswith(self.participle_beginnings)

    def _ends(self, word: str, ending: str) -> bool:
        """Whether a word has an ending and a stem before it, or is a strong form itself: "begann", "kam"."""
        if not word.endswith(ending):
            return False
        stem = word[: -len(ending)]
        if len(ending) > _LONGEST_WEAK and self.prefixes:
            return not stem or stem in self.prefixes
        return len(stem) > _SHORTEST_STEM or (not stem and len(word) > _LONGEST_WEAK)
